"""Four Word files of the example: ours compared with docxtpl.

docxtpl gets what its users have: a template for each language, made with python-docx on the
default template of python-docx, with a placeholder for each slot. A time is that of all four
files, from the rendered document (ours) or the template's bytes and the values (docxtpl) to the
bytes of the files. Ours have a content control around each value, which docxtpl's lack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.text.paragraph import Paragraph as WordParagraph
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree
from measure import Row, judged, median, timed

from mou_desktop.export.docx import to_docx
from mou_desktop.model.document import (
    Article,
    Document,
    Paragraph,
    SignatureBlock,
    paragraphs,
    signing_rows,
)
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

TARGET = 4
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def rows(repetitions: int) -> Iterator[Row]:
    """Both in turns, so that a slow moment of the machine hits both."""
    documents = list(render_all(examples.load("memorandum")).values())
    templates = [template_of(document) for document in documents]
    _require_same_texts(documents, templates)
    ours, theirs = [], []
    for _repetition in range(repetitions):
        ours.append(timed(lambda: [to_docx(document) for document in documents]))
        theirs.append(timed(lambda: [template.fill() for template in templates]))
    ratio = median(theirs) / median(ours)
    yield Row("4 Word files, ours", f"{median(ours):.1f} ms")
    yield Row("4 Word files, docxtpl on python-docx's default", f"{median(theirs):.1f} ms")
    verdict = judged(f"at least {TARGET}", ratio >= TARGET)
    yield Row("  docxtpl : ours", f"{ratio:.1f}", verdict)


@dataclass(frozen=True)
class Template:
    """A file with placeholders, and what stands in their places."""

    content: bytes
    values: dict[str, str]

    def fill(self) -> bytes:
        """Load, render and save."""
        template = DocxTemplate(BytesIO(self.content))
        template.render(self.values, autoescape=True)
        target = BytesIO()
        template.save(target)
        return target.getvalue()


def template_of(document: Document) -> Template:
    """The document with a placeholder in place of each filled-in run."""
    word = docx.Document()
    values: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, SignatureBlock):
            table = word.add_table(rows=0, cols=len(block.signers))
            for _part, lines in signing_rows(block.signers):
                for cell, line in zip(table.add_row().cells, lines, strict=True):
                    _write(cell.paragraphs[0], line, values)
            continue
        if isinstance(block, Article):
            word.add_heading(block.heading, level=2)
        for paragraph in paragraphs(block):
            _write(word.add_paragraph(), paragraph, values)
    target = BytesIO()
    word.save(target)
    return Template(target.getvalue(), values)


def _write(target: WordParagraph, paragraph: Paragraph, values: dict[str, str]) -> None:
    for run in paragraph.runs:
        text = run.text
        if run.path:
            name = f"value{len(values)}"
            values[name], text = run.text, f"{{{{ {name} }}}}"
        target.add_run(text).bold = run.strong or None


def _require_same_texts(documents: list[Document], templates: list[Template]) -> None:
    for document, template in zip(documents, templates, strict=True):
        if _words(to_docx(document)) != _words(template.fill()):
            raise SystemExit(f"the two {document.language} files do not say the same")


def _words(content: bytes) -> list[str]:
    """The words of a file; blanks for the pen may be of any width."""
    with ZipFile(BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    text = "".join(f"{element.text or ''}" for element in root.iter(TEXT))
    return re.sub("_+", "_", text).split()
