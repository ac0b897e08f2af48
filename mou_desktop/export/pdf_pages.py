"""How many pages a PDF file has (ISO 32000-1 §7.7.3)."""

import re
import zlib
from collections.abc import Iterator

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)


def count(pdf: bytes) -> int:
    """The number of its page objects, also of those in compressed streams; 0 when there is none
    to be seen.
    """
    return sum(len(_PAGE.findall(part)) for part in (pdf, *_object_streams(pdf)))


def _object_streams(pdf: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(pdf):
        unpacked = zlib.decompressobj()
        try:
            yield unpacked.decompress(found[1])
        except zlib.error:
            continue
