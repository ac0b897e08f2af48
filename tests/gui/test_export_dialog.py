"""Exporting from the window: the files, the warnings, what the disk refuses."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from mou_desktop.errors import PdfError
from mou_desktop.export import libreoffice
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.gui.dialogs.export import ExportDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.model.layout import Layout

from .conftest import PATIENCE, Officer


class Exporter:
    """The dialog as the officer meets it."""

    def __init__(self, officer: Officer, settings: Settings, qtbot: QtBot) -> None:
        session, prompts = officer.window.session, officer.window.files.prompts
        self.dialog = ExportDialog(session, settings, prompts, officer.window)
        self.dialog.show()
        self._qtbot = qtbot

    def text(self) -> str:
        return self.find(QLabel, "result").text()

    def find(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.dialog.findChild(kind, f"export.{name}")
        assert found is not None, name
        return found

    def run(self) -> None:
        start = self.find(QPushButton, "start")
        start.click()
        self._qtbot.waitUntil(lambda: start.isEnabled(), timeout=PATIENCE)


@pytest.fixture
def exporter(officer: Officer, settings: Settings, qtbot: QtBot) -> Exporter:
    return Exporter(officer, settings, qtbot)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.docx"))


def test_four_word_files_with_two_clicks(exporter: Exporter, tmp_path: Path) -> None:
    exporter.run()
    files = [f"memorandum-{tag}.docx" for tag in ("az", "en", "kk", "ru")]
    assert names(tmp_path) == files
    for file in files:
        assert f"Written: {file}" in exporter.text()
        assert ZipFile(tmp_path / file).testzip() is None
    assert exporter.find(QPushButton, "open_folder").isVisible()


def test_the_files_are_announced_before_they_are_written(
    exporter: Exporter, tmp_path: Path
) -> None:
    exporter.find(QCheckBox, "kk").setChecked(False)
    exporter.find(QLineEdit, "stem").setText("Ganja 2026")
    assert exporter.text().splitlines() == [
        "Ganja 2026-az.docx",
        "Ganja 2026-ru.docx",
        "Ganja 2026-en.docx",
    ]
    exporter.run()
    assert names(tmp_path) == sorted(
        ["Ganja 2026-az.docx", "Ganja 2026-ru.docx", "Ganja 2026-en.docx"]
    )


def test_no_version_chosen_nothing_to_export(exporter: Exporter) -> None:
    for tag in ("az", "kk", "ru", "en"):
        exporter.find(QCheckBox, tag).setChecked(False)
    assert not exporter.find(QPushButton, "start").isEnabled()


def test_all_versions_in_one_file(exporter: Exporter, tmp_path: Path) -> None:
    exporter.find(QComboBox, "arrangement").setCurrentIndex(1)
    assert exporter.text() == "memorandum-az-kk-ru-en.docx"
    exporter.find(QCheckBox, "kk").setChecked(False)
    exporter.run()
    assert names(tmp_path) == ["memorandum-az-ru-en.docx"]


def test_two_versions_side_by_side(exporter: Exporter, tmp_path: Path) -> None:
    exporter.find(QComboBox, "arrangement").setCurrentIndex(2)
    assert exporter.text() == "memorandum-az-kk-bilingual.docx"
    assert exporter.find(QComboBox, "left").isVisible()
    assert not exporter.find(QCheckBox, "az").isVisible()
    exporter.find(QComboBox, "right").setCurrentText("English")
    exporter.find(QComboBox, "left").setCurrentText("Русский")
    exporter.run()
    assert names(tmp_path) == ["memorandum-ru-en-bilingual.docx"]


def test_two_sides_never_have_the_same_version(exporter: Exporter) -> None:
    exporter.find(QComboBox, "arrangement").setCurrentIndex(2)
    exporter.find(QComboBox, "right").setCurrentText("Azərbaycanca")
    assert exporter.text() == "memorandum-kk-az-bilingual.docx"
    exporter.find(QComboBox, "left").setCurrentText("Azərbaycanca")
    assert exporter.text() == "memorandum-az-kk-bilingual.docx"


def test_an_agreement_in_one_language_leaves_no_choice(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    officer.window.session.change("languages", "kk")
    exporter = Exporter(officer, settings, qtbot)
    assert exporter.find(QComboBox, "arrangement").count() == 1


def test_a_watermark_is_written_when_it_is_asked_for(exporter: Exporter, tmp_path: Path) -> None:
    mark = exporter.find(QCheckBox, "watermark")
    assert mark.text() == "“DRAFT 1” and the date across the pages"
    assert not mark.isChecked()
    mark.setChecked(True)
    exporter.run()
    header = ZipFile(tmp_path / "memorandum-kk.docx").read("word/header1.xml").decode()
    assert 'string="ЖОБА 1, ' in header


def test_the_layout_of_the_draft_is_that_of_the_files(
    officer: Officer, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    session = officer.window.session
    session.apply("layout", replace(session.draft, layout=Layout("Liberation Sans", 12)))
    Exporter(officer, settings, qtbot).run()
    styles = ZipFile(tmp_path / "memorandum-ru.docx").read("word/styles.xml").decode()
    assert 'w:ascii="Liberation Sans"' in styles


def test_letters_that_the_font_has_come_to_lack_are_named(
    officer: Officer, settings: Settings, qtbot: QtBot
) -> None:
    session = officer.window.session
    session.apply("layout", replace(session.draft, layout=Layout("Liberation Serif")))
    session.change("parties.0.name.en", "The 博物館 of Ganja")
    lacking = Exporter(officer, settings, qtbot).text().splitlines()[-1]
    assert lacking == "“Liberation Serif” lacks letters that are needed here: 博 物 館"


def test_what_is_missing_is_said_and_marks_the_file(
    officer: Officer, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    officer.window.session.change("parties.0.signatory.name.ru", "")
    exporter = Exporter(officer, settings, qtbot)
    assert "Party 1 · Signatory · Русский: fill it in" in exporter.text()
    exporter.run()
    assert "memorandum-ru-DRAFT.docx" in names(tmp_path)
    assert "memorandum-az.docx" in names(tmp_path)


def test_files_that_exist_are_asked_about(
    exporter: Exporter, officer: Officer, tmp_path: Path
) -> None:
    kept = tmp_path / "memorandum-ru.docx"
    kept.write_bytes(b"signed")
    officer.answers.overwrite_answer = False
    exporter.find(QPushButton, "start").click()
    assert officer.answers.asked == ["overwrite memorandum-ru.docx"]
    assert kept.read_bytes() == b"signed"
    assert names(tmp_path) == ["memorandum-ru.docx"]
    officer.answers.overwrite_answer = True
    exporter.run()
    assert kept.read_bytes() != b"signed"
    assert len(names(tmp_path)) == 4


def test_a_folder_that_cannot_be_made_is_told(
    exporter: Exporter, officer: Officer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    exporter.find(QLineEdit, "folder").setText(str(tmp_path / "file" / "out"))
    exporter.run()
    assert len(officer.answers.errors) == 1
    assert "choose another folder" in officer.answers.errors[0]


def test_one_file_that_is_refused_does_not_keep_the_others(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def open_in_word(source: Path, target: Path) -> None:
        if Path(target).name == "memorandum-kk.docx":
            raise PermissionError(13, "open in another program")
        real(source, target)

    monkeypatch.setattr(os, "replace", open_in_word)
    exporter.run()
    assert names(tmp_path) == [f"memorandum-{tag}.docx" for tag in ("az", "en", "ru")]
    assert "Not written" in exporter.text()
    assert "close the file in other programs" in exporter.text()


def test_the_folder_is_chosen_and_remembered(
    exporter: Exporter, officer: Officer, settings: Settings, tmp_path: Path
) -> None:
    officer.answers.chosen_folder = tmp_path / "signed"
    browse = next(b for b in exporter.dialog.findChildren(QPushButton) if b.text() == "Choose…")
    browse.click()
    assert exporter.find(QLineEdit, "folder").text() == str(tmp_path / "signed")
    exporter.run()
    assert settings.last_folder == tmp_path / "signed"


def test_cancelling_writes_no_further_file_and_leaves_whole_ones(
    exporter: Exporter, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, writing, go_on = os.replace, Event(), Event()

    def slow_disk(source: Path, target: Path) -> None:
        writing.set()
        go_on.wait(5)
        real(source, target)

    monkeypatch.setattr(os, "replace", slow_disk)
    start = exporter.find(QPushButton, "start")
    start.click()
    qtbot.waitUntil(writing.is_set, timeout=PATIENCE)
    exporter.dialog.close()
    go_on.set()
    qtbot.waitUntil(start.isEnabled, timeout=PATIENCE)
    assert len(names(tmp_path)) == 1
    assert ZipFile(tmp_path / names(tmp_path)[0]).testzip() is None
    assert exporter.dialog.isVisible()
    assert len(exporter.text().splitlines()) == 1
    exporter.dialog.reject()
    assert not exporter.dialog.isVisible()


def test_a_fault_while_writing_does_not_lock_the_dialog(
    exporter: Exporter, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_arguments: object, **_named: object) -> None:
        raise ValueError("something nobody thought of")

    monkeypatch.setattr("mou_desktop.export.batch.export", fault)
    exporter.run()
    assert "something nobody thought of" in officer.answers.errors[0]
    exporter.dialog.reject()
    assert not exporter.dialog.isVisible()


@pytest.mark.parametrize("folder", ["~nobody", "x" * 300, "\u0000", ""])
def test_an_odd_folder_is_an_error_and_no_crash(
    exporter: Exporter, officer: Officer, folder: str
) -> None:
    exporter.find(QLineEdit, "folder").setText(folder and f"/proc/{folder}/out")
    start = exporter.find(QPushButton, "start")
    assert start.isEnabled() == bool(folder)
    if folder:
        exporter.run()
        assert officer.answers.errors


class TestPdf:
    def test_word_alone_is_chosen_at_first(self, exporter: Exporter) -> None:
        assert exporter.find(QCheckBox, "docx").isChecked()
        assert not exporter.find(QCheckBox, "pdf").isChecked()

    def test_both_are_written(
        self,
        officer: Officer,
        settings: Settings,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(libreoffice, "find", lambda: tmp_path / "soffice")
        monkeypatch.setattr(libreoffice, "version", lambda _program: "LibreOffice 24.8")
        monkeypatch.setattr(libreoffice, "to_pdf", _all_at_once)
        exporter = Exporter(officer, settings, qtbot)
        exporter.find(QCheckBox, "pdf").setChecked(True)
        for tag in ("az", "kk", "en"):
            exporter.find(QCheckBox, tag).setChecked(False)
        assert exporter.text().splitlines() == ["memorandum-ru.docx", "memorandum-ru.pdf"]
        exporter.run()
        assert exporter.text().splitlines() == [
            "Written: memorandum-ru.docx",
            "Written: memorandum-ru.pdf",
            "The PDF files were made by LibreOffice 24.8.",
        ]
        assert (tmp_path / "memorandum-ru.pdf").read_bytes() == b"%PDF"

    def test_the_window_lives_on_meanwhile_and_the_work_can_be_cancelled(
        self, exporter: Exporter, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        working = Event()

        def slow(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
            while progress(1, len(files)):
                working.set()
            raise Stopped

        monkeypatch.setattr(libreoffice, "require", lambda: tmp_path)
        monkeypatch.setattr(libreoffice, "to_pdf", slow)
        exporter.find(QCheckBox, "pdf").setEnabled(True)
        exporter.find(QCheckBox, "pdf").setChecked(True)
        start = exporter.find(QPushButton, "start")
        start.click()
        bar = exporter.dialog.findChild(QProgressBar)
        assert bar is not None
        qtbot.waitUntil(lambda: working.is_set() and bar.value() == 1, timeout=PATIENCE)
        assert bar.maximum() == 12
        exporter.dialog.reject()
        qtbot.waitUntil(start.isEnabled, timeout=PATIENCE)
        assert exporter.text() == "Nothing was written."
        assert names(tmp_path) == []

    def test_without_libreoffice_the_program_draws_the_pages_itself_and_says_so(
        self,
        officer: Officer,
        settings: Settings,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(libreoffice, "find", lambda: None)
        exporter = Exporter(officer, settings, qtbot)
        exporter.find(QCheckBox, "docx").setChecked(False)
        box = exporter.find(QCheckBox, "pdf")
        box.setChecked(True)
        assert box.text() == "PDF (without LibreOffice, lines may break otherwise)"
        exporter.run()
        assert exporter.text().count("Written") == 4
        assert exporter.text().endswith(f"The PDF files were made by Qt {qVersion()}.")
        for tag in ("az", "kk", "ru", "en"):
            content = (tmp_path / f"memorandum-{tag}.pdf").read_bytes()
            assert b"Qt" in content
            assert content.startswith(b"%PDF-1.4")

    def test_it_draws_all_versions_in_one_file_or_two_side_by_side(
        self,
        officer: Officer,
        settings: Settings,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(libreoffice, "find", lambda: None)
        exporter = Exporter(officer, settings, qtbot)
        exporter.find(QCheckBox, "pdf").setChecked(True)
        arrangement = exporter.find(QComboBox, "arrangement")
        arrangement.setCurrentIndex(1)
        exporter.find(QCheckBox, "watermark").setChecked(True)
        exporter.run()
        content = (tmp_path / "memorandum-az-kk-ru-en.pdf").read_bytes()
        assert content.count(b"/Type /Page\n") == 12
        arrangement.setCurrentIndex(2)
        exporter.run()
        content = (tmp_path / "memorandum-az-kk-bilingual.pdf").read_bytes()
        assert content.count(b"/Type /Page\n") == 3
        assert officer.answers.errors == []

    def test_a_failure_is_told(
        self,
        exporter: Exporter,
        officer: Officer,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def fail(_files: object, *, progress: object) -> list[bytes]:
            raise PdfError("LibreOffice made no PDF file ({reason})", reason="broken")

        monkeypatch.setattr(libreoffice, "require", lambda: tmp_path)
        monkeypatch.setattr(libreoffice, "to_pdf", fail)
        exporter.find(QCheckBox, "pdf").setEnabled(True)
        exporter.find(QCheckBox, "pdf").setChecked(True)
        exporter.run()
        assert officer.answers.errors == ["LibreOffice made no PDF file (broken)"]


def _all_at_once(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
    assert progress(len(files), len(files))
    return [b"%PDF"] * len(files)
