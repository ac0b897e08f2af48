"""The notation of a template's text.

`{parties.0.name:instrumental}` is a slot: a field path and the form that the place needs.
`[ in {place:nominative}]` is an optional passage: it stands only when all its slots have a value.
A literal brace or square bracket is written twice.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

ARTICLE = "article."
_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}\[\]]*\}|[\[\]{}]|[^\[\]{}]+")
_MARK = re.compile(r"[\[\]{}]")
_SLOT = re.compile(r"([a-z0-9_.-]+)(?::([a-z][a-z -]*))?")


class NotationError(ValueError):
    """The text breaks the notation; the message quotes the place."""


class Literal(NamedTuple):
    text: str


class Slot(NamedTuple):
    """A place for a field: its path without the language, and the grammatical form."""

    path: str
    form: str


class Optional(NamedTuple):
    pieces: tuple[Literal | Slot, ...]


Piece = Literal | Slot | Optional


@lru_cache(8192)
def parse(text: str) -> tuple[Piece, ...]:
    """The pieces of one paragraph, in order. Raises `NotationError`."""
    pieces: list[Piece] = []
    passage: list[Literal | Slot] | None = None
    for token in _tokens(text):
        if token == "[":
            if passage is not None:
                raise NotationError("[ inside [")
            passage = []
        elif token == "]":
            if passage is None:
                raise NotationError("] without [")
            pieces.append(Optional(tuple(passage)))
            passage = None
        else:
            (pieces if passage is None else passage).append(_piece(token))
    if passage is not None:
        raise NotationError("[ without ]")
    return tuple(pieces)


def notation(piece: Piece) -> str:
    """A piece as it is written in a template; the reverse of `parse`."""
    match piece:
        case Literal(text=text):
            return literal(text)
        case Slot(path=path, form=form):
            return f"{{{path}:{form}}}" if form else f"{{{path}}}"
        case Optional(pieces=pieces):
            return f"[{''.join(map(notation, pieces))}]"


def literal(text: str) -> str:
    """Words as they are written in a template: with every brace and bracket doubled."""
    return _MARK.sub(lambda mark: mark[0] * 2, text)


def optional_slots(text: str) -> Iterator[Slot]:
    """Every slot that stands in an optional passage."""
    for piece in parse(text):
        if isinstance(piece, Optional):
            yield from (inner for inner in piece.pieces if isinstance(inner, Slot))


def slots(text: str) -> Iterator[Slot]:
    """Every slot of a paragraph; those in optional passages come last."""
    yield from (piece for piece in parse(text) if isinstance(piece, Slot))
    yield from optional_slots(text)


def _tokens(text: str) -> Iterator[str]:
    literal = ""
    for token in _TOKEN.findall(text):
        if len(token) == 2 and token[0] == token[1] and token[0] in "{}[]":
            literal += token[0]
        elif token[0] in "{}[]":
            if literal:
                yield "=" + literal
            literal = ""
            yield token
        else:
            literal += token
    if literal:
        yield "=" + literal


def _piece(token: str) -> Literal | Slot:
    if token.startswith("="):
        return Literal(token[1:])
    match = _SLOT.fullmatch(token[1:-1]) if len(token) > 2 else None
    if match is None:
        raise NotationError(token)
    return Slot(match[1], match[2] or "")
