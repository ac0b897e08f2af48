"""Lock files: who has a draft open. One lies beside the draft, `.~lock.<name>#`.

A lock keeps colleagues from writing over each other; it does not protect the file from programs
that know nothing of it. Where no lock can be written, drafts are opened without.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from mou_desktop.errors import StorageError
from mou_desktop.store import process
from mou_desktop.store.process import Process

SIZE_LIMIT = 4096


class Owner(NamedTuple):
    """Who has a draft open; of a lock that cannot be read, only the time is known."""

    user: str
    process: Process
    since: datetime

    @property
    def is_here(self) -> bool:
        """Whether it is the same user at the same computer."""
        return (self.user, self.process.host) == (user_name(), process.here().host)

    @property
    def seems_gone(self) -> bool:
        """Whether the draft is probably open no more."""
        return process.seems_gone(self.process, self.since)


class LockedError(StorageError):
    """Somebody has the draft open: `owner`."""

    def __init__(self, message: str, *, owner: Owner, **params: object) -> None:
        super().__init__(message, **params)
        self.owner = owner


class Lock(NamedTuple):
    """A lock that is ours until it is released."""

    file: Path
    token: str

    def guards(self, file: Path) -> bool:
        """Whether it is the lock of this draft."""
        return self.file == lock_of(file)

    def release(self) -> None:
        """Remove the lock, unless somebody has taken it over."""
        if _read(self.file).get("token") == self.token:
            with suppress(OSError):
                self.file.unlink()


def lock_of(file: Path) -> Path:
    """Where the lock of a draft lies."""
    file = Path(os.path.realpath(file))
    return file.with_name(f".~lock.{file.name}#")


def take(file: Path, *, anyway: bool = False) -> Lock | None:
    """Lock a draft; nothing when the folder takes no lock. Raises `LockedError` when somebody has
    the draft open, unless the lock is to be taken over `anyway`. The lock of a process of this
    computer that has ended is taken over in any case.
    """
    lock = Lock(lock_of(file), os.urandom(16).hex())
    try:
        if _create(lock):
            return lock
        content = _read(lock.file)
        owner = _owner(content, lock.file)
        if anyway or process.is_gone(owner.process):
            _remove(lock.file, content)
            if _create(lock):
                return lock
            owner = _owner(_read(lock.file), lock.file)
    except FileNotFoundError:  # (released while we looked)
        return lock if _create_if_possible(lock) else None
    except OSError:
        return None
    raise LockedError(
        "{file} is open elsewhere ({user}, {host}, since {since}); save under another name",
        owner=owner,
        file=file,
        user=owner.user or "?",
        host=owner.process.host or "?",
        since=f"{owner.since:%Y-%m-%d %H:%M}",
    )


def _create(lock: Lock) -> bool:
    """Write a lock, unless there is one."""
    import json

    this = process.here()
    content = {
        "user": user_name(),
        "host": this.host,
        "pid": this.pid,
        "started": this.started,
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        "token": lock.token,
    }
    try:
        descriptor = os.open(lock.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(json.dumps(content).encode("utf-8"))
    except OSError:
        lock.file.unlink(missing_ok=True)
        raise
    return True


def _create_if_possible(lock: Lock) -> bool:
    with suppress(OSError):
        return _create(lock)
    return False


def _remove(file: Path, content: dict[str, Any]) -> None:
    """Remove the lock that has this content, and no other.

    It is put aside first: two who find the same old lock must not remove each other's new one.
    """
    aside = file.with_name(f"{file.name}.{os.urandom(4).hex()}")
    file.replace(aside)
    if _read(aside) != content:
        with suppress(OSError):
            file.hardlink_to(aside)
    aside.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Any]:
    """What stands in a lock; nothing when it cannot be read."""
    import json

    try:
        with file.open("rb") as stream:
            content = json.loads(stream.read(SIZE_LIMIT))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _owner(content: dict[str, Any], file: Path) -> Owner:
    def text(key: str) -> str:
        value = content.get(key)
        return value if isinstance(value, str) and value.isprintable() else ""

    pid = content.get("pid")
    running = Process("", 0)
    if isinstance(pid, int) and 0 < pid < 1 << 32:
        running = Process(text("host"), pid, text("started"))
    try:
        since = datetime.fromisoformat(text("since")).astimezone()
    except (ValueError, OverflowError):
        since = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    return Owner(text("user"), running, since)


def user_name() -> str:
    """Who works at this computer; empty where the system does not say."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
