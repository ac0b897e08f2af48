"""Makes a draft of foreign files: asks which, shows what was found, opens it unsaved."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mou_desktop.gui.dialogs.importing import ImportDialog
from mou_desktop.gui.files import Files
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings


class Importing(QObject):
    """Shows a dialog over `window` while it reads; the present draft stays until another is wanted.

    `dialog` is the one on the screen, if there is one.
    """

    def __init__(self, window: QWidget, session: Session, files: Files, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._settings = settings
        self.dialog: ImportDialog | None = None

    def ask(self) -> None:
        """Import files that the officer chooses."""
        self.read(self._files.prompts.foreign_files(self._settings.last_folder))

    def read(self, files: Sequence[Path]) -> None:
        """Import these files."""
        if not files or self.dialog is not None:
            return
        self._settings.last_folder = files[0].parent
        self.dialog = ImportDialog(files, self._window)
        self.dialog.failed.connect(self._files.prompts.error)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        draft = (
            dialog.draft
            if dialog is not None and result == ImportDialog.DialogCode.Accepted
            else None
        )
        if draft is not None and self._files.may_leave():
            self._session.start(draft, unsaved=True)
