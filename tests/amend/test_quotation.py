"""Quotation marks inside quotation marks take turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.amend.quotation import is_balanced, quoted, turned

TAGS = ("az", "kk", "ru", "en")


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "лет", "«лет»"),
        ("ru", "далее – «Стороны»", "«далее – „Стороны“»"),
        ("kk", "«„Әзірет-Сұлтан“ музейі»", "«„«Әзірет-Сұлтан» музейі“»"),
        ("en", "the “Parties”", "“the ‘Parties’”"),
        ("en", "the “Museum ‘Aziret’”", "“the ‘Museum “Aziret”’”"),
        ("az", "“Həzrət Sultan” Muzeyi", "“‘Həzrət Sultan’ Muzeyi”"),
        ("en", "the party’s own", "“the party’s own”"),
        ("en", "the Parties’ own", "“the Parties’ own”"),
        ("en", "each Party’s “data”", "“each Party’s ‘data’”"),
        ("ru", "закрыто» и открыто «", "«закрыто» и открыто «»"),
    ],
)
def test_inner_marks(tag: str, text: str, expected: str) -> None:
    assert quoted(text, tag) == expected


@given(st.sampled_from(TAGS), st.text(alphabet="ab «»„“”‘’", max_size=12))
def test_turned_twice_a_text_is_what_it_was(tag: str, text: str) -> None:
    assert turned(turned(text, tag), tag) == text


@pytest.mark.parametrize(
    ("tag", "text", "balanced"),
    [
        ("ru", "«а» (б)", True),
        ("ru", "«а", False),
        ("ru", "а»", False),
        ("ru", "(а", False),
        ("en", "“a ‘b’”", True),
        ("en", "“a ‘b”’", False),
        ("en", "party’s", True),
    ],
)
def test_what_has_its_fellow(tag: str, text: str, balanced: bool) -> None:
    assert is_balanced(text, tag) is balanced
