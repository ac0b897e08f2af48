"""What a rule says about one paragraph, and the finding that it makes in its place."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mou_desktop.check.index import Index, Line
from mou_desktop.model.finding import Code, Finding, Level, Spot

EXCERPT = 60
_AROUND = 24


class Mark(NamedTuple):
    """A stretch of a paragraph with what is wrong there, and what can stand instead."""

    code: Code
    level: Level
    start: int
    end: int
    fix: str | None = None
    params: tuple[tuple[str, str], ...] = ()


def found(line: Line, mark: Mark, *others: Spot) -> Finding:
    """The finding that a mark in a paragraph makes."""
    return Finding(
        mark.code,
        mark.level,
        (line.tag,),
        line.place,
        _path(line, mark),
        excerpt(line.text, mark.start, mark.end),
        (line.spot(mark.start, mark.end), *others),
        mark.params,
        mark.fix,
    )


def in_paragraphs(
    read: Callable[[str, str], tuple[Mark, ...]],
) -> Callable[[Index], Iterator[Finding]]:
    """A rule that looks at each paragraph by itself; `read` takes its language and text."""

    def rule(index: Index) -> Iterator[Finding]:
        for line in index.lines:
            for mark in read(line.tag, line.text):
                yield found(line, mark)

    return rule


def excerpt(text: str, start: int, end: int) -> str:
    """What stands there, in one line; with some words around it where it is short."""
    text = text.replace("\n", " ")
    if end - start > EXCERPT:
        return f"{text[start : start + EXCERPT].rstrip()}…"
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    before = "…" if first > 0 else ""
    after = "…" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"


def _path(line: Line, mark: Mark) -> str:
    """The field that fills the place, if a single one does; else the version's place."""
    start = 0
    for run in line.paragraph.runs:
        end = start + len(run.text)
        if run.path and start <= mark.start and mark.end <= end:
            return f"{run.path}#{run.form}" if run.form not in ("", "nominative") else run.path
        start = end
    return f"version.{line.tag}.{line.place}"
