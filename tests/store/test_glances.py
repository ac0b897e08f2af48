"""What recent files hold is found out beside the window's work, one answer after the other."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Event, current_thread

import pytest

from mou_desktop.errors import DraftError, StorageError
from mou_desktop.store import drafts, examples
from mou_desktop.store.glances import FILES_LIMIT, Glance, Glances

PATIENCE = 20


@pytest.fixture
def file(tmp_path: Path) -> Path:
    drafts.save(examples.load("memorandum"), tmp_path / "memo.mou")
    return tmp_path / "memo.mou"


@pytest.fixture
def told() -> "Queue[Glance]":
    return Queue()


def look(told: "Queue[Glance]", *files: Path) -> list[Glance]:
    Glances(told.put).look(files)
    return [told.get(timeout=PATIENCE) for _file in files]


def test_a_draft_says_its_values_and_when_it_was_saved(file: Path, told: "Queue[Glance]") -> None:
    (found,) = look(told, file)
    assert found.file == file
    assert found.values == examples.load("memorandum").values
    assert found.saved_at is not None
    assert found.saved_at.timestamp() == pytest.approx(file.stat().st_mtime)
    assert found.error is None


def test_a_file_that_is_gone_says_so(tmp_path: Path, told: "Queue[Glance]") -> None:
    (found,) = look(told, tmp_path / "gone.mou")
    assert found.is_gone
    assert isinstance(found.error, StorageError)


def test_a_damaged_file_says_what_is_wrong(file: Path, told: "Queue[Glance]") -> None:
    file.write_bytes(b"{}")
    (found,) = look(told, file)
    assert isinstance(found.error, DraftError)
    assert not found.is_gone


def test_whatever_happens_there_is_an_answer(
    file: Path, told: "Queue[Glance]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "loads", lambda *_: 1 / 0)
    (found,) = look(told, file)
    assert str(found.error) == f"{file}: division by zero"


@pytest.mark.parametrize("silent", ["opening", "asking when it was saved"])
def test_a_file_that_does_not_answer_holds_up_no_other(
    file: Path, told: "Queue[Glance]", monkeypatch: pytest.MonkeyPatch, silent: str
) -> None:
    answer, hanging = Event(), file.with_name("hanging.mou")
    drafts.save(examples.load("memorandum"), hanging)
    read, stat = drafts.read, Path.stat

    def waiting(original: Callable[..., object]) -> Callable[..., object]:
        def wait(path: Path, **options: object) -> object:
            if path == hanging and current_thread().name == "glance":
                assert answer.wait(PATIENCE)
            return original(path, **options)

        return wait

    if silent == "opening":
        monkeypatch.setattr(drafts, "read", waiting(read))
    else:
        monkeypatch.setattr(Path, "stat", waiting(stat))
    glances = Glances(told.put)
    glances.look([hanging, file])
    assert told.get(timeout=PATIENCE).file == file
    glances.look([hanging, file])  # (the one that hangs is not asked a second time)
    assert told.get(timeout=PATIENCE).file == file
    answer.set()
    assert told.get(timeout=PATIENCE).file == hanging
    assert told.empty()


def test_no_more_than_a_few_files_are_looked_into(tmp_path: Path, told: "Queue[Glance]") -> None:
    files = [tmp_path / f"{number}.mou" for number in range(FILES_LIMIT + 3)]
    Glances(told.put).look(files)
    found = {told.get(timeout=PATIENCE).file for _number in range(FILES_LIMIT)}
    assert found == set(files[:FILES_LIMIT])
    assert told.empty()
