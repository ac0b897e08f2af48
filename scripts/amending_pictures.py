"""Draws the pictures of docs/amending.md: the walk of the real case, in the real window.

`amending_pictures.py FOLDER` writes FOLDER/<name>.png.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from guide_pictures import save, settle, shown
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from mou_desktop.amend.compare import compare_versions
from mou_desktop.gui.app import open_window
from mou_desktop.gui.dialogs.redline import RedlineDialog
from mou_desktop.gui.main_window import MainWindow
from mou_desktop.gui.session import ARTICLES
from mou_desktop.gui.settings import Settings
from mou_desktop.model import final
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import SignatureRecord
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from tests.golden.real_case import amended, mended, signed

WIDTH, HEIGHT = 1320, 720
FORM = 330
SIGNATORIES = ("Vusal Alyev", "Nurlan Musagalievich Dukenbaev")


class Walk:
    """From the signed memorandum to the text in force; each picture leads on to the next."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.session, self.folder = window, window.session, folder

    def pictures(self) -> dict[str, QPixmap]:
        return {
            "signed": self._signed(),
            "begun": self._begun(),
            "amendments": self._amendments(),
            "preview": self._preview(),
            "protocol": self._protocol(),
            "timeline": self._timeline(),
            "redline": self._redline(),
            "in-force": self._in_force(),
            "correction": self._correction(),
        }

    def _signed(self) -> QPixmap:
        self._keep(_signed(signed(), "2026-05-05"), "memorandum.mou")
        return self._open("memorandum.mou")

    def _begun(self) -> QPixmap:
        self.window.amending.begin()
        return self._grab(form=FORM)

    def _amendments(self) -> QPixmap:
        self.session.apply(ARTICLES, amended(self.session.draft))
        self.window.amending.watch.finish()
        return self._grab(("en", "information"))

    def _preview(self) -> QPixmap:
        self.window.desk.show_pages(True)
        picture = self._grab()
        self.window.desk.show_pages(False)
        return picture

    def _protocol(self) -> QPixmap:
        self.window.amending.write()
        self.window.columns.complete()
        return self._grab(("en", "changes"), form=FORM)

    def _timeline(self) -> QPixmap:
        self._keep(_signed(self.session.draft, "2026-07-01"), "protocol-1.mou")
        self._open("memorandum.mou")
        self._dialog = self.window.in_force.dialog()
        self._dialog.show()
        while self._dialog.findChild(QWidget, "in_force.timeline").count() < 2:
            settle()
        return shown(self._dialog)

    def _redline(self) -> QPixmap:
        text = self._dialog._text
        assert text is not None
        versions = compare_versions(self.session.documents, render_all(text))
        dialog = RedlineDialog(self._dialog.windowTitle(), versions, self.window)
        dialog.resize(820, 520)
        return shown(dialog)

    def _in_force(self) -> QPixmap:
        text = self._dialog._text
        assert text is not None
        self.session.start(text)
        self.window.columns.complete()
        return self._grab(("en", "validity"))

    def _correction(self) -> QPixmap:
        self._open("memorandum.mou")
        self.window.amending.begin()
        self.session.apply(ARTICLES, mended(self.session.draft))
        self.window.amending.watch.finish()
        return self._grab(("ru", "information"))

    def _keep(self, draft: Draft, name: str) -> None:
        drafts.save(draft, self.folder / name)

    def _open(self, name: str) -> QPixmap:
        self.session.undo_stack.setClean()
        self.window.files.open(self.folder / name)
        self.window.columns.complete()
        return self._grab(form=FORM)

    def _grab(self, text: tuple[str, str] | None = None, form: int = 0) -> QPixmap:
        """The window with a text in view, and with its form as wide as this."""
        settle()
        self.window.findChildren(QSplitter)[0].setSizes([form, WIDTH - form])
        settle()
        if text is not None:
            self.window.desk.edit(*text)
            settle()
        return self.window.grab()


def _signed(draft: Draft, day: str) -> Draft:
    now = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    return final.record(final.mark(draft, (), now), SignatureRecord(day, "Ganja", SIGNATORIES), now)


def main(folder: Path) -> None:
    """Draw every picture."""
    application = QApplication([])
    QApplication.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        store = QSettings(str(Path(state) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store, Path(state), Path(state) / "templates")
        settings.screen_language = "en"
        case = Path(state) / "case"
        case.mkdir()
        window = open_window(application, settings)
        window.resize(WIDTH, HEIGHT)
        window.show()
        for name, picture in Walk(window, case).pictures().items():
            save(picture, folder / f"{name}.png")
        window.session.undo_stack.setClean()
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
