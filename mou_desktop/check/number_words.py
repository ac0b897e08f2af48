"""Takes words of a language; gives the number that they say, in whatever case they stand."""

from collections.abc import Mapping, Sequence
from functools import cache

from mou_desktop.languages import registry

_BASIC = (*range(21), *range(30, 100, 10), *range(100, 1000, 100))
_ROUND = {100: 100, 1000: 1000, 2000: 1000, 5000: 1000}
_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_GENDERS = ("m", "f", "n")
_COLLECTIVE = {"ru": {"двое": 2, "двоих": 2, "трое": 3, "троих": 3, "четверо": 4}}
_BETWEEN = frozenset({"and", "və"})
_ANYTHING = 1_000_000


def value(tag: str, words: Sequence[str]) -> int | None:
    """The number that all the words say together; nothing when they say none, or nonsense."""
    total = group = 0
    room = _ANYTHING
    parts = [part for word in words for part in _plain(word).split("-") if part not in _BETWEEN]
    for part in parts:
        number = _values(tag).get(part)
        if number == 1000:
            total, group, room = total + (group or 1) * 1000, 0, 1000
        elif number == 100 and 0 < group < 10:
            group, room = group * 100, 100
        elif number is None or number >= room:
            return None
        else:
            group, room = group + number, _room_behind(number)
    return total + group if parts else None


def is_number_word(tag: str, word: str) -> bool:
    """Whether a word can be a part of a number."""
    return all(part in _values(tag) for part in _plain(word).split("-"))


def leading(tag: str, word: str) -> tuple[int, str] | None:
    """The number at the start of a compound word, and the rest of it («пяти», «летний»)."""
    plain = _plain(word)
    first, hyphen, rest = plain.partition("-")
    if hyphen and rest and first in _values(tag):
        return _values(tag)[first], rest
    for length in range(min(len(plain) - 2, 14), 1, -1):
        number = _values(tag).get(plain[:length])
        if number is not None:
            return number, plain[length:]
    return None


@cache
def _values(tag: str) -> Mapping[str, int]:
    """The single words that numbers are made of, as the language itself says them."""
    forms = ["cardinal"]
    if tag == "ru":
        forms += [f"{case} {gender}" for case in _CASES for gender in _GENDERS]
    values = dict(_COLLECTIVE.get(tag, {}))
    for form in forms:
        for number in _BASIC:
            words = _spoken(tag, number, form)
            if len(words) == 1:
                values.setdefault(_plain(words[0]), number)
        for number, unit in _ROUND.items():
            words = _spoken(tag, number, form)
            if words and len(words) < 3:
                values.setdefault(_plain(words[-1]), unit)
    return values


def _spoken(tag: str, number: int, form: str) -> list[str]:
    try:
        return registry.language(tag).number(number, form).split()
    except KeyError:
        return []


def _plain(word: str) -> str:
    return word.replace("ё", "е")


def _room_behind(number: int) -> int:
    """What may follow a number word: tens behind hundreds, ones behind tens."""
    if number >= 100:
        return 100
    return 10 if number >= 10 and number % 10 == 0 else 0
