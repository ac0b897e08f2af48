"""The versions in aligned columns: a cell for each block and language, placed by hand.

Placing the cells ourselves keeps a keystroke cheap: only the cells whose text changed are laid
out again, and only the rows below them move.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QPalette, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.gui.form.inputs import UndoGuard
from mou_desktop.gui.wording import _
from mou_desktop.languages import registry
from mou_desktop.model.document import Article, Document, place
from mou_desktop.model.finding import VERSION
from mou_desktop.render.splice import Wording

COLUMN_MINIMUM = 230
GAP = 1
RELAYOUT_DELAY = 40
POINTS = 11.0


class _Header(QWidget):
    """The languages' names above the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: dict[str, QLabel] = {}
        self.setFixedHeight(self.fontMetrics().height() + 10)

    def place(self, tags: list[str], lefts: list[int], width: int) -> None:
        """Put the names above the columns that begin at `lefts`."""
        for label in self._labels.values():
            label.hide()
        for tag, left in zip(tags, lefts, strict=True):
            label = self._labels.setdefault(tag, self._label(tag))
            label.setGeometry(left, 0, width, self.height())
            label.show()

    def _label(self, tag: str) -> QLabel:
        label = QLabel(registry.language(tag).endonym, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label


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
        self._header = _Header(self)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._canvas = _Canvas()
        for signal in ("field_chosen", "entered", "wording_typed", "paragraph_divided"):
            getattr(self._canvas, signal).connect(getattr(self, signal))
        self._area.setWidget(self._canvas)
        self._area.horizontalScrollBar().valueChanged.connect(self._place_header)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._header)
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
            found.moveCursor(QTextCursor.MoveOperation.End)
            self._scroll_to(found)

    def cell_of(self, language: str, where: str) -> Cell | None:
        """The cell of a version's place, if that version is shown. Its row comes back if it was
        left out.
        """
        self.complete()
        self._canvas.reveal(where)
        key = _key(language, where)
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
        self._header.place(self.languages, lefts, self._canvas.column_width)

    def _scroll_to(self, cell: Cell) -> None:
        middle = cell.geometry().center()
        room = min(cell.height(), self._area.viewport().height()) // 2
        self._area.ensureVisible(middle.x(), middle.y(), cell.width() // 2, room)

    def _in_view(self, cell: Cell) -> bool:
        corner = cell.mapTo(self._area.viewport(), QPoint(0, 0))
        return self._area.viewport().rect().contains(QRect(corner, cell.size()))


class _Canvas(QWidget):
    """The surface under the scroll bar, which places the cells."""

    field_chosen = Signal(str)
    entered = Signal(str, str)
    wording_typed = Signal(str, str, object)
    paragraph_divided = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._guard = UndoGuard(self)
        self._offered: list[QAction] = []
        self._marks: Mapping[str, Sequence[str]] = {}
        # When the canvas grows or shrinks, what stays is not painted again.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.languages: list[str] = []
        self.column_width = COLUMN_MINIMUM
        self._documents: dict[str, Document] = {}
        self._count = 0
        self._rows: list[dict[str, Cell]] = []
        self._heights: list[int] = []
        self._only: frozenset[str] | None = None
        self._revealed = ""

    def show_documents(
        self,
        documents: dict[str, Document],
        languages: list[str],
        marks: Mapping[str, Sequence[str]],
    ) -> bool:
        """Draw; says whether the columns themselves changed and must be fitted anew."""
        self._marks = marks
        count = max((len(document.blocks) for document in documents.values()), default=0)
        new_columns = languages != self.languages or count != self._count
        self._documents, self.languages, self._count = documents, languages, count
        if new_columns:
            self._change_columns()
        changed = [
            number
            for number in range(len(self._rows))
            if self._fill(number) or self._is_left_out(number) == bool(self._heights[number])
        ]
        if changed and not new_columns:
            self._grow(changed)
        return new_columns

    def show_only(self, places: frozenset[str] | None) -> None:
        """Have rows for these places alone, or for all."""
        self._only, self._revealed = places, ""
        self._grow(list(range(len(self._rows))))

    def reveal(self, where: str) -> None:
        """Have a row for this place, too, until another one is wanted."""
        if self._only is not None and where not in (*self._only, self._revealed):
            self._revealed = where
            self._grow(list(range(len(self._rows))))

    def offer(self, actions: list[QAction]) -> None:
        """Have these in the context menu of every text."""
        self._offered = actions
        for cell in self.cells():
            cell.addActions(actions)

    def build(self, down_to: int | None = None) -> None:
        """Build the rows that are not there yet: all, or those that begin above `down_to`."""
        first = len(self._rows)
        bottom = self._top(first)
        while len(self._rows) < self._count and (down_to is None or bottom < down_to):
            self._rows.append({tag: self._cell(tag) for tag in self.languages})
            self._fill(len(self._rows) - 1)
            self._heights.append(self._row_height(len(self._rows) - 1))
            bottom += self._heights[-1] + GAP if self._heights[-1] else 0
        if len(self._rows) > first:
            self._place(first)
            self._chain_focus()

    def set_active(self, path: str) -> list[Cell]:
        """Light up a field; the cells where it stands."""
        return [cell for cell in self.cells() if cell.set_active(path)]

    def light_up(
        self, hits: Mapping[str, Sequence[Stretch]], current: tuple[str, Stretch] | None
    ) -> None:
        for cell in (cell for row in self._rows for cell in row.values()):
            name = cell.objectName()
            present = current[1] if current is not None and current[0] == name else None
            cell.set_hits(tuple(hits.get(name, ())), present)

    def cells(self) -> list[Cell]:
        """The cells that are shown, row by row."""
        return [row[tag] for row in self._rows for tag in self.languages]

    def cell(self, row: int, language: str) -> Cell | None:
        return self._rows[row].get(language) if language in self.languages else None

    def lefts(self) -> list[int]:
        """Where the columns begin, in pixels from the left edge."""
        return [number * (self.column_width + GAP) for number in range(len(self.languages))]

    def fit(self, view: QSize) -> None:
        """Share out the width among the columns, lay everything out again and fill the view."""
        count = max(len(self.languages), 1)
        self.column_width = max(COLUMN_MINIMUM, (view.width() - GAP * (count - 1)) // count)
        self._heights = [self._row_height(number) for number in range(len(self._rows))]
        self._place(0)
        self.build(view.height())

    def _change_columns(self) -> None:
        """Make the cells that are missing in the rows, and take away the rows that are too many."""
        for row in self._rows[self._count :]:
            for cell in row.values():
                cell.deleteLater()
        del self._rows[self._count :], self._heights[self._count :]
        for row in self._rows:
            for tag in self.languages:
                if tag not in row:
                    row[tag] = self._cell(tag)
            for tag, cell in row.items():
                cell.setVisible(tag in self.languages)
        self._chain_focus()

    def _fill(self, number: int) -> bool:
        """Put the documents' blocks into a row; says whether any is another one than before."""
        changed = False
        for tag in self.languages:
            cell, document = self._rows[number][tag], self._documents[tag]
            where = place(document.blocks[number])
            cell.set_marked(tag in self._marks.get(where, ()))
            if cell.show_block(document.blocks[number]):
                cell.setAccessibleName(_name(document, number))
                cell.setObjectName(_key(tag, where))
                changed = True
        return changed

    def _cell(self, tag: str) -> Cell:
        cell = Cell(self, POINTS, self.column_width)
        cell.addActions(self._offered)
        cell.installEventFilter(self._guard)
        cell.field_chosen.connect(self.field_chosen)
        cell.entered.connect(lambda: self.entered.emit(tag, _place(cell)))
        cell.wording_typed.connect(partial(self._tell, self.wording_typed, tag, cell))
        cell.paragraph_divided.connect(partial(self._tell, self.paragraph_divided, tag, cell))
        cell.show()
        return cell

    def _tell(self, signal: SignalInstance, tag: str, cell: Cell, wording: Wording) -> None:
        signal.emit(tag, _place(cell), wording)

    def _chain_focus(self) -> None:
        """Tab goes through the columns row by row."""
        for before, after in pairwise(self.cells()):
            QWidget.setTabOrder(before, after)

    def _grow(self, changed: list[int]) -> None:
        first = None
        for number in changed:
            height = self._row_height(number)
            if height != self._heights[number]:
                self._heights[number] = height
                first = number if first is None else first
        if first is not None:
            self._place(first)

    def _row_height(self, number: int) -> int:
        """In pixels; nothing for a row that is left out."""
        if self._is_left_out(number):
            return 0
        row = self._rows[number]
        return max((row[tag].text_height(self.column_width) for tag in self.languages), default=0)

    def _is_left_out(self, number: int) -> bool:
        if self._only is None:
            return False
        block = self._documents[self.languages[0]].blocks[number]
        return place(block) not in (*self._only, self._revealed)

    def _top(self, number: int) -> int:
        """Where a row begins, in pixels from the top."""
        return sum(height + GAP for height in self._heights[:number] if height)

    def _place(self, first: int) -> None:
        top, lefts = self._top(first), self.lefts()
        for row, height in zip(self._rows[first:], self._heights[first:], strict=True):
            for tag, left in zip(self.languages, lefts, strict=True):
                if row[tag].isHidden() == bool(height):
                    row[tag].setVisible(bool(height))
                if height:
                    row[tag].setGeometry(left, top, self.column_width, height)
            top += height + GAP if height else 0
        self.resize(len(self.languages) * (self.column_width + GAP) - GAP, max(top - GAP, 0))


def _key(tag: str, where: str) -> str:
    return f"{VERSION}{tag}.{where}"


def _place(cell: Cell) -> str:
    return cell.objectName().split(".", 2)[2]


def _name(document: Document, row: int) -> str:
    """What a screen reader calls a cell."""
    block = document.blocks[row]
    endonym = registry.language(document.language).endonym
    return f"{endonym}, {block.heading}" if isinstance(block, Article) else endonym
