"""What a draft remembers of its way to the signature: being final, reopened, signed."""

from dataclasses import dataclass
from enum import StrEnum


class Happening(StrEnum):
    """`final`: it was marked as final. `reopened`: it became a draft again. `signed`: its signature
    was recorded. `withdrawn`: that record was taken back.
    """

    FINAL = "final"
    REOPENED = "reopened"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """`time` is ISO 8601 with the zone, `note` the reason that was given, `digest` that of the
    content which was marked as final.
    """

    what: Happening
    time: str
    note: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Final:
    """A draft that is not to be changed any more: since when, and the digest of its content."""

    time: str
    digest: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of signed pages: PDF, JPEG or PNG; `content` is base64, as the file holds it."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class SignatureRecord:
    """That the agreement was signed: `date` is ISO 8601, `signatories` say who signed for each
    party, in the order of the parties.
    """

    date: str
    place: str
    signatories: tuple[str, ...]
    scans: tuple[Scan, ...] = ()
