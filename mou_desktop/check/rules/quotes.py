"""Quotation marks, brackets and apostrophes.

`quotation-mark`: not the marks of this language («», „“ in Russian and Kazakh; “”, ‘’ in
Azerbaijani and English). `unpaired-mark`: a mark or bracket that nothing opens or closes.
`apostrophe`: another character in its place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mou_desktop.check.index import SIGNATURE, Index, Line
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.tables import table
from mou_desktop.check.words import APOSTROPHES
from mou_desktop.model.finding import Code, Finding, Level

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_DOUBLE_OPEN, _DOUBLE_CLOSE = "«„“‟❝〝", "»”❞〞"
_SINGLE_OPEN = "‹‚‘‛❛"
_STRAIGHT = "\"＂″'`´′"
_QUOTES = frozenset(_DOUBLE_OPEN + _DOUBLE_CLOSE + _SINGLE_OPEN + "›’❜" + _STRAIGHT)
_MARK = re.compile(f"[(){{}}\\[\\]{re.escape(''.join(_QUOTES))}{APOSTROPHES}]|,,(?=\\w)|''|``")
_PROPER = {"«": "»", "„": "“", "“": "”", "‘": "’"}
_LIST_ITEM = re.compile(r"(?:^|[;:,.])\s*(?:\d{1,2}(?:\.\d+)*|[^\W\d_]|[ivx]{1,4})$")
EMPTY_QUOTES = re.compile(r"(?<!\S)(?:\"\s*\"|«\s*»|“\s*”|„\s*“)(?!\w)")
_WRONG_APOSTROPHES = frozenset(APOSTROPHES) - {"’"}


class _Open(NamedTuple):
    line: int
    start: int
    end: int
    mark: str
    depth: int
    proper: str


def rule(index: Index) -> Iterator[Finding]:
    """Marks are paired within a place; each line of a signature is by itself."""
    for where in index.places:
        for tag in index.tags:
            lines = index.at(tag, where)
            groups = [(line,) for line in lines] if where == SIGNATURE else [lines]
            for group in groups:
                yield from _in_group(tag, group)


def _in_group(tag: str, lines: tuple[Line, ...]) -> Iterator[Finding]:
    for number, mark in read(tag, tuple(line.text for line in lines)):
        yield found(lines[number], mark)


@lru_cache(4096)
def read(tag: str, texts: tuple[str, ...]) -> tuple[tuple[int, Mark], ...]:
    """The marks of the paragraphs of one place, each with the number of its paragraph."""
    reader = _Reader(tag)
    for number, text in enumerate(texts):
        empty = [match.span() for match in EMPTY_QUOTES.finditer(text)]
        for match in _MARK.finditer(text):
            if not any(start <= match.start() < end for start, end in empty):
                reader.see(number, text, match)
    reader.end()
    return tuple(sorted(reader.marks, key=lambda each: (each[0], each[1].start)))


class _Reader:
    """Keeps what is open while the marks come one after another."""

    def __init__(self, tag: str) -> None:
        self.marks: list[tuple[int, Mark]] = []
        self._pairs = table(tag).quotes
        self._open: list[_Open] = []

    def see(self, line: int, text: str, match: re.Match[str]) -> None:
        """The next mark of the text."""
        mark, start, end = match[0], *match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if mark in _BRACKETS:
            self._open.append(_Open(line, start, end, mark, len(self._open), _BRACKETS[mark]))
        elif mark in _BRACKETS.values():
            if not (mark == ")" and _LIST_ITEM.search(text[:start]) and not self._has("(")):
                self._close_bracket(line, start, end, mark)
        elif _is_apostrophe(mark, before, after) and not self._closes_single(mark, before, after):
            if mark in _WRONG_APOSTROPHES:
                self._add(line, Code.APOSTROPHE, Level.WARNING, start, end, "’")
        elif self._opens(mark, before, after):
            self._open_quote(line, text, start, end, mark)
        else:
            self._close_quote(line, start, end, mark)

    def end(self) -> None:
        """Nothing more comes: what is still open has no partner."""
        for each in self._open:
            self._unpaired(each.line, each.start, each.end, each.mark)
            if each.mark not in _BRACKETS:
                self._doubt((each.line, each.start))
        self._open = []

    def _doubt(self, opened: tuple[int, int]) -> None:
        """Behind a mark that nothing closes, nobody knows which marks are inner ones."""
        self.marks = [
            (line, mark._replace(fix=None, params=(("fix", ""),)))
            if mark.code is Code.QUOTATION_MARK and (line, mark.start) > opened
            else (line, mark)
            for line, mark in self.marks
        ]

    def _has(self, mark: str) -> bool:
        return any(each.mark == mark for each in self._open)

    def _closes_single(self, mark: str, before: str, after: str) -> bool:
        """Whether what could be an apostrophe ends a quotation."""
        if before.isalnum() and after.isalnum():
            return False
        return any(each.mark in _SINGLE_OPEN + "'" for each in self._open)

    def _opens(self, mark: str, before: str, after: str) -> bool:
        starts = not before or before.isspace() or before in "([{–—-/" + _DOUBLE_OPEN + "‘"
        if mark == "“":  # (opens English quotations and closes Russian ones)
            return not (self._open and self._open[-1].mark in ("„", ",,", "‟")) and (
                starts or not self._quote_is_open()
            )
        if mark in ("»", "”", "’", "›", "❞", "''"):
            return False
        if mark in _STRAIGHT or mark == "``":
            return starts and bool(after) and not after.isspace()
        return True

    def _quote_is_open(self) -> bool:
        return any(each.mark not in _BRACKETS for each in self._open)

    def _open_quote(self, line: int, text: str, start: int, end: int, mark: str) -> None:
        depth = sum(each.mark not in _BRACKETS for each in self._open)
        pair = self._pairs[min(depth, len(self._pairs) - 1)]
        allowed = {self._pairs[0][0], pair[0], "‘" if self._pairs[1][0] == "‘" else ""}
        fits = mark in allowed or (mark in _PROPER and _holds_blank(text, end))
        if not fits:
            self._add(line, Code.QUOTATION_MARK, Level.WARNING, start, end, pair[0])
        proper = _PROPER[mark] if fits else pair[1]
        self._open.append(_Open(line, start, end, mark, depth, proper))

    def _close_quote(self, line: int, start: int, end: int, mark: str) -> None:
        fitting = [each for each in self._open if each.mark not in _BRACKETS]
        if not fitting or (mark == "’" and not any(each.proper == mark for each in fitting)):
            self._unpaired(line, start, end, mark)
            return
        opener = next((each for each in reversed(fitting) if each.proper == mark), fitting[-1])
        while self._open[-1] is not opener:
            each = self._open.pop()
            self._unpaired(each.line, each.start, each.end, each.mark)
        self._open.pop()
        if mark != opener.proper:
            self._add(line, Code.QUOTATION_MARK, Level.WARNING, start, end, opener.proper)

    def _close_bracket(self, line: int, start: int, end: int, mark: str) -> None:
        opener = next((each for each in reversed(self._open) if each.proper == mark), None)
        if opener is None:
            self._unpaired(line, start, end, mark)
            return
        while self._open[-1] is not opener:
            each = self._open.pop()
            self._unpaired(each.line, each.start, each.end, each.mark)
        self._open.pop()

    def _unpaired(self, line: int, start: int, end: int, mark: str) -> None:
        params = (("mark", mark),)
        self.marks.append((line, Mark(Code.UNPAIRED_MARK, Level.ERROR, start, end, None, params)))

    def _add(self, line: int, code: Code, level: Level, start: int, end: int, fix: str) -> None:
        self.marks.append((line, Mark(code, level, start, end, fix, (("fix", fix),))))


def _is_apostrophe(mark: str, before: str, after: str) -> bool:
    if mark not in APOSTROPHES or not before.isalpha() or after in ("”", "»", "“"):
        return False
    return after.isalpha() or not after or not after.isalnum()


def _holds_blank(text: str, start: int) -> bool:
    """Whether a quotation holds nothing but a blank for the pen; such marks are free."""
    return bool(re.match(r"[_\s]*[»”“\"]", text[start:]))
