"""One keystroke: from the key until the window has painted all that it changed.

It is what the officer waits for: the draft is changed, its versions are rendered, what differs is
laid out and painted. Painted is in memory, so without the graphics card. A plain QTextEdit with
the text of one version shows what Qt itself needs for a letter.
"""

import gc
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from measure import Environment, Row, judged, p95, run_child, spread, timed
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from mou_desktop.export.text import to_text
from mou_desktop.gui.app import open_window
from mou_desktop.gui.main_window import MainWindow
from mou_desktop.gui.settings import Settings

TARGET, CLAUSE_TARGET = 8, 4
SIZE = (1360, 860)
LETTERS = "Мемлекеттік мекеме "
WARM_UP = 5
Keys = Sequence[tuple[Qt.Key, str]]


def rows(repetitions: int, environment: Environment) -> Iterator[Row]:
    """In a process of its own, which has the screen that the environment describes."""
    times = run_child("keystroke.py", repetitions, environment=environment)
    for name, what, target in (
        ("copies", "key in the copies, which stand in 4 versions", TARGET),
        ("name", "key in a party's name in one language", TARGET),
        ("clause", "key in a clause of one version", CLAUSE_TARGET),
    ):
        verdict = judged(f"p95 at most {target} ms", p95(times[name]) <= target)
        yield Row(what, spread(times[name]), verdict)
    yield Row("  key in a plain QTextEdit with one version", spread(times["plain"]))


def main(repetitions: int) -> None:
    """Measure, and print the times as JSON."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = open_window(application, Settings(store, Path(folder), Path(folder) / "templates"))
        window.resize(*SIZE)
        show(window)
        settle()
        times = {
            "copies": copies(window, repetitions),
            "name": _name(window, repetitions),
            "clause": clause(window, "events", repetitions),
            "plain": plain(to_text(window.session.documents["kk"]), repetitions),
        }
        window.session.undo_stack.setClean()
        window.close()
    print(json.dumps(times))


def copies(window: MainWindow, repetitions: int) -> list[float]:
    """Up and Down: one copy more or less, in Article 12 of every version, in words and figures."""
    steps = [Qt.Key.Key_Up] * 60 + [Qt.Key.Key_Down] * 60
    keys = [(steps[number % len(steps)], "") for number in range(repetitions)]
    return times_of(_input(window, "copies"), keys)


def _name(window: MainWindow, repetitions: int) -> list[float]:
    """A letter more in a Kazakh name, which stands in the title and in the preamble."""
    return times_of(_input(window, "parties.0.name.kk"), _typing(repetitions))


def clause(window: MainWindow, article: str, repetitions: int) -> list[float]:
    """A letter more at the end of an article, where it stands."""
    window.columns.edit("ru", article)
    cell = window.columns.current()
    assert cell is not None
    return times_of(cell, _typing(repetitions))


def plain(text: str, repetitions: int) -> list[float]:
    editor = QTextEdit()
    editor.setPlainText(text)
    editor.resize(*SIZE)
    show(editor)
    editor.setFocus()
    return times_of(editor, _typing(repetitions))


def _typing(repetitions: int) -> Keys:
    letters = [LETTERS[number % len(LETTERS)] for number in range(repetitions)]
    return [(Qt.Key.Key_unknown, letter) for letter in letters]


def times_of(box: QWidget, keys: Keys) -> list[float]:
    QTest.qWait(100)
    paintings = _Paintings(box.window())
    times = []
    for key, text in [*keys[:WARM_UP], *keys]:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        times.append(timed(partial(paintings.wait_after, box, event)))
    return times[WARM_UP:]


class _Paintings(QObject):
    """Counts how often Qt asked a window to paint what has changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self._count += event.type() is QEvent.Type.UpdateRequest
        return super().eventFilter(watched, event)

    def wait_after(self, box: QWidget, event: QKeyEvent) -> None:
        """Press a key, and return when the window has been painted."""
        before = self._count
        QApplication.sendEvent(box, event)
        while self._count == before:
            QApplication.processEvents()


def _input(window: MainWindow, path: str) -> QWidget:
    """The input of a field, with the cursor in it and its place in the versions in view."""
    window.form.focus(path)
    found = window.findChild(QWidget, path)
    assert isinstance(found, QWidget), path
    return found


def settle() -> None:
    """Collect garbage as the program does once its window stands (`app.run`)."""
    gc.collect()
    gc.freeze()


def show(window: QWidget) -> None:
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    QTest.qWait(200)


if __name__ == "__main__":
    main(int(sys.argv[1]))
