"""Takes two states of a passage; gives the stretches of words that changed, and how to quote them.

A field whose value changed is one stretch, whole, so that its noun agrees. Everything else is
compared word by word.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from mou_desktop.model.document import Paragraph, Run

_TOKEN = re.compile(r"\s+|\w+(?:[-’'ʼ]\w+)*|[^\w\s]")
_BREAK = "\n"
# As few letters as may stand between two changes without being worth a break.
ISLAND = 3


class Atom(NamedTuple):
    """A word, a mark, a space, or a whole field whose value has changed."""

    text: str
    field: tuple[str, str, int] | None = None


class Stretch(NamedTuple):
    """`start` to `end` of the old atoms gave way to `first` to `last` of the new ones; `path` is
    that of the field, if it is one.
    """

    start: int
    end: int
    first: int
    last: int
    path: str = ""


class Passages(NamedTuple):
    """A passage before and after, as atoms."""

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]

    def with_only(self, stretch: Stretch) -> str:
        """The old text with no other change than this one."""
        before, after = self.old[: stretch.start], self.old[stretch.end :]
        return joined((*before, *self.new[stretch.first : stretch.last], *after))


def passages(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Passages:
    """The atoms of two states of a passage, a line for each paragraph."""
    old_runs, new_runs = _units(old), _units(new)
    changed = _changed_fields(old_runs, new_runs)
    return Passages(_atoms(old_runs, changed), _atoms(new_runs, changed))


def joined(atoms: Sequence[Atom]) -> str:
    """The text of atoms as it is read."""
    text = "".join(atom.text for atom in atoms)
    return _BREAK.join(" ".join(line.split()) for line in text.split(_BREAK))


def stretches(both: Passages) -> list[Stretch]:
    """Everything that changed, in the order of the text; what is next to another is one with it,
    but a field stands for itself.
    """
    old, new = both
    matcher = SequenceMatcher(_is_space, _keys(old), _keys(new), autojunk=False)
    found: list[Stretch] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            _add(found, Stretch(start, end, first, last), old)
            continue
        for number in range(end - start):
            atom = old[start + number]
            if atom.field:
                at, into = start + number, first + number
                found.append(Stretch(at, at + 1, into, into + 1, atom.field[0]))
    return found


def covering(found: Sequence[Stretch]) -> Stretch:
    """One stretch from the first change to the last."""
    return Stretch(found[0].start, found[-1].end, found[0].first, found[-1].last)


def contexts(both: Passages, found: Sequence[Stretch], number: int) -> Iterator[Stretch]:
    """A stretch by itself, then with ever more words around it, but none that change as well."""
    stretch = found[number]
    left_end = found[number - 1].end if number else 0
    right_end = found[number + 1].start if number + 1 < len(found) else len(both.old)
    before = _steps(both.old, range(stretch.start - 1, left_end - 1, -1))
    behind = _steps(both.old, range(stretch.end, right_end))
    for words in range(_MOST_WORDS + 1):
        for left in range(words + 1):
            right = words - left
            if left < len(before) and right < len(behind):
                yield Stretch(
                    stretch.start - before[left],
                    stretch.end + behind[right],
                    stretch.first - before[left],
                    stretch.last + behind[right],
                    stretch.path,
                )


def words_in(atoms: Sequence[Atom]) -> int:
    return sum(len(re.findall(r"\w+", atom.text)) for atom in atoms)


_MOST_WORDS = 6


def _steps(atoms: Sequence[Atom], way: range) -> list[int]:
    """How many atoms there are up to each next word of the way, the whole words only."""
    steps = [0]
    for walked, position in enumerate(way, start=1):
        text = atoms[position].text
        if text == _BREAK:
            break
        if not text.isspace() and len(steps) <= _MOST_WORDS:
            steps.append(walked)
    return steps


def _add(found: list[Stretch], new: Stretch, old: Sequence[Atom]) -> None:
    """Join a change to the one before it when only a small word stands between them."""
    if found and not found[-1].path:
        between = old[found[-1].end : new.start]
        small = sum(letter.isalnum() for atom in between for letter in atom.text) <= ISLAND
        if small and not any(atom.field or atom.text == _BREAK for atom in between):
            new = covering([found.pop(), new])
    found.append(new)


def _keys(atoms: Sequence[Atom]) -> list[object]:
    """What is compared: a changed field is the same in both, whatever it says."""
    return [atom.field or atom.text for atom in atoms]


def _is_space(key: object) -> bool:
    return isinstance(key, str) and key.isspace()


class _Unit(NamedTuple):
    """Words, or a field with the number of its occurrence; runs of one field are one."""

    text: str
    field: tuple[str, str, int] | None


def _units(paragraphs: Sequence[Paragraph]) -> list[_Unit]:
    units: list[_Unit] = []
    seen: dict[tuple[str, str], int] = {}
    for number, paragraph in enumerate(paragraphs):
        if number:
            units.append(_Unit(_BREAK, None))
        for (path, form, _source), runs in groupby(paragraph.runs, key=_piece):
            text = "".join(run.text for run in runs)
            if path and text.strip():
                seen[path, form] = seen.get((path, form), 0) + 1
                units.append(_Unit(text, (path, form, seen[path, form])))
            else:
                units.append(_Unit(text, None))
    return units


def _piece(run: Run) -> tuple[str, str, int]:
    return run.path, run.form, id(run.source)


def _changed_fields(old: Sequence[_Unit], new: Sequence[_Unit]) -> set[tuple[str, str, int]]:
    """The fields that stand in both passages equally often, and read differently."""
    before = {unit.field: unit.text for unit in old if unit.field}
    after = {unit.field: unit.text for unit in new if unit.field}
    uneven = {field[:2] for field in before.keys() ^ after.keys()}
    return {
        field
        for field, text in before.items()
        if field[:2] not in uneven and " ".join(text.split()) != " ".join(after[field].split())
    }


def _atoms(units: Sequence[_Unit], changed: set[tuple[str, str, int]]) -> tuple[Atom, ...]:
    """Spaces are single, and none stands where a line begins or ends."""
    atoms: list[Atom] = []
    words = ""
    for unit in (*units, _Unit(_BREAK, None)):
        if unit.field in changed or unit.text == _BREAK:
            atoms += map(Atom, _TOKEN.findall(words))
            words = ""
            text = unit.text if unit.text == _BREAK else " ".join(unit.text.split())
            atoms.append(Atom(text, unit.field))
        else:
            words += unit.text
    return tuple(_single_spaced(atoms[:-1]))


def _single_spaced(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """(Around a line's end there are no spaces.)"""
    pending, at_start = False, True
    for atom in atoms:
        if atom.text.isspace() and atom.text != _BREAK:
            pending = True
            continue
        if pending and not at_start and atom.text != _BREAK:
            yield Atom(" ")
        pending, at_start = False, atom.text == _BREAK
        yield atom
