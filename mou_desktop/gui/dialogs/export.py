"""Export to Word and PDF: which versions, where to, under what name; progress; the outcome."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import MouError
from mou_desktop.export import batch, libreoffice
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, finding_text, ngettext
from mou_desktop.languages import registry
from mou_desktop.model.document import Document
from mou_desktop.qtdoc.paging.printing import to_pdf
from mou_desktop.qtdoc.paging.styles import Paper

FINDINGS_SHOWN = 5


class _Job(QObject):
    """Writes the files on another thread, so that a slow disk does not freeze the window.

    Signals:
        advanced(int, int): so much of the work is done.
        finished(object): a `batch.Report`, or the exception that stopped it.
    """

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, targets: Sequence[batch.Target]) -> None:
        super().__init__()
        self._targets = targets
        self._cancelled = Event()

    def start(self) -> None:
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Write no further file; those already written are whole."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            outcome: object = batch.export(
                self._targets, overwrite=True, progress=self._progress, draw=_draw
            )
        except Exception as error:  # (the dialog waits for an answer, whatever it is)
            outcome = error
        self.finished.emit(outcome)

    def _progress(self, done: int, total: int) -> bool:
        self.advanced.emit(done, total)
        return not self._cancelled.is_set()


class ExportDialog(QDialog):
    """Asks, exports and says what was written; an input's `objectName` is like `export.stem`."""

    def __init__(
        self, session: Session, settings: Settings, prompts: Prompts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._prompts = session, settings, prompts
        self._job: _Job | None = None
        self._written_to = Path()
        self.setWindowTitle(_("Export"))
        self._versions = {tag: self._version(tag) for tag in session.draft.values.languages}
        self._formats = {"docx": QCheckBox("Word"), "pdf": QCheckBox("PDF")}
        self._formats["docx"].setChecked(True)
        if libreoffice.find() is None:
            self._formats["pdf"].setText(_("PDF (without LibreOffice, lines may break otherwise)"))
        start = session.file.parent if session.file else settings.last_folder
        self._folder = QLineEdit(str(start))
        self._stem = QLineEdit(session.file.stem if session.file else session.draft.template.id)
        self._result = QLabel(wordWrap=True)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.setVisible(False)
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._export = self._buttons.addButton(_("Export"), role.AcceptRole)
        self._open = self._buttons.addButton(_("Open folder"), role.ActionRole)
        self._open.setVisible(False)
        self._close = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._name_inputs()
        self._lay_out()
        self._export.clicked.connect(self._start)
        self._open.clicked.connect(self._open_folder)
        self._close.clicked.connect(self._cancel_or_close)
        for box in (*self._versions.values(), *self._formats.values()):
            box.toggled.connect(self._refresh)
        self._stem.textChanged.connect(self._refresh)
        self._folder.textChanged.connect(self._refresh)
        self._refresh()

    def reject(self) -> None:
        self._cancel_or_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def _version(self, tag: str) -> QCheckBox:
        box = QCheckBox(registry.language(tag).endonym)
        box.setChecked(True)
        return box

    def _name_inputs(self) -> None:
        named: dict[str, QWidget] = {
            "folder": self._folder,
            "stem": self._stem,
            "result": self._result,
            "start": self._export,
            "open_folder": self._open,
            **self._versions,
            **self._formats,
        }
        for name, widget in named.items():
            widget.setObjectName(f"export.{name}")

    def _lay_out(self) -> None:
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, stretch=1)
        folder.addWidget(browse)
        form = QFormLayout()
        form.addRow(_("Versions"), _in_a_row(self._versions.values()))
        form.addRow(_("Formats"), _in_a_row(self._formats.values()))
        form.addRow(_("Folder"), folder)
        form.addRow(_("File name begins with"), self._stem)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._result, stretch=1)
        layout.addWidget(self._progress)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(560)

    def _plan(self) -> list[batch.Target]:
        chosen = [tag for tag, box in self._versions.items() if box.isChecked()]
        formats = [name for name, box in self._formats.items() if box.isChecked()]
        folder = Path(self._folder.text().strip())
        stem = self._stem.text().strip()
        draft = self._session.draft
        return [
            target
            for format in formats
            for target in batch.plan(draft, folder, stem, languages=chosen, format=format)
        ]

    def _refresh(self) -> None:
        """Say beforehand which files there will be and what they still need."""
        targets = self._plan()
        self._export.setEnabled(bool(targets and self._folder.text().strip()))
        lines = [target.file.name for target in targets]
        findings = list(dict.fromkeys(f for target in targets for f in target.findings))
        if findings:
            count = len(findings)
            warning = ngettext(
                "{count} item is still to complete; the file is marked DRAFT:",
                "{count} items are still to complete; the files are marked DRAFT:",
                count,
            )
            lines += ["", warning.format(count=count)]
            lines += [f"• {finding_text(each)}" for each in findings[:FINDINGS_SHOWN]]
            lines += ["• …"] if count > FINDINGS_SHOWN else []
        self._result.setText("\n".join(lines))

    def _browse(self) -> None:
        folder = self._prompts.folder(Path(self._folder.text()))
        if folder is not None:
            self._folder.setText(str(folder))

    def _start(self) -> None:
        targets = self._plan()
        there = [target.file.name for target in targets if os.path.lexists(target.file)]
        if there and not self._prompts.overwrite(there):
            return
        self._export.setEnabled(False)
        self._progress.setRange(0, 0)
        self._progress.setVisible(True)
        self._job = _Job(targets)
        self._job.advanced.connect(self._show_progress)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_finished(self, outcome: object) -> None:
        self._job = None
        self._progress.setVisible(False)
        self._export.setEnabled(True)
        if isinstance(outcome, Exception):
            text = error_text(outcome) if isinstance(outcome, MouError) else repr(outcome)
            self._prompts.error(text)
        elif isinstance(outcome, batch.Report):
            self._show_report(outcome)

    def _show_report(self, report: batch.Report) -> None:
        lines = [_("Written: {file}").format(file=each.file.name) for each in report.written]
        lines += [
            _("Not written: {problem}").format(problem=error_text(each.error))
            for each in report.refused
        ]
        self._result.setText("\n".join(lines) or _("Nothing was written."))
        if report.written:
            self._written_to = report.written[0].file.parent
            self._settings.last_folder = self._written_to
            self._open.setVisible(True)
            self._open.setDefault(True)
            self._close.setText(_("Close"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written_to)))

    def _cancel_or_close(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()


def _draw(document: Document) -> bytes:
    return to_pdf(document, Paper())


def _in_a_row(boxes: Iterable[QCheckBox]) -> QHBoxLayout:
    row = QHBoxLayout()
    for box in boxes:
        row.addWidget(box)
    row.addStretch()
    return row
