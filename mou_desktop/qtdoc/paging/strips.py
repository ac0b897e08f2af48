"""A document as strips: what is as wide as the page and never divided, such as a line of text."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from mou_desktop.export.fit import Page
from mou_desktop.export.pen import for_the_pen, name_indent
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Gap,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Signer,
    SignerPart,
    Title,
    notes,
    signing_rows,
)
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.blocks import SERIF, SIGNERS_ABREAST, Tints
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.styles import POINT, Style


class Along(IntEnum):
    """What goes along to the page of the signatures: the end of the closing clause, all of it, or
    the end of the text above it, too, so that the clause does not stand there alone with them.
    """

    LINES = 0
    CLAUSE = 1
    MORE = 2


class Text(NamedTuple):
    """A paragraph that has been divided into lines."""

    paragraph: Paragraph
    layout: QTextLayout


class Line(NamedTuple):
    """A line of a text, at `x` and `y` within its strip."""

    text: Text
    number: int
    x: float
    y: float

    @property
    def shape(self) -> QTextLine:
        return self.text.layout.lineAt(self.number)


class Strip(NamedTuple):
    """What is never divided. `gap` is left free above it, unless it is the first on a page;
    `may_begin` says whether a page may begin with it.
    """

    lines: tuple[Line, ...]
    height: float
    gap: float
    may_begin: bool
    place: Block


def strips(
    document: Document, layout: Layout, tints: Tints | None, along: Along
) -> Iterator[Strip]:
    """The strips from top to bottom. With `tints`, fields have a background."""
    setter = Setter(layout, tints)
    page = Page(layout, styles.text_width(layout) / POINT)
    before: Style | None = None
    for block, body, last in bodies(document, along):
        small = isinstance(block, SignatureBlock) and page.is_tight(block, SIGNERS_ABREAST)
        for group in rows(block, body, last=last, small=small):
            yield from setter.row(group, block, before)
            before = group[0][0]


def bodies(document: Document, along: Along) -> Iterator[tuple[Block, Style, Style]]:
    """The blocks, each with the style of its text and that of its last paragraph."""
    following = (*document.blocks[1:], None, None)
    for number, block in enumerate(document.blocks):
        body = styles.BODY
        if isinstance(following[number], SignatureBlock):
            body = styles.CLOSING if along >= Along.CLAUSE else styles.CARRIED
        is_above = isinstance(following[number + 1], SignatureBlock)
        yield block, body, styles.CARRIED if along is Along.MORE and is_above else body


_PARTS = {SignerPart.PARTY: styles.PARTY, SignerPart.NAME: styles.NAME}
_SMALL = {
    SignerPart.PARTY: styles.PARTY_SMALL,
    SignerPart.DETAIL: styles.SIGNATURE_SMALL,
    SignerPart.POSITION: styles.SIGNATURE_SMALL,
}
_ENDS = {SignerPart.NAME: styles.NAME_END}
Row = Sequence[tuple[Style, Paragraph]]


def rows(block: Block, body: Style, *, last: Style, small: bool = False) -> Iterator[Row]:
    """What stands abreast: one paragraph, but in the signature block one for each signer. `last` is
    the style of the block's last paragraph of text; with `small`, what stands above the names of
    signatories is smaller than they are.
    """
    match block:
        case Title(lines, heading):
            for number, line in enumerate(lines):
                yield [(styles.TITLE if number == heading else styles.SUBTITLE, line)]
            yield from ([(styles.TITLE_NOTE, note)] for note in notes(block))
        case Preamble() | Article():
            if isinstance(block, Article):
                yield [(styles.HEADING, Paragraph((Run(block.heading),)))]
            note = styles.CLOSING_NOTE if last.keeps_next else styles.NOTE
            if block.notes and not last.keeps_next:
                last = styles.CARRIED
            yield from ([(body, each)] for each in block.paragraphs[:-1])
            yield from ([(last, each)] for each in block.paragraphs[-1:])
            yield from ([(note, each)] for each in notes(block))
        case SignatureBlock(signers):
            for start in range(0, len(signers), SIGNERS_ABREAST):
                ends = start + SIGNERS_ABREAST >= len(signers)
                band = signers[start : start + SIGNERS_ABREAST]
                yield from signer_rows(band, last=ends, small=small)


def signer_rows(band: Sequence[Signer], *, last: bool, small: bool) -> Iterator[Row]:
    """The rows in which anything stands; the place of the seals may be left out."""
    parts = {**_PARTS, **_SMALL} if small else _PARTS
    filled = [(part, row) for part, row in signing_rows(band) if any(text.runs for text in row)]
    for number, (part, texts) in enumerate(filled, start=1):
        ends = last and number == len(filled)
        style = _ENDS.get(part, styles.END) if ends else parts.get(part, styles.SIGNATURE)
        yield [(style, text) for text in texts]


class Setter:
    """Divides paragraphs into lines."""

    def __init__(self, layout: Layout, tints: Tints | None) -> None:
        self._layout = layout
        self._tints = tints
        self._font = font(layout, layout.size)
        self._small = font(layout, layout.small_size)

    def row(self, row: Row, block: Block, before: Style | None) -> Iterator[Strip]:
        """The strips of what stands abreast, behind a paragraph of the style `before`."""
        style = row[0][0]
        space, may_begin = gap(style, before), before is None or not before.keeps_next
        if isinstance(block, SignatureBlock):
            yield self._abreast(row, block, space, may_begin=may_begin)
            return
        text = self.text(style, row[0][1], styles.text_width(self._layout))
        count = text.layout.lineCount()
        for number in range(count):
            height = text.layout.lineAt(number).height() * styles.LINE_SPACING
            if number:
                enough = min(number, count - number) >= styles.WIDOWS
                may_begin, space = enough and not style.whole, 0.0
            yield Strip((Line(text, number, 0, 0),), height, space, may_begin, block)

    def _abreast(self, row: Row, block: Block, gap: float, *, may_begin: bool) -> Strip:
        width = styles.text_width(self._layout) / SIGNERS_ABREAST
        lines: list[Line] = []
        height = 0.0
        for column, (style, paragraph) in enumerate(row):
            text = self.text(style, paragraph, width - styles.CELL_MARGIN)
            y = 0.0
            for number in range(text.layout.lineCount()):
                lines.append(Line(text, number, column * width, y))
                y += text.layout.lineAt(number).height() * styles.LINE_SPACING
            height = max(height, y)
        return Strip(tuple(lines), height, gap, may_begin, block)

    def text(self, style: Style, paragraph: Paragraph, width: float) -> Text:
        """A paragraph in lines of this width."""
        paragraph = for_the_pen(paragraph, self._layout.size)
        layout = QTextLayout(paragraph.text, self._small if style.small else self._font)
        option = QTextOption(style.alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(style, paragraph)))
        layout.beginLayout()
        indent, further = style.indent * POINT, 0.0
        if style.hangs:
            further = name_indent(self._layout.size, width / POINT) * POINT
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width - indent)
            line.setPosition(QPointF(indent, 0))
            indent = further
        layout.endLayout()
        return Text(paragraph, layout)

    def _formats(self, style: Style, paragraph: Paragraph) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for run in paragraph.runs:
            length = units(run.text)
            look = QTextCharFormat()
            if run.strong or style.strong:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(style.italic)
            if style.letter_spacing:
                look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                look.setFontLetterSpacing(style.letter_spacing * POINT)
            if self._tints is not None and run.source:
                settled = run.gap is None or run.gap is Gap.STALE
                look.setBackground(QBrush(self._tints.field if settled else self._tints.open))
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = start, length, look
            yield stretch
            start += length


def gap(style: Style, before: Style | None) -> float:
    """What is left free above a paragraph, behind one of the style `before`."""
    if before is None or (style.contextual and before == style):
        return 0.0
    return max(style.before, before.after) * POINT


def font(layout: Layout, points: float) -> QFont:
    """The font of the pages in this size; what it is called elsewhere stands in for it."""
    found = QFont([layout.font, *SERIF])
    found.setPixelSize(round(points * POINT))
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


def units(text: str) -> int:
    """How long Qt thinks a text is."""
    return len(text.encode("utf-16-le")) // 2
