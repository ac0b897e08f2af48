"""What the officer enters once stands in all versions at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QSpinBox, QWidget

from mou_desktop.model import fields

from .conftest import Officer


def test_the_window_opens_on_the_real_memorandum_in_four_columns(officer: Officer) -> None:
    assert officer.window.columns.languages == ["az", "kk", "ru", "en"]
    assert "Gəncə Dövlət Tarix-Mədəniyyət Qoruğu" in officer.preview("az")
    assert "Гянджа мемлекеттік тарихи-мәдени қорығы" in officer.preview("kk")
    assert "в лице директора Вусала Алиева" in officer.preview("ru")
    assert "Ganja State Historical and Cultural Reserve" in officer.preview("en")


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("az", "Aysel Əliyeva"),
        ("kk", "Айсел Әлиева"),
        ("ru", "Айсель Алиева"),
        ("en", "A. Aliyeva"),
    ],
)
def test_a_directors_name_is_typed_into_its_version(
    officer: Officer, language: str, typed: str
) -> None:
    officer.type(f"parties.0.signatory.name.{language}", typed)
    surname = "Алиев" if language == "ru" else typed.split()[-1]  # (declined in the preamble)
    assert officer.preview(language).count(surname) == 2  # preamble and signature


def test_the_old_genitive_does_not_stay_behind_when_the_name_changes(officer: Officer) -> None:
    officer.type("parties.0.signatory.name.ru#genitive", "Алиева Вусала")
    assert "в лице директора Алиева Вусала" in officer.preview("ru")
    officer.type("parties.0.signatory.name.ru", "Рашид Мамедов")
    assert "в лице директора Рашида Мамедова" in officer.preview("ru")
    assert officer.window.session.findings == []


def test_a_name_that_no_rule_can_read_asks_for_its_genitive(officer: Officer) -> None:
    officer.type("parties.0.signatory.name.ru", "РАШИД МАМЕДОВ")
    assert [finding.path for finding in officer.window.session.findings] == [
        "parties.0.signatory.name.ru#genitive",
        "parties.0.signatory.name.ru#initials",
    ]


def test_copies_from_four_to_six_in_all_versions(officer: Officer) -> None:
    box = officer.input("copies")
    assert isinstance(box, QSpinBox)
    officer.type("copies", "6")
    assert "в 6 (шести) экземплярах" in officer.preview("ru")
    assert "алты (6) данада" in officer.preview("kk")
    assert "6 (altı) nüsxədə" in officer.preview("az")
    assert "in 6 (six) copies" in officer.preview("en")


def test_term_and_notice(officer: Officer) -> None:
    officer.type("duration_years", "1")
    officer.type("notice_months", "3")
    assert "в течение 1 (одного) года" in officer.preview("ru")
    assert "на следующий годичный период" in officer.preview("ru")
    assert "3 (three) months before" in officer.preview("en")


def test_the_date_is_for_the_pen_until_it_is_given(officer: Officer) -> None:
    assert "«___» ____________ 2026 года" in officer.preview("ru")
    officer.type("date.day", "5")
    month = officer.input("date.month")
    assert isinstance(month, QComboBox)
    month.setCurrentIndex(5)
    assert "«5» мая 2026 года" in officer.preview("ru")
    assert "2026 жылғы «5» мамыр" in officer.preview("kk")
    assert "2026-cı il “5” may tarixində" in officer.preview("az")
    assert "on 5 May 2026 in" in officer.preview("en")


def test_the_order_of_languages(officer: Officer) -> None:
    box = officer.input("languages")
    assert isinstance(box, QListWidget)
    box.setFocus()
    box.setCurrentRow(3)
    officer.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert "казахском, английском и русском языках" in officer.preview("ru")
    assert officer.window.columns.languages == ["az", "kk", "en", "ru"]


def test_a_language_that_is_not_of_the_agreement_has_no_column(officer: Officer) -> None:
    box = officer.input("languages")
    assert isinstance(box, QListWidget)
    box.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert officer.window.columns.languages == ["az", "ru", "en"]
    assert "на азербайджанском, русском и английском языках" in officer.preview("ru")


def test_the_last_language_stays_ticked(officer: Officer) -> None:
    box = officer.input("languages")
    assert isinstance(box, QListWidget)
    for row in range(4):
        box.setCurrentRow(row)
        box.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert officer.window.session.draft.values.languages == ("en",)


def test_a_missing_value_is_a_blank_line_and_a_thing_to_complete(officer: Officer) -> None:
    officer.type("parties.1.signatory.position.en", "")
    assert "represented by its ____________________ Mr. Nurlan" in officer.preview("en")
    panel = officer.window.findChild(QListWidget, "findings")
    assert panel is not None
    assert panel.count() == 1
    assert "Party 2 · Position · English" in panel.item(0).text()


def test_choosing_what_is_to_complete_puts_the_cursor_there(officer: Officer) -> None:
    officer.type("parties.1.name.kk", "")
    officer.input("copies").setFocus()
    panel = officer.window.findChild(QListWidget, "findings")
    assert panel is not None
    panel.itemClicked.emit(panel.item(0))
    assert officer.input("parties.1.name.kk").hasFocus()
    assert officer.input("parties.1.name.kk").isVisible()


def test_an_unsure_form_can_be_confirmed_as_it_is(officer: Officer) -> None:
    officer.type("parties.0.signatory.name.ru", "АРИФ")
    officer.type("parties.0.signatory.name.ru#initials", "АРИФ")
    path = "parties.0.signatory.name.ru#genitive"
    officer.window.form.focus(path)
    box = officer.input(path)
    confirm = next(
        child
        for child in box.parent().findChildren(QWidget)
        if child.accessibleName() == "This is right as it is" and child.isVisible()
    )
    confirm.click()  # type: ignore[attr-defined]
    assert fields.get(officer.window.session.draft, path) == "АРИФ"
    assert officer.window.session.findings == []


def test_pasted_control_characters_and_overrides_do_not_reach_the_text(officer: Officer) -> None:
    officer.type("parties.0.signatory.name.en", "")
    box = officer.input("parties.0.signatory.name.en")
    officer.commit(box, "Vusal\u202e\u200b Alyev")
    assert "Mr. Vusal Alyev" in officer.preview("en")


def test_every_field_has_an_input_named_by_its_path(officer: Officer) -> None:
    for path in fields.paths(officer.window.session.draft):
        officer.window.form.focus(path)  # (which unfolds what few parties need)
        assert officer.input(path).isEnabled()


def test_a_very_long_name_keeps_the_columns_aligned(officer: Officer) -> None:
    officer.window.session.change("parties.0.name.ru", "Очень длинное название " * 30)
    columns = officer.window.columns
    tops = [
        {columns.cell(row, tag).y() for tag in columns.languages}  # type: ignore[union-attr]
        for row in range(14)
    ]
    assert all(len(row) == 1 for row in tops)
    assert [row.pop() for row in tops] == sorted({columns.cell(r, "az").y() for r in range(14)})  # type: ignore[union-attr]
    title = columns.cell(0, "ru")
    assert title is not None
    assert title.document().size().height() <= title.height()


def test_an_open_number_is_typed_into_after_a_click(officer: Officer) -> None:
    officer.window.files.new("memorandum")
    officer.window.form.focus("term")
    box = officer.input("copies")
    officer.window.form.focus("copies")
    edit = box.findChild(QLineEdit)
    assert edit is not None
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    QTest.keyClick(box, Qt.Key.Key_6)
    assert officer.window.session.draft.values.copies == 6


def test_an_emptied_number_is_open_again(officer: Officer) -> None:
    box = officer.input("copies")
    box.setFocus()
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert officer.window.session.draft.values.copies is None
    assert "________ nüsxə" not in officer.preview("az")
    assert [each.path for each in officer.window.session.findings] == ["copies"]


def test_what_was_cleaned_away_does_not_stay_in_the_input(officer: Officer) -> None:
    box = officer.input("parties.0.signatory.name.en")
    before = box.text()  # type: ignore[attr-defined]
    box.setFocus()
    officer.commit(box, "\u202e")
    assert box.text() == before  # type: ignore[attr-defined]


def test_a_changed_party_asks_for_its_introduction_and_takes_a_word_for_it(
    officer: Officer,
) -> None:
    officer.type("parties.0.short_name.az", "")
    officer.type("parties.0.name.az", "Bakı Tarix Muzeyi")
    path = "parties.0.introduced_as.az"
    assert [each.path for each in officer.window.session.findings] == [path]
    officer.window.form.focus(path)
    confirm = next(
        child
        for child in officer.input(path).parent().findChildren(QWidget)
        if child.accessibleName() == "This is right as it is" and child.isVisible()
    )
    confirm.click()  # type: ignore[attr-defined]
    assert officer.window.session.findings == []
    assert not confirm.isVisible()


def test_only_languages_of_the_agreement_are_to_complete(officer: Officer) -> None:
    officer.window.files.new("memorandum")
    officer.window.session.change("languages", "ru,en")
    assert {each.language for each in officer.window.session.findings} == {"ru", "en"}
    assert officer.window.columns.languages == ["ru", "en"]
