"""The signed memorandum is amended where it stands; its protocol writes itself beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from mou_desktop.export.text import to_text
from mou_desktop.gui.amending.watch import PAUSE
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.dialogs.versions import VersionsDialog
from mou_desktop.intake.importing import import_sources
from mou_desktop.intake.reading import read_file
from mou_desktop.model.amendment import CHANGES, Instrument, Technique
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import AMENDING
from mou_desktop.store import drafts, recovery
from mou_desktop.store.origin import Access
from tests.golden.real_case import ERRORS, TAGS
from tests.gui.amending import (
    begin,
    cell,
    draft,
    press,
    replace,
    rows,
    sign,
    told,
)
from tests.gui.conftest import PATIENCE, Officer


@pytest.fixture
def amending(officer: Officer) -> Officer:
    """At work on the edited copy of the signed example."""
    begin(officer)
    return officer


def action(officer: Officer, text: str) -> QAction:
    return next(each for each in officer.window.findChildren(QAction) if each.text() == text)


def change_term(officer: Officer) -> None:
    officer.type("duration_years", "3")
    officer.window.amending.watch.finish()


class TestBeginning:
    def test_nothing_is_amended_yet_and_the_officer_is_told_what_to_do(
        self, amending: Officer
    ) -> None:
        assert rows(amending) == []
        assert "change the agreement here" in told(amending, "amending.told")
        assert amending.window.amending.dock.isVisible()
        assert amending.window.windowTitle().startswith("Protocol No. 1")

    def test_what_was_signed_stays_as_it_is(self, officer: Officer) -> None:
        begin(officer)
        signed = draft(officer).amending
        change_term(officer)
        now = draft(officer).amending
        assert signed is not None
        assert now is not None
        assert now.before == signed.before
        assert now.before.values.duration_years == 5

    def test_a_memorandum_that_is_not_final_is_marked_first(self, officer: Officer) -> None:
        officer.answers.final_answer = False
        officer.window.amend()
        assert draft(officer).amending is None
        officer.answers.final_answer = True
        officer.answers.unsaved_answer = Answer.DISCARD
        officer.window.amend()
        assert draft(officer).amending is not None

    def test_unsaved_work_is_asked_about(self, officer: Officer) -> None:
        officer.type("date.day", "5")
        officer.window.amend()  # (marks it as final, which is saved nowhere)
        assert draft(officer).amending is None
        officer.answers.unsaved_answer = Answer.DISCARD
        officer.window.amend()
        assert draft(officer).amending is not None

    def test_the_bar_of_a_signed_memorandum_leads_there(self, officer: Officer) -> None:
        sign(officer, "2026-05-05")
        officer.window.session.undo_stack.setClean()
        press(officer, "standing.amend")
        assert draft(officer).amending is not None

    def test_a_protocol_is_not_amended_itself(self, amending: Officer) -> None:
        change_term(amending)
        amending.window.amending.write()
        sign(amending, "2026-07-01")
        bar = amending.window.findChild(QPushButton, "standing.amend")
        assert bar is None or not bar.isVisible()

    def test_the_menu_offers_what_can_be_done(self, officer: Officer) -> None:
        names = (
            "Ne&w amendment protocol…",
            "W&rite the protocol or correction",
            "Change the a&mendments",
            "Mark as fi&nal…",
        )

        def offered() -> list[bool]:
            return [action(officer, name).isEnabled() for name in names]

        assert offered() == [True, False, False, True]
        begin(officer)
        assert offered() == [False, True, False, False]
        change_term(officer)
        officer.window.amending.write()
        assert offered() == [False, False, True, True]


class TestAmendments:
    def test_each_change_becomes_an_amendment_a_moment_later(
        self, amending: Officer, qtbot: QtBot
    ) -> None:
        amending.type("duration_years", "3")
        assert rows(amending) == []
        with qtbot.waitSignal(amending.window.amending.watch.changed, timeout=20 * PAUSE):
            pass
        assert [text for text, _languages in rows(amending)] == [
            "Article 9 · words replaced · 3 (three) years",
            "Article 9 · words replaced · 3 (three)-year",
        ]

    def test_it_is_shown_in_all_languages_as_it_was_as_it_becomes_and_in_words(
        self, amending: Officer
    ) -> None:
        change_term(amending)
        text = amending.window.amending.list.detail.toPlainText()
        for words in (
            "5 (beş)",
            "бес (5)",
            "5 (пяти) лет",
            "5 (five)",
            "3 (трёх) лет",
            "в статье 9 слова «5 (пяти) лет» заменить словами «3 (трёх) лет»",
            "in Article 9, the words “5 (five) years” shall be replaced by the words",
        ):
            assert words in text

    def test_what_changed_in_one_language_is_to_be_written_in_the_others(
        self, amending: Officer
    ) -> None:
        replace(amending, "information", "ru", "Данная", "Указанная")
        amending.window.amending.watch.finish()
        assert rows(amending) == [("Article 3 · words replaced · Указанная", "az, kk, en")]
        assert "To write" in amending.window.amending.list.detail.toPlainText()

    def test_a_link_leads_to_where_it_is_to_be_written(self, amending: Officer) -> None:
        replace(amending, "information", "ru", "Данная", "Указанная")
        amending.window.amending.watch.finish()
        amending.window.amending.list.detail.anchorClicked.emit(QUrl("version.kk.information"))
        current = amending.window.columns.current()
        assert current is not None
        assert current.objectName() == "version.kk.information"

    def test_the_list_follows_the_caret(self, amending: Officer) -> None:
        change_term(amending)
        replace(amending, "information", "ru", "Данная", "Указанная")
        amending.window.amending.watch.finish()
        cell(amending, "validity", "en")
        current = amending.window.amending.list.current()
        assert current is not None
        assert current.place == "validity"

    def test_edits_that_cancel_out_leave_nothing(self, amending: Officer) -> None:
        change_term(amending)
        amending.type("duration_years", "5")
        amending.window.amending.watch.finish()
        assert rows(amending) == []
        amending.window.amending.write()
        assert "nothing was changed" in amending.answers.errors[-1]
        assert draft(amending).amending is not None

    def test_languages_cannot_be_changed_and_that_is_said(self, amending: Officer) -> None:
        amending.window.session.change("languages", "az, kk, ru")
        amending.window.amending.watch.finish()
        assert "cannot change the languages" in told(amending, "amending.told")
        amending.window.session.undo_stack.undo()
        amending.window.amending.watch.finish()
        assert "cannot change" not in told(amending, "amending.told")


class TestChoices:
    def test_a_change_is_made_in_another_way_and_that_is_undone(self, amending: Officer) -> None:
        change_term(amending)
        listed, before = amending.window.amending.list, draft(amending)
        assert [listed.way.itemText(n) for n in range(listed.way.count())] == [
            "as the program proposes",
            "restate the whole",
        ]
        listed.way.setCurrentIndex(1)
        listed.way.activated.emit(1)
        assert [each.technique for each in amending.window.amending.watch.amendments] == [
            Technique.RESTATE
        ]
        assert listed.way.currentIndex() == 1
        assert amending.window.session.undo_name() == "change of the amendments"
        amending.window.session.undo_stack.undo()
        assert draft(amending) == before

    def test_one_change_is_taken_back_and_the_others_stay(self, amending: Officer) -> None:
        change_term(amending)
        amending.type("notice_months", "2")
        amending.window.amending.watch.finish()
        notice = next(
            each
            for each in amending.window.amending.watch.amendments
            if each.path == "notice_months" or "2 (two)" in str(each.wordings["en"].becomes)
        )
        amending.window.amending.list.take_back_wanted.emit(notice)
        values = draft(amending).values
        assert (values.duration_years, values.notice_months) == (3, 1)

    def test_articles_are_counted_through_when_the_officer_wants_it(
        self, amending: Officer
    ) -> None:
        cell(amending, "validity", "ru")
        amending.window.agreement.insert_article(1)
        article = amending.window.agreement.article
        for tag in TAGS:
            amending.commit(cell(amending, article, tag), "9-1")
        amending.window.amending.watch.finish()
        assert rows(amending)[0][0].startswith("Article 9-1 · new article")
        amending.window.amending.list.renumber.click()
        assert any(
            text.startswith("The whole text · articles renumb") for text, _ in rows(amending)
        )
        amending.window.session.undo_stack.undo()
        amending.window.amending.watch.finish()
        assert not amending.window.amending.list.renumber.isChecked()

    def test_an_article_comes_back_with_a_click(self, amending: Officer) -> None:
        before = draft(amending)
        cell(amending, "termination", "ru")
        amending.window.agreement.delete_article()
        amending.window.amending.watch.finish()
        assert rows(amending)[0][0].startswith("Article 10 · article deleted")
        press(amending, "amendment.take_back")
        assert draft(amending) == before


class TestWriting:
    def test_the_protocol_takes_the_place_of_the_copy_and_gives_it_back(
        self, amending: Officer
    ) -> None:
        change_term(amending)
        copy = draft(amending)
        press(amending, "amending.write")
        assert draft(amending).protocol is not None
        assert not amending.window.amending.dock.isVisible()
        assert "в статье 9 слова «5 (пяти) лет»" in amending.preview("ru")
        press(amending, "amending.change")
        again = draft(amending)
        assert (again.values, again.edits, again.articles) == (
            copy.values,
            copy.edits,
            copy.articles,
        )
        assert amending.window.amending.dock.isVisible()

    def test_what_the_officer_wrote_in_the_protocol_stays(self, amending: Officer) -> None:
        change_term(amending)
        amending.window.amending.write()
        amending.window.columns.complete()
        amending.type("date.day", "7")
        replace(amending, "force", "en", "shall enter into force", "enters into force")
        amending.window.amending.change()
        amending.type("notice_months", "2")
        amending.window.amending.write()
        assert draft(amending).values.date.day == 7
        assert "enters into force" in to_text(amending.window.session.documents["en"])
        assert "1 (один) месяц" in to_text(amending.window.session.documents["ru"])

    def test_amendments_worded_by_hand_are_not_lost_silently(self, amending: Officer) -> None:
        change_term(amending)
        amending.window.amending.write()
        amending.window.columns.complete()
        amending.commit(cell(amending, CHANGES, "en"), " Truly.")
        amending.window.amending.change()
        amending.type("notice_months", "2")
        amending.window.amending.write()
        assert "worded the amendments by hand (English)" in amending.answers.errors[-1]

    def test_the_copy_is_not_what_is_signed(self, amending: Officer) -> None:
        change_term(amending)
        assert [each.path for each in amending.window.session.findings] == [AMENDING]
        amending.window.concluding.mark_final()
        assert draft(amending).final is None
        assert "write the protocol" in amending.answers.errors[-1]

    def test_what_is_missing_in_a_language_is_marked_in_the_protocol(
        self, amending: Officer
    ) -> None:
        replace(amending, "information", "ru", "Данная", "Указанная")
        amending.window.amending.write()
        assert draft(amending).review == {CHANGES: ("az", "kk", "en")}

    def test_it_is_shown_as_it_will_print_before_it_is_written(self, amending: Officer) -> None:
        change_term(amending)
        press(amending, "amending.pages")
        documents, _layout = amending.window.desk.on_screen()
        assert documents[0].name == "1 nömrəli PROTOKOL"
        amending.type("duration_years", "4")
        amending.window.amending.watch.finish()
        documents, _layout = amending.window.desk.on_screen()
        assert "4 (четырёх) лет" in to_text(documents[2])
        press(amending, "amending.pages")
        documents, _layout = amending.window.desk.on_screen()
        assert documents[2].name == "МЕМОРАНДУМ"


class TestCorrection:
    def test_what_looks_like_errors_is_proposed_to_be_corrected(self, amending: Officer) -> None:
        for tag, (place, old, new) in ERRORS.items():
            if old:
                replace(amending, place, tag, old, new)
        amending.window.amending.watch.finish()
        assert "corrected, not amended" in told(amending, "amending.hint")
        press(amending, "amending.correct")
        assert told(amending, "amending.hint") == ""
        assert all(not languages for _text, languages in rows(amending))
        press(amending, "amending.write")
        record = draft(amending).protocol
        assert record is not None
        assert record.instrument is Instrument.CORRECTION
        assert amending.window.session.documents["en"].name.startswith("INSTRUMENT")

    def test_a_change_of_all_versions_is_no_error(self, amending: Officer) -> None:
        change_term(amending)
        assert told(amending, "amending.hint") == ""

    def test_the_choice_is_a_step_that_can_be_undone(self, amending: Officer) -> None:
        change_term(amending)
        amending.window.amending.list.instrument_chosen.emit(Instrument.CORRECTION)
        assert amending.window.windowTitle().startswith("Correction No. 1")
        amending.window.session.undo_stack.undo()
        assert amending.window.windowTitle().startswith("Protocol No. 1")


class TestNothingLost:
    def test_an_edited_copy_is_saved_and_opened_as_it_was(
        self, amending: Officer, tmp_path: Path
    ) -> None:
        change_term(amending)
        amending.answers.file = tmp_path / "protocol-1.mou"
        assert amending.window.files.save()
        copy = draft(amending)
        assert drafts.load(tmp_path / "protocol-1.mou") == copy
        amending.window.files.new("memorandum")
        assert not amending.window.amending.dock.isVisible()
        amending.window.files.open(tmp_path / "protocol-1.mou")
        assert len(rows(amending)) == 2

    def test_what_is_written_belongs_to_the_same_file(
        self, amending: Officer, tmp_path: Path
    ) -> None:
        change_term(amending)
        amending.answers.file = tmp_path / "protocol-1.mou"
        amending.window.files.save()
        amending.window.amending.write()
        assert amending.window.session.modified
        amending.window.files.save()
        assert drafts.load(tmp_path / "protocol-1.mou").protocol is not None

    def test_a_copy_is_kept_while_nobody_saves_it(self, amending: Officer, qtbot: QtBot) -> None:
        change_term(amending)
        folder = amending.window.autosave._settings.recovery_folder

        def kept() -> list[Draft]:
            return [recovery.load(file).state.draft for file in folder.glob(f"*{recovery.SUFFIX}")]

        qtbot.waitUntil(lambda: kept() == [draft(amending)], timeout=PATIENCE)

    def test_a_copy_that_is_open_for_reading_is_not_written(
        self, amending: Officer, tmp_path: Path
    ) -> None:
        change_term(amending)
        drafts.save(draft(amending), tmp_path / "copy.mou")
        amending.window.session.undo_stack.setClean()
        amending.window.session.open(tmp_path / "copy.mou", Access.READ_ONLY)
        amending.window.amending.write()
        assert "reading only" in amending.answers.errors[-1]
        assert draft(amending).amending is not None


def test_the_screen_changes_its_language_at_once(amending: Officer) -> None:
    change_term(amending)
    amending.window.use_screen_language("ru")
    QApplication.sendPostedEvents()
    assert rows(amending)[0][0].startswith("Статья 9")
    assert told(amending, "amending.told").startswith("Протокол № 1")


def test_the_text_before_can_be_compared(amending: Officer) -> None:
    change_term(amending)
    window = amending.window
    dialog = VersionsDialog(window.session, window._settings, window.files.prompts, window)
    assert dialog._before.currentText() == "The agreement before the changes"
    shown = "\n".join(each.toPlainText() for each in dialog.findChildren(QTextBrowser))
    assert "3 (трёх) лет" in shown
    dialog.deleteLater()


def test_a_memorandum_that_exists_as_a_file_only_is_imported_and_amended(
    officer: Officer,
) -> None:
    window = officer.window
    seed = Path(__file__).parents[1] / "golden" / "seed-memorandum.txt"
    window.session.start(import_sources([read_file(seed)]).draft, unsaved=True)
    officer.answers.unsaved_answer = Answer.DISCARD
    window.amend()
    assert draft(officer).amending is not None, officer.answers.errors
    change_term(officer)
    assert [languages for _text, languages in rows(officer)] == [""]
    window.amending.write()
    text = to_text(window.session.documents["ru"])
    assert "в Меморандум о взаимопонимании и сотрудничестве между" in text.replace("\n", " ")
    assert "статью 9 изложить в следующей редакции" in text
