"""Takes a paragraph of a draft and how somebody else has it now; gives what was changed in it, and
the new paragraph in the draft's notation, with the fields that nobody touched.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple

from mou_desktop.intake.marked import BLANK, Marked, bare, spaced
from mou_desktop.model.document import Paragraph, Run
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import literal
from mou_desktop.render.fill import Filler
from mou_desktop.render.splice import shown_place, splice

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Hunk(NamedTuple):
    """Characters of the paragraph that gave way to `text`."""

    start: int
    end: int
    text: str


class Field(NamedTuple):
    """A field in a paragraph: where it stands, and what stands there now, if that can be told."""

    start: int
    end: int
    path: str
    form: str
    now: str | None


class Difference(NamedTuple):
    """What distinguishes two states of a paragraph. The hunks leave out the fields, unless they run
    into them.
    """

    hunks: tuple[Hunk, ...]
    fields: tuple[Field, ...]


def difference(paragraph: Paragraph, now: Marked) -> Difference:
    """What somebody else made of a paragraph."""
    old = spaced(paragraph.text)
    spans = list(_fields(paragraph))
    new_text = with_blanks_of(old, now.text)
    tagged = _tagged(spans, now) if new_text == now.text else None
    if tagged is None:
        hunks = _hunks(old, new_text)
        fields = [Field(*span[:2], *span[2:], _mapped(old, hunks, *span[:2])) for span in spans]
        outside = [each for each in hunks if not _is_inside(each, fields)]
        return Difference(tuple(outside), tuple(fields))
    ends = [(0, 0), *((start, end) for start, end, _path, _form in spans), (len(old), len(old))]
    new_ends = [(0, 0), *tagged, (len(new_text), len(new_text))]
    hunks = []
    pairs = zip(pairwise(ends), pairwise(new_ends), strict=True)
    for ((_, start), (end, _)), ((_, first), (last, _)) in pairs:
        hunks += [
            Hunk(each.start + start, each.end + start, each.text)
            for each in _hunks(old[start:end], new_text[first:last])
        ]
    found = zip(spans, tagged, strict=True)
    fields = [Field(*span, new_text[first:last]) for span, (first, last) in found]
    return Difference(tuple(hunks), tuple(fields))


def reworded(draft: Draft, tag: str, paragraph: Paragraph, now: Marked, *, in_title: bool) -> str:
    """The new paragraph in the draft's notation. A field that was changed goes as a whole."""
    old = spaced(paragraph.text)
    found = difference(paragraph, now)
    hunks = list(found.hunks)
    for each in found.fields:
        if each.now is not None and bare(each.now) != bare(old[each.start : each.end]):
            hunks.append(Hunk(each.start, each.end, each.now))
    fill = Filler(draft, tag)
    wording = ""
    for hunk in sorted(_over_pieces(paragraph, hunks), reverse=True):
        start, end = (shown_place(paragraph, place) for place in (hunk.start, hunk.end))
        wording = "\n".join(splice([paragraph], start, end - start, hunk.text).paragraphs)
        paragraph = fill.paragraph(wording, in_title=in_title)
    if bare(spaced(paragraph.text)) != bare(now.text):
        return literal(now.text)
    return wording


def same(paragraph: Paragraph, now: Marked) -> bool:
    """Whether both read alike, but for white space and the width of blanks."""
    return bare(spaced(paragraph.text)) == bare(now.text)


def with_blanks_of(old: str, new: str) -> str:
    """The new text with blanks for the pen as wide as in the old one, where it has as many."""
    blanks = BLANK.findall(old)
    if len(blanks) != len(BLANK.findall(new)):
        return new
    following = iter(blanks)
    return BLANK.sub(lambda _blank: next(following), new)


def _fields(paragraph: Paragraph) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, path and form of every field that shows something."""
    start = 0
    for (path, form, _source), group in groupby(paragraph.runs, key=_field_of):
        end = start + sum(len(run.text) for run in group)
        if path and end > start:
            yield start, end, path, form
        start = end


def _field_of(run: Run) -> tuple[str, str, int]:
    return run.path, run.form, id(run.source)


def _tagged(
    spans: Sequence[tuple[int, int, str, str]], now: Marked
) -> list[tuple[int, int]] | None:
    """Where the same fields stand now, if they are tagged, all of them and in their order."""
    controls = now.source.controls
    wanted = [path if form in ("", "nominative") else f"{path}#{form}" for *_, path, form in spans]
    if not wanted or [control.tag for control in controls] != wanted:
        return None
    return [(control.start, control.end) for control in controls]


def _hunks(old: str, new: str) -> list[Hunk]:
    """What was changed, word by word."""
    if old == new:
        return []
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(str.isspace, ours, theirs, autojunk=len(ours) > 4000)
    places = [0]
    for token in ours:
        places.append(places[-1] + len(token))
    return [
        Hunk(places[start], places[end], "".join(theirs[first:last]))
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]


def _mapped(old: str, hunks: Sequence[Hunk], start: int, end: int) -> str | None:
    """What became of a stretch; nothing where a change runs over its ends."""
    text, done = "", start
    for hunk in hunks:
        if hunk.start == hunk.end and not start < hunk.start < end:
            continue
        if hunk.end <= start or hunk.start >= end:
            continue
        if hunk.start < start or hunk.end > end:
            return None
        text += old[done : hunk.start] + hunk.text
        done = hunk.end
    return text + old[done:end]


def _is_inside(hunk: Hunk, fields: Sequence[Field]) -> bool:
    """Whether a change belongs to a field alone."""
    return any(
        each.now is not None
        and each.start <= hunk.start
        and hunk.end <= each.end
        and (hunk.start < hunk.end or each.start < hunk.start < each.end)
        for each in fields
    )


def _over_pieces(paragraph: Paragraph, hunks: Sequence[Hunk]) -> list[Hunk]:
    """The hunks made as wide as the pieces of notation that they touch, which go as a whole."""
    old, pieces = spaced(paragraph.text), list(_pieces(paragraph))
    stretches: list[tuple[int, int]] = []
    for start, end, _text in sorted(hunks):
        for first, last in pieces:
            if first < start < last or first < end < last or (start <= first and last <= end):
                start, end = min(start, first), max(end, last)
        if stretches and start < stretches[-1][1]:
            start, end = stretches[-1][0], max(end, stretches.pop()[1])
        stretches.append((start, end))
    return [Hunk(*each, _changed(old, sorted(hunks), *each)) for each in dict.fromkeys(stretches)]


def _changed(old: str, hunks: Sequence[Hunk], start: int, end: int) -> str:
    """What a stretch is after the hunks in it."""
    text, done = "", start
    for hunk in hunks:
        if start <= hunk.start and hunk.end <= end:
            text += old[done : hunk.start] + hunk.text
            done = hunk.end
    return text + old[done:end]


def _pieces(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where fields and optional passages stand in the paragraph's own text."""
    start = 0
    for source, group in groupby(
        paragraph.runs, key=lambda run: id(run.source) if run.source else 0
    ):
        end = start + sum(len(run.text) for run in group)
        if source and end > start:
            yield start, end
        start = end
