"""The commands that lead a draft to its signature: final, reopened, signed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mou_desktop.errors import MouError
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.findings.wording import full_line
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _, error_text, finding_text
from mou_desktop.model import final
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Level

LINES_SHOWN = 12


class Concluding(QObject):
    """Asks, and tells the session; what cannot be done is said in a prompt."""

    def __init__(self, window: QWidget, session: Session, checking: Checking, files: Files) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._checking = checking

    def mark_final(self) -> None:
        """Freeze the draft, if nothing is open in it and the officer means it."""
        findings = self._session.findings
        errors = [finding_text(each) for each in findings if each.level is Level.ERROR]
        if errors:
            told = _("The draft cannot be final yet. This is still to be done:")
            self._files.prompts.error(f"{told}\n\n{_listed(errors)}")
            return
        remarks = [finding_text(each) for each in findings]
        self._checking.finish()
        documents = self._session.documents
        remarks += [full_line(documents, each) for each in self._checking.open_ones]
        if self._files.prompts.mark_final(self._files.name, _listed(remarks)):
            self._conclude(lambda: final.mark(self._session.draft, findings, _now()))

    def reopen(self) -> None:
        """Let the draft be changed again, and have its history say why."""
        if self._session.draft.signature is not None:
            told = _("The signature is recorded. Withdraw that record before reopening the draft.")
            self._files.prompts.error(told)
            return
        reason = self._files.prompts.reason(
            _("Reopen the draft"), _("It can be changed again then. Its history will say why:")
        )
        if reason is not None:
            self._conclude(lambda: final.reopen(self._session.draft, _now(), reason))

    def record_signature(self) -> None:
        """Record when, where and by whom it was signed, or look that up."""
        from mou_desktop.gui.dialogs.signature import SignatureDialog  # (seldom needed)

        SignatureDialog(self._session, self._files.prompts, self._window).exec()

    def show_history(self) -> None:
        """What happened to the draft on its way to the signature."""
        from mou_desktop.gui.dialogs.history import HistoryDialog  # (the same)

        HistoryDialog(self._session.draft, self._window).exec()

    def _conclude(self, change: Callable[[], Draft]) -> None:
        try:
            self._session.conclude(change())
        except MouError as error:
            self._files.prompts.error(error_text(error))


def _now() -> datetime:
    return datetime.now().astimezone()


def _listed(lines: list[str]) -> str:
    """The first lines as a list."""
    shown = [f"• {line}" for line in lines[:LINES_SHOWN]]
    return "\n".join([*shown, "• …"] if len(lines) > LINES_SHOWN else shown)
