"""The real window, in which somebody types until it is killed: `typist.py FOLDER`.

Prints, for every keystroke, the length of what has been typed and the time on the clock that all
processes share.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from mou_desktop.gui.app import open_window
from mou_desktop.gui.settings import Settings
from mou_desktop.model import fields

FIELD = "parties.0.name.en"
EVERY = 30


def main(folder: Path) -> None:
    """Open the draft in the folder and type at the end of a name."""
    application = QApplication([])
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = open_window(application, Settings(store, folder / "state", folder / "templates"))
    window.show()
    window.files.open(folder / "memo.mou")
    window.form.focus(FIELD)

    def press() -> None:
        event = QInputMethodEvent()
        event.setCommitString("x")
        box = window.findChild(QWidget, FIELD)
        assert box is not None
        QApplication.sendEvent(box, event)
        length = fields.get(window.session.draft, FIELD).count("x")
        print(length, time.monotonic(), flush=True)

    typing = QTimer(interval=EVERY)
    typing.timeout.connect(press)
    typing.start()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
