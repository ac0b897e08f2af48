"""Runs the checks while the officer works: after a pause, and in slices between two keys."""

from collections.abc import Iterator
from contextlib import suppress
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mou_desktop.gui.session import Session
from mou_desktop.model import acceptance
from mou_desktop.model.document import Document
from mou_desktop.model.finding import Finding, Level

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.check.index import Index

PAUSE = 400
SLICE = 0.006


class Checking(QObject):
    """What the rules find in the session's documents.

    Signals:
        changed: there are other findings, or none are known until the next pause.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._found: list[Finding] = []
        self._coming: list[Finding] = []
        self._index: Index | None = None
        self._steps: Iterator[Finding | None] | None = None
        self._warming: Thread | None = None
        self._watching = False
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._go_on)
        session.draft_changed.connect(self._on_draft_changed)
        session.draft_replaced.connect(self._on_draft_changed)

    @property
    def findings(self) -> list[Finding]:
        """Every finding, accepted ones too; those of the last pause while the officer types."""
        return self._found

    @property
    def open_ones(self) -> list[Finding]:
        """Errors and warnings that were not accepted."""
        found = acceptance.open_ones(self._session.draft, self._found)
        return [finding for finding in found if finding.level is not Level.NOTE]

    def start(self) -> None:
        """Check now and after each change; tables and dictionaries are first loaded beside the
        window's work.
        """
        documents = dict(self._session.documents)
        self._warming = Thread(target=_warm_up, args=(documents,), daemon=True)
        self._warming.start()
        self.watch()

    def watch(self) -> None:
        """Check now and after each change."""
        self._watching = True
        if self._stale:
            self._pause.start()

    def finish(self) -> None:
        """Have the findings of the draft as it is now, at once."""
        if not self._stale:
            return
        self._pause.stop()
        if self._steps is None:
            self._prepare()
        self._coming += [finding for finding in self._steps or () if finding is not None]
        self._end()

    def _on_draft_changed(self) -> None:
        self._stale = True
        self._slices.stop()
        self._steps = None
        if self._watching:
            self._pause.start()

    def _begin(self) -> None:
        if self._warming is not None and self._warming.is_alive():
            self._pause.start()
            return
        self._prepare()
        self._slices.start()

    def _prepare(self) -> None:
        from mou_desktop.check.index import Index
        from mou_desktop.check.run import steps

        self._index = Index(self._session.documents)
        self._coming = []
        self._steps = steps(self._index)

    def _go_on(self) -> None:
        """Work for as long as nobody notices."""
        assert self._steps is not None
        end = perf_counter() + SLICE
        for finding in self._steps:
            if finding is not None:
                self._coming.append(finding)
            if perf_counter() > end:
                return
        self._end()

    def _end(self) -> None:
        from mou_desktop.check.run import in_order

        self._slices.stop()
        assert self._index is not None
        found = in_order(self._index, self._coming)
        self._steps, self._stale = None, False
        if found != self._found:
            self._found = found
            self.changed.emit()


def _warm_up(documents: dict[str, Document]) -> None:
    with suppress(Exception):  # (the check itself meets the fault again, and tells)
        from mou_desktop.check.run import check  # (here, not where keys are waiting)

        check(documents)
