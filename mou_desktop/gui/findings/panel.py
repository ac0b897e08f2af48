"""The list of what is still to complete; choosing a line puts the cursor where it can be done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _, finding_text, ngettext

LINES_SHOWN = 4


class FindingsPanel(QWidget):
    """The session's findings, one a line.

    Signals:
        finding_chosen(str): the path of the field to mend.
    """

    finding_chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heading = QLabel()
        self._list = QListWidget()
        self._list.setObjectName("findings")
        self._list.setWordWrap(True)
        self._list.itemClicked.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 1)
        layout.addStretch()  # (what is left of a high dock stands below)
        session.draft_changed.connect(self.refresh)
        session.draft_replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the findings as they are now."""
        count = len(self._session.findings)
        if count:
            heading = ngettext("To complete: {count} item", "To complete: {count} items", count)
            self._heading.setText(heading.format(count=count))
        else:
            self._heading.setText(_("Nothing is left to complete."))
        self._list.setVisible(count > 0)
        texts = [(finding_text(finding), finding.path) for finding in self._session.findings]
        if texts != self._shown():
            self._list.clear()
            for text, path in texts:
                QListWidgetItem(text, self._list).setData(Qt.ItemDataRole.UserRole, path)
        self._list.setMaximumHeight(
            min(LINES_SHOWN, max(count, 1)) * self.fontMetrics().lineSpacing()
            + 4 * self._list.frameWidth()
            + 8
        )
        self._list.setAccessibleName(self._heading.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _shown(self) -> list[tuple[str, str]]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return [(item.text(), item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.finding_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
