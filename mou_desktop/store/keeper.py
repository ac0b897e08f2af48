"""Keeps a recovery file up to date in a thread of its own, so that nobody waits for the disk."""

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread, current_thread

from mou_desktop.errors import MouError, StorageError
from mou_desktop.store import recovery
from mou_desktop.store.recovery import State


class Keeper:
    """Writes the last state that it was given for a file, and removes the file when it is to
    forget it. There is never more than one writer, and the last word always wins.

    `tell` hears, in the keeper's thread, what the disk refused, and `None` when it works again.
    """

    def __init__(self, tell: Callable[[MouError | None], None]) -> None:
        self._tell = tell
        self._wake = Condition()
        self._tasks: dict[Path, State | None] = {}
        self._working = False
        self._thread: Thread | None = None
        self._failed = False

    def keep(self, file: Path, state: State) -> None:
        """Write this state, soon."""
        self._ask(file, state)

    def forget(self, file: Path) -> None:
        """Remove the file, soon; what was to be written to it is not."""
        self._ask(file, None)

    def finish(self, timeout: float) -> bool:
        """Wait until all is done, and end the thread; says whether that was in time."""
        with self._wake:
            done = self._wake.wait_for(lambda: not (self._tasks or self._working), timeout)
            thread, self._thread = self._thread, None
            self._wake.notify_all()
        if thread is not None and done:
            thread.join()
        return done

    def _ask(self, file: Path, state: State | None) -> None:
        with self._wake:
            self._tasks.pop(file, None)
            self._tasks[file] = state
            if self._thread is None:
                self._thread = Thread(target=self._run, name="recovery", daemon=True)
                self._thread.start()
            self._wake.notify_all()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            self._do(*task)
            with self._wake:
                self._working = False
                self._wake.notify_all()

    def _next(self) -> tuple[Path, State | None] | None:
        """The next task, when nobody works on another; nothing when the thread is to end."""
        with self._wake:
            self._wake.wait_for(
                lambda: (self._tasks and not self._working) or self._thread is not current_thread()
            )
            if not self._tasks or self._working:
                return None
            file = next(iter(self._tasks))
            self._working = True
            return file, self._tasks.pop(file)

    def _do(self, file: Path, state: State | None) -> None:
        try:
            if state is None:
                recovery.remove(file)
            else:
                recovery.write(file, state)
        except MouError as error:
            self._say(error)
        except Exception as error:  # (the thread has to live on, whatever it is)
            self._say(StorageError("{file}: {reason}", file=file, reason=repr(error)))
        else:
            self._say(None)

    def _say(self, error: MouError | None) -> None:
        if error is not None or self._failed:
            self._failed = error is not None
            self._tell(error)
