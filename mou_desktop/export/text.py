"""A document as plain text: one paragraph a line, an empty line between paragraphs."""

from mou_desktop.languages.base import NBSP
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    SignatureBlock,
    notes,
    paragraphs,
)


def to_text(document: Document) -> str:
    """The whole version. Spaces are ordinary ones, so that the words can be searched for."""
    lines = [line for block in document.blocks for line in _lines(block)]
    return "\n\n".join(lines).replace(NBSP, " ") + "\n"


def _lines(block: Block) -> list[str]:
    texts = [paragraph.text for paragraph in paragraphs(block)]
    if isinstance(block, SignatureBlock):
        return ["\n".join(line.text for line in each.lines if line.runs) for each in block.signers]
    texts += [note.text for note in notes(block)]
    return [block.heading, *texts] if isinstance(block, Article) else texts
