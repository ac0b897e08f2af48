"""The versions side by side."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from mou_desktop.gui.columns.panel import SMALLEST
from mou_desktop.gui.settings import Settings

from .conftest import Officer

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_click_on_a_filled_field_puts_the_cursor_into_its_input(officer: Officer) -> None:
    cell = officer.window.columns.cell(1, "ru")
    assert cell is not None
    found = cell.document().find("Вусала Алиева")
    spot = cell.cursorRect(found).center()
    spot.setX(spot.x() - 10)
    QTest.mouseClick(cell.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert officer.input("parties.0.signatory.name.ru").hasFocus()


def test_the_field_one_works_on_is_lit_in_every_version(officer: Officer) -> None:
    officer.window.form.focus("copies")
    for tag in officer.window.columns.languages:
        cell = officer.window.columns.cell(12, tag)
        assert cell is not None
        lit = [selection.cursor.selectedText() for selection in cell.extraSelections()]
        assert len(lit) == 1
        assert "4" in lit[0]


def test_entering_a_field_scrolls_to_its_place(officer: Officer) -> None:
    cell = officer.window.columns.cell(12, "az")
    assert cell is not None
    assert cell.viewport().visibleRegion().isEmpty()
    officer.window.form.focus("copies")
    assert not cell.viewport().visibleRegion().isEmpty()


def test_versions_can_be_hidden_and_the_choice_is_remembered(
    officer: Officer, settings: Settings
) -> None:
    officer.window.desk.show_language("kk", False)
    assert officer.window.columns.languages == ["az", "ru", "en"]
    assert settings.hidden_languages == ["kk"]
    officer.key(Qt.Key.Key_2, CTRL)
    assert officer.window.columns.languages == ["az", "kk", "ru", "en"]


def test_the_last_version_cannot_be_hidden(officer: Officer) -> None:
    for tag in ("az", "kk", "ru", "en"):
        officer.window.menus.languages[tag].trigger()
    assert officer.window.columns.languages == ["en"]


def test_a_cell_is_named_by_its_version_and_block(officer: Officer) -> None:
    cell = officer.window.findChild(QTextEdit, "version.kk.validity")
    assert cell is not None
    assert cell.toPlainText().startswith("9-бап")


def test_rows_are_as_high_as_their_longest_version(officer: Officer) -> None:
    columns = officer.window.columns
    for row in range(14):
        cells = [columns.cell(row, tag) for tag in columns.languages]
        needed = max(round(cell.document().size().height()) for cell in cells if cell)
        assert {cell.height() for cell in cells if cell} == {needed}


def test_a_narrow_window_scrolls_sideways_and_keeps_columns_readable(officer: Officer) -> None:
    officer.window.resize(800, 600)
    QTest.qWait(120)
    cell = officer.window.columns.cell(0, "en")
    assert cell is not None
    assert cell.width() >= 200


def test_the_text_is_made_larger_and_smaller_and_stays_so(
    officer: Officer, settings: Settings
) -> None:
    columns, window = officer.window.columns, officer.window
    first = columns.cell(0, "ru")
    assert first is not None
    before = first.height()
    window.desk.zoom(1)
    assert first.height() > before
    assert settings.text_size > 11
    tops = [columns.cell(1, tag).y() for tag in columns.languages]  # type: ignore[union-attr]
    assert len(set(tops)) == 1
    window.desk.zoom(-1)
    window.desk.zoom(0)
    assert first.height() == before
    for _ in range(40):
        window.desk.zoom(-1)
    assert columns.points == SMALLEST
    window.desk.zoom(0)
