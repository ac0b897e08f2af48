"""The texts of a version while fields are looked for in them, place by place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from mou_desktop.intake.headings import closed_up, names_a_document
from mou_desktop.intake.passages import Passage, cut, joined, whole
from mou_desktop.intake.source import SourceParagraph
from mou_desktop.languages.base import NBSP
from mou_desktop.model.slots import Slot, literal, notation
from mou_desktop.model.texts import PARAGRAPH_LIMIT

BLANK = re.compile(r"_{2,}")
# What stands on a line of its own between the parties and behind them.
_BETWEEN = frozenset({"və", "мен", "бен", "пен", "және", "и", "and", "arasında", "арасында"})


class Mark(NamedTuple):
    """A field that was recognised from `start` to `end`."""

    start: int
    end: int
    slot: Slot


@dataclass
class Marked:
    """A paragraph with the fields that were recognised in it. A line of the title knows the number
    of the `paragraph` that it is of.
    """

    source: SourceParagraph
    marks: list[Mark] = field(default_factory=list)
    paragraph: int | None = None

    @property
    def text(self) -> str:
        return self.source.text

    def mark(self, start: int, end: int, slot: Slot) -> bool:
        """Take a stretch for a field, unless a part of it is one already."""
        if start >= end or any(each.start < end and start < each.end for each in self.marks):
            return False
        self.marks.append(Mark(start, end, slot))
        return True

    @property
    def notation(self) -> str:
        """The paragraph as a template writes it."""
        pieces, done = [], 0
        for start, end, slot in sorted(self.marks):
            pieces += [literal(self.text[done:start]), notation(slot)]
            done = end
        return "".join([*pieces, literal(self.text[done:])])


@dataclass
class Signer:
    """What stands in the signatures for one party, each a line."""

    party: Marked
    position: Marked
    name: Marked
    seal: Marked
    details: list[Marked] = field(default_factory=list)
    second: list[Marked] = field(default_factory=list)

    @property
    def lines(self) -> tuple[Marked, ...]:
        return (self.party, *self.details, self.position, self.name, *self.second, self.seal)

    def put_aside(self, lines: Sequence[Marked]) -> None:
        """Have these lines stand where the seal goes: without a field they have no place."""
        parts = [line.source for line in (self.seal, *lines) if line.text]
        if parts:
            self.seal = Marked(whole(*parts))


@dataclass
class Text:
    """A version, divided; `articles` are by the key that all versions share."""

    language: str
    title: list[Marked]
    preamble: list[Marked]
    articles: dict[str, list[Marked]] = field(default_factory=dict)
    signers: list[Signer] = field(default_factory=list)

    @property
    def places(self) -> Iterator[tuple[str, list[Marked]]]:
        """Title, preamble and articles with their paragraphs."""
        yield "title", self.title
        yield "preamble", self.preamble
        yield from self.articles.items()

    @property
    def everything(self) -> Iterator[Marked]:
        for _place, paragraphs in self.places:
            yield from paragraphs
        for signer in self.signers:
            yield from signer.lines

    @property
    def closing(self) -> list[Marked]:
        """The paragraphs of the last article, which say when and where it is signed."""
        filled = [paragraphs for paragraphs in self.articles.values() if paragraphs]
        return filled[-1] if filled else []


def paragraphs(lines: Sequence[Passage]) -> list[Marked]:
    """The lines of each paragraph put together again, except for those of a list."""
    found: list[Marked] = []
    for _number, group in groupby(lines, key=lambda line: line.paragraph):
        waiting: list[Passage] = []
        for line in group:
            if waiting and _is_item(line.text):
                found += _whole(waiting)
                waiting = []
            waiting.append(line)
        found += _whole(waiting)
    return found


def _whole(lines: Sequence[Passage]) -> Iterator[Marked]:
    """The lines as one paragraph, or as several where it were longer than a draft may have."""
    line = joined(lines)
    start = 0
    while len(line.text) - start > PARAGRAPH_LIMIT:
        end = line.text.rfind(" ", start + PARAGRAPH_LIMIT // 2, start + PARAGRAPH_LIMIT)
        end = end + 1 if end > 0 else start + PARAGRAPH_LIMIT
        yield Marked(cut(line, start, end).source)
        start = end
    yield Marked(cut(line, start).source if start else line.source)


def title_lines(lines: Sequence[Passage]) -> list[Marked]:
    """Each line of a title; the one that names the document is closed up."""
    found = []
    for line in lines:
        source = line.source
        if names_a_document(source.text) and closed_up(source.text) != source.text:
            source = SourceParagraph(closed_up(source.text), source.style, source.level)
        found.append(Marked(source, paragraph=line.paragraph))
    return found


def unwrapped(title: Sequence[Marked]) -> list[Marked]:
    """A title in which lines of one paragraph are one where they are mere words: somebody broke
    them where the page ended.
    """
    found: list[Marked] = []
    for line in title:
        last = found[-1] if found else None
        if last and last.paragraph == line.paragraph and _is_wording(last) and _is_wording(line):
            found[-1] = Marked(whole(last.source, line.source), paragraph=line.paragraph)
        else:
            found.append(line)
    return found


def _is_wording(line: Marked) -> bool:
    return not (line.marks or line.text in _BETWEEN or names_a_document(line.text))


def one_line(lines: Sequence[Passage]) -> Marked:
    """All lines as one; an empty one where there are none."""
    return Marked(joined(lines).source if lines else SourceParagraph(""))


def spaced(text: str) -> str:
    """With ordinary spaces, as texts are read."""
    return text.replace(NBSP, " ")


def bare(text: str) -> str:
    """A text without that in which a draft may differ from what was read: white space, and how wide
    the blanks for the pen are.
    """
    return BLANK.sub("__", "".join(text.split()))


def _is_item(text: str) -> bool:
    head = text[:4].split(" ")[0]
    return head in ("-", "–", "—", "•", "*") or (head.endswith((")", ".")) and len(head) < 4)
