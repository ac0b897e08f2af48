"""The text of a Word file's body: paragraphs in reading order, tables and text boxes included.

Tracked changes are accepted: what was inserted stands, what was deleted does not.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mou_desktop.intake.amendment_notes import NOTE, is_note
from mou_desktop.intake.docx_names import Element, child, is_on, name, val
from mou_desktop.intake.docx_styles import Numbering, Style, Styles
from mou_desktop.intake.docx_walk import cells, choice, rows, text_boxes
from mou_desktop.intake.line import Line
from mou_desktop.intake.source import Cell, Comment, Gauge, SourceParagraph
from mou_desktop.model.change import Fate

_THROUGH = frozenset({"hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "mc:Choice"})
_INSERTED = frozenset({"ins", "moveTo"})
_DELETED = frozenset({"del", "moveFrom"})
_CONTAINERS = frozenset({"customXml", "ins", "moveTo", "body", "txbxContent", "mc:Choice"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_STRONG = ("Strong", "StrongEmphasis")
_NOTES = frozenset({"footnoteReference", "endnoteReference"})


class Remarked(NamedTuple):
    """A comment as its part of the file has it, before its place in the text is known."""

    text: str
    author: str
    time: str


class Body:
    """Reads the paragraphs below an element; `hidden`, `contents` and `notes` tell what was met."""

    def __init__(
        self, styles: Styles, numbering: Numbering, comments: Mapping[str, Remarked], gauge: Gauge
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._comments = comments
        self._gauge = gauge
        self._tables = 0
        self._carried: Line | None = None
        self._open_comments: dict[str, tuple[Line, int]] = {}
        self._placed: set[str] = set()
        self._fields: list[bool] = []
        self.hidden = False
        self.contents = False
        self.notes: list[str] = []

    def paragraphs(self, root: Element) -> Iterator[SourceParagraph]:
        """Every paragraph, in reading order. Raises `IntakeError` when there are too many."""
        yield from self._blocks(root, (), None)
        yield from self._rest((), None)

    def _blocks(
        self, parent: Element, blocks: tuple[str, ...], cell: Cell | None
    ) -> Iterator[SourceParagraph]:
        for element in parent:
            kind = name(element.tag)
            if kind == "p":
                yield from self._paragraph(element, blocks, cell)
            elif kind == "tbl":
                yield from self._table(element, blocks)
            elif kind == "sdt":
                content = child(element, "sdtContent")
                if content is not None:
                    tag = val(child(element, "sdtPr", "tag"))
                    inside = (*blocks, tag) if tag else blocks
                    yield from self._blocks(content, inside, cell)
            elif kind in _CONTAINERS:
                yield from self._blocks(element, blocks, cell)
            elif kind == "mc:AlternateContent":
                first = choice(element)
                if first is not None:
                    yield from self._blocks(first, blocks, cell)

    def _table(self, table: Element, blocks: tuple[str, ...]) -> Iterator[SourceParagraph]:
        self._tables += 1
        number = self._tables
        for row, (inside, line) in enumerate(rows(table, blocks)):
            if child(line, "trPr", "del") is not None:
                continue
            column = 0
            for around, cell in cells(line, inside):
                here = Cell(number, row, column)
                yield from self._blocks(cell, around, here)
                yield from self._rest(around, here)
                span = val(child(cell, "tcPr", "gridSpan"))
                column += int(span) if span.isdecimal() and len(span) < 3 else 1

    def _paragraph(
        self, element: Element, blocks: tuple[str, ...], cell: Cell | None
    ) -> Iterator[SourceParagraph]:
        properties = child(element, "pPr")
        style = self._styles.of(val(child(properties, "pStyle")))
        line = self._carried or Line()
        self._carried = None
        self._fields.clear()
        boxes: list[Element] = []
        self._inline(element, line, boxes)
        mark = child(properties, "rPr")
        if any(child(mark, kind) is not None for kind in _DELETED):
            self._carried = line  # (its text goes on in the next paragraph)
            return
        if style.name.lower().startswith("toc ") and line.length:
            self.contents = True
            return
        self._gauge.add(line.length)
        if is_note(style.name) or NOTE in blocks:
            self.notes.append(line.read().text)
            return
        label = self._label(properties, style)
        level = style.level or _outline(properties)
        yield line.read(style=style.name, level=level, label=label, blocks=blocks, cell=cell)
        for box in boxes:
            yield from self._blocks(box, blocks, cell)

    def _rest(self, blocks: tuple[str, ...], cell: Cell | None) -> Iterator[SourceParagraph]:
        """A paragraph whose end was deleted, where no other follows."""
        if self._carried is not None:
            yield self._carried.read(blocks=blocks, cell=cell)
            self._carried = None

    def _label(self, properties: Element | None, style: Style) -> str:
        numbered = child(properties, "numPr")
        list_id = val(child(numbered, "numId")) or style.numbering
        depth = val(child(numbered, "ilvl"))
        at = int(depth) if depth.isdecimal() and len(depth) == 1 else style.depth
        return self._numbering.label(list_id, at) if list_id not in ("", "0") else ""

    def _inline(self, parent: Element, line: Line, boxes: list[Element]) -> None:
        for element in parent:
            kind = name(element.tag)
            if kind == "r":
                self._run(element, line, boxes)
            elif kind in _THROUGH:
                self._inline(element, line, boxes)
            elif kind in _INSERTED:
                start, mark = line.length, line.mark
                self._inline(element, line, boxes)
                line.revise(Fate.INSERTED, start, line.text_since(mark), *_by(element))
            elif kind in _DELETED:
                line.revise(Fate.DELETED, line.length, _all_text(element), *_by(element))
            elif kind == "sdt":
                content = child(element, "sdtContent")
                start = line.length
                if content is not None:
                    self._inline(content, line, boxes)
                tag = val(child(element, "sdtPr", "tag"))
                if tag:
                    line.control(tag, start)
            elif kind == "commentRangeStart":
                self._open_comments[val(element, "id")] = (line, line.length)
            elif kind == "commentRangeEnd":
                self._end_comment(val(element, "id"), line)
            elif kind == "mc:AlternateContent":
                first = choice(element)
                if first is not None:
                    self._inline(first, line, boxes)
            elif kind in ("m:oMath", "m:oMathPara"):
                line.add("".join(each.text or "" for each in element.iter() if _is_math(each)))

    def _run(self, run: Element, line: Line, boxes: list[Element]) -> None:
        properties = child(run, "rPr")
        bold = is_on(properties, "b") or val(child(properties, "rStyle")) in _STRONG
        for element in run:
            kind = name(element.tag)
            if kind == "t":
                if element.text and is_on(properties, "vanish"):
                    self.hidden = True
                if not (self._fields and not self._fields[-1]):
                    line.add(_one_line(element.text or ""), strong=bold)
            elif kind == "fldChar":
                self._field(val(element, "fldCharType"))
            elif kind == "br" and val(element, "type") in ("page", "column"):
                line.add(" ")
            elif kind in _SIGNS:
                line.add(_SIGNS[kind])
            elif kind == "commentReference":
                self._end_comment(val(element, "id"), line)
            elif kind not in _NOTES:
                boxes += text_boxes(element)

    def _field(self, kind: str) -> None:
        """Fields can stand in one another; the text is what is behind `separate`."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _end_comment(self, number: str, line: Line) -> None:
        found = self._comments.get(number)
        began, start = self._open_comments.pop(number, (line, line.length))
        if found is not None and number not in self._placed:
            self._placed.add(number)
            begin = start if began is line else 0
            line.comment(Comment(begin, line.length, found.text, found.author, found.time))


def _one_line(text: str) -> str:
    return text.replace("\n", " ") if "\n" in text else text


def _all_text(element: Element) -> str:
    """The text below an element, deleted text included."""
    return "".join(
        each.text or "" if name(each.tag) in ("t", "delText") else _SIGNS.get(name(each.tag), "")
        for each in element.iter()
    )


def _is_math(element: Element) -> bool:
    return name(element.tag) == "m:t"


def _by(element: Element) -> tuple[str, str]:
    return val(element, "author"), val(element, "date")


def _outline(properties: Element | None) -> int:
    outline = val(child(properties, "outlineLvl"))
    return int(outline) + 1 if outline.isdecimal() and len(outline) == 1 and outline != "9" else 0
