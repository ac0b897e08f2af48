"""The originals of a set in their order, with the names of their files."""

from collections.abc import Callable
from typing import NamedTuple

from mou_desktop.errors import MouError
from mou_desktop.export.batch import safe_stem
from mou_desktop.model.draft import Draft
from mou_desktop.model.originals import Original, plan

Translated = Callable[[str], str]
"""Puts a text into the language of the screen; the command line speaks English."""


TAGS = ("az", "kk", "ru", "en")


class Item(NamedTuple):
    """An original, and what its files are called, still without suffix."""

    original: Original
    stem: str


def items(draft: Draft, translated: Translated, *, is_draft: bool = False) -> list[Item]:
    """The originals: «1 of 4 – Azerbaijani – Party A», with `is_draft` marked so. Raises `MouError`
    when their number is open.
    """
    originals = plan(draft).originals
    if not originals:
        raise MouError("there is no plan of the originals yet; fill in the number of copies")
    count, mark = len(originals), " – DRAFT" if is_draft else ""
    named = []
    for original in originals:
        stem = translated("{number} of {count} – {languages} – {party}").format(
            number=f"{original.number:0{len(str(count))}}",
            count=count,
            languages=", ".join(language_name(tag, translated) for tag in original.languages),
            party=party_name(original.party, translated),
        )
        named.append(Item(original, safe_stem(stem + mark)))
    return named


def party_name(number: int, translated: Translated) -> str:
    """«Party A» for number 0."""
    letters = translated("ABCDEFGH")
    letter = letters[number] if number < len(letters) else str(number + 1)
    return translated("Party {letter}").format(letter=letter)


def language_name(tag: str, translated: Translated) -> str:
    """What a language is called. (One message names all: «English» alone is an endonym.)"""
    names = translated("Azerbaijani, Kazakh, Russian, English").split(", ")
    return dict(zip(TAGS, names, strict=False)).get(tag, tag)
