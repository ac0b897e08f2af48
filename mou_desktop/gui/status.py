"""The window's title and its status line: what is open, how it stands, what is to be done."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QMainWindow

from mou_desktop.errors import MouError
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.session import Session
from mou_desktop.gui.start.start import Start
from mou_desktop.gui.wording import _, error_text, ngettext, party_label
from mou_desktop.model.finding import Code

# What the texts with an amber bar are counted by.
MARKED = (Code.WORDING_MISSING, Code.WORDING_REVIEW)


class Status(QObject):
    """Is told by others when there is something else to say."""

    def __init__(
        self, window: QMainWindow, session: Session, files: Files, checking: Checking, start: Start
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._checking, self._start = checking, start
        self._unsecured: MouError | None = None
        self._line = QLabel()
        window.statusBar().addWidget(self._line, 1)

    @property
    def text(self) -> str:
        """What stands in the status line."""
        return self._line.text()

    def show(self) -> None:
        """Say how it stands now."""
        self._window.setWindowTitle(" — ".join(self._names()))
        self._window.setWindowModified(self._session.modified)
        shown = "" if self._start.shown else "  ·  ".join(self._parts())
        if shown != self.text:
            self._line.setText(shown)

    def show_unsecured(self, error: MouError | None) -> None:
        """Say what keeps the changes from being secured; or nothing any more."""
        self._unsecured = error
        self.show()

    def _names(self) -> list[str]:
        if self._start.shown:
            return [_("Start page") + "[*]", _("MOU Desktop")]
        names = [f"{self._files.name}[*]"]
        if self._session.read_only:
            names.append(_("read-only"))
        if self._session.draft.final is not None:
            names.append(_("final"))
        return [*names, _("MOU Desktop")]

    def _parts(self) -> list[str]:
        findings, first = self._session.findings, self._session.first
        parts = [self._saved_text(), *self._standing_texts()]
        if count := len(findings):
            told = ngettext("{count} to complete", "{count} to complete", count)
            parts.append(told.format(count=count))
        if count := sum(finding.code is Code.FORM_UNSURE for finding in findings):
            told = ngettext("{count} form to confirm", "{count} forms to confirm", count)
            parts.append(told.format(count=count))
        if count := sum(finding.code in MARKED for finding in findings):
            told = ngettext("{count} text to review", "{count} texts to review", count)
            parts.append(told.format(count=count))
        if first:
            parts.append(_("as in the originals of {party}").format(party=party_label(first)))
        if count := len(self._checking.open_ones):
            parts.append(ngettext("{count} finding", "{count} findings", count).format(count=count))
        return parts

    def _saved_text(self) -> str:
        if self._session.read_only:
            return _("read-only")
        if self._session.modified:
            if self._unsecured is not None:
                problem = error_text(self._unsecured)
                return _("unsaved changes, not secured: {problem}").format(problem=problem)
            return _("unsaved changes")
        if self._session.saved_at:
            return _("saved {time}").format(time=f"{self._session.saved_at:%H:%M}")
        return _("no changes")

    def _standing_texts(self) -> list[str]:
        if self._session.altered:
            return [_("final, but changed since")]
        if self._session.draft.signature is not None:
            return [_("signed")]
        return [_("final")] if self._session.draft.final is not None else []
