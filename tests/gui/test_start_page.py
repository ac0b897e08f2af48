"""The start page: recent drafts, templates, the example; and drafts dragged into the window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDockWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mou_desktop.gui.app import begin, open_window
from mou_desktop.gui.main_window import MainWindow
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.start.page import StartPage
from mou_desktop.gui.start.rows import Rows
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.store import drafts, examples, own_templates, templates

from .conftest import PATIENCE, Officer

BUILTIN = templates.builtin("memorandum")
NO_KEY = Qt.KeyboardModifier.NoModifier
NAMES = {"az": "Muzeylər", "kk": "Мұражайлар", "ru": "Музеи", "en": "Museums"}


def signed(**date: str) -> Draft:
    draft = examples.load("memorandum")
    for part in ("day", "month", "year"):
        draft = fields.change(draft, f"date.{part}", date.get(part, ""))
    return draft


@pytest.fixture
def recent(settings: Settings, tmp_path: Path) -> list[Path]:
    """Two drafts, the second one opened last."""
    first, second = tmp_path / "first.mou", tmp_path / "second.mou"
    drafts.save(signed(day="5", month="5", year="2026"), first)
    drafts.save(signed(month="9", year="2027"), second)
    for file in (first, second):
        settings.remember_file(file)
    return [second, first]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """Not shown yet."""
    window = open_window(qapp, settings)
    qtbot.addWidget(window)
    yield window
    window.use_screen_language("en")


def go_to_page(officer: Officer, qtbot: QtBot, *, read: bool = True) -> StartPage:
    officer.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    page = page_of(officer.window)
    if read:
        qtbot.waitUntil(lambda: "reading…" not in said(page.recent), timeout=PATIENCE)
    return page


def page_of(window: MainWindow) -> StartPage:
    assert window.start.shown
    page = window.findChild(StartPage)
    assert page is not None
    return page


def said(rows: Rows) -> str:
    """All that stands in a list."""
    return "\n".join("\n".join([row.title, *row.details]) for row in rows.rows())


def button(officer: Officer, name: str) -> QPushButton:
    found = officer.window.findChild(QPushButton, name)
    assert found is not None
    return found


def click(rows: Rows, number: int) -> None:
    place = rows.visualItemRect(rows.item(number)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)


def menu_entry(page: StartPage) -> QAction:
    (entry,) = page.menu.actions()
    return entry


def test_the_first_start_opens_the_example(window: MainWindow, settings: Settings) -> None:
    begin(window, settings, None)
    assert not window.start.shown
    assert window.session.draft == examples.load("memorandum")


def test_later_the_program_starts_with_the_recent_drafts(
    window: MainWindow, settings: Settings, recent: list[Path], qtbot: QtBot
) -> None:
    begin(window, settings, None)
    page = page_of(window)
    seen: list[str] = []
    window.first_painted.connect(lambda: seen.append(said(page.recent)))
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    assert [seen[0].count(file.stem) for file in recent] == [1, 1]
    assert seen[0].count("reading…") == 2
    qtbot.waitUntil(lambda: "reading…" not in said(page.recent), timeout=PATIENCE)
    assert not page.findChild(QPushButton, "start.back").isVisible()  # type: ignore[union-attr]
    click(page.recent, 1)
    assert window.session.file == recent[1]
    assert window.columns.isVisible()
    assert len(window.columns.stops()) == 4 * 14


def test_a_given_file_is_opened_all_the_same(
    window: MainWindow, settings: Settings, recent: list[Path], qtbot: QtBot
) -> None:
    begin(window, settings, recent[1])
    qtbot.waitUntil(lambda: window.session.file == recent[1], timeout=PATIENCE)
    assert not window.start.shown


def test_who_does_not_want_the_page_starts_with_the_example(
    officer: Officer, window: MainWindow, settings: Settings, recent: list[Path], qtbot: QtBot
) -> None:
    page = go_to_page(officer, qtbot)
    box = page.findChild(QCheckBox, "start.at_start")
    assert box is not None
    assert box.isChecked()
    box.click()
    begin(window, settings, None)
    assert not window.start.shown


def test_a_recent_draft_says_parties_dates_and_folder(
    officer: Officer, recent: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    page = go_to_page(officer, qtbot)
    second, first = page.recent.rows()
    assert (second.title, first.title) == ("second", "first")
    assert first.details[0].startswith("Ganja State Historical and Cultural Reserve — ")
    assert first.details[1].startswith("signing: 5 May 2026  ·  last saved: ")
    assert first.details[1].endswith(str(tmp_path))
    assert second.details[1].startswith("signing: September 2027  ·  last saved: ")
    officer.window.use_screen_language("ru")
    qtbot.waitUntil(lambda: "заповедник" in said(page.recent), timeout=PATIENCE)
    second, first = page.recent.rows()
    assert first.details[1].startswith("подписание: 5 мая 2026  ·  сохранён: ")
    described = page.recent.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert described.startswith("first, ")


def test_a_draft_without_anything_says_so(
    officer: Officer, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    drafts.save(blank_draft(BUILTIN), tmp_path / "blank.mou")
    settings.remember_file(tmp_path / "blank.mou")
    (row,) = go_to_page(officer, qtbot).recent.rows()
    assert row.details[0] == "no parties yet"
    assert row.details[1].startswith("signing: no date yet")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_vanished_file_can_be_taken_off_the_list(
    officer: Officer, settings: Settings, recent: list[Path], qtbot: QtBot
) -> None:
    recent[0].unlink()
    page = go_to_page(officer, qtbot)
    row = page.recent.rows()[0]
    assert row.dimmed
    assert row.details[0].startswith("The file is not there any more")
    click(page.recent, 0)
    assert page.menu.isVisible()
    assert menu_entry(page).text() == "&Remove from this list"
    menu_entry(page).trigger()
    page.menu.close()
    assert settings.recent_files == [recent[1]]
    assert [row.title for row in page.recent.rows()] == ["first"]
    assert officer.answers.errors == []


def test_a_damaged_file_is_listed_with_its_error(
    officer: Officer, recent: list[Path], qtbot: QtBot
) -> None:
    recent[1].write_text("not a draft", encoding="utf-8")
    row = go_to_page(officer, qtbot).recent.rows()[1]
    assert row.dimmed
    assert row.details[0] == "first.mou is not a draft of this program, or it is damaged"


def test_the_keyboard_does_everything(
    officer: Officer, settings: Settings, recent: list[Path], qtbot: QtBot
) -> None:
    page = go_to_page(officer, qtbot)
    assert QApplication.focusWidget() is page.recent
    officer.key(Qt.Key.Key_Right, NO_KEY)
    assert QApplication.focusWidget() is page.templates
    assert page.recent.selectedItems() == []
    officer.key(Qt.Key.Key_Left, NO_KEY)
    officer.key(Qt.Key.Key_Down, NO_KEY)
    officer.key(Qt.Key.Key_Return, NO_KEY)
    assert officer.window.session.file == recent[1]
    assert not officer.window.start.shown
    page = go_to_page(officer, qtbot)
    officer.key(Qt.Key.Key_Delete, NO_KEY)
    assert len(settings.recent_files) == 1
    officer.key(Qt.Key.Key_Escape, NO_KEY)
    assert not officer.window.start.shown


def test_a_folder_that_does_not_answer_holds_up_nobody(
    officer: Officer, recent: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, asked, read = Event(), [], drafts.read

    def slow(file: Path) -> bytes:
        asked.append(file)
        if file == recent[0]:
            answer.wait(60)
        return read(file)

    monkeypatch.setattr(drafts, "read", slow)
    page = go_to_page(officer, qtbot, read=False)
    try:
        qtbot.waitUntil(lambda: page.recent.rows()[1].details[0] != "reading…", timeout=PATIENCE)
        assert page.recent.rows()[0].details[0] == "reading…"
        officer.key(Qt.Key.Key_Escape, NO_KEY)
        go_to_page(officer, qtbot, read=False)
        qtbot.waitUntil(lambda: len(asked) == 3, timeout=PATIENCE)
        assert sorted(asked) == sorted([*recent, recent[1]])
    finally:
        answer.set()
    qtbot.waitUntil(lambda: page.recent.rows()[0].details[0] != "reading…", timeout=PATIENCE)


def test_without_recent_drafts_the_page_says_how_to_get_one(officer: Officer, qtbot: QtBot) -> None:
    page = go_to_page(officer, qtbot)
    assert not page.recent.isVisible()
    assert QApplication.focusWidget() is page.templates


def test_a_new_draft_starts_from_a_template_or_the_example(officer: Officer, qtbot: QtBot) -> None:
    page = go_to_page(officer, qtbot)
    click(page.templates, 0)
    assert officer.window.session.draft == blank_draft(BUILTIN)
    assert officer.window.columns.isVisible()
    page = go_to_page(officer, qtbot)
    click(page.templates, 1)
    assert officer.window.session.draft == examples.load("memorandum")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_own_templates_are_offered_and_deleted(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    own = settings.own_templates
    own_templates.save(replace(BUILTIN, id="museums", names=NAMES), own)
    shutil.copytree(own / "museums", own / "broken")
    (own / "broken" / "kk.toml").unlink()
    page = go_to_page(officer, qtbot)
    broken, museums = page.templates.rows()[-2:]
    assert (broken.title, broken.dimmed) == ("broken", True)
    assert broken.details[0].startswith("broken/kk.toml: cannot be read")
    assert (museums.title, museums.dimmed) == ("Museums", False)
    click(page.templates, 2)
    assert menu_entry(page).text() == "&Delete this template…"
    menu_entry(page).trigger()
    page.menu.close()
    assert [each.name for each in own.iterdir()] == ["museums"]
    officer.answers.delete_answer = False
    officer.key(Qt.Key.Key_Delete, NO_KEY)
    assert officer.answers.asked == ["delete broken", "delete Museums"]
    assert [each.name for each in own.iterdir()] == ["museums"]
    click(page.templates, 2)
    assert officer.window.session.draft.template.names == NAMES


def test_the_draft_waits_behind_the_page(officer: Officer, qtbot: QtBot) -> None:
    officer.type("copies", "6")
    dock = officer.window.findChild(QDockWidget, "findings_dock")
    assert dock is not None
    go_to_page(officer, qtbot)
    assert officer.window.windowTitle() == "Start page[*] — MOU Desktop"
    assert not dock.isVisible()
    officer.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    officer.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert officer.window.session.draft.values.copies == 6
    back = button(officer, "start.back")
    assert back.text() == "&Back to “Untitled memorandum”"
    back.click()
    assert dock.isVisible()
    officer.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert officer.window.session.draft.values.copies == 4


def test_unsaved_changes_are_asked_about_on_the_page_too(
    officer: Officer, recent: list[Path], qtbot: QtBot
) -> None:
    officer.type("copies", "6")
    page = go_to_page(officer, qtbot)
    click(page.recent, 0)
    assert officer.answers.asked == ["unsaved Untitled memorandum"]
    assert officer.window.start.shown
    assert officer.window.session.draft.values.copies == 6


def test_the_draft_that_is_open_is_not_read_again(
    officer: Officer, recent: list[Path], qtbot: QtBot
) -> None:
    officer.window.files.open(recent[0])
    officer.type("copies", "6")
    page = go_to_page(officer, qtbot)
    click(page.recent, 0)
    assert officer.answers.asked == []
    assert officer.window.session.draft.values.copies == 6
    assert not officer.window.start.shown


def test_closing_on_the_page_does_not_forget_the_list_of_findings(
    officer: Officer, qtbot: QtBot
) -> None:
    go_to_page(officer, qtbot)
    officer.window.close()
    dock = officer.window.findChild(QDockWidget, "findings_dock")
    assert dock is not None
    assert not dock.isHidden()


def drag(window: MainWindow, over: QWidget, urls: list[QUrl], *, text: str = "") -> list[bool]:
    """Drag files over a widget and let them go there; says what was accepted."""
    data = QMimeData()
    data.setUrls(urls)
    data.setText(text or urls[0].toString())
    place = over.mapTo(window, QPoint(12, 12))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    events = [
        QDragEnterEvent(place, copy, data, left, NO_KEY),
        QDragMoveEvent(place, copy, data, left, NO_KEY),
        QDropEvent(QPointF(place), copy, data, left, NO_KEY),
    ]
    accepted = []
    for event in events:
        event.ignore()
        QApplication.sendEvent(window.windowHandle(), event)
        accepted.append(event.isAccepted())
    return accepted


@pytest.mark.parametrize("where", ["columns", "form", "page"])
def test_a_draft_dragged_anywhere_is_opened(
    officer: Officer, recent: list[Path], qtbot: QtBot, where: str
) -> None:
    window = officer.window
    cell = window.columns.cell(1, "ru")
    over: QWidget = officer.input("parties.0.name.ru")
    if where == "columns":
        assert cell is not None
        over = cell
    elif where == "page":
        over = go_to_page(officer, qtbot).recent
    assert drag(window, over, [QUrl.fromLocalFile(str(recent[1]))]) == [True] * 3
    qtbot.waitUntil(lambda: window.session.file == recent[1], timeout=PATIENCE)
    assert not window.start.shown
    assert window.session.draft == drafts.load(recent[1])


def test_other_files_are_not_taken(officer: Officer, recent: list[Path], tmp_path: Path) -> None:
    header = officer.window.menuBar()
    for names in (["a.pdf"], ["a.mou", "b.mou"]):
        urls = [QUrl.fromLocalFile(str(tmp_path / name)) for name in names]
        assert drag(officer.window, header, urls)[2] is False
    assert drag(officer.window, header, [QUrl("https://example.org/a.mou")])[2] is False
    assert officer.window.session.file is None
