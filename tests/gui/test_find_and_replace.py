"""Finding words in the versions and replacing them, from a bar below the texts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.search.bar import SearchBar
from mou_desktop.model import texts
from tests.gui.conftest import Officer

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO = Qt.KeyboardModifier.NoModifier


class Finder:
    """What the officer does with the bar, and what it says."""

    def __init__(self, officer: Officer) -> None:
        self.officer = officer

    @property
    def bar(self) -> SearchBar:
        return self.officer.window.search.bar

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        self.officer.key(key, modifier)

    def look_for(self, text: str) -> None:
        self.press(Qt.Key.Key_F, CTRL)
        self.officer.type("find", text)

    def replace_with(self, wanted: str, text: str) -> None:
        self.press(Qt.Key.Key_H, CTRL)
        self.officer.type("find", wanted)
        self.officer.type("replacement", text)

    def click(self, name: str) -> None:
        button = self.bar.findChild(QPushButton, name)
        assert button is not None
        button.click()

    def tick(self, name: str) -> None:
        box = self.bar.findChild(QCheckBox, name)
        assert box is not None
        box.click()

    def only_in(self, endonym: str) -> None:
        box = self.bar.findChild(QComboBox, "language")
        assert box is not None
        box.setCurrentText(endonym)

    def says(self, name: str = "hits") -> str:
        label = self.bar.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def typed(self, name: str = "find") -> str:
        line = self.bar.findChild(QLineEdit, name)
        assert line is not None
        return line.text()

    def lit(self) -> list[tuple[str, str]]:
        """The places that are lit up, with the text that stands there."""
        return [
            (cell.objectName().removeprefix("version."), selection.cursor.selectedText())
            for cell in self.officer.window.columns.stops()
            for selection in cell.extraSelections()
        ]

    def present(self) -> tuple[str, QTextCursor]:
        """The one that is lit up above all."""
        ((cell, cursor),) = [
            (cell.objectName().removeprefix("version."), QTextCursor(selection.cursor))
            for cell in self.officer.window.columns.stops()
            for selection in cell.extraSelections()
            if selection.format.fontUnderline()
        ]
        return cell, cursor


@pytest.fixture
def finder(officer: Officer) -> Finder:
    return Finder(officer)


def cell(officer: Officer, place: str, tag: str = "ru") -> Cell:
    officer.window.columns.edit(tag, place)
    found = officer.window.columns.current()
    assert found is not None
    return found


def wording(officer: Officer, place: str, tag: str = "ru") -> str:
    return texts.paragraphs(officer.window.session.draft, tag, place)[0]


class TestFinding:
    def test_nothing_is_built_before_it_is_asked_for(self, officer: Officer) -> None:
        assert officer.window.findChild(SearchBar) is None

    def test_every_hit_is_lit_up_and_counted(self, finder: Finder) -> None:
        finder.look_for("ВЕБИНАРЫ")
        assert finder.lit() == [("ru.events", "вебинары")]
        assert finder.says() == "1 of 1"
        finder.officer.type("find", "webinar")
        assert finder.lit() == [("en.events", "webinar")]

    def test_nothing_found_is_said(self, finder: Finder) -> None:
        finder.look_for("zzz")
        assert finder.says() == "Not found"
        assert finder.lit() == []
        finder.press(Qt.Key.Key_Return)
        finder.officer.type("find", "")
        assert finder.says() == ""

    def test_enter_goes_on_and_shift_enter_goes_back(self, finder: Finder) -> None:
        finder.look_for("стороны")
        counts = [finder.says()]
        for modifier in (NO, NO, SHIFT, SHIFT, SHIFT):
            finder.press(Qt.Key.Key_Return, modifier)
            counts.append(finder.says())
        total = finder.says().split()[-1]
        assert int(total) > 1
        assert [count.split()[0] for count in counts[:2]] == ["1", "2"]
        assert counts[-1] == f"{total} of {total}"

    def test_f3_does_the_same_in_the_texts(self, finder: Finder) -> None:
        finder.look_for("меморандум")
        finder.press(Qt.Key.Key_Escape)
        found = cell(finder.officer, "validity")
        finder.press(Qt.Key.Key_F, CTRL)
        found.setFocus()
        found.moveCursor(QTextCursor.MoveOperation.Start)
        for letters in ("Меморандум", "Меморандум"):
            finder.press(Qt.Key.Key_F3)
            current = finder.officer.window.columns.current()
            assert current is found
            assert current.textCursor().selectedText() == letters
        finder.press(Qt.Key.Key_F3, SHIFT)
        assert found.textCursor().selectionStart() == found.toPlainText().index("Меморандум")

    def test_the_search_begins_at_the_caret(self, finder: Finder) -> None:
        cell(finder.officer, "validity").moveCursor(QTextCursor.MoveOperation.Start)
        finder.look_for("меморандум")
        assert finder.present()[0] == "ru.validity"

    def test_the_present_hit_is_in_view(self, finder: Finder) -> None:
        finder.look_for("М.П.")
        columns = finder.officer.window.columns
        name, cursor = finder.present()
        shown = next(each for each in columns.stops() if each.objectName().endswith(name))
        spot = shown.mapTo(columns, shown.cursorRect(cursor).center())
        assert columns.rect().contains(spot)
        assert shown.viewport().visibleRegion().contains(shown.cursorRect(cursor).center())
        assert cursor.selectedText() == "М.П."

    def test_what_is_selected_is_looked_for(self, finder: Finder) -> None:
        found = cell(finder.officer, "events")
        cursor = found.textCursor()
        start = found.toPlainText().index("семинары")
        cursor.setPosition(start)
        cursor.setPosition(start + 8, QTextCursor.MoveMode.KeepAnchor)
        found.setTextCursor(cursor)
        finder.press(Qt.Key.Key_F, CTRL)
        assert finder.typed() == "семинары"
        assert finder.present()[0] == "ru.events"

    def test_escape_closes_with_the_caret_on_the_hit(self, finder: Finder) -> None:
        finder.look_for("вебинары")
        finder.press(Qt.Key.Key_Escape)
        assert not finder.bar.isVisible()
        assert finder.lit() == []
        current = finder.officer.window.columns.current()
        assert current is not None
        assert current.textCursor().selectedText() == "вебинары"

    def test_escape_closes_it_from_a_text_too(self, finder: Finder) -> None:
        finder.look_for("вебинары")
        found = cell(finder.officer, "validity", "en")
        finder.press(Qt.Key.Key_Escape)
        assert not finder.bar.isVisible()
        assert found.hasFocus()

    def test_one_version_or_all_that_are_shown(self, finder: Finder) -> None:
        finder.look_for("5")
        assert len({name[:2] for name, _text in finder.lit()}) == 4
        finder.only_in("Қазақша")
        assert {name[:2] for name, _text in finder.lit()} == {"kk"}
        finder.officer.window.desk.show_language("kk", False)
        QTest.qWait(200)
        assert {name[:2] for name, _text in finder.lit()} == {"az", "ru", "en"}

    def test_case_and_whole_words(self, finder: Finder) -> None:
        finder.look_for("статья")
        assert ("ru.events", "Статья") in finder.lit()
        finder.tick("match_case")
        assert ("ru.events", "Статья") not in finder.lit()
        finder.tick("match_case")
        finder.officer.type("find", "вебинар")
        assert finder.says() == "1 of 2"
        finder.tick("whole_words")
        assert finder.says() == "Not found"

    def test_azerbaijani_capitals(self, finder: Finder) -> None:
        finder.look_for("irsin")
        finder.only_in("Azərbaycanca")
        assert ("az.title", "İrsin") in finder.lit()

    def test_the_field_of_the_form_stays_lit(self, finder: Finder) -> None:
        columns = finder.officer.window.columns
        columns.set_active("copies")
        before = finder.lit()
        assert before
        finder.look_for("вебинары")
        assert set(before) < set(finder.lit())
        finder.press(Qt.Key.Key_Escape)
        assert finder.lit() == before

    def test_typing_in_a_text_is_followed(self, finder: Finder) -> None:
        finder.look_for("вебинары")
        finder.officer.commit(cell(finder.officer, "events"), " Вебинары!")
        QTest.qWait(200)
        assert finder.lit() == [("ru.events", "вебинары"), ("ru.events", "Вебинары")]
        assert finder.officer.window.columns.current() is not None

    def test_letters_of_two_units_are_counted_as_qt_does(self, finder: Finder) -> None:
        session = finder.officer.window.session
        session.apply("articles", texts.rewrite(session.draft, "ru", "events", ("𝒳 слово",)))
        finder.look_for("слово")
        assert ("ru.events", "слово") in finder.lit()


class TestReplacing:
    def test_one_by_one(self, finder: Finder) -> None:
        finder.replace_with("вебинары", "вещания")
        finder.click("replace")
        assert "семинары и вещания по" in wording(finder.officer, "events")
        assert finder.says() == "Not found"

    def test_the_next_is_the_present_one_then(self, finder: Finder) -> None:
        finder.replace_with("стороны", "Стороны Стороны")
        finder.only_in("Русский")
        total = int(finder.says().split()[-1])
        for number in range(1, total):
            finder.click("replace")
            assert finder.says().startswith(f"{2 * number + 1} of ")

    def test_all_versions_are_one_step(self, finder: Finder) -> None:
        session = finder.officer.window.session
        before = session.draft
        finder.replace_with("a", "ä")
        finder.click("replace_all")
        assert session.undo_name() == "replacing of words"
        assert "ä" in wording(finder.officer, "events", "az")
        assert "ä" in wording(finder.officer, "events", "en")
        assert session.draft.values == before.values
        finder.press(Qt.Key.Key_Z, CTRL)
        assert session.draft == before
        assert finder.typed("replacement") == "ä"

    def test_two_replacements_are_two_steps(self, finder: Finder) -> None:
        session = finder.officer.window.session
        finder.replace_with("вебинары", "x")
        finder.click("replace_all")
        finder.replace_with("семинары", "y")
        finder.click("replace_all")
        session.undo_stack.undo()
        assert "семинары и x" in wording(finder.officer, "events")

    def test_fields_stay_and_it_is_said(self, finder: Finder) -> None:
        before = finder.officer.window.session.draft
        finder.replace_with("лет", "год")
        finder.only_in("Русский")
        finder.click("replace_all")
        assert finder.officer.window.session.draft == before
        said = finder.says("message")
        assert "0 hits replaced." in said
        assert "2 hits stand in fields, article numbers or signatures" in said

    def test_a_single_hit_in_a_field_is_passed_over(self, finder: Finder) -> None:
        before = finder.officer.window.session.draft
        finder.replace_with("лет", "год")
        finder.click("replace")
        assert finder.officer.window.session.draft == before
        assert finder.says() == "2 of 2"
        assert finder.says("message").startswith("1 hit stands in a field")

    def test_a_draft_for_reading_only_stays_as_it_is(
        self, finder: Finder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = finder.officer.window.session
        before = session.draft
        monkeypatch.setattr(type(session), "read_only", True)
        finder.replace_with("вебинары", "x")
        finder.click("replace_all")
        assert session.draft == before
        assert "reading only" in finder.officer.answers.errors[0]

    def test_find_alone_has_no_replacement(self, finder: Finder) -> None:
        finder.press(Qt.Key.Key_H, CTRL)
        assert finder.officer.input("replacement").isVisible()
        finder.press(Qt.Key.Key_F, CTRL)
        assert not finder.officer.input("replacement").isVisible()


def test_the_bar_speaks_the_language_of_the_screen(finder: Finder) -> None:
    finder.look_for("вебинары")
    finder.officer.window.use_screen_language("ru")
    QApplication.processEvents()
    assert finder.says() == "1 из 1"
    assert finder.officer.input("find").accessibleName() == "Найти:"


def test_another_draft_is_searched_anew(finder: Finder) -> None:
    finder.look_for("Алиев")
    assert finder.lit()
    finder.officer.window.session.undo_stack.setClean()
    finder.officer.window.files.new("memorandum")
    QTest.qWait(200)
    assert finder.says() == "Not found"
