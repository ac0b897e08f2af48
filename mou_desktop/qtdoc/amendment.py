"""One amendment as rich text, language beside language: what was, what becomes, the formula."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from mou_desktop.qtdoc.redline import Inks


class Column(NamedTuple):
    """An amendment in one language. `notice` stands where nothing corresponds to it, and leads to
    `link`; `remark` stands below the formula.
    """

    heading: str
    was: Sequence[str] = ()
    becomes: Sequence[str] = ()
    formula: Sequence[str] = ()
    remark: str = ""
    notice: str = ""
    link: str = ""


class Captions(NamedTuple):
    """The words above the rows."""

    was: str
    becomes: str
    formula: str


def write(
    target: QTextDocument, columns: Sequence[Column], captions: Captions, inks: Inks, open_: QColor
) -> None:
    """Replace the content of `target` by a table; `open_` is behind what is still to be done."""
    target.clear()
    if not columns:
        return
    table = _Table(target, len(columns), inks, open_)
    table.row([each.heading for each in columns], bold=True)
    if any(each.notice for each in columns):
        table.notices(columns)
    for caption, parts, style in (
        (captions.was, [each.was for each in columns], table.deleted),
        (captions.becomes, [each.becomes for each in columns], table.inserted),
        (captions.formula, [each.formula for each in columns], QTextCharFormat()),
    ):
        if any(parts):
            table.caption(caption)
            table.paragraphs(parts, style)
    if any(each.remark for each in columns):
        table.row([each.remark for each in columns], style=table.aside)


class _Table:
    """Grows row by row."""

    def __init__(self, target: QTextDocument, columns: int, inks: Inks, open_: QColor) -> None:
        layout = QTextTableFormat()
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        layout.setCellPadding(3)
        layout.setCellSpacing(0)
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
        layout.setColumnWidthConstraints([share] * columns)
        self._table: QTextTable = QTextCursor(target).insertTable(1, columns, layout)
        self._fresh = True
        self._open = open_
        self.deleted, self.inserted, self.aside = (QTextCharFormat() for _each in range(3))
        self.deleted.setForeground(QBrush(inks.deleted))
        self.inserted.setForeground(QBrush(inks.inserted))
        self.aside.setForeground(QBrush(inks.aside))

    def row(
        self, texts: Sequence[str], *, style: QTextCharFormat | None = None, bold: bool = False
    ) -> None:
        """A line of text in each column."""
        style = QTextCharFormat(style or QTextCharFormat())
        if bold:
            style.setFontWeight(QFont.Weight.Bold)
        self.paragraphs([[text] if text else [] for text in texts], style)

    def caption(self, text: str) -> None:
        """A line across all columns."""
        row = self._next()
        self._table.mergeCells(row, 0, 1, self._table.columns())
        self._table.cellAt(row, 0).firstCursorPosition().insertText(text, self.aside)

    def paragraphs(self, parts: Sequence[Sequence[str]], style: QTextCharFormat) -> None:
        """Paragraphs in each column."""
        row = self._next()
        for number, texts in enumerate(parts):
            cursor = self._table.cellAt(row, number).firstCursorPosition()
            for count, text in enumerate(texts):
                if count:
                    cursor.insertBlock(QTextBlockFormat())
                cursor.insertText(text, style)

    def notices(self, columns: Sequence[Column]) -> None:
        """What is still to be done, as links."""
        row = self._next()
        for number, column in enumerate(columns):
            if column.notice:
                style = QTextCharFormat()
                style.setBackground(QBrush(self._open))
                style.setAnchor(True)
                style.setAnchorHref(column.link)
                style.setFontUnderline(True)
                cursor = self._table.cellAt(row, number).firstCursorPosition()
                cursor.insertText(column.notice, style)

    def _next(self) -> int:
        if self._fresh:
            self._fresh = False
        else:
            self._table.appendRows(1)
        return self._table.rows() - 1
