"""Takes an index; gives who signs in each version: as the preamble and as the signatures say."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mou_desktop.check.index import PREAMBLE, Index, Line, signature_lines
from mou_desktop.check.tables import positions, table
from mou_desktop.check.words import Word, small, words
from mou_desktop.model.document import SignerPart
from mou_desktop.model.fields import SECOND

_MOST_WORDS = 4
_REACH = 160
_CLAUSE_END = re.compile(r"[,;:()]| и | and | және | və ")


class Phrase(NamedTuple):
    """Words of a paragraph, with their place."""

    line: Line
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.words[0].start if self.words else 0

    @property
    def end(self) -> int:
        return self.words[-1].end if self.words else len(self.line.text)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Person(NamedTuple):
    name: Phrase
    position: Phrase


def introduced(index: Index, tag: str) -> list[Person]:
    """Those whom the preamble names as representatives, in its order."""
    return [
        person
        for line in map(_of_first_signatories, index.at(tag, PREAMBLE))
        for start, end, first in _representations(tag, line.text)
        if (person := _person(line, start, end, name_first=first)) is not None
    ]


def signing(index: Index, tag: str) -> list[Person]:
    """Those who sign, in the order of the signature block; without a name where none stands."""
    return [
        Person(_phrase(own[SignerPart.NAME]), _phrase(own[SignerPart.POSITION]))
        for own in signature_lines(index, tag)
    ]


def organizations(index: Index, tag: str) -> list[Line]:
    """The parties as the signature block names them."""
    return [own[SignerPart.PARTY] for own in signature_lines(index, tag)]


def _of_first_signatories(line: Line) -> Line:
    """The line without those who sign beside them: these are one of two fields, not a second text
    that could differ.
    """
    if not any(SECOND in run.source for run in line.paragraph.runs):
        return line
    texts = (
        " " * len(run.text) if SECOND in run.source else run.text for run in line.paragraph.runs
    )
    return line._replace(text="".join(texts))


@lru_cache(1024)
def roles(tag: str, text: str) -> frozenset[str]:
    """The capacities that a text speaks of, as ids of `positions.toml`."""
    read = small(tag, text)
    return frozenset(
        each.id for each in positions() if tag in each.patterns and each.patterns[tag].search(read)
    )


def _phrase(line: Line) -> Phrase:
    """The words of a signature line; initials keep their full stop."""
    return Phrase(line, tuple(_with_stops(line, words(line.tag, line.text))))


def _with_stops(line: Line, every: tuple[Word, ...]) -> list[Word]:
    found = []
    for word in every:
        if len(word.text) <= 2 and line.text[word.end : word.end + 1] == ".":
            word = word._replace(text=f"{word.text}.", end=word.end + 1)
        found.append(word)
    return found


@lru_cache(1024)
def _representations(tag: str, text: str) -> tuple[tuple[int, int, bool], ...]:
    """The stretches that hold a position and a name; whether the text leads with the name is
    `True` where the mark of representation stands behind them.
    """
    rules, read = table(tag), small(tag, text)
    found = []
    for match in rules.named_behind.finditer(read):
        end = min(len(text), match.end() + _REACH)
        found.append((match.end(), end, False))
    last = 0
    for match in rules.named_before.finditer(read):
        found.append((max(last, match.start() - _REACH), match.start(), True))
        last = match.end()
    return tuple(found)


def _person(line: Line, start: int, end: int, *, name_first: bool) -> Person | None:
    inside = tuple(word for word in words(line.tag, line.text) if start <= word.start < end)
    inside = tuple(_with_stops(line, inside))
    if not name_first:
        inside = _until_pause(line, inside)
    rules = table(line.tag)
    is_name = [
        word.text[0].isupper()
        and not _is_role(line.tag, word.small)
        and not rules.honorifics.fullmatch(word.small)
        for word in inside
    ]
    nobody = Phrase(line, ())
    if not inside:
        return None
    if name_first:
        first = last = len(inside)
        while first > 0 and is_name[first - 1] and last - first < _MOST_WORDS:
            first -= 1
        before = _since_pause(line, inside[:first])
        return Person(Phrase(line, inside[first:last]), Phrase(line, before))
    if not any(is_name):
        return Person(nobody, Phrase(line, inside))
    first = is_name.index(True)
    last = first
    while last < len(inside) and is_name[last] and last - first < _MOST_WORDS:
        last += 1
    before = tuple(word for word in inside[:first] if not rules.honorifics.fullmatch(word.small))
    return Person(Phrase(line, inside[first:last]), Phrase(line, before))


def _until_pause(line: Line, inside: tuple[Word, ...]) -> tuple[Word, ...]:
    kept = inside[:1]
    for before, word in pairwise(inside):
        if _CLAUSE_END.search(line.text[before.end : word.start]):
            break
        kept = (*kept, word)
    return kept


def _since_pause(line: Line, inside: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a position that stands before its name: back to a role that opens it."""
    kept: tuple[Word, ...] = ()
    for number in range(len(inside) - 1, -1, -1):
        word = inside[number]
        after = kept[0].start if kept else word.end
        if kept and _CLAUSE_END.search(line.text[word.end : after]):
            break
        if word.small in ("və", "and", "и", "және"):
            break
        kept = (word, *kept)
        if len(kept) > 8:
            break
    return kept


@lru_cache(2048)
def _is_role(tag: str, word: str) -> bool:
    return bool(roles(tag, word)) or word in _ROLE_WORDS[tag]


_ROLE_WORDS = {
    "az": frozenset({"vəzifəsini", "icra", "edən", "baş"}),
    "kk": frozenset({"міндетін", "атқарушы", "бас"}),
    "ru": frozenset({"исполняющего", "исполняющий", "обязанности", "и.о", "врио"}),
    "en": frozenset({"acting", "its", "the", "deputy", "general", "executive"}),
}
