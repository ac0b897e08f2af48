"""What stands above and below the text of a section, on its first page and on the others.

Fields show the result that they last had: Word calls a file damaged whose page field lacks it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from mou_desktop.export.docx_markup import (
    NAMESPACE,
    PRESERVE,
    Element,
    add,
    add_paragraph,
    add_run,
    name,
)
from mou_desktop.export.docx_watermark import add_watermark
from mou_desktop.export.initials import initials
from mou_desktop.languages import registry
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout, Numbers


@dataclass(frozen=True)
class Surroundings:
    """Makes the headers and footers of one section.

    `end` is the bookmark at the end of a section that is one of several, `number` which of them it
    is; `watermark` is written across its pages.
    """

    document: Document
    layout: Layout
    watermark: str = ""
    end: str = ""
    number: int = 0

    @property
    def first_differs(self) -> bool:
        """Whether the first page bears no number, and so has a header and footer of its own."""
        return self.layout.title_page or self.layout.numbers is Numbers.HEAD

    def header(self, *, first: bool) -> Element | None:
        """The header; nothing when it would be empty."""
        root = _root("hdr")
        if self.layout.numbers is Numbers.HEAD and not first:
            self._number(add_paragraph(root, "Header"))
        if self.end:
            language = registry.language(self.document.language)
            line = add_paragraph(root, "HeaderLanguage")
            add_run(line, language.endonym, language.word_tag)
        if self.watermark:
            line = root[0] if len(root) else add_paragraph(root, "Header")
            shape = 2 * self.number + (2 if first else 1)
            add_watermark(line, self.watermark, self.layout.font, shape)
        return root if len(root) else None

    def footer(self, *, first: bool) -> Element | None:
        """The footer, likewise."""
        root = _root("ftr")
        if self.layout.initials:
            for abreast in initials(self.document):
                self._initials(root, abreast)
        if self.layout.numbers is Numbers.FOOT and not first:
            self._number(add_paragraph(root, "Footer"))
        return root if len(root) else None

    def _initials(self, parent: Element, abreast: Sequence[str]) -> None:
        tag = registry.language(self.document.language).word_tag
        line = add_paragraph(parent, "FooterInitials")
        for number, text in enumerate(abreast):
            if number:
                add(add(line, "r"), "tab")
            if text:
                add_run(line, text, tag)

    def _number(self, line: Element) -> None:
        """«page / pages». LibreOffice does not know SECTIONPAGES and shows the result that it last
        had: here a field that it knows, the number of the section's last page.
        """
        _field(line, "PAGE")
        add_run(line, " / ")
        if self.end:
            _field(line, "SECTIONPAGES", f"PAGEREF {self.end}")
        else:
            _field(line, "NUMPAGES")


def _root(local: str) -> Element:
    return etree.Element(name(local), nsmap={"w": NAMESPACE})


def _field(line: Element, instruction: str, *inner: str) -> None:
    """A field (§17.16.18) with the result 1, or with another field as its result."""
    _mark(line, "begin")
    text = etree.SubElement(add(line, "r"), name("instrText"), PRESERVE)
    text.text = f" {instruction} "
    _mark(line, "separate")
    if inner:
        _field(line, *inner)
    else:
        add(add(line, "r"), "t").text = "1"
    _mark(line, "end")


def _mark(line: Element, kind: str) -> None:
    etree.SubElement(add(line, "r"), name("fldChar"), {name("fldCharType"): kind})
