"""Recovery files: the unsaved state of a draft, for the next start after a crash.

They lie in the user's own state folder. The first line says which draft file the state belongs to
and who wrote it when; the rest is what a draft file would hold.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from mou_desktop.errors import DraftError
from mou_desktop.model.draft import Draft
from mou_desktop.store import atomic, drafts, process
from mou_desktop.store.process import Process

FORMAT = "mou-desktop-recovery"
SUFFIX = ".recovery"
HEAD_LIMIT = 64 * 1024


class State(NamedTuple):
    """A draft that is in no file yet. `belongs_to` is the file that it was opened from, if any,
    and `digest` that of the content which that file had.
    """

    draft: Draft
    belongs_to: Path | None = None
    digest: str = ""


class Recovered(NamedTuple):
    """What a recovery file holds, and when it was written."""

    file: Path
    state: State
    written_at: datetime


def fresh(folder: Path) -> Path:
    """A name that no other window uses."""
    return folder / f"{os.getpid()}-{os.urandom(6).hex()}{SUFFIX}"


def write(file: Path, state: State) -> None:
    """Put a state in place of the last one. Raises `StorageError`."""
    import json

    this = process.here()
    head = {
        "format": FORMAT,
        "file": os.fspath(state.belongs_to) if state.belongs_to else None,
        "digest": state.digest,
        "written": datetime.now().astimezone().isoformat(),
        "host": this.host,
        "pid": this.pid,
        "started": this.started,
    }
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise atomic.storage_error(file.parent, error) from error
    atomic.write(file, json.dumps(head).encode("ascii") + b"\n" + drafts.dumps(state.draft))


def remove(file: Path) -> None:
    """The state is saved, or given up. Raises `StorageError`."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise atomic.storage_error(file, error) from error


def load(file: Path) -> Recovered:
    """Read a recovery file. Raises `StorageError` or `DraftError`."""
    line, _break, content = drafts.read(file).partition(b"\n")
    head = _head(line)
    if head is None:
        raise _damaged(file)
    try:
        draft = drafts.loads(content, file.name)
    except DraftError as error:
        raise _damaged(file) from error
    name, digest = head["file"], head["digest"]
    state = State(draft, Path(name) if name else None, digest)
    return Recovered(file, state, head["written"])


def is_left_behind(file: Path) -> bool:
    """Whether nobody looks after a recovery file any more; of a damaged one, nobody does."""
    try:
        with file.open("rb") as stream:
            head = _head(stream.readline(HEAD_LIMIT))
    except OSError:
        return False
    return head is None or process.seems_gone(head["process"], head["written"])


def left_behind(folder: Path) -> list[Path]:
    """The recovery files whose window has ended without saving, the latest first."""
    found = [file for file in _files(folder) if is_left_behind(file)]
    return sorted(found, key=_changed_at, reverse=True)


def _files(folder: Path) -> Iterator[Path]:
    """The recovery files. What a killed process had half written is swept away."""
    try:
        inside = list(folder.iterdir())
    except OSError:
        return
    for file in inside:
        if file.suffix == SUFFIX:
            yield file
        elif file.name.startswith(".") and SUFFIX in file.name and _is_old(file):
            with suppress(OSError):
                file.unlink()


def _is_old(file: Path) -> bool:
    return datetime.now().timestamp() - _changed_at(file) > process.PATIENCE.total_seconds()


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _head(line: bytes) -> dict[str, Any] | None:
    """The checked first line, or nothing when it is none."""
    import json

    try:
        head = json.loads(line)
        if head["format"] != FORMAT or "\0" in (head["file"] or ""):
            return None
        host, pid, started = head["host"], head["pid"], head["started"]
        texts = [head["file"] or "", head["digest"], host, started]
        if not all(isinstance(text, str) for text in texts) or type(pid) is not int:
            return None
        written = datetime.fromisoformat(head["written"]).astimezone()
    except (ValueError, KeyError, TypeError, OverflowError, OSError, RecursionError):
        return None
    return {**head, "written": written, "process": Process(host, pid, started)}


def _damaged(file: Path) -> DraftError:
    return DraftError("{file} is a damaged recovery file; it stays where it is", file=file)
