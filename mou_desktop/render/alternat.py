"""Takes the wording of a place; says whether the parties in it can change places, and does so.

They can where they stand side by side, told of in the same words and joined by nothing but a
conjunction or a comma. Elsewhere the order tells who does what («A lends to B»), and stays.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from mou_desktop.languages import registry
from mou_desktop.model.slots import Literal, Optional, Piece, Slot, notation, parse, slots
from mou_desktop.render.usage import CONJUNCTION

_PARTY = re.compile(r"parties\.(\d+)\.")
_BREAK = Literal("\n")
# Marks a piece with two parties in it, which belongs to none.
_MIXED = -1


def order(parties: int, first: int) -> tuple[int, ...]:
    """The parties as the originals of `first` name them: the others keep their order."""
    return (first, *(party for party in range(parties) if party != first))


def names_parties(texts: Sequence[str]) -> bool:
    """Whether there is a party in the text."""
    return any(_PARTY.match(slot.path) for text in texts for slot in slots(text))


@lru_cache(4096)
def is_interchangeable(texts: tuple[str, ...], tag: str, parties: int) -> bool:
    """Whether the paragraphs name all parties side by side, in their order, and nowhere else."""
    pieces = list(_joined(texts))
    owners = [_owner(piece) for piece in pieces]
    stretches = _stretches(owners)
    if [party for party, _start, _end in stretches] != _cycles(len(stretches), parties):
        return False
    conjunctions = sum(_is_conjunction(piece) for piece in pieces)
    for number in range(0, len(stretches), parties):
        cycle = stretches[number : number + parties]
        if len({_told(pieces[start:end]) for _party, start, end in cycle}) > 1:
            return False
        for (party, _start, end), (_next, start, _end) in pairwise(cycle):
            if not _joins(pieces[end:start], party, tag):
                return False
            conjunctions -= sum(_is_conjunction(piece) for piece in pieces[end:start])
    return bool(stretches) and conjunctions == 0


def interchanged(piece: Piece, order: Sequence[int]) -> Piece:
    """The piece with the parties in this order."""
    if isinstance(piece, Slot):
        path = _PARTY.sub(lambda found: f"parties.{order[int(found[1])]}.", piece.path)
        return Slot(path, piece.form)
    if isinstance(piece, Optional):
        inner = (interchanged(each, order) for each in piece.pieces)
        return Optional(tuple(each for each in inner if not isinstance(each, Optional)))
    return piece


def party_of(texts: Sequence[str]) -> int | None:
    """The first party that is named in the text."""
    found = (_PARTY.match(slot.path) for text in texts for slot in slots(text))
    return next((int(match[1]) for match in found if match), None)


def _joined(texts: Sequence[str]) -> Iterator[Piece]:
    for number, text in enumerate(texts):
        if number:
            yield _BREAK
        yield from parse(text)


def _owner(piece: Piece) -> int | None:
    """The party that a piece tells of; a conjunction behind its name tells of none."""
    if isinstance(piece, Literal) or _is_conjunction(piece):
        return None
    inner = piece.pieces if isinstance(piece, Optional) else (piece,)
    paths = [_PARTY.match(each.path) for each in inner if isinstance(each, Slot)]
    found = {int(match[1]) for match in paths if match}
    return _MIXED if len(found) > 1 else next(iter(found), None)


_Stretch = tuple[int, int, int]


def _stretches(owners: Sequence[int | None]) -> list[_Stretch]:
    """Party, beginning and end of what tells of one party before another one is named."""
    named = [(party, number) for number, party in enumerate(owners) if party is not None]
    stretches = []
    for party, group in groupby(named, key=lambda each: each[0]):
        numbers = [number for _party, number in group]
        stretches.append((party, numbers[0], numbers[-1] + 1))
    return stretches


def _cycles(count: int, parties: int) -> list[int]:
    return [*range(parties)] * (count // parties)


def _told(pieces: Sequence[Piece]) -> str:
    """What is told of a party, whichever it is."""
    return _PARTY.sub("parties.*.", "".join(map(notation, pieces)))


def _joins(pieces: Sequence[Piece], party: int, tag: str) -> bool:
    """Whether what stands between two parties only joins them."""
    words = "".join(piece.text for piece in pieces if isinstance(piece, Literal)).strip()
    others = [piece for piece in pieces if not isinstance(piece, Literal)]
    comma, words = words.startswith(","), words.removeprefix(",").strip()
    if others:
        own = Slot(f"parties.{party}.name", CONJUNCTION)
        return others == [own] and not words
    return words in registry.language(tag).joiners or (comma and not words)


def _is_conjunction(piece: Piece) -> bool:
    return isinstance(piece, Slot) and piece.form == CONJUNCTION
