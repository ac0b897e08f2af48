"""Takes a Russian word; gives its readings in the OpenCorpora dictionary, and their case forms.

Loading takes some tenths of a second, so it happens at the first question, or in `load`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any
from unicodedata import name

from mou_desktop.languages.base import Gender

_CASES: Mapping[str, str] = {
    "nomn": "nominative",
    "gent": "genitive",
    "datv": "dative",
    "accs": "accusative",
    "ablt": "instrumental",
    "loct": "prepositional",
}
_GENDERS = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
_ANIMACY = frozenset({"anim", "inan"})
_UNFIT = frozenset({"Infr", "Erro", "Init"})
_SHORTENED_ADJECTIVE = frozenset({"ADJF", "Abbr"})  # «порт» for «португальский»
_LOADING = Lock()


def load() -> None:
    """Loads the dictionary and the rules for names, so that the first question need not wait.

    Safe in a thread of its own: whoever asks meanwhile waits for the same dictionary.
    """
    from mou_desktop.languages.ru import name_rules

    _analyzer()
    name_rules.load()


def _analyzer() -> Any:
    with _LOADING:
        return _new_analyzer()


@cache
def _new_analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a word as a noun, adjective or participle in the nominative.

    `forms` has its cases, spelled as the word is. `gender` is `None` in the plural and of nouns
    like «глава» and «судья», which stand for men and women alike. `known` readings are in the
    dictionary or follow a rule without exceptions; the others are guessed.
    """

    word: str
    tags: frozenset[str]
    plural: bool
    gender: Gender | None
    known: bool
    forms: Mapping[str, str]

    @property
    def is_noun(self) -> bool:
        return "NOUN" in self.tags

    @property
    def is_animate(self) -> bool:
        return "anim" in self.tags

    def in_case(self, case: str, *, animate: bool = False) -> str:
        """The form; `animate` tells what the adjective or participle stands with."""
        has_animate_form = not self.is_noun and (self.plural or self.gender is Gender.MASCULINE)
        if animate and has_animate_form and case == "accusative":
            return self.forms["genitive"]
        return self.forms[case]


def _parses(word: str) -> Any:
    """pymorphy3 fails on letters that have no name of their own in Unicode's tables."""
    return _analyzer().parse(word) if all(name(letter, "") for letter in word) else ()


@lru_cache(maxsize=4096)
def nominatives(word: str) -> tuple[Reading, ...]:
    """The readings of `word` as a nominative, the most probable first."""
    readings = (
        _reading(word, parse)
        for parse in _parses(word)
        if parse.tag.POS in ("NOUN", "ADJF", "PRTF")
        and parse.tag.case == "nomn"
        and not parse.tag.grammemes & _UNFIT
        and not parse.tag.grammemes >= _SHORTENED_ADJECTIVE
    )
    return tuple(reading for reading in readings if len(reading.forms) == len(_CASES))


@lru_cache(maxsize=4096)
def cases(word: str) -> frozenset[str]:
    """The cases in which `word` may stand as a known noun, adjective or participle."""
    return frozenset(
        _CASES[parse.tag.case]
        for parse in _parses(word)
        if parse.is_known and parse.tag.case in _CASES
    )


@lru_cache(maxsize=4096)
def knows(word: str) -> bool:
    """Whether the dictionary has `word` in any form and part of speech."""
    return bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=4096)
def is_one_of(word: str, *parts_of_speech: str) -> bool:
    """Whether the dictionary has `word` as one of these parts of speech («ADVB», «PREP»)."""
    return any(parse.is_known and parse.tag.POS in parts_of_speech for parse in _parses(word))


@lru_cache(maxsize=4096)
def is_nominative_noun(word: str) -> bool:
    """Whether the dictionary has `word` as a noun in the nominative singular."""
    return any(
        parse.is_known and {"NOUN", "nomn", "sing"} <= parse.tag.grammemes
        for parse in _parses(word)
    )


def _is_known(parse: Any) -> bool:
    """In the dictionary, alone or behind one of the prefixes that the dictionary lists."""
    last_method = type(parse.methods_stack[-1][0]).__name__
    prefixed = last_method == "KnownPrefixAnalyzer" and "-" not in parse.word
    return bool(parse.is_known) or prefixed


def _reading(word: str, parse: Any) -> Reading:
    tag = parse.tag
    plural = tag.number == "plur"
    gender = None if plural or "ms-f" in tag else _GENDERS.get(tag.gender)
    return Reading(word, tag.grammemes, plural, gender, _is_known(parse), _forms(word, parse))


def _forms(word: str, parse: Any) -> dict[str, str]:
    """The forms of the same lexeme that keep most of the word: of the superlatives «высшей» and
    «высочайшей» that of «высшая» is the first. Of adjectives the inanimate accusative.
    """
    lasting = _lasting(parse.tag)
    forms: dict[str, str] = {}
    for other in parse.lexeme:
        tag = other.tag
        case = _CASES.get(tag.case)
        if case is None or _lasting(tag) != lasting or ("anim" in tag and tag.POS != "NOUN"):
            continue
        form = spelled_like(word, other.word)
        if case not in forms or _shared(word, form) > _shared(word, forms[case]):
            forms[case] = form
    return forms | {"nominative": word}


def _lasting(tag: Any) -> frozenset[str]:
    """The grammemes that stay the same from case to case."""
    changing = _ANIMACY if tag.POS != "NOUN" else frozenset()
    return frozenset(tag.grammemes - {tag.case} - changing)


def spelled_like(word: str, form: str) -> str:
    """`form` with the capitals of `word` and its е instead of ё, half by half of a compound.

    >>> spelled_like("Музей-Заповедник", "музея-заповедника")
    'Музея-Заповедника'
    """
    halves, changed = word.split("-"), form.split("-")
    if len(halves) != len(changed):
        halves, changed = [word], [form]
    return "-".join(map(_half_like, halves, changed))


def _half_like(word: str, form: str) -> str:
    shared = _shared(word, form)
    return "".join(map(_letter_like, word, form[:shared])) + form[shared:]


def _letter_like(letter: str, changed: str) -> str:
    """The letter as it is typed; only an ё may turn into е, «Пётр», «Петра»."""
    if letter in "ёЁ" and changed == "е":
        return "е" if letter == "ё" else "Е"
    return letter


def _shared(word: str, form: str) -> int:
    """How many letters agree from the start; ё counts as е."""
    plain, other = word.lower().replace("ё", "е"), form.lower().replace("ё", "е")
    for index, (letter, opposite) in enumerate(zip(plain, other, strict=False)):
        if letter != opposite:
            return index
    return min(len(plain), len(other))
