"""Takes blocks of documents; gives what was read out of each, which is read once."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from mou_desktop.model.document import Block

Reading = TypeVar("Reading")


class Readings(Generic[Reading]):
    """Remembers blocks by their identity: one that is taken over when a draft changes is not looked
    at again. `read` says what to read out of a block.
    """

    def __init__(self, read: Callable[[Block], Reading]) -> None:
        self._read = read
        # (The blocks are kept, too: as long as they are, no other one has their number.)
        self._known: dict[int, tuple[Block, Reading]] = {}

    def of(self, blocks: Iterable[Block]) -> list[Reading]:
        """What was read out of each of these; all others are forgotten."""
        known, found = self._known, {}
        readings = []
        for block in blocks:
            number = id(block)
            found[number] = entry = known.get(number) or (block, self._read(block))
            readings.append(entry[1])
        self._known = found
        return readings
