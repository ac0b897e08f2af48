"""The versions side by side under one scroll bar, with their names above them."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mou_desktop.gui.columns.canvas import Canvas, cell_name
from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.columns.header import Header
from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.gui.wording import _
from mou_desktop.model.document import Document

RELAYOUT_DELAY = 40
POINTS, SMALLEST, LARGEST = 11.0, 7.0, 28.0


class Columns(QWidget):
    """All versions side by side under one scroll bar. A cell's `objectName` says which block of
    which version it shows: «version.ru.preamble».

    When first shown, it has only the rows that are in view; `complete` adds the others.

    Signals:
        field_chosen(str): the path of a field that was clicked in a version.
        entered(str, str): the caret came into a version's place (language, place).
        wording_typed(str, str, Wording): a version's place was typed into (language, place).
        paragraph_divided(str, str, Wording): the same, by dividing a paragraph.
        rearranged: there are other columns or rows than before.
    """

    field_chosen = Signal(str)
    entered = Signal(str, str)
    wording_typed = Signal(str, str, object)
    paragraph_divided = Signal(str, str, object)
    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = POINTS
        self.header = Header(self)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._canvas = Canvas(POINTS)
        for signal in ("field_chosen", "entered", "wording_typed", "paragraph_divided"):
            getattr(self._canvas, signal).connect(getattr(self, signal))
        self._area.setWidget(self._canvas)
        self._area.horizontalScrollBar().valueChanged.connect(self._place_header)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._layout.addWidget(self._area)
        self._delay = QTimer(self, singleShot=True, interval=RELAYOUT_DELAY)
        self._delay.timeout.connect(self._fit)
        self._retranslate()

    @property
    def languages(self) -> list[str]:
        """The versions that are shown, from left to right."""
        return self._canvas.languages

    def show_documents(
        self,
        documents: dict[str, Document],
        languages: list[str],
        marks: Mapping[str, Sequence[str]],
    ) -> None:
        """Draw the versions in these languages, in this order. `marks` names, by place, the
        versions that have still to follow another's wording.
        """
        if not self._canvas.show_documents(documents, languages, marks):
            return
        if self.isVisible():
            self._fit()
            self.complete()
        self.rearranged.emit()

    def show_only(self, places: Collection[str] | None) -> None:
        """Have rows for these places alone, or for all. The text with the caret stays in view."""
        self.complete()
        cell = self.current()
        before = cell.y() if cell else 0
        self._canvas.show_only(None if places is None else frozenset(places))
        if cell and not cell.isHidden():
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + cell.y() - before)

    def add_bar(self, bar: QWidget, *, above: bool = False) -> None:
        """Have a bar above or below the versions, as wide as they are."""
        self._layout.insertWidget(0 if above else self._layout.count(), bar)

    def offer(self, actions: list[QAction]) -> None:
        """Have these in the context menu of every text."""
        self._canvas.offer(actions)

    def edit(self, language: str, where: str) -> None:
        """Put the caret into a version's place, if that is shown."""
        found = self.cell_of(language, where)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            found.put_caret_at_end()
            self._scroll_to(found)

    def cell_of(self, language: str, where: str) -> Cell | None:
        """The cell of a version's place, if that version is shown. Its row comes back if it was
        left out.
        """
        self.complete()
        self._canvas.reveal(where)
        key = cell_name(language, where)
        return next((each for each in self.stops() if each.objectName() == key), None)

    def light_up(
        self, hits: Mapping[str, Sequence[Stretch]], current: tuple[str, Stretch] | None
    ) -> None:
        """Light up stretches of texts, by the cells' object names; one of them above all."""
        self.complete()
        self._canvas.light_up(hits, current)

    def show_stretch(self, cell: Cell, stretch: Stretch) -> None:
        """Bring a stretch of text into view."""
        cursor = cell.cursor_of(stretch)
        end = cell.cursorRect(cursor)
        cursor.setPosition(cursor.anchor())
        middle = (cell.cursorRect(cursor) | end).translated(cell.pos()).center()
        self._area.ensureVisible(middle.x(), middle.y(), cell.width() // 2, 3 * end.height())

    def current(self) -> Cell | None:
        """The cell with the caret."""
        return next((each for each in self.stops() if each.hasFocus()), None)

    @property
    def points(self) -> float:
        """The size of the text."""
        return self._points

    def zoom(self, points: float) -> None:
        """Write the text in this size, within what can be read."""
        points = max(SMALLEST, min(points, LARGEST))
        if points != self._points:
            self._points = points
            self._canvas.set_points(points)
            if self.isVisible():
                self._fit()
                self.complete()

    def complete(self) -> None:
        """Build the rows that are not there yet."""
        self._canvas.build()

    def stops(self) -> list[Cell]:
        """Where the Tab key stops, row by row."""
        return self._canvas.cells()

    def set_active(self, path: str) -> None:
        """Light up a field wherever it stands, and bring the first place into view."""
        self.complete()
        found = self._canvas.set_active(path)
        shown = [cell for cell in found if not cell.isHidden()]
        if path and shown and not any(self._in_view(cell) for cell in shown):
            self._scroll_to(shown[0])

    def cell(self, row: int, language: str) -> Cell | None:
        """The cell of a block, if that version is shown."""
        self.complete()
        return self._canvas.cell(row, language)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._delay.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._layout.activate()
        self._fit()

    def _retranslate(self) -> None:
        self.setAccessibleName(_("The versions of the agreement"))

    def _fit(self) -> None:
        self._delay.stop()
        # (Asking for a viewport makes PySide load the types of all widgets, which takes 7 ms.)
        self._canvas.fit(self._area.maximumViewportSize())
        self._place_header()

    def _place_header(self) -> None:
        offset = self._area.horizontalScrollBar().value()
        lefts = [left - offset for left in self._canvas.lefts()]
        self.header.place(self.languages, lefts, self._canvas.column_width)

    def _scroll_to(self, cell: Cell) -> None:
        middle = cell.geometry().center()
        room = min(cell.height(), self._area.viewport().height()) // 2
        self._area.ensureVisible(middle.x(), middle.y(), cell.width() // 2, room)

    def _in_view(self, cell: Cell) -> bool:
        corner = cell.mapTo(self._area.viewport(), QPoint(0, 0))
        return self._area.viewport().rect().contains(QRect(corner, cell.size()))
