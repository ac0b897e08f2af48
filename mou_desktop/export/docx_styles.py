"""The parts of the base document, its styles made for a language and a layout."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from lxml import etree

from mou_desktop.export.docx_markup import Element, add, name, serialised
from mou_desktop.export.docx_package import unpack
from mou_desktop.export.pen import name_indent
from mou_desktop.model.layout import FONT, Layout
from mou_desktop.paths import resources

STYLES = "word/styles.xml"
FONT_TABLE = "word/fontTable.xml"
SHEET_WIDTH = 11906
"""Of A4, in twentieths of a point; the height is 16838."""
CELL_MARGINS = 340
"""Of both sides of a cell of the tables, likewise."""
COLUMN_INDENT = "284"
"""Of the first lines in the narrow columns of two languages, likewise."""
# In the base document, in half points.
_TEXT_SIZE, _SMALL_SIZE = "28", "24"


def twips(millimetres: int) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def text_width(layout: Layout) -> int:
    """What the margins leave of the sheet's width, in twentieths of a point."""
    return SHEET_WIDTH - twips(layout.left) - twips(layout.right)


@lru_cache(64)
def base(word_tag: str, layout: Layout, *, columns: bool = False) -> Mapping[str, bytes]:
    """The parts; `columns` is for two versions side by side: short lines are not justified."""
    parts = dict(_unpacked())
    parts[STYLES] = _styles(parts[STYLES], word_tag, layout, columns)
    if layout.font != FONT:
        parts[FONT_TABLE] = _font_table(parts[FONT_TABLE], layout.font)
    return MappingProxyType(parts)


@cache
def _unpacked() -> Mapping[str, bytes]:
    return MappingProxyType(unpack((resources() / "styles" / "base.docx").read_bytes()))


def _styles(base: bytes, word_tag: str, layout: Layout, columns: bool) -> bytes:
    root = etree.fromstring(base)
    sizes = {
        _TEXT_SIZE: str(2 * layout.size),
        _SMALL_SIZE: str(2 * layout.small_size),
    }
    val = name("val")
    for element in root.iter(name("lang")):
        element.set(val, word_tag)
    for local in ("sz", "szCs"):
        for element in root.iter(name(local)):
            element.set(val, sizes.get(element.get(val, ""), element.get(val, "")))
    for element in root.iter(name("rFonts")):
        for each in element.attrib:
            element.set(each, layout.font)
    for element in root.iter(name("tab")):
        element.set(name("pos"), str(text_width(layout)))
    hanging = name("hanging")
    for element in root.iter(name("ind")):
        if hanging in element.attrib:
            indent = round(name_indent(layout.size, _signature_width(layout, columns) / 20) * 20)
            element.set(name("left"), str(indent))
            element.set(hanging, str(indent))
        elif columns:
            element.set(name("firstLine"), COLUMN_INDENT)
    if columns:
        for element in root.iter(name("jc")):
            if element.get(val) == "both":
                element.set(val, "left")
    return serialised(root)


def _signature_width(layout: Layout, columns: bool) -> float:
    """What a name has in a column, in twentieths of a point."""
    half = text_width(layout) / 2
    return half - CELL_MARGINS / 2 if columns else half - CELL_MARGINS


def _font_table(base: bytes, font: str) -> bytes:
    root = etree.fromstring(base)
    for each in list(root):
        root.remove(each)
    entry: Element = add(root, "font")
    entry.set(name("name"), font)
    return serialised(root)
