"""Recognises who signs for a party and in what capacity, in the preamble and the signatures."""

import re
from collections.abc import Iterator

from mou_desktop.intake.introductions import Span
from mou_desktop.intake.lemmas import (
    INITIALS,
    NOMINATIVE,
    SHORTENED,
    Lemma,
    form_of,
    is_short_of,
    lemmas,
)
from mou_desktop.intake.parties import ELSEWHERE, SIGNATURE, Choice, Names, Party, best, signed
from mou_desktop.languages.base import Kind, Sex

# The forms in which a preamble can have them, the likeliest first.
_POSITION = {
    "az": (NOMINATIVE, "genitive"),
    "kk": ("possessive", NOMINATIVE),
    "ru": ("genitive",),
    "en": (NOMINATIVE,),
}
_PERSON = {
    "az": (NOMINATIVE,),
    "kk": ("genitive", NOMINATIVE),
    "ru": ("genitive",),
    "en": ("addressed", NOMINATIVE),
}
_SIGNED = (NOMINATIVE, INITIALS)
_TITLES = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ")
_NAME_WORDS = 4
_SEXES = (Sex.MALE, Sex.FEMALE)
# The languages whose forms show the sex.
_TELLING = ("en", "ru")


def recognise(party: Party, names: Names) -> None:
    """Mark name and position; their values go to `names`."""
    position = name = None
    if party.introduction:
        position, name = _parted(party, party.introduction.signatory)
    _recognise_name(party, name, names)
    _recognise_position(party, position, names)


def _recognise_name(party: Party, introduced: Span | None, names: Names) -> None:
    line = party.signer.name if party.signer else None
    below = signed(line, party.tag)
    known = names.sexes.get(f"parties.{party.number}.signatory")
    chosen = best(
        Choice(each.text, _weight_of_name(party.tag, each, below, introduced), each.sex)
        for each in _names(party.tag, below, introduced, known)
    )
    if chosen is None:
        return
    lemma = Lemma(chosen.lemma, NOMINATIVE, sex=chosen.sex)
    names.values[party.path("signatory.name")] = lemma.text
    if lemma.sex and party.tag in _TELLING:
        names.sexes.setdefault(f"parties.{party.number}.signatory", lemma.sex)
    if below:
        form = _signed_form(party.tag, lemma, below.text)
        if not form and is_short_of(below.text, lemma.text):
            form = INITIALS
            names.forms[f"{party.path('signatory.name')}#{INITIALS}"] = below.text
        party.mark(line, below, "signatory.name", form)
    if introduced:
        form = _introduced_form(party.tag, lemma, introduced.text)
        party.mark(party.paragraph, introduced, "signatory.name", form)


def _names(
    tag: str, below: Span | None, introduced: Span | None, sex: Sex | None
) -> Iterator[Lemma]:
    """What could be the full name: as it is signed, unless that is shortened."""
    if below and not SHORTENED.match(below.text):
        yield Lemma(below.text, NOMINATIVE, sex=sex)
    if introduced:
        sexes = (sex,) if sex else (*_SEXES, None)
        for each in lemmas(tag, Kind.PERSON, introduced.text, _PERSON[tag], sexes):
            if each.sure:
                yield each
    if below:
        yield Lemma(below.text, NOMINATIVE, sex=sex)


def _weight_of_name(tag: str, lemma: Lemma, below: Span | None, introduced: Span | None) -> int:
    is_below = below is not None and bool(
        _signed_form(tag, lemma, below.text) or is_short_of(below.text, lemma.text)
    )
    is_introduced = introduced is not None and bool(_introduced_form(tag, lemma, introduced.text))
    return SIGNATURE * is_below + ELSEWHERE * is_introduced


def _signed_form(tag: str, lemma: Lemma, text: str) -> str:
    return form_of(tag, Kind.PERSON, lemma.text, text, _SIGNED, lemma.sex)


def _introduced_form(tag: str, lemma: Lemma, text: str) -> str:
    return form_of(tag, Kind.PERSON, lemma.text, text, _PERSON[tag], lemma.sex)


def _recognise_position(party: Party, introduced: Span | None, names: Names) -> None:
    line = party.signer.position if party.signer else None
    below = signed(line, party.tag)
    chosen = best(
        Choice(
            lemma,
            SIGNATURE * (below is not None and below.text == lemma)
            + ELSEWHERE * bool(introduced and _position_form(party.tag, lemma, introduced.text)),
        )
        for lemma in dict.fromkeys(_positions(party.tag, below, introduced))
    )
    if chosen is None:
        return
    names.values[party.path("signatory.position")] = chosen.lemma
    if below and below.text == chosen.lemma:
        party.mark(line, below, "signatory.position", NOMINATIVE)
    if introduced:
        form = _position_form(party.tag, chosen.lemma, introduced.text)
        party.mark(party.paragraph, introduced, "signatory.position", form)


def _positions(tag: str, below: Span | None, introduced: Span | None) -> Iterator[str]:
    if below:
        yield below.text
    if introduced:
        for each in lemmas(tag, Kind.POSITION, introduced.text, _POSITION[tag]):
            if each.sure:
                yield each.text[:1].upper() + each.text[1:]
                yield each.text


def _position_form(tag: str, lemma: str, text: str) -> str:
    return form_of(tag, Kind.POSITION, lemma, text, _POSITION[tag])


def _parted(party: Party, span: Span) -> tuple[Span | None, Span | None]:
    """Position and name in the words for a signatory."""
    at = _start_of_name(party, span.text)
    if at is None:
        return None, None
    position = span.text[:at].rstrip()
    name = Span(span.start + at, span.end, span.text[at:])
    return Span(span.start, span.start + len(position), position) if position else None, name


def _start_of_name(party: Party, text: str) -> int | None:
    title = _TITLES.search(text)
    if title:
        return title.start()
    position = party.signer.position.text.strip() if party.signer else ""
    if position and text.casefold().startswith(f"{position} ".casefold()):
        return len(position) + 1
    words = text.split(" ")
    count = 0
    while count < min(_NAME_WORDS, len(words)) and words[-count - 1][:1].isupper():
        count += 1
    return len(text) - len(" ".join(words[-count:])) if count > 1 else None
