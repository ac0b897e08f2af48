"""The languages' names above the columns; one that is dragged takes its column along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from mou_desktop.gui.wording import _
from mou_desktop.languages import registry

PADDING = 10


class Header(QWidget):
    """A name for each column.

    Signals:
        moved(str, int): a language was dragged to this place among the columns.
        alone_wanted(str): show this version alone, or the others again.
        hidden(str): leave this version out.
    """

    moved = Signal(str, int)
    alone_wanted = Signal(str)
    hidden = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: dict[str, _Name] = {}
        self._tags: list[str] = []
        self._lefts: list[int] = []
        self._width = 0
        self.setFixedHeight(self.fontMetrics().height() + PADDING)

    def place(self, tags: list[str], lefts: list[int], width: int) -> None:
        """Put the names above the columns that begin at `lefts`."""
        self._tags, self._lefts, self._width = list(tags), lefts, width
        for name in self._names.values():
            name.hide()
        for tag, left in zip(tags, lefts, strict=True):
            name = self._names.setdefault(tag, _Name(tag, self))
            name.setGeometry(left, 0, width, self.height())
            name.show()

    def name(self, tag: str) -> QWidget:
        """The name of a version that is shown."""
        return self._names[tag]

    def is_at_rest(self, tag: str, left: int) -> bool:
        """Whether a name stands above its column."""
        return tag not in self._tags or self._lefts[self._tags.index(tag)] == left

    def drop(self, tag: str, middle: int) -> None:
        """A name was let go with its middle here, in pixels from the left edge."""
        others = [each for each in self._tags if each != tag]
        middles = [
            left + self._width // 2
            for each, left in zip(self._tags, self._lefts, strict=True)
            if each != tag
        ]
        position = sum(other < middle for other in middles)
        if [*others[:position], tag, *others[position:]] == self._tags:
            self.place(self._tags, self._lefts, self._width)
        else:
            self.moved.emit(tag, position)

    def menu(self, tag: str) -> QMenu:
        """What can be done with a version, from its name."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        position = self._tags.index(tag)
        for text, target in ((_("Move to the left"), -1), (_("Move to the right"), 1)):
            action = menu.addAction(text)
            action.setEnabled(0 <= position + target < len(self._tags))
            action.triggered.connect(lambda _on, to=position + target: self.moved.emit(tag, to))
        menu.addSeparator()
        menu.addAction(_("This version alone")).triggered.connect(
            lambda: self.alone_wanted.emit(tag)
        )
        hide = menu.addAction(_("Hide this version"))
        hide.setEnabled(len(self._tags) > 1)
        hide.triggered.connect(lambda: self.hidden.emit(tag))
        return menu


class _Name(QLabel):
    def __init__(self, tag: str, header: Header) -> None:
        super().__init__(registry.language(tag).endonym, header)
        self._tag = tag
        self._header = header
        self._grip: int | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        font = self.font()
        font.setBold(True)
        self.setFont(font)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = round(event.position().x())
            self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        left = round(self.mapToParent(event.position()).x()) - self._grip
        if abs(left - self.x()) >= QApplication.startDragDistance() or not self._at_rest():
            self.move(left, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            if not self._at_rest():
                self._header.drop(self._tag, self.geometry().center().x())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._header.alone_wanted.emit(self._tag)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._header.menu(self._tag).popup(event.globalPos())

    def _at_rest(self) -> bool:
        return self._header.is_at_rest(self._tag, self.x())
