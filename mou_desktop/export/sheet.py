"""A Word file of headings, lines and tables for the desk, on sheets laid across."""

from collections.abc import Iterable, Sequence

from lxml import etree

from mou_desktop.export.docx import MAIN, PROPERTIES, core_properties
from mou_desktop.export.docx_body import add_row, add_table
from mou_desktop.export.docx_markup import Element, add, add_paragraph, add_run, name, serialised
from mou_desktop.export.docx_package import pack
from mou_desktop.export.docx_styles import base
from mou_desktop.languages import registry
from mou_desktop.model.layout import Layout

LAYOUT = Layout(size=10)
# Twentieths of a point: A4 crosswise, its margins, and what they leave.
LENGTH, HEIGHT, MARGIN = "16838", "11906", "850"
WIDTH = 15138
BOX, TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH CHECK}"
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


class Sheet:
    """Is written from the top to the bottom, in the words of a language."""

    def __init__(self, title: str, language: str, *, subject: str) -> None:
        """`language` is a BCP 47 tag, `subject` what the file says of itself."""
        self._word_tag = registry.language(language).word_tag
        self._title, self._subject = title, subject
        self._parts = dict(base(self._word_tag, LAYOUT))
        self._root = etree.fromstring(self._parts[MAIN])
        self._body = self._root[0]
        self._section = self._body[0]
        self._body.remove(self._section)
        self.line(title, "Title")

    def heading(self, text: str) -> None:
        self.line(text, "Heading2")

    def line(self, text: str, style: str = "Normal") -> None:
        """A paragraph of its own."""
        _write(self._body, text, style)

    def table(
        self, columns: list[int], heads: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> None:
        """A table with lines, whose head stands on every page; the widths of the columns make
        `WIDTH`. A text may have several lines.
        """
        table = add_table(self._body, "TableNormal", WIDTH, columns)
        layout = table[0].find(name("tblLayout"))
        assert layout is not None
        borders = etree.Element(name("tblBorders"))
        for edge in _BORDERS:
            line = add(borders, edge, "single")
            line.set(name("sz"), "4")
            line.set(name("space"), "0")
            line.set(name("color"), "auto")
        layout.addprevious(borders)
        _row(table, columns, heads, is_head=True)
        for row in rows:
            _row(table, columns, row)

    def to_bytes(self) -> bytes:
        """The file."""
        _lay_crosswise(self._section)
        self._body.append(self._section)
        self._parts[MAIN] = serialised(self._root)
        self._parts[PROPERTIES] = core_properties(
            self._parts[PROPERTIES],
            title=self._title,
            subject=self._subject,
            language=self._word_tag,
        )
        return pack(self._parts)


def _row(
    table: Element, columns: list[int], texts: Sequence[str], *, is_head: bool = False
) -> None:
    cells = add_row(table, columns, whole=True)
    if is_head:
        add(table[-1][0], "tblHeader")
    for cell, text in zip(cells, texts, strict=True):
        for line in text.split("\n"):
            _write(cell, line, strong=is_head)


def _write(parent: Element, text: str, style: str = "Normal", *, strong: bool = False) -> None:
    add_run(add_paragraph(parent, style), text, strong=strong)


def _lay_crosswise(section: Element) -> None:
    size, margins = section[0], section[1]
    for key, value in (("w", LENGTH), ("h", HEIGHT), ("orient", "landscape")):
        size.set(name(key), value)
    for side in ("top", "right", "bottom", "left"):
        margins.set(name(side), MARGIN)
