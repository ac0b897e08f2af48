"""Two versions side by side in a Word file: a table without borders, a row for each paragraph, so
that what says the same stands abreast.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mou_desktop.export.docx_body import (
    NOTE,
    Writer,
    add_row,
    add_table,
    note_style,
    signature_rows,
)
from mou_desktop.export.docx_markup import Element, add_paragraph
from mou_desktop.export.docx_styles import text_width
from mou_desktop.export.fit import SHORT_ROW, Page, closing_styles
from mou_desktop.model.document import (
    NOTHING,
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Title,
    notes,
)
from mou_desktop.model.layout import Layout

GAP = 340
"""Between the columns, in twentieths of a point; the table style has half of it as a margin."""
Pair = tuple[Document, Document]


def fill_columns(body: Element, pair: Pair, layout: Layout, ids: Iterator[int]) -> None:
    """Adds two versions of one agreement to a `w:body`. `ids` are the numbers of the content
    controls.
    """
    columns = _Columns(body, pair, layout, ids)
    styles = _closing_styles(pair, layout)
    for number, (left, right) in enumerate(_abreast(pair)):
        columns.blocks((left, right), styles.get(number, {}))
        if isinstance(left, Title) and layout.title_page:
            add_paragraph(body, "PageOpening")
            columns.start_table()
    add_paragraph(body, "DocumentEnd")


def _abreast(pair: Pair) -> Iterator[tuple[Block, Block]]:
    left, right = pair
    return zip(left.blocks, right.blocks, strict=True)


def _closing_styles(pair: Pair, layout: Layout) -> dict[int, dict[int, str]]:
    """The styles by block and paragraph; a row stays whole when both its versions can."""
    each = [closing_styles(document.blocks, _page(layout), 1) for document in pair]
    left, right = each
    return {
        block: {
            number: "ClosingClause" if both == {"ClosingClause"} else "ClosingText"
            for number in {*left.get(block, {}), *right.get(block, {})}
            for both in [{side.get(block, {}).get(number) for side in each}]
        }
        for block in {*left, *right}
    }


def _page(layout: Layout) -> Page:
    return Page(layout, (text_width(layout) - GAP) / 2 / 20)


class _Columns:
    """Writes blocks in pairs, row under row."""

    def __init__(self, body: Element, pair: Pair, layout: Layout, ids: Iterator[int]) -> None:
        self._body = body
        self._layout = layout
        self._page = _page(layout)
        self._writers = [Writer(document.language, layout, ids) for document in pair]
        width = text_width(layout) + GAP
        self._widths = [width // 2, width // 2]
        self.start_table()

    def start_table(self) -> None:
        width = text_width(self._layout) + GAP
        if self._layout.title_page and not len(self._body):
            add_paragraph(self._body, "TitlePage")
        self._table = add_table(self._body, "Columns", width, self._widths, indent=-GAP // 2)

    def blocks(self, pair: tuple[Block, Block], styles: dict[int, str]) -> None:
        """`styles` are those of paragraphs that are no ordinary body text, by their number."""
        match pair:
            case (Title() as left, Title() as right):
                self._titles(left, right)
            case (Preamble(left), Preamble(right)):
                self._paragraphs("preamble", left, right, styles)
                self._notes(*pair, note_style(styles))
            case (Article() as left, Article() as right):
                headings = [Paragraph((Run(each.heading),)) for each in (left, right)]
                tag = f"article:{left.id}"
                self._row(tag, "Heading2", headings, whole=True)
                self._paragraphs(tag, left.paragraphs, right.paragraphs, styles)
                self._notes(left, right, note_style(styles))
            case (SignatureBlock() as left, SignatureBlock() as right):
                self._signatures(left, right)

    def _titles(self, left: Title, right: Title) -> None:
        cells = add_row(self._table, self._widths, whole=False)
        for writer, cell, title in zip(self._writers, cells, (left, right), strict=True):
            writer.block(cell, title, {})

    def _paragraphs(
        self,
        tag: str,
        left: Sequence[Paragraph],
        right: Sequence[Paragraph],
        styles: dict[int, str],
    ) -> None:
        for number, texts in enumerate(zip_longest(left, right, fillvalue=NOTHING)):
            style = styles.get(number, "BodyText")
            is_short = all(self._page.taken([text]) <= SHORT_ROW for text in texts)
            self._row(tag, style, texts, whole=is_short or style == "ClosingClause")

    def _notes(self, left: Block, right: Block, style: str) -> None:
        for texts in zip_longest(notes(left), notes(right), fillvalue=NOTHING):
            self._row(NOTE, style, texts, whole=True)

    def _signatures(self, left: SignatureBlock, right: SignatureBlock) -> None:
        """Everybody signs under each of the two texts."""
        whole = all(self._page.signs_whole(each, 1) for each in (left, right))
        small = any(self._page.is_tight(each, 1) for each in (left, right))
        bands = list(zip(left.signers, right.signers, strict=True))
        for style, texts in signature_rows(bands, whole=whole, small=small):
            self._row("signature", style, texts, whole=True)

    def _row(self, tag: str, style: str, texts: Sequence[Paragraph], *, whole: bool) -> None:
        cells = add_row(self._table, self._widths, whole=whole)
        for writer, cell, text in zip(self._writers, cells, texts, strict=True):
            writer.paragraph(writer.control(cell, tag, tag), style, text)
