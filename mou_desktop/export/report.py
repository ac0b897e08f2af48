"""The findings of the checks as a Word file for the records: a table to be ticked off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from mou_desktop.export.sheet import BOX, TICKED, Sheet

# The widths of the columns, in twentieths of a point.
_COLUMNS = [520, 1700, 1900, 5509, 5509]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, in words: `place` is the heading it stands under, `passage` what the text says
    there, `accepted` why it stays; empty when it is open.
    """

    place: str
    level: str
    languages: str
    message: str
    passage: str = ""
    accepted: str = ""


def to_docx(
    rows: Sequence[Row],
    *,
    agreement: str,
    file: str,
    made: datetime,
    language: str,
    translated: Callable[[str], str],
) -> bytes:
    """The bytes of the file. `agreement` and `file` are what was checked, `language` is the tag of
    that whose words `translated` gives.
    """
    sheet = Sheet(translated("Findings of the checks"), language, subject=agreement)
    accepted = sum(bool(row.accepted) for row in rows)
    for fact in (
        agreement,
        translated("Checked: {file}").format(file=file),
        translated("Made: {time}").format(time=f"{made:%Y-%m-%d %H:%M (UTC%z)}"),
        translated("Open: {open}. Accepted: {accepted}.").format(
            open=len(rows) - accepted, accepted=accepted
        ),
    ):
        sheet.line(fact)
    heads = [
        "",
        translated("Level"),
        translated("Languages"),
        translated("Finding"),
        translated("Passage"),
    ]
    for place, found in groupby(rows, key=lambda row: row.place):
        sheet.heading(place)
        sheet.table(_COLUMNS, heads, (_cells(row, translated) for row in found))
    if not rows:
        sheet.line(translated("Nothing found."))
    sheet.line("")
    return sheet.to_bytes()


def _cells(row: Row, translated: Callable[[str], str]) -> list[str]:
    reason = translated("Accepted: {reason}").format(reason=row.accepted) if row.accepted else ""
    message = "\n".join(filter(None, (row.message, reason)))
    return [TICKED if row.accepted else BOX, row.level, row.languages, message, row.passage]
