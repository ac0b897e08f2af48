"""Takes a passage in the languages in which it changed; gives amendments of its words.

Only where the same technique does in all of them, and the words to quote stand there once.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mou_desktop.amend.apply import reworded
from mou_desktop.amend.quotation import is_balanced
from mou_desktop.amend.stretches import (
    Passages,
    Stretch,
    contexts,
    covering,
    joined,
    stretches,
    words_in,
)
from mou_desktop.model.amendment import Technique, Wording

# More changes than these, or more of the passage, are easier to read when it is restated.
MOST_CHANGES = 6
MOST_OF_PASSAGE = 0.6
# Words of fewer letters are hard to find in a text.
FEWEST_LETTERS = 6
_SENTENCE_END = re.compile(r"[.!?:;] ")

_Found = dict[str, list[Stretch]]


class WordChange(NamedTuple):
    """One change of words, in every language of the passage; `path` is that of a field."""

    technique: Technique
    path: str
    wordings: dict[str, Wording]


def word_changes(both: Mapping[str, Passages]) -> list[WordChange] | None:
    """The changes of a passage, by language; nothing when it has to be restated."""
    found = {tag: stretches(passages) for tag, passages in both.items()}
    if not _correspond(found, both):
        return None
    changes = []
    for group in _groups(found):
        change = _change(both, found, group)
        if change is None:
            return None
        changes.append(change)
    whole = all(_give(passages, tag, changes) for tag, passages in both.items())
    return changes if whole else None


def _correspond(found: _Found, both: Mapping[str, Passages]) -> bool:
    """Whether the same fields changed in every language, and as many stretches beside them: where
    their number differs, they are made one.
    """
    fields = [Counter(_path(each, tag) for each in found[tag] if each.path) for tag in found]
    if any(each != fields[0] for each in fields):
        return False
    free = {tag: [each for each in found[tag] if not each.path] for tag in found}
    if len({len(each) for each in free.values()}) > 1:
        for tag, changes in free.items():
            if not changes:
                return False
            first, last = found[tag].index(changes[0]), found[tag].index(changes[-1])
            if any(each.path for each in found[tag][first:last]):
                return False
            found[tag][first : last + 1] = free[tag] = [covering(changes)]
    small = (
        sum(words_in(passages.old[each.start : each.end]) for each in free[tag])
        <= MOST_OF_PASSAGE * words_in(passages.old)
        for tag, passages in both.items()
    )
    return all(small) and all(len(each) <= MOST_CHANGES for each in found.values())


_Group = dict[str, int]


def _groups(found: _Found) -> Iterator[_Group]:
    """The stretches that belong together, by their places in the lists of their languages."""
    keyed = {tag: dict(_keyed(changes, tag)) for tag, changes in found.items()}
    first = next(iter(keyed.values()))
    for key in first:
        yield {tag: by_key[key] for tag, by_key in keyed.items()}


def _keyed(changes: Sequence[Stretch], tag: str) -> Iterator[tuple[tuple[str, int], int]]:
    counts: Counter[str] = Counter()
    for number, change in enumerate(changes):
        path = _path(change, tag)
        counts[path] += 1
        yield (path, counts[path]), number


def _path(change: Stretch, tag: str) -> str:
    return change.path.removesuffix(f".{tag}")


def _change(both: Mapping[str, Passages], found: _Found, group: _Group) -> WordChange | None:
    for technique in (Technique.INSERT, Technique.EXCLUDE, Technique.REPLACE):
        wordings = {
            tag: _best(technique, _wordings(technique, both[tag], found[tag], number, tag))
            for tag, number in group.items()
        }
        whole = {tag: wording for tag, wording in wordings.items() if wording is not None}
        if len(whole) == len(group):
            tag, number = next(iter(group.items()))
            return WordChange(technique, _path(found[tag][number], tag), whole)
    return None


def _best(technique: Technique, wordings: Iterator[Wording]) -> Wording | None:
    """The shortest; but words are not inserted behind a small one where its sentence has more."""
    first = next(wordings, None)
    if first is None or technique is not Technique.INSERT or _is_telling(first.was[0]):
        return first
    longer = (each for each in wordings if _is_telling(each.was[0]))
    return next((each for each in longer if not _SENTENCE_END.search(each.was[0])), first)


def _is_telling(words: str) -> bool:
    return sum(map(str.isalnum, words)) >= FEWEST_LETTERS


def _wordings(
    technique: Technique, both: Passages, found: Sequence[Stretch], number: int, tag: str
) -> Iterator[Wording]:
    """How one stretch may be quoted, the shortest way first."""
    stretch = found[number]
    old, new = both.old[stretch.start : stretch.end], both.new[stretch.first : stretch.last]
    has_old, has_new = bool(joined(old)), bool(joined(new))
    if (technique is Technique.INSERT and has_old) or (technique is Technique.EXCLUDE and has_new):
        return
    text, expected = joined(both.old), both.with_only(stretch)
    for around in contexts(both, found, number):
        wording = _wording(technique, both, stretch, around)
        fit = wording is not None and _is_fit(wording, tag)
        if wording and fit and reworded(text, technique, wording) == expected:
            yield wording


def _wording(
    technique: Technique, both: Passages, stretch: Stretch, around: Stretch
) -> Wording | None:
    """The words of a stretch, quoted with those around it."""
    old = joined(both.old[around.start : around.end])
    match technique:
        case Technique.REPLACE:
            return Wording((old,), (joined(both.new[around.first : around.last]),))
        case Technique.EXCLUDE:
            return Wording((old,)) if around == stretch else None
    inserted = joined(both.new[stretch.first : stretch.last])
    return Wording((old,), (inserted,)) if around.end == stretch.end else None


def _is_fit(wording: Wording, tag: str) -> bool:
    """Whether what would be quoted are words of one line, whole to the last bracket."""
    words = (*wording.was, *wording.becomes)
    return any(map(str.isalnum, wording.was[0])) and all(
        text and "\n" not in text and is_balanced(text, tag) for text in words
    )


def _give(both: Passages, tag: str, changes: Sequence[WordChange]) -> bool:
    """Whether the changes, one after the other, give the new text, and each is clear in the old."""
    old = text = joined(both.old)
    for technique, _path, wordings in changes:
        after = reworded(text, technique, wordings[tag])
        if after is None or old.count(wordings[tag].was[0]) != 1:
            return False
        text = after
    return text == joined(both.new)
