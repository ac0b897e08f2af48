"""How many pages a PDF file has, and which of them has a named place (ISO 32000-1 §7.7, §12.3)."""

import re
import zlib
from collections.abc import Iterator

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)
_TREE = re.compile(rb"/Type\s*/Pages\b.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_PLACE = re.compile(rb"[/(](\w+)\)?\s*\[\s*(\d+)\s+\d+\s+R\s*/")
_UNDERSCORE = "5F"
"""How LibreOffice writes it in a name."""


def count(pdf: bytes) -> int:
    """The number of its page objects, also of those in compressed streams; 0 when there is none
    to be seen.
    """
    return sum(len(_PAGE.findall(part)) for part in (pdf, *_object_streams(pdf)))


def named(pdf: bytes) -> dict[str, int]:
    """The page of every place that has a name, counted from 1; those that cannot be seen are left
    out.
    """
    parts = [pdf, *_object_streams(pdf)]
    trees = [
        re.findall(rb"(\d+)\s+\d+\s+R", tree) for part in parts for tree in _TREE.findall(part)
    ]
    if len(trees) != 1:  # (several are a tree of trees, in an order of their own)
        return {}
    numbers = {page: number for number, page in enumerate(trees[0], start=1)}
    return {
        name.decode("ascii", "replace").replace(_UNDERSCORE, "_"): numbers[page]
        for part in parts
        for name, page in _PLACE.findall(part)
        if page in numbers
    }


def _object_streams(pdf: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(pdf):
        unpacked = zlib.decompressobj()
        try:
            yield unpacked.decompress(found[1])
        except zlib.error:
            continue
