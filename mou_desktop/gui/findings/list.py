"""The list of what the checks found: grouped by article, filtered, with what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.findings import wording
from mou_desktop.gui.wording import _, ngettext
from mou_desktop.languages import registry
from mou_desktop.model.finding import Finding, Level

_ICONS = {
    Level.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
    Level.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Level.NOTE: QStyle.StandardPixmap.SP_MessageBoxInformation,
}
LINES_SHOWN = 6
_ROLE = Qt.ItemDataRole.UserRole
# What the second filter lets through: the levels, and whether accepted ones are meant.
_SERIOUS = frozenset({Level.ERROR, Level.WARNING})
_FILTERS: tuple[tuple[frozenset[Level], bool], ...] = (
    (_SERIOUS, False),
    (frozenset({Level.ERROR}), False),
    (frozenset(Level), False),
    (frozenset(Level), True),
)


class FindingsList(QWidget):
    """Shows findings; what is to be done with them is told to others.

    Signals:
        chosen(object): a finding to show in the texts.
        mend_wanted(list): findings to mend.
        accept_wanted(object): a finding to accept.
        withdraw_wanted(object): an acceptance to take back.
        report_wanted: a file with all findings.
    """

    chosen = Signal(object)
    mend_wanted = Signal(list)
    accept_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    report_wanted = Signal()

    def __init__(self, place_name: Callable[[str], str]) -> None:
        super().__init__()
        self._place_name = place_name
        self._findings: Sequence[Finding] = ()
        self._reasons: dict[Finding, str] = {}
        self._heading = QLabel()
        self._language = QComboBox()
        self._level = QComboBox()
        self.tree = QTreeWidget()
        self.mend = QPushButton()
        self.mend_all = QPushButton()
        self.accept = QPushButton()
        self.report = QPushButton()
        self._build()
        self.retranslate()

    def show_findings(self, findings: Sequence[Finding], reasons: dict[Finding, str]) -> None:
        """List these; `reasons` say why some were accepted."""
        self._findings, self._reasons = findings, reasons
        self._fill()

    def current(self) -> Finding | None:
        """The finding that is selected."""
        item = self.tree.currentItem()
        found = item.data(0, _ROLE) if item is not None else None
        return found if isinstance(found, Finding) else None

    def shown(self) -> list[Finding]:
        """The findings that pass the filters."""
        levels, accepted = _FILTERS[max(self._level.currentIndex(), 0)]
        tag = self._language.currentData()
        return [
            finding
            for finding in self._findings
            if finding.level in levels
            and (finding in self._reasons) == accepted
            and (not tag or tag in finding.languages)
        ]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Put all words into the screen's language."""
        language, level = self._language.currentIndex(), self._level.currentIndex()
        for box in (self._language, self._level):
            box.blockSignals(True)
            box.clear()
        self._language.addItem(_("All languages"), "")
        for tag in registry.tags():
            self._language.addItem(registry.language(tag).endonym, tag)
        for name in (_("Errors and warnings"), _("Errors"), _("Notes as well"), _("Accepted")):
            self._level.addItem(name)
        self._language.setCurrentIndex(max(language, 0))
        self._level.setCurrentIndex(max(level, 0))
        for box in (self._language, self._level):
            box.blockSignals(False)
        self._language.setAccessibleName(_("Findings of one language"))
        self._level.setAccessibleName(_("Findings of one level"))
        self.tree.setHeaderLabels([_("Finding"), _("Languages")])
        self.tree.setAccessibleName(_("Findings"))
        self.mend.setText(_("&Mend"))
        self.mend.setToolTip(_("Put right what can only be meant in one way"))
        self.mend_all.setText(_("Mend all of this &kind"))
        self.report.setText(_("Save re&port…"))
        self.report.setToolTip(_("All findings in a Word file, accepted ones too"))
        self._fill()

    def _build(self) -> None:
        self.tree.setObjectName("checks")
        self.tree.setColumnCount(2)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(LINES_SHOWN * self.fontMetrics().lineSpacing())
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda *_items: self._offer())
        self.tree.itemClicked.connect(self._on_chosen)
        self.tree.itemActivated.connect(self._on_chosen)
        self._language.currentIndexChanged.connect(self._fill)
        self._level.currentIndexChanged.connect(self._fill)
        self.mend.clicked.connect(self._on_mend)
        self.mend_all.clicked.connect(self._on_mend_all)
        self.accept.clicked.connect(self._on_accept)
        self.report.clicked.connect(self.report_wanted)
        top, below, buttons = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._language)
        top.addWidget(self._level)
        for button in (self.mend, self.mend_all, self.accept):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.report)
        below.addWidget(self.tree, 1)
        below.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(below, 1)

    def _fill(self) -> None:
        """List the findings anew; what was selected stays so, or the one in its place is."""
        shown, before = self.shown(), self.current()
        number = self._number_of(before)
        self.tree.clear()
        places: dict[str, QTreeWidgetItem] = {}
        items = []
        for finding in shown:
            parent = places.get(finding.place)
            if parent is None:
                parent = QTreeWidgetItem(self.tree, [self._place_name(finding.place)])
                parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
                parent.setFirstColumnSpanned(True)
                parent.setExpanded(True)
                places[finding.place] = parent
            items.append(self._item(parent, finding))
        kept = next((item for item in items if item.data(0, _ROLE) == before), None)
        if kept is None and items and number >= 0:
            kept = items[min(number, len(items) - 1)]
        if kept is not None:
            self.tree.setCurrentItem(kept)
        self._heading.setText(self._summary(shown))
        self._offer()

    def _item(self, parent: QTreeWidgetItem, finding: Finding) -> QTreeWidgetItem:
        text = wording.message(finding)
        reason = self._reasons.get(finding)
        if reason:
            text = _("{finding} — accepted: {reason}").format(finding=text, reason=reason)
        item = QTreeWidgetItem(parent, [text, wording.languages(finding)])
        item.setIcon(0, self.style().standardIcon(_ICONS[finding.level]))
        item.setToolTip(0, f"{text}\n{finding.excerpt}" if finding.excerpt else text)
        item.setData(0, _ROLE, finding)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, wording.line(finding))
        return item

    def _number_of(self, finding: Finding | None) -> int:
        """Where a finding stands in the list as it is."""
        if finding is None:
            return -1
        items = [
            item
            for parent in map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
            if parent is not None
            for row in range(parent.childCount())
            if (item := parent.child(row)) is not None
        ]
        found = (number for number, item in enumerate(items) if item.data(0, _ROLE) == finding)
        return next(found, -1)

    def _summary(self, shown: Sequence[Finding]) -> str:
        if not shown:
            return _("Nothing found.")
        return ngettext("{count} finding", "{count} findings", len(shown)).format(count=len(shown))

    def _offer(self) -> None:
        """Offer what can be done with the selected finding."""
        finding = self.current()
        accepted = finding is not None and finding in self._reasons
        self.mend.setEnabled(finding is not None and finding.fix is not None and not accepted)
        self.mend_all.setEnabled(self.mend.isEnabled())
        self.accept.setEnabled(finding is not None)
        self.accept.setText(_("&Withdraw acceptance") if accepted else _("A&ccept with a reason…"))

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, _ROLE)
        if isinstance(finding, Finding):
            self.chosen.emit(finding)

    def _on_mend(self) -> None:
        finding = self.current()
        if finding is not None:
            self.mend_wanted.emit([finding])

    def _on_mend_all(self) -> None:
        """Those of the same kind that pass the filters."""
        current = self.current()
        if current is not None:
            alike = [
                each for each in self.shown() if each.code is current.code and each.fix is not None
            ]
            self.mend_wanted.emit(alike)

    def _on_accept(self) -> None:
        finding = self.current()
        if finding is not None:
            wanted = self.withdraw_wanted if finding in self._reasons else self.accept_wanted
            wanted.emit(finding)
