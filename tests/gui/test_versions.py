"""Versions kept under a name, compared and gone back to."""

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QTabWidget, QTextBrowser

from mou_desktop.gui.dialogs.versions import VersionsDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.model import texts
from tests.gui.conftest import Officer


@pytest.fixture
def sent(officer: Officer) -> Officer:
    """At work on a draft that was kept as «sent», with a clause changed since."""
    officer.answers.name = "sent"
    officer.window.agreement.keep_version()
    changed = texts.rewrite(officer.window.session.draft, "ru", "events", ("Стороны молчат.",))
    officer.window.session.apply("version.ru.events", changed)
    return officer


@pytest.fixture
def dialog(sent: Officer, settings: Settings, qtbot) -> VersionsDialog:
    dialog = VersionsDialog(sent.window.session, settings, sent.window.files.prompts, sent.window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def box(dialog: VersionsDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, f"versions.{name}")
    assert found is not None
    return found


def press(dialog: VersionsDialog, name: str) -> None:
    found = dialog.findChild(QPushButton, f"versions.{name}")
    assert found is not None
    assert found.isEnabled()
    found.click()


def redline(dialog: VersionsDialog) -> dict[str, str]:
    tabs = dialog.findChild(QTabWidget, "differences")
    assert tabs is not None
    pages = [tabs.widget(number) for number in range(tabs.count())]
    return {
        tabs.tabText(number): page.toPlainText()
        for number, page in enumerate(pages)
        if isinstance(page, QTextBrowser)
    }


def test_a_version_is_kept_under_the_name_that_the_officer_gives(sent: Officer) -> None:
    assert sent.answers.asked == ["version Version 1"]
    assert [version.name for version in sent.window.session.draft.versions] == ["sent"]


def test_no_name_keeps_nothing(officer: Officer) -> None:
    officer.window.agreement.keep_version()
    assert officer.window.session.draft.versions == ()
    assert not officer.window.session.modified


def test_keeping_one_is_a_step_of_its_own(officer: Officer) -> None:
    officer.answers.name = "sent"
    officer.window.agreement.keep_version()
    assert officer.window.session.undo_name() == "change of the versions"
    officer.window.session.undo_stack.undo()
    assert officer.window.session.draft.versions == ()


def test_the_last_version_is_compared_with_the_present_draft(dialog: VersionsDialog) -> None:
    assert box(dialog, "before").currentText().startswith("sent · ")
    assert box(dialog, "after").currentText() == "The present draft"
    (name,) = redline(dialog)
    assert name == "Русский (1)"
    assert "молчат" in redline(dialog)[name]
    assert "вебинары" in redline(dialog)[name]


def test_any_two_states_can_be_compared(dialog: VersionsDialog) -> None:
    after = box(dialog, "after")
    after.setCurrentIndex(after.findText("The template"))
    assert redline(dialog) == {}


def test_going_back_can_be_undone(dialog: VersionsDialog, sent: Officer) -> None:
    press(dialog, "restore")
    assert "вебинары" in sent.preview("ru")
    assert sent.window.session.draft.review == {}
    assert len(sent.window.session.draft.versions) == 1
    sent.window.session.undo_stack.undo()
    assert "Стороны молчат." in sent.preview("ru")


def test_a_version_is_deleted(dialog: VersionsDialog, sent: Officer) -> None:
    press(dialog, "delete")
    assert sent.window.session.draft.versions == ()
    assert "Стороны молчат." in sent.preview("ru")
    assert box(dialog, "before").count() == 2


def test_the_changes_are_saved_for_word(
    dialog: VersionsDialog, sent: Officer, tmp_path: Path
) -> None:
    sent.answers.file = tmp_path / "changes.docx"
    press(dialog, "redline")
    assert sent.answers.asked[-1] == "redline memorandum-changes.docx"
    word = docx.Document(str(sent.answers.file))
    assert len(word.sections) == 4
    assert "w:ins " in word.element.xml


def test_a_folder_that_refuses_the_file_is_named(
    dialog: VersionsDialog, sent: Officer, tmp_path: Path
) -> None:
    sent.answers.file = tmp_path / "nowhere" / "changes.docx"
    press(dialog, "redline")
    (error,) = sent.answers.errors
    assert "changes.docx" in error
