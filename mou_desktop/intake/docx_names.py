"""The names of WordprocessingML that are read, in its usual and its strict form (ECMA-376)."""

from functools import lru_cache

from lxml import etree

Element = etree._Element
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)


@lru_cache(1024)
def name(tag: object) -> str:
    """«p» for the element `w:p`, «mc:Choice», «m:t»; empty for what is not looked at."""
    if not isinstance(tag, str):
        return ""  # (a comment or an instruction)
    qualified = etree.QName(tag)
    if qualified.namespace in _WORD:
        return qualified.localname
    if qualified.namespace == _COMPATIBILITY:
        return f"mc:{qualified.localname}"
    return f"m:{qualified.localname}" if qualified.namespace in _MATH else ""


def val(element: Element | None, attribute: str = "val") -> str:
    """An attribute `w:val`; empty where it is missing."""
    if element is None:
        return ""
    namespace = etree.QName(element).namespace
    return element.get(f"{{{namespace}}}{attribute}", "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of this name, or its child, and so on."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each.tag) == step), None)
    return element


def is_on(properties: Element | None, toggle: str) -> bool:
    """Whether a property like `w:b` stands and is not switched off."""
    found = child(properties, toggle)
    return found is not None and val(found) not in ("0", "false", "off", "none")
