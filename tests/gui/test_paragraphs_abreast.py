"""The paragraphs of an article begin at the same height in every version."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.model import texts
from tests.gui.conftest import Officer

TAGS = ("az", "kk", "ru", "en")
PLACE = "events"


@pytest.fixture
def three(officer: Officer) -> Officer:
    """An article with three paragraphs, of which those in Russian are long, short and long."""
    session = officer.window.session
    wordings = dict.fromkeys(TAGS, ("One. " * 9, "Two. " * 9, "Three."))
    wordings["ru"] = ("Один. " * 40, "Два.", "Три. " * 30)
    session.apply("articles", texts.rewrite_together(session.draft, PLACE, wordings))
    return officer


def cell(officer: Officer, tag: str) -> Cell:
    found = officer.window.columns.cell_of(tag, PLACE)
    assert found is not None
    return found


def tops(officer: Officer, tag: str) -> list[int]:
    """Where the lines of a version begin, in pixels."""
    document = cell(officer, tag).document()
    layout = document.documentLayout()
    lines = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [round(layout.blockBoundingRect(line).top()) for line in lines]


def are_abreast(officer: Officer) -> bool:
    shown = officer.window.columns.languages
    found = {tuple(tops(officer, tag)) for tag in shown}
    heights = {cell(officer, tag).height() for tag in shown}
    tallest = max(cell(officer, tag).text_height() for tag in shown)
    return len(found) == 1 and heights == {tallest}


def put_caret_behind(found: Cell, paragraph: int) -> None:
    found.setFocus()
    cursor = QTextCursor(found.document().findBlockByNumber(paragraph))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    found.setTextCursor(cursor)


def test_each_has_the_room_of_its_longest_version(three: Officer) -> None:
    assert are_abreast(three)
    first, second, third, fourth = tops(three, "az")
    assert third - second > fourth - third > second - first


def test_they_stay_so_while_one_is_typed(three: Officer) -> None:
    before = tops(three, "kk")
    put_caret_behind(cell(three, "en"), 2)
    QTest.keyClicks(cell(three, "en"), " more" * 60)
    assert are_abreast(three)
    assert tops(three, "kk")[3] > before[3]
    three.window.session.undo_stack.undo()
    assert are_abreast(three)
    assert tops(three, "kk") == before


def test_room_that_another_text_needed_is_given_back(officer: Officer) -> None:
    before = tops(officer, "az")
    cell(officer, "az").align((60.0, 40.0))
    assert tops(officer, "az") > before
    put_caret_behind(cell(officer, "en"), 1)
    QTest.keyClicks(cell(officer, "en"), " more")
    assert tops(officer, "az") == before


def test_a_paragraph_that_is_divided_or_joined_keeps_them_so(three: Officer) -> None:
    put_caret_behind(cell(three, "en"), 1)
    QTest.keyClick(cell(three, "en"), Qt.Key.Key_Return)
    assert are_abreast(three)
    assert len(tops(three, "az")) == 5
    QTest.keyClick(cell(three, "en"), Qt.Key.Key_Backspace)
    assert [len(tops(three, tag)) for tag in TAGS] == [5, 5, 5, 4]
    assert tops(three, "en") == tops(three, "az")[:4]


def test_an_empty_paragraph_is_divided_as_any_other(three: Officer) -> None:
    for _ in range(3):
        put_caret_behind(cell(three, "ru"), 1)
        QTest.keyClick(cell(three, "ru"), Qt.Key.Key_Return)
        assert are_abreast(three)
    assert {len(tops(three, tag)) for tag in TAGS} == {7}
    put_caret_behind(cell(three, "ru"), 3)
    QTest.keyClick(cell(three, "ru"), Qt.Key.Key_Return)
    assert are_abreast(three)
    assert {len(tops(three, tag)) for tag in TAGS} == {8}


def test_a_version_with_fewer_paragraphs_does_not_hold_up_the_others(three: Officer) -> None:
    session = three.window.session
    session.apply(f"version.en.{PLACE}", texts.rewrite(session.draft, "en", PLACE, ("One.",)))
    assert {tuple(tops(three, tag)) for tag in ("az", "kk", "ru")} == {tuple(tops(three, "az"))}
    assert tops(three, "en") == tops(three, "az")[:2]


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.resize(1900, 700),
        lambda window: window.desk.zoom(1),
        lambda window: window.desk.show_language("ru", False),
        lambda window: window.desk.show_alone("en"),
        lambda window: window.desk.step_language("az", 1),
        lambda window: window.setPalette(QPalette(QColor(40, 40, 40))),
        lambda window: window.session.change("languages", "ru,en"),
    ],
    ids=["wider", "larger", "hidden", "alone", "moved", "dark", "of-the-agreement"],
)
def test_whatever_changes_the_columns_keeps_them_so(three: Officer, change) -> None:
    change(three.window)
    QTest.qWait(100)
    QApplication.processEvents()
    assert are_abreast(three)


def test_the_lines_of_a_title_stand_one_below_the_other(officer: Officer) -> None:
    """They are in another order in each language."""
    for tag in TAGS:
        found = officer.window.columns.cell(0, tag)
        assert found is not None
        below = {
            found.document().findBlockByNumber(number).blockFormat().bottomMargin()
            for number in range(found.document().blockCount())
        }
        assert len(below) == 1
