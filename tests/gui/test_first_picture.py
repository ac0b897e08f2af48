"""The window opens with what can be seen; what lies below the fold follows."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mou_desktop.gui.app import open_window
from mou_desktop.gui.form.contents import outer_section, section_of
from mou_desktop.gui.main_window import USUAL_SIZE, MainWindow
from mou_desktop.gui.settings import Settings
from mou_desktop.model import fields

from .conftest import PATIENCE, Officer


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, settings: Settings) -> MainWindow:
    """Not shown yet."""
    window = open_window(qapp, settings)
    window.resize(*USUAL_SIZE)
    qtbot.addWidget(window)
    return window


def test_all_versions_are_in_the_first_picture(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[bool] = []

    def look() -> None:
        cells = window.columns.stops()[:4]
        seen.extend(not cell.viewport().visibleRegion().isEmpty() for cell in cells)
        seen.extend(cell.toPlainText() != "" for cell in cells)

    window.first_painted.connect(look)
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    assert seen == [True] * 8


def test_the_rest_is_there_at_once_after_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    for path in fields.paths(window.session.draft):
        folded_away = outer_section(section_of(path)) != ""
        assert (window.findChild(QWidget, path) is None) == folded_away, path
    assert len(window.columns.stops()) == 4 * 14


def test_the_window_is_first_painted_once(window: MainWindow, qtbot: QtBot) -> None:
    times: list[None] = []
    window.first_painted.connect(lambda: times.append(None))
    for _time in range(2):
        with qtbot.waitExposed(window, timeout=PATIENCE):
            window.show()
        window.hide()
    assert len(times) == 1


def test_a_field_can_be_entered_before_the_window_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.form.focus("notice_months")
    window.columns.set_active("notice_months")
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    assert window.focusWidget() is window.findChild(QWidget, "notice_months")


def test_tab_goes_down_the_form_and_then_through_the_versions(officer: Officer) -> None:
    officer.input("notice_months").setFocus()
    officer.window.focusNextChild()
    assert QApplication.focusWidget() is officer.window.columns.cell(0, "az")
    officer.input("parties.0.signatory.position.en").setFocus()
    officer.window.focusNextChild()
    assert QApplication.focusWidget() is officer.input("parties.0.signatory.sex")


def test_the_versions_have_their_names_above_them(officer: Officer) -> None:
    named = [
        child
        for child in officer.window.columns.findChildren(QWidget)
        if child.property("text") in ("Azərbaycanca", "Қазақша", "Русский", "English")
    ]
    assert len(named) == 4
    assert all(label.height() >= label.sizeHint().height() for label in named)


def test_the_first_picture_needs_no_dictionary_and_no_word_file() -> None:
    """What takes long to load is loaded when it is first needed (in a process of its own)."""
    code = """
import sys, tempfile
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from mou_desktop.gui.app import open_window
from mou_desktop.gui.form.contents import outer_section, section_of
from mou_desktop.gui.settings import Settings
application = QApplication([])
store = QSettings(tempfile.mkdtemp() + "/settings.ini", QSettings.Format.IniFormat)
window = open_window(application, Settings(store))
heavy = {"pymorphy3", "pytrovich", "pydantic", "lxml", "docx", "mou_desktop.languages.ru.persons"}
window.first_painted.connect(lambda: print(sorted(heavy & sys.modules.keys())))
window.first_painted.connect(application.quit)
window.show()
application.exec()
"""
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert result.stdout.strip() == "[]"
