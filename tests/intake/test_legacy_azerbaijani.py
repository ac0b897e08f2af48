"""Azerbaijani in the encoding of old fonts."""

import pytest

from mou_desktop.intake import legacy
from mou_desktop.intake.reading import read
from mou_desktop.model.document import Document
from tests.intake.conftest import imported, shown_text, texts, wordless

CYRILLIC = "йцукенгшщзхфывапролдэячсмитьбю"
LATIN = "yüukenqşhzxfıvaproldgəçsmitğbö"


def as_old(text: str, c: str = "ъ", j: str = "ж") -> str:
    """A text as an old font has it."""
    pairs = dict(zip(f"{LATIN}cj", f"{CYRILLIC}{c}{j}", strict=True))
    capitals = {
        {"i": "İ", "ı": "I"}.get(latin, latin.upper()): old.upper() for latin, old in pairs.items()
    }
    return text.translate(str.maketrans(pairs | capitals))


@pytest.fixture(scope="module")
def lines(documents: dict[str, Document]) -> list[str]:
    from mou_desktop.export.text import to_text

    return to_text(documents["az"]).strip().split("\n\n")


def test_the_name_of_the_country() -> None:
    assert as_old("Azərbaycan Respublikası") == "Азярбайъан Республикасы"
    assert as_old("Azərbaycan", c="ж", j="ъ") == "Азярбайжан"


@pytest.mark.parametrize(("c", "j"), [("ъ", "ж"), ("ж", "ъ")])
def test_both_layouts_are_recognised_and_converted(lines: list[str], c: str, j: str) -> None:
    source = read("\n\n".join(as_old(line, c, j) for line in lines).encode(), "x")
    assert legacy.is_legacy(source)
    assert texts(legacy.converted(source)) == lines


def test_a_text_with_some_letters_of_today_is_converted_too(lines: list[str]) -> None:
    old = "\n\n".join(as_old(line) for line in lines).replace("ъ", "c")
    assert texts(legacy.converted(read(old.encode(), "x")))[5] == lines[5]


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_a_text_of_today_is_not_taken_for_one(documents: dict[str, Document], tag: str) -> None:
    from mou_desktop.export.text import to_text

    assert not legacy.is_legacy(read(to_text(documents[tag]).encode(), "x"))


def test_the_other_versions_stay_as_they_are(
    lines: list[str], documents: dict[str, Document]
) -> None:
    from mou_desktop.export.text import to_text

    russian = to_text(documents["ru"])
    both = russian + "\n\n" + "\n\n".join(as_old(line) for line in lines)
    found = imported(both, convert_legacy=True)
    assert not found.legacy
    for tag in ("az", "ru"):
        assert shown_text(found.documents[tag]) == shown_text(documents[tag])


def test_nothing_is_converted_unasked(lines: list[str]) -> None:
    old = "\n\n".join(as_old(line) for line in lines)
    found = imported(old)
    assert found.legacy
    assert "encoding of old fonts" in str(found.remarks[0])
    (tag,) = found.documents
    assert wordless([as_old(lines[6])]) in shown_text(found.documents[tag])
