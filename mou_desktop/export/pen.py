"""Room for the pen: blanks of a date that are wide enough, whatever the font size, and names that
keep clear of the line for a signature.
"""

import re
from math import ceil

from mou_desktop.languages.base import DAY_BLANK, MONTH_BLANK, NBSP, SHORT_BLANK
from mou_desktop.model.document import Gap, Paragraph, Run

WIDTHS = {DAY_BLANK: 13, MONTH_BLANK: 28}
"""In millimetres."""
UNDERSCORE = 0.5
"""Its width in Times New Roman, as part of the font size."""
SIGNATURE_LINE = 6.25
"""The line for a signature with the space behind it, likewise."""
NAME_ROOM = 8
"""Likewise: what a name needs beside that line."""
_BLANK = re.compile(f"(?<!_)(?:{MONTH_BLANK}|{DAY_BLANK})(?!_)")


def for_the_pen(paragraph: Paragraph, size: float) -> Paragraph:
    """The paragraph as it is to be written in letters of this size, in points: a date, or the line
    of a signature; others stay as they are.

    Blanks are hard to divide into lines: so a noun may part from the number before it, or the few
    words that are left on a line would be spread over its width.
    """
    first = next(iter(paragraph.runs), Run(""))
    if not first.path and first.text.startswith(SHORT_BLANK):
        return Paragraph(tuple(map(_short_blank, paragraph.runs)))
    if not any(run.path == "date" and DAY_BLANK in run.text for run in paragraph.runs):
        return paragraph
    width = size * UNDERSCORE * 25.4 / 72
    return Paragraph(
        tuple(
            run._replace(
                text=_BLANK.sub(lambda blank: "_" * ceil(WIDTHS[blank[0]] / width), run.text)
                if run.path == "date"
                else run.text.replace(f"){NBSP}", ") ")
            )
            for run in paragraph.runs
        )
    )


def _short_blank(run: Run) -> Run:
    return run._replace(text=SHORT_BLANK) if run.gap is Gap.MISSING else run


def name_indent(size: float, width: float) -> float:
    """Where the further lines of a name begin, in points: behind the line for the signature, or
    below it in a column of which too little is left beside it. `width` is the column's.
    """
    indent = SIGNATURE_LINE * size
    return indent if width - indent >= NAME_ROOM * size else 0.0
