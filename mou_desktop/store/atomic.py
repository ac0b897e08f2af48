"""Writing a file so that it is never half there: aside, synced, then renamed into place."""

import contextlib
import errno
import os
from pathlib import Path

from mou_desktop.errors import StorageError


def backup_of(file: Path) -> Path:
    """Where the last content but one of a file is kept."""
    return file.with_name(file.name + ".bak")


def write(file: Path, content: bytes, *, backup: bool = False) -> None:
    """Put `content` into `file`, replacing what is there, and reach the disk before returning.

    With `backup`, what was there stays beside it (`backup_of`). Raises `StorageError`; the file
    is then as it was.
    """
    try:
        file = Path(os.path.realpath(file))
        aside = _write_aside(file, content)
        try:
            if backup and file.exists():
                _keep(file)
            aside.replace(file)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        sync_folder(file.parent)
    except OSError as error:
        raise storage_error(file, error) from error


def storage_error(file: Path, error: OSError) -> StorageError:
    """What the officer can do about a refusal of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError("{file}: the disk is full; free some space and try again", file=file)
    if isinstance(error, FileNotFoundError):
        return StorageError("{file}: there is no such file or folder", file=file)
    if isinstance(error, PermissionError):
        return StorageError(
            "{file}: access is refused; close the file in other programs or choose another folder",
            file=file,
        )
    return StorageError("{file}: {reason}", file=file, reason=error.strerror or error)


def _write_aside(file: Path, content: bytes) -> Path:
    import tempfile  # (the window opens without writing)

    descriptor, name = tempfile.mkstemp(prefix=f".{file.name[:80]}.", dir=file.parent)
    aside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.chmod(_mode(file))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _mode(file: Path) -> int:
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _keep(file: Path) -> None:
    fresh = file.with_name(f".{file.name[:80]}.bak-new")
    fresh.unlink(missing_ok=True)
    try:
        try:
            fresh.hardlink_to(file)
        except OSError:
            import shutil

            shutil.copy2(file, fresh)
        fresh.replace(backup_of(file))
    finally:
        fresh.unlink(missing_ok=True)  # (renaming leaves it when both are links to one file)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
