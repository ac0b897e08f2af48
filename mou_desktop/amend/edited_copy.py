"""Takes an agreement; gives a copy to edit, what its edits amend, and the protocol or correction
that comes of them. That gives its edited copy back, and keeps what the officer has done in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from mou_desktop.amend.amend import amend, onto
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.places import WITHOUT_PARAGRAPHS
from mou_desktop.amend.protocol import PARTIES, correction, next_number, protocol
from mou_desktop.errors import AmendmentError
from mou_desktop.model import contents, fields, final, texts
from mou_desktop.model.amendment import (
    CHANGES,
    WORDS,
    Amendment,
    Choices,
    Instrument,
    Technique,
)
from mou_desktop.model.contents import content
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Amending, Aside, Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.model.record import SignatureRecord
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all

Documents = Mapping[str, Document]
_Form = TypeVar("_Form")


def begin(agreement: Draft, protocols: Sequence[Draft] = ()) -> Draft:
    """A copy of an agreement, as signed protocols have amended it. Raises `AmendmentError`."""
    if agreement.protocol is not None or agreement.amending is not None:
        raise AmendmentError(
            "a protocol or a correction cannot be amended; amend the agreement once more"
        )
    if agreement.template.parties != PARTIES:
        raise AmendmentError("a protocol can only be drafted for an agreement of two parties")
    if agreement.final is None:
        raise AmendmentError("the memorandum is not final yet: Agreement → Mark as final…")
    if not final.is_intact(agreement):
        raise AmendmentError(
            "the memorandum was changed after it was marked as final; a protocol needs the text "
            "that was signed: open that file, or reopen this one and mark it again"
        )
    base = consolidate(agreement, protocols, signed=True)
    amending = Amending(
        content(base),
        next_number(base),
        agreement.signature.date if agreement.signature is not None else "",
    )
    copy = contents.agreement(base.template, content(base))
    copy = replace(
        copy,
        layout=base.layout,
        sources=base.sources,
        accepted=agreement.accepted,
        amending=amending,
    )
    return _numbered(copy, base)


def base_of(copy: Draft) -> Draft:
    """The agreement without the edits."""
    amending = _amending(copy)
    base = contents.agreement(copy.template, amending.before)
    signed = SignatureRecord(amending.signed, "", ()) if amending.signed else None
    return replace(base, layout=copy.layout, sources=copy.sources, signature=signed)


def amendments(copy: Draft, documents: Documents | None = None) -> tuple[Amendment, ...]:
    """What the edits amend; `documents` are the versions of the base, where they are at hand."""
    base, choices = base_of(copy), _amending(copy).choices
    return amend(base, onto(base, copy, renumber=choices.renumber), choices, documents)


def choose(copy: Draft, choices: Choices) -> Draft:
    """The copy, with its changes made in another way."""
    chosen = replace(copy, amending=replace(_amending(copy), choices=choices))
    if choices.renumber:
        return replace(chosen, numbers={})
    return _numbered(chosen, base_of(copy))


def ways(copy: Draft, amendment: Amendment) -> tuple[Technique | None, ...]:
    """How else a change can be made: nothing stands for what the program proposes. None when it
    can only be made as it is.
    """
    choices, where = _amending(copy).choices, amendment.place
    if _key(choices, amendment) == amendment.path != "":
        return (None, Technique.REPLACE)
    chosen = choices.techniques.get(where)
    if amendment.technique not in (*WORDS, Technique.RESTATE_PARAGRAPH) and chosen is None:
        return ()
    restated: tuple[Technique, ...] = (Technique.RESTATE,)
    if where in WITHOUT_PARAGRAPHS:
        return (None, *restated)
    several = any(len(texts.paragraphs(copy, tag, where)) > 1 for tag in amendment.wordings)
    by_itself = amendment.technique is Technique.RESTATE_PARAGRAPH and chosen is None
    if several and not by_itself:
        restated = (Technique.RESTATE_PARAGRAPH, *restated)
    return (None, *restated)


def chosen(copy: Draft, amendment: Amendment) -> Technique | None:
    """How the officer wants a change to be made; nothing when as the program proposes."""
    choices = _amending(copy).choices
    return choices.techniques.get(_key(choices, amendment))


def choose_way(copy: Draft, amendment: Amendment, way: Technique | None) -> Draft:
    """The copy, with a change made in one of the `ways`."""
    choices = _amending(copy).choices
    key = _key(choices, amendment)
    techniques = {each: chosen for each, chosen in choices.techniques.items() if each != key}
    if way is not None:
        techniques[key] = way
    return choose(copy, replace(choices, techniques=techniques))


def as_instrument(copy: Draft, instrument: Instrument) -> Draft:
    """The copy, to become a protocol or a correction; each kind is numbered for itself. What was
    written as the other kind rests.
    """
    amending = _amending(copy)
    if instrument is amending.instrument:
        return copy
    before = _written_as(amending, instrument)
    number = before.content.values.number if before is not None else None
    number = next_number(base_of(copy), instrument) if number is None else number
    return replace(copy, amending=replace(amending, instrument=instrument, number=number))


def written(copy: Draft, documents: Documents | None = None) -> Draft:
    """The protocol or correction; where it is a protocol, the languages in which something has
    still to be written are marked for review. Raises `AmendmentError` when nothing was changed.
    """
    amending = _amending(copy)
    write = correction if amending.instrument is Instrument.CORRECTION else protocol
    made = write(base_of(copy), copy, amending.number, amending.choices, documents)
    assert made.protocol is not None
    record = replace(made.protocol, review=copy.review, versions=copy.versions)
    made = replace(
        made, protocol=record, history=copy.history, accepted=copy.accepted, layout=copy.layout
    )
    before = _written_as(amending, amending.instrument)
    return made if before is None else _with_own_work(made, before)


def reopened(draft: Draft) -> Draft:
    """The edited copy of which a protocol or correction was written. Raises `AmendmentError`, or
    `FieldError` when that is final.
    """
    record = draft.protocol
    if record is None:
        raise AmendmentError("this is no protocol or correction; open one to change its amendments")
    final.require_open(draft)
    aside = Aside(draft.template, content(draft), draft.review, draft.versions, _own(draft))
    number = draft.values.number or 1
    return replace(
        contents.agreement(record.template, record.after),
        review=record.review,
        versions=record.versions,
        history=draft.history,
        accepted=draft.accepted,
        layout=draft.layout,
        amending=Amending(
            record.before,
            number,
            choices=record.choices,
            instrument=record.instrument,
            written=aside,
        ),
    )


def worded_anew(copy: Draft, made: Draft) -> tuple[str, ...]:
    """The languages in which the officer had worded the amendments by hand, and the protocol that
    was made of the copy words them anew.
    """
    amending = _amending(copy)
    aside = _written_as(amending, amending.instrument)
    before = aside.content.edits if aside is not None else {}
    return tuple(
        tag
        for tag in made.values.languages
        if CHANGES in before.get(tag, {}) and CHANGES not in made.edits.get(tag, {})
    )


def _amending(copy: Draft) -> Amending:
    if copy.amending is None:
        raise AmendmentError("this is no edited copy; begin with the signed memorandum")
    return copy.amending


def _written_as(amending: Amending, instrument: Instrument) -> Aside | None:
    """What was written before, if it was of this kind; its template has the name of the kind."""
    before = amending.written
    return before if before is not None and before.template.id == instrument else None


def _key(choices: Choices, amendment: Amendment) -> str:
    """By what a change is known among the choices: a name by its field, all else by its place."""
    throughout = amendment.technique is Technique.THROUGHOUT
    return amendment.path if throughout or amendment.path in choices.techniques else amendment.place


def _numbered(copy: Draft, base: Draft) -> Draft:
    """The articles of the copy keep the numbers that they have in the base."""
    return replace(copy, numbers={**base.numbers, **numbers(base)})


def _own(draft: Draft) -> tuple[str, ...]:
    """The fields that the officer has filled in otherwise than the program would."""
    record = draft.protocol
    assert record is not None
    before, after = (
        contents.agreement(record.template, each) for each in (record.before, record.after)
    )
    write = correction if record.instrument is Instrument.CORRECTION else protocol
    plain = write(before, after, draft.values.number, record.choices)
    return tuple(
        path
        for path in fields.paths(draft)
        if path != "number" and fields.get(draft, path) != fields.get(plain, path)
    )


def _with_own_work(made: Draft, aside: Aside) -> Draft:
    """The protocol with what the officer has done in it before."""
    before = contents.agreement(aside.template, aside.content)
    there = set(fields.paths(made))
    for path in (path for path in aside.own if path in there):
        made = fields.change(made, path, fields.get(before, path))
    edits = {tag: dict(by_place) for tag, by_place in before.edits.items()}
    for tag, by_place in edits.items():
        if (
            aside.template.texts[tag].articles[CHANGES]
            != made.template.texts[tag].articles[CHANGES]
        ):
            by_place.pop(CHANGES, None)
    articles = before.articles if CHANGES in before.articles else made.articles
    open_before = {place: tags for place, tags in aside.review.items() if place != CHANGES}
    assert made.protocol is not None
    made = replace(
        made,
        articles=articles,
        numbers=before.numbers,
        edits={tag: by_place for tag, by_place in edits.items() if by_place},
        review={**open_before, **made.review},
        versions=aside.versions,
        forms=_joined(made.forms, before.forms),
        computed=_joined(made.computed, before.computed),
    )
    return forms.keep(made, render_all(made).values())


def _joined(
    new: dict[str, dict[str, dict[str, _Form]]], kept: dict[str, dict[str, dict[str, _Form]]]
) -> dict[str, dict[str, dict[str, _Form]]]:
    """The forms of both; where both have one, the kept one."""
    joined = {path: dict(by_lemma) for path, by_lemma in new.items()}
    for path, by_lemma in kept.items():
        own = joined.setdefault(path, {})
        for lemma, by_form in by_lemma.items():
            own[lemma] = {**own.get(lemma, {}), **by_form}
    return joined
