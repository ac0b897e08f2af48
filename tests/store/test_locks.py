"""Who has a draft open: one at a time, and a crash keeps nobody out."""

import errno
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mou_desktop.store import locks, process
from mou_desktop.store.locks import LockedError, lock_of, take

ROOT = Path(__file__).parents[2]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "ganja.mou"
    file.write_text("whatever", encoding="utf-8")
    return file


def content(draft: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(lock_of(draft).read_bytes())
    return read


def plant(draft: Path, **changed: object) -> None:
    """A lock as another process would have left it."""
    lock = take(draft)
    assert lock is not None
    lock_of(draft).write_text(json.dumps({**content(draft), "token": "x", **changed}))


def test_a_lock_lies_beside_the_draft_and_says_who_has_it_open(draft: Path) -> None:
    assert take(draft)
    assert lock_of(draft) == draft.with_name(".~lock.ganja.mou#")
    found = content(draft)
    assert found["pid"] == os.getpid()
    assert found["host"] == process.here().host
    assert datetime.fromisoformat(found["since"]).tzinfo is not None


def test_a_second_lock_in_the_same_process_is_refused(draft: Path) -> None:
    assert take(draft)
    with pytest.raises(LockedError) as refused:
        take(draft)
    assert refused.value.owner.is_here
    assert not refused.value.owner.seems_gone
    assert str(draft) in str(refused.value)


def test_the_same_file_under_another_path_is_the_same_draft(draft: Path) -> None:
    other = draft.with_name("link.mou")
    other.symlink_to(draft)
    lock = take(draft)
    assert lock is not None
    assert lock.guards(other)
    with pytest.raises(LockedError):
        take(other)


def test_a_released_lock_is_gone_and_the_next_one_may_have_it(draft: Path) -> None:
    lock = take(draft)
    assert lock is not None
    lock.release()
    assert not lock_of(draft).exists()
    assert take(draft)


def test_what_a_killed_process_left_is_taken_over(draft: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from mou_desktop.store import locks\n"
        "locks.take(Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, draft], cwd=ROOT, check=False, timeout=60)
    assert content(draft)["pid"] != os.getpid()
    assert take(draft)
    assert content(draft)["pid"] == os.getpid()
    assert [file.name for file in draft.parent.iterdir() if "lock" in file.name] == [
        lock_of(draft).name
    ]


def test_a_running_process_keeps_its_lock(draft: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from mou_desktop.store import locks\n"
        "print(locks.take(Path(sys.argv[1])), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(draft)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert "token" in other.stdout.readline()
        with pytest.raises(LockedError) as refused:
            take(draft)
    assert refused.value.owner.process.pid == other.pid


def test_a_colleague_is_named_with_computer_and_time(draft: Path) -> None:
    plant(draft, user="aigul", host="astana-7", since="2026-05-05T12:03:00+05:00")
    with pytest.raises(LockedError, match=r"aigul, astana-7, since 2026-05-05") as refused:
        take(draft)
    owner = refused.value.owner
    assert (owner.user, owner.is_here, owner.seems_gone) == ("aigul", False, True)


def test_a_colleagues_lock_of_today_does_not_seem_abandoned(draft: Path) -> None:
    now = datetime.now().astimezone()
    plant(draft, host="astana-7", since=(now - timedelta(hours=20)).isoformat())
    with pytest.raises(LockedError) as refused:
        take(draft)
    assert not refused.value.owner.seems_gone


def test_a_lock_can_be_taken_anyway_and_its_owner_then_leaves_ours_alone(draft: Path) -> None:
    theirs = take(draft)
    ours = take(draft, anyway=True)
    assert theirs is not None
    assert ours is not None
    theirs.release()
    assert content(draft)["token"] == ours.token


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 5000,
        b'{"pid": "7", "since": 5}',
        b'{"pid": -1, "host": "x", "since": "0001-01-01T00:00:00+14:00"}',
        b'{"pid": 99999999999999999999, "user": "a\\nb"}',
    ],
)
def test_a_damaged_lock_is_somebodys_since_it_was_written(draft: Path, damaged: bytes) -> None:
    lock_of(draft).write_bytes(damaged)
    with pytest.raises(LockedError) as refused:
        take(draft)
    age = datetime.now().astimezone() - refused.value.owner.since
    assert timedelta(0) <= age + timedelta(seconds=5) < timedelta(minutes=5)
    assert refused.value.owner.user == ""
    assert take(draft, anyway=True)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.ENAMETOOLONG])
def test_where_no_lock_can_be_written_there_is_none(
    draft: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*args: object, **kwargs: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.open", refuse)
    assert take(draft) is None


def test_a_folder_that_is_not_there_takes_no_lock(tmp_path: Path) -> None:
    assert take(tmp_path / "nowhere" / "a.mou") is None


def test_two_who_find_the_same_old_lock_do_not_both_get_it(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(draft, pid=2**31, started="1")
    remove = locks._remove
    quicker: list[locks.Lock | None] = []

    def late(file: Path, seen: dict[str, Any]) -> None:
        monkeypatch.setattr(locks, "_remove", remove)
        quicker.append(take(draft))
        remove(file, seen)

    monkeypatch.setattr(locks, "_remove", late)
    with pytest.raises(LockedError):
        take(draft)
    assert quicker[0] is not None
    assert content(draft)["token"] == quicker[0].token
