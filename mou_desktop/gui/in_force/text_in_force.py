"""The commands that show what amends a memorandum, and amend it once more; they say why where that
cannot be.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mou_desktop.amend import chain
from mou_desktop.amend.chain import Chain
from mou_desktop.gui.dialogs.work import Work
from mou_desktop.gui.files import Files
from mou_desktop.gui.in_force.dialog import ProtocolsDialog
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _
from mou_desktop.model.draft import Draft
from mou_desktop.store import beside


class TextInForce(QObject):
    """Opens the dialog for the agreement of the session."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        files: Files,
        settings: Settings,
        amend: Callable[[Chain | None], None],
    ) -> None:
        """`amend` begins a protocol, to the text as the signed ones of a chain have amended it."""
        super().__init__(window)
        self._window, self._session = window, session
        self._files, self._settings, self._amend = files, settings, amend

    def show(self) -> None:
        """Show the timeline, or say what has to be done first."""
        problem = self._problem()
        if problem:
            self._files.prompts.error(problem)
        else:
            self.dialog().exec()

    def amend(self) -> None:
        """Begin a protocol: at once where none lies beside the memorandum, else from the timeline,
        which shows what the new one builds on.
        """
        draft, file = self._session.draft, self._session.file
        if draft.final is None or file is None:
            self._amend(None)
            return
        self._work = Work(lambda _progress: beside.instruments(file))
        self._work.finished.connect(partial(self._on_looked, draft))
        self._work.start()

    def _on_looked(self, draft: Draft, outcome: object) -> None:
        """What lies beside the memorandum is known; another draft may be on the screen by now."""
        if self._session.draft is not draft:
            return
        found = outcome if isinstance(outcome, tuple) else ()
        if chain.related(draft, [(str(each.file), each.draft) for each in found]):
            self.show()
        else:
            self._amend(None)

    def dialog(self) -> ProtocolsDialog:
        return ProtocolsDialog(
            self._session, self._files, self._settings, self._amend, self._window
        )

    def _problem(self) -> str:
        draft = self._session.draft
        if draft.protocol is not None or draft.amending is not None:
            return _("This amends or corrects a memorandum. Open the memorandum itself.")
        if draft.final is None and draft.sources:
            return _("This is a consolidated text. Open the memorandum itself.")
        if draft.final is None:
            return _(
                "The memorandum can still be changed, so nothing can amend it yet. When it is"
                " agreed, mark it as final: Agreement → Mark as final…"
            )
        if self._session.altered:
            return _(
                "The memorandum was changed after it was marked as final. Open the file that was"
                " signed, or reopen this one and mark it again."
            )
        return ""
