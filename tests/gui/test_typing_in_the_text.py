"""Editing clauses where they stand, beside the other versions."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mou_desktop.gui.columns.cell import Cell, tints
from mou_desktop.model import fields, texts
from mou_desktop.store import drafts
from tests.gui.conftest import Officer

CTRL = Qt.KeyboardModifier.ControlModifier


def cell(officer: Officer, place: str, tag: str = "ru") -> Cell:
    officer.window.columns.edit(tag, place)
    found = officer.window.columns.current()
    assert found is not None
    assert found.objectName() == f"version.{tag}.{place}"
    return found


def caret(found: Cell, text: str, offset: int = 0) -> None:
    """Put the caret before a stretch of text, or `offset` characters behind that."""
    cursor = found.textCursor()
    cursor.setPosition(found.document().toRawText().index(text) + offset)
    found.setTextCursor(cursor)


def wording(officer: Officer, place: str, tag: str = "ru") -> tuple[str, ...]:
    return texts.paragraphs(officer.window.session.draft, tag, place)


def open_points(officer: Officer) -> list[str]:
    return [finding.path for finding in officer.window.session.findings]


def test_what_is_typed_is_the_wording(officer: Officer) -> None:
    before = wording(officer, "events")
    QTest.keyClicks(cell(officer, "events"), " And more.")
    assert wording(officer, "events") == (f"{before[0]} And more.",)
    assert "безвозмездной основе. And more." in officer.preview("ru")


def test_the_other_versions_are_marked_until_they_follow_or_are_confirmed(officer: Officer) -> None:
    officer.commit(cell(officer, "events"), " Да.")
    assert open_points(officer) == [f"version.{tag}.events" for tag in ("az", "kk", "en")]
    cell(officer, "events", "kk")
    officer.window.agreement.confirm()
    assert open_points(officer) == [f"version.{tag}.events" for tag in ("az", "en")]


def test_a_line_of_the_list_leads_to_the_text(officer: Officer) -> None:
    officer.commit(cell(officer, "events"), " Да.")
    officer.window.findings.finding_chosen.emit("version.en.events")
    current = officer.window.columns.current()
    assert current is not None
    assert current.objectName() == "version.en.events"


class TestFields:
    def test_a_field_goes_as_a_whole(self, officer: Officer) -> None:
        found = cell(officer, "validity")
        caret(found, "лет", 3)
        QTest.keyClick(found, Qt.Key.Key_Backspace)
        assert "{duration_years:genitive}" not in wording(officer, "validity")[0]
        assert "5" not in found.toPlainText().split("Если")[0].split("подписания")[1]

    def test_it_comes_back_with_undo(self, officer: Officer) -> None:
        before = wording(officer, "validity")
        found = cell(officer, "validity")
        caret(found, "лет", 3)
        QTest.keyClick(found, Qt.Key.Key_Backspace)
        QTest.keyClick(found, Qt.Key.Key_Z, CTRL)
        assert wording(officer, "validity") == before
        assert "5 (пяти) лет" in found.toPlainText()

    def test_nothing_is_typed_into_the_middle_of_one(self, officer: Officer) -> None:
        found = cell(officer, "validity")
        caret(found, "пяти", 2)
        QTest.keyClicks(found, "x")
        assert "{duration_years:genitive}x." in wording(officer, "validity")[0]
        QTest.keyClicks(found, "y")
        assert "{duration_years:genitive}xy." in wording(officer, "validity")[0]

    def test_words_typed_behind_one_do_not_belong_to_it(self, officer: Officer) -> None:
        found = cell(officer, "validity")
        caret(found, "лет", 3)
        QTest.keyClicks(found, "!")
        officer.window.session.change("duration_years", "7")
        assert "7 (семи) лет!" in officer.preview("ru").replace("\xa0", " ")

    def test_one_is_put_in_from_the_menu_in_its_case(self, officer: Officer) -> None:
        found = cell(officer, "events", "kk")
        caret(found, "ақысыз")
        offered = {path: forms for _label, path, forms in officer.window.agreement.fields()}
        assert "relative" in offered["article.validity"]
        officer.window.agreement.insert_field("article.validity", "relative")
        assert "9-баптағы" in officer.preview("kk")
        assert "{article.validity:relative}ақысыз" in wording(officer, "events", "kk")[0]

    def test_one_can_still_be_reached_by_keyboard(self, officer: Officer) -> None:
        found = cell(officer, "validity")
        caret(found, "пяти", 2)
        QTest.keyClick(found, Qt.Key.Key_Return, CTRL)
        assert officer.input("duration_years").hasFocus()


class TestTyping:
    def test_one_run_of_typing_is_one_step(self, officer: Officer) -> None:
        before = officer.window.session.draft
        found = cell(officer, "events")
        QTest.keyClicks(found, "abc")
        assert officer.window.session.undo_name() == "change of “Статья\xa05 · Русский”"
        QTest.keyClick(found, Qt.Key.Key_Z, CTRL)
        assert officer.window.session.draft == before
        assert found.toPlainText().endswith("безвозмездной основе.")

    def test_the_caret_stays_where_the_typing_is(self, officer: Officer) -> None:
        found = cell(officer, "events")
        caret(found, "выставки")
        for letter in "в 5 лет ":
            officer.commit(found, letter)
        assert wording(officer, "events")[0].startswith(
            "Стороны могут проводить совместные в 5 лет выст"
        )

    def test_letters_beyond_the_usual_ones_are_counted_right(self, officer: Officer) -> None:
        found = cell(officer, "events")
        caret(found, "выставки")
        for letter in ("𝒳", "y", "😀", "z"):
            officer.commit(found, letter)
        assert "совместные 𝒳y😀zвыставки" in wording(officer, "events")[0]

    def test_the_number_of_an_article_cannot_be_typed_over(self, officer: Officer) -> None:
        found = cell(officer, "events")
        caret(found, "Статья", 3)
        QTest.keyClicks(found, "x")
        assert found.toPlainText().startswith("Статья 5\nСтороны")
        assert open_points(officer) == []

    def test_enter_divides_the_paragraph_in_every_version(self, officer: Officer) -> None:
        found = cell(officer, "events")
        caret(found, " Если иное")
        QTest.keyClick(found, Qt.Key.Key_Return)
        QTest.keyClick(found, Qt.Key.Key_Delete)
        assert [len(wording(officer, "events", tag)) for tag in ("az", "kk", "ru", "en")] == [2] * 4
        assert wording(officer, "events")[1].startswith("Если иное")

    def test_what_is_pasted_is_plain_text(self, officer: Officer) -> None:
        found = cell(officer, "events")
        data = QMimeData()
        data.setHtml("<b>from <i>Word</i></b>")
        data.setText("from Word\u200b {x}")
        found.insertFromMimeData(data)
        assert wording(officer, "events")[0].endswith("основе.from Word {{x}}")
        assert found.toPlainText().endswith("from Word {x}")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("One paragraph.\r\n", ("One paragraph.",)),
            ("First.\r\n\r\n \r\nSecond.\r\n", ("First.", "Second.")),
            ("•\tan item\x0bon two lines", ("• an item on two lines",)),
            ("so\u00adft hy\u00adphens\x07", ("soft hyphens",)),
            ("\u202eturned\u202c, 5\u00a0years", ("turned, 5 years",)),
        ],
        ids=["end-of-paragraph", "empty-lines", "list", "hyphens-and-cells", "unseen-marks"],
    )
    def test_what_comes_from_word_is_clean_text(
        self, officer: Officer, text: str, expected: tuple[str, ...]
    ) -> None:
        cell(officer, "events")
        officer.window.agreement.insert_article(1)
        data = QMimeData()
        data.setText(text)
        data.setHtml("<p style='color:red'>whatever</p>")
        QApplication.clipboard().setMimeData(data)
        officer.key(Qt.Key.Key_V, CTRL)
        assert wording(officer, "new-1") == expected
        assert officer.window.session.undo_stack.count() == 2

    def test_what_is_pasted_stands_between_the_words(self, officer: Officer) -> None:
        found = cell(officer, "events")
        caret(found, "выставки")
        QApplication.clipboard().setText("научные \r\n")
        officer.key(Qt.Key.Key_V, CTRL)
        officer.commit(found, "и ")
        assert "совместные научные и выставки" in wording(officer, "events")[0]
        assert len(wording(officer, "events")) == 1

    def test_a_program_that_knows_only_formatted_text_is_understood(self, officer: Officer) -> None:
        data = QMimeData()
        data.setHtml("<p><b>Bold</b> words</p><p>More</p>")
        cell(officer, "events").insertFromMimeData(data)
        assert wording(officer, "events")[0].endswith("основе.Bold words")
        assert wording(officer, "events")[1] == "More"

    def test_what_is_copied_takes_no_tints_along(self, officer: Officer) -> None:
        cell(officer, "validity").selectAll()
        officer.key(Qt.Key.Key_C, CTRL)
        data = QApplication.clipboard().mimeData()
        assert "5 (пяти) лет" in data.text()
        assert not data.hasHtml()

    def test_signatures_are_filled_from_the_form_alone(self, officer: Officer) -> None:
        found = cell(officer, "signature")
        QTest.keyClicks(found, "x")
        assert "x" not in found.toPlainText()

    def test_what_was_typed_is_saved(self, officer: Officer, tmp_path) -> None:
        QTest.keyClicks(cell(officer, "preamble", "en"), "!")
        officer.answers.file = tmp_path / "memo.mou"
        officer.window.files.save()
        assert texts.paragraphs(drafts.load(tmp_path / "memo.mou"), "en", "preamble")[0].endswith(
            "!"
        )


class TestArticles:
    def test_a_new_one_stands_below_with_the_caret_in_it(self, officer: Officer) -> None:
        cell(officer, "events")
        officer.window.agreement.insert_article(1)
        current = officer.window.columns.current()
        assert current is not None
        assert current.objectName() == "version.ru.new-1"
        QTest.keyClicks(current, "abc")
        assert wording(officer, "new-1") == ("abc",)
        assert "Статья 6\nabc\nСтатья 7\nПо каждому" in officer.preview("ru").replace("\xa0", " ")

    def test_it_is_empty_and_marked_in_every_version(self, officer: Officer) -> None:
        cell(officer, "events")
        officer.key(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
        heads = {"az": "Maddə 6", "kk": "6-бап", "ru": "Статья 6", "en": "Article 6"}
        for tag, head in heads.items():
            found = cell(officer, "new-1", tag)
            assert found.toPlainText().replace("\xa0", " ") == f"{head}\n"
            picture = found.grab().toImage()
            assert picture.pixelColor(1, picture.height() // 2) == tints(found.palette()).open
        assert open_points(officer) == [f"version.{tag}.new-1" for tag in heads]

    def test_references_follow(self, officer: Officer) -> None:
        found = cell(officer, "disputes", "en")
        officer.window.agreement.insert_field("article.validity", "nominative")
        assert "Article 9" in found.toPlainText().split("\n", 1)[1].replace("\xa0", " ")
        cell(officer, "events")
        officer.window.agreement.insert_article(0)
        assert "Parties.Article 10" in officer.preview("en").replace("\xa0", " ")

    def test_one_moves_with_its_caret(self, officer: Officer) -> None:
        cell(officer, "events", "az")
        officer.window.agreement.move_article(1)
        assert officer.window.session.draft.articles.index("events") == 5
        current = officer.window.columns.current()
        assert current is not None
        assert current.objectName() == "version.az.events"

    def test_one_is_deleted_and_comes_back(self, officer: Officer) -> None:
        before = officer.window.session.draft
        cell(officer, "events")
        officer.window.agreement.delete_article()
        assert "вебинары" not in officer.preview("ru")
        assert officer.window.session.undo_name() == "change of the articles"
        officer.window.session.undo_stack.undo()
        assert officer.window.session.draft == before
        assert "вебинары" in officer.preview("ru")

    def test_one_that_is_referred_to_stays_and_the_officer_is_told_where(
        self, officer: Officer
    ) -> None:
        cell(officer, "disputes", "en")
        officer.window.agreement.insert_field("article.validity", "nominative")
        cell(officer, "validity", "en")
        officer.window.agreement.delete_article()
        (said,) = officer.answers.errors
        assert said.startswith("Article\xa09 is referred to elsewhere (Article\xa08)")
        assert "validity" in officer.window.session.draft.articles

    def test_rows_stay_abreast(self, officer: Officer) -> None:
        QTest.keyClicks(cell(officer, "events"), " long" * 80)
        columns = officer.window.columns
        for row in range(len(officer.window.session.draft.articles)):
            tops = {columns.cell(row, tag).y() for tag in columns.languages}  # type: ignore[union-attr]
            assert len(tops) == 1


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_every_text_can_be_typed_into_and_undone(officer: Officer, tag: str) -> None:
    before = officer.window.session.draft
    for place in texts.places(before):
        found = cell(officer, place, tag)
        found.moveCursor(QTextCursor.MoveOperation.Start)
        found.moveCursor(QTextCursor.MoveOperation.NextBlock)
        QTest.keyClicks(found, "z")
        assert any("z" in text for text in wording(officer, place, tag)), place
    while officer.window.session.undo_stack.canUndo():
        officer.window.session.undo_stack.undo()
    assert officer.window.session.draft == before
    assert fields.get(before, "copies") == "4"
