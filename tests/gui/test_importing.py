"""Importing foreign files: what was found, what was not placed, the draft that comes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from mou_desktop.export.docx import to_docx
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.dialogs.importing import ImportDialog
from mou_desktop.model import fields, texts
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

from .conftest import PATIENCE, Officer
from .test_start_page import drag

SEED = Path(__file__).parents[1] / "golden" / "seed-memorandum.txt"
OLD = """Маддя 1

Тяряфляр мядяниййят сащясиндя ямякдашлыг едирляр вя бир-бириня щюрмят едирляр.

Маддя 2

Азярбайъан Республикасынын ганунлары иля мцяййян олунур.
"""


class Importer:
    """The dialog as the officer meets it."""

    def __init__(self, officer: Officer, qtbot: QtBot) -> None:
        self._officer, self._qtbot = officer, qtbot

    @property
    def dialog(self) -> ImportDialog:
        found = self._officer.window.importing.dialog
        assert found is not None
        return found

    def find(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.dialog.findChild(kind, f"import.{name}")
        assert found is not None, name
        return found

    def choose(self, *files: Path) -> None:
        self._officer.answers.foreign = list(files)
        self._officer.window.import_files()
        self.wait()

    def wait(self) -> None:
        button = self.find(QPushButton, "open")
        self._qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)

    def open(self) -> None:
        self.find(QPushButton, "open").click()

    def remarks(self) -> str:
        return self.find(QPlainTextEdit, "remarks").toPlainText()


@pytest.fixture
def importer(officer: Officer, qtbot: QtBot) -> Importer:
    return Importer(officer, qtbot)


@pytest.fixture
def exported(tmp_path: Path) -> list[Path]:
    """The Word files of the example."""
    files = []
    for tag, document in render_all(examples.load("memorandum")).items():
        files.append(tmp_path / f"theirs-{tag}.docx")
        files[-1].write_bytes(to_docx(document))
    return files


def shown(importer: Importer) -> str:
    from PySide6.QtWidgets import QLabel

    labels = importer.dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_signed_memorandum_opens_as_an_unsaved_draft(
    officer: Officer, importer: Importer
) -> None:
    importer.choose(SEED)
    for line in ("Қазақша", "Azərbaycanca", "English", "Русский", "11 articles"):
        assert line in shown(importer)
    assert "Azərbaycanca · Signatures: “Dövlət Tarix Mədəniyyət Qoruğu” could" in importer.remarks()
    importer.open()
    session = officer.window.session
    assert session.file is None
    assert session.modified
    assert fields.get(session.draft, "parties.0.signatory.name.ru") == "Вусал Алиев"
    assert "казак, орыс және ағылшын" in officer.preview("kk")
    assert officer.window.windowTitle().startswith("Untitled memorandum[*]")


def test_a_field_of_it_can_be_changed_and_undone(officer: Officer, importer: Importer) -> None:
    importer.choose(SEED)
    importer.open()
    before = officer.window.session.draft
    officer.window.session.change("duration_years", "7")
    assert "7 (семи) лет" in officer.preview("ru").replace("\xa0", " ")
    officer.window.session.undo_stack.undo()
    assert officer.window.session.draft == before
    assert officer.window.session.modified


def test_it_can_be_saved_and_opened_again(
    officer: Officer, importer: Importer, tmp_path: Path
) -> None:
    importer.choose(SEED)
    importer.open()
    draft = officer.window.session.draft
    officer.answers.file = tmp_path / "memo.mou"
    assert officer.window.files.save()
    officer.window.files.new_example("memorandum")
    officer.window.files.open(tmp_path / "memo.mou")
    assert officer.window.session.draft == draft


def test_several_files_make_one_draft(
    officer: Officer, importer: Importer, exported: list[Path]
) -> None:
    importer.choose(*exported)
    assert "Everything has found its place." in shown(importer)
    importer.open()
    assert officer.window.session.draft.values.languages == ("az", "kk", "ru", "en")


def test_nothing_changes_when_the_officer_thinks_better_of_it(
    officer: Officer, importer: Importer
) -> None:
    before = officer.window.session.draft
    importer.choose(SEED)
    importer.find(QPushButton, "cancel").click()
    assert officer.window.session.draft is before
    assert officer.window.importing.dialog is None


def test_unsaved_changes_are_asked_about(officer: Officer, importer: Importer) -> None:
    officer.window.session.change("copies", "6")
    before = officer.window.session.draft
    importer.choose(SEED)
    importer.open()
    assert officer.answers.asked == ["unsaved Untitled memorandum"]
    assert officer.window.session.draft is before
    officer.answers.unsaved_answer = Answer.DISCARD
    importer.choose(SEED)
    importer.open()
    assert officer.window.session.draft is not before


def test_what_cannot_be_read_is_said(officer: Officer, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "theirs.docx").write_bytes(b"PK\x03\x04 broken")
    before = officer.window.session.draft
    officer.answers.foreign = [tmp_path / "theirs.docx"]
    officer.window.import_files()
    qtbot.waitUntil(lambda: bool(officer.answers.errors), timeout=PATIENCE)
    (said,) = officer.answers.errors
    assert said.startswith("theirs.docx is damaged or incomplete")
    assert officer.window.importing.dialog is None
    assert officer.window.session.draft is before


def test_old_azerbaijani_is_converted_after_asking(
    officer: Officer, importer: Importer, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    importer.choose(tmp_path / "old.txt")
    convert = importer.find(QCheckBox, "convert")
    assert convert.isVisible()
    assert "encoding of old fonts" in importer.remarks()
    convert.click()
    importer.wait()
    assert "encoding of old fonts" not in importer.remarks()
    importer.open()
    draft = officer.window.session.draft
    assert draft.values.languages == ("az",)
    assert "Azərbaycan Respublikasının" in texts.paragraphs(draft, "az", "article-2")[0]


def test_converting_is_offered_only_where_it_is_needed(importer: Importer) -> None:
    importer.choose(SEED)
    assert not importer.find(QCheckBox, "convert").isVisible()


def test_the_usual_signatures_can_take_the_place_of_those_in_the_file(
    officer: Officer, importer: Importer
) -> None:
    importer.choose(SEED)
    importer.find(QCheckBox, "usual").click()
    importer.open()
    assert officer.preview("kk").count("М.О.") == 2


def test_an_article_that_is_missing_is_to_be_written(
    officer: Officer, importer: Importer, tmp_path: Path
) -> None:
    text = SEED.read_text("utf-8")
    start, end = text.index("## **Статья 5**"), text.index("## **Статья 6**")
    (tmp_path / "short.txt").write_text(text[:start] + text[end:], "utf-8")
    importer.choose(tmp_path / "short.txt")
    assert "Русский · Статья 5: the article is missing in this version" in importer.remarks()
    importer.open()
    paths = [finding.path for finding in officer.window.session.findings]
    assert "version.ru.events" in paths


class TestDragging:
    def test_foreign_files_are_imported(
        self, officer: Officer, importer: Importer, exported: list[Path]
    ) -> None:
        urls = [QUrl.fromLocalFile(str(file)) for file in exported]
        assert drag(officer.window, officer.window.menuBar(), urls) == [True] * 3
        importer._qtbot.waitUntil(
            lambda: officer.window.importing.dialog is not None, timeout=PATIENCE
        )
        importer.wait()
        importer.open()
        assert officer.window.session.modified

    def test_a_draft_among_them_is_not(self, officer: Officer, tmp_path: Path) -> None:
        names = ("a.docx", "b.mou")
        urls = [QUrl.fromLocalFile(str(tmp_path / name)) for name in names]
        assert drag(officer.window, officer.window.menuBar(), urls)[2] is False


def test_the_start_page_leads_to_it(officer: Officer, importer: Importer) -> None:
    officer.window.start.show()
    officer.answers.foreign = [SEED]
    officer.input("start.import").click()  # type: ignore[attr-defined]
    importer.wait()
    importer.open()
    assert not officer.window.start.shown
    assert officer.window.session.modified


def test_the_window_goes_on_while_a_long_text_is_read(
    officer: Officer, importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from mou_desktop.intake import reading

    go_on, read = Event(), reading.read_file

    def slow(file: Path):  # type: ignore[no-untyped-def]
        go_on.wait(60)
        return read(file)

    monkeypatch.setattr(reading, "read_file", slow)
    officer.answers.foreign = [SEED]
    officer.window.import_files()
    try:
        assert not importer.find(QPushButton, "open").isEnabled()
        assert "Reading…" in shown(importer)
    finally:
        go_on.set()
    importer.wait()
    assert importer.dialog.draft is not None
    importer.find(QPushButton, "cancel").click()
