"""A draft of 200 articles: opening it, a keystroke in it, and the memory that it takes.

The articles are those of the example over and over, each with its number in its text. A plain
QTextEdit holds the same words of one version.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from keystroke import SIZE, clause, copies, plain, settle, show
from measure import Environment, Row, judged, p95, run_child, spread
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mou_desktop.export.text import to_text
from mou_desktop.gui.app import open_window
from mou_desktop.gui.settings import Settings
from mou_desktop.model import texts
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts, examples

ARTICLES = 200
KEY_TARGET, OPENING_TARGET, MEMORY_TARGET = 16, 1.0, 300


def rows(repetitions: int, environment: Environment) -> Iterator[Row]:
    """In a process of its own, whose memory is that of the window with this draft alone."""
    told = run_child("long_draft.py", repetitions, environment=environment)
    opening = judged(f"at most {OPENING_TARGET} s", told["opening"] <= OPENING_TARGET)
    yield Row(f"opening a draft of {ARTICLES} articles", f"{told['opening']:.2f} s", opening)
    memory = judged(f"at most {MEMORY_TARGET} MB", told["memory"] <= MEMORY_TARGET)
    yield Row("  memory of the process with it", f"{told['memory']:.0f} MB", memory)
    for name, what in (
        ("copies", "key in the copies, which stand in 4 versions"),
        ("clause", "key in a clause of one version"),
    ):
        verdict = judged(f"p95 at most {KEY_TARGET} ms", p95(told[name]) <= KEY_TARGET)
        yield Row(f"  {what}", spread(told[name]), verdict)
    yield Row("  key in a plain QTextEdit with one version", spread(told["plain"]))


def main(repetitions: int) -> None:
    """Measure, and print the figures as JSON."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.mou"
        drafts.save(long_draft(), file)
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = open_window(application, Settings(store, Path(folder), Path(folder) / "templates"))
        window.resize(*SIZE)
        show(window)
        settle()
        start = time.perf_counter()
        window.files.open(file)
        window.columns.complete()
        window.repaint()
        told: dict[str, object] = {"opening": time.perf_counter() - start}
        middle = window.session.draft.articles[ARTICLES // 2]
        told["copies"] = copies(window, repetitions)
        told["clause"] = clause(window, middle, repetitions)
        told["memory"] = _memory()
        told["plain"] = plain(to_text(window.session.documents["ru"]), repetitions)
        window.session.undo_stack.setClean()
        window.close()
    print(json.dumps(told))


def long_draft() -> Draft:
    """The example with its articles over and over."""
    draft = examples.load("memorandum")
    own = draft.articles
    for number in range(ARTICLES - len(own)):
        draft = texts.insert_article(draft, len(own))
        article, model = draft.articles[len(own)], own[number % 9]
        wordings = {
            tag: tuple(f"{number}. {text}" for text in texts.paragraphs(draft, tag, model))
            for tag in draft.template.languages
        }
        draft = texts.rewrite_together(draft, article, wordings)
    return draft


def _memory() -> float:
    """What the process has in memory, in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
