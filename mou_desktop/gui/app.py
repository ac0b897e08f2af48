"""Starts the window."""

import gc
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import TracebackType

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mou_desktop.errors import MouError
from mou_desktop.gui.main_window import MainWindow
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import Translators, _, error_text
from mou_desktop.languages import registry
from mou_desktop.paths import resources
from mou_desktop.store import examples

NAME = "mou-desktop"
EXAMPLE = "memorandum"


def run(file: Path | None) -> int:
    """Open the window on a draft; without one, on the recent ones, or on the example when there are
    none yet. The result is the process's exit code.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setWindowIcon(QIcon(str(resources() / "icons" / "mou-desktop.svg")))
    settings = Settings(QSettings(NAME, NAME))
    window = open_window(application, settings)
    begin(window, settings, file)
    window.first_painted.connect(_collect_garbage, Qt.ConnectionType.QueuedConnection)
    window.first_painted.connect(_load_dictionaries, Qt.ConnectionType.QueuedConnection)
    window.first_painted.connect(window.checking.start, Qt.ConnectionType.QueuedConnection)
    sys.excepthook = _Faults(window.files.prompts).report
    window.show()
    return application.exec()


def open_window(application: QApplication, settings: Settings) -> MainWindow:
    """The main window with the example in it, in the screen's language; not shown yet."""
    translators = Translators(application)
    translators.use(settings.screen_language)
    return MainWindow(Session(examples.load(EXAMPLE)), settings, translators)


def begin(window: MainWindow, settings: Settings, file: Path | None) -> None:
    """What a window that is not shown yet begins with, in place of the example."""
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.files.open(file))
    elif settings.recent_files and settings.starts_with_page:
        window.start.show_first()


def _collect_garbage() -> None:
    """From now on, but without going through all that stays anyway: that would delay a key."""
    gc.freeze()
    gc.enable()


def _load_dictionaries() -> None:
    """Beside the window's work, so that the first name is declined as quickly as the next."""
    Thread(target=_warm_up, name="dictionaries", daemon=True).start()


def _warm_up() -> None:
    with suppress(Exception):  # (whoever needs a dictionary meets the fault again, and tells)
        registry.warm_up()


class _Faults:
    """Shows what no other place has caught, instead of a traceback."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def report(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell the officer; the draft stays open and can be saved."""
        if isinstance(fault, MouError):
            self._prompts.error(error_text(fault))
            return
        text = _("Something unexpected happened ({fault}). Save your draft under another name.")
        self._prompts.error(text.format(fault=f"{kind.__name__}: {fault}"))
