"""Writes files on another thread, so that a slow disk does not freeze the window."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mou_desktop.export import batch
from mou_desktop.languages import registry
from mou_desktop.qtdoc.paging.pages import Pages, PairPages
from mou_desktop.qtdoc.paging.printing import to_pdf


class ExportJob(QObject):
    """One export.

    Signals:
        advanced(int, int): so much of the work is done.
        finished(object): a `batch.Report`, or the exception that stopped it.
    """

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, targets: Sequence[batch.Target]) -> None:
        super().__init__()
        self._targets = targets
        self._cancelled = Event()

    def start(self) -> None:
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Write no further file; those already written are whole."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            outcome: object = batch.export(
                self._targets, overwrite=True, progress=self._progress, draw=_draw
            )
        except Exception as error:  # (the dialog waits for an answer, whatever it is)
            outcome = error
        self.finished.emit(outcome)

    def _progress(self, done: int, total: int) -> bool:
        self.advanced.emit(done, total)
        return not self._cancelled.is_set()


def _draw(target: batch.Target) -> bytes:
    mark, several = target.watermark, len(target.documents) > 1
    if target.arrangement is batch.Arrangement.BILINGUAL:
        left, right = target.documents
        across = mark.text(left.language) if mark else ""
        return to_pdf([PairPages((left, right), target.layout, watermark=across)])
    return to_pdf(
        [
            Pages(
                each,
                target.layout,
                watermark=mark.text(each.language) if mark else "",
                heading=registry.language(each.language).endonym if several else "",
            )
            for each in target.documents
        ]
    )
