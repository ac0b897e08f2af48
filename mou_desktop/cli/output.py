"""What the commands write: text on stdout, a progress bar on a terminal."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mou_desktop.errors import MouError, StorageError
from mou_desktop.export.progress import Progress
from mou_desktop.store import atomic

_BAR = 24


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Something that draws how far the work is; nothing where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return

    def draw(done: int, total: int) -> bool:
        filled = _BAR * done // total
        sys.stderr.write(f"\r[{'#' * filled}{'-' * (_BAR - filled)}] {done}/{total}")
        sys.stderr.flush()
        return True

    try:
        yield draw
    finally:
        sys.stderr.write(f"\r{' ' * (_BAR + 16)}\r")
        sys.stderr.flush()


def write(text: str) -> None:
    """Put text on stdout, in UTF-8 whatever the terminal; quiet when nobody reads on."""
    try:
        if sys.stdout is None:
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        _drop_stdout()
        if not isinstance(error, BrokenPipeError):
            reason = error.strerror or error
            raise StorageError("cannot write the output: {reason}", reason=reason) from error


def write_file(file: Path, content: bytes, *, overwrite: bool) -> None:
    """Put bytes into a file. Raises `MouError` when it is there already and may not be replaced."""
    if file.exists() and not overwrite:
        raise MouError("{file} exists already; say --overwrite to replace it", file=file)
    atomic.write(file, content)


def _drop_stdout() -> None:
    """Let what stdout still holds go nowhere, so that Python does not try again at the end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
