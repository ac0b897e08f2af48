"""Takes the lines of a file; gives its language versions, each divided into its parts."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mou_desktop.intake.headings import Number, heading_of, numbered, printed
from mou_desktop.intake.passages import Passage, cut
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.tongues import TAGS, language_of, languages

ARTICLE = "article:"
# As far as the number of a heading may leap ahead.
_LEAP = 3
_FIELD_TAG = re.compile(rf"parties\.\d+\.[a-z_.]+\.({'|'.join(TAGS)})(?:#|$)")


@dataclass
class Part:
    """An article: its number in the file, its id where the file tells it, its lines, and the number
    that its heading has.
    """

    number: Number
    id: str = ""
    passages: list[Passage] = field(default_factory=list)
    printed: Number = ()


class Misnumbered(NamedTuple):
    """The number of a part, the one that is printed, and what it should be by its place."""

    part: Number
    found: Number
    expected: Number


@dataclass
class Version:
    """One language version; `front` is what stands before the articles, if that is not divided.
    `misnumbered` are articles whose numbers are wrong where they stand.
    """

    language: str
    file: str = ""
    title: list[Passage] = field(default_factory=list)
    preamble: list[Passage] = field(default_factory=list)
    front: list[Passage] = field(default_factory=list)
    articles: list[Part] = field(default_factory=list)
    signature: list[Passage] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    misnumbered: list[Misnumbered] = field(default_factory=list)

    @property
    def passages(self) -> Iterator[Passage]:
        """Everything that was placed, in order."""
        yield from (*self.title, *self.front, *self.preamble)
        for part in self.articles:
            yield from part.passages
        yield from self.signature


def divide(lines: Sequence[Passage], file: str, only: str = "") -> list[Version]:
    """The versions of a file, in the order in which they begin; the one in the language `only`,
    where that is known.
    """
    lines = list(_by_columns(lines))
    tags = [only] * len(lines) if only else tongues(lines)
    found: dict[str, list[Passage]] = {}
    for tag, line in zip(tags, lines, strict=True):
        found.setdefault(tag, []).append(line)
    return [_parted(tag, version, file) for tag, version in found.items()]


def tongues(lines: Sequence[Passage]) -> list[str]:
    """The language of each line."""
    return languages([line.text for line in lines], [_hint(line) for line in lines])


def _hint(line: Passage) -> str:
    """The language that the fields of a line are in."""
    found = (_FIELD_TAG.match(control.tag) for control in line.source.controls)
    return next((match[1] for match in found if match), "")


def _by_columns(lines: Sequence[Passage]) -> Iterator[Passage]:
    """Tables with a version in each column are read column by column."""
    tables: dict[int, list[Passage]] = defaultdict(list)
    for line in lines:
        if line.source.cell:
            tables[line.source.cell.table].append(line)
    beside = {number for number, cells in tables.items() if _is_multilingual(cells)}
    done: set[int] = set()
    for line in lines:
        cell = line.source.cell
        if cell is None or cell.table not in beside:
            yield line
        elif cell.table not in done:
            done.add(cell.table)
            yield from sorted(tables[cell.table], key=_column)


def _column(line: Passage) -> int:
    return line.source.cell.column if line.source.cell else 0


def _is_multilingual(cells: Sequence[Passage]) -> bool:
    columns: dict[int, list[str]] = defaultdict(list)
    for line in cells:
        columns[_column(line)].append(line.text)
    known = [language_of(" ".join(texts)) for texts in columns.values()]
    known = [tag for tag in known if tag]
    return len(known) > 1 and len(set(known)) == len(known)


def _parted(tag: str, lines: list[Passage], file: str) -> Version:
    version = Version(tag, file)
    if any(block for line in lines for block in line.source.blocks if _place(block)):
        _part_by_tags(version, lines)
    else:
        _part_by_headings(version, lines)
    return version


def _place(block: str) -> str:
    """The place that the tag of a content control names; empty for another one's tag."""
    if block in ("title", "preamble", "signature") or block.startswith(ARTICLE):
        return block
    return ""


def _part_by_tags(version: Version, lines: list[Passage]) -> None:
    """Articles are numbered as they stand. What stands outside of a tagged block belongs to the one
    before it, or is a new article; so is what begins with a heading within another's block.
    """
    place, block = "title", ""
    parts: dict[str, Part] = {}
    for line in lines:
        tagged = next((each for each in reversed(line.source.blocks) if _place(each)), "")
        heading = heading_of(line.text)
        is_article = tagged.startswith(ARTICLE)
        begins_tagged = is_article and tagged not in parts
        begins_new = heading is not None and not begins_tagged and tagged in ("", *parts)
        if begins_tagged or (begins_new and place != "signature"):
            number = len(version.articles) + 1
            place, block = tagged if begins_tagged else f"{ARTICLE}{number} untagged", tagged
            parts[place] = Part((number,), tagged.removeprefix(ARTICLE) if begins_tagged else "")
            parts[place].printed = heading.number if heading else ()
            version.articles.append(parts[place])
            if heading:
                parts[place].passages += _behind(line, heading.rest)
                continue
        elif tagged and tagged != block:
            place = block = tagged
        if place in parts:
            parts[place].passages.append(line)
        else:
            {"title": version.title, "preamble": version.preamble}.get(
                place, version.signature
            ).append(line)


def _part_by_headings(version: Version, lines: list[Passage]) -> None:
    headings = [heading for line in lines if (heading := heading_of(line.text))]
    headed = bool(headings)
    numbers = _Numbers(version, [heading.number for heading in headings])
    part: Part | None = None
    for line in lines:
        number, rest = _heading(line, numbers, headed=headed)
        number = numbers.meant(number) if number else number
        if number and numbers.accepts(number, line.text):
            part = Part(numbers.take(number))
            part.printed = part.number
            version.articles.append(part)
            part.passages += _behind(line, rest)
        elif part is None:
            version.front.append(line)
        else:
            part.passages.append(line)
    version.articles.sort(key=lambda part: part.number)
    if not headed and version.articles:
        version.remarks.append(
            remark(
                "the sections have bare numbers (“1.”); in the draft they are articles",
                language=version.language,
            )
        )


def _heading(line: Passage, numbers: "_Numbers", *, headed: bool) -> tuple[Number, str]:
    """The number of the article that begins here; empty where none does."""
    if headed:
        heading = heading_of(line.text)
        return (heading.number, heading.rest) if heading else ((), "")
    found = numbered(line.text)
    if found is None or found[0] != numbers.last[0] + 1:
        return (), ""
    return (found[0],), found[1]


def _behind(line: Passage, rest: str) -> list[Passage]:
    """What stands on the line of a heading behind it."""
    start = line.text.rfind(rest) if rest else 0
    return [cut(line, start)] if start > 0 else []


class _Numbers:
    """Watches the numbers of a version's articles; `every` is those that its headings have."""

    def __init__(self, version: Version, every: Sequence[Number]) -> None:
        self._version = version
        self._every = every
        self._seen = 0
        self.last: Number = (0,)
        self._taken: set[Number] = set()

    def meant(self, number: Number) -> Number:
        """The number of a heading, or the one that it must have between others: «5, 5, 7»."""
        self._seen += 1
        following, then = (self.last[0] + 1,), (self.last[0] + 2,)
        rest = self._every[self._seen :]
        slip = number != following and following not in self._every and rest[:1] == [then]
        if not slip:
            return number
        self._tell_number(number, following)
        return following

    def accepts(self, number: Number, text: str) -> bool:
        """Whether a heading can be one: not, when there is an article of this number already."""
        if number not in self._taken:
            return True
        said = remark(
            "the heading “{text}” stands twice; the second time it was taken for text",
            text=text,
            language=self._version.language,
            place=printed(self.last),
        )
        self._version.remarks.append(said)
        return False

    def take(self, number: Number) -> Number:
        """The number under which an article goes: its own, unless that cannot be right."""
        if number[0] > self.last[0] + _LEAP:
            following = (max(self._taken, default=(0,))[0] + 1,)
            if number != following:
                self._tell_number(number, following)
            number = following
        elif number < self.last:
            said = remark(
                "article {number} stood behind article {other}; in the draft they are in order",
                number=printed(number),
                other=printed(self.last),
                language=self._version.language,
                place=printed(number),
            )
            self._version.remarks.append(said)
            place = (len(self._taken) + 1,)
            self._version.misnumbered.append(Misnumbered(number, number, place))
        self._taken.add(number)
        self.last = number
        return number

    def _tell_number(self, number: Number, following: Number) -> None:
        said = remark(
            "the article numbered {number} is number {following} in the draft",
            number=printed(number),
            following=printed(following),
            language=self._version.language,
            place=printed(following),
        )
        self._version.remarks.append(said)
        self._version.misnumbered.append(Misnumbered(following, number, following))
