"""Export to Word and PDF: which versions, where to, under what name; progress; the outcome."""

import os
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
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
from mou_desktop.export.watermark import watermark_of
from mou_desktop.gui.dialogs.arranging import Arranging
from mou_desktop.gui.dialogs.export_job import ExportJob
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, finding_text, ngettext
from mou_desktop.model.layout import FONT
from mou_desktop.qtdoc.fonts import is_installed, missing_letters

FINDINGS_SHOWN = 5


class ExportDialog(QDialog):
    """Asks, exports and says what was written; an input's `objectName` is like `export.stem`."""

    def __init__(
        self, session: Session, settings: Settings, prompts: Prompts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._prompts = session, settings, prompts
        self._job: ExportJob | None = None
        self._written_to = Path()
        self.setWindowTitle(_("Export"))
        self._versions = Arranging(session.draft.values.languages)
        watermark = watermark_of(session.draft, date.today())
        told = _("“DRAFT {number}” and the date across the pages")
        self._watermark = QCheckBox(told.format(number=watermark.number) if watermark else "")
        self._watermark.setVisible(watermark is not None)
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
        self._versions.changed.connect(self._refresh)
        for box in self._formats.values():
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

    def _name_inputs(self) -> None:
        named: dict[str, QWidget] = {
            "folder": self._folder,
            "stem": self._stem,
            "result": self._result,
            "start": self._export,
            "open_folder": self._open,
            "watermark": self._watermark,
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
        form.addRow(_("Files"), self._versions.arrangement)
        form.addRow(_("Versions"), self._versions)
        form.addRow(_("Formats"), _in_a_row(self._formats.values()))
        form.addRow(_("Folder"), folder)
        form.addRow(_("File name begins with"), self._stem)
        if self._watermark.text():
            form.addRow(_("Watermark"), self._watermark)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._result, stretch=1)
        layout.addWidget(self._progress)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(560)

    def _plan(self) -> list[batch.Target]:
        draft = self._session.draft
        return [
            target
            for format, box in self._formats.items()
            if box.isChecked()
            for target in batch.plan(
                draft,
                Path(self._folder.text().strip()),
                self._stem.text().strip(),
                languages=self._versions.languages,
                format=format,
                arrangement=self._versions.chosen,
                watermark=watermark_of(draft, date.today()) if self._is_marked else None,
            )
        ]

    @property
    def _is_marked(self) -> bool:
        return self._watermark.isChecked()

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
        if self._font_hint:
            lines += ["", self._font_hint]
        self._result.setText("\n".join(lines))

    @cached_property
    def _font_hint(self) -> str:
        """That the font lacks letters that came after it was chosen; empty if it has all."""
        font = self._session.draft.layout.font
        if font == FONT or not is_installed(font):
            return ""
        missing = missing_letters(font, self._session.documents.values())
        told = _("“{font}” lacks letters that are needed here: {letters}")
        return told.format(font=font, letters=" ".join(missing)) if missing else ""

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
        self._job = ExportJob(targets)
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
        if any(each.format == "pdf" for each in report.written):
            maker = report.pdf_by or f"Qt {qVersion()}"
            lines.append(_("The PDF files were made by {program}.").format(program=maker))
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


def _in_a_row(boxes: Iterable[QCheckBox]) -> QHBoxLayout:
    row = QHBoxLayout()
    for box in boxes:
        row.addWidget(box)
    row.addStretch()
    return row
