"""Pages of strips: where they break, what is painted on them, and what stands at a spot."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintEngine, QPainter, QTextLine

from mou_desktop.model.document import Document, Title
from mou_desktop.model.layout import Layout, in_columns
from mou_desktop.qtdoc.blocks import Tints
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.columns import Pair, pair_strips
from mou_desktop.qtdoc.paging.margin import INK, Margin
from mou_desktop.qtdoc.paging.strips import Along, Line, Strip, strips, units
from mou_desktop.qtdoc.paging.styles import MM


class Placed(NamedTuple):
    """A strip, from `top` on below the upper margin."""

    strip: Strip
    top: float


class Pages:
    """The pages of one version; `tints` puts a background behind its fields, `watermark` is written
    across every page, and `heading` above it.
    """

    def __init__(
        self,
        document: Document,
        layout: Layout,
        tints: Tints | None = None,
        *,
        watermark: str = "",
        heading: str = "",
    ) -> None:
        self.document = document
        self.layout = layout
        self._margin = Margin(document, layout, watermark, heading)
        self._first_top = self._margin.top
        if layout.title_page:
            self._first_top += styles.TITLE_PAGE_TOP
        for along in sorted(Along, reverse=True):
            self._pages = self._broken(tints, along)
            if all(page[0].strip.may_begin for page in self._pages):
                break  # (else it is too much for a page)

    def __len__(self) -> int:
        return len(self._pages)

    def strips(self, page: int) -> Sequence[Placed]:
        """What stands on a page, from top to bottom."""
        return self._pages[page]

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, whose upper left corner is the painter's, a unit of which is a twip."""
        self._margin.paint(painter, page, len(self))
        painter.setPen(INK)
        for line, corner in self._lines(page):
            _draw(painter, line, corner)

    def path_at(self, page: int, spot: QPointF) -> str:
        """The field at a spot of a page; empty where there is none."""
        for path, box in self._boxes(page):
            if box.contains(spot):
                return path
        return ""

    def boxes(self, path: str) -> Iterator[tuple[int, QRectF]]:
        """Where a field stands: page and stretch of a line."""
        for page in range(len(self)):
            yield from ((page, box) for each, box in self._boxes(page) if each == path)

    def _broken(self, tints: Tints | None, along: Along) -> list[list[Placed]]:
        found = list(self._strips(tints, along))
        titles = 0
        if self.layout.title_page:
            titles = sum(isinstance(each.place, Title) for each in found)
        parts = (found[:titles], found[titles:])
        height = self._margin.text_height
        return [page for part in parts for page in _broken(part, height)]

    def _strips(self, tints: Tints | None, along: Along) -> Iterator[Strip]:
        return strips(self.document, self.layout, tints, along)

    def _lines(self, page: int) -> Iterator[tuple[Line, QPointF]]:
        left, top = self.layout.left * MM, self._margin.top if page else self._first_top
        for strip, y in self._pages[page]:
            for line in strip.lines:
                own = line.shape.position()
                yield line, QPointF(left + line.x, top + y + line.y - own.y())

    def _boxes(self, page: int) -> Iterator[tuple[str, QRectF]]:
        for line, corner in self._lines(page):
            shape = line.shape
            first, start = shape.textStart(), 0
            last = first + shape.textLength()
            for path, runs in groupby(line.text.paragraph.runs, key=attrgetter("path")):
                end = start + sum(units(run.text) for run in runs)
                if path and start < last and end > first:
                    left, right = _x(shape, max(start, first)), _x(shape, min(end, last))
                    x = corner.x() + left
                    yield path, QRectF(x, corner.y(), right - left, shape.height())
                start = end


class PairPages(Pages):
    """The pages of two versions side by side; what stands around them is that of the first."""

    def __init__(self, pair: Pair, layout: Layout, *, watermark: str = "") -> None:
        self._pair = pair
        super().__init__(pair[0], in_columns(layout), watermark=watermark)

    def _strips(self, tints: Tints | None, along: Along) -> Iterator[Strip]:
        return pair_strips(self._pair, self.layout, along)


def _draw(painter: QPainter, line: Line, corner: QPointF) -> None:
    """Draw a line of text. A recorded one, as in the print preview, is measured anew when it is
    shown, which spreads letters of justified words: so there the letters are drawn as they stand.
    """
    if painter.paintEngine().type() is not QPaintEngine.Type.Picture:
        line.shape.draw(painter, corner)
        return
    for glyphs in line.shape.glyphRuns():
        painter.drawGlyphRun(corner, glyphs)


def _x(shape: QTextLine, position: int) -> float:
    # (It gives the position back, too; the type hints know only of that in C++.)
    x: float = shape.cursorToX(position)[0]  # type: ignore[index]
    return x


def _broken(found: Iterable[Strip], height: float) -> Iterator[list[Placed]]:
    """Fill page after page. A page breaks before the last strip that may begin one; where none
    may, at its end.
    """
    rest = list(found)
    while rest:
        count = _fitting(rest, height)
        if count < len(rest):
            count = next((each for each in range(count, 0, -1) if rest[each].may_begin), count)
        page, y = [], 0.0
        for number, strip in enumerate(rest[:count]):
            y += strip.gap if number else 0.0
            page.append(Placed(strip, y))
            y += strip.height
        yield page
        rest = rest[count:]


def _fitting(rest: Sequence[Strip], height: float) -> int:
    """How many strips fit on a page: one at least."""
    y = 0.0
    for number, strip in enumerate(rest):
        y += strip.height + (strip.gap if number else 0.0)
        if y > height and number:
            return number
    return len(rest)
