"""Scans of signed pages: which files are taken, and how they lie in a draft."""

from collections.abc import Sequence

from mou_desktop.errors import FieldError
from mou_desktop.model.fields import clean
from mou_desktop.model.record import Scan

NUMBER_LIMIT = 12
SIZE_LIMIT = 12 * 1024 * 1024
"""Bytes that the scans of a draft may have together."""
NAME_LIMIT = 200
_BEGINNINGS = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
_HEAD = 16
_FORBIDDEN = set('/\\:*?"<>|')


def scan(name: str, content: bytes) -> Scan:
    """A file as a scan. Raises `FieldError` when it is none."""
    from binascii import b2a_base64

    if len(content) > SIZE_LIMIT:
        raise _too_large(name)
    made = Scan(clean(name), b2a_base64(content, newline=False).decode("ascii"))
    _check(made)
    return made


def content(scan: Scan) -> bytes:
    """The bytes of the file. Raises `FieldError`."""
    from binascii import a2b_base64

    try:
        return a2b_base64(scan.content, strict_mode=True)
    except ValueError as error:
        raise FieldError("{file} is damaged: {problem}", file=scan.name, problem=error) from None


def size(scan: Scan) -> int:
    """In bytes."""
    return len(scan.content) * 3 // 4 - scan.content[-2:].count("=")


def require_sound(scans: Sequence[Scan]) -> None:
    """Raises `FieldError` when there are too many, or one is none."""
    if len(scans) > NUMBER_LIMIT:
        raise FieldError("attach {limit} scans at most", limit=NUMBER_LIMIT)
    if sum(map(size, scans)) > SIZE_LIMIT:
        raise _too_large(scans[-1].name)
    for each in scans:
        _check(each)


def _check(scan: Scan) -> None:
    name = scan.name
    if not 0 < len(name) <= NAME_LIMIT or clean(name) != name or _FORBIDDEN & set(name):
        raise FieldError("“{file}” is no name for a scan", file=clean(name)[:NAME_LIMIT])
    head = content(scan)[:_HEAD]
    kind = next((kind for start, kind in _BEGINNINGS.items() if head.startswith(start)), "")
    if not kind:
        raise FieldError("{file} is no PDF, JPEG or PNG file", file=name)


def _too_large(name: str) -> FieldError:
    return FieldError(
        "{file} is too large: the scans may have {limit} MB together; scan in black and white",
        file=clean(name),
        limit=SIZE_LIMIT // (1024 * 1024),
    )
