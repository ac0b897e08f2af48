"""The signed memorandum with its errors, as documents."""

import re
from pathlib import Path

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

_SEED = Path(__file__).parent.parent / "golden" / "seed-memorandum.txt"
# The lines of each version, first and last; which paragraphs behind the last article are a party,
# a position and a name.
_VERSIONS = {
    "az": (81, 165, ((0, 2, 4), (1, 5, 6))),
    "kk": (1, 80, ((0, 1, None), (2, 3, None))),
    "ru": (232, 323, ((0, 2, 3), (1, 4, 5))),
    "en": (166, 231, ((0, 2, None), (1, 3, None))),
}
_HEADING = re.compile(r"(?:Maddə|Статья|Article) (\d+)|(\d+)-бап")


def documents() -> dict[str, Document]:
    """The four versions."""
    return {tag: _document(tag) for tag in _VERSIONS}


def _document(tag: str) -> Document:
    first, last, signers = _VERSIONS[tag]
    lines = _SEED.read_text("utf-8").splitlines()[first - 1 : last]
    plain = re.sub(r"\\(.)", r"\1", re.sub(r"(?m)^#+ |\*\*", "", "\n".join(lines)))
    texts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", plain) if part.strip()]
    heads = [number for number, text in enumerate(texts) if _HEADING.fullmatch(text)]
    before = texts[: heads[0]]
    blocks: list[Block] = [
        Title(tuple(map(_paragraph, before[:-1])), heading=0),
        Preamble((_paragraph(before[-1]),)),
    ]
    ends = [*heads[1:], heads[-1] + 2]
    for head, end in zip(heads, ends, strict=True):
        number = int(re.sub(r"\D", "", texts[head]))
        body = tuple(map(_paragraph, texts[head + 1 : end]))
        blocks.append(Article(str(number), number, texts[head], body))
    behind = texts[heads[-1] + 2 :]
    block = SignatureBlock(
        tuple(
            Signer(
                _paragraph(behind[party]),
                _paragraph(behind[position]),
                _paragraph("" if name is None else behind[name]),
                _paragraph(""),
            )
            for party, position, name in signers
        )
    )
    return Document(tag, (*blocks, block))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))
