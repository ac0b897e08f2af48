"""A text written across a page, as Word makes it: a VML shape that hangs in the header (§19)."""

from functools import cache

from lxml import etree

from mou_desktop.export.docx_markup import Element, add

VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
WIDTH = 500
"""In points: what fits an A4 sheet aslant."""
LETTER_WIDTH = 0.6
"""Of capitals and figures, as part of their height."""
HEIGHTS = (28, 90)
_STYLE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    "mso-position-vertical-relative:margin"
)
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)


def add_watermark(line: Element, text: str, font: str, number: int) -> None:
    """Hang the text into a paragraph of a header; no other shape of the file has its number."""
    run = add(line, "r")
    add(add(run, "rPr"), "noProof")
    picture = add(run, "pict")
    picture.append(etree.fromstring(_shape_type()))
    low, high = HEIGHTS
    height = round(min(max(WIDTH / (LETTER_WIDTH * len(text)), low), high))
    shape = etree.SubElement(
        picture,
        f"{{{VML}}}shape",
        {
            "id": f"PowerPlusWaterMarkObject{number}",
            f"{{{OFFICE}}}spid": f"_x0000_s{2048 + number}",
            "type": "#_x0000_t136",
            "alt": text,
            "style": _STYLE.format(width=WIDTH, height=height),
            f"{{{OFFICE}}}allowincell": "f",
            "fillcolor": "silver",
            "stroked": "f",
        },
        nsmap={"v": VML, "o": OFFICE},
    )
    etree.SubElement(shape, f"{{{VML}}}fill", {"opacity": ".5"})
    words = {"style": f'font-family:"{font}";font-size:1pt', "string": text}
    etree.SubElement(shape, f"{{{VML}}}textpath", words)


@cache
def _shape_type() -> bytes:
    """The preset «plain text» of Word (`msosptTextPlainText`)."""
    root = etree.Element(
        f"{{{VML}}}shapetype",
        {
            "id": "_x0000_t136",
            "coordsize": "21600,21600",
            f"{{{OFFICE}}}spt": "136",
            "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        nsmap={"v": VML, "o": OFFICE},
    )
    formulas = etree.SubElement(root, f"{{{VML}}}formulas")
    for equation in _FORMULAS:
        etree.SubElement(formulas, f"{{{VML}}}f", {"eqn": equation})
    connections = {
        "textpathok": "t",
        f"{{{OFFICE}}}connecttype": "custom",
        f"{{{OFFICE}}}connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
        f"{{{OFFICE}}}connectangles": "270,180,90,0",
    }
    etree.SubElement(root, f"{{{VML}}}path", connections)
    etree.SubElement(root, f"{{{VML}}}textpath", {"on": "t", "fitshape": "t"})
    handles = etree.SubElement(root, f"{{{VML}}}handles")
    etree.SubElement(handles, f"{{{VML}}}h", {"position": "#0,bottomRight", "xrange": "6629,14971"})
    lock = {f"{{{VML}}}ext": "edit", "text": "t", "shapetype": "t"}
    etree.SubElement(root, f"{{{OFFICE}}}lock", lock)
    return etree.tostring(root)
