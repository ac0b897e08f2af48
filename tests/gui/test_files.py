"""New, open, save, and nothing lost on the way."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from mou_desktop.gui.answers import Answer
from mou_desktop.gui.settings import Settings
from mou_desktop.store import drafts, examples

from .conftest import Officer

CTRL = Qt.KeyboardModifier.ControlModifier


def test_save_and_reopen_gives_the_same_draft(officer: Officer, tmp_path: Path) -> None:
    officer.type("copies", "6")
    officer.answers.file = tmp_path / "ganja.mou"
    officer.key(Qt.Key.Key_S, CTRL)
    saved = officer.window.session.draft
    assert not officer.window.session.modified
    assert officer.window.windowTitle().startswith("ganja[*]")
    officer.window.files.new("memorandum")
    assert officer.window.session.draft != saved
    officer.window.files.open(tmp_path / "ganja.mou")
    assert officer.window.session.draft == saved
    assert "в 6 (шести) экземплярах" in officer.preview("ru")


def test_unsaved_changes_are_asked_about_before_they_would_be_lost(officer: Officer) -> None:
    officer.type("copies", "6")
    officer.window.close()
    assert officer.window.isVisible()
    officer.window.files.new("memorandum")
    assert officer.window.session.draft.values.copies == 6
    assert officer.answers.asked == ["unsaved Untitled memorandum"] * 2


def test_the_answer_save_saves_and_goes_on(officer: Officer, tmp_path: Path) -> None:
    officer.type("copies", "6")
    officer.answers.unsaved_answer = Answer.SAVE
    officer.answers.file = tmp_path / "kept.mou"
    officer.window.files.new("memorandum")
    assert drafts.load(tmp_path / "kept.mou").values.copies == 6
    assert officer.window.session.draft.values.copies is None


def test_the_answer_save_without_a_file_name_loses_nothing(officer: Officer) -> None:
    officer.type("copies", "6")
    officer.answers.unsaved_answer = Answer.SAVE
    officer.window.files.new("memorandum")
    assert officer.window.session.draft.values.copies == 6


def test_a_new_memorandum_has_everything_to_complete(officer: Officer) -> None:
    officer.window.files.new("memorandum")
    assert "____________________" in officer.preview("az")
    assert len(officer.window.session.findings) >= 2 * 3 * 4 + 3
    officer.window.files.new_example("memorandum")
    assert officer.window.session.draft == examples.load("memorandum")


def test_a_wrong_file_is_refused_and_the_present_draft_stays(
    officer: Officer, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.mou"
    wrong.write_text("not a draft", encoding="utf-8")
    before = officer.window.session.draft
    officer.window.files.open(wrong)
    assert officer.answers.errors == ["wrong.mou is not a draft of this program, or it is damaged"]
    assert officer.window.session.draft is before
    assert wrong.read_text(encoding="utf-8") == "not a draft"


def test_a_file_that_cannot_be_written_is_told_and_the_draft_stays_unsaved(
    officer: Officer, tmp_path: Path
) -> None:
    officer.type("copies", "6")
    officer.answers.file = tmp_path / "no such folder" / "x.mou"
    assert not officer.window.files.save_as()
    assert officer.window.session.modified
    assert "there is no such file or folder" in officer.answers.errors[0]


def test_recent_files_lead_back(officer: Officer, tmp_path: Path, settings: Settings) -> None:
    officer.answers.file = tmp_path / "first.mou"
    officer.window.files.save()
    assert settings.recent_files == [tmp_path / "first.mou"]
    officer.window.files.new("memorandum")
    action = next(
        action for action in officer.window.findChildren(QAction) if action.text() == "first.mou"
    )
    action.trigger()
    assert officer.window.session.file == tmp_path / "first.mou"


def test_a_recent_file_that_is_gone_is_forgotten(
    officer: Officer, tmp_path: Path, settings: Settings
) -> None:
    settings.remember_file(tmp_path / "gone.mou")
    officer.window.files.open(tmp_path / "gone.mou")
    assert settings.recent_files == []
    assert "there is no such file" in officer.answers.errors[0]
