"""Protocols and corrections that lie beside an agreement's file: the folder is looked through."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mou_desktop.errors import MouError
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts

FILES_LIMIT = 500
DRAFTS_LIMIT = 60
BYTES_LIMIT = 256 * 1024 * 1024
"""Scans of signed pages make large files."""
_HEAD = 400
_KIND = re.compile(rb'"kind":\s*"(?:' + "|".join(Instrument).encode() + rb')"')


class Found(NamedTuple):
    """A protocol or correction, and its file."""

    file: Path
    draft: Draft


def instruments(agreement: Path) -> tuple[Found, ...]:
    """The protocols and corrections in the folder of an agreement's file, by their names. Files
    that cannot be read are passed over, and so is what is more than anybody keeps in one folder.
    """
    return tuple(_instruments(agreement))


def _instruments(agreement: Path) -> Iterator[Found]:
    room, count = BYTES_LIMIT, 0
    for file in _listed(agreement):
        size = _size_of_instrument(file)
        if not 0 < size <= min(room, drafts.SIZE_LIMIT):
            continue
        room, count = room - size, count + 1
        if count > DRAFTS_LIMIT:
            return
        try:
            draft = drafts.load(file)
        except MouError:
            continue
        if draft.protocol is not None:
            yield Found(file, draft)


def _listed(agreement: Path) -> list[Path]:
    try:
        names = sorted(agreement.parent.glob(f"*{drafts.SUFFIX}"))
    except OSError:
        return []
    return [file for file in names if file != agreement][:FILES_LIMIT]


def _size_of_instrument(file: Path) -> int:
    """In bytes; nothing for a file that begins otherwise than the program writes a protocol."""
    try:
        if not file.is_file():
            return 0
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
        return file.stat().st_size if _KIND.search(head) else 0
    except OSError:
        return 0
