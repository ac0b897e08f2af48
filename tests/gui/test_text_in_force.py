"""The protocols of a memorandum as a timeline, and the text that is in force on a day."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QPushButton, QTabWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.amend.reading import readings
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.dialogs.redline import RedlineDialog
from mou_desktop.gui.in_force.dialog import ProtocolsDialog
from mou_desktop.gui.in_force.timeline import Entry, Mark, Timeline
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts
from tests.golden.consolidated import AS_AMENDED, BASE, FIRST, PROLONGED, signed_on
from tests.golden.real_case import amended, mended, signed
from tests.gui.conftest import PATIENCE, Officer

WRITTEN = protocol(BASE, amended(signed()))
LATER = protocol(AS_AMENDED, PROLONGED)
MEND = signed_on(correction(BASE, mended(signed())), "2026-09-01")


class Desk:
    """The dialog of a memorandum that lies in a folder with its protocols."""

    def __init__(self, officer: Officer, folder: Path, qtbot: QtBot) -> None:
        self.officer, self.folder, self._qtbot = officer, folder, qtbot
        self.dialog: ProtocolsDialog | None = None

    def put(self, name: str, draft: Draft) -> Path:
        drafts.save(draft, self.folder / name)
        return self.folder / name

    def open(self, agreement: Draft = BASE, found: int | None = None) -> None:
        """Open the memorandum and its dialog; wait until as many entries stand there."""
        self.officer.window.files.open(self.put("memorandum.mou", agreement))
        self.dialog = self.officer.window.in_force.dialog()
        self._qtbot.addWidget(self.dialog)
        self.dialog.show()
        if found is not None:
            self._qtbot.waitUntil(lambda: len(self.entries) == found, timeout=PATIENCE)

    @property
    def timeline(self) -> Timeline:
        return self.part(Timeline, "timeline")

    @property
    def entries(self) -> list[Entry]:
        return self.timeline.entries

    @property
    def told(self) -> str:
        return self.part(QLabel, "told").text().replace("\N{NO-BREAK SPACE}", " ")

    def part(self, kind: type, name: str):
        assert self.dialog is not None
        found = self.dialog.findChild(kind, f"in_force.{name}")
        assert found is not None
        return found

    def button(self, name: str) -> QPushButton:
        return self.part(QPushButton, name)

    def press(self, name: str) -> None:
        assert self.button(name).isEnabled()
        self.button(name).click()

    def choose(self, text: str) -> None:
        box = self.part(QComboBox, "when")
        (row,) = [row for row in range(box.count()) if box.itemText(row).startswith(text)]
        box.setCurrentIndex(row)


@pytest.fixture
def desk(officer: Officer, tmp_path: Path, qtbot: QtBot) -> Desk:
    folder = tmp_path / "case"
    folder.mkdir()
    return Desk(officer, folder, qtbot)


@pytest.fixture
def case(desk: Desk) -> Desk:
    """Protocol No. 1 and a correction are signed, Protocol No. 2 is a draft, one does not fit."""
    desk.put("p1.mou", FIRST)
    desk.put("p2.mou", LATER)
    desk.put("c1.mou", MEND)
    wording = texts.rewrite(BASE, "en", "termination", ("Other words.",))
    desk.put("p3.mou", protocol(BASE, wording, 3))
    desk.put("foreign.mou", protocol(other(), amended(other())))
    desk.open(found=5)
    return desk


def other() -> Draft:
    return fields.change(signed(), "parties.0.name.ru", "Другой музей")


class TestTimeline:
    def test_what_lies_beside_the_memorandum_stands_in_its_order(self, case: Desk) -> None:
        shown = [(each.mark, each.title, each.lines) for each in case.entries]
        assert shown == [
            (Mark.START, "The memorandum", ("signed on 5 May 2026", "memorandum.mou")),
            (Mark.IN_FORCE, "Protocol No. 1", ("in force since 1 July 2026", "p1.mou")),
            (
                Mark.IN_FORCE,
                "Correction No. 1",
                ("signed on 1 September 2026, corrects the text from the beginning", "c1.mou"),
            ),
            (Mark.OPEN, "Protocol No. 2", ("still a draft", "p2.mou")),
            (
                Mark.MISFIT,
                "Protocol No. 3",
                (
                    "does not fit",
                    "Protocol № 3 changes an article that protocol № 1 has deleted: Article\xa010",
                    "p3.mou",
                ),
            ),
        ]

    def test_a_screen_reader_hears_all_of_an_entry(self, case: Desk) -> None:
        assert case.timeline.accessibleName()
        assert case.timeline.item(1).text() == (
            "Protocol No. 1. in force since 1 July 2026. p1.mou"
        )

    def test_the_keys_go_through_it(self, case: Desk) -> None:
        case.timeline.setFocus()
        assert not case.button("remove").isEnabled()
        QTest.keyClick(case.timeline, Qt.Key.Key_Down)
        assert case.timeline.chosen == str(case.folder / "p1.mou")
        assert case.button("remove").isEnabled()
        QTest.keyClick(case.timeline, Qt.Key.Key_Delete)
        assert [each.title for each in case.entries if each.mark is Mark.MISFIT] == [
            "Protocol No. 2"
        ]
        assert (case.folder / "p1.mou").exists()

    def test_one_from_elsewhere_is_added(self, desk: Desk, tmp_path: Path) -> None:
        desk.open()
        drafts.save(FIRST, tmp_path / "elsewhere.mou")
        broken = tmp_path / "broken.mou"
        broken.write_bytes(b"{")
        desk.officer.answers.protocols = [tmp_path / "elsewhere.mou", broken]
        desk.press("add")
        assert [each.title for each in desk.entries] == ["The memorandum", "Protocol No. 1"]
        (error,) = desk.officer.answers.errors
        assert "broken.mou" in error

    def test_what_is_no_protocol_is_told_as_such(self, desk: Desk) -> None:
        desk.open()
        desk.officer.answers.protocols = [desk.put("edited.mou", amended(signed()))]
        desk.press("add")
        entry = desk.entries[-1]
        assert (entry.mark, entry.title) == (Mark.MISFIT, "Another document")
        assert entry.lines[1].startswith("This is no protocol, it is an agreement")

    def test_a_protocol_is_opened_from_it(self, case: Desk) -> None:
        case.timeline.setCurrentRow(1)
        case.press("go")
        assert case.officer.window.session.file == case.folder / "p1.mou"

    def test_a_protocol_of_the_future_is_not_in_force_yet(self, desk: Desk) -> None:
        desk.put("p1.mou", signed_on(WRITTEN, "2090-07-01"))
        desk.open(found=2)
        assert desk.entries[1].mark is Mark.OPEN
        assert desk.entries[1].lines[0] == "signed, in force from 1 July 2090"
        assert desk.told == "This text is that of the memorandum itself."
        assert not desk.button("open").isEnabled()

    def test_it_is_drawn_in_every_width(self, case: Desk) -> None:
        heights = []
        for width in (600, 1200):
            assert case.dialog is not None
            case.dialog.resize(width, 500)
            case.dialog.grab()
            heights.append(case.timeline.sizeHintForRow(4))
        assert heights[0] > heights[1]


class TestText:
    def test_today_it_has_what_is_in_force(self, case: Desk) -> None:
        assert case.told == "This text is the memorandum with: Protocol No. 1, Correction No. 1"
        case.press("open")
        session = case.officer.window.session
        assert readings(session.draft) == readings(consolidate(BASE, [FIRST, MEND]))
        assert session.file is None
        assert session.modified
        assert case.officer.window.files.name == "Text in force"
        assert "(as amended by Protocol No. 1 of" in case.officer.preview("en")

    def test_words_of_its_notes_that_nobody_has_confirmed_are_told_of(self, case: Desk) -> None:
        assert case.part(QLabel, "unsure").isVisible()
        case.choose("Another day")
        case.part(QDateEdit, "day").setDate(QDate(2026, 5, 4))
        assert not case.part(QLabel, "unsure").isVisible()

    def test_its_changes_do_not_depend_on_whose_originals_are_shown(
        self, case: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        case.officer.window.session.show_originals_of(1)
        shown: list[str] = []
        view = "mou_desktop.gui.in_force.dialog.RedlineDialog.exec"
        monkeypatch.setattr(
            view,
            lambda dialog: shown.append(
                dialog.findChild(QTabWidget, "differences").currentWidget().toPlainText()
            ),
        )
        case.press("compare")
        assert not shown[0].startswith("Title")

    def test_another_day_can_be_chosen(self, case: Desk) -> None:
        day = case.part(QDateEdit, "day")
        assert not day.isEnabled()
        case.choose("Another day")
        assert day.isEnabled()
        day.setDate(QDate(2026, 6, 30))
        assert case.told == "This text is the memorandum with: Correction No. 1"
        day.setDate(QDate(2026, 5, 4))
        assert case.told == (
            "the agreement was signed on 2026-05-05; nothing of it was in force before"
        )
        assert not case.button("open").isEnabled()

    def test_with_everything_that_fits(self, case: Desk) -> None:
        case.choose("With everything that fits")
        assert "Protocol No. 2" in case.told
        case.choose("With everything that is signed")
        assert "Protocol No. 2" not in case.told

    def test_what_is_not_saved_is_not_given_up_unasked(self, case: Desk) -> None:
        session = case.officer.window.session
        session.undo_stack.resetClean()
        case.officer.answers.unsaved_answer = Answer.CANCEL
        case.press("open")
        assert session.file == case.folder / "memorandum.mou"

    def test_its_changes_are_shown(self, case: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        shown: list[dict[str, str]] = []

        def look(dialog: RedlineDialog) -> int:
            tabs = dialog.findChild(QTabWidget, "differences")
            pages = [tabs.widget(number) for number in range(tabs.count())]
            shown.append(
                {
                    tabs.tabText(number).split(" ")[0]: page.toPlainText()
                    for number, page in enumerate(pages)
                    if isinstance(page, QTextBrowser)
                }
            )
            return 0

        monkeypatch.setattr(RedlineDialog, "exec", look)
        case.press("compare")
        (found,) = shown
        assert list(found) == ["Azərbaycanca", "Қазақша", "Русский", "English"]
        assert "updated every year and" in found["English"]
        assert "as amended by" not in found["English"]

    def test_its_changes_are_saved_for_word(self, case: Desk, tmp_path: Path) -> None:
        case.officer.answers.file = tmp_path / "redline.docx"
        case.press("redline")
        assert case.officer.answers.asked[-1] == "redline memorandum-changes.docx"
        word = docx.Document(str(tmp_path / "redline.docx"))
        assert len(word.sections) == 4
        assert "w:ins " in word.element.xml

    def test_a_further_protocol_is_begun_of_what_is_signed(self, case: Desk) -> None:
        case.press("amend")
        copy = case.officer.window.session.draft
        assert copy.amending is not None
        assert copy.amending.number == 2
        assert copy.values.duration_years == 3


def action(officer: Officer) -> QAction:
    (found,) = [
        each
        for each in officer.window.findChildren(QAction)
        if each.text() == "&Protocols and text in force…"
    ]
    return found


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (signed(), "can still be changed, so nothing can amend it yet"),
        (FIRST, "Open the memorandum itself"),
        (consolidate(BASE, [FIRST]), "This is a consolidated text. Open the memorandum itself."),
        (fields.change(BASE, "copies", "9"), "was changed after it was marked as final"),
    ],
)
def test_where_there_is_no_text_in_force_the_reason_is_told(
    officer: Officer, draft: Draft, says: str
) -> None:
    officer.window.session.start(draft)
    action(officer).trigger()
    (error,) = officer.answers.errors
    assert says in error


def test_a_memorandum_without_a_file_has_a_timeline_of_its_own(
    officer: Officer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer.window.session.start(BASE)
    seen: list[int] = []
    monkeypatch.setattr(
        ProtocolsDialog, "exec", lambda self: seen.append(self.findChild(Timeline).count())
    )
    action(officer).trigger()
    assert seen == [1]
    assert officer.answers.errors == []
