"""Takes the paragraphs of a file; gives tidy lines, as they may stand in an agreement.

White space is one space, letters are composed, invisible characters are gone; what is tied to a
place of the text stays tied to it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from mou_desktop.intake.source import Comment, Control, Revision, SourceParagraph
from mou_desktop.model.fields import clean

_SPACE = re.compile(r"\s+")
_SPACES = str.maketrans("\t\r\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "    ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a paragraph; those of one paragraph have the same `paragraph`.

    Its source has the text of this line alone.
    """

    source: SourceParagraph
    paragraph: int

    @property
    def text(self) -> str:
        return self.source.text


def passages(paragraphs: Iterable[SourceParagraph], *, as_is: bool = False) -> Iterator[Passage]:
    """The lines that hold something, in reading order. Left as they are, they keep characters that
    nobody sees and spaces that are too many, for whoever looks for those.
    """
    for number, paragraph in enumerate(paragraphs):
        for line in _lines(_labelled(paragraph)):
            tidied = _trimmed(line) if as_is else tidy(line)
            if tidied.text or tidied.revisions or tidied.comments:
                yield Passage(tidied, number)


def cut(passage: Passage, start: int, end: int | None = None) -> Passage:
    """A stretch of a line."""
    last = len(passage.text) if end is None else end
    return Passage(_trimmed(_cut(passage.source, start, last)), passage.paragraph)


def joined(parts: Iterable[Passage]) -> Passage:
    """Several lines as one."""
    first, *others = parts
    return Passage(whole(first.source, *(other.source for other in others)), first.paragraph)


def whole(first: SourceParagraph, *others: SourceParagraph) -> SourceParagraph:
    """Several tidy lines as one."""
    for other in others:
        first = _joined(first, other)
    return first


def tidy(paragraph: SourceParagraph) -> SourceParagraph:
    """The paragraph with a tidy text, and its places moved accordingly."""
    if clean(paragraph.text) == paragraph.text and paragraph.text == " ".join(
        paragraph.text.split()
    ):
        return paragraph
    places = sorted({0, len(paragraph.text), *_places(paragraph)})
    pieces: list[str] = []
    moved = {0: 0}
    length, after_space = 0, True
    for start, end in pairwise(places):
        piece = _SPACE.sub(" ", clean(paragraph.text[start:end]))
        if after_space:
            piece = piece.removeprefix(" ")
        after_space = piece.endswith(" ") if piece else after_space
        pieces.append(piece)
        length += len(piece)
        moved[end] = length
    text = unicodedata.normalize("NFC", "".join(pieces)).rstrip()
    return _moved(paragraph, text, {place: min(at, len(text)) for place, at in moved.items()})


def _trimmed(paragraph: SourceParagraph) -> SourceParagraph:
    """The paragraph with ordinary spaces, and none at its ends."""
    text = paragraph.text.translate(_SPACES)
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    return replace(_cut(paragraph, first, max(first, last)), text=text[first:last])


def _labelled(paragraph: SourceParagraph) -> SourceParagraph:
    """With the automatic number as a part of the text."""
    if not paragraph.label:
        return paragraph
    before = f"{paragraph.label} "
    moved = {place: place + len(before) for place in _places(paragraph)}
    return replace(_moved(paragraph, before + paragraph.text, moved), label="")


def _lines(paragraph: SourceParagraph) -> Iterator[SourceParagraph]:
    if "\n" not in paragraph.text:
        yield paragraph
        return
    start = 0
    for line in paragraph.text.split("\n"):
        yield _cut(paragraph, start, start + len(line))
        start += len(line) + 1


def _cut(paragraph: SourceParagraph, start: int, end: int) -> SourceParagraph:
    def at(place: int) -> int:
        return min(max(place, start), end) - start

    is_first = start == 0
    return replace(
        paragraph,
        text=paragraph.text[start:end],
        controls=tuple(
            Control(each.tag, at(each.start), at(each.end))
            for each in paragraph.controls
            if each.start < end and each.end > start
        ),
        revisions=tuple(
            each._replace(start=at(each.start))
            for each in paragraph.revisions
            if start <= each.start <= end and (is_first or each.start > start - 1)
        ),
        comments=tuple(
            each._replace(start=at(each.start), end=at(each.end))
            for each in paragraph.comments
            if start <= each.end <= end
        ),
        strong=tuple((at(a), at(b)) for a, b in paragraph.strong if a < end and b > start),
    )


def _joined(first: SourceParagraph, second: SourceParagraph) -> SourceParagraph:
    offset = len(first.text) + 1 if first.text else 0
    moved = {place: place + offset for place in _places(second)}
    second = _moved(second, second.text, moved)
    return replace(
        first,
        text=f"{first.text} {second.text}".strip(),
        controls=first.controls + second.controls,
        revisions=first.revisions + second.revisions,
        comments=first.comments + second.comments,
        strong=first.strong + second.strong,
        level=first.level or second.level,
    )


def _places(paragraph: SourceParagraph) -> Iterator[int]:
    for control in paragraph.controls:
        yield from (control.start, control.end)
    for revision in paragraph.revisions:
        yield revision.start
    for comment in paragraph.comments:
        yield from (comment.start, comment.end)
    for start, end in paragraph.strong:
        yield from (start, end)


def _moved(paragraph: SourceParagraph, text: str, to: dict[int, int]) -> SourceParagraph:
    return replace(
        paragraph,
        text=text,
        controls=tuple(Control(tag, to[start], to[end]) for tag, start, end in paragraph.controls),
        revisions=tuple(map(_Mover(to).revision, paragraph.revisions)),
        comments=tuple(map(_Mover(to).comment, paragraph.comments)),
        strong=tuple((to[start], to[end]) for start, end in paragraph.strong),
    )


@dataclass(frozen=True)
class _Mover:
    to: dict[int, int]

    def revision(self, revision: Revision) -> Revision:
        return revision._replace(start=self.to[revision.start])

    def comment(self, comment: Comment) -> Comment:
        return comment._replace(start=self.to[comment.start], end=self.to[comment.end])
