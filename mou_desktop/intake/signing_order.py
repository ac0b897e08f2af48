"""To whom the lines of the signatures belong, which are laid out in many ways."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mou_desktop.intake.passages import Passage
from mou_desktop.intake.signature_lines import WORD, Lines, What
from mou_desktop.store.templates import PARTIES_LIMIT

PARTIES = 2
_TAG = re.compile(r"parties\.(\d{1,2})\.([a-z_]+(?:\.(?:name|position))?)(?:\.|$)")


@dataclass
class Signed:
    """What stands for one party."""

    party: list[Passage] = field(default_factory=list)
    position: list[Passage] = field(default_factory=list)
    name: list[Passage] = field(default_factory=list)
    seal: list[Passage] = field(default_factory=list)
    details: list[Passage] = field(default_factory=list)
    second_position: list[Passage] = field(default_factory=list)
    second_name: list[Passage] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether something stands behind the party's name."""
        return bool(self.position or self.name or self.seal or self.details)

    @property
    def lines(self) -> list[Passage]:
        """Everything of it."""
        first = [*self.party, *self.details, *self.position, *self.name]
        return [*first, *self.second_position, *self.second_name, *self.seal]


class Order:
    """Whose turn it is while lines are read one after another. All parties can come first, and
    then the positions or names of each.
    """

    def __init__(self, marks: Sequence[What]) -> None:
        self.found: list[Signed] = []
        self._at = 0
        self._parties_first: bool | None = None  # (not known before the first of the others)
        rest = [kind for kind in marks if kind in (What.POSITION, What.NAME)]
        self._leads = rest[0] if rest else What.POSITION
        self._led = 0

    @property
    def current(self) -> Signed:
        if not self.found:
            self.found.append(Signed())
        return self.found[self._at]

    @property
    def parties(self) -> int:
        """How many of them have been named."""
        return sum(bool(each.party) for each in self.found)

    def signer(self, kind: What, *, is_rule: bool) -> Signed:
        """Whose line this is. A mere line for the pen is no name yet."""
        if self._parties_first is None and kind in (What.POSITION, What.NAME):
            self._parties_first = self.parties >= PARTIES
        if self._parties_first:
            if kind is self._leads and not is_rule:
                self._at = min(self._led, len(self.found) - 1)
                self._led += 1
        elif (kind is What.POSITION and self.current.position) or (
            kind is What.NAME and any(WORD.search(line.text) for line in self.current.name)
        ):
            return self._next()
        return self.current

    @property
    def is_naming(self) -> bool:
        """Whether the last line belonged to a party's name."""
        current = self.current
        return bool(current.party) and not current.goes_on

    def names(self, lines: Lines, line: Passage, kind: What) -> bool:
        """Take a line for a party's name, or a piece of one, which may go over several lines; says
        whether it can be one. Names stand before everything else of their party.
        """
        current = self.current
        if kind is What.OTHER:
            goes_on = self.is_naming
            if goes_on:
                current.party.append(line)
            return goes_on
        if current.goes_on:
            if self.parties == PARTIES or kind is What.PIECE:
                return False
            self._next().party.append(line)
            return True
        said = " ".join(each.text for each in current.party)
        party = lines.party_of(line.text, said, self._at) if said else self._at
        if party > self._at:
            if len(self.found) == PARTIES:
                return False
            self._next()
        self.current.party.append(line)
        return True

    def _next(self) -> Signed:
        self.found.append(Signed())
        self._at = len(self.found) - 1
        return self.current


def by_tags(lines: Sequence[Passage]) -> list[Signed] | None:
    """The signers of a file in which the fields are tagged; nothing for another."""
    found: dict[int, Signed] = {}
    columns: dict[int | None, int] = {}
    for line in lines:
        column = line.source.cell.column if line.source.cell else None
        tag = next((m for each in line.source.controls if (m := _TAG.match(each.tag))), None)
        if tag is not None:
            columns[column] = int(tag[1])
            signed = found.setdefault(int(tag[1]), Signed())
            parts = {
                "name": signed.party,
                "signatory.name": signed.name,
                "signatory.position": signed.position,
                "second_signatory.name": signed.second_name,
                "second_signatory.position": signed.second_position,
            }
            parts.get(tag[2], signed.details).append(line)
        elif column in columns:
            found[columns[column]].seal.append(line)
        else:
            return None
    if not found or max(found) >= PARTIES_LIMIT:
        return None
    return [found.get(number, Signed()) for number in range(max(found) + 1)]
