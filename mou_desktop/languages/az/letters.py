"""Takes text in any case; gives the Azerbaijani letters and vowels that rules look at."""

import unicodedata

ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
BACK_VOWELS = "aıou"
FRONT_VOWELS = "eəiöü"
VOWELS = BACK_VOWELS + FRONT_VOWELS
CLOSE_VOWELS = "ıiuü"


def lower(text: str) -> str:
    """Small letters: «İ» becomes «i» and «I» becomes «ı», which `str.lower` gets wrong."""
    return unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı").lower()


def reading(text: str) -> str:
    """Small letters, each foreign accent («é») taken off; what rules compare endings with."""
    return "".join(letter if letter in ALPHABET else _bare(letter) for letter in lower(text))


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def is_native_spelling(word: str) -> bool:
    """Whether every letter is of the Azerbaijani alphabet and one of them is a vowel."""
    letters = lower(word).replace("-", "")
    return all(letter in ALPHABET for letter in letters) and bool(vowels(letters))


def vowels(read: str) -> str:
    """The vowels of a reading, in their order: one for each syllable."""
    return "".join(letter for letter in read if letter in VOWELS)
