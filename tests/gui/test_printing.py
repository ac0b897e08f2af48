"""Printing what is on the screen. A PDF file stands for the paper."""

import re
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.paging.pages import Pages

from .conftest import Officer


def on_paper(officer: Officer, file: Path, pages: tuple[int, int] | None = None) -> int:
    """Print the versions on the screen; the number of sheets."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    if pages:
        printer.setFromTo(*pages)
    session = officer.window.session
    versions = [Pages(session.documents[tag], Layout()) for tag in officer.window.desk.languages]
    officer.window.printing.paint(printer, versions)
    return len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) if file.exists() else 0


def test_the_versions_on_the_screen_are_printed(officer: Officer, tmp_path: Path) -> None:
    assert on_paper(officer, tmp_path / "all.pdf") == 4 * 3
    officer.window.desk.show_alone("kk")
    assert on_paper(officer, tmp_path / "kk.pdf") == 3


def test_only_the_chosen_pages_are_printed(officer: Officer, tmp_path: Path) -> None:
    assert on_paper(officer, tmp_path / "some.pdf", (2, 5)) == 4


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_not_there_is_reported(officer: Officer, tmp_path: Path) -> None:
    assert on_paper(officer, tmp_path / "no folder" / "out.pdf") == 0
    (error,) = officer.answers.errors
    assert "cannot print" in error


def test_the_preview_shows_every_page(officer: Officer, qtbot: QtBot) -> None:
    dialog = officer.window.printing.preview()
    pages = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(pages, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: pages.pageCount() == 4 * 3)
    dialog.close()
