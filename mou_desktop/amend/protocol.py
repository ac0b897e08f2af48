"""Takes an agreement and its edited copy; gives the protocol that amends it, or the instrument that
corrects it.

It is a draft like any other, which names its base by digest and carries all that it needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mou_desktop.amend.amend import amend, missing, onto
from mou_desktop.amend.frame import filled, frame
from mou_desktop.amend.reading import text_digest
from mou_desktop.errors import AmendmentError
from mou_desktop.model import fields
from mou_desktop.model.amendment import AS_USUAL, CHANGES, Amendment, Choices, Instrument
from mou_desktop.model.contents import content
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft, Protocol
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all

PARTIES = 2
# In more versions than these an error is no likely one.
MOST_WITH_ERRORS = 2


def next_number(base: Draft, instrument: Instrument = Instrument.PROTOCOL) -> int:
    """The number that the next protocol to an agreement has, or the next correction of it."""
    numbers = (source.number for source in base.sources if source.instrument is instrument)
    return max(numbers, default=0) + 1


def protocol(
    base: Draft,
    edited: Draft,
    number: int | None = None,
    choices: Choices = AS_USUAL,
    documents: Mapping[str, Document] | None = None,
) -> Draft:
    """The protocol of all that distinguishes the edited copy from the base; `documents` are the
    versions of the base, where they are at hand. Raises `AmendmentError` when nothing does.
    """
    return _drafted(Instrument.PROTOCOL, base, edited, number, choices, documents)


def correction(
    base: Draft,
    edited: Draft,
    number: int | None = None,
    choices: Choices = AS_USUAL,
    documents: Mapping[str, Document] | None = None,
) -> Draft:
    """The instrument that corrects the versions in which the edited copy differs; each of its own
    versions says what is corrected in every one. Raises `AmendmentError` likewise.
    """
    if choices.renumber:
        raise AmendmentError("a correction does not renumber articles; that needs a protocol")
    return _drafted(Instrument.CORRECTION, base, edited, number, choices, documents)


def with_errors(amendments: Sequence[Amendment], languages: Sequence[str]) -> tuple[str, ...]:
    """The versions that are rather to be corrected than amended, because each change is in one or
    two of them, and at least one says already what was meant. None when that is not so.
    """
    most = min(MOST_WITH_ERRORS, len(languages) - 1)
    if not amendments or any(len(each.wordings) > most for each in amendments):
        return ()
    return tuple(tag for tag in languages if any(tag in each.wordings for each in amendments))


def worded_by_hand(draft: Draft) -> tuple[str, ...]:
    """The languages in which the officer has changed how a draft words its amendments. The text in
    force does not follow such words: it is that of the amendments themselves.
    """
    return tuple(tag for tag in draft.values.languages if CHANGES in draft.edits.get(tag, {}))


def _drafted(
    instrument: Instrument,
    base: Draft,
    edited: Draft,
    number: int | None,
    choices: Choices,
    documents: Mapping[str, Document] | None,
) -> Draft:
    if base.protocol is not None or edited.protocol is not None:
        raise AmendmentError(
            "a protocol or a correction cannot be amended; amend the agreement once more"
        )
    if base.template.parties != PARTIES:
        raise AmendmentError("a protocol can only be drafted for an agreement of two parties")
    edited = onto(base, edited, renumber=choices.renumber)
    amendments = amend(base, edited, choices, documents)
    if not amendments:
        raise AmendmentError("nothing was changed, so there is no protocol to write")
    draft = filled(frame(instrument, base, amendments), base, edited)
    number = next_number(base, instrument) if number is None else number
    draft = fields.change(draft, "number", str(number))
    record = Protocol(
        text_digest(base, documents),
        base.template,
        content(base),
        content(edited),
        amendments,
        choices,
        instrument,
    )
    corrects = instrument is Instrument.CORRECTION
    review = {} if corrects else _review(base, edited, amendments)
    draft = replace(draft, protocol=record, review=review)
    return forms.keep(draft, render_all(draft).values())


def _review(
    base: Draft, edited: Draft, amendments: Sequence[Amendment]
) -> dict[str, tuple[str, ...]]:
    """The languages that have still to follow: nothing corresponds in them to an amendment, or
    the officer has not written it yet.
    """
    open_tags = {tag for each in amendments for tag in missing(each, base)}
    places = {each.place for each in amendments}
    open_tags |= {tag for place in places for tag in edited.review.get(place, ())}
    tags = tuple(tag for tag in base.values.languages if tag in open_tags)
    return {CHANGES: tags} if tags else {}
