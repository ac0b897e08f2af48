"""Checking the real memorandum: at first, and again after a letter more in a clause or a name."""

from collections.abc import Callable, Iterator
from functools import partial

from measure import Row, judged, p95, spread, timed

from mou_desktop.check.run import check
from mou_desktop.languages import registry
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.render.changed import render_changed
from mou_desktop.store import examples

TARGET, FIRST_TARGET = 50, 1000
LETTERS = "Мемлекеттік мекеме "
Edit = Callable[[Draft, str], Draft]


def rows(repetitions: int) -> Iterator[Row]:
    """In this process, with the dictionaries loaded, as the window has them."""
    registry.warm_up()
    draft = examples.load("memorandum")
    first = timed(partial(check, render_all(draft)))
    verdict = judged(f"at most {FIRST_TARGET} ms", first <= FIRST_TARGET)
    yield Row("check of the memorandum, at first", f"{first:.0f} ms", verdict)
    edits: tuple[tuple[str, Edit], ...] = (("a clause", _clause), ("a party's name", _name))
    for what, edit in edits:
        times = list(_times(draft, edit, repetitions))
        verdict = judged(f"p95 at most {TARGET} ms", p95(times) <= TARGET)
        yield Row(f"check after a letter more in {what}", spread(times), verdict)


def _times(draft: Draft, edit: Edit, repetitions: int) -> Iterator[float]:
    documents = render_all(draft)
    for number in range(repetitions):
        changed = edit(draft, LETTERS[: number % len(LETTERS) + 1] + str(number))
        yield timed(partial(check, render_changed(changed, draft, documents)))


def _clause(draft: Draft, text: str) -> Draft:
    (wording,) = texts.paragraphs(draft, "kk", "events")
    return texts.rewrite(draft, "kk", "events", (f"{wording} {text}",))


def _name(draft: Draft, text: str) -> Draft:
    path = "parties.0.name.kk"
    return fields.change(draft, path, f"{fields.get(draft, path)} {text}")
