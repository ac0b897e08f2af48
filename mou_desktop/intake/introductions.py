"""Finds in a preamble who signs for whom: «…, в лице директора Вусала Алиева, и …»."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a paragraph, without the spaces around it."""

    start: int
    end: int
    text: str


class Introduction(NamedTuple):
    """A party and the words for its signatory, position and name together."""

    party: Span
    signatory: Span


# The words between a party and its signatory; in Azerbaijani the signatory can come first.
_MARKS = {
    "ru": re.compile(r",?\s+в лице\s+"),
    "kk": re.compile(r"\s+атынан\s+"),
    "en": re.compile(
        r",?\s+(?:represented|acting through|in the person of)(?:\s+by)?\s+(?:its\s+|the\s+)?"
    ),
    "az": re.compile(r"\s+(?:adından|şəxsində|simasında)\s+"),
}
_SIGNATORY_FIRST = re.compile(r"\s+tərəfindən təmsil olunan,?\s+")
# Where the words for a signatory end.
_ENDS = {
    "ru": re.compile(r",|\s*\(|\s+(?:действующ|с одной|с другой|и\s)|;|:"),
    "kk": re.compile(r",|\s*\(|\s+(?:мен|бен|пен|және|бірінші тарап|екінші тарап)\s|;|:"),
    "en": re.compile(r",|\s*\(|\s+(?:and|acting|on the|of the one)\s|;|:"),
    "az": re.compile(r",|\s*\(|\s+(?:və|bir tərəfdən|digər tərəfdən)\s|;|:"),
}
# What can stand between the words for a signatory and the next party.
_BETWEEN = {
    "ru": re.compile(
        r"[,\s]*(?:действующ\w+ на основании [^,]+,\s*)?(?:с одной стороны,?\s*)?"
        r"(?:именуем\w+ [^,]+,\s*)?(?:и\s+|а также\s+)?"
    ),
    "kk": re.compile(r"[,\s]*(?:бір(?:інші)? тараптан,?\s*)?(?:сондай-ақ|және|мен|бен|пен)?\s*"),
    "en": re.compile(
        r"[,\s]*(?:acting (?:on the basis|pursuant)[^,]+,\s*)?"
        r"(?:on (?:the )?one (?:hand|part),?\s*)?(?:and\s+)?"
    ),
    "az": re.compile(r"[,\s]*(?:bir tərəfdən,?\s*)?(?:və\s+)?"),
}
# What can stand behind a party's name and does not belong to it.
_AFTER_NAME = re.compile(
    r"\s*\((?:далее|бұдан әрі|bundan sonra|hereinafter)[^)]*\)$|,\s*(?:именуем|hereinafter).*$"
)
_WORDS_OF_SIGNATORY = 14


def introductions(tag: str, text: str) -> list[Introduction]:
    """Who is introduced in a paragraph, in order."""
    if tag == "az" and _SIGNATORY_FIRST.search(text):
        return list(_signatory_first(text))
    return list(_party_first(tag, text))


def _party_first(tag: str, text: str) -> Iterator[Introduction]:
    start = 0
    for mark in _MARKS[tag].finditer(text):
        between = _BETWEEN[tag].match(text, start) if start else None
        party = _span(text, between.end() if between else start, mark.start())
        end = _ENDS[tag].search(text, mark.end())
        signatory = _span(text, mark.end(), end.start() if end else len(text))
        if party and signatory and len(signatory.text.split()) <= _WORDS_OF_SIGNATORY:
            yield Introduction(_named(party), signatory)
        start = signatory.end if signatory else mark.end()


def _signatory_first(text: str) -> Iterator[Introduction]:
    """«Direktor X tərəfindən təmsil olunan A və direktor Y tərəfindən təmsil olunan B»."""
    marks = list(_SIGNATORY_FIRST.finditer(text))
    start = 0
    for number, mark in enumerate(marks):
        signatory = _span(text, start, mark.start())
        if number + 1 < len(marks):
            end = text.rfind(" və ", mark.end(), marks[number + 1].start())
            start = end + len(" və ")
        else:
            bracket = text.find("(", mark.end())
            end = bracket if bracket >= 0 else text.find(" arasında", mark.end())
        party = _span(text, mark.end(), end) if end > 0 else None
        if party is None or signatory is None:
            return
        between = party.text.removesuffix(" arasında")
        yield Introduction(
            _named(_span(text, party.start, party.start + len(between)) or party), signatory
        )


def _named(party: Span) -> Span:
    name = _AFTER_NAME.sub("", party.text)
    return Span(party.start, party.start + len(name), name)


def _span(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip(" ,")
    first = start + len(piece) - len(piece.lstrip(" ,"))
    return Span(first, first + len(inner), inner) if inner else None
