"""Takes a draft; gives the plan of its originals: which languages they hold, who gets them."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from mou_desktop.model.draft import Draft, Originals, Values
from mou_desktop.model.finding import Code, Level
from mou_desktop.model.typed import RANGES

MOST = RANGES["copies"][1]


class Original(NamedTuple):
    """A copy that is signed. `languages` are the texts in it, in their order; `party` keeps it."""

    number: int
    languages: tuple[str, ...]
    party: int


class Remark(NamedTuple):
    """Why a number of copies does not fit. `languages` are those without an original; `mends` are
    other numbers that would do.
    """

    code: Code
    level: Level
    copies: int
    languages: tuple[str, ...]
    mends: tuple[int, ...]


class Plan(NamedTuple):
    """The originals of one party stand together, in the order of the parties."""

    originals: tuple[Original, ...]
    remarks: tuple[Remark, ...]

    def of(self, party: int) -> tuple[Original, ...]:
        """What a party gets."""
        return tuple(each for each in self.originals if each.party == party)


def plan(draft: Draft) -> Plan:
    """Who gets which originals; none as long as their number is open."""
    values = draft.values
    if values.copies is None:
        return Plan((), ())
    combined = values.originals is Originals.COMBINED
    own = tuple(party.language for party in values.parties)
    return _plan(_Order(values.copies, combined, values.languages, own))


def own_first(values: Values, party: int) -> tuple[str, ...]:
    """The languages of the agreement, the party's own before the others."""
    return _own_first(values.languages, values.parties[party].language)


def marks(values: Values) -> frozenset[str]:
    """Which marks of `Kind.ORIGINALS` let a passage stand: how the originals relate to the texts.
    A single copy in a single language needs no word about the others.
    """
    count = len(values.languages)
    if values.originals is Originals.COMBINED and count > 1:
        several = set() if values.copies == 1 else {"each"}
        return frozenset({"both" if count == 2 else "combined", *several})
    return frozenset() if values.copies == count == 1 else frozenset({"separate"})


_Share = list[tuple[str, ...]]
_Rank = tuple[int, bool, bool, int]


class _Order(NamedTuple):
    """All that a plan follows from; `own` is the language of each party."""

    copies: int
    combined: bool
    languages: tuple[str, ...]
    own: tuple[str | None, ...]


@lru_cache(16)
def _plan(order: _Order) -> Plan:
    """(Asked for after every key, wherever it was typed.)"""
    shares = _combined(order) if order.combined else _separate(order)
    handed_out = [(tags, party) for party, share in enumerate(shares) for tags in share]
    originals = [Original(number, *each) for number, each in enumerate(handed_out, start=1)]
    return Plan(tuple(originals), tuple(_remarks(order, originals)))


def _own_first(languages: tuple[str, ...], own: str | None) -> tuple[str, ...]:
    return tuple(sorted(languages, key=lambda tag: tag != own))


def _combined(order: _Order) -> list[_Share]:
    sizes = _sizes(order.copies, len(order.own))
    return [
        [_own_first(order.languages, own)] * size
        for own, size in zip(order.own, sizes, strict=True)
    ]


def _separate(order: _Order) -> list[_Share]:
    """The parties take turns; each takes a language of which it has fewest, its own before others
    and those of the other parties last.
    """
    sizes = _sizes(order.copies, len(order.own))
    left = _by_language(order)
    taken: list[list[str]] = [[] for _party in order.own]
    for turn in range(max(sizes)):
        for party, share in enumerate(taken):
            if turn < sizes[party]:
                tag = min((tag for tag in left if left[tag]), key=_preference(order, party, share))
                left[tag] -= 1
                share.append(tag)
    return [
        [(tag,) for tag in sorted(share, key=_own_first(order.languages, order.own[party]).index)]
        for party, share in enumerate(taken)
    ]


def _preference(order: _Order, party: int, share: list[str]) -> Callable[[str], _Rank]:
    mine = order.own[party]
    rank = order.languages.index
    return lambda tag: (share.count(tag), tag != mine, tag in order.own, rank(tag))


def _by_language(order: _Order) -> dict[str, int]:
    """How many originals there are in each language; the parties' own have the odd ones."""
    ranked = sorted(order.languages, key=lambda tag: tag not in order.own)
    counts = _sizes(order.copies, len(ranked))
    return dict(zip(ranked, counts, strict=True))


def _sizes(number: int, shares: int) -> list[int]:
    """A number in parts as equal as can be, the larger ones first."""
    return [number // shares + (each < number % shares) for each in range(shares)]


def _remarks(order: _Order, originals: list[Original]) -> Iterator[Remark]:
    copies, parties = len(originals), len(order.own)
    versions = 1 if order.combined else len(order.languages)
    there = {(each.party, tag) for each in originals for tag in each.languages}
    absent = tuple(
        tag for tag in order.languages if tag not in {language for _party, language in there}
    )
    full = _nearest(copies, versions * parties)
    mends = tuple(sorted({*_nearest(copies, parties, least=versions), *full[-1:]}))
    if copies % parties:
        yield Remark(Code.COPIES_UNEVEN, Level.WARNING, copies, (), mends)
    if absent:
        yield Remark(Code.COPIES_TOO_FEW, Level.WARNING, copies, absent, mends)
    if not absent and not copies % parties and len(there) < parties * len(order.languages):
        yield Remark(Code.COPIES_APART, Level.NOTE, copies, (), full)


def _nearest(copies: int, step: int, least: int = 1) -> tuple[int, ...]:
    """The multiples of `step` on either side of a number, as far as they may be chosen."""
    multiples = range(-(-least // step) * step, MOST + 1, step)
    below = [number for number in multiples if number < copies]
    above = [number for number in multiples if number > copies]
    return (*below[-1:], *above[:1])
