"""Runs all rules over an index; gives the findings in reading order, each defect once."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from mou_desktop.check.index import Index
from mou_desktop.check.rules import (
    blanks,
    closing,
    doubles,
    letters,
    names,
    numbers,
    obligations,
    parity,
    places,
    quotes,
    signatories,
    spacing,
    terms,
    wording,
)
from mou_desktop.model.amendment import CHANGES
from mou_desktop.model.document import Document
from mou_desktop.model.finding import Code, Finding, Level

Rule = Callable[[Index], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    letters.rule,
    quotes.rule,
    spacing.rule,
    doubles.rule,
    wording.rule,
    blanks.rule,
    terms.rule,
    numbers.rule,
    closing.rule,
    places.rule,
    parity.rule,
    obligations.rule,
    signatories.rule,
    names.rule,
)
# Of several findings about the same words, the first of these codes stays.
_ABOUT_A_WORD = (
    Code.DOUBLED_WORD,
    Code.DOUBLED_PASSAGE,
    Code.FOREIGN_SENTENCE,  # (its short words look like those of the other script)
    Code.MIXED_SCRIPT,
    Code.LOOK_ALIKE,
    Code.DIGIT_IN_WORD,
    Code.LETTER_IN_NUMBER,
    Code.DECOMPOSED_LETTER,
    Code.INVISIBLE_CHARACTER,
    Code.FOREIGN_LETTER,
    Code.FOREIGN_WORD,
    Code.SIGNATORY_DIFFERS,
    Code.POSITION_DIFFERS,
    Code.NAME_TRANSLITERATION,
    Code.ORGANIZATION_DIFFERS,
    Code.NAME_DIFFERS,
    Code.SPELLED_OTHERWISE,
    Code.MISSPELT_WORD,
)
_OF_WRITING = (letters.rule, quotes.rule, spacing.rule, doubles.rule, wording.rule, blanks.rule)
_OF_ANY_WRITING = (spacing.rule, blanks.rule)
# A quotation may end with a sentence in the middle of another one.
_OF_NO_QUOTATION = frozenset({Code.CAPITAL_MISSING})
# A protocol refers to articles that are not its own, and introduces terms that others use.
_OF_THE_AMENDED = frozenset(
    {
        Code.REFERENCE_UNKNOWN,
        Code.REFERENCE_DIFFERS,
        Code.TERM_UNUSED,
        Code.TERM_LOWERCASE,
    }
)
_RANK = {code: rank for rank, code in enumerate(_ABOUT_A_WORD)}
_LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE)


def check(documents: Mapping[str, Document]) -> list[Finding]:
    """Everything that the rules find in the versions of an agreement."""
    index = Index(documents)
    return in_order(index, (finding for finding in steps(index) if finding is not None))


def steps(index: Index) -> Iterator[Finding | None]:
    """The findings as they come, and nothing behind each rule: places to pause at."""
    for rule in RULES:
        if not (index.amends and rule is obligations.rule):
            yield from (
                each for each in rule(index) if not (index.amends and _is_quoted(rule, each, index))
            )
        yield None


def _is_quoted(rule: Rule, finding: Finding, index: Index) -> bool:
    """Whether a finding in a protocol is about what belongs to the text that it amends; a
    correction quotes words of every version in each of its own.
    """
    if finding.code in _OF_THE_AMENDED or finding.place != CHANGES:
        return finding.code in _OF_THE_AMENDED
    of_writing = _OF_ANY_WRITING if index.corrects else _OF_WRITING
    return rule not in of_writing or finding.code in _OF_NO_QUOTATION


def in_order(index: Index, findings: Iterable[Finding]) -> list[Finding]:
    """The findings as one reads: by place, by version, then by where they stand."""
    places = {where: number for number, where in enumerate(index.places)}
    tags = {tag: number for number, tag in enumerate(index.tags)}

    def position(finding: Finding) -> tuple[int, int, int, int, int]:
        spot = finding.spots[0] if finding.spots else None
        tag = finding.languages[0] if finding.languages else ""
        return (
            places.get(finding.place, len(places)),
            tags.get(tag, len(tags)),
            spot.paragraph if spot else -1,
            spot.start if spot else -1,
            _LEVELS.index(finding.level),
        )

    return sorted(_without_echoes(list(dict.fromkeys(findings))), key=position)


def _without_echoes(findings: list[Finding]) -> Iterator[Finding]:
    """Leaves out what a finding of a higher rank says about the same words."""
    ranked = sorted(
        (each for each in findings if each.code in _RANK and each.spots),
        key=lambda finding: _RANK[finding.code],
    )
    kept: dict[tuple[str, str, int], list[Finding]] = {}
    dropped: set[int] = set()
    for finding in ranked:
        near = (other for spot in finding.spots for other in kept.get(spot[:3], ()))
        if any(_is_echo(finding, other) for other in near):
            dropped.add(id(finding))
        else:
            kept.setdefault(finding.spots[0][:3], []).append(finding)
    yield from (finding for finding in findings if id(finding) not in dropped)


def _is_echo(finding: Finding, other: Finding) -> bool:
    """Whether the words that another finding is about are among those of this one."""
    about = other.spots[0]
    if finding.code is other.code:
        return finding.spots[0] == about
    return any(
        spot[:3] == about[:3] and spot.start < about.end and about.start < spot.end
        for spot in finding.spots
    )
