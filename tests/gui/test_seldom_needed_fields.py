"""A second signatory and the requisites of a party are folded away until they are wanted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.model import fields
from mou_desktop.store import drafts

from .conftest import Officer

SECOND = "parties.0.second_signatory.name.en"
PHONE = "parties.1.phone"


def heading(officer: Officer, title: str, number: int = 0) -> QToolButton:
    found = officer.window.form.findChildren(QToolButton)
    return [button for button in found if button.text() == title][number]


def test_they_are_not_built_before_they_are_unfolded(officer: Officer) -> None:
    assert officer.window.findChild(QWidget, SECOND) is None
    assert officer.window.findChild(QWidget, PHONE) is None
    heading(officer, "Second signatory").click()
    assert officer.input(SECOND).isVisible()
    assert officer.window.findChild(QWidget, PHONE) is None


def test_tab_goes_through_them_once_they_are_unfolded(officer: Officer) -> None:
    heading(officer, "Second signatory").click()
    names = [box.objectName() for box in officer.window.form.stops()]
    first = names.index("parties.0.second_signatory.name.az")
    assert names[first - 2 : first] == ["parties.0.language", ""]  # (its heading)
    assert names.index(SECOND) < names.index("parties.1.name.az")
    officer.input("parties.0.second_signatory.name.az").setFocus()
    QTest.keyClick(officer.input("parties.0.second_signatory.name.az"), Qt.Key.Key_Tab)
    assert officer.input("parties.0.second_signatory.name.kk").hasFocus()


def test_a_second_signatory_signs_beside_the_first(officer: Officer) -> None:
    before = officer.preview("en")
    officer.window.form.focus(SECOND)
    officer.type(SECOND, "Aygun Mammadova")
    officer.window.session.change("parties.0.second_signatory.sex", "f")
    assert "____________ Aygun Mammadova" in officer.preview("en")
    open_now = [each.path for each in officer.window.session.findings]
    assert "parties.0.second_signatory.position.en" in open_now
    assert "parties.0.second_signatory.name.ru" in open_now
    officer.type("parties.0.second_signatory.position.en", "Chief Accountant")
    text = officer.preview("en").replace("\u00a0", " ")
    assert "its Director Mr. Vusal Alyev and its Chief Accountant Ms. Aygun Mammadova, and" in text
    while officer.window.session.undo_stack.canUndo():
        officer.window.session.undo_stack.undo()
    assert officer.preview("en") == before
    assert officer.window.session.findings == []


def test_nothing_is_drawn_where_a_second_signatory_could_stand(officer: Officer) -> None:
    for tag in ("az", "kk", "ru", "en"):
        cell = officer.window.columns.cell(1, tag)
        assert cell is not None
        assert "\N{WHITE SQUARE}" not in cell.toPlainText()


def test_a_telephone_stands_under_the_partys_name_in_every_version(officer: Officer) -> None:
    officer.window.form.focus(PHONE)
    officer.type(PHONE, "+7 725 335-77-77")
    assert "Telefon: +7 725 335-77-77" in officer.preview("az")
    assert "Телефон: +7 725 335-77-77" in officer.preview("kk")
    assert "Phone: +7 725 335-77-77" in officer.preview("en")
    officer.type(PHONE, "")
    assert "Phone" not in officer.preview("en")


def test_an_address_in_one_version_asks_for_the_others(officer: Officer) -> None:
    path = "parties.0.address.ru"
    officer.window.form.focus(path)
    officer.type(path, "г. Гянджа")
    assert "Адрес: г. Гянджа" in officer.preview("ru").replace("\u00a0", " ")
    assert "Address: ____________________" in officer.preview("en")
    assert [each.path for each in officer.window.session.findings] == [
        f"parties.0.address.{tag}" for tag in ("az", "kk", "en")
    ]


def test_what_is_filled_is_unfolded_when_a_draft_is_opened(officer: Officer, tmp_path) -> None:  # type: ignore[no-untyped-def]
    draft = fields.change(officer.window.session.draft, PHONE, "+7 725")
    drafts.save(draft, tmp_path / "memo.mou")
    officer.window.files.open(tmp_path / "memo.mou")
    assert officer.input(PHONE).text() == "+7 725"  # type: ignore[attr-defined]
    assert officer.window.findChild(QWidget, SECOND) is None


def test_a_field_of_the_signature_leads_to_its_input(officer: Officer) -> None:
    officer.window.session.change(PHONE, "+7 725 335")
    columns = officer.window.columns
    cell = columns.cell(len(officer.window.session.documents["en"].blocks) - 1, "en")
    assert cell is not None
    number = next(
        each for each in range(20) if cell.cursor_of(Stretch(each, 0, 5)).selectedText() == "Phone"
    )
    cursor = cell.cursor_of(Stretch(number, 10, 10))
    cell.setFocus()
    cell.setTextCursor(cursor)
    assert cell.caret() == Stretch(number, 10, 10)
    QTest.keyClick(cell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert officer.input(PHONE).hasFocus()


def test_words_of_the_signatures_are_found_where_they_stand(officer: Officer) -> None:
    """Signers with different lines stand abreast."""
    officer.window.session.change(PHONE, "+7 725 335")
    officer.window.session.change("parties.0.email", "info@example.az")
    officer.window.session.change("parties.0.registration", "1234")
    officer.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for words in ("725 335", "info@example.az", "Acting Director", "L.S."):
        officer.type("find", words)
        cell = officer.window.columns.cell(
            len(officer.window.session.documents["en"].blocks) - 1, "en"
        )
        assert cell is not None
        lit = {each.cursor.selectedText() for each in cell.extraSelections()}
        assert lit == {words}, words
    officer.window.search.close()
