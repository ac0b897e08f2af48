"""The part of the window with the differences of a returned file: first a wait, then the list."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.returned.detail import Detail
from mou_desktop.gui.returned.view import ReturnedView
from mou_desktop.gui.returned.wording import Row
from mou_desktop.gui.wording import _

NAMES_SHOWN = 4
NARROWEST = 340


class ReturnedDock(QDockWidget):
    """Stands beside the versions, or wherever the officer drags it.

    Signals:
        cancelled: the files are not to be read.
        translated: the screen's language is another one.
    """

    cancelled = Signal()
    translated = Signal()

    def __init__(self, parent: QWidget, text_of: Callable[[Row], str]) -> None:
        super().__init__(parent)
        self.setObjectName("returned_dock")
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self._names = ""
        self.detail = Detail()
        self.view = ReturnedView(text_of, self.detail)
        self._reading = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._cancel = QPushButton()
        self._cancel.setObjectName("returned.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._waiting())
        self._pages.addWidget(self.view)
        self._pages.setMinimumWidth(NARROWEST)
        self.setWidget(self._pages)
        self._retranslate()

    def wait_for(self, files: Sequence[Path]) -> None:
        """Say that these are being read."""
        names = [file.name for file in files]
        self._names = ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")
        self.setToolTip("\n".join(map(str, files)))
        self._bar.setRange(0, 0)
        self._pages.setCurrentIndex(0)
        self._retranslate()
        self._cancel.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """So many files have been read."""
        if total > 1:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def show_result(self) -> None:
        """Show the list."""
        self._pages.setCurrentIndex(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.translated.emit()

    def _waiting(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        buttons = QDialogButtonBox()
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        layout.addWidget(self._reading)
        layout.addWidget(self._bar)
        layout.addWidget(buttons)
        layout.addStretch(1)
        return page

    def _retranslate(self) -> None:
        title = _("Returned: {files}").format(files=self._names)
        self.setWindowTitle(title if self._names else _("Returned file"))
        self._reading.setText(_("Reading {files}…").format(files=self._names))
        self._cancel.setText(_("Cancel"))
