"""Reads foreign files on another thread, so that a long text does not freeze the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mou_desktop.intake import importing, reading
from mou_desktop.intake.source import Source


class ImportJob(QObject):
    """Reads once; what was read can be made into a draft again in another way.

    Signals:
        finished(object): an `importing.Imported`, or the exception that stopped it.
    """

    finished = Signal(object)

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        self._files = files
        self._sources: list[Source] = []
        self._wanted = True

    def start(self, *, convert_legacy: bool) -> None:
        """Begin; `finished` comes once."""
        job = QRunnable.create(lambda: self._run(convert_legacy))
        QThreadPool.globalInstance().start(job)

    def cancel(self) -> None:
        """Tell nothing any more; what is being read is bounded."""
        self._wanted = False

    def _run(self, convert_legacy: bool) -> None:
        try:
            self._sources = self._sources or [reading.read_file(file) for file in self._files]
            outcome: object = importing.import_sources(self._sources, convert_legacy=convert_legacy)
        except Exception as error:  # (the dialog waits for an answer, whatever it is)
            outcome = error
        if self._wanted:
            self.finished.emit(outcome)
