"""Takes an abbreviation or a number at the end of a name; gives it with its suffix.

The suffix follows a hyphen and the sound of the last letter or numeral: «BMT-nin», «ATƏT-in»,
«20-nin» (Azərbaycan dilinin orfoqrafiya normaları 2019).
"""

import re

from mou_desktop.languages.az import suffixes
from mou_desktop.languages.az.letters import ALPHABET, VOWELS, lower
from mou_desktop.languages.base import Form

LONGEST = 5
_LONGEST_NUMBER = 6
# How well-known abbreviations are spoken; only of these is the suffix certain. Latin ones from
# abroad have an «I» that Azerbaijani reads as «ı».
_SPOKEN = {
    "abş": "abış",
    "bmt": "bemete",
    "asc": "asece",
    "qsc": "qesece",
    "mmc": "emmece",
    "mdb": "emdebe",
    "bdu": "bedeu",
    "qht": "qehete",
    "amea": "amea",
    "ada": "ada",
    "din": "din",
    "xin": "xin",
    "atət": "atət",
    "nato": "nato",
    "socar": "sokar",
    "uefa": "uefa",
    "fifa": "fifa",
    "unesko": "unesko",
    "unesco": "unesko",
    "yunesko": "yunesko",
    "yunisef": "yunisef",
    "unıcef": "yunisef",
    "ısesko": "isesko",
    "isesko": "isesko",
    "ıcesco": "isesko",
    "türksoy": "türksoy",
    "türkpa": "türkpa",
    "azərtac": "azərtac",
    "azal": "azal",
    "təbib": "təbib",
}
_SYLLABLES = f"[^{VOWELS}]?[{VOWELS}](?:[^{VOWELS}]{{1,2}}[{VOWELS}])*[^{VOWELS}]?"
_LETTER_NAMES = {"l": "el", "m": "em", "n": "en", "r": "er", "k": "ka"}
_UNITS = ("", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz")
_TENS = ("", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan")


def is_abbreviation(word: str) -> bool:
    """Of two to five capitals, or a longer one that everybody knows. An unknown one of five that
    reads as a word may be one («QORUQ»).
    """
    if not (word.isalpha() and word.isupper()):
        return False
    read = lower(word)
    may_be_word = len(word) == LONGEST and _reads_as_word(read)
    return read in _SPOKEN or (1 < len(word) <= LONGEST and not may_be_word)


def ends_in_capitals(word: str) -> bool:
    """An abbreviation that begins as a word: «AzTV»."""
    return word[-2:].isalpha() and word[-2:].isupper() and not word.isupper()


def decline(text: str, case: str) -> Form:
    """`text` ends in an abbreviation: «“Araz” MMC» → «“Araz” MMC-nin»."""
    read = lower(text.split()[-1])
    if not set(read) <= {*ALPHABET, "w"}:
        return Form(text, False)
    suffix = suffixes.plain(_SPOKEN.get(read) or _spoken(read), case)
    return Form(f"{text}-{suffix}", read in _SPOKEN)


def decline_number(text: str, case: str) -> Form:
    """`text` ends in digits: «Məktəb 20» → «Məktəb 20-nin», always a suggestion."""
    digits = re.split(r"[\W_]", text)[-1]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER):
        return Form(text, False)
    return Form(f"{text}-{suffixes.plain(_last_numeral(int(digits)), case)}", False)


def _spoken(read: str) -> str:
    """As a word where the letters alternate (YUNESKO), otherwise letter by letter."""
    if _reads_as_word(read):
        return read
    last = read[-1]
    return last if last in VOWELS else _LETTER_NAMES.get(last, last + "e")


def _reads_as_word(read: str) -> bool:
    return len(read) > 2 and bool(re.fullmatch(_SYLLABLES, read))


def _last_numeral(number: int) -> str:
    """«iyirmi» of 120: the last word of the number as it is spoken."""
    if number == 0:
        return "sıfır"
    if number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    return "yüz" if number % 1000 else "min"
