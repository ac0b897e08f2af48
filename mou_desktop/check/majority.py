"""Which versions stand apart from the others."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Vote(NamedTuple):
    """`odd` are the versions that differ from what more than half of all have; where no value has
    so many, all versions differ.
    """

    expected: object
    odd: tuple[str, ...]
    decided: bool


def vote(values: Mapping[str, T]) -> Vote | None:
    """What the versions have, by tag; nothing when all agree."""
    ranked = Counter(values.values()).most_common()
    if len(ranked) < 2:
        return None
    value, count = ranked[0]
    if 2 * count > len(values):
        odd = tuple(tag for tag, own in values.items() if own != value)
        return Vote(value, odd, decided=True)
    return Vote(None, tuple(values), decided=False)
