"""What the program says of itself, and of the LibreOffice that it has found."""

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from mou_desktop import __version__
from mou_desktop.errors import PdfError
from mou_desktop.export import libreoffice
from mou_desktop.gui.dialogs.about import AboutBox

from .conftest import PATIENCE, Officer


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(libreoffice, "find", lambda: tmp_path / "soffice")
    return tmp_path / "soffice"


def about(officer: Officer, qtbot: QtBot) -> AboutBox:
    box = AboutBox(officer.window)
    qtbot.addWidget(box)
    box.show()
    return box


def test_the_version_of_libreoffice_is_shown_as_soon_as_it_is_known(
    officer: Officer, qtbot: QtBot, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slow(_file: Path) -> str:
        go_on.wait(PATIENCE / 1000)
        return "LibreOffice 24.8.1.2"

    monkeypatch.setattr(libreoffice, "version", slow)
    box = about(officer, qtbot)
    assert f"MOU Desktop {__version__}" in box.text()
    assert "looking for it" in box.text()
    go_on.set()
    found = f"PDF files are made by LibreOffice 24.8.1.2: {program}"
    qtbot.waitUntil(lambda: found in box.text(), timeout=PATIENCE)


def test_where_there_is_none_that_is_said(
    officer: Officer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    box = about(officer, qtbot)
    qtbot.waitUntil(lambda: "is not here" in box.text(), timeout=PATIENCE)


def test_one_that_does_not_start_counts_as_none(
    officer: Officer, qtbot: QtBot, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_file: Path) -> str:
        raise PdfError("no")

    monkeypatch.setattr(libreoffice, "version", broken)
    box = about(officer, qtbot)
    qtbot.waitUntil(lambda: "is not here" in box.text(), timeout=PATIENCE)


def test_a_box_that_is_closed_early_is_no_trouble(
    officer: Officer, qtbot: QtBot, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, ended = Event(), Event()

    def slow(_file: Path) -> str:
        go_on.wait(PATIENCE / 1000)
        ended.set()
        return ""

    monkeypatch.setattr(libreoffice, "version", slow)
    box = AboutBox(officer.window)
    box.close()
    box.deleteLater()
    del box
    qtbot.wait(10)
    go_on.set()
    qtbot.waitUntil(ended.is_set, timeout=PATIENCE)
    qtbot.wait(10)
