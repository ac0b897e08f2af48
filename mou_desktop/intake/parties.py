"""What one version says of a party, and what of it turns out to be fields."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from mou_desktop.intake.introductions import Introduction, Span
from mou_desktop.intake.marked import Marked, Signer, Text
from mou_desktop.languages.base import Sex
from mou_desktop.model.slots import Slot

# How much it weighs that a basic form suits the signatures, or another place.
SIGNATURE, ELSEWHERE = 8, 2
_RULE = re.compile(r"^[_.…\s/]+|[_…\s/]+$")


@dataclass
class Party:
    """Where a party stands: in the preamble's `paragraph`, and in the signatures."""

    text: Text
    number: int
    introduction: Introduction | None = None
    paragraph: Marked | None = None
    signer: Signer | None = None

    @property
    def tag(self) -> str:
        return self.text.language

    def path(self, field: str) -> str:
        """The path of a field of the party in this language."""
        return f"parties.{self.number}.{field}.{self.tag}"

    def mark(self, paragraph: Marked | None, span: Span | None, field: str, form: str) -> None:
        """Take a stretch of a paragraph for a field in a form; nothing where there is none."""
        if paragraph is not None and span is not None and form:
            paragraph.mark(span.start, span.end, Slot(f"parties.{self.number}.{field}", form))


@dataclass
class Names:
    """The values of the fields and the wordings of forms by path, with the language in it. `told`
    are the details that stand in each version.
    """

    values: dict[str, str] = field(default_factory=dict)
    sexes: dict[str, Sex] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    told: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class Choice(NamedTuple):
    """A basic form that could be meant, and how much speaks for it."""

    lemma: str
    weight: int
    sex: Sex | None = None


def best(choices: Iterable[Choice]) -> Choice | None:
    """The choice with most weight, the first of several; nothing where none has any."""
    found: Choice | None = None
    for choice in choices:
        if choice.weight > (found.weight if found else 0):
            found = choice
    return found


def signed(line: Marked | None, tag: str) -> Span | None:
    """What stands on a line of the signatures, without the line for the pen and «The»."""
    if line is None:
        return None
    start, end = 0, len(line.text)
    for rule in _RULE.finditer(line.text):
        if rule.start() == 0:
            start = rule.end()
        if rule.end() == len(line.text):
            end = min(end, rule.start())
    if tag == "en" and line.text.startswith("The ", start):
        start += len("The ")
    return Span(start, end, line.text[start:end]) if start < end else None
