"""How the pages of an agreement look: font, margins, and what stands around the text."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from mou_desktop.errors import FieldError

FONT = "Times New Roman"
FONT_LIMIT = 60
SIZES = (8, 20)
MARGINS = (5, 60)
_SMALLER = 2
_SMALLER_IN_COLUMNS = 3
_FONT_NAME = re.compile(r"[^\W_][\w .'&+()-]*")


class Numbers(StrEnum):
    """Where pages are numbered: centred at the foot of each, or at the head from the second on."""

    FOOT = "foot"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Layout:
    """`size` is that of the text in points; the margins of the A4 sheet are in millimetres.

    `initials` asks for a line at the foot of each page for the initials (the paraph) of everybody
    who signs, `seals` for the place of the seals, `title_page` for a sheet of its own for the
    title.
    """

    font: str = FONT
    size: int = 14
    left: int = 30
    right: int = 15
    top: int = 20
    bottom: int = 20
    initials: bool = False
    seals: bool = True
    title_page: bool = False
    numbers: Numbers = Numbers.FOOT

    @property
    def small_size(self) -> int:
        """The size of what stands around the text."""
        return max(self.size - _SMALLER, SIZES[0])


def in_columns(layout: Layout) -> Layout:
    """The layout of a page with two columns: lines of half the width want smaller letters."""
    return replace(layout, size=max(layout.size - _SMALLER_IN_COLUMNS, SIZES[0]))


def checked(layout: Layout) -> Layout:
    """The same layout. Raises `FieldError` when a page cannot be made so."""
    if len(layout.font) > FONT_LIMIT or not _FONT_NAME.fullmatch(layout.font):
        raise FieldError("“{name}” is not the name of a font", name=layout.font[:FONT_LIMIT])
    low, high = SIZES
    if not low <= layout.size <= high:
        raise FieldError("the font size goes from {low} to {high} points", low=low, high=high)
    low, high = MARGINS
    if not all(
        low <= each <= high for each in (layout.left, layout.right, layout.top, layout.bottom)
    ):
        raise FieldError("a margin goes from {low} to {high} mm", low=low, high=high)
    return layout
