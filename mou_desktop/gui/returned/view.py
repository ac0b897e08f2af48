"""The list of what was changed in a returned file: grouped by article, with what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.returned import wording
from mou_desktop.gui.returned.rows import Group
from mou_desktop.gui.returned.wording import Row
from mou_desktop.gui.wording import _
from mou_desktop.intake.returned_changes import Change, Noted
from mou_desktop.languages import registry

_ROLE = Qt.ItemDataRole.UserRole
INDENTATION = 14
_Pixmap = QStyle.StandardPixmap


class ReturnedView(QWidget):
    """Shows rows by their place; what is to be done with them is told to others. The parts have
    names like `returned.tree` and `returned.accept`.

    Signals:
        chosen(object): the row to show in the texts; nothing when none is selected.
        entered(object): the row whose place is to be edited.
        accept_wanted(list): changes to take in.
        reject_wanted(list): changes that are not wanted.
        reconsider_wanted(list): rejected changes that are to be decided again.
    """

    chosen = Signal(object)
    entered = Signal(object)
    accept_wanted = Signal(list)
    reject_wanted = Signal(list)
    reconsider_wanted = Signal(list)

    def __init__(self, text_of: Callable[[Row], str], detail: QWidget) -> None:
        """`text_of` says what a row is called; `detail` shows the chosen one."""
        super().__init__()
        self._text_of = text_of
        self._groups: Sequence[Group] = ()
        self._rejected: frozenset[str] = frozenset()
        self._rows: list[Row] = []
        self._editable = True
        self._heading = QLabel()
        self._standing = QLabel(wordWrap=True)
        self._language = QComboBox()
        self._state = QComboBox()
        self.tree = QTreeWidget()
        self.accept = QPushButton()
        self.reject = QPushButton()
        self.accept_all = QPushButton()
        self._build(detail)
        self.retranslate()

    def show_rows(
        self, groups: Sequence[Group], rejected: frozenset[str], *, editable: bool, standing: str
    ) -> None:
        """List these under the names of their places. `rejected` are keys; `standing` says why
        nothing can be decided, if so.
        """
        self._groups, self._rejected, self._editable = groups, rejected, editable
        self._standing.setText(standing)
        self._standing.setVisible(bool(standing))
        self._fill()

    def selected(self) -> list[Change]:
        """The changes that are selected, each itself or with its place."""
        items = [*self.tree.selectedItems()]
        items += [child for item in items for child in _children(item)]
        rows = [self._row(item) for item in items]
        return list({id(row): row for row in rows if isinstance(row, Change)}.values())

    def shown(self) -> list[Change]:
        """The changes that pass the filters."""
        return [row for _name, rows in self._passing() for row in rows if isinstance(row, Change)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Put all words into the screen's language."""
        language, state = self._language.currentIndex(), self._state.currentIndex()
        for box in (self._language, self._state):
            box.blockSignals(True)
            box.clear()
        self._language.addItem(_("All languages"), "")
        for tag in registry.tags():
            self._language.addItem(registry.language(tag).endonym, tag)
        self._state.addItems([_("To decide"), _("Rejected")])
        self._language.setCurrentIndex(max(language, 0))
        self._state.setCurrentIndex(max(state, 0))
        for box in (self._language, self._state):
            box.blockSignals(False)
        self._language.setAccessibleName(_("Differences of one language"))
        self._state.setAccessibleName(_("What is to decide, or was rejected"))
        self.tree.setHeaderLabels([_("Difference"), _("Languages")])
        self.tree.setAccessibleName(_("Differences"))
        self.accept.setText(_("Accep&t"))
        self.accept.setToolTip(_("Take in what is selected, as one step"))
        self.accept_all.setText(_("Accept a&ll"))
        self.accept_all.setToolTip(_("Take in everything that is listed, as one step"))
        self._fill()

    def _build(self, detail: QWidget) -> None:
        for part, name in (
            (self.tree, "tree"),
            (self._language, "language"),
            (self._state, "state"),
            (self.accept, "accept"),
            (self.reject, "reject"),
            (self.accept_all, "accept_all"),
            (self._heading, "heading"),
            (self._standing, "standing"),
        ):
            part.setObjectName(f"returned.{name}")
        self.tree.setColumnCount(2)
        self.tree.setWordWrap(True)
        self.tree.setIndentation(INDENTATION)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(lambda *_sizes: self.tree.scheduleDelayedItemsLayout())
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemSelectionChanged.connect(self._offer)
        self.tree.itemActivated.connect(lambda item: self.entered.emit(self._row(item)))
        self._language.currentIndexChanged.connect(self._fill)
        self._state.currentIndexChanged.connect(self._fill)
        self.accept.clicked.connect(lambda: self.accept_wanted.emit(self.selected()))
        self.accept_all.clicked.connect(lambda: self.accept_wanted.emit(self.shown()))
        self.reject.clicked.connect(self._on_reject)
        filters, buttons, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        filters.addWidget(self._language, 1)
        filters.addWidget(self._state, 1)
        for button in (self.accept, self.reject, self.accept_all):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tree)
        parts.addWidget(detail)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.addWidget(self._heading)
        layout.addWidget(self._standing)
        layout.addLayout(filters)
        layout.addWidget(parts, 1)
        layout.addLayout(buttons)

    def _passing(self) -> list[Group]:
        rejected, tag = self._state.currentIndex() == 1, self._language.currentData()
        passing = [
            (name, [row for row in rows if self._passes(row, tag, rejected=rejected)])
            for name, rows in self._groups
        ]
        return [(name, rows) for name, rows in passing if rows]

    def _passes(self, row: Row, tag: str, *, rejected: bool) -> bool:
        if isinstance(row, Change):
            is_rejected = row.key in self._rejected
            return is_rejected == rejected and (not tag or tag in row.languages)
        return not rejected and (not tag or row.language in (tag, ""))

    def _fill(self) -> None:
        """List the rows anew; what was current stays so, or what stands in its place is."""
        before, number = self._current(), self._number()
        passing = self._passing()
        self.tree.blockSignals(True)
        self.tree.clear()
        self._rows = []
        for name, rows in passing:
            parent = QTreeWidgetItem(self.tree, [name])
            parent.setFirstColumnSpanned(True)
            parent.setExpanded(True)
            for row in rows:
                self._item(parent, row)
        items = self._items()
        kept = next((each for each in items if _is_same(self._row(each), before)), None)
        if kept is None and items:
            kept = items[min(max(number, 0), len(items) - 1)]
        if kept is not None:
            self.tree.setCurrentItem(kept)
        self.tree.blockSignals(False)
        every = [row for _name, rows in passing for row in rows]
        count = sum(isinstance(row, Change) for row in every)
        self._heading.setText(wording.summary(count, sum(isinstance(row, Noted) for row in every)))
        self._on_current()

    def _item(self, parent: QTreeWidgetItem, row: Row) -> None:
        text = self._text_of(row)
        item = QTreeWidgetItem(parent, [text, wording.languages(row)])
        item.setToolTip(0, text)
        item.setData(0, _ROLE, len(self._rows))
        self._rows.append(row)
        if isinstance(row, Noted):
            item.setIcon(0, self.style().standardIcon(_Pixmap.SP_MessageBoxInformation))
        elif not isinstance(row, Change):
            item.setIcon(0, self.style().standardIcon(_Pixmap.SP_MessageBoxWarning))

    def _items(self) -> list[QTreeWidgetItem]:
        """The rows, without their headings."""
        tops = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [child for top in tops if top is not None for child in _children(top)]

    def _current(self) -> Row | None:
        return self._row(self.tree.currentItem())

    def _row(self, item: QTreeWidgetItem | None) -> Row | None:
        number = item.data(0, _ROLE) if item is not None else None
        return self._rows[number] if isinstance(number, int) else None

    def _number(self) -> int:
        """Where the current row stands among all."""
        current = self.tree.currentItem()
        return next((n for n, item in enumerate(self._items()) if item is current), -1)

    def _on_current(self) -> None:
        self._offer()
        self.chosen.emit(self._current())

    def _offer(self) -> None:
        """Offer what can be done with what is selected."""
        selected, rejected = self.selected(), self._state.currentIndex() == 1
        can_take = any(each.can_be_taken for each in selected)
        self.accept.setEnabled(self._editable and can_take)
        self.reject.setEnabled(self._editable and bool(selected))
        self.accept_all.setEnabled(
            self._editable and any(each.can_be_taken for each in self.shown())
        )
        self.reject.setText(_("Decide a&gain") if rejected else _("Re&ject"))
        self.reject.setToolTip(
            _("List what is selected with what is to decide")
            if rejected
            else _("Leave the draft as it is; what is selected is not listed again")
        )

    def _on_reject(self) -> None:
        rejected = self._state.currentIndex() == 1
        (self.reconsider_wanted if rejected else self.reject_wanted).emit(self.selected())


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(row) for row in range(item.childCount()))
    return [each for each in found if each is not None]


def _is_same(one: Row | None, other: Row | None) -> bool:
    if isinstance(one, Change) and isinstance(other, Change):
        return one.key == other.key
    return one is not None and one == other
