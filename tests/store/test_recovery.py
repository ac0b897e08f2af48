"""Recovery files hold the unsaved state, whole, and are offered once their window is gone."""

import json
import os
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mou_desktop.errors import DraftError, MouError, StorageError
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft
from mou_desktop.store import examples, process, recovery
from mou_desktop.store.keeper import Keeper
from mou_desktop.store.recovery import State, left_behind, load, write

LONG = 30


@pytest.fixture(scope="module")
def draft() -> Draft:
    return examples.load("memorandum")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return recovery.fresh(tmp_path / "state" / "recovery")


def with_copies(draft: Draft, copies: int) -> Draft:
    return fields.change(draft, "copies", str(copies))


def abandon(file: Path, **changed: object) -> None:
    """Make a recovery file one of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    line, _break, rest = file.read_bytes().partition(b"\n")
    head = {**json.loads(line), "pid": child.pid, "started": "1", **changed}
    file.write_bytes(json.dumps(head).encode() + b"\n" + rest)


def test_a_state_comes_back_as_it_was_written(draft: Draft, file: Path, tmp_path: Path) -> None:
    state = State(draft, tmp_path / "Гянджа.mou", "abc")
    before = datetime.now().astimezone()
    write(file, state)
    found = load(file)
    assert found.state == state
    assert before <= found.written_at <= datetime.now().astimezone()


def test_a_draft_without_a_file_has_none_afterwards(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    assert load(file).state == State(draft)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX")
def test_nobody_else_can_look_into_the_folder(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    assert file.parent.stat().st_mode & 0o077 == 0


def test_a_file_whose_window_is_open_is_not_left_behind(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    assert left_behind(file.parent) == []
    abandon(file)
    assert left_behind(file.parent) == [file]


def test_a_file_of_another_computer_is_left_behind_after_a_day(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    abandon(file, host="elsewhere")
    assert left_behind(file.parent) == []
    yesterday = datetime.now().astimezone() - timedelta(days=1, hours=1)
    abandon(file, host="elsewhere", written=yesterday.isoformat())
    assert left_behind(file.parent) == [file]


def test_the_latest_comes_first(draft: Draft, file: Path) -> None:
    other = recovery.fresh(file.parent)
    for each, moment in ((file, 1000), (other, 2000)):
        write(each, State(draft))
        abandon(each)
        os.utime(each, (moment, moment))
    assert left_behind(file.parent) == [other, file]


def test_no_folder_means_nothing_was_left_behind(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "nowhere") == []


def test_half_written_litter_is_swept_away_when_it_is_old(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    old, young = (file.parent / f".{file.name}.{name}" for name in ("old", "young"))
    for litter in (old, young):
        litter.write_bytes(b"half")
    moment = time.time() - 2 * process.PATIENCE.total_seconds()
    os.utime(old, (moment, moment))
    assert left_behind(file.parent) == []
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\n",
        b"\xff\xfe\n",
        b"{}\n{}",
        b'{"format": "mou-desktop-recovery"}\n{}',
        b'{"format": "mou-desktop-recovery", "file": 1, "digest": "", "host": "", "pid": 1,'
        b' "started": "", "written": "2026-01-01T00:00:00+00:00"}\n{}',
        b'{"format": "mou-desktop-recovery", "file": null, "digest": "", "host": "", "pid": 1,'
        b' "started": "", "written": "yesterday"}\n{}',
        b'{"format": "mou-desktop-recovery", "file": "a\\u0000", "digest": "", "host": "",'
        b' "pid": 1, "started": "", "written": "2026-01-01T00:00:00+00:00"}\n{}',
        b"[" * 100_000 + b"\n",
    ],
)
def test_a_damaged_file_is_told_and_left(file: Path, damaged: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(damaged)
    assert left_behind(file.parent) == [file]
    with pytest.raises(DraftError, match="is a damaged recovery file; it stays where it is"):
        load(file)
    assert file.read_bytes() == damaged


def test_a_truncated_file_is_damaged(draft: Draft, file: Path) -> None:
    write(file, State(draft))
    whole = file.read_bytes()
    for length in range(0, len(whole) - 2, 997):
        file.write_bytes(whole[:length])
        with pytest.raises(DraftError):
            load(file)


def test_a_folder_that_cannot_be_made_is_told(draft: Draft, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    with pytest.raises(StorageError):
        write(tmp_path / "state" / "recovery" / "x.recovery", State(draft))


class Told(list[MouError | None]):
    """What a keeper has told."""

    def __call__(self, error: MouError | None) -> None:
        self.append(error)


def test_the_keeper_writes_the_last_state_that_it_was_given(draft: Draft, file: Path) -> None:
    told = Told()
    keeper = Keeper(told)
    for copies in range(1, 60):
        keeper.keep(file, State(with_copies(draft, copies)))
    assert keeper.finish(LONG)
    assert load(file).state.draft.values.copies == 59
    assert told == []


def test_what_is_to_be_forgotten_is_removed_and_not_written_afterwards(
    draft: Draft, file: Path
) -> None:
    keeper = Keeper(Told())
    keeper.keep(file, State(draft))
    keeper.forget(file)
    assert keeper.finish(LONG)
    assert list(file.parent.glob("*")) == []


def test_a_keeper_goes_on_after_it_has_finished(draft: Draft, file: Path) -> None:
    keeper = Keeper(Told())
    for copies in (3, 5):
        keeper.keep(file, State(with_copies(draft, copies)))
        assert keeper.finish(LONG)
        assert load(file).state.draft.values.copies == copies
    assert not [each for each in threading.enumerate() if each.name == "recovery"]


def test_there_is_never_more_than_one_writer(
    draft: Draft, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work = threading.Lock()
    written: list[int | None] = []

    def slow(_file: Path, state: State) -> None:
        assert at_work.acquire(blocking=False)
        time.sleep(0.02)
        written.append(state.draft.values.copies)
        at_work.release()

    monkeypatch.setattr(recovery, "write", slow)
    told = Told()
    keeper = Keeper(told)
    for copies in range(1, 40):
        keeper.keep(file, State(with_copies(draft, copies)))
        keeper.finish(0)  # (the next one needs another thread)
        time.sleep(0.003)
    assert keeper.finish(LONG)
    assert told == []
    assert written[-1] == 39
    assert written == sorted(written, key=lambda copies: copies or 0)


def test_a_disk_that_refuses_is_told_and_so_is_its_recovery(
    draft: Draft, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_bytes(b"")
    told = Told()
    keeper = Keeper(told)
    keeper.keep(file, State(draft))
    keeper.finish(LONG)
    (tmp_path / "state").unlink()
    for _time in range(2):
        keeper.keep(file, State(draft))
        keeper.finish(LONG)
    assert [type(error) for error in told] == [StorageError, type(None)]
    assert load(file).state.draft == draft
