"""Case endings of official names and titles: the last word takes one, whatever stands before it.

A closing quotation mark stands between the word and its ending: «Егемен Қазақстан»ның.
"""

import re
from typing import NamedTuple

from mou_desktop.languages.base import Form, Kind
from mou_desktop.languages.kk.abbreviations import (
    abbreviation_ending,
    is_abbreviation,
    numeral_ending,
)
from mou_desktop.languages.kk.cases import Ending, bare_stem, plain, possessive, whole
from mou_desktop.languages.kk.harmony import VOWELS, Harmony, harmony
from mou_desktop.languages.kk.names import surname_harmony
from mou_desktop.languages.kk.possession import is_clearly_possessive, is_possessive

_CLOSING = "»”“\"'"
_OPENING = {"»": "«", "”": "„“", "“": "„", '"': '"', "'": "'"}
_BRACKETS = re.compile(r"(?P<name>.*\w.*?)(?P<brackets>\s*\([^()]*\))$", re.DOTALL)
_LAST_WORD = re.compile(r"(?:[^\W_]|-(?=\w))+$")
_FINAL_VOWEL = ("ы", "і")
# Towns whose own name ends like a possessive.
_TOWNS = frozenset({"алматы", "қарағанды", "текелі"})
# A compound whose possessive is half forgotten: отбасына beside отбасыға.
_HALF_POSSESSIVE = "отбасы"
# «Each other» is declined with the possessive of each person.
_RECIPROCAL = "бір-бір"
# Usage has Бакуде; су stays back after front vowels (Жетісуда). It wavers after these finals:
# Минскіде, Минскте; Петербургте, Петербургта.
_FRONT_PLACE, _BACK_PLACE, _WAVERING_PLACE = "баку", "су", ("ск", "г")
# Foreign towns and countries keep back suffixes, though loans in к and г take front ones mostly.
_FOREIGN_PLACE = re.compile(r"[аоұыя](?:н?г|к)$")
# Астраханьда, though common nouns in -ь are front.
_HARD_PLACE = "ань"
_ADJECTIVE = re.compile(r"(?:л|[дт]т|[кқпсш]т)[ыі]$")
_TYPED_CITY = re.compile(r"^қ\.\s*(?=\w)|(?<=\w)\s+(?:қаласы|қ\.|қ-сы)\s*$", re.IGNORECASE)


class Reading(NamedTuple):
    """How a last word is to be declined."""

    possessive: bool
    sure: bool


def bare_place(place: str) -> str:
    """A place without a typed «қаласы» or «қ.», which the text itself has."""
    return _TYPED_CITY.sub("", place)


def phrase_form(kind: Kind, text: str, case: str) -> Form:
    """An official name, title, place or noun in a case."""
    name = text.rstrip()
    space = text[len(name) :]
    if found := _BRACKETS.match(name):
        before = phrase_form(kind, found["name"], case)
        return Form(before.text + found["brackets"] + space, False)
    body = name.rstrip(_CLOSING)
    closing = name[len(body) :]
    ending = _ending(kind, body, case, closing)
    if ending is None:
        return Form(text, False)
    stem = body[: len(body) - ending.cut]
    return Form(stem + closing + ending.text + space, ending.sure)


def _inside(body: str, closing: str) -> str:
    """What stands within the quotation marks that close at the end of a name."""
    opening = _OPENING.get(closing[:1], "")
    return body[max(map(body.rfind, opening), default=-1) + 1 :]


def _ending(kind: Kind, body: str, case: str, closing: str) -> Ending | None:
    found = _LAST_WORD.search(body)
    if found is None or found[0].casefold() == _RECIPROCAL:
        return None
    word = found[0].rpartition("-")[2]
    if word.isdecimal():
        return numeral_ending(word, case)
    if is_abbreviation(word):
        return abbreviation_ending(word, case)
    if not word.isalpha() or word.isupper():
        return None
    if kind is Kind.POSSESSIVE:
        return possessive(word, case)
    reading = _reading(kind, word, several=len(_inside(body, closing).split()) > 1)
    if reading.possessive:
        ending = possessive(word, case)
    elif kind is Kind.PLACE:
        ending = _kept(word, case, _place_harmony(word))
    elif closing:
        ending = _kept(word, case, surname_harmony(word.casefold()) or harmony(word))
    else:
        ending = plain(word, case)
    return ending and ending._replace(sure=ending.sure and reading.sure)


def _kept(word: str, case: str, found: Harmony | None) -> Ending | None:
    """The ending after a name whose letters must stay, unsure where a noun would change them."""
    ending, stem = whole(word, case, found), bare_stem(word)
    changes = stem.cut > 0 or stem.joint != ""
    return ending and ending._replace(sure=ending.sure and not changes)


def _place_harmony(place: str) -> Harmony | None:
    lower = place.casefold()
    if lower == _FRONT_PLACE:
        return Harmony(True, True)
    if lower.endswith(_BACK_PLACE):
        return Harmony(False, True)
    if lower.endswith(_HARD_PLACE) or _FOREIGN_PLACE.search(lower):
        return Harmony(False, False)
    found = surname_harmony(lower) or harmony(place)
    return found and found._replace(sure=found.sure and not lower.endswith(_WAVERING_PLACE))


def _reading(kind: Kind, word: str, *, several: bool) -> Reading:
    if not word.casefold().endswith(_FINAL_VOWEL) or word.casefold() in _TOWNS:
        return Reading(False, True)
    if not is_possessive(word):
        return Reading(False, kind is not Kind.ORGANIZATION or not several)
    if several:
        name_like = kind is Kind.PLACE and word[0].isupper() and not is_clearly_possessive(word)
        return Reading(True, kind is not Kind.NOUN and not name_like)
    if kind in (Kind.PLACE, Kind.NOUN):
        return Reading(False, word.casefold() != _HALF_POSSESSIVE)
    clear = is_clearly_possessive(word)
    return Reading(clear or _is_long(word), clear)


def _is_long(word: str) -> bool:
    """«Үкіметі», «Президенті»: other long words in ы and і are mostly adjectives («құрметті»)."""
    lower = word.casefold()
    return sum(map(VOWELS.__contains__, lower)) > 3 and not _ADJECTIVE.search(lower)
