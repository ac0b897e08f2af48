"""Text as it may stand in an agreement, whatever was pasted."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mou_desktop.model.fields import clean


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Мәдениет министрлігі", "Мәдениет министрлігі"),
        ("two\nlines", "two lines"),
        ("two\r\nlines", "two lines"),
        ("tab\tand\vform\ffeed", "tab and form feed"),
        ("next\x85line\u2028line\u2029paragraph", "next line line paragraph"),
        ("blank\n\n\nlines", "blank lines"),
        ("nul\0 bell\a escape\x1b", "nul bell escape"),
        ("\u202etxet\u202c", "txet"),
        ("\u2066isolate\u2069 \u200fmark", "isolate mark"),
        ("zero\u200bwidth\u200d\u2060\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("private\ue000 unassigned\u0378 surrogate\ud800", "private unassigned surrogate"),
        ("no-break\u00a0space", "no-break\u00a0space"),
        ("  outer spaces ", "  outer spaces "),
        ("", ""),
    ],
)
def test_clean(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept


@pytest.mark.parametrize("letter", "йёӘҒİŞğüі")
def test_letters_of_the_four_languages_are_composed(letter: str) -> None:
    assert clean(unicodedata.normalize("NFD", letter)) == letter


def test_letters_are_composed_across_what_is_dropped() -> None:
    assert clean("и\u200b\u0306") == "й"


@given(st.text())
@example("e\u200b\u0301")
@example("\u0958")
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(letter).startswith("C") for letter in once)
