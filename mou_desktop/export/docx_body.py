"""A document as the body of a Word file: a tree of WordprocessingML (ECMA-376-1 §17).

How things look is left to the styles of the base document. What was filled in is a content
control that bears the field's path and form («parties.0.name.ru#instrumental»), and every block
one that bears its place («article:validity»), so that the file can be read again.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mou_desktop.export.docx_markup import Element, add, add_paragraph, add_run, measure, name
from mou_desktop.export.docx_styles import text_width
from mou_desktop.export.fit import Page, closing_styles
from mou_desktop.export.pen import for_the_pen
from mou_desktop.languages import registry
from mou_desktop.model.document import (
    NOTHING,
    Article,
    Block,
    Document,
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

ABREAST = 2
# The tag and the styles of notes, by which they are told from the text when a file is read again.
NOTE = "amendment-note"
ARTICLE_NOTE, CLOSING_NOTE, TITLE_NOTE = (
    "AmendmentNote",
    "AmendmentNoteClosing",
    "AmendmentNoteTitle",
)
STYLES = {SignerPart.PARTY: "SignatureParty", SignerPart.NAME: "SignatureName"}
SMALL_STYLES = {
    SignerPart.PARTY: "SignaturePartySmall",
    SignerPart.DETAIL: "SignatureSmall",
    SignerPart.POSITION: "SignatureSmall",
}
END_STYLES = {SignerPart.NAME: "SignatureNameEnd"}


def fill_body(body: Element, document: Document, layout: Layout, ids: Iterator[int]) -> Element:
    """Adds the document to a `w:body`, and gives the paragraph that ends it. `ids` are the numbers
    of the content controls.
    """
    writer = Writer(document.language, layout, ids)
    page = Page(layout, text_width(layout) / 20)
    styles = closing_styles(document.blocks, page, ABREAST)
    for number, block in enumerate(document.blocks):
        if isinstance(block, Title) and layout.title_page:
            writer.title_page(body, block)
        elif isinstance(block, SignatureBlock):
            whole, small = page.signs_whole(block, ABREAST), page.is_tight(block, ABREAST)
            writer.signatures(body, block, whole=whole, small=small)
        else:
            writer.block(body, block, styles.get(number, {}))
    # Word adds a paragraph of its own to a body that ends with a table: ours is the smaller.
    return add_paragraph(body, "DocumentEnd")


class Writer:
    """Writes the blocks of one document; `ids` are the numbers of the content controls."""

    def __init__(self, language: str, layout: Layout, ids: Iterator[int]) -> None:
        self._language = language
        self._word_tag = registry.language(language).word_tag
        self._layout = layout
        self._ids = ids

    def block(self, parent: Element, block: Block, styles: dict[int, str]) -> None:
        """`styles` are those of paragraphs that are no ordinary body text, by their number."""
        match block:
            case Title(lines, heading):
                content = self.control(parent, "title", "title")
                for number, line in enumerate(lines):
                    self.paragraph(content, "Title" if number == heading else "Subtitle", line)
                self.notes(content, block, TITLE_NOTE)
            case Preamble():
                content = self.control(parent, "preamble", "preamble")
                self._texts(content, block, styles)
                self.notes(content, block, note_style(styles))
            case Article(article, heading=heading):
                content = self.control(parent, heading, f"article:{article}")
                self.paragraph(content, "Heading2", Paragraph((Run(heading),)))
                self._texts(content, block, styles)
                self.notes(content, block, note_style(styles))
            case SignatureBlock():
                self.signatures(parent, block, whole=True)

    def notes(self, parent: Element, block: Block, style: str) -> None:
        """What is no part of the text, marked as such."""
        for note in notes(block):
            self.paragraph(self.control(parent, NOTE, NOTE), style, note)

    def _texts(self, parent: Element, block: Preamble | Article, styles: dict[int, str]) -> None:
        """The last paragraph stays with its notes."""
        last = len(block.paragraphs) - 1 if block.notes else -1
        for number, each in enumerate(block.paragraphs):
            usual = "ClosingText" if number == last else "BodyText"
            self.paragraph(parent, styles.get(number, usual), each)

    def title_page(self, parent: Element, title: Title) -> None:
        """The title on a sheet of its own."""
        add_paragraph(parent, "TitlePage")
        self.block(parent, title, {})
        add_paragraph(parent, "PageOpening")

    def paragraph(self, parent: Element, style: str, paragraph: Paragraph) -> None:
        element = add_paragraph(parent, style)
        written = for_the_pen(paragraph, self._layout.size)
        shown = (run for run in written.runs if run.text)
        for (path, form), runs in groupby(shown, lambda run: (run.path, run.form)):
            content = self._field(element, path, form) if path else element
            for run in runs:
                add_run(content, run.text, self._word_tag, strong=run.strong)

    def control(self, parent: Element, alias: str, tag: str) -> Element:
        """The empty content of a new content control (§17.5.2)."""
        element = add(parent, "sdt")
        properties = add(element, "sdtPr")
        add(properties, "alias", alias)
        add(properties, "tag", tag)
        add(properties, "id", str(next(self._ids)))
        return add(element, "sdtContent")

    def _field(self, parent: Element, path: str, form: str) -> Element:
        tag = path if form in ("", "nominative") else f"{path}#{form}"
        return self.control(parent, path.removesuffix(f".{self._language}"), tag)

    def signatures(
        self, parent: Element, block: SignatureBlock, *, whole: bool, small: bool = False
    ) -> None:
        """Two signers a band. Every row keeps with the next, but for the last one of the block or,
        where that cannot stay whole, of a band.
        """
        content = self.control(parent, "signature", "signature")
        width = text_width(self._layout)
        columns = [width // ABREAST] * ABREAST
        table = add_table(content, "SignatureBlock", width, columns)
        bands = [
            block.signers[start : start + ABREAST]
            for start in range(0, len(block.signers), ABREAST)
        ]
        for style, texts in signature_rows(bands, whole=whole, small=small):
            cells = add_row(table, columns, whole=True)
            for cell, text in zip(cells, (*texts, *[NOTHING] * ABREAST), strict=False):
                self.paragraph(cell, style, text)


def note_style(styles: dict[int, str]) -> str:
    """That of the notes below paragraphs with these styles: they go where the last of them goes."""
    return CLOSING_NOTE if styles else ARTICLE_NOTE


def signature_rows(
    bands: Sequence[Sequence[Signer]], *, whole: bool, small: bool = False
) -> Iterator[tuple[str, list[Paragraph]]]:
    """The rows of a signature block with their styles; one without any text is left out. With
    `small`, what stands above the names is smaller.
    """
    styles = {**STYLES, **SMALL_STYLES} if small else STYLES
    for number, band in enumerate(bands, start=1):
        parts = signing_rows(band)
        rows = [(part, texts) for part, texts in parts if any(text.runs for text in texts)]
        ends = number == len(bands) or not whole
        for part, texts in rows[: -1 if ends else None]:
            yield styles.get(part, "Signature"), texts
        if ends and rows:
            part, texts = rows[-1]
            yield END_STYLES.get(part, "SignatureEnd"), texts


def add_table(
    parent: Element, style: str, width: int, columns: list[int], indent: int = 0
) -> Element:
    """A table without rows; widths are in twentieths of a point."""
    table = add(parent, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", style)
    measure(properties, "tblW", width)
    if indent:
        measure(properties, "tblInd", indent)
    add(properties, "tblLayout").set(name("type"), "fixed")
    grid = add(table, "tblGrid")
    for column in columns:
        add(grid, "gridCol").set(name("w"), str(column))
    return table


def add_row(table: Element, columns: list[int], *, whole: bool) -> list[Element]:
    """The cells of a new row; a whole one does not go over the end of a page."""
    row = add(table, "tr")
    if whole:
        add(add(row, "trPr"), "cantSplit")
    cells = []
    for column in columns:
        cell = add(row, "tc")
        measure(add(cell, "tcPr"), "tcW", column)
        cells.append(cell)
    return cells
