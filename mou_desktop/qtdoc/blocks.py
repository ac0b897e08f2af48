"""One block of a document as rich text, each run marked with the field it was filled from."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from mou_desktop.model.document import (
    Article,
    Block,
    Gap,
    Paragraph,
    SignatureBlock,
    Signer,
    Title,
)
from mou_desktop.render.splice import by_piece, on_screen

PATH = QTextFormat.Property.UserProperty.value + 1
SERIF = ("Times New Roman", "Liberation Serif", "DejaVu Serif")
HEADING_SCALE = 1.2
SIGNERS_ABREAST = 2
_SPACE = 0.5


class Tints(NamedTuple):
    """Background colours: of a filled field, and of one that is still open."""

    field: QColor
    open: QColor


def font(points: float) -> QFont:
    """The serif that stands for the Word files' Times New Roman."""
    serif = QFont(list(SERIF))
    serif.setPointSizeF(points)
    return serif


def write(target: QTextDocument, block: Block, tints: Tints) -> None:
    """Replace the content of `target` by `block`."""
    _Writer(target, tints).write(block)


class _Writer:
    def __init__(self, target: QTextDocument, tints: Tints) -> None:
        target.clear()
        self._cursor = QTextCursor(target)
        self._tints = tints
        self._line = target.defaultFont().pointSizeF()
        self._first = True

    def write(self, block: Block) -> None:
        self._cursor.beginEditBlock()
        if isinstance(block, SignatureBlock):
            self._signatures(block)
        elif isinstance(block, Title):
            self._title(block)
        else:
            if isinstance(block, Article):
                self._start(Qt.AlignmentFlag.AlignHCenter)
                self._cursor.insertText(block.heading, self._strong())
            for paragraph in block.paragraphs or (Paragraph(()),):
                self._paragraph(paragraph, Qt.AlignmentFlag.AlignLeft)
        self._cursor.endEditBlock()

    def _title(self, title: Title) -> None:
        for number, line in enumerate(title.lines):
            strong = number == title.heading
            self._paragraph(line, Qt.AlignmentFlag.AlignHCenter, heading=strong)

    def _signatures(self, block: SignatureBlock) -> None:
        abreast = min(SIGNERS_ABREAST, len(block.signers))
        bands = -(-len(block.signers) // abreast)
        table = self._cursor.insertTable(bands, abreast, _borderless(abreast))
        for number, signer in enumerate(block.signers):
            cell = table.cellAt(number // abreast, number % abreast)
            self._cursor = cell.firstCursorPosition()
            self._first = True
            self._signer(signer)

    def _signer(self, signer: Signer) -> None:
        for line in signer.lines:
            self._paragraph(line, Qt.AlignmentFlag.AlignLeft)

    def _paragraph(
        self, paragraph: Paragraph, alignment: Qt.AlignmentFlag, *, heading: bool = False
    ) -> None:
        self._start(alignment)
        for runs in by_piece(paragraph):
            passage = next((run.path for run in runs if run.path), "")
            for run in runs:
                style = self._strong(HEADING_SCALE) if heading else QTextCharFormat()
                if run.strong:
                    style.setFontWeight(QFont.Weight.Bold)
                if run.source:
                    style.setProperty(PATH, run.path or passage)
                    style.setBackground(QBrush(self._tint(run.gap)))
                if run.gap is Gap.UNSURE:
                    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                self._cursor.insertText(on_screen(run), style)

    def _tint(self, gap: Gap | None) -> QColor:
        return self._tints.field if gap is None else self._tints.open

    def _strong(self, scale: float = 1.0) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setFontPointSize(self._line * scale)
        return style

    def _start(self, alignment: Qt.AlignmentFlag) -> None:
        layout = QTextBlockFormat()
        layout.setAlignment(alignment)
        layout.setBottomMargin(self._line * _SPACE)
        if self._first:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(QTextCharFormat())
        else:
            self._cursor.insertBlock(layout, QTextCharFormat())
        self._first = False


def _borderless(columns: int) -> QTextTableFormat:
    layout = QTextTableFormat()
    layout.setBorder(0)
    layout.setCellPadding(2)
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    layout.setColumnWidthConstraints([share] * columns)
    return layout
