"""The zip file around a foreign document: nothing in it is trusted, everything is bounded."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from mou_desktop.errors import IntakeError
from mou_desktop.intake import xml

UNPACKED_LIMIT = 64 * 1024 * 1024
PART_LIMIT = 16 * 1024 * 1024
ENTRIES_LIMIT = 5000
# The size of a list of that many parts whose names have usual lengths.
_DIRECTORY_LIMIT = 1024 * 1024
_END = b"PK\x05\x06"
_END_SIZE = 22
_LOCATOR_OF_ZIP64 = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_COMMENT_LIMIT = 65535


class Package:
    """The parts of a document, read one by one; `name` is what messages call its file."""

    def __init__(self, content: bytes, name: str) -> None:
        """Raises `IntakeError` when the file is damaged, encrypted or too large."""
        self._name = name
        self._require_small_directory(content)
        try:
            self._zip = ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        except (BadZipFile, ValueError, NotImplementedError, struct.error, OSError) as error:
            raise self._damaged() from error
        if len(entries) > ENTRIES_LIMIT:
            raise self._too_large()
        if sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
            raise self._too_large()
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    @property
    def parts(self) -> list[str]:
        """The names of all parts."""
        return list(self._entries)

    def read(self, part: str) -> bytes:
        """The content of a part; empty when there is none. Raises `IntakeError`."""
        entry = self._entries.get(part)
        if entry is None:
            return b""
        self._require_plain(entry)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(PART_LIMIT + 1)
        except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error) as error:
            raise self._damaged() from error
        except NotImplementedError as error:
            raise self._damaged() from error
        if len(content) > PART_LIMIT:
            raise self._too_large()
        return content

    def tree(self, part: str) -> etree._Element | None:
        """The root of a part in XML; nothing when there is none. Raises `IntakeError`."""
        content = self.read(part)
        return xml.parse(content, self._name) if content else None

    def _require_plain(self, entry: ZipInfo) -> None:
        if entry.flag_bits & 0x1:
            raise IntakeError(
                "{file} is encrypted; open it with its password and save it without one",
                file=self._name,
            )
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._damaged()

    def _require_small_directory(self, content: bytes) -> None:
        """Before the list of the parts is read, which a hostile file makes very long."""
        end = content.rfind(_END, max(0, len(content) - _END_SIZE - _COMMENT_LIMIT))
        if end < 0 or len(content) < end + _END_SIZE:
            raise self._damaged()
        (size,) = struct.unpack_from("<L", content, end + 12)
        locator = content[max(0, end - _LOCATOR_SIZE) : end]
        if size > _DIRECTORY_LIMIT or locator.startswith(_LOCATOR_OF_ZIP64):
            raise self._too_large()

    def _damaged(self) -> IntakeError:
        return IntakeError(
            "{file} is damaged or incomplete; ask for it again, or save it anew in Word",
            file=self._name,
        )

    def _too_large(self) -> IntakeError:
        return IntakeError(
            "{file} is too large to be an agreement when it is unpacked; "
            "take out the pictures and save it anew",
            file=self._name,
        )
