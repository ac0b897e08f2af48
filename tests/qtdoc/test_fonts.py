"""Which letters a font lacks."""

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication

from mou_desktop.model.document import Document, Paragraph, Preamble, Run
from mou_desktop.qtdoc.fonts import LETTERS, is_installed, missing_letters
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

DOCUMENTS = render_all(examples.load("memorandum"))
WHOLE, LATIN = "Liberation Serif", "DejaVu Math TeX Gyre"

pytestmark = pytest.mark.usefixtures("qapp")


def version(tag: str, text: str = "") -> Document:
    return Document(tag, (Preamble((Paragraph((Run(text),)),)),))


def require(family: str) -> None:
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not on this computer")


def test_a_font_for_all_four_languages_lacks_nothing(qapp: QGuiApplication) -> None:
    require(WHOLE)
    assert is_installed(WHOLE)
    assert missing_letters(WHOLE, DOCUMENTS.values()) == ""


@pytest.mark.parametrize(("tag", "letters"), [("kk", "әғқңөұүһі"), ("az", "əƏ"), ("ru", "ёЁщ")])
def test_letters_that_are_missing_are_named(tag: str, letters: str) -> None:
    require(LATIN)
    assert set(letters) <= set(missing_letters(LATIN, [version(tag)]))


def test_what_no_version_needs_is_not_missed() -> None:
    require(LATIN)
    assert missing_letters(LATIN, [version("en")]) == ""


def test_letters_of_the_text_count_as_well() -> None:
    require(LATIN)
    assert missing_letters(LATIN, [version("en", "the «Құлан» reserve")]) == "Құлан"


def test_a_font_that_is_not_there_is_known_as_such() -> None:
    assert not is_installed("No Such Font 17")


def test_small_letters_follow_from_the_capital_ones() -> None:
    assert {"ə", "ı", "i", "ğ", "ş", "ç"} <= {
        small for letter in LETTERS["az"] for small in ("ıi" if letter == "I" else letter.lower())
    }
