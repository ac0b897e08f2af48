"""Takes the text of a paragraph; gives the numbers in it, in digits or in words, with their units,
and the references to articles, the months and the blanks for the pen.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mou_desktop.check import number_words
from mou_desktop.check.tables import table
from mou_desktop.check.words import Word, small, words

CALENDAR = "calendar"
UNREADABLE = -1
_FIGURE = re.compile(r"(\d+)(?:-(.+))?|(\d+)([^\W\d_]+)")
_YEARS = range(1900, 2101)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_DIGITS_IN_BRACKETS = re.compile(r"\s*\((\d+)\)")
_LIKE_FIGURES = "[зЗбОоOoIlіІБSsBВчЧ]"
_LETTERED = re.compile(
    rf"(?<!\w)({_LIKE_FIGURES})\s\(([^\W\d_][^()]{{0,30}})\)"
    rf"|(?<!\w)([^\W\d_][\w-]{{1,20}})\s\(({_LIKE_FIGURES})\)"
)
_UNIT_WORDS = 2
_BLANK = re.compile(r"\d*_{2,}")
_DAY = re.compile(r"(\d{1,2})[»”“\"]?\s+$")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")


class Quantity(NamedTuple):
    """A number of the text. `digits` and `said` are what its digits and its words say, where it has
    them; words that say no number are `UNREADABLE`. `unit` is a key of the tables, or empty.
    """

    digits: int | None
    said: int | None
    unit: str
    start: int
    end: int

    @property
    def value(self) -> int:
        return self.digits if self.digits is not None else self.said or 0


class Place(NamedTuple):
    """A number that is no quantity: of an article, or of a month."""

    number: int
    start: int
    end: int


@lru_cache(4096)
def quantities(tag: str, text: str) -> tuple[Quantity, ...]:
    """The quantities of a paragraph; bare number words count where a unit follows them."""
    taken = [(each.start, each.end) for each in references(tag, text)]
    found: list[Quantity] = []
    every = words(tag, text)
    place = 0
    while place < len(every):
        word = every[place]
        inside = any(start <= word.start < end for start, end in taken)
        quantity, used = (None, 1) if inside else _at(tag, text, every, place)
        if quantity is not None:
            found.append(quantity)
        place += used
    return tuple(found)


@lru_cache(4096)
def references(tag: str, text: str) -> tuple[Place, ...]:
    """The articles that a paragraph refers to."""
    found = {}
    for pattern in table(tag).references:
        for match in pattern.finditer(small(tag, text)):
            found[match.start(1)] = Place(int(match[1]), *match.span())
    return tuple(found[start] for start in sorted(found))


@lru_cache(4096)
def months(tag: str, text: str) -> tuple[Place, ...]:
    """The months that stand beside a day, a year or a blank."""
    found = []
    every = words(tag, text)
    for number, word in enumerate(every):
        month = _month(tag, word)
        around = text[max(0, word.start - 8) : word.start] + text[word.end : word.end + 6]
        capital = tag != "en" or word.text[0].isupper()
        if month and capital and re.search(r"\d|__", around):
            found.append(Place(month, word.start, every[number].end))
    return tuple(found)


@lru_cache(4096)
def days(tag: str, text: str) -> tuple[tuple[int, int, int, int, int], ...]:
    """The dates with a day and a month: day, month, year or 0, start and end."""
    found = []
    for month in months(tag, text):
        day = _DAY.search(text[: month.start])
        if day:
            after = re.match(r",?\s*(\d{4})", text[month.end :])
            year = int(after[1]) if after else 0
            found.append((int(day[1]), month.number, year, day.start(), month.end))
    for match in _DATE.finditer(text):
        found.append((int(match[1]), int(match[2]), int(match[3]), *match.span()))
    return tuple(found)


@lru_cache(4096)
def blanks(text: str) -> tuple[tuple[int, int], ...]:
    """The blanks for the pen."""
    return tuple(match.span() for match in _BLANK.finditer(text))


@lru_cache(4096)
def lettered(tag: str, text: str) -> tuple[tuple[int, int, int], ...]:
    """Single letters that stand for a figure beside its words: start, end, the number."""
    found = []
    for match in _LETTERED.finditer(text):
        said = match[2] or match[3]
        value = number_words.value(tag, [word.small for word in words(tag, said)])
        if value is not None:
            found.append((*match.span(1 if match[1] else 4), value))
    return tuple(found)


def _month(tag: str, word: Word) -> int:
    patterns = table(tag).months.items()
    return next((int(key) for key, pattern in patterns if pattern.fullmatch(word.small)), 0)


def _at(tag: str, text: str, every: Sequence[Word], place: int) -> tuple[Quantity | None, int]:
    """The quantity that begins with a word, and how many words it takes."""
    word = every[place]
    figure = _FIGURE.fullmatch(word.small)
    if figure:
        return _in_digits(tag, text, every, place, figure)
    if number_words.is_number_word(tag, word.small):
        return _in_words(tag, text, every, place)
    for unit, pattern in table(tag).single.items():
        if pattern.fullmatch(word.small):
            return Quantity(None, 1, unit, word.start, word.end), 1
    compound = number_words.leading(tag, word.small)
    if compound:
        unit = _unit(tag, compound[1])
        if unit:
            return Quantity(None, compound[0], unit, word.start, word.end), 1
    return None, 1


def _in_digits(
    tag: str, text: str, every: Sequence[Word], place: int, figure: re.Match[str]
) -> tuple[Quantity | None, int]:
    word = every[place]
    digits, suffix = int(figure[1] or figure[3]), figure[2] or figure[4] or ""
    end, used = word.end, 1
    while not suffix and _goes_on(text, every, place + used):
        following = every[place + used]
        digits, end, used = int(f"{digits}{following.text}"), following.end, used + 1
    said = None
    brackets = _IN_BRACKETS.match(text, end)
    if brackets and not suffix:
        inside = [each for each in every[place + used :] if each.end <= brackets.end()]
        said = _said(tag, inside)
        if said is not None:
            end, used = brackets.end(), used + len(inside)
    unit = _unit(tag, suffix) or _unit_behind(tag, every, place + used)
    if said == UNREADABLE and not unit:
        said, used = None, 1
    if said is None and digits in _YEARS and not (unit and unit != "year"):
        unit = CALENDAR
    return Quantity(digits, said, unit, word.start, end), used


def _in_words(
    tag: str, text: str, every: Sequence[Word], place: int
) -> tuple[Quantity | None, int]:
    word = every[place]
    used = 1
    while (
        place + used < len(every)
        and number_words.is_number_word(tag, every[place + used].small)
        and not text[every[place + used - 1].end : every[place + used].start].strip(" \u00a0-")
    ):
        used += 1
    said = number_words.value(tag, [each.small for each in every[place : place + used]])
    end = every[place + used - 1].end
    brackets = _DIGITS_IN_BRACKETS.match(text, end)
    if brackets:
        unit = _unit_behind(tag, every, place + used + 1)
        known = UNREADABLE if said is None else said
        return Quantity(int(brackets[1]), known, unit, word.start, brackets.end()), used + 1
    unit = _unit_behind(tag, every, place + used)
    if said is None or not unit:
        return None, used
    return Quantity(None, said, unit, word.start, end), used


def _goes_on(text: str, every: Sequence[Word], place: int) -> bool:
    """Whether a word goes on with the digits before it: «10 000», «10,5»."""
    if place >= len(every) or not every[place].text.isdecimal():
        return False
    between = text[every[place - 1].end : every[place].start]
    grouped = between in (" ", "\u00a0", "\u202f") and len(every[place].text) == 3
    return (grouped and len(every[place - 1].text) <= 3) or between in (",", ".")


def _said(tag: str, inside: Sequence[Word]) -> int | None:
    """What the words in brackets behind digits say; nothing when they are no number at all."""
    spoken = []
    for word in inside:
        if not number_words.is_number_word(tag, word.small):
            break
        spoken.append(word.small)
    if spoken:
        said = number_words.value(tag, spoken)
        return UNREADABLE if said is None else said
    letters = inside and len(inside) <= 3 and all(word.text.isalpha() for word in inside)
    return UNREADABLE if letters else None


def _unit_behind(tag: str, every: Sequence[Word], place: int) -> str:
    following = every[place : place + _UNIT_WORDS]
    return next((unit for word in following if (unit := _unit(tag, word.small))), "")


@lru_cache(4096)
def _unit(tag: str, word: str) -> str:
    if not word:
        return ""
    units = table(tag).units.items()
    return next((unit for unit, pattern in units if pattern.fullmatch(word)), "")
