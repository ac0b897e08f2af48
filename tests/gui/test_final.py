"""A draft that is marked as final, reopened, and signed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from mou_desktop.errors import FieldError
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.autosave import DELAY
from mou_desktop.gui.dialogs.history import HistoryDialog
from mou_desktop.gui.dialogs.signature import SignatureDialog
from mou_desktop.gui.dialogs.versions import VersionsDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.model import fields, final, texts
from mou_desktop.model.record import Happening, SignatureRecord
from mou_desktop.store import drafts, locks, recovery
from mou_desktop.store.recovery import State

from .conftest import PATIENCE, Officer

NOW = datetime(2026, 5, 14, tzinfo=UTC)
RECORD = SignatureRecord("2026-05-14", "Ganja", ("A", "B"))
REFUSAL = "the draft is final; to change it, reopen it in the window: Agreement → Reopen…"


@pytest.fixture
def done(officer: Officer) -> Officer:
    """At work on a final draft."""
    officer.window.concluding.mark_final()
    assert officer.window.session.draft.final is not None
    return officer


def action(officer: Officer, text: str) -> QAction:
    found = [each for each in officer.window.findChildren(QAction) if each.text() == text]
    (only,) = found
    return only


def bar(officer: Officer) -> str:
    """What stands above the versions; nothing when there is no bar."""
    label = officer.window.findChild(QLabel, "standing")
    return label.text() if label is not None and label.isVisible() else ""


def status(officer: Officer) -> str:
    label = officer.window.statusBar().findChild(QLabel)
    assert label is not None
    return label.text()


def happened(officer: Officer) -> list[Happening]:
    return [event.what for event in officer.window.session.draft.history]


class TestMarking:
    def test_the_officer_is_asked_first(self, officer: Officer) -> None:
        officer.answers.final_answer = False
        action(officer, "Mark as fi&nal…").trigger()
        assert officer.answers.asked == ["final Untitled memorandum"]
        assert officer.window.session.draft.final is None
        officer.answers.final_answer = True
        action(officer, "Mark as fi&nal…").trigger()
        assert officer.window.session.draft.final is not None

    def test_what_is_open_is_listed_instead(self, officer: Officer) -> None:
        session = officer.window.session
        session.change("parties.0.signatory.name.ru", "")
        session.change("parties.0.name.ru", "МУЗЕЙ ГЯНДЖИ")
        officer.window.concluding.mark_final()
        assert officer.answers.asked == []
        (told,) = officer.answers.errors
        assert told.startswith("The draft cannot be final yet. This is still to be done:")
        assert "• Party 1 · Signatory · Русский: fill it in" in told
        assert "confirm “" in told
        assert session.draft.final is None

    def test_a_long_list_is_cut(self, officer: Officer) -> None:
        officer.window.files.new("memorandum")
        officer.window.concluding.mark_final()
        (told,) = officer.answers.errors
        assert told.endswith("\n• …")
        assert len(told.splitlines()) < 20

    def test_what_is_only_to_be_looked_at_is_shown_in_the_question(self, officer: Officer) -> None:
        officer.window.session.change("parties.0.short_name.en", "Something else")
        officer.window.concluding.mark_final()
        assert "is no part of the name" in officer.answers.asked[0]
        assert officer.window.session.draft.final is not None

    def test_the_window_says_so(self, done: Officer) -> None:
        assert bar(done).startswith("Final since ")
        assert "until the draft is reopened" in bar(done)
        assert status(done) == "unsaved changes  ·  final"
        assert done.window.windowTitle() == "Untitled memorandum[*] — final — MOU Desktop"
        assert not done.input("copies").isEnabled()

    def test_it_is_saved_and_opened_like_any_other(self, done: Officer, tmp_path: Path) -> None:
        done.answers.file = tmp_path / "memo.mou"
        assert done.window.files.save()
        assert status(done).startswith("saved ")
        done.window.files.new("memorandum")
        assert bar(done) == ""
        assert done.input("copies").isEnabled()
        done.window.files.open(tmp_path / "memo.mou")
        assert bar(done).startswith("Final since ")
        assert not done.input("copies").isEnabled()
        assert not done.window.session.modified
        assert done.answers.errors == []

    def test_the_menu_offers_what_can_be_done(self, officer: Officer) -> None:
        names = ("Mark as fi&nal…", "&Reopen…", "Record &signature…")

        def offered() -> list[bool]:
            return [action(officer, name).isEnabled() for name in names]

        assert offered() == [True, False, False]
        officer.window.concluding.mark_final()
        assert offered() == [False, True, True]
        officer.window.show_start_page()
        assert offered() == [False, False, False]

    def test_the_bar_speaks_the_language_of_the_screen(self, done: Officer) -> None:
        done.window.use_screen_language("ru")
        QApplication.sendPostedEvents()
        assert bar(done).startswith("Окончательный с ")


class TestNothingChanges:
    """A final draft has no back door."""

    def test_what_is_typed_into_a_text_is_refused_and_the_way_out_said(self, done: Officer) -> None:
        cell = done.window.columns.cell(3, "en")
        assert cell is not None
        before, draft = cell.toPlainText(), done.window.session.draft
        cell.setFocus()
        done.commit(cell, "x")
        assert done.answers.errors == [REFUSAL]
        assert cell.toPlainText() == before
        assert done.window.session.draft is draft

    def test_nothing_is_left_to_undo(self, officer: Officer) -> None:
        officer.window.session.change("copies", "6")
        officer.window.concluding.mark_final()
        for step in (Qt.Key.Key_Z, Qt.Key.Key_Y):
            QTest.keyClick(officer.window, step, Qt.KeyboardModifier.ControlModifier)
        officer.window.session.undo_stack.undo()
        officer.window.session.undo_stack.redo()
        assert officer.window.session.draft.values.copies == 6
        assert officer.window.session.draft.final is not None

    def test_every_way_to_change_it_is_refused(self, done: Officer) -> None:
        session, agreement = done.window.session, done.window.agreement
        draft = session.draft
        for change in (
            lambda: session.change("copies", "6"),
            lambda: session.change("languages", "ru,en"),
            lambda: session.reset("parties.0.name.ru#genitive"),
            lambda: session.apply("version.ru.events", texts.delete_article(draft, "events")),
        ):
            with pytest.raises(FieldError, match="the draft is final"):
                change()
        done.window.columns.edit("ru", "events")
        for command in (
            lambda: agreement.insert_article(1),
            lambda: agreement.move_article(1),
            agreement.delete_article,
            agreement.keep_version,
        ):
            done.answers.errors.clear()
            done.answers.name = "kept"
            command()
            assert done.answers.errors == [REFUSAL]
        done.window.form._on_edited("copies", "7")
        assert session.draft is draft

    def test_words_are_not_replaced(self, done: Officer) -> None:
        draft = done.window.session.draft
        done.window.search.open(replacing=True)
        done.type("find", "Parties")
        done.type("replacement", "Sides")
        box = done.input("replace_all")
        assert isinstance(box, QPushButton)
        box.click()
        assert done.answers.errors == [REFUSAL]
        assert done.window.session.draft is draft

    def test_no_version_is_gone_back_to(
        self, officer: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        officer.answers.name = "sent"
        officer.window.agreement.keep_version()
        officer.window.concluding.mark_final()
        dialog = VersionsDialog(
            officer.window.session, settings, officer.window.files.prompts, officer.window
        )
        qtbot.addWidget(dialog)
        for name in ("restore", "delete"):
            button = dialog.findChild(QPushButton, f"versions.{name}")
            assert button is not None
            assert not button.isEnabled()

    def test_it_is_searched_shown_and_exported_as_before(self, done: Officer) -> None:
        done.window.search.open(replacing=False)
        done.type("find", "Parties")
        assert done.window.search.hits
        done.window.desk.show_language("az", False)
        assert done.window.desk.languages == ["kk", "ru", "en"]


class TestReopening:
    def test_its_history_says_why(self, done: Officer) -> None:
        done.answers.reason_answer = "the date"
        action(done, "&Reopen…").trigger()
        session = done.window.session
        assert session.draft.final is None
        assert happened(done) == [Happening.FINAL, Happening.REOPENED]
        assert session.draft.history[1].note == "the date"
        assert bar(done) == ""
        done.type("copies", "6")
        assert session.draft.values.copies == 6

    def test_undoing_does_not_make_it_final_again(self, done: Officer) -> None:
        done.window.concluding.reopen()
        session = done.window.session
        session.change("copies", "6")
        while session.undo_stack.canUndo():
            session.undo_stack.undo()
        assert session.draft.final is None
        assert happened(done) == [Happening.FINAL, Happening.REOPENED]
        assert session.modified

    def test_one_can_think_better_of_it(self, done: Officer) -> None:
        done.answers.reason_answer = None
        done.window.concluding.reopen()
        assert done.window.session.draft.final is not None

    def test_the_history_is_shown_the_latest_first(self, done: Officer, qtbot: QtBot) -> None:
        done.answers.reason_answer = "the date"
        done.window.concluding.reopen()
        done.answers.name = "sent"
        done.window.agreement.keep_version()
        dialog = HistoryDialog(done.window.session.draft, done.window)
        qtbot.addWidget(dialog)
        events = dialog.findChild(QListWidget, "history.events")
        assert events is not None
        lines = {events.item(row).text().split(" · ")[1] for row in range(events.count())}
        assert {"reopened: the date", "kept as “sent”"} < lines
        assert any(line.startswith("marked as final, checksum ") for line in lines)


class TestAltered:
    @pytest.fixture
    def altered(self, done: Officer, tmp_path: Path) -> Officer:
        """One that somebody has changed by other means is opened."""
        file = tmp_path / "memo.mou"
        done.answers.file = file
        done.window.files.save()
        data = json.loads(file.read_bytes())
        data["values"]["copies"] = 6
        file.write_text(json.dumps(data), "utf-8")
        done.window.files.new("memorandum")
        done.window.files.open(file)
        return done

    def test_it_is_said_at_once_and_stays_to_be_seen(self, altered: Officer) -> None:
        (told,) = altered.answers.errors
        assert "its content is not the same any more" in told
        assert bar(altered) == told
        assert "final, but changed since" in status(altered)

    def test_it_cannot_be_signed_but_reopened_and_marked_again(self, altered: Officer) -> None:
        session = altered.window.session
        with pytest.raises(FieldError, match="was changed since"):
            final.record(session.draft, RECORD, NOW)
        altered.window.concluding.reopen()
        assert not session.altered
        altered.window.concluding.mark_final()
        assert bar(altered).startswith("Final since ")


class Signing:
    """The dialog as the officer meets it."""

    def __init__(self, officer: Officer, qtbot: QtBot) -> None:
        self.officer = officer
        prompts = officer.window.files.prompts
        self.dialog = SignatureDialog(officer.window.session, prompts, officer.window)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def find(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.dialog.findChild(kind, f"signature.{name}")
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        self.find(QPushButton, name).click()

    def attach(self, *files: Path) -> None:
        self.officer.answers.chosen_scans = list(files)
        self.press("add")

    @property
    def scans(self) -> list[str]:
        box = self.find(QListWidget, "scans")
        return [box.item(row).text() for row in range(box.count())]


@pytest.fixture
def signing(done: Officer, qtbot: QtBot) -> Signing:
    return Signing(done, qtbot)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7" + bytes(2000))
    return tmp_path / "page.pdf"


class TestSignature:
    def test_the_signatories_of_the_draft_are_proposed(self, signing: Signing) -> None:
        assert signing.find(QLineEdit, "party0").text() == "Vusal Alyev, Director"
        assert signing.find(QDateEdit, "date").date() == QDate.currentDate()

    def test_so_is_a_second_signatory(self, officer: Officer, qtbot: QtBot) -> None:
        session = officer.window.session
        for tag in session.draft.values.languages:
            session.change(f"parties.1.second_signatory.name.{tag}", "A. B")
            session.change(f"parties.1.second_signatory.position.{tag}", "Deputy")
        signed = Signing(officer, qtbot).find(QLineEdit, "party1").text()
        assert signed == "Nurlan Dukenbayev, Acting Director; A. B, Deputy"

    def test_a_whole_date_of_the_draft_is_proposed(self, officer: Officer, qtbot: QtBot) -> None:
        for part, number in (("year", "2026"), ("month", "5"), ("day", "14")):
            officer.window.session.change(f"date.{part}", number)
        officer.window.session.change("place.en", "Ganja")
        officer.window.concluding.mark_final()
        signing = Signing(officer, qtbot)
        assert signing.find(QDateEdit, "date").date() == QDate(2026, 5, 14)
        assert signing.find(QLineEdit, "place").text() == "Ganja"

    def test_it_is_recorded_with_its_scans(
        self, signing: Signing, done: Officer, page: Path, tmp_path: Path
    ) -> None:
        signing.find(QDateEdit, "date").setDate(QDate(2026, 5, 14))
        signing.find(QLineEdit, "place").setText("Ganja")
        signing.attach(page)
        assert signing.scans == ["page.pdf · 1.96 KiB"]
        signing.press("record")
        assert not signing.dialog.isVisible()
        record = done.window.session.draft.signature
        assert record is not None
        assert (record.date, record.place) == ("2026-05-14", "Ganja")
        assert bar(done) == "Signed on 14 May 2026 in Ganja. Nothing in the draft can be changed."
        assert "signed" in status(done)
        done.answers.file = tmp_path / "memo.mou"
        done.window.files.save()
        assert drafts.load(tmp_path / "memo.mou").signature == record

    def test_what_is_missing_is_asked_for(self, signing: Signing, done: Officer) -> None:
        signing.press("record")
        assert done.answers.errors == ["say where it was signed, and for each party who signed"]
        assert signing.dialog.isVisible()

    def test_a_file_that_is_no_scan_is_refused(
        self, signing: Signing, done: Officer, page: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "virus.pdf").write_bytes(b"MZ")
        signing.attach(page, tmp_path / "virus.pdf", tmp_path / "gone.pdf")
        assert done.answers.errors == ["virus.pdf is no PDF, JPEG or PNG file"]
        assert len(signing.scans) == 1

    def test_scans_are_taken_out_again_as_files(
        self, signing: Signing, done: Officer, page: Path, tmp_path: Path
    ) -> None:
        signing.attach(page)
        done.answers.file = tmp_path / "copy.pdf"
        signing.press("save")
        assert done.answers.asked[-1] == "copy of page.pdf"
        assert (tmp_path / "copy.pdf").read_bytes() == page.read_bytes()
        signing.press("remove")
        assert signing.scans == []
        assert not signing.find(QPushButton, "save").isEnabled()

    def test_a_record_is_corrected_and_withdrawn(
        self, signing: Signing, done: Officer, qtbot: QtBot
    ) -> None:
        assert not signing.find(QPushButton, "withdraw").isVisible()
        signing.find(QLineEdit, "place").setText("Ganja")
        signing.press("record")
        again = Signing(done, qtbot)
        assert again.find(QLineEdit, "place").text() == "Ganja"
        again.press("record")
        assert happened(done) == [Happening.FINAL, Happening.SIGNED]
        done.answers.reason_answer = None
        again = Signing(done, qtbot)
        again.press("withdraw")
        assert done.window.session.draft.signature is not None
        done.answers.reason_answer = "a mistake"
        again.press("withdraw")
        assert done.window.session.draft.signature is None
        assert done.window.session.draft.final is not None
        assert happened(done)[-1] is Happening.WITHDRAWN

    def test_a_signed_draft_is_not_reopened_before_that(
        self, signing: Signing, done: Officer
    ) -> None:
        signing.find(QLineEdit, "place").setText("Ganja")
        signing.press("record")
        assert not action(done, "&Reopen…").isEnabled()
        done.window.concluding.reopen()
        assert "Withdraw that record" in done.answers.errors[0]
        assert done.window.session.draft.final is not None


class TestSecured:
    def test_being_final_is_kept_like_any_unsaved_change(
        self, done: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        def kept() -> list[bool]:
            files = settings.recovery_folder.glob(f"*{recovery.SUFFIX}")
            return [recovery.load(file).state.draft.final is not None for file in files]

        qtbot.waitUntil(lambda: kept() == [True], timeout=PATIENCE + DELAY)

    def test_marking_does_not_give_up_what_is_secured_already(
        self, officer: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        officer.window.session.change("copies", "6")
        qtbot.waitUntil(
            lambda: bool(list(settings.recovery_folder.glob("*.recovery"))), timeout=9000
        )
        forgotten: list[bool] = []
        session = officer.window.session
        session.file_changed.connect(lambda: forgotten.append(not session.modified))
        officer.window.concluding.mark_final()
        assert not any(forgotten)

    def test_what_is_recovered_leads_to_no_final_draft_by_undoing(
        self, officer: Officer, tmp_path: Path
    ) -> None:
        session = officer.window.session
        officer.answers.file = tmp_path / "memo.mou"
        officer.window.concluding.mark_final()
        officer.window.files.save()
        marked = session.draft
        reopened = fields.change(final.reopen(marked, NOW), "copies", "6")
        content = (tmp_path / "memo.mou").read_bytes()
        for state in (reopened, marked):
            session.close()
            session.recover(State(state, tmp_path / "memo.mou", drafts.digest(content)))
            session.undo_stack.undo()
            assert session.draft == state
            assert session.modified

    def test_who_reads_only_marks_nothing(self, officer: Officer, tmp_path: Path) -> None:
        file = tmp_path / "memo.mou"
        drafts.save(officer.window.session.draft, file)
        assert locks.take(file)
        officer.answers.locked_answer = Answer.READ_ONLY
        officer.window.files.open(file)
        officer.window.concluding.mark_final()
        assert "open for reading only" in officer.answers.errors[0]
        assert officer.window.session.draft.final is None
