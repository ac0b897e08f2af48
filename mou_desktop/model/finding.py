"""What a check reports. Its wording is done by the reader, from the code."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """`value-missing`: a required field is empty. `form-unsure`: a grammatical form was not
    confirmed. `date-impossible`: the calendar has no such day.
    """

    VALUE_MISSING = "value-missing"
    FORM_UNSURE = "form-unsure"
    DATE_IMPOSSIBLE = "date-impossible"


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is an article's id, `title`, `preamble` or `signature`; `path` the field to mend,
    with `#form` where a form is meant; `excerpt` what stands there now.
    """

    code: Code
    level: Level
    language: str
    place: str
    path: str
    excerpt: str
