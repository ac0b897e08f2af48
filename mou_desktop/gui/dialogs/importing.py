"""Says what was found in foreign files and what could not be placed, before a draft is made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import MouError
from mou_desktop.gui.dialogs.import_job import ImportJob
from mou_desktop.gui.wording import _, error_text, ngettext, remark_text
from mou_desktop.intake import importing
from mou_desktop.intake.importing import Imported
from mou_desktop.languages import registry
from mou_desktop.model.draft import Draft

NAMES_SHOWN = 4


class ImportDialog(QDialog):
    """Accepted when the officer wants the `draft`. The parts have names like `import.found`,
    `import.remarks` and `import.open`.

    Signals:
        failed(str): nothing could be read, and why.
    """

    failed = Signal(str)

    def __init__(self, files: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._imported: Imported | None = None
        self._job = ImportJob(files)
        self._job.finished.connect(self._on_finished)
        self.setWindowTitle(_("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._grid = QGridLayout()
        self._told = QLabel(wordWrap=True)
        self._remarks = QPlainTextEdit(readOnly=True)
        self._convert = QCheckBox(_("&Convert the Azerbaijani text from the encoding of old fonts"))
        self._usual = QCheckBox(_("&Replace the signatures by the usual ones"))
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._open = self._buttons.addButton(_("Open as a draft"), role.AcceptRole)
        cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("import.cancel")
        self._open.setDefault(True)
        self._pages = QStackedWidget()
        self._name_parts()
        self._lay_out(files)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._convert.toggled.connect(self._read)
        self.resize(620, 480)
        self._read()

    @property
    def draft(self) -> Draft | None:
        """The draft as it is wanted; nothing while the files are being read."""
        if self._imported is None or not self._usual.isChecked():
            return self._imported.draft if self._imported else None
        return importing.with_usual_signatures(self._imported.draft)

    def done(self, result: int) -> None:
        self._job.cancel()
        super().done(result)

    def _name_parts(self) -> None:
        for part, name in (
            (self._found, "found"),
            (self._remarks, "remarks"),
            (self._convert, "convert"),
            (self._usual, "usual"),
            (self._open, "open"),
        ):
            part.setObjectName(f"import.{name}")
        self._remarks.setAccessibleName(_("To look at"))
        self._remarks.setTabChangesFocus(True)

    def _lay_out(self, files: Sequence[Path]) -> None:
        names = [file.name for file in files]
        shown = ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")
        head = QLabel(shown, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        bold = head.font()
        bold.setBold(True)
        head.setFont(bold)
        waiting = QWidget()
        wait = QVBoxLayout(waiting)
        wait.addWidget(QLabel(_("Reading…")))
        bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        wait.addWidget(bar)
        wait.addStretch(1)
        result = QWidget()
        results = QVBoxLayout(result)
        results.setContentsMargins(0, 0, 0, 0)
        results.addWidget(self._found)
        results.addLayout(self._grid)
        results.addSpacing(8)
        results.addWidget(self._told)
        results.addWidget(self._remarks, stretch=1)
        results.addWidget(self._convert)
        results.addWidget(self._usual)
        self._pages.addWidget(waiting)
        self._pages.addWidget(result)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self._pages, stretch=1)
        layout.addWidget(self._buttons)

    def _read(self) -> None:
        """Make a draft of the files, in the way that is wanted now."""
        self._imported = None
        self._open.setEnabled(False)
        self._pages.setCurrentIndex(0)
        self._job.start(convert_legacy=self._convert.isChecked())

    def _on_finished(self, outcome: object) -> None:
        if isinstance(outcome, Imported):
            self._imported = outcome
            self._show(outcome)
        else:
            told = error_text(outcome) if isinstance(outcome, MouError) else repr(outcome)
            self.reject()
            self.failed.emit(told)

    def _show(self, imported: Imported) -> None:
        self._found.setText(_("Versions that were found:"))
        self._fill_grid(imported)
        lines = [remark_text(imported.draft, said) for said in imported.remarks]
        self._remarks.setPlainText("\n".join(f"• {line}" for line in lines))
        self._remarks.setVisible(bool(lines))
        if lines:
            told = ngettext("{count} point to look at:", "{count} points to look at:", len(lines))
            self._told.setText(told.format(count=len(lines)))
        else:
            self._told.setText(_("Everything has found its place."))
        self._convert.setVisible(imported.legacy or self._convert.isChecked())
        self._pages.setCurrentIndex(1)
        self._open.setEnabled(True)
        self._open.setFocus()

    def _fill_grid(self, imported: Imported) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for row, tag in enumerate(imported.read):
            articles = len(imported.filled[tag])
            fields = imported.recognised[tag]
            counted = ngettext("{count} article", "{count} articles", articles)
            known = ngettext("{count} field", "{count} fields", fields)
            name = QLabel(registry.language(tag).endonym)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(QLabel(counted.format(count=articles)), row, 1)
            self._grid.addWidget(QLabel(known.format(count=fields)), row, 2)
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(3, 1)
