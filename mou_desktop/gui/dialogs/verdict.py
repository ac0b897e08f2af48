"""Compares a signing set with its manifest, and names what is not as it was."""

from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.export.signing.verify import Verdict, verify
from mou_desktop.gui.dialogs.work import Work, failure_text
from mou_desktop.gui.wording import _


class VerdictDialog(QDialog):
    """Looks at a folder and says how it stands. The parts are named `verdict.text` and
    `verdict.files`.
    """

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Verify a signing set"))
        self._text = QLabel(_("Comparing {folder} with its manifest…").format(folder=folder))
        self._text.setObjectName("verdict.text")
        self._text.setWordWrap(True)
        self._files = QListWidget()
        self._files.setObjectName("verdict.files")
        self._files.setAccessibleName(_("Files that are not as the manifest says"))
        self._files.setVisible(False)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(self._files, stretch=1)
        layout.addWidget(self._progress)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)
        self._work = Work(lambda tell: verify(folder, progress=tell))
        self._work.advanced.connect(self._show_progress)
        self._work.finished.connect(self._on_finished)
        self._work.start()

    def reject(self) -> None:
        self._work.cancel()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.cancel()
        super().closeEvent(event)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_finished(self, outcome: object) -> None:
        self._progress.setVisible(False)
        if isinstance(outcome, Verdict):
            self._show_verdict(outcome)
        else:
            self._text.setText(failure_text(outcome))

    def _show_verdict(self, verdict: Verdict) -> None:
        count = len(verdict.manifest.files)
        if verdict.is_whole:
            told = _("All files ({count}) are as the manifest says.")
            self._text.setText(told.format(count=count))
            return
        self._text.setText(_("The set is not as it was made:"))
        for text, names in (
            (_("changed: {file}"), verdict.changed),
            (_("missing: {file}"), verdict.missing),
            (_("foreign: {file}"), verdict.foreign),
        ):
            self._files.addItems([text.format(file=name) for name in names])
        self._files.setVisible(True)
