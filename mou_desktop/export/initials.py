"""Where everybody who signs puts the initials (the paraph), at the foot of each page."""

from collections.abc import Iterator

from mou_desktop.model.document import Document, Gap, Paragraph, SignatureBlock

BLANK = "_" * 12
NAME_LIMIT = 32
"""Two names of this length have room on one line, with the blanks."""
ABREAST = 2


def initials(document: Document) -> Iterator[tuple[str, ...]]:
    """The lines, each with what stands at its left and at its right end."""
    for block in document.blocks:
        if isinstance(block, SignatureBlock):
            names = [name for each in block.signers for _position, name in each.people]
            lines = [f"{BLANK} {_signatory(name)}".rstrip() for name in names]
            for start in range(0, len(lines), ABREAST):
                yield tuple(lines[start : start + ABREAST])


def _signatory(name: Paragraph) -> str:
    """The name behind the line of the signature, where it is known and short."""
    filled = (run.text for run in name.runs if run.path and run.gap is not Gap.MISSING)
    text = "".join(filled)
    return text if len(text) <= NAME_LIMIT else ""
