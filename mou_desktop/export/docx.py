"""Documents as a Word file (Office Open XML, ECMA-376).

The same documents give the same bytes, in every process. Needs lxml, which takes some time to
load: import this module when a file is to be written.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from mou_desktop.export.docx_body import fill_body
from mou_desktop.export.docx_columns import fill_columns
from mou_desktop.export.docx_headers import Surroundings
from mou_desktop.export.docx_markup import RELATIONSHIPS, Element, add, name, serialised
from mou_desktop.export.docx_package import CONTENT_TYPES, pack
from mou_desktop.export.docx_redline import Redline, Revision, fill_redline
from mou_desktop.export.docx_styles import base, twips
from mou_desktop.export.watermark import Watermark
from mou_desktop.languages import registry
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout, in_columns

MAIN = "word/document.xml"
MAIN_RELATIONSHIPS = "word/_rels/document.xml.rels"
PROPERTIES = "docProps/core.xml"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
USUAL = Layout()
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def to_docx(
    document: Document,
    *,
    subject: str = "",
    layout: Layout = USUAL,
    watermark: Watermark | None = None,
) -> bytes:
    """The bytes of a file with one version. `subject` tells the agreement from others in a list of
    files.
    """
    return combined_to_docx([document], subject=subject, layout=layout, watermark=watermark)


def combined_to_docx(
    documents: Sequence[Document],
    *,
    subject: str = "",
    layout: Layout = USUAL,
    watermark: Watermark | None = None,
) -> bytes:
    """The bytes of a file with one version or several: each is a section that begins a page and
    counts its pages from 1.
    """
    ids = count(1)

    def fill(body: Element, number: int) -> Element:
        return fill_body(body, documents[number], layout, ids)

    return _sections(documents, fill, subject, layout, watermark)


def redline_to_docx(
    redlines: Sequence[Redline], by: Revision, *, subject: str = "", layout: Layout = USUAL
) -> bytes:
    """The bytes of a file with tracked changes: one version or several, each in its section."""
    ids = count(1)

    def fill(body: Element, number: int) -> Element:
        return fill_redline(body, redlines[number], layout, by, ids)

    return _sections([each.after for each in redlines], fill, subject, layout, None)


def end_of(document: Document) -> str:
    """The bookmark at the end of one of several versions in a file."""
    return f"end_{document.language}"


def _sections(
    documents: Sequence[Document],
    fill: Callable[[Element, int], Element],
    subject: str,
    layout: Layout,
    watermark: Watermark | None,
) -> bytes:
    """`fill` writes the document of a number into the body; it gives the paragraph at the end."""
    file, several = _File(documents[0], layout, subject), len(documents) > 1
    for number, document in enumerate(documents):
        end = fill(file.body, number)
        surroundings = Surroundings(
            document,
            layout,
            watermark.text(document.language) if watermark else "",
            end=end_of(document) if several else "",
            number=number,
        )
        if several:
            _bookmark(end, number + 1, surroundings.end)
        is_last = number == len(documents) - 1
        file.add_section(file.body if is_last else end[0], surroundings)
    return file.packed()


def bilingual_to_docx(
    pair: tuple[Document, Document],
    *,
    subject: str = "",
    layout: Layout = USUAL,
    watermark: Watermark | None = None,
) -> bytes:
    """The bytes of a file with two versions side by side, in smaller letters."""
    layout = in_columns(layout)
    file = _File(pair[0], layout, subject, columns=True)
    fill_columns(file.body, pair, layout, count(1))
    text = watermark.text(pair[0].language) if watermark else ""
    file.add_section(file.body, Surroundings(pair[0], layout, text))
    return file.packed()


class _File:
    """The parts of a file in the making; its language and title are those of `document`."""

    def __init__(
        self, document: Document, layout: Layout, subject: str, *, columns: bool = False
    ) -> None:
        language = registry.language(document.language).word_tag
        self._parts = dict(base(language, layout, columns=columns))
        self._layout = layout
        self._root = etree.fromstring(self._parts[MAIN])
        self.body = self._root[0]
        self._section = self.body[0]
        self.body.remove(self._section)
        self._relationships = etree.fromstring(self._parts[MAIN_RELATIONSHIPS])
        self._types = etree.fromstring(self._parts[CONTENT_TYPES])
        self._numbers = {"header": count(1), "footer": count(1)}
        self._parts[PROPERTIES] = core_properties(
            self._parts[PROPERTIES], title=document.name, subject=subject, language=language
        )

    def add_section(self, parent: Element, surroundings: Surroundings) -> None:
        """Say how the pages look of what stands in the body since the last section."""
        section = deepcopy(self._section)
        _sheet, margins, columns = section
        for number, (kind, usage, root) in enumerate(_edges(surroundings)):
            reference = etree.Element(name(f"{kind}Reference"))
            reference.set(name("type"), usage)
            reference.set(f"{{{RELATIONSHIPS}}}id", self._add_part(kind, root))
            section.insert(number, reference)
        for side in ("left", "right", "top", "bottom"):
            margins.set(name(side), str(twips(getattr(self._layout, side))))
        if surroundings.end:
            restart = etree.Element(name("pgNumType"))
            restart.set(name("start"), "1")
            columns.addprevious(restart)
        if surroundings.first_differs:
            columns.addnext(etree.Element(name("titlePg")))
        parent.append(section)

    def packed(self) -> bytes:
        """The bytes of the file."""
        self._parts[MAIN] = serialised(self._root)
        self._parts[MAIN_RELATIONSHIPS] = serialised(self._relationships)
        self._parts[CONTENT_TYPES] = serialised(self._types)
        return pack(self._parts)

    def _add_part(self, kind: str, root: Element) -> str:
        """Put a header or footer into the file; gives the id of its relationship."""
        file = f"{kind}{next(self._numbers[kind])}.xml"
        self._parts[f"word/{file}"] = serialised(root)
        relationship = etree.SubElement(self._relationships, self._relationships[-1].tag)
        relationship.set("Id", f"rId_{file.removesuffix('.xml')}")
        relationship.set("Type", f"{RELATIONSHIPS}/{kind}")
        relationship.set("Target", file)
        override = etree.SubElement(self._types, self._types[-1].tag)
        override.set("PartName", f"/word/{file}")
        override.set("ContentType", f"{_WORD}.{kind}+xml")
        return relationship.get("Id", "")


def _edges(surroundings: Surroundings) -> Iterator[tuple[str, str, Element]]:
    """The headers and footers that are not empty: what it is, for which pages, and its content."""
    usages = ("default", "first") if surroundings.first_differs else ("default",)
    for usage in usages:
        first = usage == "first"
        for kind, root in (
            ("header", surroundings.header(first=first)),
            ("footer", surroundings.footer(first=first)),
        ):
            if root is not None:
                yield kind, usage, root


def _bookmark(paragraph: Element, number: int, title: str) -> None:
    for edge in ("bookmarkStart", "bookmarkEnd"):
        element = add(paragraph, edge)
        element.set(name("id"), str(number))
        if edge == "bookmarkStart":
            element.set(name("name"), title)


def core_properties(base: bytes, **dublin_core: str) -> bytes:
    """The part that says what a file is, with these elements of Dublin Core."""
    root = etree.fromstring(base)
    for local, text in dublin_core.items():
        etree.SubElement(root, f"{{{DUBLIN_CORE}}}{local}").text = text
    return serialised(root)
