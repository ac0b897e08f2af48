"""Words with legal weight that stand in some versions of an article only.

`obligation-differs`: a meaning of `resources/checks/obligations.toml`. `negation-differs`: a
version denies more often or less often than the others.
"""

from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check.index import Index, Line
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import excerpt
from mou_desktop.check.quantities import months
from mou_desktop.check.tables import Meaning, obligations, table
from mou_desktop.check.words import small
from mou_desktop.model.finding import Code, Finding, Level, Spot


def rule(index: Index) -> Iterator[Finding]:
    """Article by article."""
    for where in index.articles:
        tags = index.having(where)
        if len(tags) > 1:
            yield from _meanings(index, where, tags)
            yield from _negations(index, where, tags)


@lru_cache(4096)
def meanings(tag: str, text: str) -> dict[str, tuple[int, int]]:
    """The meanings that a paragraph has, by id, each with the place of its words."""
    read = small(tag, text)
    dates = {(month.start, month.end) for month in months(tag, text)}  # (“may”, “March”)
    found = {}
    for each in obligations():
        for match in each.patterns[tag].finditer(read) if tag in each.patterns else ():
            if match.span() not in dates:
                found[each.id] = match.span()
                break
    return found


@lru_cache(4096)
def negations(tag: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a paragraph denies something; one denial for each clause."""
    read, rules = small(tag, text), table(tag)
    void = [match.span() for match in rules.no_negations.finditer(read)]
    return tuple(
        match.span()
        for match in rules.negations.finditer(read)
        if not any(
            start <= match.start() < end or match.start() <= start < match.end()
            for start, end in void
        )
    )


def _meanings(index: Index, where: str, tags: tuple[str, ...]) -> Iterator[Finding]:
    has: dict[str, dict[str, Spot]] = {}
    for tag in tags:
        for line in index.at(tag, where):
            for name, (start, end) in meanings(tag, line.text).items():
                has.setdefault(name, {}).setdefault(tag, line.spot(start, end))
    for each in obligations():
        present = has.get(each.id, {})
        asked = [tag for tag in tags if tag in each.patterns]
        lacking = tuple(tag for tag in asked if tag not in present)
        if present and lacking and len(asked) > 1:
            yield _difference(index, where, each, present, lacking)


def _difference(
    index: Index,
    where: str,
    meaning: Meaning,
    present: dict[str, Spot],
    lacking: tuple[str, ...],
) -> Finding:
    """Those that lack the words are meant; where a single one has them, all."""
    alone = len(present) == 1 and len(lacking) > 1
    tags = (*present, *lacking) if alone else lacking
    own = [present[tag] for tag in tags if tag in present] or [
        line.spot(0, 0) for tag in tags for line in index.at(tag, where)[:1]
    ]
    others = [spot for tag, spot in present.items() if tag not in tags]
    shown = next(iter(present.values()))
    line = index.at(shown.language, where)[shown.paragraph]
    params = (
        ("meaning", meaning.id),
        ("name", meaning.name),
        ("present", ", ".join(present)),
        ("lacking", ", ".join(lacking)),
    )
    return Finding(
        Code.OBLIGATION_DIFFERS,
        meaning.level,
        tags,
        where,
        f"version.{tags[0]}.{where}",
        excerpt(line.text, shown.start, shown.end),
        (*own, *others),
        params,
    )


def _negations(index: Index, where: str, tags: tuple[str, ...]) -> Iterator[Finding]:
    """How often each version denies is a weak sign; that one does not at all is a strong one."""
    spots: dict[str, list[tuple[Line, Spot]]] = {
        tag: [
            (line, line.spot(start, end))
            for line in index.at(tag, where)
            for start, end in negations(tag, line.text)
        ]
        for tag in tags
    }
    result = vote({tag: len(own) for tag, own in spots.items()})
    if result is None or not result.decided:
        return
    expected = int(str(result.expected))
    for tag in result.odd:
        own = [spot for _line, spot in spots[tag]]
        others = [spot for other, theirs in spots.items() if other != tag for _line, spot in theirs]
        level = Level.WARNING if not own or not expected else Level.NOTE
        first = next(spot for each in (spots[tag], *spots.values()) for spot in each)
        text = excerpt(first[0].text, first[1].start, first[1].end)
        params = (("found", str(len(own))), ("expected", str(expected)))
        where_own = own or [index.at(tag, where)[0].spot(0, 0)]
        yield Finding(
            Code.NEGATION_DIFFERS,
            level,
            (tag,),
            where,
            f"version.{tag}.{where}",
            text,
            (*where_own, *others),
            params,
        )
