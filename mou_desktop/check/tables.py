"""What a lawyer can read and extend: the tables in `resources/checks`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mou_desktop.check.phrases import compiled
from mou_desktop.languages import registry
from mou_desktop.model.finding import Level
from mou_desktop.paths import resources


@dataclass(frozen=True, slots=True)
class Table:
    """How a language is written; see `resources/checks/<tag>.toml`."""

    tag: str
    letters: frozenset[str]
    borrowed: frozenset[str]
    quotes: tuple[str, ...]
    abbreviations: frozenset[str]
    repeated: frozenset[str]
    endings: frozenset[str]
    units: Mapping[str, re.Pattern[str]]
    single: Mapping[str, re.Pattern[str]]
    months: Mapping[str, re.Pattern[str]]
    languages: Mapping[str, re.Pattern[str]]
    tongue: re.Pattern[str]
    references: tuple[re.Pattern[str], ...]
    introduced: re.Pattern[str]
    parties: re.Pattern[str]
    not_parties: re.Pattern[str]
    memorandum: re.Pattern[str]
    named_behind: re.Pattern[str]
    named_before: re.Pattern[str]
    honorifics: re.Pattern[str]
    place_behind: re.Pattern[str]
    place_before: re.Pattern[str]
    negations: re.Pattern[str]
    no_negations: re.Pattern[str]
    function_words: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row of `obligations.toml` or `positions.toml`; one pattern a language."""

    id: str
    name: str
    level: Level
    patterns: Mapping[str, re.Pattern[str]]


@cache
def table(tag: str) -> Table:
    """The table of a language."""
    data = _read(tag)
    lower = registry.language(tag).lower

    def phrases(words: list[str]) -> re.Pattern[str]:
        return compiled(map(lower, words))

    def group(name: str) -> dict[str, re.Pattern[str]]:
        return {key: phrases(words) for key, words in data.get(name, {}).items()}

    terms, persons, negation = data["terms"], data["persons"], data["negation"]
    return Table(
        tag=tag,
        letters=frozenset(data["letters"]),
        borrowed=frozenset(data.get("borrowed", ())),
        quotes=tuple(data["quotes"]),
        abbreviations=frozenset(data["abbreviations"]),
        repeated=frozenset(data["repeated"]),
        endings=frozenset((*data["endings"].split(), "")),
        units=group("units"),
        single=group("single"),
        months=group("months"),
        languages=group("languages"),
        tongue=phrases(data["languages_noun"]["words"]),
        references=_references(data["references"], lower),
        introduced=phrases(terms["introduced"]),
        parties=phrases(terms["parties"]),
        not_parties=phrases(terms["not_parties"]),
        memorandum=phrases(terms["memorandum"]),
        named_behind=phrases(persons["behind"]),
        named_before=phrases(persons["before"]),
        honorifics=phrases(persons["honorifics"]),
        place_behind=phrases(data["places"]["behind"]),
        place_before=phrases(data["places"]["before"]),
        negations=phrases(negation["patterns"]),
        no_negations=phrases(negation["not"]),
        function_words=frozenset(data["words"]["function"].split()),
        words=frozenset(lower(data["words"]["common"]).split()) | _listed(tag),
    )


@cache
def obligations() -> tuple[Meaning, ...]:
    """The words with legal weight."""
    return _meanings("obligations")


@cache
def positions() -> tuple[Meaning, ...]:
    """The capacities in which somebody signs."""
    return _meanings("positions")


def _meanings(name: str) -> tuple[Meaning, ...]:
    return tuple(
        Meaning(
            row["id"],
            row.get("name", row["id"]),
            Level(row.get("level", Level.WARNING)),
            {
                tag: compiled(map(registry.language(tag).lower, row[tag]))
                for tag in registry.tags()
                if tag in row
            },
        )
        for row in _read(name)["meaning"]
    )


def _references(words: Mapping[str, list[str]], lower: Any) -> tuple[re.Pattern[str], ...]:
    """Patterns with the number of an article as their only group."""
    patterns = []
    if words["behind"]:
        before = compiled(map(lower, words["behind"])).pattern
        patterns.append(re.compile(rf"(?:{before})\s*(\d+)(?![\d.,]*\d)"))
    if words["before"]:
        behind = compiled(map(lower, words["before"])).pattern
        patterns.append(re.compile(rf"(?<!\d)(\d+)(?:-\w+\s+|-)(?:{behind})"))
    return tuple(patterns)


def _listed(tag: str) -> frozenset[str]:
    file = resources() / "checks" / "words" / f"{tag}.txt"
    return frozenset(file.read_text("utf-8").split())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "checks" / f"{name}.toml").read_text("utf-8"))
