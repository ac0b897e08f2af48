"""The names of OpenDocument that are read, with their usual prefixes (ISO/IEC 26300)."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}


@lru_cache(1024)
def name(tag: object) -> str:
    """«text:p» whatever prefix the file uses."""
    if not isinstance(tag, str):
        return ""
    qualified = etree.QName(tag)
    return f"{_PREFIXES.get(qualified.namespace or '', '')}:{qualified.localname}"


def get(element: Element, attribute: str) -> str:
    """An attribute by its name with the usual prefix."""
    for key, value in element.attrib.items():
        if name(key) == attribute:
            return str(value)
    return ""


def child(element: Element, *path: str) -> Element | None:
    """The first child of this name, or its child, and so on."""
    found: Element | None = element
    for step in path:
        if found is None:
            return None
        found = next((each for each in found if name(each.tag) == step), None)
    return found


def all_text(element: Element, joint: str = "") -> str:
    """All text below an element."""
    return joint.join(map(str, element.itertext()))


def texts(element: Element, kind: str) -> Iterator[str]:
    """The text of each child of this name."""
    return (each.text or "" for each in element if name(each.tag) == kind)


def spaces(text: str | None) -> str:
    """White space of the XML is one space; line breaks and tabs have elements of their own."""
    if not text:
        return ""
    return text.translate({10: " ", 13: " ", 9: " "})
