"""Opens the dialogs of the menus. Each is loaded when it is first asked for, so that the window
opens sooner.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mou_desktop.errors import MouError
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import error_text

if TYPE_CHECKING:
    from mou_desktop.gui.dialogs.guide import GuideWindow


class Dialogs(QObject):
    """The dialogs over `window`, about the session's draft."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        files: Files,
        checking: Checking,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._files, self._checking = files, checking
        self._guide: GuideWindow | None = None

    def export(self) -> None:
        """Write the Word files, after asking which and where to."""
        from mou_desktop.gui.dialogs.export import ExportDialog

        ExportDialog(self._session, self._settings, self._files.prompts, self._window).exec()

    def make_signing_set(self) -> None:
        """Write every original with a manifest, after asking where to."""
        from mou_desktop.gui.dialogs.signing_set import SigningSetDialog

        self._checking.finish()
        found, prompts = self._checking.findings, self._files.prompts
        SigningSetDialog(self._session, found, self._settings, prompts, self._window).exec()

    def verify_signing_set(self) -> None:
        """Compare a signing set with its manifest, after asking for its folder."""
        from mou_desktop.gui.dialogs.verdict import VerdictDialog

        folder = self._files.prompts.signing_set(self._settings.last_folder)
        if folder is not None:
            VerdictDialog(folder, self._window).exec()

    def save_as_template(self) -> None:
        """Make an own template of the draft, if there is nothing left to write in it."""
        from mou_desktop.gui.dialogs.template import TemplateDialog
        from mou_desktop.model.own_template import require_complete

        prompts = self._files.prompts
        try:
            require_complete(self._session.draft)
        except MouError as error:
            prompts.error(error_text(error))
        else:
            TemplateDialog(self._session, self._settings, prompts, self._window).exec()

    def page_setup(self) -> None:
        """Say how the pages of the Word files look."""
        from mou_desktop.gui.dialogs.page_setup import PageSetupDialog

        PageSetupDialog(self._session, self._files.prompts, self._window).exec()

    def show_versions(self) -> None:
        """Compare kept versions with one another and with the present draft."""
        from mou_desktop.gui.dialogs.versions import VersionsDialog

        VersionsDialog(self._session, self._settings, self._files.prompts, self._window).exec()

    def guide(self) -> None:
        """Show how the program is used, beside the window."""
        from mou_desktop.gui.dialogs.guide import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.bring_up()

    def about(self) -> None:
        """Say what the program is."""
        from mou_desktop.gui.dialogs.about import AboutBox

        AboutBox(self._window).exec()
