"""A document as the body of a Word file: a tree of WordprocessingML (ECMA-376-1 §17).

How things look is left to the styles of the base document. What was filled in is a content
control that bears the field's path and form («parties.0.name.ru#instrumental»), and every block
one that bears its place («article:validity»), so that the file can be read again.
"""

from functools import cache
from itertools import count, groupby

from lxml import etree

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

Element = etree._Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
COLUMNS = 2
# Twentieths of a point: the width of an A4 sheet less the margins of the base document.
TEXT_WIDTH = "9355"
COLUMN_WIDTH = "4677"
NOTHING = Paragraph(())


def fill_body(body: Element, document: Document, word_tag: str) -> None:
    """Adds the document to a `w:body`; `word_tag` is the language of every run."""
    writer = _Writer(document.language, word_tag)
    for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        writer.block(body, block, closing=isinstance(following, SignatureBlock))
    # Word adds a paragraph of its own to a body that ends with a table: ours is the smaller.
    writer.paragraph(body, "DocumentEnd", NOTHING)


class _Writer:
    """Writes the blocks of one document; it numbers the content controls."""

    def __init__(self, language: str, word_tag: str) -> None:
        self._language = language
        self._word_tag = word_tag
        self._ids = count(1)

    def block(self, parent: Element, block: Block, *, closing: bool) -> None:
        """`closing` is the block that must stay whole and on the page of the signatures."""
        text = "ClosingClause" if closing else "BodyText"
        match block:
            case Title(lines, heading):
                content = self._control(parent, "title", "title")
                for number, line in enumerate(lines):
                    self.paragraph(content, "Title" if number == heading else "Subtitle", line)
            case Preamble(paragraphs):
                content = self._control(parent, "preamble", "preamble")
                for each in paragraphs:
                    self.paragraph(content, text, each)
            case Article(name, heading=heading, paragraphs=paragraphs):
                content = self._control(parent, heading, f"article:{name}")
                self.paragraph(content, "Heading2", Paragraph((Run(heading),)))
                for each in paragraphs:
                    self.paragraph(content, text, each)
            case SignatureBlock(signers):
                self._table(self._control(parent, "signature", "signature"), signers)

    def paragraph(self, parent: Element, style: str, paragraph: Paragraph) -> None:
        element = _add(parent, "p")
        _add(_add(element, "pPr"), "pStyle", style)
        shown = (run for run in paragraph.runs if run.text)
        for (path, form), runs in groupby(shown, lambda run: (run.path, run.form)):
            content = self._field(element, path, form) if path else element
            for run in runs:
                self._run(content, run)

    def _run(self, parent: Element, run: Run) -> None:
        element = _add(parent, "r")
        properties = _add(element, "rPr")
        if run.strong:
            _add(properties, "rStyle", "Strong")
        _add(properties, "lang", self._word_tag)
        etree.SubElement(element, _name("t"), PRESERVE).text = run.text

    def _field(self, parent: Element, path: str, form: str) -> Element:
        tag = path if form in ("", "nominative") else f"{path}#{form}"
        return self._control(parent, path.removesuffix(f".{self._language}"), tag)

    def _control(self, parent: Element, alias: str, tag: str) -> Element:
        """The empty content of a new content control (§17.5.2)."""
        element = _add(parent, "sdt")
        properties = _add(element, "sdtPr")
        _add(properties, "alias", alias)
        _add(properties, "tag", tag)
        _add(properties, "id", str(next(self._ids)))
        return _add(element, "sdtContent")

    def _table(self, parent: Element, signers: tuple[Signer, ...]) -> None:
        """Two signers a band. Only the last row does not keep with what follows."""
        table = _add(parent, "tbl")
        properties = _add(table, "tblPr")
        _add(properties, "tblStyle", "SignatureBlock")
        _measure(properties, "tblW", TEXT_WIDTH)
        etree.SubElement(properties, _name("tblLayout"), {_name("type"): "fixed"})
        grid = _add(table, "tblGrid")
        for _ in range(COLUMNS):
            etree.SubElement(grid, _name("gridCol"), {_name("w"): COLUMN_WIDTH})
        for start in range(0, len(signers), COLUMNS):
            band = signers[start : start + COLUMNS]
            is_last = start + COLUMNS >= len(signers)
            self._row(table, "SignatureParty", [each.party for each in band])
            self._row(table, "Signature", [each.position for each in band])
            self._row(table, "SignatureName", [each.name for each in band])
            end = "SignatureEnd" if is_last else "Signature"
            self._row(table, end, [each.seal for each in band])

    def _row(self, table: Element, style: str, texts: list[Paragraph]) -> None:
        row = _add(table, "tr")
        _add(_add(row, "trPr"), "cantSplit")
        for text in (texts + [NOTHING] * COLUMNS)[:COLUMNS]:
            cell = _add(row, "tc")
            _measure(_add(cell, "tcPr"), "tcW", COLUMN_WIDTH)
            self.paragraph(cell, style, text)


@cache
def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: Element, name: str, val: str | None = None) -> Element:
    """A new child element, with its one attribute `w:val` where it has one."""
    if val is None:
        return etree.SubElement(parent, _name(name))
    return etree.SubElement(parent, _name(name), {_name("val"): val})


def _measure(parent: Element, name: str, width: str) -> None:
    etree.SubElement(parent, _name(name), {_name("w"): width, _name("type"): "dxa"})
