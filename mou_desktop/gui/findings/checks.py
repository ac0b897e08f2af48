"""What the officer does about the findings of the checks: look, mend, accept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from mou_desktop.errors import FieldError, MouError
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.findings import wording
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.findings.list import FindingsList
from mou_desktop.gui.lighting import show_spots
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import ACCEPTED, MENDED, Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model import acceptance
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Finding
from mou_desktop.render.changed import render_changed
from mou_desktop.render.mending import mend

HEIGHT = 240
LOW = 600


class Checks(QObject):
    """Shows the findings in a part of the window of their own, below another one."""

    def __init__(
        self,
        window: QMainWindow,
        beside: QDockWidget,
        session: Session,
        desk: Desk,
        checking: Checking,
        settings: Settings,
        prompts: Callable[[], Prompts],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._checking = checking
        self._settings = settings
        self._prompts = prompts
        self.list = FindingsList(lambda where: wording.place_name(session.documents, where))
        self.dock = QDockWidget(window)
        self.dock.setObjectName("checks_dock")
        self.dock.setWidget(self.list)
        self.dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        # (In a low window the texts would have no room above two lists.)
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        window.splitDockWidget(beside, self.dock, horizontal if window.height() < LOW else vertical)
        self._was_restored = window.restoreDockWidget(self.dock)
        self._window = window
        self.list.chosen.connect(self.show_finding)
        self.list.mend_wanted.connect(self.mend)
        self.list.accept_wanted.connect(self.accept)
        self.list.withdraw_wanted.connect(self.withdraw)
        self.list.report_wanted.connect(self.save_report)
        self.dock.visibilityChanged.connect(self._on_visible)
        checking.changed.connect(self.refresh)
        session.draft_changed.connect(self._on_draft_changed)
        self.retranslate()

    def open(self) -> None:
        """Show the findings of the draft as it is now."""
        self._checking.finish()
        self._checking.watch()
        self.refresh()
        self.dock.show()
        self.dock.raise_()
        if not self._was_restored:
            self._was_restored = True
            height = min(HEIGHT, self._window.height() // 3)
            self._window.resizeDocks([self.dock], [height], Qt.Orientation.Vertical)
        self.list.tree.setFocus()

    def retranslate(self) -> None:
        self.dock.setWindowTitle(_("Findings"))
        self.refresh()

    def refresh(self) -> None:
        """List the findings as they are known."""
        found = self._checking.findings
        draft = self._session.draft
        reasons = {each: why for each in found if (why := acceptance.reason(draft, each))}
        self.list.show_findings(found, reasons)

    def show_finding(self, finding: Finding) -> None:
        """Light up what a finding is about in all versions, and bring it into view."""
        current = self._up_to_date(finding)
        if current is None:
            return
        show_spots(self._desk, self._session, current.languages, current.spots)

    def mend(self, findings: list[Finding]) -> None:
        """Put right what can be, from the last to the first, as one step."""
        session = self._session
        draft, documents = session.draft, session.documents
        count = 0
        try:
            for finding in reversed([each for each in map(self._up_to_date, findings) if each]):
                mended = mend(draft, documents, finding.spots[0], finding.fix or "")
                if mended is not None and mended != draft:
                    documents = render_changed(mended, draft, documents, session.first)
                    draft, count = mended, count + 1
            if count:
                self._apply(MENDED, draft)
            else:
                self._prompts().error(_("This cannot be mended here; change it in the form."))
        except FieldError as error:
            self._prompts().error(error_text(error))

    def accept(self, finding: Finding) -> None:
        """Leave a finding as it is, with a reason that stays in the draft."""
        why = self._prompts().reason(
            _("Accept the finding"), _("Why it may stay as it is; the draft keeps the reason:")
        )
        if why is not None:
            self._change(lambda draft: acceptance.accept(draft, finding, why))

    def withdraw(self, finding: Finding) -> None:
        """Have a finding listed again."""
        self._change(lambda draft: acceptance.withdraw(draft, finding))

    def save_report(self) -> None:
        """Write all findings into a Word file for the records."""
        from mou_desktop.gui.findings import report  # (the window opens without)

        session, settings = self._session, self._settings
        stem = session.file.stem if session.file else session.draft.template.id
        folder = session.file.parent if session.file else settings.last_folder
        file = self._prompts().report_file(folder / f"{stem}-{_('findings')}.docx")
        if file is None:
            return
        self._checking.finish()
        try:
            report.save(file, session, self._checking.findings)
        except MouError as error:
            self._prompts().error(error_text(error))
        else:
            settings.last_folder = file.parent

    def _change(self, change: Callable[[Draft], Draft]) -> None:
        try:
            self._apply(ACCEPTED, change(self._session.draft))
        except FieldError as error:
            self._prompts().error(error_text(error))

    def _apply(self, step: str, draft: Draft) -> None:
        self._session.end_typing()
        self._session.apply(step, draft)
        self._session.end_typing()
        self._checking.finish()
        self.refresh()

    def _up_to_date(self, finding: Finding) -> Finding | None:
        """The finding as it is in the present draft; nothing when it is gone."""
        self._checking.finish()
        found = self._checking.findings
        if finding in found:
            return finding
        return next((e for e in found if acceptance.key(e) == acceptance.key(finding)), None)

    def _on_draft_changed(self) -> None:
        """What was accepted, or undone, is listed otherwise at once."""
        if self.dock.isVisible():
            self.refresh()

    def _on_visible(self, visible: bool) -> None:
        if not visible:
            self._desk.columns.light_up({}, None)
