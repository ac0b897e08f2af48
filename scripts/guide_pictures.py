"""Draws the pictures of the guide from the real window, with the example in it.

`guide_pictures.py FOLDER [LANGUAGE …]` writes FOLDER/<language>-<name>.png.
"""

import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter, QWidget

from mou_desktop.amend.compare import compare_versions
from mou_desktop.amend.edited_copy import begin
from mou_desktop.export.docx import redline_to_docx
from mou_desktop.export.docx_redline import Redline, Revision
from mou_desktop.gui.app import open_window
from mou_desktop.gui.dialogs.export import ExportDialog
from mou_desktop.gui.dialogs.versions import VersionsDialog
from mou_desktop.gui.main_window import MainWindow
from mou_desktop.gui.session import ARTICLES, VERSIONS
from mou_desktop.gui.settings import Settings
from mou_desktop.intake.reading import read
from mou_desktop.intake.returned import read_sources
from mou_desktop.languages import registry
from mou_desktop.model import fields, final, texts, versions
from mou_desktop.render.assemble import render_all

WIDTH, HEIGHT = 1320, 600
FORM_WIDTH, WIDE_FORM = 340, 560
TEXTS_WIDTH = 970
COLOURS = 255
FAINT, COLOURFUL = 80, 30
NAME = "parties.0.signatory.name"
NEW_NAME = {
    f"{NAME}.az": "Yusif Hacızadə Mirzəyev",
    f"{NAME}.kk": "Юсиф Гаджизаде Мирзоев",
    f"{NAME}.ru": "Юсиф Гаджизаде Мирзоев",
    f"{NAME}.ru#initials": "Ю. Г. Мирзоев",
    f"{NAME}.en": "",
}
CHANGED = "events"
ADDED = {
    "az": " Hər tədbir haqqında ayrıca protokol tərtib olunur.",
    "kk": " Әр іс-шара туралы жеке хаттама жасалады.",
    "ru": " О каждом мероприятии составляется отдельный протокол.",
    "en": " Separate minutes are kept of each event.",
}
OTHER_SIDE = {"az": "Qarşı tərəf", "kk": "Екінші тарап", "ru": "Другая сторона", "en": "Other side"}
RETURNED = "memorandum"
SIGNED = datetime(2026, 5, 5, 12, tzinfo=UTC)
SENT = {
    "az": "Qarşı tərəfə göndərilib",
    "kk": "Екінші тарапқа жіберілді",
    "ru": "Отправлено другой стороне",
    "en": "Sent to the counterpart",
}


class Scene:
    """The window as one language's guide shows it; each method draws one picture."""

    def __init__(self, window: MainWindow, settings: Settings, language: str) -> None:
        self.window, self.settings, self.language = window, settings, language
        self.session = window.session

    def pictures(self) -> dict[str, QPixmap]:
        """All pictures by name, in the order in which the draft changes."""
        return {
            "window": self._whole(),
            "forms": self._forms(),
            "review": self._review(),
            "versions": self._versions(),
            "returned": self._returned(),
            "export": self._export(),
            "amending": self._amending(),
        }

    def _whole(self) -> QPixmap:
        self._divide(WIDTH, FORM_WIDTH)
        settle()
        return self.window.grab()

    def _forms(self) -> QPixmap:
        """A name with forms to confirm, one typed by hand, and a spelling that is offered."""
        for path, text in NEW_NAME.items():
            self.session.change(path, text)
        self._divide(WIDTH, WIDE_FORM)
        self.window.form.focus(f"{NAME}.ru#genitive")
        settle()
        picture = self.window.form.viewport().grab(self._rows(f"{NAME}.az", f"{NAME}.en"))
        self.session.undo_stack.setIndex(0)
        return picture

    def _rows(self, first: str, last: str) -> QRect:
        """Where the form has its inputs from one field down to another."""
        form = self.window.form
        view = form.viewport()
        top, bottom = (self._input(path) for path in (first, last))
        start = top.mapTo(view, QPoint(0, 0)).y() - 26
        end = bottom.mapTo(view, QPoint(0, bottom.height())).y() + 8
        return QRect(0, start, view.width(), end - start)

    def _review(self) -> QPixmap:
        """A clause that was changed in one version, the others marked, and the list below."""
        self._divide(TEXTS_WIDTH, 0)
        moment = datetime(2026, 5, 4, 10, 30).astimezone()
        sent = versions.keep(self.session.draft, SENT[self.language], moment)
        self.session.apply(VERSIONS, sent)
        draft = self.session.draft
        *others, last = texts.paragraphs(draft, self.language, CHANGED)
        paragraphs = (*others, last + ADDED[self.language])
        path = f"version.{self.language}.{CHANGED}"
        self.session.apply(path, texts.rewrite(draft, self.language, CHANGED, paragraphs))
        self.window.columns.edit(self.language, CHANGED)
        settle()
        cell = self.window.columns.current()
        assert cell is not None
        header = self.window.columns.header
        below_names = header.mapTo(self.window, QPoint(0, header.height())).y()
        top = max(cell.mapTo(self.window, QPoint(0, 0)).y(), below_names)
        return self.window.grab(QRect(0, top, TEXTS_WIDTH, self.window.height() - top))

    def _versions(self) -> QPixmap:
        dialog = VersionsDialog(self.session, self.settings, self.window.files.prompts, self.window)
        dialog.resize(820, 280)
        return shown(dialog)

    def _returned(self) -> QPixmap:
        """Another term and a sentence more, as the other side has tracked it."""
        window, session = self.window, self.session
        session.undo_stack.setIndex(0)
        draft = session.draft
        theirs = fields.change(draft, "duration_years", "3")
        *others, last = texts.paragraphs(draft, self.language, CHANGED)
        wording = (*others, last + ADDED[self.language])
        theirs = texts.rewrite(theirs, self.language, CHANGED, wording)
        before, after = render_all(draft), render_all(theirs)
        by = Revision(OTHER_SIDE[self.language], SIGNED)
        changes = compare_versions(before, after)
        redlines = [Redline(before[tag], after[tag], changes[tag]) for tag in after]
        source = read(redline_to_docx(redlines, by), f"{RETURNED}.docx")
        window.returning.show(read_sources([source]))
        self._divide(WIDTH, 0)
        settle()
        picture = window.grab()
        window.returning.dock.hide()
        return picture

    def _export(self) -> QPixmap:
        dialog = ExportDialog(self.session, self.settings, self.window.files.prompts, self.window)
        folder = dialog.findChild(QLineEdit, "export.folder")
        assert folder is not None
        folder.setText("Documents")
        dialog.resize(640, dialog.sizeHint().height())
        return shown(dialog)

    def _amending(self) -> QPixmap:
        """Another term, and one article less."""
        window, session = self.window, self.session
        session.undo_stack.setIndex(0)
        session.start(begin(final.mark(session.draft, (), SIGNED)), unsaved=True)
        session.change("duration_years", "3")
        session.apply(ARTICLES, texts.delete_article(session.draft, "termination"))
        window.amending.watch.finish()
        self._divide(WIDTH, 0)
        window.desk.edit(self.language, "validity")
        settle()
        return window.grab()

    def _divide(self, width: int, form: int) -> None:
        """Give the window and its form a width."""
        self.window.resize(width, HEIGHT)
        settle()
        self.window.findChildren(QSplitter)[0].setSizes([form, width - form])

    def _input(self, path: str) -> QWidget:
        found = self.window.findChild(QWidget, path)
        assert found is not None, path
        return found


def settle() -> None:
    """Let everything be laid out and painted."""
    QTest.qWait(300)


def shown(dialog: QWidget) -> QPixmap:
    """A picture of a dialog."""
    dialog.show()
    settle()
    picture = dialog.grab()
    dialog.close()
    return picture


def save(picture: QPixmap, file: Path) -> None:
    """Write a picture in its most frequent colours: it stays small, and text is as sharp. Colours
    count for more than greys do, or red and green text would be lost.
    """
    full = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(full.constBits()).cast("B").cast("I")
    counted = Counter(pixels)
    frequent = sorted(counted, key=lambda each: -counted[each] * _weight(each))[:COLOURS]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image = full.convertToFormat(QImage.Format.Format_Indexed8, frequent, flags)
    if not image.save(str(file), "PNG", 0):
        raise SystemExit(f"cannot write {file}")


def _weight(colour: int) -> int:
    channels = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return COLOURFUL if max(channels) - min(channels) > FAINT else 1


def main(folder: Path, languages: list[str]) -> None:
    """Draw every picture in each language."""
    application = QApplication([])
    QApplication.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        with tempfile.TemporaryDirectory() as state:
            store = QSettings(str(Path(state) / "settings.ini"), QSettings.Format.IniFormat)
            settings = Settings(store, Path(state), Path(state) / "templates")
            settings.screen_language = language
            window = open_window(application, settings)
            window.show()
            for name, picture in Scene(window, settings, language).pictures().items():
                save(picture, folder / f"{language}-{name}.png")
            window.use_screen_language("en")  # (or its translators would serve the next one)
            window.session.undo_stack.setClean()
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(registry.tags()))
