"""The closing clause: which languages it names, and in how many copies it says there are.

`languages-listed`: a version names other languages than the agreement has, or one twice.
`copies-and-languages`: the copies cannot be shared out among the languages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mou_desktop.check.index import Index, Line
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.quantities import quantities
from mou_desktop.check.tables import table
from mou_desktop.check.words import words
from mou_desktop.languages import registry
from mou_desktop.model.finding import Code, Finding, Level

_EACH = {
    "az": re.compile(r"hər biri\s+(?!eyni|bərabər)"),
    "kk": re.compile(r"әрқайсысы\s+(?!бірдей)|әрбірі\s+(?!бірдей)"),
    "ru": re.compile(r"кажд\w+\s+(?:на|из них на)\b"),
    "en": re.compile(r"each(?: of them)?,? (?:in|being in)\b"),
}


class Listed(NamedTuple):
    """A list of languages: their tags in its order, and where it stands."""

    tags: tuple[str, ...]
    start: int
    end: int


def rule(index: Index) -> Iterator[Finding]:
    """What the closing clause of each version says."""
    if len(index.tags) < 2:
        return
    for where in index.articles:
        listing = {
            tag: (line, listed)
            for tag in index.tags
            for line in index.at(tag, where)
            if (listed := languages(tag, line.text)) is not None
        }
        agreed = len({frozenset(listed.tags) for _line, listed in listing.values()}) == 1
        for line, listed in listing.values():
            yield from _languages(index, line, listed, agreed=agreed)
            yield from _copies(index, line, listed)
        yield from _prevailing(index, listing)
        if 2 * len(listing) > len(index.tags):
            yield from _silent(
                index, where, [tag for tag in index.having(where) if tag not in listing]
            )


@lru_cache(4096)
def languages(tag: str, text: str) -> Listed | None:
    """The languages that a paragraph lists, before or behind the word «languages»."""
    rules, every = table(tag), words(tag, text)
    named = []
    for number, word in enumerate(every):
        for other, pattern in rules.languages.items():
            if pattern.fullmatch(word.small):
                named.append((number, other))
                break
    best: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for number, other in named:
        run = [*run, (number, other)] if run and number - run[-1][0] <= 3 else [(number, other)]
        around = every[run[0][0] - 3 if run[0][0] > 2 else 0 : number + 4]
        if len(run) > len(best) and any(rules.tongue.fullmatch(word.small) for word in around):
            best = run
    if len(best) < 2:
        return None
    first, last = every[best[0][0]], every[best[-1][0]]
    return Listed(tuple(other for _number, other in best), first.start, last.end)


def _languages(index: Index, line: Line, listed: Listed, *, agreed: bool) -> Iterator[Finding]:
    """Where all versions name the same languages, it is a version that is wanting, if anything."""
    counts = Counter(listed.tags)
    missing = [tag for tag in index.tags if not counts[tag]]
    extra = [tag for tag in counts if tag not in index.tags]
    twice = [tag for tag, count in counts.items() if count > 1]
    if missing or extra or twice:
        params = (
            ("missing", _names(missing)),
            ("extra", _names(extra)),
            ("twice", _names(twice)),
        )
        level = Level.ERROR if missing or twice or not agreed else Level.WARNING
        mark = Mark(Code.LANGUAGES_LISTED, level, listed.start, listed.end, None, params)
        yield found(line, mark)


def _prevailing(index: Index, listing: Mapping[str, tuple[Line, Listed]]) -> Iterator[Finding]:
    """Which languages a version names beside the list: that of the text that prevails."""
    others = {
        tag: frozenset(alone(tag, line.text, listed)) for tag, (line, listed) in listing.items()
    }
    result = vote(others)
    if result is None:
        return
    for tag in result.odd if result.decided else result.odd[:1]:
        line, listed = listing[tag]
        own = alone(tag, line.text, listed)
        start, end = next(iter(own.values()), (listed.end, len(line.text)))
        expected = result.expected if isinstance(result.expected, frozenset) else frozenset()
        params = (
            ("missing", _names(sorted(expected - own.keys()))),
            ("extra", _names(sorted(own.keys() - expected))),
            ("twice", ""),
        )
        finding = found(line, Mark(Code.LANGUAGES_LISTED, Level.ERROR, start, end, None, params))
        yield finding if result.decided else finding._replace(languages=result.odd)


def alone(tag: str, text: str, listed: Listed) -> dict[str, tuple[int, int]]:
    """The languages that a paragraph names one by one, with the place of each."""
    rules, every = table(tag), words(tag, text)
    found_ones = {}
    for word, following in pairwise(every):
        if word.end <= listed.start or word.start >= listed.end:
            for other, pattern in rules.languages.items():
                tongue = rules.tongue.fullmatch(following.small) or tag == "en"
                if tongue and pattern.fullmatch(word.small):
                    found_ones[other] = (word.start, word.end)
    return found_ones


def _silent(index: Index, where: str, tags: list[str]) -> Iterator[Finding]:
    """Versions that list no languages where most do."""
    for tag in tags:
        line = index.at(tag, where)[0]
        params = (("missing", _names(list(index.tags))), ("extra", ""), ("twice", ""))
        yield found(line, Mark(Code.LANGUAGES_LISTED, Level.ERROR, 0, len(line.text), None, params))


def _copies(index: Index, line: Line, listed: Listed) -> Iterator[Finding]:
    if any(run.path == "originals" for run in line.paragraph.runs):
        return  # (the plan of the originals says more)
    each = _EACH[line.tag].search(registry.language(line.tag).lower(line.text))
    if each and each.start() < listed.start:
        return
    count = len(index.tags)
    for quantity in quantities(line.tag, line.text):
        if quantity.unit == "copy" and quantity.value % count:
            params = (("copies", str(quantity.value)), ("languages", str(count)))
            mark = Mark(
                Code.COPIES_AND_LANGUAGES,
                Level.WARNING,
                quantity.start,
                quantity.end,
                None,
                params,
            )
            yield found(line, mark)


def _names(tags: list[str]) -> str:
    return ", ".join(registry.language(t).endonym if t in registry.tags() else t for t in tags)
