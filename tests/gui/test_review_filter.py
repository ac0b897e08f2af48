"""Seeing only what is to review, and going from one open text to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from mou_desktop.gui.columns.cell import Cell
from tests.gui.conftest import Officer

CTRL, NO = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def edit(officer: Officer, place: str, tag: str = "ru") -> Cell:
    officer.window.columns.edit(tag, place)
    found = officer.window.columns.current()
    assert found is not None
    assert found.objectName() == f"version.{tag}.{place}"
    return found


def only_open(officer: Officer) -> None:
    officer.key(Qt.Key.Key_F8, CTRL)


def rows(officer: Officer) -> list[str]:
    """The places that have a row, from top to bottom."""
    cells = [each for each in officer.window.columns.stops() if not each.isHidden()]
    cells.sort(key=lambda each: each.y())
    return list(dict.fromkeys(each.objectName().split(".", 2)[2] for each in cells))


def bar(officer: Officer) -> QFrame:
    found = officer.window.findChild(QFrame, "review_bar")
    assert found is not None
    return found


def here(officer: Officer) -> str:
    found = officer.window.columns.current()
    return found.objectName() if found is not None else ""


@pytest.fixture
def changed(officer: Officer) -> Officer:
    """Two articles were changed in Russian."""
    for place in ("events", "validity"):
        officer.commit(edit(officer, place), " Да.")
    return officer


class TestRows:
    def test_only_those_with_open_marks_stay(self, changed: Officer) -> None:
        everything = rows(changed)
        only_open(changed)
        assert rows(changed) == ["events", "validity"]
        assert bar(changed).isVisible()
        only_open(changed)
        assert rows(changed) == everything
        assert not bar(changed).isVisible()

    def test_the_others_have_no_height(self, changed: Officer) -> None:
        only_open(changed)
        first, second = (
            next(each for each in changed.window.columns.stops() if each.objectName() == name)
            for name in ("version.ru.events", "version.ru.validity")
        )
        assert first.y() == 0
        assert second.y() == first.height() + 1

    def test_a_row_that_is_done_stays_while_the_caret_is_in_it(self, changed: Officer) -> None:
        only_open(changed)
        for tag in ("az", "kk", "en"):
            edit(changed, "events", tag)
            changed.key(Qt.Key.Key_F9, NO)
        assert rows(changed) == ["events", "validity"]
        changed.key(Qt.Key.Key_F8, NO)
        assert rows(changed) == ["validity"]
        assert here(changed) == "version.az.validity"

    def test_a_row_that_is_typed_into_stays_where_it_is(self, changed: Officer) -> None:
        only_open(changed)
        for tag in ("az", "kk", "en"):
            edit(changed, "events", tag)
            changed.key(Qt.Key.Key_F9, NO)
        found = edit(changed, "validity", "en")
        before = found.mapTo(changed.window.columns, found.rect().topLeft()).y()
        QTest.keyClicks(found, "x")
        assert rows(changed) == ["validity"]
        after = found.mapTo(changed.window.columns, found.rect().topLeft()).y()
        assert after <= before

    def test_nothing_to_review_is_said_and_everything_comes_back(self, officer: Officer) -> None:
        everything = rows(officer)
        only_open(officer)
        assert rows(officer) == []
        label = bar(officer).findChild(QLabel)
        assert label is not None
        assert label.text() == "Nothing is left to review."
        button = bar(officer).findChild(QPushButton)
        assert button is not None
        button.click()
        assert rows(officer) == everything
        assert not bar(officer).isVisible()

    def test_a_new_article_has_its_row(self, changed: Officer) -> None:
        only_open(changed)
        edit(changed, "events")
        changed.window.agreement.insert_article(1)
        assert rows(changed) == ["events", "new-1", "validity"]

    def test_undo_takes_rows_away_and_brings_them_back(self, changed: Officer) -> None:
        only_open(changed)
        changed.window.form.focus("copies")
        changed.window.session.undo_stack.undo()
        assert rows(changed) == ["events"]
        changed.window.session.undo_stack.redo()
        assert rows(changed) == ["events", "validity"]

    def test_another_draft_is_shown_whole(self, changed: Officer) -> None:
        only_open(changed)
        changed.window.session.undo_stack.setClean()
        changed.window.files.new_example("memorandum")
        assert len(rows(changed)) == len(changed.window.session.documents["ru"].blocks)
        assert not bar(changed).isVisible()

    def test_hidden_versions_come_back_with_the_right_rows(self, changed: Officer) -> None:
        only_open(changed)
        changed.window.desk.show_language("en", False)
        changed.window.desk.show_language("en", True)
        assert rows(changed) == ["events", "validity"]

    def test_a_hit_of_the_search_brings_its_row_back(self, changed: Officer) -> None:
        only_open(changed)
        changed.key(Qt.Key.Key_F, CTRL)
        changed.type("find", "протоколами")
        assert rows(changed) == ["events", "amendments", "validity"]


class TestNextOpenText:
    def test_the_caret_goes_round(self, changed: Officer) -> None:
        edit(changed, "title")
        found = []
        for _step in range(7):
            changed.key(Qt.Key.Key_F8, NO)
            found.append(here(changed).removeprefix("version."))
        assert found == [
            *(f"{tag}.events" for tag in ("az", "kk", "en")),
            *(f"{tag}.validity" for tag in ("az", "kk", "en")),
            "az.events",
        ]

    def test_a_version_that_is_hidden_comes_up(self, changed: Officer) -> None:
        changed.window.desk.show_language("az", False)
        edit(changed, "title")
        changed.key(Qt.Key.Key_F8, NO)
        assert here(changed) == "version.az.events"

    def test_nothing_open_is_said(self, officer: Officer) -> None:
        officer.key(Qt.Key.Key_F8, NO)
        assert officer.window.statusBar().currentMessage() == "Nothing is left to review."


class TestStatusBar:
    def test_it_counts_the_texts_with_open_marks(self, changed: Officer) -> None:
        (label,) = changed.window.statusBar().findChildren(QLabel)
        assert label.text().endswith("6 to complete  ·  6 texts to review")
        edit(changed, "events", "az")
        changed.key(Qt.Key.Key_F9, NO)
        assert label.text().endswith("5 texts to review")
        changed.window.session.undo_stack.setIndex(0)
        assert "review" not in label.text()

    def test_what_is_open_in_the_form_is_no_text(self, officer: Officer) -> None:
        (label,) = officer.window.statusBar().findChildren(QLabel)
        officer.window.session.change("notice_months", "")
        officer.window.agreement.insert_article(0)
        assert label.text().endswith("5 to complete  ·  4 texts to review")
