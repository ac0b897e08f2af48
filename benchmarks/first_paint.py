"""Starts a window, and prints when it was painted for the first time: `empty` or `ours`.

Nothing is imported here that the window itself does not need. The moment is read from the clock
that all processes share; after ours, a second one says when the part below the fold was built.
"""

import gc
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mou_desktop.gui.main_window import MainWindow
    from mou_desktop.gui.settings import Settings


def empty() -> None:
    """A QMainWindow with nothing in it."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Exposure(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is not QEvent.Type.Expose:
                return False
            watched.removeEventFilter(self)
            QCoreApplication.sendEvent(watched, event)
            report([time.monotonic_ns()])
            return True

    application = QApplication([])
    window = QMainWindow()
    window.resize(1360, 860)
    window.show()
    exposure = Exposure()
    window.windowHandle().installEventFilter(exposure)
    application.exec()


def ours() -> None:
    """The program as it is started by its command, with the example in four versions."""
    gc.disable()  # (main does it too late for what is imported here)
    from PySide6.QtCore import QTimer

    from mou_desktop.__main__ import main
    from mou_desktop.gui import app

    moments: list[int] = []
    open_window = app.open_window

    def watched(application: "QApplication", settings: "Settings") -> "MainWindow":
        window = open_window(application, settings)
        window.first_painted.connect(on_first_painted)
        return window

    def on_first_painted() -> None:
        moments.append(time.monotonic_ns())
        QTimer.singleShot(0, lambda: report([*moments, time.monotonic_ns()]))

    app.open_window = watched
    main([])


def report(moments: list[int]) -> None:
    """Print and stop at once: closing is not part of the start."""
    print(moments, flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"empty": empty, "ours": ours}[sys.argv[1]]()
