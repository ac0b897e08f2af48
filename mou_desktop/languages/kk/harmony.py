"""Vowel harmony: takes a word; says whether its suffixes have front or back vowels.

The last vowel decides, and where a loan breaks that rule, the sounds after it (Қазақ тілі
орфографиясының негізгі ережелері, 1983; Р. Сыздықова, «Емле және тыныс белгілері», 1996).
"""

from typing import NamedTuple

BACK = frozenset("аоұыя")
FRONT = frozenset("әеөүіэё")
# The hard and soft sign have no sound of their own.
SIGNS = "ьъ"
VOWELS = BACK | FRONT | frozenset("иую")
_BACK_CONSONANTS = frozenset("қғһ")
# A syllable that begins with one is of a loan: Қазақфильмнің.
_OF_LOANS = frozenset("вф")
_HARD_I = frozenset({"ми"})
# Hard stems that end in к or г: loans, as native words have қ and ғ after back vowels.
_SOFT_ENDINGS = ("нк", "рк", "рг", "уг", "гог")


class Harmony(NamedTuple):
    """The class of a word's suffixes; `sure` when rule and usage agree about it."""

    front: bool
    sure: bool


def harmony(word: str) -> Harmony | None:
    """The harmony of the last part of a compound; None without a vowel."""
    letters = word.casefold().replace("-", " ").split()
    if not letters or not VOWELS.intersection(letters[-1]):
        return None
    return _harmony(letters[-1])


def _harmony(word: str) -> Harmony:
    place = _deciding_vowel(word)
    if word.endswith("ь"):
        # The rules have front suffixes; usage has «медальға» beside «медальге».
        return Harmony(True, place is None or word[place] not in BACK)
    if place is None:
        return Harmony(False, len(word) <= 3)
    match word[place]:
        case "и":
            return Harmony(not _is_hard_i(word, place), not word.endswith("оинг"))
        case "ю":
            return Harmony(True, False)
        case vowel if vowel in FRONT:
            return _after_front(vowel, word[place + 1 :])
        case _:
            return _after_back(word, word[place + 1 :])


def _deciding_vowel(word: str) -> int | None:
    """Skips у and ю where they are a consonant («тау», «аю») or the end of a verbal noun."""
    for place in range(len(word) - 1, -1, -1):
        letter, before = word[place], word[place - 1 : place]
        last = place == len(word) - 1
        after_vowel = before != "" and before in VOWELS and (last or before != "и")
        if letter in VOWELS and not (letter in "ую" and (after_vowel or (last and letter == "у"))):
            return place
    return None


def _is_hard_i(word: str, place: int) -> bool:
    """И stands for «ій», and for «ый» beside back sounds only: мұхит, тарих, қырғи, but алгоритм.

    What precedes it counts as far back as the vowel before.
    """
    start = place
    while start > 0 and word[start - 1] not in VOWELS:
        start -= 1
    vowel_before = word[start - 1 : start]
    beside = set(word[start:place])
    return (
        word in _HARD_I
        or vowel_before in ("ұ", "ы")
        or bool(_BACK_CONSONANTS & beside and not _OF_LOANS & beside)
        or word[place + 1 :] in ("х", "қ")
    )


def _after_front(vowel: str, tail: str) -> Harmony:
    """Х is hard in loans (цехта, чехтың), as қ and ғ are in every word."""
    hard = bool(_BACK_CONSONANTS.intersection(tail)) or (vowel == "е" and tail == "х")
    return Harmony(not hard, not hard)


def _after_back(word: str, tail: str) -> Harmony:
    if word.endswith(_SOFT_ENDINGS):
        return Harmony(True, True)
    if tail.endswith("кт"):
        return Harmony(True, True)
    if "ь" in tail or tail.endswith(("к", "г")):
        return Harmony(True, False)
    return Harmony(False, not {"к", "г"}.intersection(tail))
