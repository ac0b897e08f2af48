"""The commands `new`, `set` and `show`."""

from pathlib import Path

import pytest

from mou_desktop import paths
from mou_desktop.cli.main import main
from mou_desktop.export.text import to_text
from mou_desktop.model.draft import blank_draft
from mou_desktop.model.fields import get
from mou_desktop.model.own_template import template_of
from mou_desktop.render.assemble import render
from mou_desktop.store import drafts, examples, own_templates, templates

Output = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A draft filled in with the example."""
    drafts.save(examples.load("memorandum"), tmp_path / "memo.mou")
    return tmp_path / "memo.mou"


def refusal(capsys: Output, *argv: object) -> str:
    """The one line that a refused command says."""
    capsys.readouterr()
    assert main([str(argument) for argument in argv]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("mou-desktop: ")
    assert said.err.count("\n") == 1
    return said.err.removeprefix("mou-desktop: ").rstrip("\n")


def test_new_makes_a_blank_draft(tmp_path: Path, capsys: Output) -> None:
    assert main(["new", str(tmp_path / "memo.mou")]) == 0
    assert drafts.load(tmp_path / "memo.mou") == blank_draft(templates.builtin("memorandum"))
    assert capsys.readouterr() == ("", "")


def test_new_makes_a_draft_filled_in_with_the_example(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "memo.mou"), "--example"]) == 0
    assert drafts.load(tmp_path / "memo.mou") == examples.load("memorandum")


def test_new_never_replaces_a_file(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "memo.mou"
    file.write_text("kept")
    assert refusal(capsys, "new", file) == f"{file} exists already; choose another name"
    assert file.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [file]


def test_new_knows_the_officers_own_templates(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "own_templates", lambda: tmp_path / "own")
    names = {"az": "Muzeylər", "kk": "Мұражайлар", "ru": "Музеи", "en": "Museums"}
    template = template_of(examples.load("memorandum"), "museums", names)
    own_templates.save(template, tmp_path / "own")
    assert main(["new", str(tmp_path / "memo.mou"), "--template", "museums"]) == 0
    assert drafts.load(tmp_path / "memo.mou") == blank_draft(template)
    says = refusal(capsys, "new", tmp_path / "other.mou", "--template", "treaty")
    assert says == "no template “treaty”; there are: memorandum, museums"
    (tmp_path / "own" / "museums" / "kk.toml").unlink()
    says = refusal(capsys, "new", tmp_path / "other.mou", "--template", "museums")
    assert says.startswith("museums/kk.toml: cannot be read")


@pytest.mark.parametrize("more", [[], ["--example"]])
def test_new_names_the_templates_there_are(tmp_path: Path, capsys: Output, more: list[str]) -> None:
    says = refusal(capsys, "new", tmp_path / "memo.mou", "--template", "treaty", *more)
    assert says.startswith(("no template “treaty”; there are: memorandum", "the template “treaty”"))
    assert list(tmp_path.iterdir()) == []


def test_new_names_a_missing_folder(tmp_path: Path, capsys: Output) -> None:
    says = refusal(capsys, "new", tmp_path / "nowhere" / "memo.mou")
    assert says.endswith("memo.mou: there is no such file or folder")


def test_set_changes_fields_and_keeps_the_old_draft_as_a_backup(file: Path, capsys: Output) -> None:
    before = file.read_bytes()
    assert main(["set", str(file), "place.ru=Туркестан", "date.month=5", "copies="]) == 0
    draft = drafts.load(file)
    values = [get(draft, path) for path in ("place.ru", "date.month", "copies", "notice_months")]
    assert values == ["Туркестан", "5", "", "1"]
    assert file.with_name("memo.mou.bak").read_bytes() == before
    assert capsys.readouterr() == ("", "")


def test_set_takes_the_first_equals_sign_only(file: Path) -> None:
    assert main(["set", str(file), "place.en=a=b"]) == 0
    assert get(drafts.load(file), "place.en") == "a=b"


def test_set_cleans_what_is_pasted(file: Path) -> None:
    assert main(["set", str(file), "place.en=Tur\u202ekis\x07tan\r\nCity"]) == 0
    assert get(drafts.load(file), "place.en") == "Turkistan City"


def test_set_confirms_a_form_of_the_value_given_with_it_in_either_order(file: Path) -> None:
    form, value = "place.ru#genitive=Туркестана", "place.ru=Туркестан"
    for changes in ([value, form], [form, value]):
        assert main(["set", str(file), "place.ru="]) == 0
        assert main(["set", str(file), *changes]) == 0
        assert get(drafts.load(file), "place.ru#genitive") == "Туркестана"


def test_set_takes_a_form_away(file: Path) -> None:
    assert main(["set", str(file), "parties.0.name.ru#instrumental="]) == 0
    assert get(drafts.load(file), "parties.0.name.ru#instrumental") == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("place.rus=x", "no field place.rus; did you mean place.ru?"),
        ("parties.2.name.ru=x", "no field parties.2.name.ru; did you mean parties."),
        ("=x", "no field in this agreement"),
        ("copies=many", "copies: “many” is not a whole number from 1 to 99"),
        ("date.day=32", "date.day: “32” is not a whole number from 1 to 31"),
        ("date=2026", "no field date"),
        ("parties.0.signatory.sex=x", "parties.0.signatory.sex: write m (male) or f (female)"),
        ("languages=ru,tr", "languages: name one or more of az,kk,ru,en, each once"),
        ("languages=", "languages: name one or more of az,kk,ru,en, each once"),
        ("copies", "“copies” is not PATH=VALUE, as in copies=4"),
        ("place.ru#vocative=x", "place.ru has no form “vocative”; its forms are: genitive, "),
        ("place.ru#genitive=x", "place.ru#genitive: there is no place.ru yet; set it too"),
        ("copies#genitive=x", "copies has no form “genitive”"),
        ("place.ru=" + "я" * 2001, "place.ru: the text has 2001 characters, the limit is 2000"),
    ],
)
def test_set_changes_all_fields_or_none(file: Path, capsys: Output, change: str, says: str) -> None:
    before = file.read_bytes()
    assert refusal(capsys, "set", file, "copies=7", change, "notice_months=3").startswith(says)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("command", [("set", "copies=4"), ("show",), ("export",)])
def test_a_file_that_is_no_draft_is_refused_and_left_alone(
    tmp_path: Path, capsys: Output, command: tuple[str, ...]
) -> None:
    file = tmp_path / "memo.mou"
    file.write_bytes(b"PK\x03\x04")
    name, *rest = command
    more = {"show": ["--language", "ru"], "export": ["--to", str(tmp_path)]}.get(name, [])
    says = refusal(capsys, name, file, *rest, *more)
    assert says == "memo.mou is not a draft of this program, or it is damaged"
    assert file.read_bytes() == b"PK\x03\x04"
    assert list(tmp_path.iterdir()) == [file]


def test_a_damaged_file_cannot_break_the_line(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "memo.mou"
    head = '{"format": "mou-desktop", "schema": 1, "kind": "memorandum", '
    file.write_text(head + '"a\\nb\\u001b[31m\\u202e' + "c" * 10_000 + '": 1}', "utf-8")
    says = refusal(capsys, "show", file, "--language", "ru")
    assert says.isprintable()
    assert len(says) < 700


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_show_prints_one_version(file: Path, capsys: Output, tag: str) -> None:
    assert main(["show", str(file), "--language", tag]) == 0
    said = capsys.readouterr()
    assert said.out == to_text(render(drafts.load(file), tag))
    assert said.err == ""


def test_show_prints_blanks_where_values_are_missing(file: Path, capsys: Output) -> None:
    assert main(["set", str(file), "copies="]) == 0
    assert main(["show", str(file), "--language", "ru"]) == 0
    assert "____________________" in capsys.readouterr().out


def test_show_names_the_languages_there_are(file: Path, capsys: Output) -> None:
    says = refusal(capsys, "show", file, "--language", "tr")
    assert says == "no version in the language “tr”; there are: az,kk,ru,en"


def test_what_each_original_holds_is_set_from_the_command_line(file: Path, capsys: Output) -> None:
    changes = ["originals=combined", "copies=2", "prevailing=en", "parties.1.language=kk"]
    assert main(["set", str(file), *changes]) == 0
    assert main(["show", str(file), "--language", "en"]) == 0
    assert (
        "in 2 (two) copies, each in the Azerbaijani, Kazakh, Russian and English languages, all "
        "texts being equally authentic. In case of divergence the English text shall prevail."
    ) in capsys.readouterr().out
    assert main(["set", str(file), "originals=separate", "prevailing="]) == 0
    assert main(["show", str(file), "--language", "en"]) == 0
    assert "equally authentic" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            "originals=both",
            "originals: write separate (each original in one language) or combined (each in all)",
        ),
        ("prevailing=tr", "prevailing: name one of az,kk,ru,en, or leave it empty"),
        (
            "parties.0.language=English",
            "parties.0.language: name one of az,kk,ru,en, or leave it empty",
        ),
    ],
)
def test_an_unknown_choice_is_refused(file: Path, capsys: Output, change: str, says: str) -> None:
    assert refusal(capsys, "set", file, change) == says


def test_show_prints_a_version_as_in_the_originals_of_the_other_party(
    file: Path, capsys: Output
) -> None:
    assert main(["show", str(file), "--language", "ru", "--originals-of", "1"]) == 0
    example = examples.load("memorandum")
    assert capsys.readouterr().out == to_text(render(example, "ru", 1))
    assert main(["set", str(file), "alternat=no"]) == 0
    assert main(["show", str(file), "--language", "ru", "--originals-of", "1"]) == 0
    assert capsys.readouterr().out == to_text(render(example, "ru"))


@pytest.mark.parametrize("party", ["2", "-1"])
def test_show_knows_how_many_parties_there_are(file: Path, capsys: Output, party: str) -> None:
    command = ("show", file, "--language", "ru", f"--originals-of={party}")
    assert refusal(capsys, *command) == f"there is no party {party}; they count from 0 to 1"


def test_forms_of_all_originals_are_kept_with_the_draft(file: Path) -> None:
    assert main(["set", str(file), "parties.1.name.kk=Ордабасы орталық"]) == 0
    kept = drafts.load(file).computed["parties.1.name.kk"]["Ордабасы орталық"]
    assert kept["conjunction"].text == "пен"


def test_a_second_signatory_and_requisites_are_set_by_path(file: Path, capsys: Output) -> None:
    changes = [
        "parties.0.second_signatory.name.en=Gulnar Ospanova",
        "parties.0.second_signatory.position.en=Chief Accountant",
        "parties.0.second_signatory.sex=f",
        "parties.0.phone=+994 22 256 11 11",
        "parties.1.address.en=Turkistan",
        "languages=en",
    ]
    assert main(["set", str(file), *changes]) == 0
    assert main(["show", str(file), "--language", "en"]) == 0
    shown = capsys.readouterr().out
    assert "and its Chief Accountant Ms. Gulnar Ospanova, and" in shown
    assert "Phone: +994 22 256 11 11\nDirector\n" in shown
    assert "Address: Turkistan\nActing Director\n" in shown
