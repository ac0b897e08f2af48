"""How the pages look. The same as the base document of the Word files, which a test compares."""

from typing import NamedTuple

from PySide6.QtCore import Qt

from mou_desktop.model.layout import Layout

POINT = 20
MM = 1440 / 25.4
# An A4 sheet in millimetres, and what is free above its head line and below its foot line.
WIDTH, HEIGHT, EDGE = 210, 297, 10


def text_width(layout: Layout) -> float:
    """Between the side margins."""
    return (WIDTH - layout.left - layout.right) * MM


class Style(NamedTuple):
    """A paragraph style, its lengths in points. `contextual` paragraphs stand close to others of
    the same style; `keeps_next` stays on the page of what follows, `whole` on one page; a `small`
    one has letters of the size of what stands above and below the pages. Of one that `hangs`, all
    lines but the first begin behind the line for a signature.
    """

    name: str
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    strong: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    letter_spacing: float = 0
    contextual: bool = False
    keeps_next: bool = False
    whole: bool = False
    small: bool = False
    italic: bool = False
    hangs: bool = False


_CENTRE = Qt.AlignmentFlag.AlignHCenter
_JUSTIFY = Qt.AlignmentFlag.AlignJustify
LINE_SPACING = 1.05
INITIALS_BEFORE = 14
INDENT = 12.5 * MM / POINT
CELL_MARGIN = 6 * MM
COLUMN_INDENT = 284 / POINT
WIDOWS = 2
TITLE_PAGE_TOP = 60 * MM

TITLE = Style("Title", _CENTRE, strong=True, after=12, letter_spacing=3, keeps_next=True)
SUBTITLE = Style("Subtitle", _CENTRE, after=12, contextual=True, keeps_next=True)
HEADING = Style("Heading 2", _CENTRE, strong=True, before=12, after=6, keeps_next=True, whole=True)
BODY = Style("Body Text", _JUSTIFY, indent=INDENT)
CARRIED = Style("Closing Text", _JUSTIFY, indent=INDENT, keeps_next=True)
CLOSING = Style("Closing Clause", _JUSTIFY, indent=INDENT, keeps_next=True, whole=True)
NOTE = Style("Amendment Note", _JUSTIFY, before=3, whole=True, small=True, italic=True)
CLOSING_NOTE = NOTE._replace(name="Amendment Note Closing", keeps_next=True)
TITLE_NOTE = CLOSING_NOTE._replace(name="Amendment Note Title", alignment=_CENTRE, after=12)
PARTY = Style("Signature Party", before=24, keeps_next=True, whole=True)
SIGNATURE = Style("Signature", before=6, keeps_next=True, whole=True)
NAME = Style("Signature Name", before=30, keeps_next=True, whole=True, hangs=True)
PARTY_SMALL = PARTY._replace(name="Signature Party Small", small=True)
SIGNATURE_SMALL = SIGNATURE._replace(name="Signature Small", small=True)
END = Style("Signature End", before=6, whole=True)
NAME_END = Style("Signature Name End", before=30, whole=True, hangs=True)
