"""Has only those rows in the columns whose texts are to be written or reviewed."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from mou_desktop.gui.columns.panel import Columns
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _
from mou_desktop.model.finding import VERSION


class Review(QObject):
    """A row that is done stays while the caret is in it. A bar above the columns says that there
    could be others.

    Signals:
        everything_wanted: the officer wants to see all rows again.
    """

    everything_wanted = Signal()

    def __init__(self, session: Session, columns: Columns) -> None:
        super().__init__(columns)
        self._session = session
        self._columns = columns
        self._on = False
        self._bar = _Bar()
        self._bar.hide()
        self._bar.button.clicked.connect(lambda: self.everything_wanted.emit())
        columns.add_bar(self._bar, above=True)
        session.draft_changed.connect(self.refresh)
        session.draft_replaced.connect(self.everything_wanted)

    def show_only_open(self, on: bool) -> None:
        """Leave out the rows in which nothing is open, or bring them back."""
        self._on = on
        self._bar.setVisible(on)
        if on:
            self._leave_out(self._open())
        else:
            self._columns.show_only(None)

    def refresh(self) -> None:
        """Leave out what has been done since."""
        if self._on:
            cell = self._columns.current()
            here = {cell.objectName().split(".", 2)[2]} if cell is not None else set()
            self._leave_out(self._open() | here)

    def _open(self) -> set[str]:
        findings = self._session.findings
        return {each.place for each in findings if each.path.startswith(VERSION)}

    def _leave_out(self, rest: set[str]) -> None:
        self._columns.show_only(rest)
        self._bar.show_state(anything=bool(self._open()))


class _Bar(QFrame):
    """Says what is left out, with a button that brings it back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_bar")
        self._anything = True
        self._label = QLabel()
        self._label.setWordWrap(True)
        self.button = QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        self._retranslate()

    def show_state(self, *, anything: bool) -> None:
        """Whether there is anything to review."""
        self._anything = anything
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._anything:
            self._label.setText(_("Only what is to review is shown."))
        else:
            self._label.setText(_("Nothing is left to review."))
        self.button.setText(_("Show everything"))
