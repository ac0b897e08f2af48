"""The real window on the real memorandum, with answers in place of modal questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mou_desktop.gui.answers import Answer
from mou_desktop.gui.app import open_window
from mou_desktop.gui.main_window import USUAL_SIZE, MainWindow
from mou_desktop.gui.offers import Offer, Versions
from mou_desktop.gui.settings import Settings
from mou_desktop.store.locks import Owner

# Milliseconds until a window must be there, also on a machine that is busy with other things.
PATIENCE = 20_000


@dataclass
class Answers:
    """Stands in for `Prompts`: answers as told, and remembers what was asked."""

    unsaved_answer: Answer = Answer.CANCEL
    file: Path | None = None
    chosen_folder: Path | None = None
    protocols: list[Path] = field(default_factory=list)
    foreign: list[Path] = field(default_factory=list)
    dropped_answer: Answer = Answer.IMPORT
    overwrite_answer: bool = True
    name: str | None = None
    delete_answer: bool = True
    final_answer: bool = True
    reason_answer: str | None = ""
    chosen_scans: list[Path] = field(default_factory=list)
    locked_answer: Answer = Answer.CANCEL
    changed_answer: Answer = Answer.CANCEL
    recovery_answers: list[tuple[Answer, int]] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    differences: list[Versions | None] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def error(self, text: str) -> None:
        self.errors.append(text)

    def unsaved(self, name: str) -> Answer:
        self.asked.append(f"unsaved {name}")
        return self.unsaved_answer

    def open_file(self, folder: Path) -> Path | None:
        return self.file

    def foreign_files(self, folder: Path) -> list[Path]:
        return self.foreign

    def returned_files(self, folder: Path) -> list[Path]:
        return self.foreign

    def dropped_files(self, names: list[str]) -> Answer:
        self.asked.append("dropped " + ", ".join(names))
        return self.dropped_answer

    def protocol_files(self, folder: Path) -> list[Path]:
        return self.protocols

    def save_file(self, proposed: Path) -> Path | None:
        return self.file

    def redline_file(self, proposed: Path) -> Path | None:
        self.asked.append(f"redline {proposed.name}")
        return self.file

    def report_file(self, proposed: Path) -> Path | None:
        self.asked.append(f"report {proposed.name}")
        return self.file

    def folder(self, start: Path) -> Path | None:
        return self.chosen_folder

    def signing_set(self, start: Path) -> Path | None:
        return self.chosen_folder

    def overwrite(self, names: list[str]) -> bool:
        self.asked.append("overwrite " + ", ".join(names))
        return self.overwrite_answer

    def delete_template(self, name: str) -> bool:
        self.asked.append(f"delete {name}")
        return self.delete_answer

    def version_name(self, proposed: str) -> str | None:
        self.asked.append(f"version {proposed}")
        return self.name

    def mark_final(self, name: str, remarks: str) -> bool:
        self.asked.append(f"final {name} {remarks}".strip())
        return self.final_answer

    def reason(self, title: str, question: str) -> str | None:
        self.asked.append(title)
        return self.reason_answer

    def scans(self) -> list[Path]:
        return self.chosen_scans

    def copy_of(self, name: str) -> Path | None:
        self.asked.append(f"copy of {name}")
        return self.file

    def locked(self, name: str, owner: Owner) -> Answer:
        self.asked.append(f"locked {name}")
        self.owners.append(owner)
        return self.locked_answer

    def changed_on_disk(self, name: str, versions: Versions | None) -> Answer:
        self.asked.append(f"changed {name}")
        self.differences.append(versions)
        return self.changed_answer

    def recovery(self, offers: Sequence[Offer], problems: Sequence[str]) -> tuple[Answer, int]:
        self.asked.append("recovery of " + ", ".join(offer.name for offer in offers))
        self.offers = list(offers)
        self.errors += problems
        return self.recovery_answers.pop(0) if self.recovery_answers else (Answer.CANCEL, 0)


class Officer:
    """Does with the window what an officer does, and reads what it shows."""

    def __init__(self, window: MainWindow, answers: Answers) -> None:
        self.window = window
        self.answers = answers

    def input(self, path: str) -> QWidget:
        found = self.window.findChild(QWidget, path)
        assert found is not None, path
        return found

    def type(self, path: str, text: str) -> None:
        """Replace what stands in an input by typing."""
        box = self.input(path)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(box, Qt.Key.Key_Delete)
        for letter in text:
            self.commit(box, letter)

    def commit(self, box: QWidget, text: str) -> None:
        """Type text that may hold any letter, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(box, event)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def preview(self, language: str) -> str:
        """The version as it stands in its column, cell under cell."""
        texts = []
        for row in range(len(self.window.session.documents[language].blocks)):
            cell = self.window.columns.cell(row, language)
            assert cell is not None, (row, language)
            texts.append(cell.toPlainText())
        return "\n".join(texts)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store, tmp_path / "state", tmp_path / "templates")
    settings.screen_language = "en"
    settings.last_folder = tmp_path
    return settings


@pytest.fixture
def officer(qapp: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[Officer]:
    """At work on the example, in English."""
    window = open_window(qapp, settings)
    window.resize(*USUAL_SIZE)  # (the screen that is drawn in memory is small)
    qtbot.addWidget(window, before_close_func=_forget_changes)
    answers = Answers()
    window.files.prompts = answers  # type: ignore[assignment]
    with qtbot.waitExposed(window, timeout=PATIENCE):
        window.show()
    window.activateWindow()
    yield Officer(window, answers)
    window.use_screen_language("en")


def _forget_changes(window: MainWindow) -> None:
    window.session.undo_stack.setClean()
