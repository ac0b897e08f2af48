"""Reads a foreign file, whatever its name says that it is, into paragraphs."""

from pathlib import Path

from mou_desktop.errors import IntakeError
from mou_desktop.intake.source import FILE_LIMIT, Source
from mou_desktop.store import atomic

SUFFIXES = (".docx", ".docm", ".dotx", ".odt", ".txt", ".md")
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_file(file: Path) -> Source:
    """The document in a file. Raises `StorageError` and `IntakeError`."""
    try:
        with file.open("rb") as stream:
            content = stream.read(FILE_LIMIT + 1)
    except OSError as error:
        raise atomic.storage_error(file, error) from error
    return read(content, file.name)


def read(content: bytes, name: str) -> Source:
    """The document in `content`; `name` is what messages call its file. Raises `IntakeError`."""
    if len(content) > FILE_LIMIT:
        raise IntakeError("{file} is too large to be an agreement", file=name)
    if not content.strip():
        raise IntakeError("{file} is empty", file=name)
    try:
        return _read(content, name)
    except RecursionError as error:
        raise IntakeError(
            "{file} is nested too deeply to be an agreement; save it anew in Word", file=name
        ) from error


def _read(content: bytes, name: str) -> Source:
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        return _package(content, name)
    if content.startswith(_OLE):
        raise _old_word(content, name)
    refusal = _other(content, name)
    if refusal is not None:
        raise refusal
    from mou_desktop.intake import encodings, plain

    return plain.read(encodings.decode(content, name), name)


def _package(content: bytes, name: str) -> Source:
    from mou_desktop.intake import docx, odt
    from mou_desktop.intake.package import Package

    package = Package(content, name)
    if docx.is_word(package):
        return docx.read(package, name)
    if odt.is_open_document(package):
        return odt.read(package, name)
    raise IntakeError("{file} is no text document; import Word files or text", file=name)


def _old_word(content: bytes, name: str) -> IntakeError:
    if _ENCRYPTED in content:
        return IntakeError(
            "{file} is encrypted; open it with its password and save it without one", file=name
        )
    return IntakeError(
        "{file} is in the old format of Word (.doc); open it in Word and save it as .docx",
        file=name,
    )


def _other(content: bytes, name: str) -> IntakeError | None:
    """What to do with a file of another kind."""
    start = content.lstrip()[:16].lower()
    if start.startswith(b"%pdf"):
        return IntakeError(
            "{file} is a PDF file; import the Word file that it was made of", file=name
        )
    if start.startswith(b"{\\rtf"):
        return IntakeError(
            "{file} is in the format RTF; open it in Word and save it as .docx", file=name
        )
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return IntakeError("{file} is a web page; open it in Word and save it as .docx", file=name)
    if start.startswith(b"{") and b'"mou-desktop"' in content[:200]:
        return IntakeError("{file} is a draft of this program; open it instead", file=name)
    return None
