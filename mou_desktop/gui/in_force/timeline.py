"""A list that is a timeline: each entry hangs on a line, with a mark that says how it stands."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

Index = QModelIndex | QPersistentModelIndex
MARGIN, GUTTER, RADIUS = 8, 34, 6
FAINT = 0.75
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class Mark(StrEnum):
    """A filled dot for what is in force, a ring for what is not yet, a cross for what does not fit.
    A small dot is the beginning.
    """

    START = "start"
    IN_FORCE = "in-force"
    OPEN = "open"
    MISFIT = "misfit"


class Entry(NamedTuple):
    """`key` says what the entry stands for; `lines` stand below the title."""

    key: str
    mark: Mark
    title: str
    lines: tuple[str, ...]
    tip: str = ""


class Timeline(QListWidget):
    """Entries from the first to the last; the arrow keys go through them."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, in place of the others; the cursor stays on its entry."""
        current = self.chosen
        self.clear()
        self.entries = list(entries)
        for entry in entries:
            item = QListWidgetItem(". ".join((entry.title, *entry.lines)))  # (for screen readers)
            item.setToolTip(entry.tip)
            self.addItem(item)
        keys = [entry.key for entry in entries]
        self.setCurrentRow(keys.index(current) if current in keys else 0)

    @property
    def chosen(self) -> str:
        """What the cursor is on."""
        row = self.currentRow()
        return self.entries[row].key if 0 <= row < len(self.entries) else ""


class _Painter(QStyledItemDelegate):
    """Paints an entry, and the piece of the line on which it hangs."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._timeline.viewport().width()
        room = QRect(0, 0, width - GUTTER - MARGIN, 1_000_000)
        parts = self._parts(self._timeline.font(), index)
        heights = [
            QFontMetrics(font).boundingRect(room, _WRAP, text).height() for font, text in parts
        ]
        return QSize(width, sum(heights) + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        entry, palette = self._timeline.entries[index.row()], option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._timeline.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._timeline
        )
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        group = QPalette.ColorGroup.Active
        if not option.state & QStyle.StateFlag.State_Active:
            group = QPalette.ColorGroup.Inactive
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = palette.color(group, role)
        self._paint_line(painter, option.rect, index, ink)
        self._paint_mark(painter, option.rect, entry.mark, ink, palette, selected=selected)
        room = option.rect.adjusted(GUTTER, MARGIN, -MARGIN, 0)
        for number, (font, text) in enumerate(self._parts(self._timeline.font(), index)):
            painter.setFont(font)
            colour = QColor(ink)
            colour.setAlphaF(1.0 if number == 0 else FAINT)
            painter.setPen(colour)
            used = painter.boundingRect(room, _WRAP, text)
            painter.drawText(room, _WRAP, text)
            room = room.adjusted(0, used.height(), 0, 0)
        painter.restore()

    def _parts(self, font: QFont, index: Index) -> list[tuple[QFont, str]]:
        entry = self._timeline.entries[index.row()]
        bold = QFont(font)
        bold.setBold(True)
        return [(bold, entry.title), *((font, line) for line in entry.lines)]

    def _paint_line(self, painter: QPainter, rect: QRect, index: Index, ink: QColor) -> None:
        """What does not fit hangs on no line."""
        entries = self._timeline.entries
        row = index.row()
        x, middle = rect.left() + GUTTER / 2, self._middle(rect)
        colour = QColor(ink)
        colour.setAlphaF(0.35)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        if entries[row].mark is Mark.MISFIT:
            return
        if row:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, middle - RADIUS - 2))
        if row + 1 < len(entries) and entries[row + 1].mark is not Mark.MISFIT:
            painter.drawLine(QPointF(x, middle + RADIUS + 2), QPointF(x, rect.bottom() + 1))

    def _paint_mark(
        self,
        painter: QPainter,
        rect: QRect,
        mark: Mark,
        ink: QColor,
        palette: QPalette,
        *,
        selected: bool,
    ) -> None:
        centre = QPointF(rect.left() + GUTTER / 2, self._middle(rect))
        accent = ink if selected else palette.color(QPalette.ColorRole.Highlight)
        dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
        wrong = ink if selected else QColor(255, 140, 130) if dark else QColor(175, 20, 20)
        painter.setPen(QPen(wrong if mark is Mark.MISFIT else accent, 2.5))
        if mark is Mark.MISFIT:
            for slope in (1, -1):
                one, other = QPointF(-5, -5 * slope), QPointF(5, 5 * slope)
                painter.drawLine(centre + one, centre + other)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush if mark is Mark.OPEN else accent)
        radius = RADIUS - 1.5 if mark is Mark.START else RADIUS
        painter.drawEllipse(centre, radius, radius)

    def _middle(self, rect: QRect) -> float:
        """Of the title's line."""
        return rect.top() + MARGIN + QFontMetrics(self._timeline.font()).height() / 2
