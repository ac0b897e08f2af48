"""Takes what was typed into a filled-in text; gives the draft's own notation of the new wording.

Words are text; a filled field or an optional passage is one piece, which stays or goes as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mou_desktop.languages.base import NBSP
from mou_desktop.model.document import Paragraph, Run
from mou_desktop.model.slots import literal

# What stands on the screen for an optional passage that has nothing to say at present.
HIDDEN = "\N{WHITE SQUARE}"
_LINE_ENDS = re.compile("\r\n|[\r\n\N{PARAGRAPH SEPARATOR}]")


@dataclass(frozen=True, slots=True)
class Wording:
    """Paragraphs in the notation of `slots`; `caret` is where the typing ended, counted in shown
    characters, and `number` the paragraph in which it began.
    """

    paragraphs: tuple[str, ...]
    caret: int
    number: int


@dataclass(frozen=True, slots=True)
class _Atom:
    """A stretch of shown text that is words, or one piece of notation; nothing is shown of an
    alternative that was not chosen. `paragraph` is the number of its paragraph.
    """

    shown: str
    notation: str
    paragraph: int


def on_screen(run: Run) -> str:
    """The text of a run as it stands on the screen. An alternative that was not chosen has none,
    but keeps its place in the notation.
    """
    return HIDDEN if run.source and not (run.text or run.path) else run.text


def shown(paragraphs: Sequence[Paragraph]) -> str:
    """The text as it stands on the screen, a line for each paragraph."""
    return "".join(atom.shown for atom in _atoms(paragraphs))


def by_piece(paragraph: Paragraph) -> Iterator[list[Run]]:
    """The runs of a paragraph, those of one piece of notation together."""
    for _, group in groupby(paragraph.runs, key=_piece):
        yield list(group)


def pieces(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where the fields and optional passages of a paragraph begin and end in its shown text."""
    start = 0
    for atom in _atoms([paragraph]):
        end = start + len(atom.shown)
        if atom.notation:
            yield start, end
        start = end


def shown_place(paragraph: Paragraph, place: int) -> int:
    """Where a character of a paragraph's own text stands in its shown text."""
    own = start = 0
    for run in paragraph.runs:
        if place < own + len(run.text):
            return start + place - own
        own, start = own + len(run.text), start + len(on_screen(run))
    return start


def typed(before: str, after: str, caret: int) -> tuple[int, int, str]:
    """What happened between two texts, where the caret stands at `caret` in the second: position,
    number of characters removed, and what was put in their place.
    """
    rest = len(after) - caret
    if before[len(before) - rest :] != after[caret:]:  # (not typing: text was dragged, or set)
        caret, rest = len(after), 0
    end = len(before) - rest
    position = 0
    while position < min(end, caret) and before[position] == after[position]:
        position += 1
    return position, end - position, after[position:caret]


def pasted(text: str) -> str:
    """Text of another program as it is put between the words here: a line for each paragraph, no
    empty ones, as word processors leave behind the last. (What else is no text is cleaned away
    wherever a draft is written: `model.fields.clean`.)
    """
    lines = _LINE_ENDS.split(text.replace(HIDDEN, ""))
    return "\n".join(line for line in lines if line.strip()) if len(lines) > 1 else lines[0]


def splice(
    paragraphs: Sequence[Paragraph], position: int, removed: int, text: str, field: str = ""
) -> Wording:
    """The wording after `removed` shown characters at `position` gave way to `text`, or to a slot
    in notation. A piece that is touched goes; what is put inside one stands behind it. What is not
    seen stays, unless its whole paragraph goes.
    """
    end = position + removed
    head, tail, start, caret = "", "", 0, 0
    emptied = _emptied(paragraphs, position, end)
    for atom in _atoms(paragraphs):
        stop = start + len(atom.shown)
        if not atom.shown and atom.paragraph in emptied:
            continue
        if stop <= position or (not removed and start < position and atom.notation):
            head, caret = head + _written(atom), stop
        elif start >= end or not atom.shown:
            tail += _written(atom)
        elif not atom.notation:
            head += literal(_plain(atom.shown[: max(position - start, 0)]))
            tail += literal(_plain(atom.shown[max(end - start, 0) :]))
            caret = max(position, caret)
        start = stop
    new = field or literal(_plain(text))
    wording = head + new + tail
    return Wording(tuple(wording.split("\n")), caret + len(text), head.count("\n"))


def _atoms(paragraphs: Sequence[Paragraph]) -> Iterator[_Atom]:
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield _Atom("\n", "", number)
        for runs in by_piece(paragraph):
            text, source = "".join(map(on_screen, runs)), runs[0].source
            if text or source:
                yield _Atom(text, source, number)


def _emptied(paragraphs: Sequence[Paragraph], position: int, end: int) -> set[int]:
    """The paragraphs that lose all their shown text, when what lies between two places goes."""
    emptied, start = set(), 0
    for number, paragraph in enumerate(paragraphs):
        stop = start + len(shown([paragraph]))
        if position < end and position <= start and stop <= end:
            emptied.add(number)
        start = stop + 1
    return emptied


def _piece(run: Run) -> int:
    """Tells pieces apart that read alike: each has a source of its own, all its runs the same."""
    return id(run.source) if run.source else 0


def _written(atom: _Atom) -> str:
    return atom.notation or literal(_plain(atom.shown))


def _plain(text: str) -> str:
    """Without the no-break spaces, which are put in where the text is filled."""
    return text.replace(NBSP, " ")
