"""Takes the versions as they are shown; gives where words stand in them, and puts others there.

Fields, the numbers of the articles and the signatures are found as well, but never replaced.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from mou_desktop.errors import FieldError
from mou_desktop.languages import registry
from mou_desktop.languages.base import NBSP
from mou_desktop.model import texts
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    SignatureBlock,
    paragraphs,
    place,
)
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.slots import Literal, Optional, literal, notation, parse
from mou_desktop.render.splice import pieces, shown

# The «paragraph» of a hit in an article's number.
HEADING = -1
_SPACES = str.maketrans(dict.fromkeys((NBSP, "\N{NARROW NO-BREAK SPACE}"), " "))


class Query(NamedTuple):
    """What is looked for. Each version's own language says which letters are the same."""

    text: str
    match_case: bool = False
    whole_word: bool = False


class Hit(NamedTuple):
    """A stretch of a paragraph, counted in shown characters. One that is `fixed` touches a field,
    or stands in a number or a signature.
    """

    tag: str
    place: str
    paragraph: int
    start: int
    end: int
    fixed: bool


def find(documents: Mapping[str, Document], query: Query) -> list[Hit]:
    """The hits in these versions: place by place, in each place version by version."""
    query = query._replace(text=clean(query.text))
    if not query.text:
        return []
    rows = zip(*(document.blocks for document in documents.values()), strict=True)
    return [
        hit
        for row in rows
        for tag, block in zip(documents, row, strict=True)
        for hit in _in_block(tag, block, query)
    ]


def replace(
    draft: Draft, documents: Mapping[str, Document], hits: Collection[Hit], text: str
) -> Draft:
    """The draft with `text` in place of the hits that are not fixed; `documents` are its versions,
    in which the hits were found. Raises `FieldError`.
    """
    text = clean(text).replace(NBSP, " ")  # (which is put in where the text is filled)
    free = [hit for hit in hits if not hit.fixed]
    for where in dict.fromkeys(hit.place for hit in free):
        here = [hit for hit in free if hit.place == where]
        wordings = {
            tag: _rewritten(draft, documents[tag], [hit for hit in here if hit.tag == tag], text)
            for tag in dict.fromkeys(hit.tag for hit in here)
        }
        draft = texts.rewrite_together(draft, where, wordings)
    return draft


def _in_block(tag: str, block: Block, query: Query) -> Iterator[Hit]:
    where = place(block)
    if isinstance(block, Article):
        for start, end in _stretches(tag, block.heading, query):
            yield Hit(tag, where, HEADING, start, end, fixed=True)
    for number, paragraph in enumerate(paragraphs(block)):
        for start, end in _stretches(tag, shown([paragraph]), query):
            fixed = isinstance(block, SignatureBlock) or _touches_piece(paragraph, start, end)
            yield Hit(tag, where, number, start, end, fixed)


def _stretches(tag: str, text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Where the query stands in the text, one stretch behind the other."""
    text, wanted = _comparable(tag, text, query), _comparable(tag, query.text, query)
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if query.whole_word and (text[:start][-1:].isalnum() or text[end : end + 1].isalnum()):
            end = start + 1
        else:
            yield start, end
        start = text.find(wanted, end)


def _comparable(tag: str, text: str, query: Query) -> str:
    text = text.translate(_SPACES)
    return text if query.match_case else registry.language(tag).lower(text)


def _touches_piece(paragraph: Paragraph, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in pieces(paragraph))


def _rewritten(draft: Draft, document: Document, hits: Sequence[Hit], text: str) -> tuple[str, ...]:
    """The wording of a place of this version after the hits in it gave way to `text`."""
    where = hits[0].place
    block = next(each for each in document.blocks if place(each) == where)
    lines = list(paragraphs(block))
    wording = list(texts.paragraphs(draft, document.language, where))
    for number, group in groupby(sorted(hits), key=lambda hit: hit.paragraph):
        spans = [(hit.start, hit.end) for hit in group]
        wording[number] = _reworded(wording[number], lines[number], spans, text)
    return tuple(wording)


def _reworded(
    wording: str, paragraph: Paragraph, spans: Sequence[tuple[int, int]], text: str
) -> str:
    """The wording of a paragraph with other words in these stretches, which touch no field."""
    starts = _starts_of_words(paragraph)
    new: list[str] = []
    behind_passage = False
    for piece in parse(wording):
        if isinstance(piece, Literal):
            words = _put_in(piece.text, next(starts), spans, text)
            if behind_passage and words.startswith("]"):  # (it would be taken for a part of it)
                raise FieldError("“]” cannot stand right behind an optional passage; add a space")
            new.append(literal(words))
        else:
            new.append(notation(piece))
        behind_passage = isinstance(piece, Optional) or (behind_passage and not new[-1])
    return "".join(new)


def _starts_of_words(paragraph: Paragraph) -> Iterator[int]:
    """Where the words before, between and behind the fields begin in the shown text."""
    end = 0
    for first, last in pieces(paragraph):
        if first > end:
            yield end
        end = last
    yield end


def _put_in(words: str, start: int, spans: Sequence[tuple[int, int]], text: str) -> str:
    """The words, which begin at `start`, with `text` in the stretches that lie in them."""
    new, done = "", 0
    for first, last in spans:
        if start <= first < start + len(words):
            new += words[done : first - start] + text
            done = last - start
    return new + words[done:]
