"""Two versions side by side as strips: rows of two columns. What says the same stands abreast."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt

from mou_desktop.export.fit import SHORT_ROW, Page
from mou_desktop.model.document import NOTHING, Block, Document, SignatureBlock, Title
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.strips import (
    Along,
    Line,
    Row,
    Setter,
    Strip,
    bodies,
    gap,
    rows,
    signer_rows,
)
from mou_desktop.qtdoc.paging.styles import Style

Pair = tuple[Document, Document]


def pair_strips(pair: Pair, layout: Layout, along: Along) -> Iterator[Strip]:
    """The strips from top to bottom."""
    setter = _Setter(layout, along)
    page = Page(layout, setter.width / styles.POINT)
    before: Style | None = None
    left, right = (bodies(document, along) for document in pair)
    for (one, body, last), (other, _body, _last) in zip(left, right, strict=True):
        if isinstance(one, Title) and isinstance(other, Title):
            yield from setter.titles(one, other)
            before = styles.SUBTITLE
            continue
        for row in _rows(one, other, body, last, page):
            yield from setter.columns(row, one, before)
            before = row[0][0]


def _rows(left: Block, right: Block, body: Style, last: Style, page: Page) -> Iterator[Row]:
    """What stands abreast. Everybody signs under each of the two texts."""
    if isinstance(left, SignatureBlock) and isinstance(right, SignatureBlock):
        small = any(page.is_tight(each, 1) for each in (left, right))
        for number, signers in enumerate(zip(left.signers, right.signers, strict=True), start=1):
            yield from signer_rows(signers, last=number == len(left.signers), small=small)
        return
    sides = [[row[0] for row in rows(block, body, last=last)] for block in (left, right)]
    for one, other in zip_longest(*sides):
        style = _narrow((one or other)[0])
        yield [(style, each[1] if each else NOTHING) for each in (one, other)]


def _narrow(style: Style) -> Style:
    """A style in short lines, which are not justified."""
    is_justified = style.alignment == Qt.AlignmentFlag.AlignJustify
    return style._replace(
        alignment=Qt.AlignmentFlag.AlignLeft if is_justified else style.alignment,
        indent=styles.COLUMN_INDENT if style.indent else 0,
    )


class _Setter:
    """Divides paragraphs into the lines of two columns."""

    def __init__(self, layout: Layout, along: Along) -> None:
        self._along = along
        self._setter = Setter(layout, None)
        whole = styles.text_width(layout)
        self.width = (whole - styles.CELL_MARGIN) / 2
        self._height = (styles.HEIGHT - layout.top - layout.bottom) * styles.MM
        self._step = (whole + styles.CELL_MARGIN) / 2

    def titles(self, *pair: Title) -> Iterator[Strip]:
        """Both titles from the same height, whatever stands in which of their lines; what is longer
        than a page goes on, line beside line.
        """
        sides = [list(self._stacked(title, column)) for column, title in enumerate(pair)]
        height = max(side[-1].y + _height(side[-1:]) for side in sides)
        if height <= self._height:
            yield Strip((*sides[0], *sides[1]), height, 0.0, True, pair[0])
            return
        for lines in zip_longest(*sides):
            abreast = tuple(line._replace(y=0.0) for line in lines if line is not None)
            yield Strip(abreast, _height(abreast), 0.0, True, pair[0])

    def columns(self, row: Row, block: Block, before: Style | None) -> Iterator[Strip]:
        """Line beside line; a short row is divided only where its lines keep the
        signatures company.
        """
        style = row[0][0]
        space, may_begin = gap(style, before), before is None or not before.keeps_next
        texts = [self._setter.text(each, paragraph, self.width) for each, paragraph in row]
        counts = [text.layout.lineCount() for text in texts]
        count = max(counts)
        lends_lines = self._along is Along.LINES and style.keeps_next
        is_whole = style.whole or (count <= SHORT_ROW and not lends_lines)
        for number in range(count):
            lines = tuple(
                Line(text, number, column * self._step, 0)
                for column, text in enumerate(texts)
                if number < counts[column]
            )
            if number:
                enough = min(number, count - number) >= styles.WIDOWS
                may_begin, space = enough and not is_whole, 0.0
            yield Strip(lines, _height(lines), space, may_begin, block)

    def _stacked(self, title: Title, column: int) -> Iterator[Line]:
        """The lines of a title, one below another."""
        y, before = 0.0, None
        for [(style, paragraph)] in rows(title, styles.BODY, last=styles.BODY):
            y += gap(style, before)
            text = self._setter.text(style, paragraph, self.width)
            for number in range(text.layout.lineCount()):
                line = Line(text, number, column * self._step, y)
                yield line
                y += _height([line])
            before = style


def _height(lines: Sequence[Line]) -> float:
    return max(line.shape.height() for line in lines) * styles.LINE_SPACING
