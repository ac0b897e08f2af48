"""The versions as they stand in each party's own originals."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from mou_desktop.model.texts import paragraphs

from .conftest import Officer

FIRST = "между\nГянджинским"
SECOND = "между\nРеспубликанским"


def menu(officer: Officer):  # type: ignore[no-untyped-def]
    """The submenu of the parties, filled as when it is opened."""
    found = officer.window.menus._originals
    found.aboutToShow.emit()
    return found


def look(officer: Officer, party: int) -> None:
    menu(officer).actions()[party].trigger()


def status(officer: Officer) -> str:
    labels = officer.window.statusBar().findChildren(QLabel)
    return " ".join(label.text() for label in labels)


def test_the_versions_are_those_of_the_first_party_at_first(officer: Officer) -> None:
    assert FIRST in officer.preview("ru")
    actions = menu(officer).actions()
    assert [action.text() for action in actions] == ["Party 1", "Party 2"]
    assert [action.isChecked() for action in actions] == [True, False]
    assert "originals of" not in status(officer)


def test_the_second_party_comes_first_in_its_own_originals(officer: Officer) -> None:
    before = officer.window.session.draft
    look(officer, 1)
    assert SECOND in officer.preview("ru")
    assert "as in the originals of Party 2" in status(officer)
    assert [action.isChecked() for action in menu(officer).actions()] == [False, True]
    assert officer.window.session.draft == before
    assert not officer.window.session.modified
    look(officer, 0)
    assert FIRST in officer.preview("ru")


def test_fields_change_in_the_originals_of_either_party(officer: Officer) -> None:
    look(officer, 1)
    officer.type("parties.1.name.en", "Ordabasy Reserve")
    assert "between\nthe Ordabasy Reserve\nand\nthe Ganja State" in officer.preview("en")
    officer.window.session.undo_stack.undo()
    assert "the Republican State Government Enterprise" in officer.preview("en")


def test_typing_in_the_originals_of_the_second_party(officer: Officer) -> None:
    look(officer, 1)
    officer.window.columns.edit("en", "preamble")
    cell = officer.window.columns.current()
    assert cell is not None
    cursor = cell.textCursor()
    cursor.setPosition(cell.toPlainText().index("have agreed"))
    cell.setTextCursor(cursor)
    officer.commit(cell, "hereby ")
    assert "hereby have agreed" in officer.preview("en")
    (text,) = paragraphs(officer.window.session.draft, "en", "preamble")
    assert text.startswith("{parties.0.introduced_as:definite}, represented")
    assert "hereby have agreed as follows:" in text
    assert "\nThe Republican State" in "\n" + cell.toPlainText()


def test_a_form_that_only_the_other_originals_need_is_confirmed_in_the_form(
    officer: Officer,
) -> None:
    officer.type("parties.1.name.kk", "Muzey")
    path = "parties.1.name.kk#conjunction"
    assert path in [each.path for each in officer.window.session.findings]
    officer.window.form.focus(path)
    box = officer.input(path)
    assert box.isVisible()
    assert box.hasFocus()
    officer.commit(box, "мен")
    assert path not in [each.path for each in officer.window.session.findings]


def test_a_wording_that_names_the_parties_in_their_roles_is_listed(officer: Officer) -> None:
    officer.window.columns.edit("ru", "preamble")
    cell = officer.window.columns.current()
    assert cell is not None
    cursor = cell.textCursor()
    cursor.setPosition(cell.toPlainText().index(", и Республиканское") + 2)
    cell.setTextCursor(cursor)
    officer.commit(cell, "как заказчик, ")
    found = [each.path for each in officer.window.session.findings]
    assert "version.ru.preamble" in found
    look(officer, 1)
    assert "\nГянджинский государственный" in officer.preview("ru")


def test_without_the_alternat_there_is_nothing_to_choose(officer: Officer) -> None:
    look(officer, 1)
    box = officer.input("alternat")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("no"))
    assert FIRST in officer.preview("ru")
    assert "originals of" not in status(officer)
    assert not menu(officer).menuAction().isVisible()
    officer.window.session.undo_stack.undo()
    assert SECOND in officer.preview("ru")
    assert menu(officer).menuAction().isVisible()


def test_another_draft_is_shown_as_in_the_originals_of_its_first_party(officer: Officer) -> None:
    look(officer, 1)
    officer.window.files.new_example("memorandum")
    assert FIRST in officer.preview("ru")


def test_the_pages_follow(officer: Officer) -> None:
    officer.window.desk.show_pages(True)
    look(officer, 1)
    QApplication.processEvents()
    assert officer.window.session.first == 1
    officer.window.desk.show_pages(False)
    assert SECOND in officer.preview("ru")


def test_words_are_found_and_replaced_in_the_originals_of_the_second_party(
    officer: Officer,
) -> None:
    look(officer, 1)
    officer.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    officer.type("find", "have agreed")
    officer.type("replacement", "agree")
    QTest.mouseClick(officer.input("replace_all"), Qt.MouseButton.LeftButton)
    (text,) = paragraphs(officer.window.session.draft, "en", "preamble")
    assert text.endswith("in the common interest, agree as follows:")
    assert text.startswith("{parties.0.introduced_as:definite}")
    officer.window.search.close()
