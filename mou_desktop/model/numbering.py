"""The printed numbers of the articles, which headings and references follow.

An agreement in preparation counts its articles through. One that was signed keeps the numbers it
has: what is put in later is «9-1» behind 9, and the number of an excluded article stays free.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import count

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.typed import ARTICLE_NUMBER

_Key = tuple[int, ...]


def numbers(draft: Draft) -> dict[str, str]:
    """The number of every article, by its id, in the order of the articles."""
    return _kept(draft) or {
        article: str(number) for number, article in enumerate(draft.articles, start=1)
    }


def require_sound(draft: Draft) -> None:
    """Raises `FieldError` when a file says something of an article that is no number."""
    for article, number in draft.numbers.items():
        if not ARTICLE_NUMBER.fullmatch(number):
            raise FieldError(
                "{article}: “{text}” is no number", article=article, text=clean(number)
            )


def sorting_key(number: str) -> _Key:
    """«9-1» comes behind «9» and before «10»."""
    return tuple(map(int, number.split("-")))


def _kept(draft: Draft) -> dict[str, str]:
    """The numbers that the draft keeps, with one between them for every other article; nothing
    when there is no room for one of these.
    """
    kept = [name for name in draft.articles if name in draft.numbers]
    keys = {name: sorting_key(draft.numbers[name]) for name in kept}
    if not keys:
        return {}
    fixed = _rising(kept, keys)
    taken = {sorting_key(number) for number in draft.numbers.values()}
    found: dict[str, _Key] = {}
    before: _Key = ()
    for position, article in enumerate(draft.articles):
        if article in fixed:
            key: _Key | None = keys[article]
        else:
            following = (keys[name] for name in draft.articles[position:] if name in fixed)
            key = _between(before, next(following, None), taken) if before else None
        if key is None:
            return {}
        taken.add(key)
        found[article] = before = key
    return {article: "-".join(map(str, key)) for article, key in found.items()}


def _between(before: _Key, after: _Key | None, taken: Collection[_Key]) -> _Key | None:
    """The next number that is free: behind «9-1» that is «9-2», or «9-1-1» when it is not."""
    for candidates in (_siblings(before, after), _children(before)):
        for key in candidates:
            if after is not None and key >= after:
                break
            if key not in taken:
                return key
    return None


def _siblings(before: _Key, after: _Key | None) -> Iterator[_Key]:
    """Whole numbers are for articles at the end; between others one is put in as «9-1»."""
    if len(before) > 1 or after is None:
        yield from ((*before[:-1], number) for number in count(before[-1] + 1))


def _children(before: _Key) -> Iterator[_Key]:
    yield from ((*before, number) for number in count(1))


def _rising(names: Sequence[str], keys: dict[str, _Key]) -> frozenset[str]:
    """As many of the names as can be, such that their numbers rise; the others were moved."""
    ends: list[_Key] = []
    chains: list[tuple[str, ...]] = []
    for name in names:
        place = bisect_left(ends, keys[name])
        chain = (*(chains[place - 1] if place else ()), name)
        ends[place : place + 1] = [keys[name]]
        chains[place : place + 1] = [chain]
    return frozenset(chains[-1])
