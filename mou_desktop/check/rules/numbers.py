"""Numbers, terms, dates and references to articles.

`words-and-digits`: «5 (четыре)». `number-differs`: a version has another number than the same place
of the others, `unit-differs`: another unit, `date-differs`: another day or month.
`reference-differs`: it refers to another article, `reference-unknown`: to one that does not exist.
`date-impossible`: the calendar has no such day.
"""

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mou_desktop.check.index import SIGNATURE, Index, Line
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, excerpt, found
from mou_desktop.check.quantities import (
    CALENDAR,
    UNREADABLE,
    days,
    lettered,
    months,
    quantities,
    references,
)
from mou_desktop.languages import registry
from mou_desktop.model.document import Article
from mou_desktop.model.finding import Code, Finding, Level, Spot

_LEAP_YEAR = 2024
_FIGURES = re.compile(r"\d+")


class _Stated(NamedTuple):
    """A number of a version, and where it stands."""

    value: int
    unit: str
    line: Line
    start: int
    end: int

    @property
    def spot(self) -> Spot:
        return self.line.spot(self.start, self.end)


def rule(index: Index) -> Iterator[Finding]:
    """All of them."""
    for line in index.lines:
        yield from _in_words(line)
        yield from _letters(line)
        yield from _impossible_days(line)
    for where in index.places:
        if where != SIGNATURE and len(index.having(where)) > 1:
            yield from _numbers(index, where)
            yield from _compared(index, where, _months, Code.DATE_DIFFERS)
            yield from _compared(index, where, _references, Code.REFERENCE_DIFFERS)
    yield from _unknown_articles(index)


def _in_words(line: Line) -> Iterator[Finding]:
    for each in quantities(line.tag, line.text):
        if each.digits is None or each.said is None or each.digits == each.said:
            continue
        if each.said == UNREADABLE:
            said = ""
            level = Level.WARNING
        else:
            said, level = str(each.said), Level.ERROR
        params = (("digits", str(each.digits)), ("said", said))
        yield found(line, Mark(Code.WORDS_AND_DIGITS, level, each.start, each.end, None, params))


def _letters(line: Line) -> Iterator[Finding]:
    """A letter where a figure belongs: «З (трёх)», “three (З)”."""
    for start, end, value in lettered(line.tag, line.text):
        params = (("word", line.text[start:end]), ("fix", str(value)))
        mark = Mark(Code.LETTER_IN_NUMBER, Level.ERROR, start, end, str(value), params)
        yield found(line, mark)


def _impossible_days(line: Line) -> Iterator[Finding]:
    if any(run.path == "date" for run in line.paragraph.runs):
        return
    for day, month, year, start, end in days(line.tag, line.text):
        known = 1 <= month <= 12
        if not known or not 1 <= day <= calendar.monthrange(year or _LEAP_YEAR, month)[1]:
            yield found(line, Mark(Code.DATE_IMPOSSIBLE, Level.ERROR, start, end))


def _numbers(index: Index, where: str) -> Iterator[Finding]:
    stated = {tag: _stated(index, tag, where) for tag in index.having(where)}
    odd = list(_apart(index, where, stated, Code.NUMBER_DIFFERS))
    yield from odd
    if not odd:
        yield from _units(index, where, stated)


def _stated(index: Index, tag: str, where: str) -> list[_Stated]:
    return [
        _Stated(each.value, each.unit, line, each.start, each.end)
        for line in index.at(tag, where)
        for each in quantities(tag, line.text)
    ]


def _months(line: Line) -> list[_Stated]:
    return [_Stated(e.number, "", line, e.start, e.end) for e in months(line.tag, line.text)]


def _references(line: Line) -> list[_Stated]:
    return [_Stated(e.number, "", line, e.start, e.end) for e in references(line.tag, line.text)]


def _compared(
    index: Index, where: str, read: Callable[[Line], list[_Stated]], code: Code
) -> Iterator[Finding]:
    tags = index.having(where)
    stated = {tag: [each for line in index.at(tag, where) for each in read(line)] for tag in tags}
    yield from _apart(index, where, stated, code)


def _apart(
    index: Index, where: str, stated: Mapping[str, Sequence[_Stated]], code: Code
) -> Iterator[Finding]:
    """One finding for each version that has other numbers than most, or one for all versions."""
    counts = {tag: Counter(each.value for each in own) for tag, own in stated.items()}
    lacking: dict[str, list[int]] = {}
    extra: dict[str, list[int]] = {}
    torn: list[int] = []
    for value in dict.fromkeys(value for count in counts.values() for value in count):
        result = vote({tag: count[value] for tag, count in counts.items()})
        if result is None:
            continue
        if not result.decided:
            torn.append(value)
            continue
        expected = int(str(result.expected))
        for tag in result.odd:
            missing = counts[tag][value] < expected
            (lacking if missing else extra).setdefault(tag, []).append(value)
    for tag in stated:
        if tag in lacking or tag in extra:
            own = [each for each in stated[tag] if each.value in extra.get(tag, ())]
            others = _others(stated, tag, lacking.get(tag, []) or extra.get(tag, []))
            yield _finding(
                index, where, (tag,), own, others, extra.get(tag, []), lacking.get(tag, []), code
            )
    if torn:
        own = [each for tag in stated for each in stated[tag] if each.value in torn]
        yield _finding(index, where, tuple(stated), own, [], torn, [], code)


def _others(stated: Mapping[str, Sequence[_Stated]], tag: str, values: list[int]) -> list[Spot]:
    return [
        each.spot
        for other, own in stated.items()
        if other != tag
        for each in own
        if each.value in values
    ]


def _finding(
    index: Index,
    where: str,
    tags: tuple[str, ...],
    own: Sequence[_Stated],
    others: Sequence[Spot],
    extra: list[int],
    lacking: list[int],
    code: Code,
) -> Finding:
    spots = tuple(each.spot for each in own)
    if not spots:
        lines = [line for line in index.at(tags[0], where) if line.text.strip()]
        spots = (lines[0].spot(0, 0),) if lines else ()
    shown = own[0] if own else None
    text = excerpt(shown.line.text, shown.start, shown.end) if shown else ""
    numbers = (
        ("found", _listed(extra)),
        ("expected", _listed(lacking)),
    )
    path = f"version.{tags[0]}.{where}"
    return Finding(code, Level.ERROR, tags, where, path, text, (*spots, *others), numbers)


def _listed(values: list[int]) -> str:
    return ", ".join(map(str, values))


def _units(index: Index, where: str, stated: Mapping[str, Sequence[_Stated]]) -> Iterator[Finding]:
    """Numbers that all versions have once, in another unit in some."""
    for value in dict.fromkeys(each.value for own in stated.values() for each in own):
        units = {
            tag: tuple(sorted(each.unit for each in own if each.value == value))
            for tag, own in stated.items()
        }
        if any(not unit or unit == CALENDAR for own in units.values() for unit in own):
            continue
        result = vote(units)
        if result is None:
            continue
        for tag in result.odd if result.decided else result.odd[:1]:
            tags = (tag,) if result.decided else result.odd
            own = [each for each in stated[tag] if each.value == value]
            wrong = [each for each in own if each.unit not in _units_of(result.expected)] or own
            others = _others(stated, tag, [value])
            finding = _finding(index, where, tags, wrong, others, [value], [], Code.UNIT_DIFFERS)
            yield finding


def _units_of(expected: object) -> tuple[str, ...]:
    return expected if isinstance(expected, tuple) else ()


def _unknown_articles(index: Index) -> Iterator[Finding]:
    for tag in index.tags:
        blocks = index.blocks[tag].values()
        articles = [block for block in blocks if isinstance(block, Article)]
        numbers = {block.number for block in articles}
        numbers |= {int(part) for block in articles for part in _FIGURES.findall(block.heading)}
        if len(numbers) < 2:
            continue
        for line in index.version(tag):
            for each in references(tag, line.text):
                if each.number not in numbers:
                    params = (("article", registry.language(tag).article(each.number, "heading")),)
                    mark = Mark(
                        Code.REFERENCE_UNKNOWN, Level.ERROR, each.start, each.end, None, params
                    )
                    yield found(line, mark)
