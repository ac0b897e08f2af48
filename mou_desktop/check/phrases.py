"""Phrases as the tables in `resources/checks` write them, found in a text.

«*» is any part of a word, «…» stands for up to six words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_GAP = r"(?:[\s,;:«»“”„()–-]+[^\s.;]+){0,6}?"
_BETWEEN = r"[\s,«»“”„()–-]+"


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for texts in small letters; a text with none of the phrases does not match."""
    return _compiled(tuple(phrases))


@lru_cache(2048)
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile("|".join(map(_pattern, phrases)))


def _pattern(phrase: str) -> str:
    pattern = ""
    for word in phrase.split():
        if word == "…":
            pattern += _GAP
        else:
            pattern += (_BETWEEN if pattern else "") + _word(word)
    first, last = phrase[0], phrase[-1]
    before = r"(?<!\w)" if first.isalnum() or first == "*" else ""
    after = r"(?!\w)" if last.isalnum() or last == "*" else ""
    return f"{before}(?:{pattern}){after}"


def _word(word: str) -> str:
    return r"\w*".join(map(re.escape, word.split("*")))
