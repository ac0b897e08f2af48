"""Notes of a consolidated text on the screen: seen, and not typed into."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.model import texts
from tests.golden.consolidated import AS_AMENDED as TEXT
from tests.gui.conftest import Officer

NOTE = "(as amended by Protocol No. 1 of 1 July 2026)"


@pytest.fixture
def reader(officer: Officer) -> Officer:
    """At work on a consolidated text."""
    officer.window.session.start(TEXT)
    officer.window.columns.complete()
    return officer


def cell(officer: Officer, place: str) -> Cell:
    officer.window.columns.edit("en", place)
    found = officer.window.columns.current()
    assert found is not None
    return found


def shown(found: Cell) -> list[str]:
    return found.toPlainText().replace("\N{NO-BREAK SPACE}", " ").split("\n")


def wording(officer: Officer, place: str) -> tuple[str, ...]:
    return texts.paragraphs(officer.window.session.draft, "en", place)


def test_they_stand_below_their_places(reader: Officer) -> None:
    assert shown(cell(reader, "information"))[-1] == NOTE
    assert shown(cell(reader, "title"))[-1] == NOTE
    assert shown(cell(reader, "new-1"))[-2:] == [
        "(inserted by Protocol No. 1 of 1 July 2026)",
        "(Article 10 was deleted by Protocol No. 1 of 1 July 2026)",
    ]


@pytest.mark.parametrize("place", ["preamble", "information", "new-1"])
def test_the_caret_comes_behind_the_words_and_typing_leaves_the_note(
    reader: Officer, place: str
) -> None:
    before = wording(reader, place)
    found = cell(reader, place)
    notes = shown(found)[1:]
    reader.commit(found, " More.")
    assert wording(reader, place) == (*before[:-1], f"{before[-1]} More.")
    assert shown(found)[-1] == notes[-1]
    reader.window.session.undo_stack.undo()
    assert wording(reader, place) == before


def test_nothing_is_typed_into_a_note(reader: Officer) -> None:
    found = cell(reader, "information")
    whole = found.toPlainText()
    cursor = found.textCursor()
    for place in (len(whole), len(whole) - 5, whole.index("(as amended") + 1):
        cursor.setPosition(place)
        found.setTextCursor(cursor)
        for key in (Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
            QTest.keyClick(found, key)
            assert found.toPlainText() == whole
    assert not reader.window.session.modified


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_note_cannot_be_joined_to_the_words(reader: Officer, key: Qt.Key) -> None:
    found = cell(reader, "information")
    whole = found.toPlainText()
    if key is Qt.Key.Key_Backspace:
        cursor = found.textCursor()
        cursor.setPosition(whole.index("(as amended"))
        found.setTextCursor(cursor)
    QTest.keyClick(found, key)
    assert found.toPlainText() == whole
    assert not reader.window.session.modified


def test_what_is_selected_with_a_note_goes_without_it(reader: Officer) -> None:
    found = cell(reader, "preamble")
    QTest.keyClick(found, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(found, "New")
    assert wording(reader, "preamble") == ("New",)
    assert shown(found) == ["New", NOTE]


def test_a_paragraph_can_be_divided_above_a_note(reader: Officer) -> None:
    QTest.keyClick(cell(reader, "information"), Qt.Key.Key_Return)
    assert wording(reader, "information")[-1] == ""
    assert shown(cell(reader, "information"))[-1] == NOTE


def test_words_of_a_note_are_not_found(reader: Officer) -> None:
    window = reader.window
    window.find_words(replacing=False)
    reader.type("find", "Protocol No")
    assert window.search.hits == []
    reader.type("find", "updated every year")
    found = cell(reader, "information")
    found.moveCursor(QTextCursor.MoveOperation.End)
    window.find_next(1)
    assert found.textCursor().selectedText() == "updated every year"
