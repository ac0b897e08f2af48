"""How many originals there are, what each holds, and who gets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton

from .conftest import Officer

CTRL = Qt.KeyboardModifier.ControlModifier


def choose(officer: Officer, path: str, value: str) -> None:
    box = officer.input(path)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def plan(officer: Officer) -> list[str]:
    """The lines under the number of copies."""
    label = officer.input("plan")
    assert isinstance(label, QLabel)
    return label.text().split("\n")


def mends(officer: Officer) -> list[QToolButton]:
    found = officer.window.findChildren(QToolButton)
    mine = [each for each in found if each.objectName().startswith("plan.mend.")]
    return [each for each in mine if each.isVisible()]


def test_the_plan_stands_under_the_number_of_copies(officer: Officer) -> None:
    assert plan(officer) == [
        "Party 1: 2 originals – Azərbaycanca, Русский",
        "Party 2: 2 originals – Қазақша, English",
        "Every party gets the same number, but not one in every language.",
    ]
    assert [button.text() for button in mends(officer)] == ["Make it 8"]
    assert officer.window.session.findings == []  # (which is no fault)


def test_the_closing_clause_follows_the_choice_in_all_versions(officer: Officer) -> None:
    choose(officer, "originals", "combined")
    assert "каждый на азербайджанском" in officer.preview("ru").replace("\u00a0", " ")
    assert "all texts being equally authentic." in officer.preview("en")
    assert "bütün mətnlər bərabər autentikdir." in officer.preview("az")
    assert "барлық мәтіндердің күші бірдей." in officer.preview("kk")
    assert plan(officer)[0] == "Party 1: 2 originals in all languages, first Azərbaycanca"
    officer.key(Qt.Key.Key_Z, CTRL)
    assert "each of which has the same legal force." in officer.preview("en")
    assert "authentic" not in officer.preview("en")


def test_a_text_that_prevails_adds_a_sentence(officer: Officer) -> None:
    choose(officer, "prevailing", "en")
    assert "In case of divergence the English text shall prevail." in officer.preview("en")
    assert "преимущество имеет текст на английском языке." in officer.preview("ru")
    choose(officer, "prevailing", "")
    assert "prevail" not in officer.preview("en")


def test_a_party_gets_its_own_language(officer: Officer) -> None:
    choose(officer, "parties.0.language", "kk")
    choose(officer, "parties.1.language", "az")
    assert plan(officer)[1] == "Party 2: 2 originals – Azərbaycanca, English"


def test_a_number_that_does_not_fit_is_mended_with_a_click_and_can_be_undone(
    officer: Officer,
) -> None:
    officer.type("copies", "5")
    assert plan(officer) == [
        "Party 1: 3 originals – Azərbaycanca (2), Русский",
        "Party 2: 2 originals – Қазақша, English",
        "5 originals cannot be shared out evenly.",
    ]
    assert [finding.path for finding in officer.window.session.findings] == ["copies"]
    first, second, third = mends(officer)
    assert [each.text() for each in (first, second, third)] == [
        "Make it 4",
        "Make it 6",
        "Make it 8",
    ]
    officer.window.form.focus("copies")
    QTest.mouseClick(third, Qt.MouseButton.LeftButton)
    assert officer.window.session.draft.values.copies == 8
    assert mends(officer) == []
    assert "in 8 (eight) copies" in officer.preview("en")
    officer.window.session.undo_stack.undo()
    assert officer.window.session.draft.values.copies == 5


def test_a_language_that_nobody_gets_is_named(officer: Officer) -> None:
    officer.type("copies", "3")
    assert plan(officer)[2:] == [
        "3 originals cannot be shared out evenly.",
        "There is no original in: English.",
    ]


def test_an_open_number_has_no_plan(officer: Officer) -> None:
    officer.window.session.change("copies", "")
    assert officer.input("plan").isHidden()
    assert mends(officer) == []
    officer.window.session.change("copies", "2")
    assert not officer.input("plan").isHidden()


def test_the_plan_speaks_the_language_of_the_screen(officer: Officer) -> None:
    officer.window.use_screen_language("ru")
    QApplication.processEvents()
    assert plan(officer)[0] == "Сторона 1: 2 экземпляра – Azərbaycanca, Русский"


def test_the_clause_can_be_edited_beside_the_alternatives(officer: Officer) -> None:
    """Whatever is typed beside it, the clause goes on following the choice."""
    columns = officer.window.columns
    columns.edit("en", "testimonium")
    cell = columns.current()
    assert cell is not None
    assert cell.toPlainText().endswith("each of which has the same legal force.")
    QTest.keyClick(cell, Qt.Key.Key_Backspace)
    officer.commit(cell, "; so agreed.")
    choose(officer, "originals", "combined")
    assert "all texts being equally authentic; so agreed." in officer.preview("en")


@pytest.mark.parametrize("where", ["originals", "prevailing"])
def test_the_clause_lights_up_where_the_choice_tells(officer: Officer, where: str) -> None:
    choose(officer, "prevailing", "en")
    officer.window.form.focus(where)
    officer.window.columns.set_active(where)
    cell = officer.window.columns.cell(12, "en")
    assert cell is not None
    lit = [each.cursor.selectedText() for each in cell.extraSelections()]
    expected = {
        "originals": ", each of which has the same legal force",
        "prevailing": " In case of divergence the English text shall prevail.",
    }
    assert "".join(lit) == expected[where]


def test_the_words_of_a_choice_lead_to_its_input(officer: Officer) -> None:
    officer.window.columns.edit("en", "testimonium")
    cell = officer.window.columns.current()
    assert cell is not None
    cursor = cell.textCursor()
    cursor.setPosition(cell.toPlainText().index("same legal force"))
    cell.setTextCursor(cursor)
    QTest.keyClick(cell, Qt.Key.Key_Return, CTRL)
    assert officer.input("originals").hasFocus()


def test_a_mark_is_no_field_to_be_put_in(officer: Officer) -> None:
    officer.window.columns.edit("en", "testimonium")
    paths = [path for _label, path, _forms in officer.window.agreement.fields()]
    assert "prevailing" in paths
    assert "originals" not in paths
