"""Draft files: what is saved comes back, and only a whole draft is opened."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mou_desktop.errors import DraftError, StorageError
from mou_desktop.export.text import to_text
from mou_desktop.model.draft import blank_draft
from mou_desktop.model.fields import change, confirm, get, is_stale
from mou_desktop.model.layout import Layout, Numbers
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples, templates

EXAMPLE = examples.load("memorandum")
BLANK = blank_draft(templates.builtin("memorandum"))
SAVED = drafts.dumps(EXAMPLE)


def edited(*steps: str | int, value: object) -> bytes:
    """The example's file with one value put in, at a path of keys."""
    data: Any = json.loads(SAVED)
    place = data
    for step in steps[:-1]:
        place = place[step]
    if isinstance(place, list) and steps[-1] == len(place):
        place.append(value)
    else:
        place[steps[-1]] = value
    return json.dumps(data).encode()


def refusal(content: bytes) -> str:
    with pytest.raises(DraftError) as error:
        drafts.loads(content, "a.mou")
    return str(error.value)


def test_a_saved_draft_comes_back_equal(tmp_path: Path) -> None:
    edits: dict[str, dict[str, tuple[str, ...]]] = {
        "ru": {"events": ("Первый абзац {copies:genitive}.", "Второй [в {place:nominative}]")}
    }
    whole = replace(EXAMPLE, edits=edits)
    for number, draft in enumerate((BLANK, EXAMPLE, whole)):
        file = tmp_path / f"{number}.mou"
        drafts.save(draft, file)
        assert drafts.load(file) == draft
        assert render_all(drafts.load(file)) == render_all(draft)


def test_a_file_that_is_opened_and_saved_does_not_change() -> None:
    assert drafts.dumps(drafts.loads(SAVED, "a.mou")) == SAVED


def test_equal_drafts_give_the_same_bytes_in_whatever_order_they_were_filled_in() -> None:
    steps = [
        ("place.ru", "Туркестан"),
        ("place.az", "Gəncə"),
        ("place.ru#genitive", "Туркестана"),
        ("place.ru#dative", "Туркестану"),
        ("place.az#genitive", "Gəncənin"),
    ]
    forth = back = BLANK
    for path, text in steps:
        forth = change(forth, path, text)
    for path, text in [steps[1], steps[4], steps[0], steps[3], steps[2]]:
        back = change(back, path, text)
    assert forth == back
    assert drafts.dumps(forth) == drafts.dumps(back)


def test_the_file_is_readable_text_that_says_what_it_is() -> None:
    assert SAVED.startswith(b'{\n "format": "mou-desktop",\n "schema": 3,\n "kind": "memorandum",')
    assert SAVED.endswith(b"\n}\n")
    assert "Гянджинский государственный" in SAVED.decode("utf-8")


def test_a_draft_keeps_its_texts_when_the_template_changes() -> None:
    articles = ("template", "texts", "en", "articles", "events")
    draft = drafts.loads(edited(*articles, 0, value="Agreed otherwise."), "a.mou")
    assert "\n\nAgreed otherwise.\n\n" in to_text(render_all(draft)["en"])


def test_saving_keeps_the_previous_content(tmp_path: Path) -> None:
    drafts.save(BLANK, tmp_path / "a.mou")
    drafts.save(EXAMPLE, tmp_path / "a.mou")
    assert drafts.load(tmp_path / "a.mou.bak") == BLANK


@pytest.mark.parametrize("length", range(0, len(SAVED), 500))
def test_a_file_that_breaks_off_is_refused_and_left_alone(tmp_path: Path, length: int) -> None:
    file = tmp_path / "a.mou"
    file.write_bytes(SAVED[:length])
    with pytest.raises(DraftError, match=r"^a\.mou is not a draft of this program, or it is dam"):
        drafts.load(file)
    assert file.read_bytes() == SAVED[:length]
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"mou-desktop"',
        b'{"format": "something else", "schema": 1}',
        b'{"format": ["mou-desktop"], "schema": 1}',
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\xff\xfe{\x00}\x00",
        SAVED.decode("utf-8").encode("utf-16"),
        SAVED.replace("Гянджинский".encode(), b"\xc3\x28"),
        SAVED.replace(b"Vusal", b"Vus\x00al"),
        b"[" * 200_000,
        b'{"format": "mou-desktop", "schema": 1, "kind": ' + b'{"a":' * 200_000,
        b'{"format": "mou-desktop", "schema": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_is_not_a_draft_is_refused(content: bytes) -> None:
    assert refusal(content) == "a.mou is not a draft of this program, or it is damaged"


def test_nesting_within_a_draft_is_refused() -> None:
    nested: Any = "x"
    for _ in range(300):
        nested = [nested]
    assert refusal(edited("values", "place", "ru", value=nested)).startswith(
        "a.mou is damaged: values.place.ru: "
    )


@pytest.mark.parametrize("version", [None, "1", 1.5, True, 0, -1])
def test_a_file_must_say_its_version(version: object) -> None:
    assert refusal(edited("schema", value=version)) == (
        "a.mou is damaged: it does not say its version"
    )


def test_a_file_of_the_first_version_has_no_computed_forms_and_opens() -> None:
    older = json.loads(SAVED) | {"schema": 1}
    for key in ("computed", "articles", "review"):
        del older[key]
    draft = drafts.loads(json.dumps(older).encode(), "memo.mou")
    assert draft == replace(EXAMPLE, computed={})


def test_a_file_of_the_second_version_has_no_layout_and_opens() -> None:
    older = json.loads(SAVED) | {"schema": 2}
    del older["layout"]
    assert drafts.loads(json.dumps(older).encode(), "memo.mou") == EXAMPLE


def test_the_layout_is_saved() -> None:
    layout = Layout("Arial", 12, left=20, initials=True, numbers=Numbers.HEAD)
    draft = replace(EXAMPLE, layout=layout)
    assert drafts.loads(drafts.dumps(draft), "memo.mou").layout == layout


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("size", 30, "the font size goes from 8 to 20 points"),
        ("left", 0, "a margin goes from 5 to 60 mm"),
        ("font", "x;y", "“x;y” is not the name of a font"),
        ("numbers", "left", "layout.numbers: "),
        ("colour", "red", "layout.colour: "),
    ],
)
def test_a_layout_that_cannot_be_is_refused(key: str, value: object, says: str) -> None:
    assert refusal(edited("layout", key, value=value)).startswith(f"a.mou is damaged: {says}")


def test_a_file_of_a_newer_version_is_refused() -> None:
    says = refusal(edited("schema", value=drafts.SCHEMA + 1))
    assert "saved by a newer version of the program; update this one" in says


@pytest.mark.parametrize("kind", [None, "invoice", ["memorandum"]])
def test_another_kind_of_agreement_is_refused(kind: object) -> None:
    assert refusal(edited("kind", value=kind)) == "a.mou holds an unknown kind of agreement"


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("comment",), "comment"),
        (("values", "comment"), "values.comment"),
        (("values", "parties", 0, "fax"), "values.parties.0.fax"),
        (("values", "parties", 1, "signatory", "age"), "values.parties.1.signatory.age"),
        (("values", "date", "hour"), "values.date.hour"),
        (("template", "author"), "template.author"),
        (("template", "texts", "ru", "annex"), "template.texts.ru.annex"),
    ],
)
def test_an_unknown_key_is_named(steps: tuple[str | int, ...], name: str) -> None:
    assert refusal(edited(*steps, value="x")).startswith(f"a.mou is damaged: {name}: ")


@pytest.mark.parametrize(
    ("steps", "value", "says"),
    [
        (("values",), [], "values: "),
        (("values", "parties"), "two", "values.parties: "),
        (("values", "parties"), [], "the number of parties is wrong"),
        (("values", "copies"), "four", "values.copies: "),
        (("values", "copies"), 4.5, "values.copies: "),
        (("values", "copies"), 10**400, "copies: "),
        (("values", "copies"), 100, "copies: “100” is not a whole number from 1 to 99"),
        (("values", "date", "month"), 13, "date.month: “13” is not a whole number from 1 to 12"),
        (("values", "place"), "Gəncə", "values.place: "),
        (("values", "place", "ru"), None, "values.place.ru: "),
        (("values", "place", "tr"), "Gence", "no language tr in this agreement"),
        (("values", "place", "ru"), "я" * 2001, "place.ru: the text has 2001 characters"),
        (("values", "languages"), [], "languages: name one or more of az,kk,ru,en"),
        (("values", "languages"), ["ru", "ru"], "languages: name one or more of az,kk,ru,en"),
        (("values", "parties", 0, "signatory", "sex"), "x", "values.parties.0.signatory.sex: "),
        (("forms", "place.ru"), "Туркестана", "forms.place.ru: "),
        (("forms", "place.ru"), {"Туркестан": {"vocative": "x"}}, "place.ru has no form “vocativ"),
        (("forms", "copies"), {"4": {"genitive": "x"}}, "copies has no form “genitive”"),
        (("forms", "flag"), {"x": {"genitive": "y"}}, "no field flag in this agreement"),
        (("edits", "ru"), {"events": ["{flag:genitive}"]}, "a.mou, events: unknown field flag"),
        (("edits", "ru"), {"annex": ["x"]}, "a.mou, annex: unknown article"),
        (("edits", "tr"), {}, "no language tr in this agreement"),
        (("review",), {"annex": ["ru"]}, "a.mou, annex: unknown article"),
        (("review",), {"events": ["tr"]}, "no language tr in this agreement"),
        (("articles", 3), "events", "a.mou: events is listed twice"),
        (("articles", 3), "New Article", "a.mou: “New Article” is not a usable name"),
        (("template", "articles", 11), "annex", "a.mou/az.toml: article annex is missing"),
        (("template", "names", "ru"), "\u202e", "a.mou/template.toml: “"),
        (("template", "names", "ru"), "a\x00", "a.mou/template.toml: “"),
        (("template", "id"), "\ud800", "a.mou/template.toml: “” is not a usable name"),
        (("template", "parties"), 10**6, "a.mou/template.toml: parties must be from 1 to 12"),
    ],
)
def test_what_does_not_fit_its_field_is_refused(
    steps: tuple[str | int, ...], value: object, says: str
) -> None:
    assert refusal(edited(*steps, value=value)).startswith(f"a.mou is damaged: {says}")


def test_pasted_control_and_direction_characters_are_gone_after_opening() -> None:
    hostile = "Tür\u202eki\x07s\u200btan\r\n\u2066(şəhər)\ufeff"
    draft = drafts.loads(edited("values", "place", "az", value=hostile), "a.mou")
    assert get(draft, "place.az") == "Türkistan (şəhər)"


def test_a_typed_form_is_cleaned_like_a_value() -> None:
    forms = {"Туркестан": {"genitive": "Турке\u202dстана\x00"}}
    opened = drafts.loads(edited("forms", "place.ru", value=forms), "a.mou")
    typed = confirm(EXAMPLE, "place.ru", "Туркестан", "genitive", "Туркестана")
    assert opened == typed


def test_a_value_with_typed_forms_is_cleaned_alike() -> None:
    forms = {" Турке\ud800стан\n": {"genitive": "Туркестана"}}
    opened = drafts.loads(edited("forms", "place.ru", value=forms), "a.mou")
    typed = confirm(EXAMPLE, "place.ru", "Туркестан", "genitive", "Туркестана")
    assert opened == typed
    assert drafts.loads(drafts.dumps(opened), "a.mou") == opened


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.mou"
    with file.open("wb") as stream:
        stream.truncate(drafts.SIZE_LIMIT + 1)
    with pytest.raises(DraftError, match=r"^a\.mou is too large to be a draft$"):
        drafts.load(file)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(DraftError, match="too large"):
        drafts.load(Path("/dev/zero"))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda file: None, "there is no such file or folder"),
        (lambda file: file.mkdir(), "Is a directory|access is refused"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, make: Callable[[Path], None], says: str
) -> None:
    make(tmp_path / "a.mou")
    with pytest.raises(StorageError, match=rf"a\.mou: ({says})"):
        drafts.load(tmp_path / "a.mou")


def test_an_introduction_written_before_the_name_stays_doubtful() -> None:
    draft = change(BLANK, "parties.0.introduced_as.ru", "Музей Гянджи")
    draft = change(draft, "parties.0.name.ru", "Заповедник")
    reopened = drafts.loads(drafts.dumps(draft), "memo.mou")
    assert reopened == draft
    assert is_stale(reopened, "parties.0.introduced_as.ru")
