"""Page setup: font, margins and what stands around the text, as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from mou_desktop.gui.dialogs.page_setup import PageSetupDialog
from mou_desktop.gui.pages.view import PagesView
from mou_desktop.model.layout import Layout, Numbers
from tests.gui.conftest import Officer

LATIN = "DejaVu Math TeX Gyre"


class PageSetup:
    """The dialog as the officer meets it."""

    def __init__(self, officer: Officer) -> None:
        self.dialog = PageSetupDialog(
            officer.window.session, officer.window.files.prompts, officer.window
        )
        self.dialog.show()

    def find(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.dialog.findChild(kind, f"layout.{name}")
        assert found is not None, name
        return found

    def hint(self) -> str:
        return self.find(QLabel, "hint").text()

    def press(self, name: str) -> None:
        self.find(QPushButton, name).click()


@pytest.fixture
def setup(officer: Officer, qtbot: QtBot) -> PageSetup:
    setup = PageSetup(officer)
    qtbot.addWidget(setup.dialog)
    return setup


def test_it_shows_the_layout_of_the_draft(setup: PageSetup) -> None:
    assert setup.find(QComboBox, "font").currentText() == "Times New Roman"
    assert setup.find(QSpinBox, "size").value() == 14
    assert setup.find(QSpinBox, "left").text() == "30 mm"
    assert setup.find(QCheckBox, "seals").isChecked()
    assert not setup.find(QCheckBox, "initials").isChecked()
    assert setup.hint() == ""


def test_all_changes_are_one_step(officer: Officer, setup: PageSetup) -> None:
    session = officer.window.session
    setup.find(QSpinBox, "size").setValue(12)
    setup.find(QSpinBox, "bottom").setValue(25)
    for name in ("initials", "title_page"):
        setup.find(QCheckBox, name).click()
    setup.find(QComboBox, "numbers").setCurrentIndex(1)
    setup.press("ok")
    expected = Layout(size=12, bottom=25, initials=True, title_page=True, numbers=Numbers.HEAD)
    assert session.draft.layout == expected
    assert session.undo_name() == "change of the page setup"
    session.undo_stack.undo()
    assert session.draft.layout == Layout()
    assert not session.modified
    session.undo_stack.redo()
    assert session.draft.layout == expected


def test_the_place_of_the_seals_leaves_the_text(officer: Officer, setup: PageSetup) -> None:
    assert "М.П." in officer.preview("ru")
    setup.find(QCheckBox, "seals").click()
    setup.press("ok")
    assert "М.П." not in officer.preview("ru")
    officer.window.session.undo_stack.undo()
    assert "М.П." in officer.preview("ru")


def test_nothing_changed_is_no_step(officer: Officer, setup: PageSetup) -> None:
    setup.press("ok")
    assert not officer.window.session.modified
    assert not setup.dialog.isVisible()


def test_cancelling_changes_nothing(officer: Officer, setup: PageSetup) -> None:
    setup.find(QSpinBox, "size").setValue(9)
    QTest.keyClick(setup.dialog, Qt.Key.Key_Escape)
    assert officer.window.session.draft.layout == Layout()


def test_reset_shows_the_usual_values(officer: Officer, setup: PageSetup) -> None:
    setup.find(QSpinBox, "size").setValue(9)
    setup.find(QComboBox, "font").setEditText("Liberation Sans")
    setup.find(QCheckBox, "initials").click()
    setup.press("reset")
    setup.press("ok")
    assert officer.window.session.draft.layout == Layout()


def test_a_font_without_a_needed_letter_is_refused_by_name(setup: PageSetup) -> None:
    if LATIN not in QFontDatabase.families():
        pytest.skip(f"{LATIN} is not on this computer")
    setup.find(QComboBox, "font").setEditText(LATIN)
    assert setup.hint().startswith(f"“{LATIN}” lacks letters that are needed here: Ə ə ")
    assert not setup.find(QPushButton, "ok").isEnabled()
    setup.find(QComboBox, "font").setEditText("Liberation Serif")
    assert setup.find(QPushButton, "ok").isEnabled()


def test_a_font_that_is_not_here_may_be_meant_for_another_computer(
    officer: Officer, setup: PageSetup
) -> None:
    setup.find(QComboBox, "font").setEditText("No Such Font 17")
    assert "is not on this computer" in setup.hint()
    setup.press("ok")
    assert officer.window.session.draft.layout.font == "No Such Font 17"


@pytest.mark.parametrize("name", ["", "  "])
def test_no_font_is_no_choice(setup: PageSetup, name: str) -> None:
    setup.find(QComboBox, "font").setEditText(name)
    assert not setup.find(QPushButton, "ok").isEnabled()


def test_what_is_no_font_s_name_is_told(officer: Officer, setup: PageSetup) -> None:
    setup.find(QComboBox, "font").setEditText("<Arial>")
    setup.press("ok")
    assert officer.answers.errors == ["“<Arial>” is not the name of a font"]
    assert setup.dialog.isVisible()


def test_the_pages_on_the_screen_follow(officer: Officer, setup: PageSetup) -> None:
    officer.window.desk.show_pages(True)
    view = officer.window.findChild(PagesView)
    assert isinstance(view, PagesView)
    assert len(view.pages("ru")) == 3
    setup.find(QSpinBox, "size").setValue(20)
    setup.press("ok")
    assert len(view.pages("ru")) > 3
    officer.window.session.undo_stack.undo()
    assert len(view.pages("ru")) == 3
    officer.window.desk.show_pages(False)


def test_it_is_in_the_file_menu_and_needs_a_draft(officer: Officer) -> None:
    menu = officer.window.menuBar().actions()[0].menu()
    assert menu is not None
    (action,) = (each for each in menu.actions() if each.text() == "Page set&up…")
    assert action.isEnabled()
    officer.window.show_start_page()
    assert not action.isEnabled()
