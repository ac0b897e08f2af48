"""What stands around the text of a page: its number, the initials, what is written across it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from mou_desktop.model.document import Document, Gap, SignatureBlock, Signer
from mou_desktop.model.layout import Layout, Numbers
from mou_desktop.qtdoc.blocks import SIGNERS_ABREAST
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.strips import font
from mou_desktop.qtdoc.paging.styles import MM, POINT

INK = QColor(0, 0, 0)
PALE = QColor(0, 0, 0, 40)
BLANK = "_" * 12
NAME_LIMIT = 32
"""Two names of this length have room on one line, with the blanks."""
ACROSS = 0.8
"""Of the diagonal of the text, for what is written across it."""
TALLEST = 90


class Margin:
    """The margins of a version's pages, and what is painted in them."""

    def __init__(self, document: Document, layout: Layout, watermark: str) -> None:
        self._layout = layout
        self._watermark = watermark
        self._font = font(layout, styles.SMALL_SIZE)
        self._line = QFontMetricsF(self._font).height() * styles.LINE_SPACING
        self._initials = list(_initials(document)) if layout.initials else []
        self._band = styles.INITIALS_BEFORE * POINT + self._line

    @property
    def top(self) -> float:
        """Where the text begins; a number above it needs its room."""
        at_head = self._layout.numbers is Numbers.HEAD
        needed = styles.EDGE * MM + self._line if at_head else 0.0
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
        return number + len(self._bands()) * self._band

    def _bands(self) -> list[list[str]]:
        starts = range(0, len(self._initials), SIGNERS_ABREAST)
        return [self._initials[start : start + SIGNERS_ABREAST] for start in starts]

    def _paint_initials(self, painter: QPainter) -> None:
        left, width = self._layout.left * MM, styles.text_width(self._layout)
        bottom = (styles.HEIGHT - styles.EDGE) * MM - self._foot()
        for band in self._bands():
            bottom += self._band
            box = QRectF(left, bottom - self._line, width, self._line)
            for side, text in zip(_SIDES, band, strict=False):
                painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)

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


def _initials(document: Document) -> list[str]:
    signers = [
        signer
        for block in document.blocks
        if isinstance(block, SignatureBlock)
        for signer in block.signers
    ]
    return [f"{BLANK} {_signatory(signer)}".rstrip() for signer in signers]


def _signatory(signer: Signer) -> str:
    """The name behind the line of the signature, where it is known and short."""
    filled = (run.text for run in signer.name.runs if run.path and run.gap is not Gap.MISSING)
    text = "".join(filled)
    return text if len(text) <= NAME_LIMIT else ""
