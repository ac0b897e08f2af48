"""Takes a stretch of a version and what shall stand there; gives the draft that says so.

Words are changed in the wording, filled fields in the form.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from mou_desktop.errors import FieldError
from mou_desktop.languages.base import NBSP
from mou_desktop.model import fields, texts
from mou_desktop.model.document import Block, Document, Paragraph, paragraphs, place
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Spot
from mou_desktop.render.splice import pieces, shown, shown_place, splice

_BASIC = ("", "nominative")


def mend(draft: Draft, documents: Mapping[str, Document], spot: Spot, text: str) -> Draft | None:
    """The draft with `text` in place of a stretch of its `documents`; nothing where that cannot be
    done: it is the number of an article, or lies across the border of a field. The other versions
    need not follow a mended slip. Raises `FieldError`.
    """
    block = next(each for each in documents[spot.language].blocks if place(each) == spot.place)
    lines = list(paragraphs(block))
    if not 0 <= spot.paragraph < len(lines):
        return None
    line = lines[spot.paragraph]
    start, end = shown_place(line, spot.start), shown_place(line, spot.end)
    if not any(first < end and start < last for first, last in pieces(line)):
        return _in_words(draft, spot, block, start, end, text)
    return _in_field(draft, spot, line, text)


def _in_words(
    draft: Draft, spot: Spot, block: Block, start: int, end: int, text: str
) -> Draft | None:
    if spot.place not in texts.places(draft):
        return None  # (the fixed words of the signatures)
    lines = list(paragraphs(block))
    before = len(shown(lines[: spot.paragraph])) + bool(spot.paragraph)
    wording = splice(lines, before + start, end - start, text)
    changed = texts.rewrite(draft, spot.language, spot.place, wording.paragraphs)
    return replace(changed, review=draft.review)


def _in_field(draft: Draft, spot: Spot, line: Paragraph, text: str) -> Draft | None:
    """Where the field that holds the whole stretch is filled from."""
    first = 0
    for (path, form), runs in groupby(line.runs, key=lambda run: (run.path, run.form)):
        whole = "".join(run.text for run in runs)
        start, end = spot.start - first, spot.end - first
        if start >= 0 and end <= len(whole) and path.rpartition(".")[2] == spot.language:
            return _in_value(draft, path, form, whole, (start, end), text)
        first += len(whole)
    return None


def _in_value(
    draft: Draft, path: str, form: str, whole: str, stretch: tuple[int, int], text: str
) -> Draft | None:
    """A defect that the basic form has, too, is mended there; else in the form that stands here."""
    start, end = stretch
    old, lemma = whole[start:end], fields.get(draft, path)
    mended = (whole[:start] + text + whole[end:]).replace(NBSP, " ")
    if form in _BASIC or whole.replace(NBSP, " ") == lemma:
        return fields.change(draft, path, mended)
    if old.strip() and lemma.count(old) == 1:
        return fields.change(draft, path, lemma.replace(old, text))
    try:
        return fields.change(draft, f"{path}#{form}", mended)
    except FieldError:
        return None
