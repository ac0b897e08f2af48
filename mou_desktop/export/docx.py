"""A document as a Word file (Office Open XML, ECMA-376).

The same document gives the same bytes, in every process. Needs lxml, which takes some time to
load: import this module when a file is to be written.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lxml import etree

from mou_desktop.export.docx_body import NAMESPACE, fill_body
from mou_desktop.export.docx_package import pack, unpack
from mou_desktop.languages import registry
from mou_desktop.model.document import Document
from mou_desktop.paths import resources

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
PROPERTIES = "docProps/core.xml"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def to_docx(document: Document, *, subject: str = "") -> bytes:
    """The bytes of the file. `subject` tells the agreement from others in a list of files."""
    language = registry.language(document.language).word_tag
    parts = dict(_base(language))
    parts[MAIN] = _main(parts[MAIN], document, language)
    parts[PROPERTIES] = _properties(
        parts[PROPERTIES], title=document.name, subject=subject, language=language
    )
    return pack(parts)


@cache
def _base(language: str) -> Mapping[str, bytes]:
    """The parts of the base document, its styles in this language."""
    parts = unpack((resources() / "styles" / "base.docx").read_bytes())
    styles = etree.fromstring(parts[STYLES])
    for element in styles.iter(f"{{{NAMESPACE}}}lang"):
        element.set(f"{{{NAMESPACE}}}val", language)
    parts[STYLES] = _serialise(styles)
    return MappingProxyType(parts)


def _main(base: bytes, document: Document, language: str) -> bytes:
    root = etree.fromstring(base)
    body = root[0]
    section = body[0]
    fill_body(body, document, language)
    body.append(section)
    return _serialise(root)


def _properties(base: bytes, **dublin_core: str) -> bytes:
    root = etree.fromstring(base)
    for name, text in dublin_core.items():
        etree.SubElement(root, f"{{{DUBLIN_CORE}}}{name}").text = text
    return _serialise(root)


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
