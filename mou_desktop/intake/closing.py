"""Finds where the signatures begin behind the last article, and what each line of them is."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from mou_desktop.intake.passages import Passage, cut, joined
from mou_desktop.intake.remarks import remark
from mou_desktop.intake.signature_lines import LINE_WORDS, POSITION, RULE, WORD, Lines, What
from mou_desktop.intake.signing_order import Order, Signed, by_tags
from mou_desktop.intake.versions import Version

_ANNOUNCES = re.compile(r"\W*(?:подписи|қолдары|imzalar|signatures?)\b", re.IGNORECASE)
_ANNEX = re.compile(r"\W*(?:приложени|қосымша|əlavə|annex|appendix)", re.IGNORECASE)
_SENTENCE_WORDS, _SENTENCE_LONGEST = 9, 40
# As many lines, of several kinds, are signatures even where a text follows them.
_CERTAIN = 4
_OF_NAMES = frozenset({What.PARTY, What.PIECE, What.OTHER})
_SIGNS = frozenset({What.PARTY, What.POSITION, What.NAME, What.SEAL})


class Closing:
    """The end of a version; `parties` are the names of the parties as its preamble has them."""

    def __init__(self, version: Version, parties: Sequence[str]) -> None:
        self._version = version
        self._lines = Lines(parties, [line.text for line in version.title])

    def divide(self) -> None:
        """Move the signatures out of the last article, and what follows them out of the text."""
        if not self._version.signature and self._version.articles:
            last = self._version.articles[-1].passages
            start, end = self._found(last)
            self._version.signature = last[start:end]
            self._leave_out(last[end:])
            del last[start:]
        else:
            lines = self._version.signature
            end = next((each for each, line in enumerate(lines) if _is_annex(line)), len(lines))
            self._leave_out(lines[end:])
            del lines[end:]

    def _found(self, lines: Sequence[Passage]) -> tuple[int, int]:
        """Where the signatures begin and end: short lines up to the end of the text, or up to an
        annex, or as many different ones as leave no doubt.
        """
        start = 1
        while start < len(lines):
            if not self._begins(lines[start]):
                start += 1
                continue
            rest = range(start, len(lines))
            end = next((each for each in rest if self._is_over(lines[each])), len(lines))
            if end == len(lines) or (end > start and self._is_certain(lines[start:end])):
                return start, end
            start = end + 1
        return len(lines), len(lines)

    def _is_over(self, line: Passage) -> bool:
        """Whether the signatures cannot go on with this line."""
        return _is_annex(line) or self._is_sentence(line)

    def _is_sentence(self, line: Passage) -> bool:
        words = len(WORD.findall(line.text))
        if line.text.endswith((".", ";", ":", ",")) and words >= _SENTENCE_WORDS:
            return True
        return words > _SENTENCE_LONGEST and self._lines.what(line.text) is not What.PARTY

    def _is_certain(self, lines: Sequence[Passage]) -> bool:
        kinds = {self._lines.what(line.text) for line in lines}
        return len(lines) >= _CERTAIN and len(kinds & _SIGNS) >= 2

    def _leave_out(self, lines: Sequence[Passage]) -> None:
        for line in lines:
            said = remark(
                "what stands behind the signatures was left out: “{text}”",
                text=line.text,
                lost=line.text,
                language=self._version.language,
                place="signature",
            )
            self._version.remarks.append(said)

    def signed(self) -> list[Signed]:
        """What is signed, party by party."""
        tagged = by_tags(self._version.signature)
        if tagged is not None:
            return tagged
        lines = [part for line in self._whole_lines() for part in _at_rule(line)]
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
        """Whether the signatures could begin with this line."""
        text, count = line.text, len(WORD.findall(line.text))
        what = self._lines.what(text)
        if line.source.cell is not None and (RULE.search(text) or what is not What.OTHER):
            return True
        if self._is_sentence(line):
            return False
        return what is What.PARTY or (
            count <= LINE_WORDS
            and (what is not What.OTHER or bool(_ANNOUNCES.match(text)) or _is_annex(line))
        )

    def _whole_lines(self) -> Iterator[Passage]:
        """The lines, where those of one paragraph that make a name or position together are one."""
        paragraphs = groupby(
            self._version.signature, key=lambda line: (line.paragraph, line.source.cell)
        )
        for _paragraph, group in paragraphs:
            waiting: list[Passage] = []
            last = What.OTHER
            for line in group:
                what = self._lines.what(line.text)
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
                rows.setdefault(place, set()).add(self._lines.what(line.text))
        return any({What.POSITION, What.NAME} <= kinds for kinds in rows.values())

    def _one_after_another(self, lines: Sequence[Passage]) -> list[Signed]:
        kinds = [self._lines.what(line.text) for line in lines]
        marks = [kind for kind in kinds if kind not in (What.PIECE, What.OTHER)]
        order = Order(marks)
        for line, kind in zip(lines, kinds, strict=True):
            if kind in _OF_NAMES and order.names(self._lines, line, kind):
                continue
            signed = order.signer(kind, is_rule=not WORD.search(line.text))
            if kind is What.POSITION:
                signed.position.append(line)
            elif kind is What.DETAIL:
                signed.details.append(line)
            else:
                self._put(signed, kind, line)
        return order.found

    def _put(self, signed: Signed, kind: What, line: Passage) -> None:
        if kind is What.NAME:
            signed.name.append(line)
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
    rule = RULE.search(line.text)
    if rule and rule.start() > 0 and POSITION.search(line.text[: rule.start()]):
        yield cut(line, 0, rule.start())
        yield cut(line, rule.start())
    else:
        yield line


def _is_annex(line: Passage) -> bool:
    return bool(_ANNEX.match(line.text))


def _column(line: Passage) -> int:
    return line.source.cell.column if line.source.cell else 0
