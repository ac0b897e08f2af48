"""Blanks of a date that are wide enough for the pen, whatever the font size."""

import re
from math import ceil

from mou_desktop.languages.base import DAY_BLANK, MONTH_BLANK
from mou_desktop.model.document import Paragraph

WIDTHS = {DAY_BLANK: 13, MONTH_BLANK: 28}
"""In millimetres."""
UNDERSCORE = 0.5
"""Its width in Times New Roman, as part of the font size."""
_BLANK = re.compile(f"(?<!_)(?:{MONTH_BLANK}|{DAY_BLANK})(?!_)")


def for_the_pen(paragraph: Paragraph, size: float) -> Paragraph:
    """The paragraph as it is to be written in letters of this size, in points."""
    if not any(run.path == "date" and DAY_BLANK in run.text for run in paragraph.runs):
        return paragraph
    width = size * UNDERSCORE * 25.4 / 72
    return Paragraph(
        tuple(
            run._replace(
                text=_BLANK.sub(lambda blank: "_" * ceil(WIDTHS[blank[0]] / width), run.text)
            )
            if run.path == "date"
            else run
            for run in paragraph.runs
        )
    )
