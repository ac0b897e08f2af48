"""How much room a text takes, roughly: enough to know what cannot stay together on one page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mou_desktop.export.pen import name_indent
from mou_desktop.model.document import (
    Article,
    Block,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    SignerPart,
    notes,
    signing_rows,
)
from mou_desktop.model.layout import Layout

POINTS_PER_MM = 72 / 25.4
SHEET_HEIGHT = 297
WIDE, NARROW = 0.55, 0.45
"""Letters of Times New Roman, as parts of the font size."""
LINE_HEIGHT = 1.22
"""With the spacing of lines, likewise."""
BAND_SPACE = 6
"""In lines: what the styles leave for the pen and around a band of signatures."""
SHORT_ROW = 10
"""In lines: a row of two versions side by side that has no more stays whole. (LibreOffice leaves
single lines behind in a table.)
"""
CARRIED_LINES = 5
"""In lines: the headings that go along with the signatures."""


@dataclass(frozen=True)
class Page:
    """A page of a layout, whose text has a width in points."""

    layout: Layout
    width: float

    @property
    def lines(self) -> int:
        """How many lines it has room for."""
        height = (SHEET_HEIGHT - self.layout.top - self.layout.bottom) * POINTS_PER_MM
        return int(height / (self.layout.size * LINE_HEIGHT))

    def taken(self, paragraphs: Iterable[Paragraph], abreast: int = 1, letter: float = WIDE) -> int:
        """How many lines the paragraphs take, each as wide as so many abreast."""
        letters = max(1.0, self.width / abreast / (self.layout.size * letter))
        return sum(max(1, ceil(len(each.text) / letters)) for each in paragraphs)

    def bands(self, block: SignatureBlock, abreast: int, letter: float = WIDE) -> list[int]:
        """How many lines the signatures take, band under band of so many abreast."""
        return [
            BAND_SPACE
            + sum(
                max(self._names(row, abreast, letter))
                if part is SignerPart.NAME
                else max(self.taken([line], abreast, letter) for line in row)
                for part, row in signing_rows(block.signers[start : start + abreast])
            )
            for start in range(0, len(block.signers), abreast)
        ]

    def _names(self, row: Sequence[Paragraph], abreast: int, letter: float) -> Iterator[int]:
        """How many lines each name takes, beside the line for its signature."""
        indent = name_indent(self.layout.size, self.width / abreast)
        beside = replace(self, width=self.width - indent * abreast)
        for line in row:
            name = line.text.lstrip("_ ") if indent else line.text
            yield beside.taken([Paragraph((Run(name),))], abreast, letter)

    def signs_whole(self, block: SignatureBlock, abreast: int) -> bool:
        """Whether there may be room for all signatures, and for the end of the text above them."""
        return sum(self.bands(block, abreast, NARROW)) + CARRIED_LINES <= self.lines


def closing_styles(
    blocks: tuple[Block, ...], page: Page, abreast: int
) -> dict[int, dict[int, str]]:
    """The style of the paragraphs that the signatures must not be parted from, by the numbers of
    the block and of the paragraph in it.

    The last article stays whole where it can, and takes the paragraph above it along where there is
    room: the page of the signatures is not to hold the closing clause alone.
    """
    signatures = blocks[-1] if blocks else None
    texts = {
        number: each.paragraphs
        for number, each in enumerate(blocks[:-1])
        if isinstance(each, Preamble | Article) and each.paragraphs
    }
    if not texts or not isinstance(signatures, SignatureBlock):
        return {}
    last, *others = sorted(texts, reverse=True)
    closing = texts[last]
    bands = page.bands(signatures, abreast)
    room = page.lines - CARRIED_LINES - page.taken(notes(blocks[last]))
    room -= sum(bands) if page.signs_whole(signatures, abreast) else bands[0]
    whole = _kept_together(closing, page, room)
    if whole == 0:
        return {last: {len(closing) - 1: "ClosingText"}}
    styles = {last: dict.fromkeys(range(len(closing) - whole, len(closing)), "ClosingClause")}
    above = texts[others[0]][-1:] if others and whole == len(closing) else ()
    if above and page.taken((*closing, *above, *notes(blocks[others[0]]))) <= room:
        styles[others[0]] = {len(texts[others[0]]) - 1: "ClosingText"}
    return styles


def _kept_together(paragraphs: Sequence[Paragraph], page: Page, room: int) -> int:
    """How many of the last paragraphs so many lines have room for."""
    for number in range(len(paragraphs)):
        if page.taken(paragraphs[number:]) <= room:
            return len(paragraphs) - number
    return 0
