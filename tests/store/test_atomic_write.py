"""A written file is whole or as it was, and nothing else is left in its folder."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from mou_desktop.errors import StorageError
from mou_desktop.store.atomic import backup_of, write

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class Refusing:
    """A system call that the operating system refuses."""

    def __init__(self, code: int) -> None:
        self._code = code

    def __call__(self, *args: object, **kwargs: object) -> NoReturn:
        raise OSError(self._code, os.strerror(self._code))


def test_a_new_file_holds_the_content(tmp_path: Path) -> None:
    write(tmp_path / "a.mou", b"one", backup=True)
    assert content(tmp_path) == {"a.mou": b"one"}


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "a.mou", b"one")
    write(tmp_path / "a.mou", b"two")
    assert content(tmp_path) == {"a.mou": b"two"}


def test_the_backup_is_the_last_content_but_one(tmp_path: Path) -> None:
    file = tmp_path / "a.mou"
    for text in (b"one", b"two", b"three"):
        write(file, text, backup=True)
    assert backup_of(file) == tmp_path / "a.mou.bak"
    assert content(tmp_path) == {"a.mou": b"three", "a.mou.bak": b"two"}


def test_the_backup_is_a_copy_where_the_disk_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", Refusing(errno.EPERM))
    write(tmp_path / "a.mou", b"one", backup=True)
    write(tmp_path / "a.mou", b"two", backup=True)
    assert content(tmp_path) == {"a.mou": b"two", "a.mou.bak": b"one"}


@pytest.mark.parametrize(
    ("call", "code", "says"),
    [
        ("os.fsync", errno.ENOSPC, "the disk is full; free some space"),
        ("os.fsync", errno.EDQUOT, "the disk is full; free some space"),
        ("os.fsync", errno.EIO, os.strerror(errno.EIO)),
        ("os.replace", errno.EACCES, "access is refused; close the file in other programs"),
        ("tempfile.mkstemp", errno.EACCES, "access is refused; close the file in other programs"),
        ("tempfile.mkstemp", errno.EROFS, os.strerror(errno.EROFS)),
    ],
)
@pytest.mark.parametrize("backup", [True, False])
def test_a_refused_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, says: str, backup: bool
) -> None:
    file = tmp_path / "a.mou"
    write(file, b"one", backup=True)
    write(file, b"two", backup=True)
    before = content(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(call, Refusing(code))
        with pytest.raises(StorageError) as error:
            write(file, b"three", backup=backup)
    assert str(error.value).startswith(f"{file}: {says}")
    assert content(tmp_path) == before


def test_a_refused_write_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", Refusing(errno.ENOSPC))
    with pytest.raises(StorageError):
        write(tmp_path / "a.mou", b"one")
    assert content(tmp_path) == {}


def test_a_backup_that_does_not_fit_on_the_disk_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_copied(source: Path, target: Path) -> NoReturn:
        target.write_bytes(source.read_bytes()[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "a.mou"
    write(file, b"one")
    monkeypatch.setattr(Path, "hardlink_to", Refusing(errno.EPERM))
    monkeypatch.setattr("shutil.copy2", half_copied)
    with pytest.raises(StorageError, match="disk is full"):
        write(file, b"two", backup=True)
    assert content(tmp_path) == {"a.mou": b"one"}


@POSIX
def test_a_failure_after_the_backup_leaves_no_litter_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "a.mou"
    write(file, b"one")
    backup_of(file).hardlink_to(file)
    write(file, b"two", backup=True)
    assert content(tmp_path) == {"a.mou": b"two", "a.mou.bak": b"one"}


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    file = tmp_path / "a.mou"
    write(file, b"one")
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(file, b"two", backup=True)
    assert content(tmp_path) == {"a.mou": b"one"}


@POSIX
def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a.mou"
    write(file, b"one")
    program = (
        "import os, signal, sys; from pathlib import Path; from mou_desktop.store import atomic\n"
        "os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)\n"
        "atomic.write(Path(sys.argv[1]), b'two', backup=True)"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(file)], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert file.read_bytes() == b"one"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"nowhere.*no such file or folder"):
        write(tmp_path / "nowhere" / "a.mou", b"one")


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.mou").mkdir()
    with pytest.raises(StorageError):
        write(tmp_path / "a.mou", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a.mou"]


@POSIX
def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "a.mou").symlink_to(tmp_path / "real" / "a.mou")
    write(tmp_path / "a.mou", b"one")
    assert (tmp_path / "a.mou").is_symlink()
    assert content(tmp_path / "real") == {"a.mou": b"one"}


@POSIX
def test_a_link_to_itself_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.mou").symlink_to(tmp_path / "a.mou")
    write(tmp_path / "a.mou", b"one")
    assert content(tmp_path) == {"a.mou": b"one"}


@POSIX
def test_who_may_read_the_file_does_not_change(tmp_path: Path) -> None:
    file = tmp_path / "a.mou"
    write(file, b"one")
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    assert file.stat().st_mode == ordinary.stat().st_mode
    file.chmod(0o640)
    write(file, b"two")
    assert file.stat().st_mode & 0o777 == 0o640
