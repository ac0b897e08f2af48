"""What is still to be written, or was lost.

`placeholder`: «___» where the pen has nothing to write, «[…]», «XXX», «TBD». `blank-missing`: the
other versions leave a blank for the pen, or a date, that this one lacks.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from mou_desktop.check.index import PREAMBLE, SIGNATURE, TITLE, Index, Line, signature_lines
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.quantities import blanks, days, months
from mou_desktop.check.rules.quotes import EMPTY_QUOTES
from mou_desktop.check.tables import table
from mou_desktop.check.words import words
from mou_desktop.model.document import SignerPart
from mou_desktop.model.finding import Code, Finding, Level

_PLACEHOLDER = re.compile(
    r"\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]{1,40}>"
    r"|(?<![^\W_])(?:[XxХх]{2,}(?:[./][XxХх]{2,})*|[XxХх]{3,}\w*|[Nn]{3,}|TBD|TBC|TODO|FIXME|tbd|N\.N\.)(?![^\W_])"
    r"|\?{2,}|#{3,}|\*{3,}|(?<![.\w])(?:\.{3,}|…)(?=\s+\w)|…{2,}|\.{5,}"
)
_ROMAN = re.compile(r"X{2,3}")
_CENTURY = re.compile(r"\s*(?:век|ғасыр|əsr|centur|-|ст\.)", re.I)
_QUOTED = "[«„“‘\"']"
_UNQUOTED = "[»”“’\"']"
_DATE_BLANK = re.compile(rf"{_QUOTED}\s*_+\s*{_UNQUOTED}")


@lru_cache(4096)
def read(tag: str, text: str) -> tuple[Mark, ...]:
    """The placeholders of a paragraph, blanks apart."""
    marks = []
    for match in _PLACEHOLDER.finditer(text):
        roman = _ROMAN.fullmatch(match[0]) and _CENTURY.match(text, match.end())
        if not roman:
            marks.append(Mark(Code.PLACEHOLDER, Level.ERROR, *match.span()))
    for match in EMPTY_QUOTES.finditer(text):
        marks.append(Mark(Code.PLACEHOLDER, Level.ERROR, *match.span()))
    return tuple(marks)


def rule(index: Index) -> Iterator[Finding]:
    """All of them."""
    for line in index.lines:
        for mark in read(line.tag, line.text):
            yield found(line, mark)
        if line.place != SIGNATURE:
            yield from _blanks(line)
    yield from _dates(index)
    yield from _signature_lines(index)


def _blanks(line: Line) -> Iterator[Finding]:
    """Blanks that belong to no date and no open field: those are reported as such."""
    for start, end in blanks(line.text):
        if not _field(line, start) and not _is_for_date(line, start, end):
            yield found(line, Mark(Code.PLACEHOLDER, Level.ERROR, start, end))


def _field(line: Line, place: int) -> str:
    """The field that fills a place of the paragraph, if one does."""
    end = 0
    for run in line.paragraph.runs:
        end += len(run.text)
        if place < end:
            return run.path
    return ""


def _is_for_date(line: Line, start: int, end: int) -> bool:
    """A day in quotation marks, the month beside it, or the end of a year."""
    if line.place in (TITLE, PREAMBLE) and not re.search(r"\d{4}|20__", line.text):
        return False
    text = line.text
    around = text[max(0, start - 22) : end + 22]
    if text[start:end].startswith("20"):
        return True
    year = re.search(r"(?<!\d)(?:19|20)\d\d|20__", around)
    return bool(_DATE_BLANK.search(around) and (year or _has_year_word(line, around)))


def _has_year_word(line: Line, around: str) -> bool:
    year = table(line.tag).units["year"]
    return any(year.fullmatch(word.small) for word in words(line.tag, around))


def _dates(index: Index) -> Iterator[Finding]:
    """A version without the blank or date that the others have in a place."""
    for where in (*index.articles, PREAMBLE):
        dated: dict[str, int] = {}
        for tag in index.having(where):
            dated[tag] = sum(_open_dates(line) for line in index.at(tag, where))
        if any(dated.values()):
            yield from _fewer(index, where, dated)


def _open_dates(line: Line) -> int:
    """How many parts of dates the pen or the text gives."""
    open_ones = sum(
        _field(line, start) == "date" if _field(line, start) else _is_for_date(line, start, end)
        for start, end in blanks(line.text)
        if not line.text[start:end].startswith("20")
    )
    closed = len(months(line.tag, line.text)) + len(days(line.tag, line.text))
    return open_ones + closed


def _fewer(index: Index, where: str, dated: Mapping[str, int]) -> Iterator[Finding]:
    result = vote(dated)
    if result is None:
        return
    most = max(dated.values())
    expected = int(str(result.expected)) if result.decided else most
    for tag in dated:
        if dated[tag] < expected:
            line = next(iter(index.at(tag, where)))
            params = (("expected", str(expected)), ("found", str(dated[tag])))
            others = [
                other.spot(start, end)
                for each in index.tags
                if each != tag
                for other in index.at(each, where)
                for start, end in blanks(other.text)
            ]
            spot = next(
                (each for each in index.at(tag, where) for _blank in blanks(each.text)), line
            )
            mark = Mark(Code.BLANK_MISSING, Level.ERROR, 0, len(spot.text), None, params)
            yield found(spot, mark, *others)


def _signature_lines(index: Index) -> Iterator[Finding]:
    """A signatory without a line to sign on, where others have one."""
    lines = [own[SignerPart.NAME] for tag in index.tags for own in signature_lines(index, tag)]
    without = [line for line in lines if not blanks(line.text)]
    if 2 * len(without) < len(lines):
        for line in without:
            params = (("expected", "1"), ("found", "0"))
            mark = Mark(Code.BLANK_MISSING, Level.WARNING, 0, len(line.text), None, params)
            yield found(line, mark)
