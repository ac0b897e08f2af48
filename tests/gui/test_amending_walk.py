"""The walk of a real case: the signed memorandum is amended, the protocol signed, and the text in
force looked at, all in the real window and with real files.
"""

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.reading import readings
from mou_desktop.export.signing.verify import verify
from mou_desktop.export.text import to_text
from mou_desktop.gui.dialogs.export import ExportDialog
from mou_desktop.gui.dialogs.signing_set import SigningSetDialog
from mou_desktop.gui.in_force.dialog import ProtocolsDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.store import drafts
from tests.golden.real_case import TAGS
from tests.gui.amending import (
    amend_as_in_the_real_case,
    draft,
    press,
    rows,
    sign,
)
from tests.gui.conftest import PATIENCE, Officer

GOLDEN = Path(__file__).parents[1] / "golden"
LONG = 6 * PATIENCE


class Case:
    """A folder with the memorandum, and what comes of it."""

    def __init__(self, officer: Officer, settings: Settings, folder: Path, qtbot: QtBot) -> None:
        self.officer, self.settings, self.folder, self.qtbot = officer, settings, folder, qtbot
        self.window = officer.window

    def save(self, name: str) -> None:
        self.officer.answers.file = self.folder / name
        assert self.window.files.save(), self.officer.answers.errors

    def amend(self) -> None:
        """«Agreement → Amend → New amendment protocol…»."""
        self.window.amend()
        self.qtbot.waitUntil(lambda: draft(self.officer).amending is not None, timeout=PATIENCE)
        self.window.columns.complete()

    def export(self) -> list[str]:
        dialog = ExportDialog(
            self.window.session, self.settings, self.window.files.prompts, self.window
        )
        self._run(dialog, "export", PATIENCE)
        return sorted(file.name for file in self.folder.glob("*.docx"))

    def signing_set(self) -> Path:
        prompts = self.window.files.prompts
        self.window.checking.finish()
        found = self.window.checking.findings
        dialog = SigningSetDialog(self.window.session, found, self.settings, prompts, self.window)
        name = dialog.findChild(QLineEdit, "signing_set.name")
        assert name is not None
        name.setText("set")
        self._run(dialog, "signing_set", LONG)
        return self.folder / "set"

    def in_force(self, entries: int) -> ProtocolsDialog:
        dialog = self.window.in_force.dialog()
        self.qtbot.addWidget(dialog)
        dialog.show()
        timeline = dialog._timeline
        self.qtbot.waitUntil(lambda: len(timeline.entries) == entries, timeout=PATIENCE)
        return dialog

    def _run(self, dialog: ExportDialog | SigningSetDialog, name: str, patience: int) -> None:
        dialog.show()
        start = dialog.findChild(QPushButton, f"{name}.start")
        assert start is not None
        start.click()
        self.qtbot.waitUntil(start.isEnabled, timeout=patience)
        dialog.close()


@pytest.fixture
def case(officer: Officer, settings: Settings, tmp_path: Path, qtbot: QtBot) -> Case:
    """The memorandum is signed and saved."""
    folder = tmp_path / "case"
    folder.mkdir()
    officer.type("date.day", "5")
    officer.window.session.change("date.month", "5")
    sign(officer, "2026-05-05")
    made = Case(officer, settings, folder, qtbot)
    made.save("memorandum.mou")
    return made


def press_in(dialog: ProtocolsDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"in_force.{name}")
    assert button is not None
    assert button.isEnabled()
    button.click()


@pytest.mark.slow
def test_from_the_signed_memorandum_to_the_text_in_force(case: Case) -> None:
    officer, folder = case.officer, case.folder
    memorandum = draft(officer)

    case.amend()
    amend_as_in_the_real_case(officer)
    assert len(rows(officer)) == 11
    assert all(not languages for _text, languages in rows(officer))

    press(officer, "amending.write")
    for tag in TAGS:
        text = to_text(officer.window.session.documents[tag])
        assert text == (GOLDEN / f"protocol-{tag}.txt").read_text("utf-8")
    case.save("protocol-1.mou")
    assert case.export() == [f"protocol-1-{tag}.docx" for tag in sorted(TAGS)]

    sign(officer, "2026-07-01")
    case.save("protocol-1.mou")
    made = case.signing_set()
    assert verify(made).is_whole
    assert len(list(made.glob("* of 4 – *.docx"))) == len(list(made.glob("* of 4 – *.pdf"))) == 4

    officer.window.files.open(folder / "memorandum.mou")
    dialog = case.in_force(entries=2)
    officer.answers.file = folder / "redline.docx"
    press_in(dialog, "redline")
    xml = docx.Document(str(folder / "redline.docx")).element.xml
    assert "w:ins " in xml
    assert "w:del " in xml
    press_in(dialog, "open")
    text = officer.preview("en").replace("\N{NO-BREAK SPACE}", " ")
    assert "(as amended by Protocol No. 1 of 1 July 2026)" in text
    assert readings(draft(officer)) == readings(
        consolidate(memorandum, [drafts.load(folder / "protocol-1.mou")])
    )
    assert to_text(officer.window.session.documents["ru"]).count("3 (трёх) лет") == 1


def test_a_second_protocol_builds_on_the_first(case: Case) -> None:
    officer = case.officer
    case.amend()
    officer.type("duration_years", "3")
    officer.window.amending.write()
    sign(officer, "2026-07-01")
    case.save("protocol-1.mou")

    officer.window.files.open(case.folder / "memorandum.mou")
    press_in(case.in_force(entries=2), "amend")
    copy = draft(officer)
    assert copy.amending is not None
    assert copy.amending.number == 2
    assert copy.values.duration_years == 3
    officer.window.columns.complete()
    officer.type("duration_years", "7")
    officer.window.amending.watch.finish()
    assert "«3 (трёх) лет» заменить словами «7 (семи) лет»" in (
        officer.window.amending.list.detail.toPlainText()
    )


def test_where_a_protocol_lies_beside_it_the_timeline_is_shown_first(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = case.officer
    case.amend()
    officer.type("duration_years", "3")
    officer.window.amending.write()
    case.save("protocol-1.mou")
    officer.window.files.open(case.folder / "memorandum.mou")
    opened: list[ProtocolsDialog] = []
    monkeypatch.setattr(ProtocolsDialog, "exec", lambda dialog: opened.append(dialog))
    officer.window.amend()
    case.qtbot.waitUntil(lambda: len(opened) == 1, timeout=PATIENCE)
    assert draft(officer).amending is None


def test_another_draft_that_was_opened_meanwhile_is_left_alone(case: Case) -> None:
    officer = case.officer
    officer.window.amend()
    officer.window.files.new("memorandum")
    case.qtbot.wait(300)
    QApplication.processEvents()
    assert draft(officer).amending is None
