"""Looks into draft files in threads of their own: a folder in the network may not answer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from mou_desktop.errors import MouError, StorageError
from mou_desktop.model.draft import Values
from mou_desktop.store import drafts

FILES_LIMIT = 10


class Glance(NamedTuple):
    """What a file holds and when it was saved, or what is wrong with it."""

    file: Path
    values: Values | None = None
    saved_at: datetime | None = None
    error: MouError | None = None
    is_gone: bool = False


class Glances:
    """Gives one `Glance` after the other to `tell`, in threads.

    Each file is read in its own thread, so that none waits for a disk that another one is on; what
    was read is looked through one at a time, which leaves the processor to the window.
    """

    def __init__(self, tell: Callable[[Glance], None]) -> None:
        self._tell = tell
        self._reading: set[Path] = set()
        self._known = Lock()
        self._turn = Lock()

    def look(self, files: Iterable[Path]) -> None:
        """Look into the first files, those apart that have not answered since the last time."""
        for file in list(files)[:FILES_LIMIT]:
            with self._known:
                if file in self._reading:
                    continue
                self._reading.add(file)
            Thread(target=self._run, args=(file,), name="glance", daemon=True).start()

    def _run(self, file: Path) -> None:
        found = self._glance(file)
        with self._known:
            self._reading.discard(file)
        self._tell(found)

    def _glance(self, file: Path) -> Glance:
        try:
            content = drafts.read(file)
            saved_at = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
            with self._turn:
                values = drafts.loads(content, file.name).values
        except MouError as error:
            return Glance(file, error=error, is_gone=not file.exists())
        except Exception as error:  # (whoever waits for an answer gets one, whatever it is)
            problem = StorageError("{file}: {reason}", file=file, reason=error)
            return Glance(file, error=problem)
        return Glance(file, values, saved_at)
