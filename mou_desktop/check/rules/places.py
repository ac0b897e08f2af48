"""The place of signing: `name-transliteration` where the closing clauses name different towns."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check.index import Index, Line
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.rules.closing import languages
from mou_desktop.check.spelling import same_sound
from mou_desktop.check.tables import table
from mou_desktop.check.words import Word, small, words
from mou_desktop.languages import transliteration
from mou_desktop.model.finding import Code, Finding, Level

_NEAR = re.compile(r"\s*")


def rule(index: Index) -> Iterator[Finding]:
    """In the articles that list the languages."""
    for where in index.articles:
        named: dict[str, tuple[Line, Word]] = {}
        for tag in index.tags:
            for line in index.at(tag, where):
                word = town(tag, line.text) if languages(tag, line.text) else None
                if word is not None:
                    named[tag] = (line, word)
        yield from _differences(named)


@lru_cache(1024)
def town(tag: str, text: str) -> Word | None:
    """The capitalised word beside «in the city of»."""
    rules, read, every = table(tag), small(tag, text), words(tag, text)
    for match in rules.place_behind.finditer(read):
        word = next((each for each in every if each.start >= match.end()), None)
        if word and word.text[0].isupper() and _NEAR.fullmatch(text[match.end() : word.start]):
            is_language = any(each.fullmatch(word.small) for each in rules.languages.values())
            if not is_language:
                return word
    for match in rules.place_before.finditer(read):
        word = next((each for each in reversed(every) if each.end <= match.start()), None)
        if word and word.text[0].isupper() and _NEAR.fullmatch(text[word.end : match.start()]):
            return word
    return None


def _differences(named: dict[str, tuple[Line, Word]]) -> Iterator[Finding]:
    """Each town stands for the first that is the same; the versions vote on that."""
    groups: dict[str, str] = {}
    for tag, (_line, word) in named.items():
        groups[tag] = next(
            (groups[o] for o in groups if _is_same(tag, word.text, o, named[o][1].text)), tag
        )
    result = vote(groups)
    if result is None:
        return
    for tag in result.odd if result.decided else result.odd[:1]:
        line, word = named[tag]
        others = [each for other, each in named.items() if other != tag]
        params = (
            ("name", word.text),
            ("others", " / ".join(other.text for _line, other in others)),
        )
        mark = Mark(Code.NAME_TRANSLITERATION, Level.WARNING, word.start, word.end, None, params)
        spots = [each.spot(other.start, other.end) for each, other in others]
        finding = found(line, mark, *spots)
        yield finding if result.decided else finding._replace(languages=result.odd)


def _is_same(tag: str, town_name: str, other_tag: str, other: str) -> bool:
    if same_sound(tag, town_name, other_tag, other):
        return True
    return any(
        transliteration.propose(basic, tag, other_tag)[:4] == other[:4]
        for basic in {town_name, *_nominatives(tag, town_name)}
    )


def _nominatives(tag: str, name: str) -> Iterator[str]:
    """What a Russian town in the prepositional may be in the nominative."""
    if tag == "ru" and name.endswith(("е", "и")):
        yield from (name[:-1], f"{name[:-1]}а", f"{name[:-1]}ь", f"{name[:-1]}я")
