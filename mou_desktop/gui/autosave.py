"""Keeps what is not saved in a recovery file, within two seconds of a change."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mou_desktop.errors import MouError
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.model.draft import Draft

if TYPE_CHECKING:
    from mou_desktop.store.keeper import Keeper

# Milliseconds from the first change to the writing; what is typed meanwhile goes along.
DELAY = 1000
# Seconds that closing waits for the disk.
PATIENCE = 10


class Autosave(QObject):
    """Watches the session; the writing is done in a thread of its own.

    Signals:
        failed(object): the `MouError` that keeps the changes from being secured, or `None` when
            they are secured again.
    """

    failed = Signal(object)
    _told = Signal(object)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._file: Path | None = None
        self._kept: Draft | None = None
        self._keeper: Keeper | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._write)
        self._over = False
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        session.draft_changed.connect(self._note)
        session.file_changed.connect(self._note)

    def adopt(self, file: Path) -> None:
        """Look after the recovery file of a window that has ended: the session has its draft."""
        self._file = file
        self._write()

    def finish(self) -> None:
        """Leave nothing behind: the draft is saved, or given up, and the window closes."""
        self._over = True
        self._forget()
        if self._keeper is not None:
            self._keeper.finish(PATIENCE)

    def _note(self) -> None:
        if self._over or not self._session.modified:
            self._forget()
        elif not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        if not self._session.modified or self._session.draft is self._kept:
            return
        from mou_desktop.store import keeper, recovery  # (the window opens sooner without)

        self._file = self._file or recovery.fresh(self._settings.recovery_folder)
        self._keeper = self._keeper or keeper.Keeper(self._tell)
        self._kept = self._session.draft
        self._keeper.keep(self._file, self._session.state)

    def _forget(self) -> None:
        self._timer.stop()
        if self._keeper is not None and self._file is not None:
            self._keeper.forget(self._file)
        self._file = self._kept = None

    def _on_told(self, error: MouError | None) -> None:
        if error is not None:
            self._kept = None
            self._note()  # (to try again)
        self.failed.emit(error)

    def _tell(self, error: MouError | None) -> None:
        with suppress(RuntimeError):  # (the window may be gone already)
            self._told.emit(error)
