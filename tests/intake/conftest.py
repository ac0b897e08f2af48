"""Foreign files, made by hand, and what comes of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.intake.headings import heading_of
from mou_desktop.intake.importing import Imported, import_sources
from mou_desktop.intake.reading import read
from mou_desktop.intake.source import Source
from mou_desktop.model import fields
from mou_desktop.model.document import Document, SignatureBlock, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def word(body: str, **parts: str | bytes) -> bytes:
    """A Word file with this body (WordprocessingML without namespaces); `comments` and others are
    further parts, to which the body refers.
    """
    kinds = {name: name.rstrip("0123456789") for name in parts}
    references = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(kinds.items())
    )
    files: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{_prefixed(body)}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{RELATIONSHIPS}">{references}</Relationships>'
        ),
    }
    for name, content in parts.items():
        root = name.rstrip("0123456789")
        content = content if isinstance(content, bytes) else _prefixed(content).encode()
        files[f"word/{name}.xml"] = (
            f'<w:{root} xmlns:w="{WORD}">'.encode() + content + f"</w:{root}>".encode()
        )
    return zipped(files)


def paragraph(text: str, style: str = "") -> str:
    properties = f'<pPr><pStyle val="{style}"/></pPr>' if style else ""
    return f"<p>{properties}<r><t>{text}</t></r></p>"


def open_document(body: str, **head: str) -> bytes:
    """An OpenDocument text with this body; `changes` and `styles` stand before it."""
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{head.get('styles', '')}"
        f"</office:automatic-styles><office:body><office:text>{head.get('changes', '')}{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def texts(source: Source) -> list[str]:
    return [each.text for each in source.paragraphs if each.text]


def imported(*contents: str | bytes, **options: bool) -> Imported:
    """What comes of these files."""
    sources = [
        read(each.encode() if isinstance(each, str) else each, f"file-{number}")
        for number, each in enumerate(contents)
    ]
    return import_sources(sources, **options)


def wordless(lines: Iterable[str]) -> str:
    """Without white space, and with blanks for the pen of one width."""
    return re.sub(r"_{2,}", "__", "".join("".join(lines).split()))


def read_text(lines: Iterable[str]) -> str:
    """Text as it was read, without white space and the headings of articles."""
    return wordless(line for line in lines if heading_of(line) is None)


def shown_text(document: Document) -> str:
    """A version up to the signatures as it reads, without white space and headings."""
    return wordless(
        paragraph.text
        for block in document.blocks
        if not isinstance(block, SignatureBlock)
        for paragraph in paragraphs(block)
    )


def signed_words(document: Document) -> Counter[str]:
    """The words of the signatures, in whatever order of columns."""
    block = document.blocks[-1]
    assert isinstance(block, SignatureBlock)
    return Counter(" ".join(paragraph.text for paragraph in paragraphs(block)).split())


def _prefixed(xml: str) -> str:
    """With the prefix of WordprocessingML on elements and attributes."""
    xml = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1w:\2", xml)
    return re.sub(r'\s([a-zA-Z]+)="', r' w:\1="', xml)


def memorandum() -> Draft:
    """The example, without what no file shows."""
    draft = examples.load("memorandum")
    for number in range(len(draft.values.parties)):
        draft = fields.change(draft, f"parties.{number}.language", "")
    return draft


@pytest.fixture(scope="session")
def example() -> Draft:
    return memorandum()


@pytest.fixture(scope="session")
def documents(example: Draft) -> dict[str, Document]:
    return render_all(example)


@pytest.fixture(scope="session")
def files(documents: dict[str, Document]) -> dict[str, bytes]:
    """The Word files that the program makes of the example, by language."""
    return {tag: to_docx(document) for tag, document in documents.items()}
