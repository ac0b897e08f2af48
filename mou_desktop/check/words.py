"""Takes the text of a paragraph; gives its words and sentences with their places."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mou_desktop.check.scripts import INVISIBLE, plain
from mou_desktop.check.tables import table
from mou_desktop.languages import registry

APOSTROPHES = "'’ʼ‘`´′ʹ‛＇"
_INSIDE = rf"[\w{INVISIBLE}̀-ͯ]*[^\W_]"
_WORD = re.compile(rf"[^\W_](?:{_INSIDE})?(?:[{APOSTROPHES}-][^\W_](?:{_INSIDE})?)*")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_END = re.compile(r"[.!?…]+[»”“’\")\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[«„“‘\"(]*(?:[^\W\d_]|\d)")


class Word(NamedTuple):
    """A word as it is to be read: `text` without what cannot be seen, `small` in small letters."""

    text: str
    small: str
    start: int
    end: int


class Sentence(NamedTuple):
    start: int
    end: int
    words: tuple[Word, ...]


@lru_cache(4096)
def words(tag: str, text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, hyphenated ones as one."""
    lower = registry.language(tag).lower
    found = []
    for match in _WORD.finditer(plain(tag, text)):
        word = _UNSEEN.sub("", match[0])
        found.append(Word(word, lower(word), *match.span()))
    return tuple(found)


@lru_cache(4096)
def small(tag: str, text: str) -> str:
    """The whole text in small letters, each in its place."""
    return registry.language(tag).lower(plain(tag, text))


@lru_cache(4096)
def sentences(tag: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; one that has no words is none."""
    cuts = [0, *_ends(tag, text), len(text)]
    found = []
    every = words(tag, text)
    for start, end in pairwise(cuts):
        inside = tuple(word for word in every if start <= word.start < end)
        if inside:
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Sentence(start + lead, end, inside))
    return tuple(found)


def _ends(tag: str, text: str) -> Iterator[int]:
    for mark in _END.finditer(text):
        opening = _OPENS.match(text, mark.end())
        if opening and not (mark[0].startswith(".") and _shortens(tag, text, mark.start())):
            first = opening[0][-1]
            if first.isupper() or first.isdigit() or mark[0][0] in "!?":
                yield mark.end()


def _shortens(tag: str, text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    before = text[:stop].split()
    last = registry.language(tag).lower(before[-1]).lstrip('«„“‘"([') if before else ""
    if len(last) == 1 and before[-1][-1:].isupper():
        return True
    pair = " ".join(registry.language(tag).lower(" ".join(before[-2:])).split())
    return last in table(tag).abbreviations or pair in table(tag).abbreviations
