"""Small letters for comparing: each language has its own, and no letter becomes two."""

import sys

import pytest

from mou_desktop.languages import registry


@pytest.mark.parametrize("tag", registry.tags())
def test_every_letter_stays_one_letter(tag: str) -> None:
    lower = registry.language(tag).lower
    letters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    assert [letter for letter in letters if len(lower(letter)) != 1] == []


def test_azerbaijani_has_a_dotless_i() -> None:
    lower = registry.language("az").lower
    assert lower("İRSİN QORUNMASI") == "irsin qorunması"
    assert lower("IŞIQ") == "ışıq"


@pytest.mark.parametrize(
    ("tag", "text", "small"),
    [
        ("en", "INTERIM İnkişafı", "interim inkişafı"),
        ("ru", "СТОРОНЫ, Ё", "стороны, ё"),
        ("kk", "ІС-ШАРА ҚҰҚЫҒЫ", "іс-шара құқығы"),
    ],
)
def test_the_others_have_not(tag: str, text: str, small: str) -> None:
    assert registry.language(tag).lower(text) == small
