"""Takes imported versions and the paragraphs of their files; gives the versions as they stand there.

The import takes away what nobody sees, and spaces that are too many; the checks are to find them.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Signer,
    Title,
)
from mou_desktop.model.fields import clean

_SPACES = re.compile(r"[^\S\n]{2}")


def as_written(documents: Mapping[str, Document], texts: Iterable[str]) -> dict[str, Document]:
    """The versions with each paragraph as its file has it; `texts` are in the order of the files."""
    written: dict[str, list[str]] = {}
    for text in texts:
        written.setdefault(_tidy(text), []).append(text)
    return {tag: _with(document, written) for tag, document in documents.items()}


def _with(document: Document, written: Mapping[str, list[str]]) -> Document:
    def own(paragraph: Paragraph) -> Paragraph:
        """Of equal paragraphs the files' next one."""
        found = written.get(_tidy(paragraph.text), [])
        text = found.pop(0) if len(found) > 1 else next(iter(found), paragraph.text)
        return paragraph if _is_tidy(text) else Paragraph((Run(text),))

    blocks: list[Block] = []
    for block in document.blocks:
        match block:
            case Title(lines=lines):
                blocks.append(block._replace(lines=tuple(map(own, lines))))
            case Preamble(paragraphs=texts) | Article(paragraphs=texts):
                blocks.append(block._replace(paragraphs=tuple(map(own, texts))))
            case SignatureBlock(signers=signers):
                blocks.append(SignatureBlock(tuple(_signer(each, own) for each in signers)))
    return document._replace(blocks=tuple(blocks))


def _signer(signer: Signer, own: Callable[[Paragraph], Paragraph]) -> Signer:
    return Signer(
        own(signer.party),
        own(signer.position),
        own(signer.name),
        own(signer.seal),
        tuple(map(own, signer.details)),
        tuple(map(own, signer.second)),
    )


def _tidy(text: str) -> str:
    return " ".join(clean(text).split())


def _is_tidy(text: str) -> bool:
    return clean(text) == text and not _SPACES.search(text)
