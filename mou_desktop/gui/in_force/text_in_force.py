"""The command that shows what amends a memorandum; says why where there is nothing to show."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mou_desktop.gui.files import Files
from mou_desktop.gui.in_force.dialog import ProtocolsDialog
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _
from mou_desktop.model.draft import Draft


class TextInForce(QObject):
    """Opens the dialog for the agreement of the session."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        files: Files,
        settings: Settings,
        amend: Callable[[Sequence[Draft]], None],
    ) -> None:
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
