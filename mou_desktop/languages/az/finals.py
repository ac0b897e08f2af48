"""Takes a common noun that ends in q or k; tells whether the letter softens before a vowel.

Words of Azerbaijani origin soften it (qoruq, qoruğun; birlik, birliyin), borrowed ones keep it
(hüququn, əmlakın, şərikin): Azərbaycan dilinin orfoqrafiya normaları 2019, §1.2, §1.3 and notes.
A borrowed word shows itself by its sounds: «o» after the first syllable, front vowels beside back
ones, q after a front vowel, k after a back one; -ıq is native. What sounds do not tell stands in
closed lists.
"""

from typing import NamedTuple

from mou_desktop.languages.az.letters import BACK_VOWELS, FRONT_VOWELS, VOWELS, vowels
from mou_desktop.languages.az.lexicon import (
    DERIVED_IN_Q_OR_K,
    KEEPING_Q_OR_K,
    NATIVE_IN_Q_OR_K,
    SECOND_PARTS,
    SOFTENING_Q_OR_K,
)

SOFTENED = {"q": "ğ", "k": "y"}


class Softening(NamedTuple):
    """Whether the letter softens, and whether that is certain."""

    happens: bool
    sure: bool


_YES, _NO = Softening(True, True), Softening(False, True)

_FOREIGN_IK = ("tik", "nik", "rik", "mik", "fik", "zik", "sik", "gik", "xik", "lik", "cik", "dik")


def softening(read: str) -> Softening:
    """Of a word in its reading («aşiq»), which ends in q or k."""
    stem, vowel, final = read[:-2], read[-2], read[-1]
    if vowel not in VOWELS or not vowels(stem) or read in KEEPING_Q_OR_K:
        return _NO
    if read in SOFTENING_Q_OR_K:
        return _YES
    if final == "q":
        return _softening_of_q(stem, vowel)
    return _softening_of_ik(read) if vowel == "i" else _softening_of_k(stem, vowel)


def _softening_of_q(stem: str, vowel: str) -> Softening:
    if vowel in FRONT_VOWELS or vowel == "o":
        return _NO
    read = f"{stem}{vowel}q"
    if read[-3:-1] in DERIVED_IN_Q_OR_K or _is_native(read):
        return _YES
    if vowel == "ı":
        return _YES
    if "o" in vowels(stem)[1:]:
        return Softening(False, read.endswith("faq"))
    return Softening(not _has(stem, FRONT_VOWELS), False)


def _softening_of_k(stem: str, vowel: str) -> Softening:
    """After ə or ü; with back vowels before, mostly compounds (yarımyük, metalçək)."""
    if vowel in BACK_VOWELS or vowel in "eö":
        return _NO
    read = f"{stem}{vowel}k"
    if read[-3:-1] in DERIVED_IN_Q_OR_K or _is_native(read):
        return _YES
    return Softening(vowel == "ə" or not _has(stem, BACK_VOWELS), False)


def _softening_of_ik(read: str) -> Softening:
    """The native suffixes -lik, -cik, -dik and -şik follow e, ə or i; after other vowels the same
    letters belong to a borrowed word (katolik, tacik, metodik). After ə, borrowed words have -rik
    (şərik, təbrik), and those with another letter are mostly native (tələsik).
    """
    if _is_compound(read):
        return _YES
    before = vowels(read[:-3])[-1:]
    if read.endswith(("lik", "cik", "dik", "şik")):
        is_native = bool(before) and before in "eəi" and not read.endswith(("pedik", "medik"))
        return _YES if is_native else _NO
    if before == "ə" and not read.endswith("rik"):
        return Softening(True, False)
    return Softening(False, read.endswith(_FOREIGN_IK) or _has(read, BACK_VOWELS))


def _is_native(read: str) -> bool:
    return read in NATIVE_IN_Q_OR_K or _is_compound(read)


def _is_compound(read: str) -> bool:
    return any(read.endswith(part) and len(read) > len(part) for part in SECOND_PARTS)


def _has(text: str, letters: str) -> bool:
    return any(letter in letters for letter in text)
