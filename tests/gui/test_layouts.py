"""The versions in another order, one of them alone, and as they print."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mou_desktop.gui.app import open_window
from mou_desktop.gui.columns.header import Header
from mou_desktop.gui.main_window import USUAL_SIZE, MainWindow
from mou_desktop.gui.pages.view import PagesView
from mou_desktop.gui.settings import Settings

from .conftest import PATIENCE, Officer

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def shown(officer: Officer) -> list[str]:
    columns = officer.window.columns
    lefts = {
        tag: cell.x() for tag in columns.languages if (cell := columns.cell(1, tag)) is not None
    }
    return sorted(lefts, key=lambda tag: lefts[tag])


def drag(header: Header, tag: str, onto: str) -> None:
    """Take a name at its left end, and let it go a little beyond the middle of another."""
    name, goal = header.name(tag), header.name(onto).geometry().center().x()
    way = goal - name.geometry().center().x()
    grip = QPoint(3, 3)
    end = name.mapToParent(grip) + QPoint(way + (5 if way > 0 else -5), 0)
    QTest.mousePress(name, LEFT, pos=grip)
    for spot in (end - QPoint(way // 2, 0), end):
        QTest.mouseMove(name, name.mapFromParent(spot))
    QTest.mouseRelease(name, LEFT, pos=grip)


def test_a_version_is_dragged_to_another_place_by_its_name(
    officer: Officer, settings: Settings
) -> None:
    drag(officer.window.columns.header, "az", "ru")
    assert shown(officer) == ["kk", "ru", "az", "en"]
    assert settings.language_order == ["kk", "ru", "az", "en"]


def test_a_name_that_is_let_go_near_its_place_goes_back(officer: Officer) -> None:
    header = officer.window.columns.header
    before = header.name("kk").geometry()
    QTest.mousePress(header.name("kk"), LEFT, pos=QPoint(20, 5))
    QTest.mouseMove(header.name("kk"), QPoint(60, 5))
    assert header.name("kk").geometry() != before
    QTest.mouseRelease(header.name("kk"), LEFT, pos=QPoint(20, 5))
    assert header.name("kk").geometry() == before
    assert shown(officer) == ["az", "kk", "ru", "en"]


def test_the_version_with_the_caret_is_moved_with_the_keyboard(officer: Officer) -> None:
    officer.window.columns.edit("ru", "events")
    officer.key(Qt.Key.Key_Left, ALT | SHIFT)
    assert shown(officer) == ["az", "ru", "kk", "en"]
    for _ in range(3):
        officer.key(Qt.Key.Key_Right, ALT | SHIFT)
    assert shown(officer) == ["az", "kk", "en", "ru"]
    cell = officer.window.columns.current()
    assert cell is not None
    assert cell.objectName() == "version.ru.events"


def test_the_tab_key_follows_the_new_order(officer: Officer) -> None:
    officer.window.desk.move_language("en", 0)
    officer.window.columns.edit("en", "events")
    officer.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    cell = officer.window.columns.current()
    assert cell is not None
    assert cell.objectName() == "version.az.events"


def test_one_version_can_have_the_whole_width_and_give_it_back(officer: Officer) -> None:
    officer.window.columns.edit("ru", "events")
    officer.key(Qt.Key.Key_5, CTRL)
    assert shown(officer) == ["ru"]
    officer.key(Qt.Key.Key_5, CTRL)
    assert shown(officer) == ["az", "kk", "ru", "en"]
    QTest.mouseDClick(officer.window.columns.header.name("kk"), LEFT)
    assert shown(officer) == ["kk"]
    QTest.mouseDClick(officer.window.columns.header.name("kk"), LEFT)
    assert shown(officer) == ["az", "kk", "ru", "en"]


def test_another_version_can_be_put_beside_the_one_that_is_alone(officer: Officer) -> None:
    officer.window.desk.show_alone("ru")
    officer.key(Qt.Key.Key_4, CTRL)
    assert shown(officer) == ["ru", "en"]
    assert not officer.window.desk.alone


def test_a_finding_in_another_version_brings_that_back(officer: Officer) -> None:
    officer.window.columns.edit("az", "events")
    officer.commit(officer.window.columns.current(), " Əlavə.")  # type: ignore[arg-type]
    officer.window.desk.show_alone("az")
    officer.key(Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    cell = officer.window.columns.current()
    assert cell is not None
    assert cell.objectName() == "version.kk.events"


def test_the_menu_of_a_name_moves_and_hides_its_version(officer: Officer) -> None:
    header = officer.window.columns.header

    def choose(tag: str, text: str) -> None:
        action = next(each for each in header.menu(tag).actions() if each.text() == text)
        assert action.isEnabled()
        action.trigger()

    choose("az", "Move to the right")
    assert shown(officer) == ["kk", "az", "ru", "en"]
    choose("en", "Hide this version")
    assert shown(officer) == ["kk", "az", "ru"]
    choose("ru", "This version alone")
    assert shown(officer) == ["ru"]


def test_the_arrangement_is_there_again_after_a_new_start(
    officer: Officer, settings: Settings, qapp: QApplication, qtbot: QtBot
) -> None:
    officer.window.desk.move_language("en", 0)
    officer.window.desk.show_language("kk", False)
    officer.window.desk.show_pages(True)
    window = open_window(qapp, settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    qtbot.waitUntil(lambda: window.desk.as_pages, timeout=PATIENCE)
    assert window.desk.languages == ["en", "az", "ru"]


@pytest.fixture
def pages(officer: Officer) -> PagesView:
    """The example as it prints, after the officer asked for that by key."""
    officer.key(Qt.Key.Key_P, CTRL | SHIFT)
    view = officer.window.findChild(PagesView)
    assert view is not None
    assert view.isVisible()
    assert not officer.window.columns.isVisible()
    return view


def centre_of(view: PagesView, window: MainWindow, path: str) -> QPoint:
    """Where a field stands on the screen, found by looking at every fourth spot."""
    for y in range(0, view.viewport().height(), 4):
        for x in range(0, view.viewport().width(), 4):
            if view.path_at(QPoint(x, y)) == path:
                return QPoint(x, y)
    raise AssertionError(path)


def test_the_versions_are_shown_as_they_print(officer: Officer, pages: PagesView) -> None:
    assert pages.languages == ["az", "kk", "ru", "en"]
    assert len(pages.pages("ru")) == 3
    officer.key(Qt.Key.Key_P, CTRL | SHIFT)
    assert officer.window.columns.isVisible()
    assert not pages.isVisible()


def test_a_click_on_a_field_of_a_page_leads_to_its_input(
    officer: Officer, pages: PagesView
) -> None:
    path = "parties.0.signatory.name.kk"
    spot = centre_of(pages, officer.window, path)
    QTest.mouseClick(pages.viewport(), LEFT, pos=spot)
    assert officer.input(path).hasFocus()


def test_what_is_typed_stands_on_the_pages_at_once(officer: Officer, pages: PagesView) -> None:
    before = pages.pages("ru"), pages.pages("en")
    officer.type("parties.0.name.en", "Sample Reserve")
    assert pages.pages("ru") is before[0]
    assert "Sample Reserve" in pages.pages("en").document.blocks[0].lines[2].text  # type: ignore[union-attr]


def test_the_pages_go_to_the_field_one_works_on(officer: Officer, pages: PagesView) -> None:
    for _ in range(6):
        officer.window.desk.zoom(1)
    officer.window.form.focus("copies")
    assert pages.verticalScrollBar().value() > 0
    assert centre_of(pages, officer.window, "copies")
    officer.window.form.focus("parties.0.name.az")
    assert centre_of(pages, officer.window, "parties.0.name.az")


def test_pages_grow_and_shrink_with_the_text(officer: Officer, pages: PagesView) -> None:
    def height() -> int:
        return pages.verticalScrollBar().maximum()

    usual = height()
    officer.window.desk.zoom(1)
    assert height() > usual
    assert pages.horizontalScrollBar().maximum() > 0
    officer.window.desk.zoom(0)
    assert height() == usual


def test_what_needs_the_caret_is_not_offered_on_pages(officer: Officer, pages: PagesView) -> None:
    def offered() -> set[str]:
        menu = next(
            action.menu()
            for action in officer.window.menuBar().actions()
            if action.text() == "&Agreement"
        )
        assert isinstance(menu, QMenu)
        return {each.text() for each in menu.actions() if each.isEnabled() and each.text()}

    on_pages = offered()
    officer.window.desk.show_pages(False)
    assert {"De&lete article", "&Confirm this text"} <= offered() - on_pages
    assert "&Keep this version…" in on_pages


@pytest.mark.parametrize("key", ["find", "filter", "next"])
def test_what_is_done_in_the_texts_leads_back_to_them(
    officer: Officer, pages: PagesView, key: str
) -> None:
    officer.window.agreement.insert_article(0)
    if key == "find":
        officer.key(Qt.Key.Key_F, CTRL)
    elif key == "filter":
        officer.key(Qt.Key.Key_F8, CTRL)
    else:
        officer.key(Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert officer.window.columns.isVisible()


def test_a_small_window_still_shows_pages(officer: Officer, pages: PagesView) -> None:
    officer.window.resize(QSize(700, 400))
    QApplication.processEvents()
    assert not pages.grab().isNull()


@pytest.mark.parametrize("language", ["az", "kk", "ru", "en"])
def test_whatever_takes_the_keyboard_has_a_name_for_screen_readers(
    officer: Officer, language: str
) -> None:
    officer.window.use_screen_language(language)
    QApplication.sendPostedEvents()
    officer.window.desk.show_pages(True)
    nameless = []
    for widget in officer.window.findChildren(QWidget):
        inner = isinstance(widget.parent(), QAbstractSpinBox)  # (the box itself is read out)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not inner:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                nameless.append((type(widget).__name__, widget.objectName()))
    assert not nameless


def test_all_of_the_window_can_be_used_on_a_small_screen(officer: Officer) -> None:
    """1280 × 720 at 150 %, and half of 1920 × 1080: nothing forces the window to be larger."""
    for tag in ("az", "kk", "ru", "en"):
        officer.window.use_screen_language(tag)
        QApplication.sendPostedEvents()
        least = officer.window.minimumSizeHint()
        assert least.width() <= 853, tag
        assert least.height() <= 480, tag


def test_the_first_window_is_no_larger_than_the_screen(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    window = open_window(qapp, settings)
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert room.width() < USUAL_SIZE[0]  # (or this would not tell anything)
    assert window.size() == room.boundedTo(QSize(*USUAL_SIZE))
