"""The file that an open draft belongs to: its lock, and what it held when we last saw it."""

import os
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts

if TYPE_CHECKING:
    from mou_desktop.store.locks import Lock


class Access(Enum):
    """How to open a draft: alone, only to read it, or although somebody else has it open."""

    ALONE = auto()
    READ_ONLY = auto()
    ANYWAY = auto()


class Origin(NamedTuple):
    """Where a draft comes from; a new draft comes from no file. Each method that goes to another
    file gives the next origin; `leave` then lets go what that one does not need.
    """

    file: Path | None = None
    digest: str = ""
    lock: "Lock | None" = None
    read_only: bool = False

    def owns(self, file: Path) -> bool:
        """Whether it is this file, by whatever path."""
        return self.file is not None and os.path.realpath(self.file) == os.path.realpath(file)

    def open(self, file: Path, access: Access) -> tuple[Draft, "Origin"]:
        """Read a draft. Raises `DraftError` or `StorageError`; a `LockedError` when somebody has
        it open.
        """
        read_only = access is Access.READ_ONLY
        lock = None if read_only else self._lock_of(file, anyway=access is Access.ANYWAY)
        try:
            content = drafts.read(file)
            draft = drafts.loads(content, file.name)
        except BaseException:
            self._give_back(lock)
            raise
        return draft, Origin(file, drafts.digest(content), lock, read_only)

    def claim(self, file: Path | None, digest: str) -> "Origin":
        """The origin of a recovered draft, whose file had content with this digest. Raises
        `LockedError` when somebody has that file open.
        """
        return Origin(file, digest, self._lock_of(file) if file else None)

    def save(self, draft: Draft, file: Path) -> "Origin":
        """Write a draft. Raises `StorageError`; a `LockedError` when somebody has a draft of this
        name open.
        """
        lock = self.lock if self.owns(file) and not self.read_only else self._lock_of(file)
        try:
            content = drafts.save(draft, file)
        except BaseException:
            self._give_back(lock)
            raise
        return Origin(file, drafts.digest(content), lock)

    def changed(self, file: Path) -> bytes | None:
        """What our file holds, if somebody has changed it since we read or wrote it; nothing for
        another file, or one that is gone. Raises `DraftError` or `StorageError`.
        """
        if not self.owns(file) or not file.exists():
            return None
        content = drafts.read(file)
        return content if drafts.digest(content) != self.digest else None

    def leave(self, following: "Origin") -> None:
        """Release the lock, unless the following origin has it too."""
        if self.lock is not None and self.lock != following.lock:
            self.lock.release()

    def _lock_of(self, file: Path, *, anyway: bool = False) -> "Lock | None":
        from mou_desktop.store import locks  # (the window opens sooner without)

        if self.lock is not None and self.lock.guards(file):
            return self.lock
        return locks.take(file, anyway=anyway)

    def _give_back(self, lock: "Lock | None") -> None:
        if lock is not None and lock != self.lock:
            lock.release()
