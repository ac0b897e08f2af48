"""A list with large rows: a title, and lines that say more about it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

Index = QModelIndex | QPersistentModelIndex
MARGIN = 12
FAINT, DIM = 0.75, 0.55
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Row(NamedTuple):
    """`chosen` is what the row stands for; a dimmed one cannot be used as it is."""

    chosen: object
    title: str
    details: tuple[str, ...]
    tip: str = ""
    dimmed: bool = False


class Rows(QListWidget):
    """Rows that are chosen with one click, or with the arrows and Enter.

    Signals:
        chosen(object): a row was clicked, or Enter was pressed on it.
        menu_wanted(object, QPoint): its context menu is asked for, at a place on the screen.
        removal_wanted(object): Delete was pressed on it.
        sideways: an arrow key was pressed that leads to the list beside this one.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    removal_wanted = Signal(object)
    sideways = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self.setItemDelegate(_Painter(lines, self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.chosen.emit(self.row_at(index).chosen))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in place of the others; the cursor stays where it was."""
        current = max(self.currentRow(), 0)
        self._rows = list(rows)
        self.clear()
        for row in rows:
            self._describe(QListWidgetItem(self), row)
        self.setCurrentRow(min(current, len(rows) - 1))
        if not self.hasFocus():
            self.clearSelection()

    def replace(self, row: Row) -> None:
        """Show a row anew that stands for the same."""
        for number, old in enumerate(self._rows):
            if old.chosen == row.chosen:
                self._rows[number] = row
                self._describe(self.item(number), row)

    def rows(self) -> list[Row]:
        """What is shown, from top to bottom."""
        return list(self._rows)

    def row_at(self, index: Index) -> Row:
        """The row that an item of the list shows."""
        return self._rows[index.row()]

    def place_of(self, chosen: object) -> QPoint:
        """Where a row is on the screen."""
        numbers = [n for n, row in enumerate(self._rows) if row.chosen == chosen]
        rect = self.visualItemRect(self.item(numbers[0])) if numbers else QRect()
        return self.viewport().mapToGlobal(rect.center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex()) if self.currentIndex().isValid() else None
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit()
        elif row is not None and event.key() in CHOOSING:
            self.chosen.emit(row.chosen)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(row.chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            row = self.row_at(index)
            place = self.place_of(row.chosen) if keyboard else event.globalPos()
            self.menu_wanted.emit(row.chosen, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        if self.currentItem() is not None:
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def _describe(self, item: QListWidgetItem, row: Row) -> None:
        item.setToolTip(row.tip)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join([row.title, *row.details]))


class _Painter(QStyledItemDelegate):
    """Draws a row in the colours of the palette; all rows are equally high."""

    def __init__(self, lines: int, parent: Rows) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._lines * (option.fontMetrics.lineSpacing() + 2) + 2 * MARGIN
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = self.parent()
        assert isinstance(rows, Rows)
        rows.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, rows)
        row = rows.row_at(index)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        area: QRect = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.save()
        painter.setPen(rows.palette().color(role))
        for number, text in enumerate((row.title, *row.details)[: self._lines]):
            font = QFont(rows.font())
            font.setBold(number == 0)
            painter.setFont(font)
            painter.setOpacity(1 if selected else DIM if row.dimmed else FAINT if number else 1)
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            height = metrics.lineSpacing() + 2
            line = QRect(area.left(), area.top() + number * height, area.width(), height)
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
            )
        painter.restore()
