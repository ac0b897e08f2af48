"""Takes the words of a name; tells whether the last one carries the third-person possessive.

«Nazirlər Kabineti», «Gəncə Dövlət Qoruğu» do, «Milli Ordu», «baş məsləhətçi», «Yeni Dəhli» do
not. The two take the same genitive and accusative, and differ in the other cases.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mou_desktop.languages.az.letters import CLOSE_VOWELS, vowels
from mou_desktop.languages.az.lexicon import (
    ENDING_IN_CLOSE_VOWEL,
    NOT_AGENTS,
    OFFICES,
    PLACE_HEADS,
)
from mou_desktop.languages.az.nouns import is_possessed_compound
from mou_desktop.languages.az.suffixes import close_vowel
from mou_desktop.languages.base import Kind


class Possession(NamedTuple):
    """Whether the last word carries the possessive, and whether that is certain."""

    carried: bool
    sure: bool


_YES, _NO = Possession(True, True), Possession(False, True)

# The suffixes -çı and -ıcı name who does a thing: yazıçı, işçi, sürücü.
_AGENT = re.compile(r"ç[ıiuü]$|[^aıoueəiöü][ıiuü]c[ıiuü]$")
# -ğı, -gi and -ıntı make nouns (qayğı, sərgi, tikinti) and -ji is of loans (enerji); hardly a stem
# ends in their consonants.
_DERIVED = re.compile(r"[^aıoueəiöü]ğ[ıu]$|[^aıoueəiöün]g[iü]$|[^r][ıi]nt[ıi]$|[eo]r?ji$")
_GENITIVE = re.compile(r"[aıoueəiöü]n[ıiuü]n$")
_CLEAR = re.compile(r"(?:lığı|luğu|liyi|lüyü|ları|ləri|stanı)$")
_AFTER_VOWEL = re.compile(r"[aıoueəiöü](?:s[ıiuü]|ğ[ıu]|y[iü])$")
_PLACE_ENDINGS = ("kəndi", "çayı", "dağı", "gölü", "adası", "yolu", "qalası", "dərəsi", "bulağı")
# Below, above, before, between: villages so called are declined both ways.
_RELATIVE_PLACE = ("altı", "üstü", "başı", "arası", "önü")
# «Cocuq Mərcanlı»: named after people or things there.
_INHABITED = re.compile(r"[^aıoueəiöü]l[ıiuü]$")


def possession(words: Sequence[str], kind: Kind) -> Possession:
    """Of the words' readings. A name of several words that ends in a close vowel mostly does."""
    *before, last = words
    if last[-1] not in CLOSE_VOWELS:
        return _NO
    if kind is Kind.PLACE:
        return _of_place(before, last)
    if before and _GENITIVE.search(before[-1]):
        return _YES
    if _DERIVED.search(last):
        return _NO
    if last in ENDING_IN_CLOSE_VOWEL or (_AGENT.search(last) and last not in NOT_AGENTS):
        return _NO
    if before or last in OFFICES or _is_clear(last) or is_possessed_compound(last):
        return _YES
    return Possession(False, kind is Kind.NOUN)


def _of_place(before: Sequence[str], last: str) -> Possession:
    """Towns end in close vowels of their own (Bakı, Tbilisi, Yeni Dəhli)."""
    if not before:
        is_long = len(vowels(last)) > 2
        if is_long and last.endswith(_PLACE_ENDINGS):
            return _YES
        return Possession(False, not (is_long and last.endswith(_RELATIVE_PLACE)))
    if last in PLACE_HEADS or _GENITIVE.search(before[-1]) or _is_clear(last):
        return _YES
    return Possession(False, last in ENDING_IN_CLOSE_VOWEL or bool(_INHABITED.search(last)))


def _is_clear(last: str) -> bool:
    """By its ending alone, which in a long word obeys harmony (şurası, not «siyasi»)."""
    if _CLEAR.search(last):
        return True
    is_long = len(vowels(last)) > 2 and last[-1] == close_vowel(last[:-1])
    return is_long and bool(_AFTER_VOWEL.search(last))
