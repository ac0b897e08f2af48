"""The signing set and its verification in the window."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QProgressBar, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from mou_desktop.errors import PdfError
from mou_desktop.export import libreoffice
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.export.signing.verify import verify
from mou_desktop.gui.dialogs.signing_set import SigningSetDialog
from mou_desktop.gui.dialogs.verdict import VerdictDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.model import texts

from .conftest import PATIENCE, Officer


def _to_pdf(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
    return [b"%PDF-1.7 /Type /Page %%EOF" + file for file in files]


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is LibreOffice, and it is quick."""
    monkeypatch.setattr(libreoffice, "find", lambda: Path("soffice"))
    monkeypatch.setattr(libreoffice, "version", lambda _program: "LibreOffice 24.8")
    monkeypatch.setattr(libreoffice, "to_pdf", _to_pdf)


class Desk:
    """The dialog as the officer meets it."""

    def __init__(self, officer: Officer, settings: Settings, qtbot: QtBot) -> None:
        prompts = officer.window.files.prompts
        session = officer.window.session
        officer.window.checking.finish()
        checked = officer.window.checking.findings
        self.dialog = SigningSetDialog(session, checked, settings, prompts, officer.window)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self._qtbot = qtbot

    def find(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.dialog.findChild(kind, f"signing_set.{name}")
        assert found is not None, name
        return found

    @property
    def plan(self) -> list[list[str]]:
        plan = self.find(QTreeWidget, "plan")
        rows = [plan.topLevelItem(row) for row in range(plan.topLevelItemCount())]
        return [[row.text(column) for column in range(4)] for row in rows]

    @property
    def text(self) -> str:
        text = self.find(QLabel, "result").text()
        assert isinstance(text, str)
        return text

    @property
    def start(self) -> QPushButton:
        found = self.find(QPushButton, "start")
        assert isinstance(found, QPushButton)
        return found

    def run(self) -> None:
        self.start.click()
        self._qtbot.waitUntil(self.start.isEnabled, timeout=PATIENCE)


@pytest.fixture
def desk(officer: Officer, settings: Settings, qtbot: QtBot) -> Desk:
    return Desk(officer, settings, qtbot)


class TestMaking:
    def test_the_plan_is_shown_first(self, desk: Desk) -> None:
        assert desk.plan[0] == [
            "1 / 4",
            "Azerbaijani",
            "Party A",
            "1 of 4 – Azerbaijani – Party A.docx, .pdf",
        ]
        assert len(desk.plan) == 4
        assert desk.text == "The draft is not final: it can still change after printing."

    def test_with_one_click_there_is_the_whole_set(
        self, desk: Desk, settings: Settings, tmp_path: Path
    ) -> None:
        desk.run()
        made = tmp_path / "Untitled memorandum – signing set"
        assert verify(made).is_whole
        assert len(list(made.iterdir())) == 10
        assert desk.text.startswith(f"4 originals were written, with their manifest, to: {made}")
        assert "LibreOffice 24.8" in desk.text
        assert desk.find(QPushButton, "open_folder").isVisible()
        assert settings.last_folder == tmp_path

    def test_it_speaks_the_language_of_the_screen(
        self, officer: Officer, settings: Settings, qtbot: QtBot, tmp_path: Path
    ) -> None:
        officer.window.use_screen_language("ru")
        desk = Desk(officer, settings, qtbot)
        desk.find(QLineEdit, "name").setText("Комплект")
        desk.run()
        names = {file.name for file in (tmp_path / "Комплект").iterdir()}
        assert {"1 из 4 – азербайджанский – Сторона А.docx", "Опись.docx"} < names
        assert {"4 из 4 – английский – Сторона Б.pdf", "manifest.json"} < names

    def test_a_final_draft_needs_no_remark(
        self, officer: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        officer.window.concluding.mark_final()
        assert Desk(officer, settings, qtbot).text == ""

    def test_what_is_open_is_said_and_marks_the_files(
        self, officer: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        officer.window.session.change("parties.0.signatory.name.ru", "")
        desk = Desk(officer, settings, qtbot)
        assert "1 item is still to complete:\n• Party 1 · Signatory" in desk.text
        assert all("DRAFT" in row[3] for row in desk.plan)

    def test_what_the_checks_find_is_said_and_stands_in_the_manifest(
        self, officer: Officer, settings: Settings, qtbot: QtBot, tmp_path: Path
    ) -> None:
        draft = officer.window.session.draft
        changed = texts.rewrite_together(draft, "events", {"ru": ("Стороны  молчат.",)})
        officer.window.session.apply("version.ru.events", changed)
        desk = Desk(officer, settings, qtbot)
        assert "of the checks" in desk.text
        desk.find(QLineEdit, "name").setText("set")
        desk.run()
        found = {each.code for each in verify(tmp_path / "set").manifest.findings}
        assert "spaces-doubled" in found

    def test_without_a_plan_it_is_said_what_is_missing(
        self, officer: Officer, settings: Settings, qtbot: QtBot
    ) -> None:
        officer.window.session.change("copies", "")
        desk = Desk(officer, settings, qtbot)
        assert "fill in the number of copies" in desk.text
        assert not desk.start.isEnabled()

    def test_without_libreoffice_the_window_draws_the_pages(
        self,
        officer: Officer,
        settings: Settings,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(libreoffice, "find", lambda: None)
        officer.window.session.change("originals", "combined")
        officer.window.session.change("copies", "2")
        desk = Desk(officer, settings, qtbot)
        assert "LibreOffice is not here" in desk.text
        desk.find(QLineEdit, "name").setText("set")
        desk.run()
        found = verify(tmp_path / "set")
        assert found.is_whole
        assert found.manifest.pdf_by.startswith("Qt 6")
        assert (found.manifest.originals[0].pages or 0) > 8

    def test_no_folder_or_name_no_set(self, desk: Desk) -> None:
        for name in ("folder", "name"):
            desk.find(QLineEdit, name).setText(" ")
            assert not desk.start.isEnabled()
            desk.find(QLineEdit, name).setText("x")
        assert desk.start.isEnabled()

    def test_the_folder_is_chosen(self, desk: Desk, officer: Officer, tmp_path: Path) -> None:
        officer.answers.chosen_folder = tmp_path / "sets"
        browse = next(b for b in desk.dialog.findChildren(QPushButton) if b.text() == "Choose…")
        browse.click()
        desk.find(QLineEdit, "name").setText("../one")
        desk.run()
        assert verify(tmp_path / "sets" / "_one").is_whole

    def test_an_earlier_set_is_asked_about(
        self, desk: Desk, officer: Officer, tmp_path: Path
    ) -> None:
        desk.find(QLineEdit, "name").setText("set")
        desk.run()
        before = verify(tmp_path / "set").manifest.made
        officer.answers.overwrite_answer = False
        desk.start.click()
        assert officer.answers.asked == ["overwrite set"]
        assert verify(tmp_path / "set").manifest.made == before
        officer.answers.overwrite_answer = True
        desk.run()
        assert verify(tmp_path / "set").is_whole
        (tmp_path / "set" / "mine.txt").write_text("")
        desk.run()
        assert "choose another name" in officer.answers.errors[0]

    def test_cancelling_leaves_nothing(
        self, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        working = Event()

        def slow(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
            while progress(1, len(files)):
                working.set()
            raise Stopped

        monkeypatch.setattr(libreoffice, "to_pdf", slow)
        before = set(tmp_path.iterdir())
        desk.start.click()
        bar = desk.dialog.findChild(QProgressBar)
        assert bar is not None
        qtbot.waitUntil(lambda: working.is_set() and bar.value() == 1, timeout=PATIENCE)
        assert bar.isVisible()
        desk.dialog.reject()
        qtbot.waitUntil(desk.start.isEnabled, timeout=PATIENCE)
        assert set(tmp_path.iterdir()) == before
        assert desk.text == "Nothing was written."
        desk.dialog.reject()
        assert not desk.dialog.isVisible()

    @pytest.mark.parametrize("fault", [PdfError("LibreOffice is broken"), ValueError("of all")])
    def test_a_failure_is_told(
        self,
        desk: Desk,
        officer: Officer,
        monkeypatch: pytest.MonkeyPatch,
        fault: Exception,
    ) -> None:
        def fail(*_files: object, **_named: object) -> list[bytes]:
            raise fault

        monkeypatch.setattr(libreoffice, "to_pdf", fail)
        desk.run()
        assert len(officer.answers.errors) == 1
        assert str(fault) in officer.answers.errors[0]

    def test_it_is_in_the_menu(self, officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[str] = []
        monkeypatch.setattr(SigningSetDialog, "exec", lambda _self: opened.append("set"))
        monkeypatch.setattr(VerdictDialog, "exec", lambda _self: opened.append("verdict"))
        actions = {each.text(): each for each in officer.window.findChildren(QAction)}
        actions["Signin&g set…"].trigger()
        actions["&Verify a signing set…"].trigger()
        assert opened == ["set"]
        officer.answers.chosen_folder = Path("nowhere")
        actions["&Verify a signing set…"].trigger()
        assert opened == ["set", "verdict"]
        officer.window.show_start_page()
        assert not actions["Signin&g set…"].isEnabled()
        assert actions["&Verify a signing set…"].isEnabled()


class TestVerifying:
    @pytest.fixture
    def made(self, desk: Desk, tmp_path: Path) -> Path:
        desk.find(QLineEdit, "name").setText("set")
        desk.run()
        return tmp_path / "set"

    def verdict(self, officer: Officer, qtbot: QtBot, folder: Path) -> tuple[str, list[str]]:
        dialog = VerdictDialog(folder, officer.window)
        qtbot.addWidget(dialog)
        dialog.show()
        bar = dialog.findChild(QProgressBar)
        assert bar is not None
        qtbot.waitUntil(lambda: not bar.isVisible(), timeout=PATIENCE)
        text = dialog.findChild(QLabel, "verdict.text")
        files = dialog.findChild(QListWidget, "verdict.files")
        assert text is not None
        assert files is not None
        names = [files.item(row).text() for row in range(files.count())]
        assert files.isVisible() == bool(names)
        return text.text(), names

    def test_a_set_as_it_was_made(self, officer: Officer, qtbot: QtBot, made: Path) -> None:
        expected = ("All files (9) are as the manifest says.", [])
        assert self.verdict(officer, qtbot, made) == expected

    def test_every_difference_is_listed(self, officer: Officer, qtbot: QtBot, made: Path) -> None:
        (made / "1 of 4 – Azerbaijani – Party A.docx").write_bytes(b"")
        (made / "Manifest.docx").unlink()
        (made / "notes.txt").write_bytes(b"")
        assert self.verdict(officer, qtbot, made) == (
            "The set is not as it was made:",
            [
                "changed: 1 of 4 – Azerbaijani – Party A.docx",
                "missing: Manifest.docx",
                "foreign: notes.txt",
            ],
        )

    def test_what_is_no_set(self, officer: Officer, qtbot: QtBot, tmp_path: Path) -> None:
        text, names = self.verdict(officer, qtbot, tmp_path)
        assert "is no signing set" in text
        assert names == []

    def test_it_can_be_closed_at_once(self, officer: Officer, qtbot: QtBot, made: Path) -> None:
        dialog = VerdictDialog(made, officer.window)
        dialog.show()
        dialog.reject()
        dialog.deleteLater()
        del dialog
        qtbot.wait(50)
