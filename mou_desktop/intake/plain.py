"""Plain text, also with the marks of Markdown: lines to paragraphs."""

import re
from collections.abc import Iterator

from mou_desktop.intake.line import Line
from mou_desktop.intake.source import Cell, Gauge, Source, SourceParagraph

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_LIKE_MARKDOWN = re.compile(r"^#{1,6}\s|\*\*\S|^\s*\|.*\|\s*$|\\_", re.MULTILINE)
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")
# A text whose lines were broken to a width has them of much the same length.
_WRAPPED = range(50, 100)
_FEW = 0.04


def read(text: str, file: str) -> Source:
    """The document. Raises `IntakeError` when it is too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    gauge = Gauge(file)
    is_markdown = bool(_LIKE_MARKDOWN.search(text))
    paragraphs = []
    tables = 0
    for block in _blocks(text):
        if is_markdown and all(line.strip().startswith("|") for line in block):
            tables += 1
            found = list(_table(block, tables))
        else:
            found = list(_paragraphs(block, is_markdown=is_markdown))
        for paragraph in found:
            gauge.add(len(paragraph.text))
            paragraphs.append(paragraph)
    return Source(file, tuple(paragraphs))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines that belong together. Without empty lines, every line stands for itself."""
    lines = text.split("\n")
    empty = sum(not line.strip() for line in lines[:-1])
    if empty < _FEW * len(lines) and not _is_wrapped(lines):
        yield from ([line] for line in lines if line.strip())
        return
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines but the last were broken where they had become long enough."""
    whole = [len(line) for line in lines[:-1]]
    return len(whole) > 0 and min(whole) in _WRAPPED and max(whole) in _WRAPPED


def _paragraphs(block: list[str], *, is_markdown: bool) -> Iterator[SourceParagraph]:
    if not is_markdown:
        joint = " " if _is_wrapped(block) else "\n"
        yield SourceParagraph(joint.join(block))
        return
    lines: list[str] = []
    for line in block:
        line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
        heading = _HEADING.match(line.strip())
        if heading or _RULE.match(line):
            if lines:
                yield _marked("".join(lines).rstrip("\n "))
            lines = []
            if heading:
                yield _marked(heading[2], level=len(heading[1]))
            continue
        hard = line.endswith(("  ", "\\"))
        lines.append(line.rstrip(" \\") + "\n" if hard or not _is_wrapped(block) else line + " ")
    if lines:
        yield _marked("".join(lines).rstrip("\n "))


def _marked(text: str, *, level: int = 0, cell: Cell | None = None) -> SourceParagraph:
    """A paragraph without its marks: `**bold**` and escaped signs."""
    line = Line()
    strong, end = False, 0
    for mark in _MARKS.finditer(text):
        line.add(text[end : mark.start()], strong=strong)
        if mark[1]:
            line.add(mark[1], strong=strong)
        else:
            strong = not strong
        end = mark.end()
    line.add(text[end:], strong=strong)
    return line.read(level=level, cell=cell)


def _table(block: list[str], number: int) -> Iterator[SourceParagraph]:
    for row, line in enumerate(block):
        if _TABLE_RULE.match(line):
            continue
        cells = line.strip().strip("|").split("|")
        for column, text in enumerate(cells):
            if text.strip():
                yield _marked(text.strip(), cell=Cell(number, row, column))
