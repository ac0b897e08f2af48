"""Takes a document; gives its text as it is read on paper, place by place."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mou_desktop.model.document import Article, Document, Paragraph, place


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


def lines(part: Any) -> Iterator[Paragraph]:
    """Every paragraph of a block as it is read: what belongs to one signer stays together."""
    if isinstance(part, Paragraph):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from lines(each)
