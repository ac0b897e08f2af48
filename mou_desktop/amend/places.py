"""Takes a place in every language, before and after; gives the amendments that make the one of the
other, with the same technique in all languages in which it changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mou_desktop.amend.reading import as_read
from mou_desktop.amend.stretches import passages
from mou_desktop.amend.words import word_changes
from mou_desktop.model.amendment import Amendment, Technique, Wording
from mou_desktop.model.document import Paragraph

# What has lines instead of paragraphs that could be counted.
WITHOUT_PARAGRAPHS = frozenset({"title", "signature"})

Lines = tuple[Paragraph, ...]


class Place(NamedTuple):
    """A place in the languages in which it changed; `number` is that of an article."""

    name: str
    number: str
    old: Mapping[str, Lines]
    new: Mapping[str, Lines]


class _Shape(NamedTuple):
    """What became of the paragraphs, by their numbers from zero."""

    changed: frozenset[int] = frozenset()
    added: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()


def amendments_of(place: Place, chosen: Technique | None = None) -> list[Amendment]:
    """The amendments of a place that is there before and after; `chosen` asks for restating it or
    its paragraphs.
    """
    if place.name in WITHOUT_PARAGRAPHS:
        found = None if chosen is Technique.RESTATE else _words(place, 0)
        return [_restated(place)] if found is None else found
    shapes = _shapes(place)
    if shapes is None or chosen is Technique.RESTATE:
        return [_restated(place)]
    several = any(len(lines) > 1 for lines in (*place.old.values(), *place.new.values()))
    found = []
    for number in sorted(set().union(*(shape.changed for shape in shapes.values()))):
        tags = [tag for tag, shape in shapes.items() if number in shape.changed]
        found += _paragraph(_part(place, tags), number, chosen, several=several)
    for number in sorted(set().union(*(shape.added for shape in shapes.values()))):
        tags = [tag for tag, shape in shapes.items() if number in shape.added]
        wordings = {tag: Wording((), (texts(place.new[tag])[number],)) for tag in tags}
        found.append(_amendment(Technique.ADD_PARAGRAPH, place, wordings, number + 1))
    for number in set().union(*(shape.excluded for shape in shapes.values())):
        tags = [tag for tag, shape in shapes.items() if number in shape.excluded]
        wordings = {tag: Wording((texts(place.old[tag])[number],)) for tag in tags}
        found.append(_amendment(Technique.EXCLUDE_PARAGRAPH, place, wordings, number + 1))
    return found


def texts(lines: Lines) -> tuple[str, ...]:
    return tuple(as_read(line.text) for line in lines)


def _shapes(place: Place) -> dict[str, _Shape] | None:
    """What became of the paragraphs in each language; nothing when that is no clear matter, or not
    the same in all.
    """
    shapes = {tag: _shape(texts(place.old[tag]), texts(place.new[tag])) for tag in place.old}
    known = {tag: shape for tag, shape in shapes.items() if shape is not None}
    counts = {(len(place.old[tag]), len(place.new[tag])) for tag in place.old}
    return known if len(known) == len(shapes) and len(counts) == 1 and _agree(known) else None


def _agree(shapes: Mapping[str, _Shape]) -> bool:
    """Whether paragraphs are added and excluded alike; their words may change in some languages."""
    return len({(shape.added, shape.excluded) for shape in shapes.values()}) == 1


def _shape(old: Sequence[str], new: Sequence[str]) -> _Shape | None:
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
        return _Shape(frozenset(number for number, (a, b) in enumerate(pairs) if a != b))
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    start = min(len(old), len(new)) if start is None else start
    longer, shorter = (new, old) if len(new) > len(old) else (old, new)
    more = len(longer) - len(shorter)
    if list(longer[start + more :]) != list(shorter[start:]):
        return None
    if longer is new and (more == 1 or start == len(old)):
        return _Shape(added=tuple(range(start, start + more)))
    return _Shape(excluded=(start,)) if longer is old and more == 1 else None


def _part(place: Place, tags: Sequence[str]) -> Place:
    """The same place in some of the languages."""
    old, new = ({tag: side[tag] for tag in tags} for side in (place.old, place.new))
    return Place(place.name, place.number, old, new)


def _paragraph(
    place: Place, number: int, chosen: Technique | None, *, several: bool
) -> Iterator[Amendment]:
    """The amendments of one paragraph, by its number from zero; an article of a single paragraph
    is spoken of as a whole.
    """
    name = number + 1 if several else 0
    found = None if chosen is Technique.RESTATE_PARAGRAPH else _words(place, name)
    if found is not None:
        yield from found
    elif not several:
        yield _restated(place)
    else:
        wordings = {
            tag: Wording((texts(place.old[tag])[number],), (texts(place.new[tag])[number],))
            for tag in place.old
        }
        yield _amendment(Technique.RESTATE_PARAGRAPH, place, wordings, name)


def _words(place: Place, paragraph: int) -> list[Amendment] | None:
    """The changes of words in a paragraph, or in the whole place for zero."""
    part = slice(paragraph - 1, paragraph) if paragraph else slice(None)
    both = {tag: passages(place.old[tag][part], place.new[tag][part]) for tag in place.old}
    changes = word_changes(both)
    if changes is None:
        return None
    return [
        _amendment(technique, place, wordings, paragraph, path)
        for technique, path, wordings in changes
    ]


def _restated(place: Place) -> Amendment:
    wordings = {tag: Wording(texts(place.old[tag]), texts(place.new[tag])) for tag in place.old}
    return _amendment(Technique.RESTATE, place, wordings)


def _amendment(
    technique: Technique,
    place: Place,
    wordings: Mapping[str, Wording],
    paragraph: int = 0,
    path: str = "",
) -> Amendment:
    return Amendment(
        technique,
        place.name,
        place.number,
        paragraph,
        path=path,
        wordings=dict(wordings),
    )
