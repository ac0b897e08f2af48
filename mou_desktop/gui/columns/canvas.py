"""The surface on which the cells stand: one for each block and language, placed by hand. Paragraphs
of one article begin at the same height in all versions.

Placing the cells ourselves keeps a keystroke cheap: only the cells whose text changed are laid
out again, and only the rows below them move.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise, zip_longest

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QWidget

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.gui.form.inputs import UndoGuard
from mou_desktop.languages import registry
from mou_desktop.model.document import Article, Document, place
from mou_desktop.model.finding import VERSION
from mou_desktop.render.splice import Wording

COLUMN_MINIMUM = 220
GAP = 1


class Canvas(QWidget):
    """The surface under the scroll bar, which places the cells."""

    field_chosen = Signal(str)
    entered = Signal(str, str)
    wording_typed = Signal(str, str, object)
    paragraph_divided = Signal(str, str, object)

    def __init__(self, points: float) -> None:
        """`points` is the size of the text."""
        super().__init__()
        self._points = points
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
        before, alike = self._documents, marks is self._marks and self._only is None
        count = max((len(document.blocks) for document in documents.values()), default=0)
        new_columns = languages != self.languages or count != self._count
        self._documents, self.languages, self._count = documents, languages, count
        self._marks = marks
        if new_columns:
            self._change_columns()
        rows: Iterable[int] = range(len(self._rows))
        if alike and not new_columns:
            rows = [number for number in self._differing(before) if number < len(self._rows)]
        changed = [
            number
            for number in rows
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

    def set_points(self, points: float) -> None:
        """Write everything in this size; the columns must be fitted then."""
        self._points = points
        for row in self._rows:
            for cell in row.values():
                cell.set_points(points)

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

    def _differing(self, before: Mapping[str, Document]) -> list[int]:
        """The rows that have another block than in these documents."""
        found: set[int] = set()
        for tag in self.languages:
            now, then = self._documents[tag], before[tag]
            if now is not then:
                pairs = enumerate(zip(now.blocks, then.blocks, strict=True))
                found.update(number for number, (block, old) in pairs if block is not old)
        return sorted(found)

    def _fill(self, number: int) -> bool:
        """Put the documents' blocks into a row; says whether any is another one than before."""
        changed = False
        for tag in self.languages:
            cell, document = self._rows[number][tag], self._documents[tag]
            where = place(document.blocks[number])
            cell.set_marked(tag in self._marks.get(where, ()))
            if cell.show_block(document.blocks[number]):
                cell.setAccessibleName(_name(document, number))
                cell.setObjectName(cell_name(tag, where))
                changed = True
        return changed

    def _cell(self, tag: str) -> Cell:
        cell = Cell(self, self._points, self.column_width)
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
        cells = [self._rows[number][tag] for tag in self.languages]
        for cell in cells:
            cell.set_width(self.column_width)
        if any(cell.has_paragraphs for cell in cells):
            heights = zip_longest(*(cell.line_heights() for cell in cells), fillvalue=0.0)
            tallest = tuple(map(max, heights))
        else:
            tallest = ()
        for cell in cells:
            cell.align(tallest)
        return max((cell.text_height() for cell in cells), default=0)

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


def cell_name(tag: str, where: str) -> str:
    """The `objectName` of a cell: «version.ru.preamble»."""
    return f"{VERSION}{tag}.{where}"


def _place(cell: Cell) -> str:
    return cell.objectName().split(".", 2)[2]


def _name(document: Document, row: int) -> str:
    """What a screen reader calls a cell."""
    block = document.blocks[row]
    endonym = registry.language(document.language).endonym
    return f"{endonym}, {block.heading}" if isinstance(block, Article) else endonym
