"""How the pages look. The same as the base document of the Word files, which a test compares."""

from typing import NamedTuple

from PySide6.QtCore import Qt

POINT = 20
MM = 1440 / 25.4


class Paper(NamedTuple):
    """The sheet and its margins in millimetres, the font and its size in points."""

    width: float = 210
    height: float = 297
    left: float = 30
    right: float = 15
    top: float = 20
    bottom: float = 20
    footer: float = 10
    font: str = "Times New Roman"
    size: float = 14

    @property
    def text_width(self) -> float:
        return (self.width - self.left - self.right) * MM

    @property
    def text_height(self) -> float:
        return (self.height - self.top - self.bottom) * MM


class Style(NamedTuple):
    """A paragraph style, its lengths in points. `contextual` paragraphs stand close to others of
    the same style; `keeps_next` stays on the page of what follows, `whole` on one page.
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


_CENTRE = Qt.AlignmentFlag.AlignHCenter
_JUSTIFY = Qt.AlignmentFlag.AlignJustify
LINE_SPACING = 1.05
FOOTER_SIZE = 12
INDENT = 12.5 * MM / POINT
CELL_MARGIN = 6 * MM
WIDOWS = 2

TITLE = Style("Title", _CENTRE, strong=True, after=12, letter_spacing=3, keeps_next=True)
SUBTITLE = Style("Subtitle", _CENTRE, after=12, contextual=True, keeps_next=True)
HEADING = Style("Heading 2", _CENTRE, strong=True, before=12, after=6, keeps_next=True, whole=True)
BODY = Style("Body Text", _JUSTIFY, indent=INDENT)
CLOSING = Style("Closing Clause", _JUSTIFY, indent=INDENT, keeps_next=True, whole=True)
PARTY = Style("Signature Party", before=24, keeps_next=True, whole=True)
SIGNATURE = Style("Signature", before=6, keeps_next=True, whole=True)
NAME = Style("Signature Name", before=30, keeps_next=True, whole=True)
END = Style("Signature End", before=6, whole=True)
