"""The texts of a version while fields are looked for in them, place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from mou_desktop.intake.headings import closed_up, names_a_document
from mou_desktop.intake.passages import Passage, cut, joined
from mou_desktop.intake.source import SourceParagraph
from mou_desktop.languages.base import NBSP
from mou_desktop.model.slots import Slot, literal, notation
from mou_desktop.model.texts import PARAGRAPH_LIMIT


class Mark(NamedTuple):
    """A field that was recognised from `start` to `end`."""

    start: int
    end: int
    slot: Slot


@dataclass
class Marked:
    """A paragraph with the fields that were recognised in it."""

    source: SourceParagraph
    marks: list[Mark] = field(default_factory=list)

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

    @property
    def lines(self) -> tuple[Marked, ...]:
        return (self.party, self.position, self.name, self.seal)


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
    whole = joined(lines)
    start = 0
    while len(whole.text) - start > PARAGRAPH_LIMIT:
        end = whole.text.rfind(" ", start + PARAGRAPH_LIMIT // 2, start + PARAGRAPH_LIMIT)
        end = end + 1 if end > 0 else start + PARAGRAPH_LIMIT
        yield Marked(cut(whole, start, end).source)
        start = end
    yield Marked(cut(whole, start).source if start else whole.source)


def title_lines(lines: Sequence[Passage]) -> list[Marked]:
    """Each line of a title; the one that names the document is closed up."""
    found = []
    for line in lines:
        source = line.source
        if names_a_document(source.text) and closed_up(source.text) != source.text:
            source = SourceParagraph(closed_up(source.text), source.style, source.level)
        found.append(Marked(source))
    return found


def one_line(lines: Sequence[Passage]) -> Marked:
    """All lines as one; an empty one where there are none."""
    return Marked(joined(lines).source if lines else SourceParagraph(""))


def spaced(text: str) -> str:
    """With ordinary spaces, as texts are read."""
    return text.replace(NBSP, " ")


def _is_item(text: str) -> bool:
    head = text[:4].split(" ")[0]
    return head in ("-", "–", "—", "•", "*") or (head.endswith((")", ".")) and len(head) < 4)
