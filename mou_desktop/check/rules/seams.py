"""Words that run into one another, that are broken by a space or a hyphen, and capitals inside of
words: slips that leave the letters as they are, told only where it is known what was meant.
"""

from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check import dictionaries, vocabulary
from mou_desktop.check.marks import Mark
from mou_desktop.check.tables import table
from mou_desktop.check.words import Word
from mou_desktop.languages.ru import dictionary as russian
from mou_desktop.model.finding import Code, Level

# (Shorter ones are endings as well.)
_SHORTEST_PART = 4
_SHORTEST_JOINED = 8
_SHORTEST_WHOLE = 6


def in_word(tag: str, word: Word) -> Iterator[Mark]:
    """A capital or a hyphen inside of a word, or two words without a space."""
    text = word.text
    inner = [letter for part in text.split("-") for letter in part[1:]]
    capitals = sum(map(str.isupper, inner))
    if capitals and any(map(str.islower, text)):
        if capitals < len(inner) / 2 and _is_wanted(tag, word.small):
            fix = word.small[:1].upper() + word.small[1:] if text[0].isupper() else word.small
            yield _mark(word, fix)
    elif "-" in text:
        whole = word.small.replace("-", "")
        parts_known = all(_is_known(tag, part) for part in word.small.split("-"))
        if not parts_known and not _is_known(tag, word.small) and _is_wanted(tag, whole):
            yield _mark(word, text.replace("-", ""))
    elif text.islower() and len(text) >= _SHORTEST_JOINED:
        fix = _parted(tag, text)
        if fix:
            yield _mark(word, fix)


def between(tag: str, text: str, first: Word, second: Word) -> Iterator[Mark]:
    """A word that is broken by a space."""
    if text[first.end : second.start] != " " or not second.text.islower():
        return
    whole = first.small + second.small
    if len(whole) < _SHORTEST_WHOLE or "-" in whole or not whole.isalpha():
        return
    if _is_known(tag, first.small) and _is_known(tag, second.small):
        return
    if _is_wanted(tag, whole):
        fix = first.text + second.text
        params = (("word", text[first.start : second.end]), ("fix", fix))
        yield Mark(Code.SPELLED_OTHERWISE, Level.WARNING, first.start, second.end, fix, params)


def _mark(word: Word, fix: str) -> Mark:
    params = (("word", word.text), ("fix", fix))
    return Mark(Code.SPELLED_OTHERWISE, Level.WARNING, word.start, word.end, fix, params)


@lru_cache(4096)
def _parted(tag: str, word: str) -> str:
    """The two known words that an unknown one consists of; empty where that is not clear."""
    if _is_known(tag, word):
        return ""
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    found = [
        f"{word[:place]} {word[place:]}"
        for place in places
        if word[:place] in table(tag).words and word[place:] in table(tag).words
    ]
    return found[0] if len(found) == 1 else ""


@lru_cache(8192)
def _is_known(tag: str, word: str) -> bool:
    if tag == "ru" and russian.knows(word):
        return True
    return vocabulary.is_listed(tag, word) or dictionaries.knows(tag, word)


def _is_wanted(tag: str, word: str) -> bool:
    """Whether a word is known for itself, not by what it seems to be made of."""
    listed = word in table(tag).words or dictionaries.knows(tag, word)
    return listed or (tag == "ru" and russian.knows(word))
