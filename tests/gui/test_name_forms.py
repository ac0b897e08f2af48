"""The forms of a name under its input, each in its sentence; spellings offered for empty names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mou_desktop.languages.base import Form
from mou_desktop.languages.ru.language import Russian
from mou_desktop.model import fields
from tests.gui.conftest import Officer

NAME = "parties.0.signatory.name.ru"
GENITIVE = f"{NAME}#genitive"
CONFIRM, RESET, TAKE = (
    "This is right as it is",
    "Back to the computed form",
    "Take this spelling",
)


def line(officer: Officer, path: str) -> QWidget:
    officer.window.form.focus(path)
    found = officer.input(path).parent()
    assert isinstance(found, QWidget)
    return found


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, name: str, box: QWidget) -> QAbstractButton:
    """The visible button of this name that stands beside the input."""
    (found,) = (
        each
        for each in widget.findChildren(QAbstractButton)
        if each.accessibleName() == name
        and each.isVisible()
        and abs(each.geometry().center().y() - box.geometry().center().y()) < box.height()
    )
    return found


def visible_buttons(widget: QWidget) -> set[str]:
    buttons = widget.findChildren(QAbstractButton)
    return {each.accessibleName() for each in buttons if each.isVisible()}


@pytest.fixture
def doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Russian gives a genitive of which it is not sure."""
    inflect = Russian.inflect

    def unsure(self: Russian, kind, lemma: str, form: str, sex) -> Form:
        found = inflect(self, kind, lemma, form, sex)
        return Form(f"{lemma}’", False) if form == "genitive" else found

    monkeypatch.setattr(Russian, "inflect", unsure)


def test_a_form_stands_in_its_sentence(officer: Officer) -> None:
    officer.type(NAME, "Нурлан Сериков")
    name, sentence = labels(line(officer, GENITIVE))
    assert name == "genitive"
    assert sentence.startswith("…Республики, в лице директора <b ")
    assert ">Нурлана Серикова</b>, и Республиканское государственное" in sentence


def test_the_form_can_be_read_in_a_dark_palette_that_comes_later(officer: Officer) -> None:
    sentence = line(officer, GENITIVE).findChildren(QLabel)[1]
    palette = officer.window.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#fedcba"))
    officer.window.setPalette(palette)
    assert '<b style="color: #fedcba">' in sentence.text()


def test_the_computed_form_is_shown_in_grey_until_another_is_typed(officer: Officer) -> None:
    officer.type(NAME, "Нурлан Сериков")
    box = officer.input(GENITIVE)
    assert isinstance(box, QLineEdit)
    assert (box.text(), box.placeholderText()) == ("", "Нурлана Серикова")
    officer.type(GENITIVE, "Нурлана Серик")
    assert "директора Нурлана Серик, и" in officer.preview("ru").replace("\xa0", " ")


def test_a_form_of_ones_own_is_taken_back(officer: Officer) -> None:
    officer.type(NAME, "Нурлан Сериков")
    officer.type(GENITIVE, "Нурлана Серик")
    button(line(officer, GENITIVE), RESET, officer.input(GENITIVE)).click()
    assert "директора Нурлана Серикова, и" in officer.preview("ru").replace("\xa0", " ")
    assert RESET not in visible_buttons(line(officer, GENITIVE))
    officer.window.session.undo_stack.undo()
    assert "директора Нурлана Серик, и" in officer.preview("ru").replace("\xa0", " ")


def test_the_arrow_takes_the_offered_form_so_that_it_can_be_mended(officer: Officer) -> None:
    officer.type(NAME, "Нурлан Сериков")
    officer.window.form.focus(GENITIVE)
    box = officer.input(GENITIVE)
    QTest.keyClick(box, Qt.Key.Key_Right)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert fields.get(officer.window.session.draft, GENITIVE) == "Нурлана Сериков"


@pytest.mark.usefixtures("doubt")
class TestADoubt:
    def test_it_is_counted_named_and_listed(self, officer: Officer) -> None:
        officer.type(NAME, "Ержан Сериков")
        assert "genitive – to confirm" in labels(line(officer, GENITIVE))
        forms = officer.window.form._suggestions.forms[NAME]
        assert "Forms: 1 to confirm" in {
            each.text() for each in forms.findChildren(QAbstractButton)
        }
        assert [each.path for each in officer.window.session.findings] == [GENITIVE]
        (status,) = officer.window.statusBar().findChildren(QLabel)
        assert status.text().endswith("1 to complete  ·  1 form to confirm")

    def test_a_yes_settles_it_and_stays_after_another_name_and_back(self, officer: Officer) -> None:
        officer.type(NAME, "Ержан Сериков")
        button(line(officer, GENITIVE), CONFIRM, officer.input(GENITIVE)).click()
        assert officer.window.session.findings == []
        (status,) = officer.window.statusBar().findChildren(QLabel)
        assert "confirm" not in status.text()
        assert CONFIRM not in visible_buttons(line(officer, GENITIVE))
        officer.type(NAME, "Ерлан Ахметов")
        officer.type(NAME, "Ержан Сериков")
        assert officer.window.session.findings == []


def test_the_forms_go_with_their_version_and_come_back_with_it(officer: Officer) -> None:
    found = line(officer, GENITIVE)
    officer.window.session.change("languages", "az,kk,en")
    assert not found.isVisible()
    officer.window.session.undo_stack.undo()
    officer.window.form.focus(GENITIVE)
    assert found.isVisible()


def test_a_form_that_the_text_does_without_is_not_shown(officer: Officer) -> None:
    officer.window.form.focus("parties.0.name.kk")
    forms = officer.window.form._suggestions.forms["parties.0.name.kk"]
    forms.expand()
    assert officer.input("parties.0.name.kk#conjunction").isVisible()
    assert not officer.input("parties.0.name.kk#genitive").isVisible()


class TestSpellings:
    def test_an_empty_name_is_offered_as_the_others_spell_it(self, officer: Officer) -> None:
        officer.type("parties.0.signatory.name.en", "")
        box = officer.input("parties.0.signatory.name.en")
        assert box.placeholderText() == "Vusal Aliyev"  # type: ignore[attr-defined]
        assert "Mr. Vusal" not in officer.preview("en")
        assert fields.get(officer.window.session.draft, "parties.0.signatory.name.en") == ""

    @pytest.mark.parametrize("by_key", [True, False])
    def test_it_is_taken_by_key_or_button(self, officer: Officer, by_key: bool) -> None:
        path = "parties.0.signatory.name.en"
        officer.type(path, "")
        box = officer.input(path)
        if by_key:
            QTest.keyClick(box, Qt.Key.Key_Right)
        else:
            button(box.parent(), TAKE, box).click()  # type: ignore[arg-type]
        assert fields.get(officer.window.session.draft, path) == "Vusal Aliyev"
        assert "Mr. Vusal Aliyev" in officer.preview("en").replace("\xa0", " ")

    def test_what_is_typed_is_never_overwritten(self, officer: Officer) -> None:
        officer.type("parties.0.signatory.name.ru", "Нурлан Сериков")
        assert fields.get(officer.window.session.draft, "parties.0.signatory.name.en") == (
            "Vusal Alyev"
        )
        assert TAKE not in visible_buttons(officer.window.form)

    def test_organisations_and_positions_are_translated_not_spelled(self, officer: Officer) -> None:
        for path in ("parties.0.signatory.position.en", "parties.0.name.en"):
            officer.type(path, "")
            assert officer.input(path).placeholderText() == ""  # type: ignore[attr-defined]
