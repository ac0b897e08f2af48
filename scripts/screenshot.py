"""Writes a picture of the window with the example in it: `screenshot.py OUT.png [LANGUAGE]`."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mou_desktop.gui.app import open_window
from mou_desktop.gui.settings import Settings

SIZE = (1440, 900)


def main(out: Path, screen_language: str) -> None:
    """Draw the window at the size of a usual screen and save the picture."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store, Path(folder), Path(folder) / "templates")
        settings.screen_language = screen_language
        window = open_window(application, settings)
        window.resize(*SIZE)
        window.show()
        QTest.qWait(300)
        out.parent.mkdir(parents=True, exist_ok=True)
        if not window.grab().save(str(out)):
            raise SystemExit(f"cannot write {out}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "en")
