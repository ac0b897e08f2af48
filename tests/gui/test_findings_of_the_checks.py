"""What the checks find: listed, shown in the texts, mended, accepted."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mou_desktop.gui.findings import wording
from mou_desktop.model import texts
from mou_desktop.model.fields import get
from mou_desktop.model.finding import Code, Finding
from tests.gui.conftest import Officer

Reword = Callable[[str, str, str, str], None]


@pytest.fixture
def reword(officer: Officer) -> Reword:
    """Other words in a place, as if they had been typed."""

    def change(tag: str, place: str, old: str, new: str) -> None:
        session = officer.window.session
        wording = texts.paragraphs(session.draft, tag, place)
        assert any(old in text for text in wording)
        changed = tuple(text.replace(old, new) for text in wording)
        session.apply(f"version.{tag}.{place}", texts.rewrite(session.draft, tag, place, changed))
        session.end_typing()

    return change


def listed(officer: Officer) -> list[Finding]:
    return officer.window.checks.list.shown()


def items(officer: Officer) -> list[QTreeWidgetItem]:
    tree = officer.window.checks.list.tree
    parents = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [parent.child(row) for parent in parents if parent for row in range(parent.childCount())]


def select(officer: Officer, code: Code) -> None:
    tree = officer.window.checks.list.tree
    data = Qt.ItemDataRole.UserRole
    tree.setCurrentItem(next(each for each in items(officer) if each.data(0, data).code is code))


def choose(officer: Officer, code: Code) -> None:
    select(officer, code)
    tree = officer.window.checks.list.tree
    tree.itemActivated.emit(tree.currentItem(), 0)


def lit(officer: Officer, tag: str, place: str) -> list[str]:
    """The words that are lit up in a version's place."""
    cell = officer.window.columns.cell_of(tag, place)
    assert cell is not None
    return [each.cursor.selectedText() for each in cell.extraSelections()]


def test_the_correct_memorandum_has_only_notes(officer: Officer) -> None:
    officer.window.show_checks(True)
    assert listed(officer) == []
    levels = officer.window.checks.list.findChildren(QComboBox)[1]
    levels.setCurrentText("Notes as well")
    assert {finding.code for finding in listed(officer)} == {Code.OBLIGATION_DIFFERS}


def test_findings_stand_under_their_article(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    officer.window.menus.checks.trigger()
    tree = officer.window.checks.list.tree
    top = tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "Article 1"
    (item,) = items(officer)
    assert item.text(0) == "“алмасадy” has Latin and Cyrillic letters"
    assert item.text(1) == "kk"
    said = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Error: “алмасадy” has Latin and Cyrillic letters"


def test_a_finding_lights_up_its_place_in_all_versions(officer: Officer, reword: Reword) -> None:
    reword("ru", "validity", "{notice_months:accusative}", "2 (два) месяца")
    officer.window.show_checks(True)
    choose(officer, Code.NUMBER_DIFFERS)
    assert lit(officer, "ru", "validity") == ["2 (два)"]
    assert lit(officer, "en", "validity") == ["1\xa0(one)"]
    assert lit(officer, "kk", "validity") == ["бір\xa0(1)"]


def test_places_behind_an_unseen_passage_are_lit_up_right(officer: Officer, reword: Reword) -> None:
    reword("ru", "testimonium", "каждый из которых", "каждый  из которых")
    officer.window.show_checks(True)
    choose(officer, Code.SPACES_DOUBLED)
    assert lit(officer, "ru", "testimonium") == ["  "]


def test_a_hidden_version_comes_back_when_its_finding_is_chosen(
    officer: Officer, reword: Reword
) -> None:
    reword("az", "disputes", "mübahisələr", "mübahisələr mübahisələr")
    officer.window.desk.show_language("az", False)
    officer.window.show_checks(True)
    choose(officer, Code.DOUBLED_WORD)
    assert "az" in officer.window.desk.languages


def test_a_slip_is_mended_as_one_step(officer: Officer, reword: Reword) -> None:
    before = officer.window.session.draft
    reword("kk", "coordination", "алмасады", "алмасадy")
    slipped = officer.window.session.draft
    officer.window.show_checks(True)
    select(officer, Code.MIXED_SCRIPT)
    officer.window.checks.list.mend.click()
    session = officer.window.session
    assert session.draft.edits == before.edits
    assert listed(officer) == []
    assert session.undo_name() == "mending of slips"
    session.undo_stack.undo()
    assert session.draft == slipped


def test_all_slips_of_a_kind_are_mended_at_once(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    reword("kk", "dialogue", "ынтымақтасады", "ынтымақтасадy")
    reword("ru", "dialogue", "сфере", "сфeре")
    officer.window.show_checks(True)
    select(officer, Code.MIXED_SCRIPT)
    officer.window.checks.list.mend_all.click()
    assert listed(officer) == []
    officer.window.session.undo_stack.undo()
    officer.window.checking.finish()
    assert len(listed(officer)) == 3


def test_a_slip_in_a_field_is_mended_in_the_form(officer: Officer) -> None:
    path = "parties.1.signatory.name.kk"
    officer.type(path, "Нурлан Мусағалиевич Дукeнбаев")
    officer.window.show_checks(True)
    select(officer, Code.MIXED_SCRIPT)
    officer.window.checks.list.mend.click()
    assert get(officer.window.session.draft, path) == "Нурлан Мусағалиевич Дукенбаев"


def test_what_is_not_certain_cannot_be_mended(officer: Officer, reword: Reword) -> None:
    reword("en", "validity", "{notice_months:nominative}", "2 (two) months")
    officer.window.show_checks(True)
    select(officer, Code.NUMBER_DIFFERS)
    assert not officer.window.checks.list.mend.isEnabled()


def test_a_finding_is_accepted_with_a_reason_and_listed_again(
    officer: Officer, reword: Reword
) -> None:
    reword("en", "validity", "{notice_months:nominative}", "2 (two) months")
    officer.window.show_checks(True)
    select(officer, Code.NUMBER_DIFFERS)
    officer.answers.reason_answer = "agreed by telephone"
    officer.window.checks.list.accept.click()
    session = officer.window.session
    assert listed(officer) == []
    assert list(session.draft.accepted.values()) == ["agreed by telephone"]
    assert session.undo_name() == "acceptance of a finding"
    levels = officer.window.checks.list.findChildren(QComboBox)[1]
    levels.setCurrentText("Accepted")
    (item,) = items(officer)
    assert item.text(0).endswith("accepted: agreed by telephone")
    select(officer, Code.NUMBER_DIFFERS)
    assert officer.window.checks.list.accept.text() == "&Withdraw acceptance"
    officer.window.checks.list.accept.click()
    assert session.draft.accepted == {}
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.draft.accepted == {}


def test_an_acceptance_needs_a_reason(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    officer.window.show_checks(True)
    select(officer, Code.MIXED_SCRIPT)
    officer.answers.reason_answer = " "
    officer.window.checks.list.accept.click()
    assert officer.answers.errors == ["give a reason of up to 500 characters"]
    assert officer.window.session.draft.accepted == {}


def test_an_acceptance_holds_as_long_as_the_words_do(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    officer.window.show_checks(True)
    select(officer, Code.MIXED_SCRIPT)
    officer.answers.reason_answer = "a quotation"
    officer.window.checks.list.accept.click()
    assert listed(officer) == []
    reword("kk", "coordination", "алмасадy", "алмаcадy")
    officer.window.checking.finish()
    assert [finding.code for finding in listed(officer)] == [Code.MIXED_SCRIPT]


def test_findings_of_one_language(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    reword("ru", "dialogue", "сфере", "сфeре")
    officer.window.show_checks(True)
    languages = officer.window.checks.list.findChildren(QComboBox)[0]
    languages.setCurrentText("Русский")
    assert [finding.languages for finding in listed(officer)] == [("ru",)]


def test_the_list_follows_the_typing_after_a_pause(officer: Officer, qtbot: QtBot) -> None:
    officer.window.show_checks(True)
    officer.window.columns.edit("en", "events")
    cell = officer.window.columns.current()
    assert cell is not None
    cell.moveCursor(QTextCursor.MoveOperation.End)
    officer.commit(cell, " XXX")
    assert listed(officer) == []
    qtbot.waitUntil(lambda: Code.PLACEHOLDER in [each.code for each in listed(officer)])
    said = [label.text() for label in officer.window.statusBar().findChildren(QLabel)]
    assert any("finding" in text for text in said)


def test_the_list_is_put_away_and_stays_away(officer: Officer) -> None:
    officer.key(Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    assert officer.window.checks.dock.isVisible()
    assert officer.window.menus.checks.isChecked()
    officer.window.checks.dock.close()
    assert not officer.window.menus.checks.isChecked()


def test_a_final_draft_is_not_mended(officer: Officer, reword: Reword) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    officer.window.show_checks(True)
    for tag in ("az", "ru", "en"):
        session = officer.window.session
        session.apply(
            f"version.{tag}.coordination", texts.confirm(session.draft, tag, "coordination")
        )
    officer.window.concluding.mark_final()
    officer.window.checking.finish()
    select(officer, Code.MIXED_SCRIPT)
    officer.window.checks.list.mend.click()
    assert officer.answers.errors


def test_whatever_a_rule_can_find_has_its_words() -> None:
    entered = set(list(Code)[: list(Code).index(Code.MIXED_SCRIPT)]) - {Code.DATE_IMPOSSIBLE}
    assert set(wording.TEXTS) == set(Code) - entered


def test_all_findings_go_into_a_word_file(officer: Officer, reword: Reword, tmp_path: Path) -> None:
    reword("kk", "coordination", "алмасады", "алмасадy")
    reword("en", "validity", "{notice_months:nominative}", "2 (two) months")
    officer.type("copies", "")
    officer.window.show_checks(True)
    select(officer, Code.NUMBER_DIFFERS)
    officer.answers.reason_answer = "agreed by telephone"
    officer.window.checks.list.accept.click()
    officer.answers.file = tmp_path / "report.docx"
    officer.window.checks.list.report.click()
    assert officer.answers.asked[-1] == "report memorandum-findings.docx"
    word = docx.Document(str(tmp_path / "report.docx"))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "“алмасадy” has Latin and Cyrillic letters" in cells
    assert any(text.endswith("Accepted: agreed by telephone") for text in cells)
    assert "Number of copies: fill it in" in cells
    headings = [each.text for each in word.paragraphs if each.text.startswith("Article")]
    assert headings == [f"Article {number}" for number in (1, 7, 9, 10, 11)]


def test_a_report_that_cannot_be_written_is_an_error_message(
    officer: Officer, tmp_path: Path
) -> None:
    officer.window.show_checks(True)
    officer.answers.file = tmp_path / "nowhere" / "report.docx"
    officer.window.checks.list.report.click()
    assert len(officer.answers.errors) == 1
    assert "report.docx" in officer.answers.errors[0]


def test_in_a_low_window_the_lists_stand_side_by_side(officer: Officer) -> None:
    """1920 × 1080 at 200 %: the texts keep some room."""
    officer.window.resize(960, 540)
    officer.window.session.change("notice_months", "")
    officer.window.menus.checks.setChecked(True)
    QApplication.processEvents()
    lists = officer.window.findings, officer.window.checks.dock
    tops = [each.mapTo(officer.window, QPoint(0, 0)).y() for each in lists]
    assert abs(tops[0] - tops[1]) < 30
    assert officer.window.columns.height() >= 200


def test_in_a_usual_window_they_stand_one_below_the_other(officer: Officer) -> None:
    officer.window.session.change("notice_months", "")
    officer.window.menus.checks.setChecked(True)
    QApplication.processEvents()
    lists = officer.window.findings, officer.window.checks.dock
    tops = [each.mapTo(officer.window, QPoint(0, 0)).y() for each in lists]
    assert tops[1] > tops[0] + lists[0].height() - 1
