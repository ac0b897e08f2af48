"""The signing set of the real memorandum: without and with its PDF files, and of many drafts.

The files are written, and confirmed by the disk, as they are for an officer.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from measure import Environment, Row, judged, median, run_child, timed

from mou_desktop.check.completeness import to_complete
from mou_desktop.export import libreoffice
from mou_desktop.export.signing.order import Order
from mou_desktop.export.signing.writing import write
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change, get
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

STRAIGHT = 1.25


def rows(repetitions: int, drafts: int, environment: Environment) -> Iterator[Row]:
    """`repetitions` of one set, and the sets of `drafts` drafts without PDF files: whether the
    later ones take as long as the earlier ones.
    """
    found = run_child("signing.py", repetitions, drafts, environment=environment)
    word, pdf, first, last = (found[key] for key in ("word", "pdf", "first", "last"))
    yield Row("signing set, 4 Word files and manifest", f"{word:.0f} ms")
    if pdf:
        yield Row("signing set with 4 PDF files, LibreOffice", f"{pdf:.0f} ms")
    yield Row(f"signing sets of {drafts} drafts", f"{(first + last) / 2:.0f} ms a set")
    straight = judged(f"at most {STRAIGHT}", last / first <= STRAIGHT)
    yield Row("  time a set, second half : first half", f"{last / first:.2f}", straight)


def main(repetitions: int, drafts: int) -> None:
    """Measure, and print the times in milliseconds as JSON."""
    is_here = libreoffice.find() is not None
    batch = [_draft(number) for number in range(drafts)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = [_one(batch[0], folder) for _ in range(max(1, repetitions // 8) * is_here)]
        libreoffice.find = lambda: None
        _one(batch[0], folder)
        word = [_one(batch[0], folder) for _ in range(repetitions)]
        sets = [_one(draft, folder) for draft in batch]
    half = drafts // 2
    found = {
        "word": median(word),
        "pdf": median(pdf) if pdf else 0,
        "first": median(sets[:half]),
        "last": median(sets[half:]),
    }
    print(json.dumps(found))


def _draft(number: int) -> Draft:
    """The example with names of its own, so that nothing is known from the last."""
    draft = examples.load("memorandum")
    for tag in draft.template.languages:
        path = f"parties.0.name.{tag}"
        draft = change(draft, path, f"{get(draft, path)} № {number}")
    return draft


def _one(draft: Draft, folder: Path) -> float:
    """The time that a set takes; it is thrown away."""
    made = folder / "set"
    spent = timed(lambda: _write(draft, made))
    shutil.rmtree(made)
    return spent


def _write(draft: Draft, folder: Path) -> None:
    findings = to_complete(draft, render_all(draft))
    time = datetime(2026, 5, 5, tzinfo=UTC)
    write(Order(draft, "memo.mou", time, findings, lambda finding: finding.path), folder)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
