"""Where everybody who signs puts the initials (the paraph), at the foot of each page."""

from collections.abc import Iterator
from itertools import zip_longest

from mou_desktop.model.document import Document, Gap, Paragraph, SignatureBlock

BLANK = "_" * 12
NAME_LIMIT = 32
"""Two names of this length have room on one line, with the blanks."""
ABREAST = 2


def initials(document: Document) -> Iterator[tuple[str, ...]]:
    """The lines, each with what stands at its left and at its right end: a party on each side, as
    in the signatures. Empty is the side of who has no second signatory.
    """
    for block in document.blocks:
        if isinstance(block, SignatureBlock):
            for start in range(0, len(block.signers), ABREAST):
                sides = [
                    [f"{BLANK} {_signatory(name)}".rstrip() for _position, name in each.people]
                    for each in block.signers[start : start + ABREAST]
                ]
                yield from zip_longest(*sides, fillvalue="")


def _signatory(name: Paragraph) -> str:
    """The name behind the line of the signature, where it is known and short."""
    filled = (run.text for run in name.runs if run.path and run.gap is not Gap.MISSING)
    text = "".join(filled)
    return text if len(text) <= NAME_LIMIT else ""
