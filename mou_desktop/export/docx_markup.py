"""Names of WordprocessingML elements, and how they are put into a tree (ECMA-376-1 §17)."""

from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}


@cache
def name(local: str) -> str:
    """The qualified name of an element or attribute of the main namespace."""
    return f"{{{NAMESPACE}}}{local}"


def add(parent: Element, local: str, val: str | None = None) -> Element:
    """A new child element, with its one attribute `w:val` where it has one."""
    if val is None:
        return etree.SubElement(parent, name(local))
    return etree.SubElement(parent, name(local), {name("val"): val})


def measure(parent: Element, local: str, width: int) -> None:
    """A child element that says a width in twentieths of a point."""
    etree.SubElement(parent, name(local), {name("w"): str(width), name("type"): "dxa"})


def add_paragraph(parent: Element, style: str) -> Element:
    """A new paragraph without content."""
    paragraph = add(parent, "p")
    add(add(paragraph, "pPr"), "pStyle", style)
    return paragraph


def add_run(parent: Element, text: str, word_tag: str = "", *, strong: bool = False) -> None:
    """A run of text in a language."""
    run = add(parent, "r")
    properties = add(run, "rPr")
    if strong:
        add(properties, "rStyle", "Strong")
    if word_tag:
        add(properties, "lang", word_tag)
    etree.SubElement(run, name("t"), PRESERVE).text = text


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
