"""Autosave, recovery, and a file that somebody else has open or has changed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mou_desktop.amend.compare import differing
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.app import open_window
from mou_desktop.gui.autosave import DELAY
from mou_desktop.gui.offers import Versions
from mou_desktop.gui.settings import Settings
from mou_desktop.model import fields
from mou_desktop.store import drafts, examples, locks, recovery
from mou_desktop.store.locks import lock_of
from mou_desktop.store.recovery import State

from .conftest import PATIENCE, Answers, Officer

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def draft_file(tmp_path: Path) -> Path:
    """The example, saved."""
    file = tmp_path / "ganja.mou"
    drafts.save(examples.load("memorandum"), file)
    return file


def kept(settings: Settings) -> list[Path]:
    """The recovery files that there are."""
    return sorted(settings.recovery_folder.glob(f"*{recovery.SUFFIX}"))


def copies_kept(settings: Settings) -> list[int | None]:
    return [recovery.load(file).state.draft.values.copies for file in kept(settings)]


def leave_behind(settings: Settings, state: State) -> Path:
    """What a window that was killed has left."""
    file = recovery.fresh(settings.recovery_folder)
    recovery.write(file, state)
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    line, _break, rest = file.read_bytes().partition(b"\n")
    head = {**json.loads(line), "pid": child.pid, "started": "1"}
    file.write_bytes(json.dumps(head).encode() + b"\n" + rest)
    return file


def changed_places(versions: Versions | None) -> dict[str, list[str]]:
    assert versions is not None
    return {tag: [each.place for each in differing(changes)] for tag, changes in versions.items()}


def changed(file: Path, path: str, text: str) -> State:
    """An unsaved change of a saved draft."""
    content = file.read_bytes()
    draft = fields.change(drafts.loads(content, file.name), path, text)
    return State(draft, file, drafts.digest(content))


@contextmanager
def started(
    qapp: QApplication, qtbot: QtBot, settings: Settings, answers: Answers
) -> Iterator[Officer]:
    """A window that has come up, with what it asks at its start."""
    window = open_window(qapp, settings)
    qtbot.addWidget(window, before_close_func=lambda shown: shown.session.undo_stack.setClean())
    window.files.prompts = answers  # type: ignore[assignment]
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    QApplication.processEvents()
    yield Officer(window, answers)


# Autosave


def test_a_change_is_kept_within_two_seconds(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    officer.type("copies", "6")
    typed = time.monotonic()
    qtbot.waitUntil(lambda: bool(kept(settings)), timeout=PATIENCE)
    assert time.monotonic() - typed < 2
    assert copies_kept(settings) == [6]
    assert DELAY <= 1500


def test_typing_on_does_not_put_it_off(officer: Officer, settings: Settings, qtbot: QtBot) -> None:
    officer.window.autosave._timer.setInterval(200)
    officer.type("place.en", "")
    end = time.monotonic() + 0.6
    while time.monotonic() < end:
        officer.commit(officer.input("place.en"), "x")
        qtbot.wait(10)
    assert kept(settings)


def test_what_was_kept_last_is_the_draft_of_the_window(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    officer.window.autosave._timer.setInterval(20)
    for copies in (6, 8, 9):
        officer.type("copies", str(copies))
        qtbot.waitUntil(lambda wanted=copies: copies_kept(settings) == [wanted], timeout=PATIENCE)


@pytest.mark.parametrize("how", ["save", "undo", "new", "close"])
def test_nothing_is_kept_of_what_is_saved_or_given_up(
    officer: Officer, settings: Settings, qtbot: QtBot, tmp_path: Path, how: str
) -> None:
    officer.window.autosave._timer.setInterval(20)
    officer.type("copies", "6")
    qtbot.waitUntil(lambda: bool(kept(settings)), timeout=PATIENCE)
    officer.answers.unsaved_answer = Answer.DISCARD
    if how == "save":
        officer.answers.file = tmp_path / "saved.mou"
        officer.key(Qt.Key.Key_S, CTRL)
    elif how == "undo":
        while officer.window.session.modified:
            officer.window.session.undo_stack.undo()
    elif how == "new":
        officer.window.files.new_example("memorandum")
    else:
        officer.window.close()
        assert not kept(settings)
    qtbot.waitUntil(lambda: not kept(settings), timeout=PATIENCE)


def test_an_unchanged_draft_writes_nothing(
    officer: Officer, settings: Settings, qtbot: QtBot, draft_file: Path
) -> None:
    officer.window.autosave._timer.setInterval(20)
    officer.window.files.open(draft_file)
    qtbot.wait(100)
    assert not settings.recovery_folder.exists()


def test_a_disk_that_refuses_is_told_until_it_works_again(
    officer: Officer, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "state").write_bytes(b"")
    officer.window.autosave._timer.setInterval(20)
    officer.type("copies", "6")
    status = officer.window.status
    qtbot.waitUntil(lambda: "not secured" in status.text, timeout=PATIENCE)
    (tmp_path / "state").unlink()
    qtbot.waitUntil(lambda: "not secured" not in status.text, timeout=PATIENCE)


def test_a_window_that_is_closed_writes_no_more(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    officer.window.autosave._timer.setInterval(1)
    officer.type("copies", "6")
    officer.answers.unsaved_answer = Answer.DISCARD
    officer.window.close()
    officer.window.session.file_changed.emit()
    qtbot.wait(50)
    assert not kept(settings)


# Recovery


def test_a_start_after_a_normal_end_asks_nothing(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    with started(qapp, qtbot, settings, Answers()) as officer:
        assert officer.answers.asked == []
        assert officer.answers.errors == []


def test_what_was_left_behind_is_offered_with_its_differences(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    leave_behind(settings, changed(draft_file, "notice_months", "9"))
    with started(qapp, qtbot, settings, Answers()) as officer:
        assert officer.answers.asked == ["recovery of ganja"]
        (offer,) = officer.answers.offers
        assert offer.parties[0] == "Ganja State Historical and Cultural Reserve"
        assert len(offer.parties) == 2
        places = changed_places(offer.versions)
        assert list(places) == ["az", "kk", "ru", "en"]
        assert set(map(tuple, places.values())) == {("validity",)}
        assert str(draft_file) in offer.note
        assert not officer.window.session.modified
    assert len(kept(settings)) == 1


def test_the_offer_comes_after_the_first_picture(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    leave_behind(settings, changed(draft_file, "copies", "6"))
    answers = Answers()
    window = open_window(qapp, settings)
    qtbot.addWidget(window)
    window.files.prompts = answers  # type: ignore[assignment]
    asked_by_then: list[str] = []
    window.first_painted.connect(lambda: asked_by_then.extend(answers.asked))
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    assert asked_by_then == []
    qtbot.waitUntil(lambda: answers.asked == ["recovery of ganja"], timeout=PATIENCE)


def test_a_recovered_draft_is_an_unsaved_change_of_its_file(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    left = leave_behind(settings, changed(draft_file, "copies", "6"))
    answers = Answers(recovery_answers=[(Answer.RECOVER, 0)])
    with started(qapp, qtbot, settings, answers) as officer:
        session = officer.window.session
        assert session.modified
        assert session.file == draft_file
        assert session.draft.values.copies == 6
        assert "recovered" in session.undo_name()
        session.undo_stack.undo()
        assert session.draft.values.copies == 4
        assert not session.modified
        session.undo_stack.redo()
        assert officer.window.files.save()
        assert answers.asked == ["recovery of ganja"]
        qtbot.waitUntil(lambda: not left.exists(), timeout=PATIENCE)
    assert drafts.load(draft_file).values.copies == 6


def test_a_draft_that_was_never_saved_is_recovered_without_a_file(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    draft = fields.change(examples.load("memorandum"), "copies", "6")
    leave_behind(settings, State(draft))
    answers = Answers(recovery_answers=[(Answer.RECOVER, 0)])
    with started(qapp, qtbot, settings, answers) as officer:
        session = officer.window.session
        assert (session.file, session.modified) == (None, True)
        assert session.draft.values.copies == 6
        assert answers.offers[0].name == "Untitled memorandum"
        assert "never saved" in answers.offers[0].note


def test_a_recovered_draft_stays_recoverable_until_it_is_saved(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    left = leave_behind(settings, changed(draft_file, "copies", "6"))
    answers = Answers(recovery_answers=[(Answer.RECOVER, 0)])
    with started(qapp, qtbot, settings, answers):
        assert left.exists()
        qtbot.waitUntil(lambda: not recovery.is_left_behind(left), timeout=PATIENCE)
        assert copies_kept(settings) == [6]


def test_what_is_discarded_is_gone_and_the_next_is_offered(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    for copies in ("6", "8"):
        leave_behind(settings, changed(draft_file, "copies", copies))
    answers = Answers(recovery_answers=[(Answer.DISCARD, 0), (Answer.CANCEL, 0)])
    with started(qapp, qtbot, settings, answers):
        assert answers.asked == ["recovery of ganja, ganja", "recovery of ganja"]
        assert len(kept(settings)) == 1


def test_a_damaged_recovery_file_is_told_in_one_line_and_left(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    left = leave_behind(settings, changed(draft_file, "copies", "6"))
    left.write_bytes(left.read_bytes()[:300])
    with started(qapp, qtbot, settings, Answers()) as officer:
        (told,) = officer.answers.errors
        assert told == f"{left} is a damaged recovery file; it stays where it is"
        assert officer.answers.asked == []
    assert left.exists()


def test_what_the_file_holds_already_is_not_offered(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    state = changed(draft_file, "copies", "6")
    leave_behind(settings, state)
    drafts.save(state.draft, draft_file)
    with started(qapp, qtbot, settings, Answers()) as officer:
        assert officer.answers.asked == []
    assert not kept(settings)


def test_a_file_that_changed_since_is_shown_and_asked_about_when_saving(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    leave_behind(settings, changed(draft_file, "copies", "6"))
    drafts.save(fields.change(drafts.load(draft_file), "place.en", "Shusha"), draft_file)
    answers = Answers(recovery_answers=[(Answer.RECOVER, 0)])
    with started(qapp, qtbot, settings, answers) as officer:
        assert "has been saved since" in answers.offers[0].note
        assert not officer.window.files.save()
        assert answers.asked[-1] == "changed ganja"
    assert drafts.load(draft_file).values.place["en"] == "Shusha"


def test_a_recovered_draft_whose_file_is_open_elsewhere_gets_no_file(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    leave_behind(settings, changed(draft_file, "copies", "6"))
    assert locks.take(draft_file)
    answers = Answers(recovery_answers=[(Answer.RECOVER, 0)])
    with started(qapp, qtbot, settings, answers) as officer:
        assert officer.window.session.file is None
        assert officer.window.session.draft.values.copies == 6
        assert "open elsewhere" in answers.errors[0]


def test_two_windows_do_not_recover_the_same_draft(
    qapp: QApplication, qtbot: QtBot, settings: Settings, draft_file: Path
) -> None:
    left = leave_behind(settings, changed(draft_file, "copies", "6"))

    class Slow(Answers):
        def recovery(self, *asked: object) -> tuple[Answer, int]:
            recovery.write(left, changed(draft_file, "copies", "6"))  # (the other was quicker)
            return Answer.RECOVER, 0

    with started(qapp, qtbot, settings, Slow()) as officer:
        assert not officer.window.session.modified
        assert officer.answers.errors == ["Another window has taken care of this draft already."]
    assert left.exists()


# Locks


def test_an_open_draft_is_locked_until_another_is_opened(
    officer: Officer, draft_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.mou"
    drafts.save(examples.load("memorandum"), other)
    officer.window.files.open(draft_file)
    assert lock_of(draft_file).exists()
    officer.window.files.open(draft_file)
    assert lock_of(draft_file).exists()
    officer.window.files.open(other)
    assert not lock_of(draft_file).exists()
    assert lock_of(other).exists()
    officer.window.close()
    assert not lock_of(other).exists()
    assert officer.answers.asked == []


def test_saving_under_another_name_moves_the_lock(
    officer: Officer, draft_file: Path, tmp_path: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.answers.file = tmp_path / "other.mou"
    assert officer.window.files.save_as()
    assert not lock_of(draft_file).exists()
    assert lock_of(tmp_path / "other.mou").exists()


def test_a_file_that_is_no_draft_keeps_no_lock(officer: Officer, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.mou"
    wrong.write_bytes(b"not a draft")
    officer.window.files.open(wrong)
    assert officer.answers.errors
    assert not lock_of(wrong).exists()


def test_a_second_session_in_the_same_program_is_told_who_has_the_draft(
    officer: Officer, draft_file: Path, qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    officer.window.files.open(draft_file)
    with started(qapp, qtbot, settings, Answers()) as second:
        before = second.window.session.draft
        second.window.files.open(draft_file)
        assert second.answers.asked == ["locked ganja"]
        assert second.answers.owners[0].process.pid == os.getpid()
        assert second.window.session.draft is before
        assert second.window.session.file is None


def test_a_draft_that_is_open_elsewhere_can_be_read_and_saved_under_another_name(
    officer: Officer, draft_file: Path, tmp_path: Path
) -> None:
    theirs = locks.take(draft_file)
    assert theirs is not None
    officer.answers.locked_answer = Answer.READ_ONLY
    officer.window.files.open(draft_file)
    session = officer.window.session
    assert session.read_only
    assert officer.window.windowTitle() == "ganja[*] — read-only — MOU Desktop"
    assert not officer.input("copies").isEnabled()
    officer.window.form._on_edited("copies", "6")
    assert session.draft.values.copies == 4
    officer.answers.file = draft_file
    assert not officer.window.files.save()
    assert "open elsewhere" in officer.answers.errors[0]
    officer.answers.file = tmp_path / "mine.mou"
    assert officer.window.files.save()
    assert not session.read_only
    assert officer.input("copies").isEnabled()
    officer.type("copies", "6")
    assert officer.window.files.save()
    assert drafts.load(tmp_path / "mine.mou").values.copies == 6
    assert drafts.load(draft_file).values.copies == 4
    assert lock_of(draft_file).exists()


def test_a_reader_leaves_the_lock_of_the_writer(officer: Officer, draft_file: Path) -> None:
    assert locks.take(draft_file)
    officer.answers.locked_answer = Answer.READ_ONLY
    officer.window.files.open(draft_file)
    officer.window.close()
    assert lock_of(draft_file).exists()


def test_an_abandoned_draft_can_be_opened_anyway(officer: Officer, draft_file: Path) -> None:
    assert locks.take(draft_file)
    officer.answers.locked_answer = Answer.ANYWAY
    officer.window.files.open(draft_file)
    assert officer.window.session.file == draft_file
    assert not officer.window.session.read_only


def test_where_no_lock_can_be_written_one_works_without(
    officer: Officer, draft_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "take", lambda file, anyway=False: None)
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    assert officer.window.files.save()
    assert drafts.load(draft_file).values.copies == 6


# Changed on disk


def change_on_disk(file: Path) -> bytes:
    """A colleague's program saves another text."""
    drafts.save(fields.change(drafts.load(file), "notice_months", "9"), file)
    return file.read_bytes()


def test_saving_onto_a_changed_file_asks_and_shows_the_differences(
    officer: Officer, draft_file: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    theirs = change_on_disk(draft_file)
    assert not officer.window.files.save()
    assert officer.answers.asked == ["changed ganja"]
    (versions,) = officer.answers.differences
    assert set(map(tuple, changed_places(versions).values())) == {("validity", "testimonium")}
    assert draft_file.read_bytes() == theirs
    assert officer.window.session.modified


def test_the_answer_overwrite_overwrites_once(officer: Officer, draft_file: Path) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    change_on_disk(draft_file)
    officer.answers.changed_answer = Answer.OVERWRITE
    assert officer.window.files.save()
    assert drafts.load(draft_file) == officer.window.session.draft
    officer.type("copies", "8")
    assert officer.window.files.save()
    assert officer.answers.asked == ["changed ganja"]


def test_the_answer_save_as_leaves_the_changed_file(
    officer: Officer, draft_file: Path, tmp_path: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    theirs = change_on_disk(draft_file)
    officer.answers.changed_answer = Answer.SAVE_AS
    officer.answers.file = tmp_path / "mine.mou"
    assert officer.window.files.save()
    assert draft_file.read_bytes() == theirs
    assert drafts.load(tmp_path / "mine.mou").values.copies == 6


def test_a_file_that_is_no_draft_any_more_is_asked_about_without_differences(
    officer: Officer, draft_file: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    draft_file.write_bytes(b"something else")
    assert not officer.window.files.save()
    assert officer.answers.differences == [None]


def test_only_the_content_counts_and_not_the_time(officer: Officer, draft_file: Path) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    os.utime(draft_file, (1, 1))
    draft_file.write_bytes(draft_file.read_bytes())
    assert officer.window.files.save()
    assert officer.answers.asked == []


def test_a_file_that_holds_our_draft_already_is_not_asked_about(
    officer: Officer, draft_file: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    drafts.save(officer.window.session.draft, draft_file)
    assert officer.window.files.save()
    assert officer.answers.asked == []


def test_a_vanished_file_is_simply_written(officer: Officer, draft_file: Path) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    draft_file.unlink()
    assert officer.window.files.save()
    assert officer.answers.asked == []
    assert drafts.load(draft_file).values.copies == 6


def test_closing_with_save_stays_when_the_question_is_left_open(
    officer: Officer, draft_file: Path
) -> None:
    officer.window.files.open(draft_file)
    officer.type("copies", "6")
    change_on_disk(draft_file)
    officer.answers.unsaved_answer = Answer.SAVE
    officer.window.close()
    assert officer.window.isVisible()
    assert lock_of(draft_file).exists()


def test_nothing_is_asked_without_need(officer: Officer, draft_file: Path) -> None:
    officer.window.files.open(draft_file)
    for copies in ("6", "8"):
        officer.type("copies", copies)
        assert officer.window.files.save()
    assert officer.answers.asked == []
