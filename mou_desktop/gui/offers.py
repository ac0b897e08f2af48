"""What the officer is asked about when a draft could be lost."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mou_desktop.model.change import BlockChange
from mou_desktop.store.recovery import Recovered

Versions = Mapping[str, Sequence[BlockChange]]


class Offer(NamedTuple):
    """An unsaved draft that can be recovered. `versions` lead from what is saved to it, by
    language, and `note` says what is saved.
    """

    recovered: Recovered
    name: str
    parties: tuple[str, ...]
    note: str
    versions: Versions
