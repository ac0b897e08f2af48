"""What a check reports. Its wording is done by the reader, from the code."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """An error keeps a version from being signed; a warning is to be looked at; a note is merely
    worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


VERSION = "version."


class Code(StrEnum):
    """`value-missing`: a required field is empty. `form-unsure`: a grammatical form was not
    confirmed. `introduction-stale`: a party's name has changed since its introduction was written.
    `short-name-apart`: the short name is no part of the name, so nothing is bold.
    `date-impossible`: the calendar has no such day. `one-language`: the closing clause speaks of
    several versions, but there is one. `wording-missing`: an article has no text in a version.
    `wording-review`: another version of the place was changed since this one was.
    `copies-uneven`: the originals cannot be shared out evenly among the parties. `copies-too-few`:
    there are languages without an original. `copies-apart`: every party gets as many originals, but
    not one in every language. `prevailing-absent`: the text that prevails is none of the agreement.
    `order-fixed`: a title or preamble names the parties so that they cannot change places, as the
    originals of the others want it.
    """

    VALUE_MISSING = "value-missing"
    FORM_UNSURE = "form-unsure"
    INTRODUCTION_STALE = "introduction-stale"
    SHORT_NAME_APART = "short-name-apart"
    DATE_IMPOSSIBLE = "date-impossible"
    ONE_LANGUAGE = "one-language"
    WORDING_MISSING = "wording-missing"
    WORDING_REVIEW = "wording-review"
    COPIES_UNEVEN = "copies-uneven"
    COPIES_TOO_FEW = "copies-too-few"
    COPIES_APART = "copies-apart"
    PREVAILING_ABSENT = "prevailing-absent"
    ORDER_FIXED = "order-fixed"


class Finding(NamedTuple):
    """`place` is an article's id, `title`, `preamble` or `signature`; `path` the field to mend,
    with `#form` where a form is meant; `excerpt` what stands there now. Where the wording itself is
    meant, `path` is the version's place: «version.ru.validity».
    """

    code: Code
    level: Level
    language: str
    place: str
    path: str
    excerpt: str
