"""What is in a signing set, as a JSON file that can be checked later."""

from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from mou_desktop.errors import ManifestError
from mou_desktop.model.fields import clean

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FILE = "manifest.json"
FORMAT: Literal["mou-desktop-signing-set"] = "mou-desktop-signing-set"
SCHEMA: Literal[1] = 1
SIZE_LIMIT = 4 * 1024 * 1024
FILES_LIMIT = 1000
NAME_LIMIT = 240
DIGEST_LENGTH = 64
_FORBIDDEN = frozenset('/\\:*?"<>|')
_OWN = "sha256"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the set; `size` is in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Place:
    """Who signs a text for the party with the number `party`, and where: `side` is `left` or
    `right`; `page` is the last one of the text, counted through the file. It is not known where no
    pages were laid out.
    """

    language: str
    party: int
    name: str
    position: str
    side: str
    page: int | None


@dataclass(frozen=True, slots=True)
class OriginalEntry:
    """A copy that is signed; the party with the number `party` keeps it."""

    number: int
    languages: tuple[str, ...]
    party: int
    files: tuple[str, ...]
    pages: int | None
    signatures: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """`label` is what the files and the list call the party, `name` its official name."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """What the set was made of: the draft's file, its number, since when it is final, if it is, and
    the digest of its content.
    """

    file: str
    agreement: str
    number: int
    final: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A result of the checks; `text` says it in words, `accepted` why it stays, if it does."""

    code: str
    level: str
    languages: tuple[str, ...]
    path: str
    text: str
    accepted: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`pdf_by` says what made the PDF files; empty when there are none. `by_hand` are the fields
    that are left to the pen.
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    program: str
    made: str
    pdf_by: str
    draft: DraftEntry
    parties: tuple[PartyEntry, ...]
    originals: tuple[OriginalEntry, ...]
    by_hand: tuple[str, ...]
    findings: tuple[FindingEntry, ...]
    files: tuple[Entry, ...]
    format: Literal["mou-desktop-signing-set"] = FORMAT
    schema: Literal[1] = SCHEMA


def with_files(manifest: Manifest, files: tuple[Entry, ...]) -> Manifest:
    """The same manifest of other files."""
    return replace(manifest, files=files)


def dumps(manifest: Manifest) -> bytes:
    """The content of the file; it says its own digest, too."""
    import json

    body = asdict(manifest)
    whole = {**body, _OWN: _digest(body)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def loads(content: bytes) -> tuple[Manifest, bool]:
    """The manifest, and whether it is as it was written. Raises `ManifestError` when it is none,
    or one that no program of ours has written.
    """
    import json

    try:
        if len(content) > SIZE_LIMIT:
            raise ValueError(len(content))
        data = json.loads(content.decode("utf-8"))
        intact = isinstance(data, dict) and data.pop(_OWN, "") == _digest(data)
        text = json.dumps(data)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ManifestError("{file} is no manifest of a signing set, or damaged", file=FILE)
    version = data.get("schema")
    if type(version) is int and version > SCHEMA:
        raise ManifestError("{file} was written by a newer version of the program", file=FILE)
    try:
        manifest = _adapter().validate_json(text, strict=True)
    except ValueError as error:
        raise _damaged(_first_problem(error)) from None
    _require_sound(manifest)
    return manifest, intact


def require_name(name: str) -> None:
    """Raises `ManifestError` when a file of this name could lie outside the folder, or nowhere."""
    plain = clean(name) == name and name.strip(" .") == name and not _FORBIDDEN & set(name)
    if not plain or not 0 < len(name) <= NAME_LIMIT:
        raise _damaged(clean(name)[:NAME_LIMIT])


def _require_sound(manifest: Manifest) -> None:
    if len(manifest.files) > FILES_LIMIT:
        raise _damaged(f"files: {len(manifest.files)}")
    for entry in manifest.files:
        require_name(entry.name)
        hexadecimal = set(entry.sha256) <= set("0123456789abcdef")
        if not hexadecimal or len(entry.sha256) != DIGEST_LENGTH or entry.size < 0:
            raise _damaged(entry.name)
    names = {entry.name.casefold() for entry in manifest.files}
    if len(names) < len(manifest.files) or FILE in names:
        raise _damaged("files")


def _digest(body: dict[str, Any]) -> str:
    import hashlib
    import json

    text = json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


@cache
def _adapter() -> "TypeAdapter[Manifest]":
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest)


def _first_problem(error: ValueError) -> str:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return clean(str(error))
    first = error.errors(include_url=False, include_input=False)[0]
    return clean(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}")


def _damaged(problem: str) -> ManifestError:
    return ManifestError("{file} is damaged: {problem}", file=FILE, problem=problem)
