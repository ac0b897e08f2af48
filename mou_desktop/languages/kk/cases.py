"""Case suffixes: takes a word; gives what to cut from its end and what to put there.

Rules of assimilation: Қазақ тілі орфографиясының негізгі ережелері, 1983; Қазақ грамматикасы, 2002.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mou_desktop.languages.base import Case, Form
from mou_desktop.languages.kk.harmony import SIGNS, VOWELS, Harmony, harmony

CASES = (
    Case.NOMINATIVE,
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.LOCATIVE,
    Case.ABLATIVE,
    Case.INSTRUMENTAL,
)

_NASALS = frozenset("мнң")
_SONORANTS = frozenset("лрйиую")
_VOICED = frozenset("зж")
_OPEN = VOWELS - _SONORANTS
# Loans in -кт take і before every suffix; of these, usage leaves no doubt.
_SETTLED_KT = frozenset({"акт", "факт", "контракт", "объект", "субъект", "аспект", "эффект"})
_ALPHABET = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя- ")
# Their declension is irregular; no name is made of them.
_PRONOUNS = frozenset({"мен", "сен", "ол", "бұл", "сол", "осы", "өз"})
_NATIVE_ST = frozenset({"үст", "аст", "раст"})
# The suffixes that begin with a low vowel stay back after a final ә in куә, кінә, күнә.
_LOW_VOWEL_CASES = frozenset({"dative", "locative", "ablative"})
# After the possessive: with ы and with і.
_PRONOMINAL: Mapping[str, tuple[str, str]] = {
    "nominative": ("", ""),
    "genitive": ("ның", "нің"),
    "dative": ("на", "не"),
    "accusative": ("н", "н"),
    "locative": ("нда", "нде"),
    "ablative": ("нан", "нен"),
    "instrumental": ("мен", "мен"),
}


class Ending(NamedTuple):
    """A suffix, after `cut` letters of the word have fallen."""

    cut: int
    text: str
    sure: bool


class Stem(NamedTuple):
    """A word without the letters that fall before a suffix, and with the vowel that joins it."""

    cut: int
    joint: str
    sure: bool
    falls_before_t_only: bool = False


def joined(word: str, ending: Ending) -> str:
    """The word with its ending."""
    return word[: len(word) - ending.cut] + ending.text


def declined(word: str, case: str) -> Form:
    """A plain noun in a case; unchanged and unsure when it has no vowel."""
    return _form(word, case, plain)


def possessed(word: str, case: str) -> Form:
    """A noun that carries the third-person possessive («қорығы») in a case."""
    return _form(word, case, possessive)


def _form(word: str, case: str, rule: Callable[[str, str], Ending | None]) -> Form:
    ending = rule(word, case)
    return Form(joined(word, ending), ending.sure) if ending else Form(word, False)


def plain(word: str, case: str) -> Ending | None:
    """The ending of a common noun; None when no rule can tell it."""
    stem = bare_stem(word)
    ending = whole(word[: len(word) - stem.cut] + stem.joint, case, harmony(word))
    if ending is None or case == "nominative":
        return ending
    if stem.falls_before_t_only and not ending.text.startswith("т"):
        return ending
    return Ending(stem.cut, stem.joint + ending.text, ending.sure and stem.sure)


def whole(word: str, case: str, found: Harmony | None) -> Ending | None:
    """The ending of a word that keeps all its letters, as names do."""
    if case == "nominative":
        return Ending(0, "", True)
    if found is None:
        return None
    last = word.casefold().rstrip(SIGNS)[-1:]
    if last == "ә" and case in _LOW_VOWEL_CASES:
        found = Harmony(False, False)
    sure = found.sure and word.casefold() not in _PRONOUNS and _ALPHABET.issuperset(word.casefold())
    return Ending(0, suffix(case, last, found.front), sure)


def possessive(word: str, case: str) -> Ending | None:
    """The ending after -ы or -і of the third person, with its pronominal н.

    A word that cannot carry the possessive is declined plainly, unsure.
    """
    letter = word[-1:].casefold()
    if letter not in ("ы", "і"):
        ending = plain(word, case)
        return ending and ending._replace(sure=case == "nominative")
    back, front = _PRONOMINAL[case]
    return Ending(0, back if letter == "ы" else front, True)


def bare_stem(word: str) -> Stem:
    """What falls or joins before a suffix: процесс → процес-, съезд → съез-, акт → акті-."""
    lower = word.casefold()
    if lower.endswith("кт"):
        return Stem(0, "і", lower in _SETTLED_KT)
    if lower.endswith("зд"):
        return Stem(1, "", False)
    if lower.endswith("сть"):
        return Stem(2, "", False, falls_before_t_only=True)
    if lower.endswith("ст") and lower not in _NATIVE_ST:
        return Stem(1, "", False, falls_before_t_only=True)
    if len(lower) > 2 and lower[-1] == lower[-2] and lower[-1] not in VOWELS:
        # Usage has «баллды» beside «металды».
        return Stem(1, "", lower[-1] == "с")
    return Stem(0, "", True)


def suffix(case: str, last: str, front: bool) -> str:
    """A case suffix after the sound `last`, with front or back vowels."""
    high, low = ("і", "е") if front else ("ы", "а")
    voiceless = last not in _OPEN | _NASALS | _SONORANTS | _VOICED
    stop = "т" if voiceless else "д"
    match case:
        case "genitive":
            return ("н" if last in _OPEN | _NASALS else stop) + high + "ң"
        case "accusative":
            return ("н" if last in _OPEN else stop) + high
        case "dative":
            back_stop, front_stop = ("қ", "к") if voiceless else ("ғ", "г")
            return (front_stop if front else back_stop) + low
        case "locative":
            return stop + low
        case "ablative":
            return ("н" if last in _NASALS else stop) + low + "н"
        case "instrumental":
            return ("п" if voiceless else "б" if last in _VOICED else "м") + "ен"
    raise KeyError(case)
