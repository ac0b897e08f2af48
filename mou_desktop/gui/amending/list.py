"""The list of the amendments; the chosen one in all languages, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.amending.wording import instrument_name, place_text, technique_name, way_name
from mou_desktop.gui.columns.cell import tints
from mou_desktop.gui.dialogs.differences import inks
from mou_desktop.gui.wording import _, ngettext, screen_language
from mou_desktop.model.amendment import Amendment, Instrument, Technique
from mou_desktop.qtdoc.amendment import Captions, Column, write

_ROLE = Qt.ItemDataRole.UserRole
LINES_SHOWN = 6
WORDS_SHOWN = 60
LIST_WIDTH, DETAIL_WIDTH = 380, 840


class AmendmentsList(QWidget):
    """Shows amendments; what is to be done with them is told to others. The parts have names like
    `amendments`, `amendment.way` and `amendment.take_back`.

    Signals:
        chosen(object): another amendment is looked at; `None` when there is none.
        show_wanted(object): an amendment to show in the texts.
        way_chosen(object, object): how an amendment is to be made; nothing: as proposed.
        take_back_wanted(object): an amendment whose change is not to be made.
        place_wanted(str): a version's place («version.ru.events») where something is to be written.
        instrument_chosen(object): what is to be written of the changes.
        renumber_chosen(bool): whether the articles are counted through again.
    """

    chosen = Signal(object)
    show_wanted = Signal(object)
    way_chosen = Signal(object, object)
    take_back_wanted = Signal(object)
    place_wanted = Signal(str)
    instrument_chosen = Signal(object)
    renumber_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._amendments: Sequence[Amendment] = ()
        self._ways: Sequence[Technique | None] = ()
        self._problem = ""
        self.tree = QTreeWidget()
        self.detail = QTextBrowser()
        self._heading = QLabel()
        self.instrument = QComboBox()
        self.renumber = QCheckBox()
        self._way_label = QLabel()
        self.way = QComboBox()
        self.show_place, self.take_back = QPushButton(), QPushButton()
        self._way_label.setBuddy(self.way)
        self._build()
        self.retranslate()

    def current(self) -> Amendment | None:
        """The amendment that is looked at."""
        item = self.tree.currentItem()
        found: Amendment | None = item.data(0, _ROLE) if item is not None else None
        return found

    def show_amendments(
        self, amendments: Sequence[Amendment], open_: Sequence[str], problem: str
    ) -> None:
        """List these. `open_` says for each in which languages it is still to be written, `problem`
        why there are none.
        """
        before, number = self.current(), self._row()
        self._amendments, self._problem = amendments, problem
        self.tree.blockSignals(True)
        self.tree.clear()
        for amendment, languages in zip(amendments, open_, strict=True):
            self._add(amendment, languages)
        self.tree.blockSignals(False)
        kept = _like(before, amendments)
        kept = min(max(number, 0), len(amendments) - 1) if kept is None else kept
        if amendments:
            self._choose(kept)
        self._heading.setText(self._summary())
        self.chosen.emit(self.current())

    def show_choices(self, instrument: Instrument, *, renumber: bool, editable: bool) -> None:
        """What is to be written, and how."""
        for part in (self.instrument, self.renumber):
            part.blockSignals(True)
        self.instrument.setCurrentIndex(list(Instrument).index(instrument))
        self.renumber.setChecked(renumber)
        for part in (self.instrument, self.renumber):
            part.blockSignals(False)
        self.instrument.setEnabled(editable)
        self.renumber.setEnabled(editable and instrument is Instrument.PROTOCOL)

    def show_detail(
        self,
        columns: Sequence[Column],
        ways: Sequence[Technique | None],
        way: Technique | None,
        *,
        there: bool,
        editable: bool,
    ) -> None:
        """The chosen amendment: its texts, how it can be made, whether its place is still there."""
        captions = Captions(_("Was"), _("Becomes"), _("Formula"))
        scroll = self.detail.verticalScrollBar().value()
        palette = self.palette()
        write(self.detail.document(), columns, captions, inks(palette), tints(palette).open)
        self.detail.verticalScrollBar().setValue(scroll)
        self._ways = ways
        self.way.blockSignals(True)
        self.way.clear()
        for each in ways:
            self.way.addItem(way_name(each))
        self.way.setCurrentIndex(ways.index(way) if way in ways else 0)
        self.way.blockSignals(False)
        for part in (self._way_label, self.way):
            part.setVisible(len(ways) > 1)
        self.way.setEnabled(editable)
        self.show_place.setEnabled(there)
        self.take_back.setEnabled(editable and bool(columns))

    def choose_place(self, place: str) -> None:
        """Look at the first amendment of a place, unless one of it is looked at already."""
        current = self.current()
        if current is not None and current.place == place:
            return
        found = (n for n, each in enumerate(self._amendments) if each.place == place)
        number = next(found, None)
        if number is not None:
            self._choose(number)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()

    def retranslate(self) -> None:
        """Put all words into the screen's language."""
        self.tree.setHeaderLabels([_("Amendment"), _("To write")])
        self.tree.setAccessibleName(_("Amendments"))
        self.detail.setAccessibleName(_("The amendment in all languages"))
        kind = self.instrument.currentIndex()
        self.instrument.blockSignals(True)
        self.instrument.clear()
        for each in Instrument:
            self.instrument.addItem(instrument_name(each))
        self.instrument.setCurrentIndex(max(kind, 0))
        self.instrument.blockSignals(False)
        self.instrument.setAccessibleName(_("What is written of the changes"))
        self.renumber.setText(_("&Count the articles through again"))
        self.renumber.setToolTip(_("Without it a new article is 9-1, and none gets another number"))
        self._way_label.setText(_("&How:"))
        self.show_place.setText(_("Show in the &text"))
        self.take_back.setText(_("Take &back"))
        self.take_back.setToolTip(_("The text is as before there; all other changes stay"))
        for number, amendment in enumerate(self._amendments):
            item = self.tree.topLevelItem(number)
            if item is not None:
                item.setText(0, _line(amendment))
        self._heading.setText(self._summary())
        self.chosen.emit(self.current())

    def _row(self) -> int:
        item = self.tree.currentItem()
        return self.tree.indexOfTopLevelItem(item) if item is not None else -1

    def _choose(self, row: int) -> None:
        item = self.tree.topLevelItem(row)
        if item is not None:
            self.tree.setCurrentItem(item)

    def _summary(self) -> str:
        count = len(self._amendments)
        if self._problem:
            return self._problem
        if not count:
            return _("Nothing is changed yet: change the text or the fields, in any language.")
        return ngettext("{count} amendment", "{count} amendments", count).format(count=count)

    def _add(self, amendment: Amendment, languages: str) -> None:
        item = QTreeWidgetItem(self.tree, [_line(amendment), languages])
        item.setData(0, _ROLE, amendment)
        item.setToolTip(0, _line(amendment))
        if languages:
            item.setBackground(1, tints(self.palette()).open)

    def _build(self) -> None:
        for part, name in (
            (self.tree, "amendments"),
            (self.detail, "amendment.detail"),
            (self._heading, "amendments.summary"),
            (self.instrument, "amendments.instrument"),
            (self.renumber, "amendments.renumber"),
            (self.way, "amendment.way"),
            (self.show_place, "amendment.show"),
            (self.take_back, "amendment.take_back"),
        ):
            part.setObjectName(name)
        self._heading.setWordWrap(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(LINES_SHOWN * self.fontMetrics().lineSpacing())
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.detail.setOpenLinks(False)
        self.tree.currentItemChanged.connect(lambda *_items: self.chosen.emit(self.current()))
        self.tree.itemActivated.connect(lambda *_item: self._on_show())
        self.detail.anchorClicked.connect(self._on_link)
        self.instrument.activated.connect(self._on_instrument)
        self.renumber.clicked.connect(self.renumber_chosen)
        self.way.activated.connect(self._on_way)
        self.show_place.clicked.connect(self._on_show)
        self.take_back.clicked.connect(self._on_take_back)
        self._lay_out()

    def _lay_out(self) -> None:
        top, actions = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.renumber)
        top.addWidget(self.instrument)
        actions.addWidget(self._way_label)
        actions.addWidget(self.way)
        actions.addStretch(1)
        actions.addWidget(self.show_place)
        actions.addWidget(self.take_back)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.detail, 1)
        beside.addLayout(actions)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.tree)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, DETAIL_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)

    def _on_instrument(self, number: int) -> None:
        self.instrument_chosen.emit(list(Instrument)[number])

    def _on_way(self, number: int) -> None:
        self.way_chosen.emit(self.current(), self._ways[number])

    def _on_show(self) -> None:
        if self.current() is not None:
            self.show_wanted.emit(self.current())

    def _on_take_back(self) -> None:
        if self.current() is not None:
            self.take_back_wanted.emit(self.current())

    def _on_link(self, link: QUrl) -> None:
        self.place_wanted.emit(link.toString())


def _line(amendment: Amendment) -> str:
    """«Article 9 · words replaced · “3 (three) years”»."""
    tag = screen_language()
    wording = amendment.wordings.get(tag) or next(iter(amendment.wordings.values()))
    words = " ".join(wording.becomes or wording.was)
    if len(words) > WORDS_SHOWN:
        words = f"{words[:WORDS_SHOWN].rstrip()}…"
    parts = (place_text(amendment), technique_name(amendment.technique), words)
    return " · ".join(filter(None, parts))


def _like(before: Amendment | None, amendments: Sequence[Amendment]) -> int | None:
    """The number of the amendment that was looked at, as it is now."""
    if before is None:
        return None
    for alike in (
        lambda each: each == before,
        lambda each: (
            (each.place, each.paragraph, each.path) == (before.place, before.paragraph, before.path)
        ),
    ):
        found = next((n for n, each in enumerate(amendments) if alike(each)), None)
        if found is not None:
            return found
    return None
