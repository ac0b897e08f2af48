"""Makes the signing set: shows its plan, asks where to, and says what came of it."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import MouError
from mou_desktop.export import libreoffice
from mou_desktop.export.batch import safe_stem
from mou_desktop.export.signing.items import Item, language_name, party_name
from mou_desktop.export.signing.manifest import Manifest
from mou_desktop.export.signing.order import Drawn, Order, PdfMaker, Texts
from mou_desktop.export.signing.writing import write
from mou_desktop.gui.dialogs.work import Work, failure_text
from mou_desktop.gui.files import draft_name
from mou_desktop.gui.findings.wording import TEXTS, full_line
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, finding_text, ngettext, screen_language
from mou_desktop.languages import registry
from mou_desktop.model import acceptance
from mou_desktop.model.document import Document
from mou_desktop.model.finding import Finding, Level
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.paging.pages import Pages
from mou_desktop.qtdoc.paging.printing import to_pdf

FINDINGS_SHOWN = 4
PARTY = 2
"""The column that says who keeps an original."""


class SigningSetDialog(QDialog):
    """The set of the session's draft. The parts have names like `signing_set.plan`,
    `signing_set.folder`, `signing_set.name` and `signing_set.start`.
    """

    def __init__(
        self,
        session: Session,
        found: Sequence[Finding],
        settings: Settings,
        prompts: Prompts,
        parent: QWidget,
    ) -> None:
        """`found` are the findings of the checks, accepted ones too."""
        super().__init__(parent)
        self._settings, self._prompts = settings, prompts
        self._work: Work | None = None
        self._made = Path()
        self.setWindowTitle(_("Signing set"))
        name = draft_name(session.file)
        self._order = Order(
            session.draft,
            session.file.name if session.file else name,
            datetime.now().astimezone(),
            tuple(session.findings),
            partial(_finding_text, session.documents),
            _,
            screen_language(),
            PdfMaker(f"Qt {qVersion()}", partial(_drawn, session.draft.layout)),
            acceptance.open_ones(session.draft, found),
            acceptance.accepted_ones(session.draft, found),
        )
        self._plan = QTreeWidget()
        start = session.file.parent if session.file else settings.last_folder
        self._folder = QLineEdit(str(start))
        self._name = QLineEdit(safe_stem(_("{name} – signing set").format(name=name)))
        self._result = QLabel(wordWrap=True)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.setVisible(False)
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._start = self._buttons.addButton(_("Make the set"), role.AcceptRole)
        self._open = self._buttons.addButton(_("Open folder"), role.ActionRole)
        self._open.setVisible(False)
        self._close = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._name_parts()
        self._lay_out()
        self._show_plan()
        self._start.clicked.connect(self._on_start)
        self._open.clicked.connect(self._open_folder)
        self._close.clicked.connect(self._cancel_or_close)
        for box in (self._folder, self._name):
            box.textChanged.connect(self._show_access)

    def reject(self) -> None:
        self._cancel_or_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            self._work.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def _name_parts(self) -> None:
        parts: dict[str, QWidget] = {
            "plan": self._plan,
            "folder": self._folder,
            "name": self._name,
            "result": self._result,
            "start": self._start,
            "open_folder": self._open,
        }
        for name, part in parts.items():
            part.setObjectName(f"signing_set.{name}")
        self._plan.setAccessibleName(_("Originals"))

    def _lay_out(self) -> None:
        self._plan.setRootIsDecorated(False)
        self._plan.setHeaderLabels([_("No."), _("Language"), _("Kept by"), _("File")])
        self._plan.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, stretch=1)
        folder.addWidget(browse)
        form = QFormLayout()
        form.addRow(_("In the folder"), folder)
        form.addRow(_("Name of the set"), self._name)
        layout = QVBoxLayout(self)
        layout.addWidget(self._plan, stretch=1)
        layout.addLayout(form)
        layout.addWidget(self._result)
        layout.addWidget(self._progress)
        layout.addWidget(self._buttons)
        self.resize(680, 460)

    def _show_plan(self) -> None:
        """The originals, and what is to be known before they are made."""
        try:
            items = self._order.items()
        except MouError as error:
            items = []
            self._result.setText(error_text(error))
        else:
            self._result.setText("\n".join(self._remarks()))
        for item in items:
            row = QTreeWidgetItem(_row(item, len(items)))
            row.setToolTip(PARTY, self._party_name(item.original.party))
            self._plan.addTopLevelItem(row)
        self._show_access()

    def _party_name(self, number: int) -> str:
        name = self._order.draft.values.parties[number].name
        return name.get(screen_language()) or next(iter(name.values()), "")

    def _remarks(self) -> list[str]:
        lines = []
        if self._order.draft.final is None:
            lines.append(_("The draft is not final: it can still change after printing."))
        if libreoffice.find() is None:
            lines.append(
                _("LibreOffice is not here: the PDF files may break lines otherwise than Word.")
            )
        findings = self._order.findings
        if findings:
            told = ngettext(
                "{count} item is still to complete:",
                "{count} items are still to complete:",
                len(findings),
            )
            lines += self._listed(told, findings)
        found = [each for each in self._order.checked if each.level is not Level.NOTE]
        if found:
            told = ngettext(
                "{count} finding of the checks is open:",
                "{count} findings of the checks are open:",
                len(found),
            )
            lines += self._listed(told, found)
        return lines

    def _listed(self, told: str, findings: Sequence[Finding]) -> list[str]:
        lines = [f"• {self._order.describe(each)}" for each in findings[:FINDINGS_SHOWN]]
        more = ["• …"] if len(findings) > FINDINGS_SHOWN else []
        return [told.format(count=len(findings)), *lines, *more]

    def _show_access(self) -> None:
        named = bool(self._folder.text().strip() and self._name.text().strip())
        is_planned = self._plan.topLevelItemCount() > 0
        self._start.setEnabled(named and is_planned and self._work is None)

    def _browse(self) -> None:
        folder = self._prompts.folder(Path(self._folder.text()))
        if folder is not None:
            self._folder.setText(str(folder))

    def _on_start(self) -> None:
        folder = Path(self._folder.text().strip()) / safe_stem(self._name.text().strip())
        replacing = os.path.lexists(folder)
        if replacing and not self._prompts.overwrite([folder.name]):
            return
        order = replace(self._order, time=datetime.now().astimezone())
        self._made = folder
        self._progress.setRange(0, 0)
        self._progress.setVisible(True)
        self._work = Work(lambda tell: write(order, folder, replace=replacing, progress=tell))
        self._work.advanced.connect(self._show_progress)
        self._work.finished.connect(self._on_finished)
        self._show_access()
        self._work.start()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_finished(self, outcome: object) -> None:
        self._work = None
        self._progress.setVisible(False)
        self._show_access()
        problem = failure_text(outcome)
        if problem:
            self._prompts.error(problem)
        elif isinstance(outcome, Manifest):
            self._show_made(outcome)
        else:
            self._result.setText(_("Nothing was written."))

    def _show_made(self, manifest: Manifest) -> None:
        count = len(manifest.originals)
        told = ngettext(
            "{count} original was written, with its manifest, to: {folder}",
            "{count} originals were written, with their manifest, to: {folder}",
            count,
        )
        lines = [told.format(count=count, folder=self._made)]
        lines.append(_("The PDF files were made by {program}.").format(program=manifest.pdf_by))
        self._result.setText("\n".join(lines))
        self._settings.last_folder = self._made.parent
        self._open.setVisible(True)
        self._open.setDefault(True)
        self._close.setText(_("Close"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _cancel_or_close(self) -> None:
        if self._work is not None:
            self._work.cancel()
        else:
            super().reject()


def _row(item: Item, count: int) -> list[str]:
    original = item.original
    languages = ", ".join(language_name(tag, _) for tag in original.languages)
    return [
        f"{original.number} / {count}",
        languages,
        party_name(original.party, _),
        f"{item.stem}.docx, .pdf",
    ]


def _finding_text(documents: dict[str, Document], finding: Finding) -> str:
    checked = finding.code in TEXTS
    return full_line(documents, finding) if checked else finding_text(finding)


def _drawn(layout: Layout, texts: Texts) -> Drawn:
    """An original as a PDF file, without LibreOffice."""
    several = len(texts) > 1
    versions = [
        Pages(text, layout, heading=registry.language(text.language).endonym if several else "")
        for text in texts
    ]
    return Drawn(to_pdf(versions), tuple(accumulate(map(len, versions))))
