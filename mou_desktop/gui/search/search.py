"""Finding and replacing in the versions on the screen: which hit is the present one, and the next.

The officer goes on from the present hit or, with the caret in a text, from the caret.
"""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from mou_desktop.errors import FieldError
from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.gui.columns.panel import Columns
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.search.bar import SearchBar
from mou_desktop.gui.session import REPLACED, Session
from mou_desktop.gui.wording import error_text, ngettext
from mou_desktop.model.document import place
from mou_desktop.model.finding import VERSION
from mou_desktop.render.search import Hit, find, replace

DELAY = 80

# Where something stands: row, column, paragraph, character.
Spot = tuple[int, int, int, int]
TOP: Spot = (0, 0, 0, 0)


class Search(QObject):
    """Lights up the hits in the versions and steps through them while its bar is open."""

    def __init__(self, session: Session, columns: Columns, prompts: Callable[[], Prompts]) -> None:
        super().__init__(columns)
        self._session = session
        self._columns = columns
        self._prompts = prompts
        self._hits: list[Hit] = []
        self._number = -1
        self._spot = TOP
        self._rows: dict[str, int] = {}
        self.bar = SearchBar()
        self.bar.hide()
        columns.add_bar(self.bar)
        self.bar.query_changed.connect(self._on_query_changed)
        self.bar.next_wanted.connect(lambda: self.step(1))
        self.bar.previous_wanted.connect(lambda: self.step(-1))
        self.bar.replace_wanted.connect(self._replace)
        self.bar.replace_all_wanted.connect(self._replace_all)
        self.bar.close_wanted.connect(self.close)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), columns)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.close)
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(self._look)
        session.draft_changed.connect(self._on_draft_changed)
        session.draft_replaced.connect(self._on_draft_changed)
        columns.rearranged.connect(self._on_rearranged)

    @property
    def hits(self) -> list[Hit]:
        """Where the words stand, up to date."""
        if self._delay.isActive():
            self._look()
        return self._hits

    def open(self, *, replacing: bool) -> None:
        """Bring up the bar; what is selected in a text is looked for."""
        cell = self._columns.current()
        selected = cell.textCursor().selectedText() if cell is not None else ""
        if "\N{PARAGRAPH SEPARATOR}" in selected:
            selected = ""
        self.bar.offer_languages(self._columns.languages)
        self.bar.say("")
        self._escape.setEnabled(True)
        self.bar.open(selected, replacing=replacing)
        self._look()
        if cell is not None:
            self._spot = self._spot_of(cell, after=False)
            self._look()
        self._bring_into_view()

    def close(self) -> None:
        """Put the bar away, with the caret on the present hit."""
        focus = QApplication.focusWidget()
        was_there = focus is not None and self.bar.isAncestorOf(focus)
        hit = self.hits[self._number] if self._number >= 0 else None
        self._delay.stop()
        self.bar.hide()
        self._escape.setEnabled(False)
        self._hits, self._number = [], -1
        self._show()
        if hit is not None and was_there:
            self._select(hit)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1); behind the last comes the first."""
        if self.bar.isHidden():
            self.open(replacing=False)
            return
        hits, cell = self.hits, self._columns.current()
        if not hits:
            return
        self.bar.say("")
        if cell is None:
            number = self._number + by
        else:
            spot = self._spot_of(cell, after=by > 0)
            number = bisect_left(hits, spot, key=self._spot_of_hit) + min(by, 0)
        self._go_to(number % len(hits))
        if cell is not None:
            self._select(hits[self._number])

    def _on_query_changed(self) -> None:
        if not self.bar.isHidden():
            self.bar.say("")
            self._look()
            self._bring_into_view()

    def _on_draft_changed(self) -> None:
        if not self.bar.isHidden():
            self._delay.start()

    def _on_rearranged(self) -> None:
        if not self.bar.isHidden():
            self.bar.offer_languages(self._columns.languages)
            self._delay.start()

    def _look(self) -> None:
        """Find the hits anew; the present one is where it was, or the next behind."""
        self._delay.stop()
        documents = {tag: self._session.documents[tag] for tag in self.bar.languages}
        blocks = next((document.blocks for document in documents.values()), ())
        self._rows = {place(block): row for row, block in enumerate(blocks)}
        self._hits = find(documents, self.bar.query)
        number = bisect_left(self._hits, self._spot, key=self._spot_of_hit)
        self._number = number % len(self._hits) if self._hits else -1
        self._show()

    def _go_to(self, number: int) -> None:
        self._number = number
        self._spot = self._spot_of_hit(self._hits[number])
        self._show()
        self._bring_into_view()

    def _replace(self) -> None:
        """Let the present hit give way and go on to the next."""
        if not self.hits:
            return
        hit = self._hits[self._number]
        if hit.fixed:
            self._step_over()
            return
        if self._change([hit]):
            row, column, paragraph, start = self._spot_of_hit(hit)
            self._spot = (row, column, paragraph, start + len(self.bar.replacement))
            self.bar.say("")
            self._look()
            self._bring_into_view()

    def _replace_all(self) -> None:
        free = [hit for hit in self.hits if not hit.fixed]
        fixed = len(self._hits) - len(free)
        if self._change(free):
            self._look()
            self._bring_into_view()
            count = len(free)
            said = ngettext("{count} hit replaced.", "{count} hits replaced.", count)
            message = said.format(count=count)
            self.bar.say(f"{message} {_fixed_text(fixed)}" if fixed else message)

    def _step_over(self) -> None:
        """Leave a hit that cannot be replaced, and say why."""
        self._go_to((self._number + 1) % len(self._hits))
        self.bar.say(_fixed_text(1))

    def _change(self, hits: list[Hit]) -> bool:
        """Replace these hits, as one step; says whether that could be done."""
        session = self._session
        session.end_typing()
        try:
            session.apply(
                REPLACED, replace(session.draft, session.documents, hits, self.bar.replacement)
            )
        except FieldError as error:
            self._prompts().error(error_text(error))
            return False
        finally:
            session.end_typing()
        return True

    def _show(self) -> None:
        """Light up the hits, and say how many there are."""
        present = self._hits[self._number] if self._number >= 0 else None
        by_key: dict[str, list[Stretch]] = {}
        for hit in self._hits:
            by_key.setdefault(_key(hit), []).append(_stretch(hit))
        self._columns.light_up(
            by_key, (_key(present), _stretch(present)) if present is not None else None
        )
        self.bar.show_count(self._number + 1, len(self._hits))

    def _bring_into_view(self) -> None:
        if self._number >= 0:
            hit = self._hits[self._number]
            cell = self._columns.cell_of(hit.tag, hit.place)
            if cell is not None:
                self._columns.show_stretch(cell, _stretch(hit))

    def _select(self, hit: Hit) -> None:
        """Put the caret on a hit."""
        cell = self._columns.cell_of(hit.tag, hit.place)
        if cell is not None:
            cell.setTextCursor(cell.cursor_of(_stretch(hit)))
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spot_of(self, cell: Cell, *, after: bool) -> Spot:
        """Where the caret is in a cell: before what is selected, or after it."""
        _version, tag, where = cell.objectName().split(".", 2)
        caret = cell.caret()
        return (*self._lines_up(tag, where), caret.paragraph, caret.end if after else caret.start)

    def _spot_of_hit(self, hit: Hit) -> Spot:
        return (*self._lines_up(hit.tag, hit.place), hit.paragraph, hit.start)

    def _lines_up(self, tag: str, where: str) -> tuple[int, int]:
        """The row and the column of a version's place."""
        return self._rows.get(where, 0), self._columns.languages.index(tag)


def _key(hit: Hit) -> str:
    return f"{VERSION}{hit.tag}.{hit.place}"


def _stretch(hit: Hit) -> Stretch:
    return Stretch(hit.paragraph, hit.start, hit.end)


def _fixed_text(count: int) -> str:
    """Why some hits cannot be replaced."""
    return ngettext(
        "{count} hit stands in a field, an article's number or a signature and stays as it is.",
        "{count} hits stand in fields, article numbers or signatures and stay as they are.",
        count,
    ).format(count=count)
