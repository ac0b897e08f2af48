"""Takes the documents of an agreement; gives every paragraph with the place where it stands.

Built anew after each edit, so it only lists: what is read out of a text is kept by the functions
that read it, and only changed texts are read again.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from mou_desktop.model.document import (
    NOTHING,
    Article,
    Block,
    Document,
    Paragraph,
    SignatureBlock,
    SignerPart,
    Title,
    paragraphs,
    place,
    signing_rows,
)
from mou_desktop.model.finding import Spot

_NUMBER = re.compile(r"\d+(?:-\d+)*")
TITLE, PREAMBLE, SIGNATURE = "title", "preamble", "signature"


class Line(NamedTuple):
    """A paragraph of a version; `number` counts within its place, as in `Spot`."""

    tag: str
    place: str
    number: int
    text: str
    paragraph: Paragraph

    def spot(self, start: int, end: int) -> Spot:
        """A stretch of this paragraph."""
        return Spot(self.tag, self.place, self.number, start, end)

    @property
    def whole(self) -> Spot:
        """All of it."""
        return self.spot(0, len(self.text))

    @property
    def in_article(self) -> bool:
        return self.place not in (TITLE, PREAMBLE, SIGNATURE)


class Index:
    """The paragraphs of all versions. `tags` are in the order of the documents."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.tags = tuple(documents)
        self.amends = any(document.amends for document in documents.values())
        self.corrects = any(document.corrects for document in documents.values())
        self.blocks: dict[str, dict[str, Block]] = {
            tag: {place(block): block for block in document.blocks}
            for tag, document in documents.items()
        }
        self._lines: dict[str, dict[str, tuple[Line, ...]]] = {
            tag: {where: _lines(tag, where, block) for where, block in blocks.items()}
            for tag, blocks in self.blocks.items()
        }

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every paragraph, place by place, in each place version by version."""
        return tuple(
            line for where in self.places for tag in self.tags for line in self.at(tag, where)
        )

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Every place of any version, in reading order of the version that has most of them."""
        fullest = max(self.tags, key=lambda tag: len(self.blocks[tag]), default="")
        others = (where for blocks in self.blocks.values() for where in blocks)
        return tuple(dict.fromkeys((*self.blocks.get(fullest, ()), *others)))

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The places that are articles."""
        return tuple(where for where in self.places if where not in (TITLE, PREAMBLE, SIGNATURE))

    @cached_property
    def heading(self) -> dict[str, int]:
        """In each version, the line of the title that names the kind of document."""
        found = {}
        for tag, blocks in self.blocks.items():
            title = blocks.get(TITLE)
            found[tag] = title.heading if isinstance(title, Title) else -1
        return found

    def at(self, tag: str, where: str) -> tuple[Line, ...]:
        """The paragraphs of a place in a version; none where it has no such place."""
        return self._lines[tag].get(where, ())

    def version(self, tag: str) -> tuple[Line, ...]:
        """All paragraphs of a version."""
        return tuple(line for lines in self._lines[tag].values() for line in lines)

    def text(self, tag: str, where: str) -> str:
        """A place of a version as one text."""
        return "\n".join(line.text for line in self.at(tag, where))

    def having(self, where: str) -> tuple[str, ...]:
        """The versions that have some text in a place."""
        return tuple(
            tag for tag in self.tags if any(line.text.strip() for line in self.at(tag, where))
        )

    def printed(self, where: str) -> str:
        """A place as people call it: the number of an article, or its name."""
        for blocks in self.blocks.values():
            block = blocks.get(where)
            if isinstance(block, Article) and block.number > 0:
                kept = _NUMBER.search(block.heading)
                return kept[0] if kept else str(block.number)
        return where


def _lines(tag: str, where: str, block: Block) -> tuple[Line, ...]:
    return tuple(
        Line(tag, where, number, paragraph.text, paragraph)
        for number, paragraph in enumerate(paragraphs(block))
    )


def signature_lines(index: Index, tag: str) -> list[dict[SignerPart, Line]]:
    """The lines of each signer, by what they hold; those of the first signatory, where two sign."""
    block = index.blocks[tag].get(SIGNATURE)
    if not isinstance(block, SignatureBlock):
        return []
    found: list[dict[SignerPart, Line]] = [{} for _signer in block.signers]
    lines = iter(index.at(tag, SIGNATURE))
    for part, row in signing_rows(block.signers):
        for own, paragraph in zip(found, row, strict=True):
            if paragraph is not NOTHING:
                own.setdefault(part, next(lines))
    return found


def signers(block: Block) -> int:
    """How many parties a signature block has."""
    return len(block.signers) if isinstance(block, SignatureBlock) else 0
