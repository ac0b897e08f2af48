"""What stands twice: `doubled-word` (one or several words at once), `doubled-passage` (a sentence
or most of one, also where a slip of the pen makes the two differ).
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from mou_desktop.check.index import Index, Line
from mou_desktop.check.marks import Mark, found, in_paragraphs
from mou_desktop.check.tables import table
from mou_desktop.check.words import Sentence, Word, sentences, words
from mou_desktop.model.finding import Code, Finding, Level

_LONGEST_RUN = 30
_FEWEST_WORDS = 4
_SHINGLE = 3
_SAME_SPELLING = 0.7
_SPACE = re.compile(r"\s*")
_PAUSE = re.compile(r"[\s,;]*")


@lru_cache(4096)
def read(tag: str, text: str) -> tuple[Mark, ...]:
    """The words of one paragraph that stand twice in a row."""
    every = words(tag, text)
    marks, place = [], 0
    while place < len(every):
        length = _repeated(tag, text, every, place)
        if length:
            first, second = every[place], every[place + length]
            last = every[place + 2 * length - 1]
            before = every[place + length - 1].end
            code = Code.DOUBLED_WORD if length < _FEWEST_WORDS else Code.DOUBLED_PASSAGE
            shown = text[second.start : last.end]
            marks.append(
                Mark(
                    code,
                    Level.WARNING,
                    first.start,
                    last.end,
                    text[first.start : before],
                    (("words", shown),),
                )
            )
            place += length
        place += 1
    return tuple(marks)


_in_paragraphs = in_paragraphs(read)


def rule(index: Index) -> Iterator[Finding]:
    """Words within paragraphs, sentences within the articles of a version or within a place."""
    yield from _in_paragraphs(index)
    for tag in index.tags:
        yield from _passages(index, tag)


def _repeated(tag: str, text: str, every: Sequence[Word], place: int) -> int:
    """How many words from here are said again at once; 0 where none are."""
    longest = min(_LONGEST_RUN, (len(every) - place) // 2)
    for length in range(1, longest + 1):
        if every[place].small != every[place + length].small:
            continue
        run = [word.small for word in every[place : place + length]]
        again = [word.small for word in every[place + length : place + 2 * length]]
        between = text[every[place + length - 1].end : every[place + length].start]
        apart = _SPACE if length == 1 else _PAUSE
        if run == again and apart.fullmatch(between) and not _is_fine(tag, run):
            return length
    return 0


def _is_fine(tag: str, run: list[str]) -> bool:
    return all(word.isdecimal() for word in run) or (
        len(run) == 1 and run[0] in table(tag).repeated
    )


class _Said(NamedTuple):
    line: Line
    sentence: Sentence
    words: tuple[str, ...]


def _passages(index: Index, tag: str) -> Iterator[Finding]:
    for first, second in _twins(tuple(index.version(tag))):
        if _is_meant(index, tag, first.line, second.line):
            continue
        mark = Mark(
            Code.DOUBLED_PASSAGE,
            Level.WARNING,
            second.sentence.start,
            second.sentence.end,
            None,
            (("place", index.printed(first.line.place)),),
        )
        yield found(second.line, mark, first.line.spot(first.sentence.start, first.sentence.end))


def _is_meant(index: Index, tag: str, first: Line, second: Line) -> bool:
    """Whether most other versions repeat themselves between these places, too."""
    others = [other for other in index.tags if other != tag]
    alike = sum(
        any(
            (one.line.place, two.line.place) == (first.place, second.place)
            for one, two in _twins(tuple(index.version(other)))
        )
        for other in others
    )
    return bool(others) and 2 * alike > len(others)


@lru_cache(64)
def _twins(lines: tuple[Line, ...]) -> tuple[tuple[_Said, _Said], ...]:
    """The sentences of a version that repeat an earlier one."""
    seen: dict[tuple[str, ...], list[_Said]] = {}
    twins = []
    for line in lines:
        for sentence in sentences(line.tag, line.text):
            said = _Said(line, sentence, tuple(word.small for word in sentence.words))
            if len(said.words) >= _FEWEST_WORDS:
                partner = _partner(said, seen)
                if partner is not None:
                    twins.append((partner, said))
                for shingle in _shingles(said.words):
                    seen.setdefault(shingle, []).append(said)
    return tuple(twins)


def _partner(said: _Said, seen: dict[tuple[str, ...], list[_Said]]) -> _Said | None:
    near: dict[int, _Said] = {}
    for shingle in _shingles(said.words):
        near.update({id(other): other for other in seen.get(shingle, ())})
    fitting = (other for other in near.values() if _may_compare(other.line, said.line))
    return next((other for other in fitting if _says_the_same(other.words, said.words)), None)


def _may_compare(one: Line, other: Line) -> bool:
    """Title, preamble and signatures all name the parties; they repeat no article."""
    return (one.in_article and other.in_article) or one.place == other.place == "preamble"


def _shingles(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(said) - _SHINGLE + 1):
        yield said[start : start + _SHINGLE]


@lru_cache(4096)
def _says_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter is the longer or a stretch of it, but for slips within words."""
    short, long = sorted((one, other), key=len)
    if len(short) < _FEWEST_WORDS + 2 and len(long) - len(short) > 1:
        return False
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_opcodes()
    same = 0
    for index, (kind, i1, i2, j1, j2) in enumerate(blocks):
        if kind == "equal":
            same += i2 - i1
        elif kind == "replace" and i2 - i1 == j2 - j1:
            if not all(map(_nearly, short[i1:i2], long[j1:j2])):
                return False
        elif kind != "insert" or 0 < index < len(blocks) - 1:
            return False
    return same >= 0.7 * len(short)


def _nearly(one: str, other: str) -> bool:
    """Whether two words could be the same one, misspelt. A figure is no slip of another."""
    if one.isdecimal() or other.isdecimal() or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SAME_SPELLING
