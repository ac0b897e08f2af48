"""Which paragraph was made of which, when somebody has changed, added or deleted some."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from mou_desktop.intake.marked import Marked, bare, spaced
from mou_desktop.model.document import Paragraph

# The share of words that two paragraphs have in common when one was made of the other.
_ALIKE = 0.35
# More paragraphs than these are paired in their order alone.
_MANY = 60
Pair = tuple[Paragraph | None, Marked | None]


def pairs(before: Sequence[Paragraph], now: Sequence[Marked]) -> Iterator[Pair]:
    """The paragraphs that belong together, in reading order; what was added or deleted is alone."""
    ours = [bare(spaced(each.text)) for each in before]
    theirs = [bare(each.text) for each in now]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(before[start:end], now[first:last], strict=True)
        else:
            yield from _changed(before[start:end], now[first:last])


def _changed(before: Sequence[Paragraph], now: Sequence[Marked]) -> Iterator[Pair]:
    """Of all pairings that keep the order, the one whose pairs have most in common."""
    if len(before) == len(now) == 1 or len(before) * len(now) > _MANY**2:
        length = min(len(before), len(now))
        yield from zip(before[:length], now[:length], strict=True)
        yield from ((each, None) for each in before[length:])
        yield from ((None, each) for each in now[length:])
        return
    shares = [[_share(old.text, new.text) for new in now] for old in before]
    best = [[0.0] * (len(now) + 1) for _row in range(len(before) + 1)]
    for row in reversed(range(len(before))):
        for column in reversed(range(len(now))):
            together = best[row + 1][column + 1] + shares[row][column]
            best[row][column] = max(best[row + 1][column], best[row][column + 1], together)
    row = column = 0
    while row < len(before) and column < len(now):
        together = best[row + 1][column + 1] + shares[row][column]
        if shares[row][column] and best[row][column] == together:
            yield before[row], now[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield before[row], None
            row += 1
        else:
            yield None, now[column]
            column += 1
    yield from ((each, None) for each in before[row:])
    yield from ((None, each) for each in now[column:])


def _share(old: str, new: str) -> float:
    ours, theirs = Counter(old.split()), Counter(new.split())
    total = ours.total() + theirs.total()
    share = 2 * (ours & theirs).total() / total if total else 0.0
    return share if share >= _ALIKE else 0.0
