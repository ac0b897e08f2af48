"""What is wrong with a template is said with file, article and field."""

import shutil
from pathlib import Path

import pytest

from mou_desktop.errors import TemplateError
from mou_desktop.languages import registry
from mou_desktop.paths import resources
from mou_desktop.store import templates, toml_file

HEAD = "template.toml"


def refusal(tmp_path: Path, file: str, old: str, new: str) -> str:
    """What is said of the memorandum's template with `old` replaced by `new` in one file."""
    folder = tmp_path / "memo"
    shutil.copytree(resources() / "templates" / "memorandum", folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(TemplateError) as error:
        templates.load(folder)
    return str(error.value)


def test_every_template_that_comes_with_the_program_is_right() -> None:
    folders = templates.builtin_folders()
    assert "memorandum" in [folder.name for folder in folders]
    for folder in folders:
        template = templates.load(folder)
        assert template.id == folder.name
        assert template.languages == registry.tags()


def test_a_template_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(TemplateError, match="no template “treaty”; there are: memorandum"):
        templates.builtin("treaty")


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        pytest.param(
            "ru.toml",
            "{duration_years:genitive}",
            "{duration:genitive}",
            "memo/ru.toml, validity: unknown field duration",
            id="unknown field",
        ),
        pytest.param(
            "kk.toml",
            'seal = "',
            'seal = "{parties.2.name:nominative}',
            "memo/kk.toml, signature: unknown field parties.2.name",
            id="a party too many",
        ),
        pytest.param(
            "en.toml",
            "The Parties may organize",
            "Under {article.annex:nominative}, the Parties may organize",
            "memo/en.toml, events: unknown field article.annex",
            id="reference to an unknown article",
        ),
        pytest.param(
            "az.toml",
            "{copies:locative}",
            "{copies:vocative}",
            "memo/az.toml, testimonium: field copies has no form “vocative”; it has: nominative, ",
            id="unknown form",
        ),
        pytest.param(
            "en.toml",
            "{parties.0.name:nominative}",
            "{parties.0.name}",
            "memo/en.toml, signature: field parties.0.name has no form “”; it has: nominative, ",
            id="no form",
        ),
        pytest.param(
            "kk.toml",
            "disputes = [",
            "quarrels = [",
            "memo/kk.toml: article disputes is missing",
            id="missing article in one language",
        ),
        pytest.param(
            "en.toml",
            "[articles]",
            '[articles]\nannex = ["Annex"]',
            "memo/en.toml: article annex is not in template.toml",
            id="unknown article",
        ),
        pytest.param(
            "ru.toml",
            "{copies:prepositional}",
            "{copies:prepositional",
            "memo/ru.toml, testimonium: cannot read “{”; a slot is written {path:form}",
            id="broken slot",
        ),
        pytest.param(
            "ru.toml",
            "[ в городе {place:prepositional}]",
            "[ в городе {place:prepositional}",
            "memo/ru.toml, testimonium: cannot read “[ inside [”",
            id="broken optional passage",
        ),
        pytest.param(
            "ru.toml",
            "[ в городе {place:prepositional}]",
            "[ в {copies:prepositional}]",
            "memo/ru.toml, testimonium: the required field copies stands in an optional passage",
            id="required field in an optional passage",
        ),
        pytest.param(
            "en.toml",
            "[{originals:each}, each]",
            "{originals:each}, each",
            "memo/en.toml, testimonium: the mark originals stands outside an optional passage",
            id="mark outside an optional passage",
        ),
        pytest.param(
            HEAD,
            '"validity"',
            '"preamble"',
            "memo/template.toml: “preamble” is not a usable name",
            id="article with the name of another place",
        ),
        pytest.param(
            HEAD,
            '"validity"',
            '"Valid ity"',
            "memo/template.toml: “Valid ity” is not a usable name",
            id="article id that is no identifier",
        ),
        pytest.param(
            "ru.toml",
            "{notice_months:accusative}",
            "[{notice_months:accusative}]",
            "memo/ru.toml, validity: the required field notice_months stands in an optional passag",
            id="required field in an optional passage",
        ),
        pytest.param(
            "ru.toml",
            "{notice_months:accusative}",
            "один месяц",
            "memo/ru.toml: the field notice_months stands in other languages but not here",
            id="field missing in one language",
        ),
        pytest.param(
            "az.toml",
            "heading =",
            "headline = 1\nheading =",
            "memo/az.toml: unknown key headline",
            id="unknown key",
        ),
        pytest.param(
            "en.toml",
            'heading = "MEMORANDUM"',
            'heading = "TREATY"',
            "memo/en.toml: the heading “TREATY” is not a line of the title",
            id="heading not in the title",
        ),
        pytest.param(
            "en.toml",
            'heading = "MEMORANDUM"',
            "heading = 1",
            "memo/en.toml: heading is missing or is not a str",
            id="wrong type",
        ),
        pytest.param(
            "en.toml",
            "preamble = [",
            "preamble = [1,",
            "memo/en.toml: preamble is not a list of texts",
            id="wrong type in a list",
        ),
        pytest.param(
            "en.toml",
            'seal = "',
            'stamp = "',
            "memo/en.toml: each signature needs: party, position, name, seal",
            id="missing key in a signature",
        ),
        pytest.param(
            "en.toml",
            'seal = "',
            'stamp = "x"\nseal = "',
            "memo/en.toml: unknown key stamp",
            id="unknown key in a signature",
        ),
        pytest.param(
            "en.toml",
            '    "Phone: {parties.0.phone:nominative}",\n',
            "    5,\n",
            "memo/en.toml: details is not a list of texts",
            id="wrong type in the details of a signature",
        ),
        pytest.param(
            "en.toml",
            'second_position = "{parties.0.second_signatory.position:nominative}"\n',
            "",
            "memo/en.toml: a second signatory needs second_position and second_name",
            id="half a second signatory",
        ),
        pytest.param(
            "en.toml",
            '    "Phone: {parties.0.phone:nominative}",\n',
            "",
            "memo/en.toml: the field parties.0.phone stands in other languages but not here",
            id="a detail that one language lacks",
        ),
        pytest.param(
            "en.toml",
            "[[signature]]",
            '[[signature]]\nparty = "x"\nposition = "x"\nname = "x"\nseal = "x"\n[[signature]]',
            "memo/en.toml: each party needs one signature",
            id="a signature too many",
        ),
        pytest.param(
            "en.toml",
            "The Parties may organize",
            "The Par\u200bties may organize",
            "memo/en.toml, events: control or decomposed characters in “The Parties may organize",
            id="invisible character",
        ),
        pytest.param(
            "en.toml", "title = [", "title = [[", "memo/en.toml: cannot be read: ", id="bad TOML"
        ),
        pytest.param(
            HEAD,
            '"ru", "en"]',
            '"ru", "en", "tr"]',
            "memo/tr.toml: cannot be read: ",
            id="missing file",
        ),
        pytest.param(
            HEAD,
            'path = "copies"',
            'path = "originals"',
            "memo/template.toml: unknown field originals",
            id="field that the program does not know",
        ),
        pytest.param(
            HEAD,
            'path = "copies", kind = "copies"',
            'path = "copies", kind = "years"',
            "memo/template.toml: unknown field copies",
            id="wrong kind",
        ),
        pytest.param(
            HEAD,
            'path = "copies", kind = "copies"',
            'path = "copies", kind = "money"',
            "memo/template.toml: field copies: unknown kind",
            id="unknown kind",
        ),
        pytest.param(
            HEAD,
            'path = "copies", kind',
            'path = "copies", unit = "g", kind',
            "memo/template.toml: field copies: unknown key",
            id="unknown key of a field",
        ),
        pytest.param(
            HEAD,
            '{ path = "copies", kind',
            "{ kind",
            "memo/template.toml: each field needs a path; found ",
            id="field without a path",
        ),
        pytest.param(
            HEAD,
            'kind = "place", per_language = true',
            'kind = "place"',
            "memo/template.toml: field place: check per_language",
            id="field not per language",
        ),
        pytest.param(
            HEAD,
            '"events",',
            '"events",\n    "events",',
            "memo/template.toml: events is listed twice",
            id="article listed twice",
        ),
        pytest.param(
            HEAD,
            '    { path = "copies"',
            '    { path = "place", kind = "place", per_language = true },\n    { path = "copies"',
            "memo/template.toml: place is listed twice",
            id="field listed twice",
        ),
        pytest.param(
            HEAD,
            "parties = 2",
            "parties = 0",
            "memo/template.toml: parties must be from 1 to 12",
            id="no parties",
        ),
        pytest.param(
            HEAD,
            'languages = ["az", "kk", "ru", "en"]',
            "languages = []",
            "memo/template.toml: no languages",
            id="no languages",
        ),
        pytest.param(
            HEAD,
            "[names]",
            "[names]\nit = 1",
            "memo/template.toml: names is not a table of texts",
            id="name that is not a text",
        ),
        pytest.param(
            HEAD,
            'ru = "Меморандум',
            'tr = "Меморандум',
            "memo/template.toml: names must have one name per language",
            id="name for another language",
        ),
        pytest.param(
            HEAD,
            'ru = "Меморандум',
            'ru = "\\u0007Меморандум',
            "memo/template.toml: “",
            id="control character in a name",
        ),
        pytest.param(
            HEAD, "version = 2", "", "memo/template.toml: version is missing", id="missing key"
        ),
        pytest.param(
            HEAD,
            "version = 2",
            "version = 2\nauthor = 1",
            "memo/template.toml: unknown key author",
            id="unknown key of a template",
        ),
    ],
)
def test_a_fault_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    assert refusal(tmp_path, file, old, new).startswith(says)


def test_a_language_that_the_program_does_not_know_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "memo"
    shutil.copytree(resources() / "templates" / "memorandum", folder)
    (folder / "tr.toml").write_bytes((folder / "az.toml").read_bytes())
    head = (folder / HEAD).read_text("utf-8").replace('"en"]', '"en", "tr"]')
    (folder / HEAD).write_text(head + 'tr = "Memorandum"\n', "utf-8")
    with pytest.raises(TemplateError, match=r"^memo/tr\.toml: unknown language tr$"):
        templates.load(folder)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"title = " + b"[" * 100_000], ids=["x", "deep"])
def test_a_file_that_is_not_text_or_too_deep_is_named(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "memo"
    shutil.copytree(resources() / "templates" / "memorandum", folder)
    (folder / "ru.toml").write_bytes(content)
    with pytest.raises(TemplateError, match=r"^memo/ru\.toml: cannot be read: "):
        templates.load(folder)


def test_a_file_that_is_too_large_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "memo"
    shutil.copytree(resources() / "templates" / "memorandum", folder)
    with (folder / "ru.toml").open("wb") as stream:
        stream.truncate(toml_file.SIZE_LIMIT + 1)
    with pytest.raises(TemplateError, match=r"^memo/ru\.toml: the file is too large \(4194305 byt"):
        templates.load(folder)
