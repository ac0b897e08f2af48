"""Makes resources/styles/base.docx, on which every Word file is built.

It takes python-docx's default template, throws out what we do not use and defines our styles:

    python scripts/make_base_document.py [OUT.docx]
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from mou_desktop.export.docx_package import EPOCH, pack, unpack

OUT = Path(__file__).resolve().parents[1] / "resources" / "styles" / "base.docx"

FONT = "Times New Roman"
FONT_SIZE = Pt(14)
SMALL_SIZE = Pt(12)
LINE_SPACING = 1.05
LETTER_SPACING = Pt(3)
FIRST_LINE_INDENT = Cm(1.25)
# Twelve underscores and a space.
SIGNATURE_LINE = Pt(6.25 * 14)
TITLE_PAGE_TOP = Mm(60)
LEFT_MARGIN, RIGHT_MARGIN = Mm(30), Mm(15)
TEXT_WIDTH = Mm(210) - LEFT_MARGIN - RIGHT_MARGIN

CENTRED = WD_ALIGN_PARAGRAPH.CENTER
LEFT = WD_ALIGN_PARAGRAPH.LEFT
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY

# The rest of the styles is made below. These three are what Word takes for granted.
BUILTIN = (
    "Normal",
    "Title",
    "Subtitle",
    "Heading 2",
    "Body Text",
    "Signature",
    "Header",
    "Footer",
)
KEPT_STYLES = ("Default Paragraph Font", "Normal Table", "No List")
UNUSED_PARTS = ("customXml", "numbering", "stylesWithEffects", "webSettings")
SETTINGS = {
    "w:zoom": {"w:percent": "100"},
    "w:defaultTabStop": {"w:val": "708"},
    "w:autoHyphenation": {},
    "w:consecutiveHyphenLimit": {"w:val": "3"},
    "w:doNotHyphenateCaps": {},
    "w:characterSpacingControl": {"w:val": "doNotCompress"},
    "w:compat": {},
    "w:clrSchemeMapping": {
        **{f"w:{name}": f"accent{name[-1]}" for name in (f"accent{n}" for n in range(1, 7))},
        "w:bg1": "light1",
        "w:t1": "dark1",
        "w:bg2": "light2",
        "w:t2": "dark2",
        "w:hyperlink": "hyperlink",
        "w:followedHyperlink": "followedHyperlink",
    },
    "w:decimalSymbol": {"w:val": ","},
    "w:listSeparator": {"w:val": ";"},
}
COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
APP_PROPERTIES = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>MOU Desktop</Application></Properties>"""


def base_document() -> bytes:
    document = docx.Document()
    drop_unused_parts(document)
    define_styles(document)
    lay_out_page(document)
    replace_settings(document)
    keep_one_font(document)
    replace_properties(document)
    buffer = BytesIO()
    document.save(buffer)
    parts = unpack(buffer.getvalue())
    parts["docProps/app.xml"] = APP_PROPERTIES
    return pack({name: slim(part) for name, part in parts.items()})


def drop_unused_parts(document: Document) -> None:
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith((*UNUSED_PARTS, "thumbnail")):
                del owner.rels[key]


def define_styles(document: Document) -> None:
    for each in list(document.styles):
        if each.name not in KEPT_STYLES:
            each.delete()
    latent = document.styles.latent_styles.element
    for exception in list(latent):
        latent.remove(exception)

    set_defaults(document)
    normal = paragraph_style(document, "Normal", line_spacing=LINE_SPACING, widow_control=True)
    normal.element.set(qn("w:default"), "1")
    set_font(normal)

    title = paragraph_style(
        document, "Title", alignment=CENTRED, keep_with_next=True, space_after=Pt(12)
    )
    title.font.bold = True
    title.element.pPr.append(value("w:outlineLvl", "0"))
    space_letters(title)
    # The name may stand above or below the other lines, which stand close to one another.
    subtitle = paragraph_style(
        document, "Subtitle", alignment=CENTRED, keep_with_next=True, space_after=Pt(12)
    )
    subtitle.element.pPr.insert_element_before(OxmlElement("w:contextualSpacing"), "w:jc")
    heading = paragraph_style(
        document,
        "Heading 2",
        alignment=CENTRED,
        keep_with_next=True,
        keep_together=True,
        space_before=Pt(12),
        space_after=Pt(6),
    )
    heading.font.bold = True
    heading.element.pPr.append(value("w:outlineLvl", "1"))

    heading.next_paragraph_style = paragraph_style(
        document, "Body Text", alignment=JUSTIFIED, first_line_indent=FIRST_LINE_INDENT
    )
    # What the signatures must not be parted from: the closing clause whole, of a longer text its
    # last lines.
    paragraph_style(document, "Closing Text", of="Body Text", keep_with_next=True)
    paragraph_style(
        document, "Closing Clause", of="Body Text", keep_with_next=True, keep_together=True
    )

    # What amended a text is said below it, and is no part of it.
    for name, basis, form in (
        ("Amendment Note", "Normal", {"alignment": JUSTIFIED, "space_before": Pt(3)}),
        ("Amendment Note Closing", "Amendment Note", {"keep_with_next": True}),
        (
            "Amendment Note Title",
            "Amendment Note Closing",
            {"alignment": CENTRED, "space_after": Pt(12)},
        ),
    ):
        note = paragraph_style(document, name, of=basis, **form)
        note.next_paragraph_style = document.styles["Body Text"]
    set_size(document.styles["Amendment Note"], SMALL_SIZE)
    document.styles["Amendment Note"].font.italic = True
    document.styles["Amendment Note"].paragraph_format.keep_together = True

    paragraph_style(
        document,
        "Signature",
        alignment=LEFT,
        keep_with_next=True,
        keep_together=True,
        space_before=Pt(6),
    )
    paragraph_style(document, "Signature Party", of="Signature", space_before=Pt(24))
    # Room for the pen above the line, behind which the further lines of a long name begin.
    signed = paragraph_style(document, "Signature Name", of="Signature", space_before=Pt(30))
    signed.paragraph_format.left_indent = SIGNATURE_LINE
    signed.paragraph_format.first_line_indent = -SIGNATURE_LINE
    # Where a page has no room for long names and positions otherwise.
    for name in ("Signature", "Signature Party"):
        set_size(paragraph_style(document, f"{name} Small", of=name), SMALL_SIZE)
    # The last row of the block, with the place of the seals or without.
    paragraph_style(document, "Signature End", of="Signature", keep_with_next=False)
    paragraph_style(document, "Signature Name End", of="Signature Name", keep_with_next=False)

    header = paragraph_style(document, "Header", alignment=CENTRED)
    footer = paragraph_style(document, "Footer", alignment=CENTRED)
    for each in (header, footer):
        set_size(each, SMALL_SIZE)
    # The name of the language that a section is in.
    paragraph_style(document, "Header Language", of="Header", alignment=RIGHT)
    # Room for the pen here, too.
    initials = paragraph_style(
        document, "Footer Initials", of="Footer", alignment=LEFT, space_before=Pt(14)
    )
    initials.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)

    # Word wants a paragraph after a table that ends a document; nobody is to see it.
    end = paragraph_style(document, "Document End", line_spacing=Pt(1))
    set_size(end, Pt(1))
    # A title with a sheet of its own: the room above it, and what begins the next sheet.
    paragraph_style(document, "Title Page", line_spacing=TITLE_PAGE_TOP)
    paragraph_style(document, "Page Opening", of="Document End", page_break_before=True)

    for name in ("Title", "Subtitle", "Heading 2", "Signature", "Footer Initials"):
        forbid_hyphens(document.styles[name])

    strong = document.styles.add_style("Strong", WD_STYLE_TYPE.CHARACTER, builtin=True)
    strong.font.bold = True
    strong.quick_style = True
    for name, left, right in (("Signature Block", 0, 6), ("Columns", 3, 3)):
        table = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        table.base_style = document.styles["Normal Table"]
        table.element.append(cell_margins(left=Mm(left), right=Mm(right)))


def paragraph_style(
    document: Document, name: str, *, of: str = "Normal", **paragraph_format: Any
) -> ParagraphStyle:
    own = name not in BUILTIN
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not own)
    style.element.styleId = name.replace(" ", "")
    if name != "Normal":
        style.base_style = document.styles[of]
    style.quick_style = True
    for key, setting in paragraph_format.items():
        setattr(style.paragraph_format, key, setting)
    return style


def set_defaults(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    spacing = defaults.find(f".//{qn('w:spacing')}")
    spacing.attrib.clear()
    spacing.set(qn("w:after"), "0")
    run = defaults.find(f".//{qn('w:rPr')}")
    for child in list(run):
        run.remove(child)
    run.append(fonts())
    for name in ("w:sz", "w:szCs"):
        run.append(value(name, str(FONT_SIZE.pt * 2).removesuffix(".0")))
    run.append(value("w:lang", "en-GB"))


def set_font(style: CharacterStyle) -> None:
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.element.rPr.insert(0, fonts())
    set_size(style, FONT_SIZE)
    style.element.rPr.append(value("w:lang", "en-GB"))


def set_size(style: CharacterStyle, size: Pt) -> None:
    style.font.size = size
    complex_script = value("w:szCs", str(int(size.pt * 2)))
    style.element.rPr.find(qn("w:sz")).addnext(complex_script)


def fonts() -> etree._Element:
    return element("w:rFonts", {f"w:{of}": FONT for of in ("ascii", "hAnsi", "eastAsia", "cs")})


def space_letters(style: CharacterStyle) -> None:
    spacing = value("w:spacing", str(int(LETTER_SPACING.pt * 20)))
    style.element.rPr.append(spacing)


def forbid_hyphens(style: BaseStyle) -> None:
    style.element.pPr.insert_element_before(
        OxmlElement("w:suppressAutoHyphens"), "w:spacing", "w:jc"
    )


def cell_margins(**sides: int) -> etree._Element:
    table = OxmlElement("w:tblPr")
    margins = OxmlElement("w:tblCellMar")
    for side, width in sides.items():
        twips = str(round(width / Pt(1) * 20))
        margins.append(element(f"w:{side}", {"w:w": twips, "w:type": "dxa"}))
    table.append(margins)
    return table


def lay_out_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT_MARGIN, RIGHT_MARGIN
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    properties = section._sectPr
    properties.remove(properties.find(qn("w:docGrid")))
    properties.attrib.clear()


def replace_settings(document: Document) -> None:
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for name, attributes in SETTINGS.items():
        settings.append(element(name, attributes))
    compat = settings.find(qn("w:compat"))
    for name, setting in COMPATIBILITY.items():
        uri = "http://schemas.microsoft.com/office/word"
        attributes = {"w:name": name, "w:uri": uri, "w:val": setting}
        compat.append(element("w:compatSetting", attributes))


def keep_one_font(document: Document) -> None:
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = etree.fromstring(part.blob)
    for font in list(table):
        if font.get(qn("w:name")) != FONT:
            table.remove(font)
        else:
            font.find(qn("w:family")).set(qn("w:val"), "roman")
    part._blob = etree.tostring(table)


def replace_properties(document: Document) -> None:
    """What is the same in every file; a file's language, title and subject come later."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = "MOU Desktop"
    # When a file was made must not change its bytes.
    properties.created = properties.modified = datetime(*EPOCH, tzinfo=UTC)
    for name in ("title", "subject", "keywords", "comments", "category"):
        setattr(properties, name, "")
    root = properties._element
    for child in list(root):
        if not child.text:
            root.remove(child)


def element(name: str, attributes: dict[str, str]) -> etree._Element:
    return OxmlElement(name, {qn(key): text for key, text in attributes.items()})


def value(name: str, text: str) -> etree._Element:
    return element(name, {"w:val": text})


def slim(part: bytes) -> bytes:
    """The part without indentation and unused namespaces."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    root.attrib.pop("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", None)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_bytes(base_document())
