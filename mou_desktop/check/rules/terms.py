"""Defined terms: «the Parties», «the Memorandum».

`term-undefined`: a version uses the term and introduces it nowhere. `term-unused`: it introduces
the term and never uses it. `term-early`: it uses the term before it introduces it.
`term-lowercase`: it writes the term with a small letter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check.index import PREAMBLE, SIGNATURE, TITLE, Index, Line
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.scripts import plain
from mou_desktop.check.tables import table
from mou_desktop.check.words import small
from mou_desktop.model.finding import Code, Finding, Level

_REACH = 60
_CLAUSE_END = re.compile(r"[),;:.]")


def rule(index: Index) -> Iterator[Finding]:
    """All of them, version by version."""
    for tag in index.tags:
        lines = [line for line in index.version(tag) if line.place not in (TITLE, SIGNATURE)]
        yield from _small_letters(lines)
        yield from _introduction(index, tag, lines)


@lru_cache(4096)
def uses(tag: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a paragraph speaks of the parties, with a capital or a small letter."""
    return _stretches(tag, text, "parties")


@lru_cache(4096)
def introductions(tag: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a paragraph introduces the parties: from «hereinafter» to the term."""
    found_ones = []
    for match in table(tag).introduced.finditer(small(tag, text)):
        rest = text[match.end() : match.end() + _REACH]
        closing = rest.find(")")
        end = match.end() + (closing if closing >= 0 else len(rest))
        inside = [each for each in uses(tag, text) if match.end() <= each[0] < end]
        if inside:
            found_ones.append((match.start(), inside[0][1]))
    return tuple(found_ones)


@lru_cache(4096)
def _stretches(tag: str, text: str, term: str) -> tuple[tuple[int, int], ...]:
    rules, read = table(tag), small(tag, text)
    pattern = rules.parties if term == "parties" else rules.memorandum
    other = [match.span() for match in rules.not_parties.finditer(read)]
    return tuple(
        match.span()
        for match in pattern.finditer(read)
        if not any(start <= match.start() < end for start, end in other)
    )


def _small_letters(lines: list[Line]) -> Iterator[Finding]:
    for term in ("parties", "memorandum"):
        places = [
            (line, start, end)
            for line in lines
            for start, end in _stretches(line.tag, line.text, term)
        ]
        low = [each for each in places if plain(each[0].tag, each[0].text)[each[1]].islower()]
        if 2 * len(low) < len(places):
            for line, start, end in low:
                letter = line.text[start]
                fix = letter.upper() + line.text[start + 1 : end]
                params = (("term", line.text[start:end]), ("fix", fix))
                yield found(line, Mark(Code.TERM_LOWERCASE, Level.WARNING, start, end, fix, params))


def _introduction(index: Index, tag: str, lines: list[Line]) -> Iterator[Finding]:
    used = [
        (line, start, end)
        for line in lines
        for start, end in uses(tag, line.text)
        if line.text[start].isupper()
    ]
    introduced = [(line, *span) for line in lines for span in introductions(tag, line.text)]
    if not introduced:
        if used and any(line.place == PREAMBLE for line in lines):
            yield _undefined(index, tag, used)
        return
    line, start, end = introduced[0]
    term = line.text[start:end]
    before = [each for each in used if (each[0] is line and each[1] < start)]
    for early, first, last in before:
        params = (("term", early.text[first:last]),)
        yield found(early, Mark(Code.TERM_EARLY, Level.WARNING, first, last, None, params))
    if not any(each[0] is not line or each[1] >= end for each in used):
        params = (("term", term),)
        yield found(line, Mark(Code.TERM_UNUSED, Level.WARNING, start, end, None, params))


def _undefined(index: Index, tag: str, used: list[tuple[Line, int, int]]) -> Finding:
    line, start, end = used[0]
    others = [
        other.spot(*span)
        for each in index.tags
        if each != tag
        for other in index.at(each, PREAMBLE)
        for span in introductions(each, other.text)
    ]
    params = (("term", line.text[start:end]),)
    mark = Mark(
        Code.TERM_UNDEFINED, Level.ERROR if others else Level.WARNING, start, end, None, params
    )
    finding = found(line, mark, *others)
    preamble = index.at(tag, PREAMBLE)
    if others and preamble:
        first = preamble[0]
        return finding._replace(
            place=PREAMBLE,
            path=f"version.{tag}.{PREAMBLE}",
            spots=(first.spot(0, 0), *finding.spots),
        )
    return finding
