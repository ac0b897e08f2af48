"""Work on another thread, so that a slow disk or program does not freeze the window."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mou_desktop.errors import MouError
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.gui.wording import error_text


class Work(QObject):
    """Calls `task` with something that takes its progress.

    Signals:
        advanced(int, int): so much of it is done.
        finished(object): what it gave, or the exception that stopped it.
    """

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, task: Callable[[Progress], object]) -> None:
        super().__init__()
        self._task = task
        self._cancelled = Event()

    def start(self) -> None:
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Do no more of it."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            outcome: object = self._task(self._progress)
        except Exception as error:  # (a dialog waits for an answer, whatever it is)
            outcome = error
        self.finished.emit(outcome)

    def _progress(self, done: int, total: int) -> bool:
        self.advanced.emit(done, total)
        return not self._cancelled.is_set()


def failure_text(outcome: object) -> str:
    """What went wrong, if that was not the officer's wish."""
    if isinstance(outcome, Stopped) or not isinstance(outcome, Exception):
        return ""
    return error_text(outcome) if isinstance(outcome, MouError) else repr(outcome)
