"""Abbreviations and numerals at the end of a name: their endings follow a hyphen.

An abbreviation is read by the names of its letters or as the words that it stands for, so only a
few have one settled reading (АҚШ-тың, БҰҰ-ның).
"""

import re

from mou_desktop.languages.kk.cases import Ending, whole
from mou_desktop.languages.kk.harmony import VOWELS, harmony
from mou_desktop.languages.kk.numbers import words

LONGEST = 5
_LARGEST_NUMBER = 999_999
_VOWEL, _CONSONANT = f"[{''.join(VOWELS)}]", f"[^{''.join(VOWELS)}]"
_SYLLABLES = f"{_CONSONANT}?{_VOWEL}(?:{_CONSONANT}{{1,2}}{_VOWEL})*{_CONSONANT}?"
# The last sound and the harmony in which usage reads these; the long ones are read as words.
_READ = {
    "АҚШ": "аш",
    "ТМД": "да",
    "ҚР": "ра",
    "ЖШС": "сі",
    "ЮНЕСКО": "юнеско",
    "ЮНИСЕФ": "юнисеф",
    "ИСЕСКО": "исеско",
    "АЙСЕСКО": "айсеско",
    "ТҮРКСОЙ": "түрксой",
    "ТҮРКПА": "түркпа",
    "НАТО": "нато",
}
_SETTLED = frozenset(_READ) - {"ҚР", "ЖШС"}
_SETTLED_LETTERS = frozenset("аоұ")
_FRONT_AFTER = frozenset("бвгдежзптцч")
_FRONT_BEFORE = frozenset("лмнрсф")


def is_abbreviation(word: str) -> bool:
    """«АҚ», «БҰҰ»; also «ҚазҰУ», which ends in capitals. An unknown one of five that reads as a
    word may be one («ҚОРЫҚ»).
    """
    capitals = sum(map(str.isupper, word))
    if word in _READ:
        return True
    if not word.isalpha() or not word[-1].isupper() or not 1 < capitals <= LONGEST:
        return False
    return not (capitals == len(word) == LONGEST and _reads_as_word(word.casefold()))


def abbreviation_ending(word: str, case: str) -> Ending | None:
    """«-ның» after «БҰҰ»; None for a letter that Kazakh does not name."""
    spoken = _READ.get(word) or _letter_name(word[-1].casefold())
    ending = whole(spoken, case, harmony(spoken))
    if ending is None:
        return None
    settled = word in _SETTLED or (word.isupper() and _ends_in_settled_letter(word.casefold()))
    return Ending(0, "-" + ending.text, settled)


def numeral_ending(digits: str, case: str) -> Ending | None:
    """«-тің» after 5, which is read «бес»."""
    if not digits.isascii() or int(digits) > _LARGEST_NUMBER:
        return None
    ending = whole(last := words(int(digits)).split()[-1], case, harmony(last))
    return ending and Ending(0, "-" + ending.text, False)


def _reads_as_word(read: str) -> bool:
    """Whether vowels and consonants take turns, two consonants at most in a row."""
    return bool(re.fullmatch(_SYLLABLES, read))


def _ends_in_settled_letter(word: str) -> bool:
    """Whether the last letter is named as it sounds, and no word like «ОРДА» could be read."""
    before, last = word[:-1], word[-1]
    reads_as_word = last != "ұ" and before[-1] not in VOWELS and bool(VOWELS.intersection(before))
    return last in _SETTLED_LETTERS and not reads_as_word


def _letter_name(letter: str) -> str:
    if letter in _FRONT_AFTER:
        return letter + "е"
    if letter in _FRONT_BEFORE:
        return "э" + letter
    return letter + "а" if letter in "кқғхһшщ" else letter
