"""A folder that is there whole or not at all: written aside, then renamed into place."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mou_desktop.errors import ManifestError, StorageError
from mou_desktop.export.batch import AlreadyThereError
from mou_desktop.export.signing.verify import verify
from mou_desktop.store import atomic

PREFIX, SUFFIX = ".mou-desktop-", ".part"
DAY = 24 * 60 * 60


def require_free(folder: Path, *, replace: bool) -> None:
    """Raises `StorageError` when something stands in the place of a folder that is to be made. An
    empty folder is free; with `replace`, so is a signing set in which nothing was changed.
    """
    try:
        if not os.path.lexists(folder) or not any(folder.iterdir()):
            return
    except NotADirectoryError as error:
        raise StorageError(
            "{file}: a file stands where the folder should be; choose another folder", file=folder
        ) from error
    except OSError as error:
        raise atomic.storage_error(folder, error) from error
    if not replace:
        raise AlreadyThereError("{file} exists already", file=folder)
    try:
        verdict = verify(folder)
        others = (*verdict.changed, *verdict.foreign)
    except ManifestError:
        others = (folder.name,)
    if others:
        raise StorageError(
            "{file} is not replaced, because it holds what this program has not written so "
            "({names}); choose another name",
            file=folder,
            names=", ".join(others[:3]),
        )


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A new folder beside the one that is to be made, of which nothing is left when the work does
    not come to its end. Raises `StorageError`.
    """
    import tempfile

    parent = folder.parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        _sweep(parent)
        made = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=parent))
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(
            "{file}: a file stands where the folder should be; choose another folder", file=parent
        ) from error
    except OSError as error:
        raise atomic.storage_error(parent, error) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def write(file: Path, content: bytes) -> None:
    """Write a new file and have it on the disk. Raises `StorageError`."""
    try:
        with file.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise atomic.storage_error(file, error) from error


def put_in_place(made: Path, folder: Path) -> None:
    """Give a folder that is whole its name. Raises `StorageError`; what was there is there still
    then.
    """
    before = made.with_name(f"{made.name}-before")
    try:
        made.chmod(0o777 & ~_mask())
        atomic.sync_folder(made)
        there = os.path.lexists(folder)
        if there:
            folder.rename(before)
        try:
            made.rename(folder)
        except BaseException:
            if there:
                before.rename(folder)
            raise
        atomic.sync_folder(folder.parent)
    except OSError as error:
        raise atomic.storage_error(folder, error) from error
    shutil.rmtree(before, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Take away what a killed process has left half done."""
    for left in parent.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > DAY:
                shutil.rmtree(left, ignore_errors=True)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
