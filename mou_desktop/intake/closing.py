"""Finds where the signatures begin behind the last article, and what each line of them is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from mou_desktop.intake.passages import Passage, cut, joined
from mou_desktop.intake.remarks import remark
from mou_desktop.intake.versions import Version

_WORD = re.compile(r"[^\W\d_]+")
_RULE = re.compile(r"_{3,}|\.{6,}|…{3,}")
_SEAL = re.compile(r"\W*(?:[МM]\.\s?[ПОOУYP]\.?|L\.\s?S\.?|мп|мо)\W*$", re.IGNORECASE)
_POSITION = re.compile(
    r"директор|руководител|председател|ректор\b|президент|\bминистр(?![лі])|заведующ|начальник"
    r"|исполняющ|\bи\.\s*о\.|заместител|секретарь|\bглав[аы]\b|управляющ"
    r"|төраға|басшысы?\b|бастығы?\b|атқарушы|орынбасар|меңгеруші"
    r"|\bdirektor|\bsədri?\b|\brəhbər|\brektor|\bprezident|\bnaziri?\b|\bmüdiri?\b|icra edən"
    r"|\bmüavini?\b|\bbaşçısı?\b"
    r"|\bdirector|\bhead\b|\bchair|\brector|\bpresident|\bminister\b|\bacting\b|\bsecretary\b"
    r"|\bchief\b|\bmanager\b|\bdeputy\b",
    re.IGNORECASE,
)
_INITIAL = r"[^\W\d_]\."
_NAME = re.compile(
    rf"(?:{_INITIAL}\s*(?:-?{_INITIAL}\s*)*)?[^\W\d_][\w’'ʼ-]+(?:\s+[^\W\d_][\w’'ʼ.-]*){{0,3}}"
    rf"(?:\s+{_INITIAL})*$"
)
_ANNOUNCES = re.compile(r"\W*(?:подписи|қолдары|imzalar|signatures?)\b", re.IGNORECASE)
_ANNEX = re.compile(r"\W*(?:приложени|қосымша|əlavə|annex|appendix)", re.IGNORECASE)
_SENTENCE_WORDS = 9
_LINE_WORDS = 12
_ANNEX_WORDS = 40
# Of the words of a line, as many stand in the parties' names when it is one.
_PARTY = 0.6
_PARTIES = 2


class What(Enum):
    """What a line of the signatures is; a `PIECE` has only words of a party's name."""

    PARTY = auto()
    PIECE = auto()
    POSITION = auto()
    NAME = auto()
    SEAL = auto()
    OTHER = auto()


@dataclass
class Signed:
    """What stands for one party."""

    party: list[Passage] = field(default_factory=list)
    position: list[Passage] = field(default_factory=list)
    name: list[Passage] = field(default_factory=list)
    seal: list[Passage] = field(default_factory=list)


class Closing:
    """The end of a version; `parties` are the names of the parties as title and preamble have
    them.
    """

    def __init__(self, version: Version, parties: Sequence[str]) -> None:
        self._version = version
        self._words = frozenset(
            _stem(word) for name in parties for word in _WORD.findall(name) if len(word) > 3
        )

    def divide(self) -> None:
        """Move the signatures out of the last article, and what follows them out of the text."""
        if not self._version.signature and self._version.articles:
            last = self._version.articles[-1].passages
            numbers = range(1, len(last))
            start = next((each for each in numbers if self._begins(last[each])), len(last))
            self._version.signature = last[start:]
            del last[start:]
        lines = self._version.signature
        annex = next((each for each, line in enumerate(lines) if _is_annex(line)), len(lines))
        for line in lines[annex:]:
            said = remark(
                "what stands behind the signatures was left out: “{text}”",
                text=line.text,
                lost=line.text,
                language=self._version.language,
                place="signature",
            )
            self._version.remarks.append(said)
        del lines[annex:]

    def signed(self) -> list[Signed]:
        """What is signed, party by party."""
        lines = [part for line in self._lines() for part in _at_rule(line)]
        beside = [line for line in lines if line.source.cell]
        if len({_column(line) for line in beside}) < 2 or self._is_by_rows(beside):
            return self._one_after_another(lines)
        above = self._one_after_another([line for line in lines if not line.source.cell])
        found: list[Signed] = []
        for column in sorted({_column(line) for line in beside}):
            found += self._one_after_another([each for each in beside if _column(each) == column])
        for number, signed in enumerate(above):
            if number >= len(found):
                found.append(signed)
            elif not found[number].party:
                found[number].party = signed.party
                found[number].seal += signed.seal
        return found

    def _begins(self, line: Passage) -> bool:
        """Whether the signatures begin with this line."""
        text, count = line.text, len(_WORD.findall(line.text))
        what = self._what(text)
        if line.source.cell is not None and (_RULE.search(text) or what is not What.OTHER):
            return True
        if text.endswith((".", ";", ":", ",")) and count >= _SENTENCE_WORDS:
            return False
        if what is What.PARTY:
            return True
        return count <= _LINE_WORDS and (
            what is not What.OTHER or bool(_ANNOUNCES.match(text)) or _is_annex(line)
        )

    def _what(self, text: str) -> What:
        """What a line is, taken for itself."""
        if _SEAL.match(text):
            return What.SEAL
        every = _WORD.findall(text)
        found = [_stem(word) for word in every if len(word) > 3]
        known = sum(stem in self._words for stem in found)
        if len(found) > 3 and known >= _PARTY * len(found):
            return What.PARTY
        if found and known == len(found):
            return What.PIECE
        if _POSITION.search(text) and len(every) <= _LINE_WORDS:
            return What.POSITION
        name = _RULE.sub(" ", text).strip(" /")
        is_capitalised = all(word[0].isupper() for word in _WORD.findall(name))
        if not name or (_NAME.match(name) and is_capitalised and len(name.split()) > 1):
            return What.NAME
        return What.NAME if name != text and len(every) < 6 else What.OTHER

    def _lines(self) -> Iterator[Passage]:
        """The lines, where those of one paragraph that make a name or position together are one."""
        paragraphs = groupby(
            self._version.signature, key=lambda line: (line.paragraph, line.source.cell)
        )
        for _paragraph, group in paragraphs:
            waiting: list[Passage] = []
            last = What.OTHER
            for line in group:
                what = self._what(line.text)
                if waiting and not _goes_on(last, what):
                    yield joined(waiting)
                    waiting = []
                if not (waiting and what in (What.PIECE, What.OTHER)):
                    last = what
                waiting.append(line)
            yield joined(waiting)

    def _is_by_rows(self, lines: Sequence[Passage]) -> bool:
        """Whether a row of a table has a position and a name beside it."""
        rows: dict[tuple[int, int], set[What]] = {}
        for line in lines:
            if line.source.cell:
                place = (line.source.cell.table, line.source.cell.row)
                rows.setdefault(place, set()).add(self._what(line.text))
        return any({What.POSITION, What.NAME} <= kinds for kinds in rows.values())

    def _one_after_another(self, lines: Sequence[Passage]) -> list[Signed]:
        kinds = [self._what(line.text) for line in lines]
        marks = [kind for kind in kinds if kind not in (What.PIECE, What.OTHER)]
        parties_first = marks[:_PARTIES] == [What.PARTY] * _PARTIES
        found: list[Signed] = []
        current = positions = 0
        before = What.OTHER
        for line, kind in zip(lines, kinds, strict=True):
            if kind is What.PARTY and sum(bool(each.party) for each in found) >= _PARTIES:
                kind = What.OTHER
            if kind is What.PARTY:
                found.append(Signed(party=[line]))
                current = len(found) - 1
            elif kind is What.POSITION:
                if parties_first:
                    current = min(positions, len(found) - 1)
                elif not found or found[current].position:
                    found.append(Signed())
                    current = len(found) - 1
                positions += 1
                found[current].position.append(line)
            elif not found:
                found.append(Signed())
                self._put(found[0], kind, line)
            elif kind is What.PIECE and before in (What.PARTY, What.PIECE):
                found[current].party.append(line)
                kind = What.PARTY
            else:
                self._put(found[current], kind, line)
            before = kind
        return found

    def _put(self, signed: Signed, kind: What, line: Passage) -> None:
        if kind is What.NAME:
            signed.name.append(line)
        elif kind is What.PIECE and not (signed.party or signed.position or signed.name):
            signed.party.append(line)
        else:
            signed.seal.append(line)
            if kind is not What.SEAL:
                said = remark(
                    "“{text}” could not be placed; it stands where the seal goes",
                    text=line.text,
                    language=self._version.language,
                    place="signature",
                )
                self._version.remarks.append(said)


def _goes_on(last: What, what: What) -> bool:
    """Whether a line belongs to the one above it in the same paragraph."""
    if what in (What.PIECE, What.OTHER):
        return last in (What.PARTY, What.PIECE, What.OTHER, What.POSITION)
    if what is What.PARTY:
        return last in (What.PARTY, What.PIECE, What.OTHER)
    return what is last is What.POSITION


def _at_rule(line: Passage) -> Iterator[Passage]:
    """«Директор ________ В. Алиев» as position and name."""
    rule = _RULE.search(line.text)
    if rule and rule.start() > 0 and _POSITION.search(line.text[: rule.start()]):
        yield cut(line, 0, rule.start())
        yield cut(line, rule.start())
    else:
        yield line


def _is_annex(line: Passage) -> bool:
    return bool(_ANNEX.match(line.text)) or len(line.text.split()) > _ANNEX_WORDS


def _column(line: Passage) -> int:
    return line.source.cell.column if line.source.cell else 0


def _stem(word: str) -> str:
    """A word without what declension changes, near enough."""
    lower = word.replace("İ", "i").lower()
    return lower[: max(4, min(6, len(lower) * 2 // 3))]
