"""How much room a text takes, roughly: enough to know what cannot stay together on one page."""

from collections.abc import Iterable, Sequence
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
SPARE_LINES = 1
"""In lines: for a band of signatures whose words are long."""
_SPACES = {SignerPart.PARTY: 24, SignerPart.NAME: 30}
_SPACE = 6
"""In points: what the styles leave for the pen, and above other lines of signatures."""
CELL_MARGIN = 17
"""In points, of signatures abreast."""
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

    def taken(self, paragraphs: Iterable[Paragraph], letter: float = WIDE) -> int:
        """How many lines the paragraphs take."""
        letters = max(1.0, self.width / (self.layout.size * letter))
        return sum(max(1, ceil(len(each.text) / letters)) for each in paragraphs)

    def is_tight(self, block: SignatureBlock, abreast: int) -> bool:
        """Whether what stands above the names has to be smaller than the text, so that the page of
        the signatures has room for the end of the text, too.
        """
        return sum(self._bands(block, abreast, WIDE, small=False)) + CARRIED_LINES > self.lines

    def bands(self, block: SignatureBlock, abreast: int, letter: float = WIDE) -> list[float]:
        """How many lines the signatures take, band under band of so many abreast."""
        return self._bands(block, abreast, letter, small=self.is_tight(block, abreast))

    def signs_whole(self, block: SignatureBlock, abreast: int) -> bool:
        """Whether there may be room for all signatures, and for the end of the text above them;
        where they are tight already, whether there surely is.
        """
        letter = WIDE if self.is_tight(block, abreast) else NARROW
        return sum(self.bands(block, abreast, letter)) + CARRIED_LINES <= self.lines

    def _bands(
        self, block: SignatureBlock, abreast: int, letter: float, *, small: bool
    ) -> list[float]:
        column = self.width / abreast - (CELL_MARGIN if abreast > 1 else 0)
        indent = name_indent(self.layout.size, column)
        names = replace(self, width=column - indent)
        size = self.layout.small_size if small else self.layout.size
        others = replace(self, width=column, layout=replace(self.layout, size=size))
        line = self.layout.size * LINE_HEIGHT

        def height(part: SignerPart, row: Sequence[Paragraph]) -> float:
            space = _SPACES.get(part, _SPACE) / line
            if part is SignerPart.NAME:
                return space + max(
                    names.taken([_behind_line(each, indent)], letter) for each in row
                )
            taken = max(others.taken([each], letter) for each in row)
            return space + taken * size / self.layout.size

        starts = range(0, len(block.signers), abreast)
        rows = (signing_rows(block.signers[start : start + abreast]) for start in starts)
        return [
            SPARE_LINES
            + sum(height(part, row) for part, row in each if any(text.runs for text in row))
            for each in rows
        ]


def _behind_line(name: Paragraph, indent: float) -> Paragraph:
    """What stands beside the line for the signature."""
    return Paragraph((Run(name.text.lstrip("_ ")),)) if indent else name


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
    room: float = page.lines - CARRIED_LINES - page.taken(notes(blocks[last]))
    room -= sum(bands) if page.signs_whole(signatures, abreast) else bands[0]
    whole = _kept_together(closing, page, room)
    if whole == 0:
        return {last: {len(closing) - 1: "ClosingText"}}
    styles = {last: dict.fromkeys(range(len(closing) - whole, len(closing)), "ClosingClause")}
    above = texts[others[0]][-1:] if others and whole == len(closing) else ()
    if above and page.taken((*closing, *above, *notes(blocks[others[0]]))) <= room:
        styles[others[0]] = {len(texts[others[0]]) - 1: "ClosingText"}
    return styles


def _kept_together(paragraphs: Sequence[Paragraph], page: Page, room: float) -> int:
    """How many of the last paragraphs so many lines have room for."""
    for number in range(len(paragraphs)):
        if page.taken(paragraphs[number:]) <= room:
            return len(paragraphs) - number
    return 0
