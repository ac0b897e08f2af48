"""What stands around the text of a page: its number, the initials, what is written across it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from mou_desktop.export.initials import initials
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout, Numbers
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.strips import font
from mou_desktop.qtdoc.paging.styles import MM, POINT

INK = QColor(0, 0, 0)
PALE = QColor(216, 216, 216)
# (A PDF/A-1b file knows nothing half transparent.)
ACROSS = 0.8
"""Of the diagonal of the text, for what is written across it."""
TALLEST = 90


class Margin:
    """The margins of a version's pages, and what is painted in them."""

    def __init__(self, document: Document, layout: Layout, watermark: str, heading: str) -> None:
        self._layout = layout
        self._heading = heading
        self._watermark = watermark
        self._font = font(layout, layout.small_size)
        self._line = QFontMetricsF(self._font).height() * styles.LINE_SPACING
        self._initials = list(initials(document)) if layout.initials else []
        self._band = styles.INITIALS_BEFORE * POINT + self._line

    @property
    def top(self) -> float:
        """Where the text begins; a number or a heading above it needs its room."""
        lines = (self._layout.numbers is Numbers.HEAD) + bool(self._heading)
        needed = styles.EDGE * MM + lines * self._line if lines else 0.0
        return max(self._layout.top * MM, needed)

    @property
    def text_height(self) -> float:
        """What is left for the text between head and foot."""
        foot = styles.EDGE * MM + self._foot()
        return styles.HEIGHT * MM - self.top - max(self._layout.bottom * MM, foot)

    def paint(self, painter: QPainter, page: int, count: int) -> None:
        """Paint what is around the text of a page, of which there are `count`."""
        if self._watermark:
            self._paint_across(painter)
        painter.setPen(INK)
        painter.setFont(self._font)
        self._paint_initials(painter)
        self._paint_heading(painter, page)
        layout, first = self._layout, page == 0
        if first and (layout.title_page or layout.numbers is Numbers.HEAD):
            return
        top = styles.EDGE * MM
        if layout.numbers is Numbers.FOOT:
            top = (styles.HEIGHT - styles.EDGE) * MM - self._line
        box = QRectF(layout.left * MM, top, styles.text_width(layout), self._line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{page + 1} / {count}")

    def _foot(self) -> float:
        """How high the foot of a page is."""
        number = self._line if self._layout.numbers is Numbers.FOOT else 0.0
        return number + len(self._initials) * self._band

    def _paint_initials(self, painter: QPainter) -> None:
        left, width = self._layout.left * MM, styles.text_width(self._layout)
        bottom = (styles.HEIGHT - styles.EDGE) * MM - self._foot()
        for band in self._initials:
            bottom += self._band
            box = QRectF(left, bottom - self._line, width, self._line)
            for side, text in zip(_SIDES, band, strict=False):
                painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_heading(self, painter: QPainter, page: int) -> None:
        below = page and self._layout.numbers is Numbers.HEAD
        top = styles.EDGE * MM + (self._line if below else 0.0)
        box = QRectF(self._layout.left * MM, top, styles.text_width(self._layout), self._line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, self._heading)

    def _paint_across(self, painter: QPainter) -> None:
        """Write aslant through the middle of the text, as large as it fits."""
        width, height = styles.text_width(self._layout), self.text_height
        middle = QPointF(self._layout.left * MM + width / 2, self.top + height / 2)
        large = font(self._layout, TALLEST)
        room = ACROSS * min(width, height) * 2**0.5
        taken = QFontMetricsF(large).horizontalAdvance(self._watermark)
        if taken > room:
            large = font(self._layout, TALLEST * room / taken)
        painter.save()
        painter.translate(middle)
        painter.rotate(-45)
        painter.setPen(PALE)
        painter.setFont(large)
        box = QRectF(-room / 2 * 1.1, -height / 2, room * 1.1, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._watermark)
        painter.restore()


_SIDES = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
