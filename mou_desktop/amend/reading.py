"""Takes a document; gives its text as it is read on paper, place by place."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

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
from mou_desktop.model.numbering import numbers
from mou_desktop.render.assemble import render_all


class Passage(NamedTuple):
    """The text of a place; `number` is that of an article."""

    number: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """A line for each paragraph."""
        return "\n".join(self.paragraphs)


Reading = dict[str, Passage]


def reading(document: Document, numbers: Mapping[str, str]) -> Reading:
    """The places that have a text, in their order; `numbers` are those of the articles."""
    found = {}
    for block in document.blocks:
        texts = tuple(filter(None, (as_read(each.text) for each in lines(block))))
        if texts:
            number = numbers[block.id] if isinstance(block, Article) else ""
            found[place(block)] = Passage(number, texts)
    return found


def as_read(text: str) -> str:
    """Single spaces between the words, whichever kind they are."""
    return " ".join(text.split())


def lines(block: Block) -> Iterator[Paragraph]:
    """Every paragraph of a block as it is read: what belongs to one signer stays together. Where a
    seal goes is a matter of the pages.
    """
    if isinstance(block, SignatureBlock):
        for signer in block.signers:
            yield from (line for line in signer.lines if line is not signer.seal)
    else:
        yield from paragraphs(block)


def readings(draft: Draft, documents: Mapping[str, Document] | None = None) -> dict[str, Reading]:
    """The text of every version of an agreement; `documents` are these, where they are at hand."""
    printed = numbers(draft)
    whole = documents or render_all(draft)
    return {tag: reading(whole[tag], printed) for tag in draft.values.languages}


def text_digest(draft: Draft, documents: Mapping[str, Document] | None = None) -> str:
    """By this a protocol knows the text that it amends: all versions, as they are read."""
    text = json.dumps(readings(draft, documents), ensure_ascii=False, sort_keys=True)
    return sha256(text.encode("utf-8")).hexdigest()
