"""Files that came back edited: listed, shown in the texts, accepted and rejected."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from mou_desktop.export.docx import to_docx
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.returned.view import ReturnedView
from mou_desktop.model import fields, final
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.gui.conftest import PATIENCE, Officer
from tests.gui.test_start_page import drag
from tests.intake.other_side import Word

OLD, NEW = "вебинары по любым темам", "вебинары"


class Review:
    """The part of the window with the differences, as the officer meets it."""

    def __init__(self, officer: Officer, qtbot: QtBot) -> None:
        self.officer, self._qtbot = officer, qtbot

    @property
    def view(self) -> ReturnedView:
        return self.officer.window.returning.view

    def choose(self, *files: Path) -> None:
        self.officer.answers.foreign = list(files)
        self.officer.window.compare_returned()
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(self.view.isVisible, timeout=PATIENCE)

    def rows(self) -> list[str]:
        """Each row with its place and languages."""
        found = []
        for number in range(self.view.tree.topLevelItemCount()):
            place = self.view.tree.topLevelItem(number)
            assert place is not None
            for row in range(place.childCount()):
                item = place.child(row)
                assert item is not None
                found.append(f"{place.text(0)} | {item.text(0)} | {item.text(1)}")
        return found

    def select(self, *parts: str) -> None:
        """Select the rows, or places, that hold these words."""
        tree = self.view.tree
        tree.clearSelection()
        for part in parts:
            flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
            (item, *_others) = tree.findItems(part, flags)
            tree.setCurrentItem(item)
        for part in parts:
            tree.findItems(part, flags)[0].setSelected(True)

    def button(self, name: str) -> QPushButton:
        found = self.view.findChild(QPushButton, f"returned.{name}")
        assert isinstance(found, QPushButton)
        return found

    def press(self, name: str) -> None:
        self.button(name).click()

    def text(self, name: str) -> str:
        label = self.view.findChild(QLabel, f"returned.{name}")
        assert isinstance(label, QLabel)
        return label.text() if not label.isHidden() else ""

    def detail(self) -> str:
        page = self.view.findChild(QTextBrowser, "returned.detail")
        assert isinstance(page, QTextBrowser)
        return page.toPlainText().replace("\xa0", " ")

    def filter(self, name: str, text: str) -> None:
        box = self.view.findChild(QComboBox, f"returned.{name}")
        assert isinstance(box, QComboBox)
        box.setCurrentText(text)


@pytest.fixture
def review(officer: Officer, qtbot: QtBot) -> Review:
    return Review(officer, qtbot)


@pytest.fixture
def words() -> dict[str, Word]:
    """What the other side did: another term in all versions, a tracked change in the Russian one
    with a comment, an article deleted in all but the Kazakh one.
    """
    theirs = fields.change(examples.load("memorandum"), "duration_years", "7")
    found = {tag: Word(to_docx(each)) for tag, each in render_all(theirs).items()}
    found["ru"].track(OLD, NEW).comment("Все споры", "Почему не суд?")
    for tag in ("az", "ru", "en"):
        found[tag].delete("article:termination")
    return found


@pytest.fixture
def theirs(words: dict[str, Word], tmp_path: Path) -> list[Path]:
    files = []
    for tag, word in words.items():
        files.append(tmp_path / f"back-{tag}.docx")
        files[-1].write_bytes(word.content)
    return files


def lit(officer: Officer, tag: str, place: str) -> list[str]:
    cell = officer.window.columns.cell_of(tag, place)
    assert cell is not None
    return [each.cursor.selectedText() for each in cell.extraSelections()]


def test_differences_stand_under_their_articles(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    assert review.rows() == [
        "Article 5 | Wording deleted: по любым темам | ru",
        "Article 8 | Ann: Почему не суд? | ru",
        "Article 9 | Valid for, years: 7 (yeddi) il | az, kk, ru, en",
        "Article 10 | Article deleted | az, ru, en",
    ]
    assert review.text("heading") == "3 differences · 1 comment"
    assert review.officer.window.returning.dock.windowTitle().startswith("Returned: back-az.docx")


def test_a_file_without_differences_says_so(review: Review, tmp_path: Path) -> None:
    draft = review.officer.window.session.draft
    (tmp_path / "same.docx").write_bytes(to_docx(render_all(draft)["en"]))
    review.choose(tmp_path / "same.docx")
    assert review.text("heading") == "Nothing is left to decide."
    assert not review.button("accept_all").isEnabled()


def test_the_chosen_one_is_shown_with_its_author_and_lit_up(
    review: Review, theirs: list[Path]
) -> None:
    review.officer.window.desk.show_language("ru", False)
    review.choose(*theirs)
    review.select("по любым темам")
    assert "ru" in review.officer.window.desk.languages
    assert lit(review.officer, "ru", "events") == [" по любым темам"]
    assert "вебинары по любым темам. Если" in review.detail()
    assert review.text("by").startswith("Ann, ")
    assert review.text("told").endswith("to be reviewed: Azərbaycanca, Қазақша, English.")
    review.select("Article deleted")
    assert lit(review.officer, "ru", "events") == []
    assert lit(review.officer, "en", "termination")[0] == "Article\xa010"
    assert review.text("told").startswith("Not deleted in: Қазақша.")


def test_a_comment_lights_up_the_words_beside_it(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    review.select("Почему не суд?")
    (words,) = lit(review.officer, "ru", "disputes")
    assert words.startswith("Все споры")
    assert not review.button("accept").isEnabled()
    assert not review.button("reject").isEnabled()


def test_one_is_accepted_as_a_step_that_can_be_undone(review: Review, theirs: list[Path]) -> None:
    session = review.officer.window.session
    before = session.draft
    review.choose(*theirs)
    review.select("по любым темам")
    review.press("accept")
    assert "семинары и вебинары. Если" in review.officer.preview("ru").replace("\xa0", " ")
    assert set(session.draft.review["events"]) == {"az", "kk", "en"}
    assert session.undo_name() == "acceptance of changes"
    assert not any("по любым темам" in row for row in review.rows())
    assert lit(review.officer, "ru", "disputes")  # (what follows in the list is shown)
    session.undo_stack.undo()
    review.officer.window.returning.refresh()
    assert session.draft == before
    assert "Article 5 | Wording deleted: по любым темам | ru" in review.rows()


def test_versions_accepted_one_after_the_other_need_no_review_of_each_other(
    review: Review, words: dict[str, Word], theirs: list[Path]
) -> None:
    words["en"].replace("and webinars on any subject", "and webinars")
    theirs[3].write_bytes(words["en"].content)
    review.choose(*theirs)
    for part in ("по любым темам", "on any subject"):
        review.select(part)
        review.press("accept")
    assert review.officer.window.session.draft.review == {"events": ("az", "kk")}


def test_all_are_accepted_as_one_step(review: Review, theirs: list[Path]) -> None:
    session = review.officer.window.session
    before = session.draft
    review.choose(*theirs)
    review.press("accept_all")
    assert session.draft.values.duration_years == 7
    assert "termination" not in session.draft.articles
    comment, kept = review.rows()
    assert comment == "Article 8 | Ann: Почему не суд? | ru"
    assert kept.startswith("Article 9 | New article behind it: Осы Меморандумның тоқтатылуы")
    session.undo_stack.undo()
    assert session.draft == before


def test_what_passes_the_filter_is_accepted_alone(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    review.filter("language", "Қазақша")
    assert review.rows() == ["Article 9 | Valid for, years: 7 (yeddi) il | az, kk, ru, en"]
    review.press("accept_all")
    review.filter("language", "All languages")
    assert len(review.rows()) == 3


def test_several_are_accepted_with_their_article(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    review.select("Article 5", "Article 9")
    review.press("accept")
    assert [row.partition(" |")[0] for row in review.rows()] == ["Article 8", "Article 10"]
    review.officer.window.session.undo_stack.undo()
    review.officer.window.returning.refresh()
    assert len(review.rows()) == 4


def test_one_is_rejected_and_decided_again(review: Review, theirs: list[Path]) -> None:
    session = review.officer.window.session
    review.choose(*theirs)
    review.select("по любым темам")
    review.press("reject")
    assert len(review.rows()) == 3
    assert session.undo_name() == "rejection of changes"
    review.choose(*theirs)  # (also when the same file is read again)
    assert len(review.rows()) == 3
    review.filter("state", "Rejected")
    assert review.rows() == ["Article 5 | Wording deleted: по любым темам | ru"]
    assert review.button("reject").text().replace("&", "") == "Decide again"
    review.press("reject")
    assert review.rows() == []
    review.filter("state", "To decide")
    assert len(review.rows()) == 4
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.draft.declined == ()


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(
    review: Review, theirs: list[Path]
) -> None:
    session = review.officer.window.session
    from mou_desktop.model import texts

    wording = ("{article.termination:locative} məsələlər.",)
    session.apply("version.az.disputes", texts.rewrite(session.draft, "az", "disputes", wording))
    review.choose(*theirs[1:])
    review.press("accept_all")
    (error,) = review.officer.answers.errors
    assert "is referred to elsewhere" in error
    assert session.draft.values.duration_years == 7
    assert "termination" in session.draft.articles
    review.select("Article deleted")
    assert "is referred to elsewhere" in review.text("told")


def test_a_final_draft_shows_them_but_takes_nothing_in(review: Review, theirs: list[Path]) -> None:
    session = review.officer.window.session
    session.conclude(final.mark(session.draft, [], datetime(2026, 3, 1, tzinfo=UTC)))
    review.choose(*theirs)
    assert len(review.rows()) == 4
    assert review.text("standing").startswith("The draft is final")
    for name in ("accept", "reject", "accept_all"):
        assert not review.button(name).isEnabled()
    review.select("по любым темам")
    assert lit(review.officer, "ru", "events") == [" по любым темам"]
    session.conclude(final.reopen(session.draft, datetime(2026, 3, 2, tzinfo=UTC)))
    review.officer.window.returning.refresh()
    assert review.text("standing") == ""
    assert review.button("accept_all").isEnabled()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "is a PDF file"),
        (b"PK\x03\x04 damaged", "back.docx"),
        ("Статья 1\n\nПродавец передаёт покупателю товар.\n".encode(), "none of its articles"),
    ],
)
def test_a_wrong_file_is_told_and_nothing_happens(
    review: Review, qtbot: QtBot, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(content)
    review.officer.answers.foreign = [file]
    before = review.officer.window.session.draft
    review.officer.window.compare_returned()
    qtbot.waitUntil(lambda: bool(review.officer.answers.errors), timeout=PATIENCE)
    assert told in review.officer.answers.errors[0]
    assert review.officer.window.returning.dock.isHidden()
    assert review.officer.window.session.draft == before


def test_reading_is_cancelled(review: Review, theirs: list[Path], qtbot: QtBot) -> None:
    review.officer.answers.foreign = theirs
    window = review.officer.window
    window.compare_returned()
    cancel = window.returning.dock.findChild(QPushButton, "returned.cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    qtbot.wait(300)
    assert window.returning.dock.isHidden()
    assert review.rows() == []
    review.choose(*theirs)
    assert len(review.rows()) == 4


def test_the_list_follows_what_is_typed(review: Review, theirs: list[Path], qtbot: QtBot) -> None:
    review.choose(*theirs)
    review.officer.window.session.change("duration_years", "7")
    qtbot.waitUntil(lambda: len(review.rows()) == 3, timeout=PATIENCE)


def test_another_draft_ends_it(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    review.officer.window.session.start(examples.load("memorandum"))
    assert review.officer.window.returning.dock.isHidden()
    review.officer.window.returning.refresh()
    assert lit(review.officer, "ru", "events") == []


def test_it_makes_room_for_the_start_page(review: Review, theirs: list[Path]) -> None:
    review.choose(*theirs)
    window = review.officer.window
    window.show_start_page()
    assert window.returning.dock.isHidden()
    window.start.leave()


def test_it_is_worked_with_the_keyboard(review: Review, theirs: list[Path], qtbot: QtBot) -> None:
    window = review.officer.window
    review.officer.answers.foreign = theirs
    window.returning.dock.hide()
    review.officer.key(
        Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    review.wait()
    tree = review.view.tree
    assert tree.hasFocus()
    assert lit(review.officer, "ru", "events") == [" по любым темам"]
    QTest.keyClick(tree, Qt.Key.Key_Return)
    cell = window.columns.cell_of("ru", "events")
    assert cell is not None
    assert cell.hasFocus()
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "events" in window.session.draft.review, timeout=PATIENCE)


@pytest.mark.parametrize(("answer", "compared"), [(Answer.COMPARE, True), (Answer.CANCEL, False)])
def test_files_that_are_dragged_in_can_be_compared(
    review: Review, theirs: list[Path], qtbot: QtBot, answer: Answer, compared: bool
) -> None:
    review.officer.answers.dropped_answer = answer
    window = review.officer.window
    urls = [QUrl.fromLocalFile(str(file)) for file in theirs]
    drag(window, window.columns, urls)
    qtbot.waitUntil(lambda: bool(review.officer.answers.asked), timeout=PATIENCE)
    assert review.officer.answers.asked[-1].startswith("dropped back-az.docx")
    if compared:
        review.wait()
        assert len(review.rows()) == 4
    else:
        assert not review.officer.window.returning.dock.isVisible()


@pytest.mark.parametrize("tag", ["az", "kk", "ru"])
def test_it_speaks_the_language_of_the_screen(
    review: Review, theirs: list[Path], qtbot: QtBot, tag: str
) -> None:
    review.choose(*theirs)
    english = [*review.rows(), review.text("heading"), review.button("accept").text()]
    review.officer.window.use_screen_language(tag)
    qtbot.waitUntil(lambda: review.text("heading") != english[-2], timeout=PATIENCE)
    spoken = [*review.rows(), review.text("heading"), review.button("accept").text()]
    same = {one for one, other in zip(english, spoken, strict=True) if one == other}
    assert same == set()
