"""Takes an agreement and protocols in their order; gives the agreement as they have amended it.

A protocol that does not fit is refused, with the reason; nothing is changed then.
"""

from collections.abc import Sequence
from dataclasses import replace

from mou_desktop.amend.apply import applied
from mou_desktop.amend.reading import readings, text_digest
from mou_desktop.errors import AmendmentError
from mou_desktop.languages import registry
from mou_desktop.model import final
from mou_desktop.model.contents import agreement
from mou_desktop.model.draft import Draft, Protocol, Source
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all


def consolidate(base: Draft, protocols: Sequence[Draft], *, signed: bool = False) -> Draft:
    """The agreement as amended; with `signed` only protocols count whose signature is recorded.
    Raises `AmendmentError`.
    """
    text = base
    for number, draft in enumerate(protocols):
        record = _record(draft)
        _require_standing(draft, signed=signed)
        digest = text_digest(text)
        if record.base != digest:
            raise _misfit(text, draft, record, digest, protocols[number + 1 :])
        text = _amended(text, draft, record)
    return text


def name(protocol: Draft) -> str:
    """«Protocol No. 1», as the messages call it."""
    return f"№ {protocol.values.number or '–'}"


def _record(draft: Draft) -> Protocol:
    if draft.protocol is None:
        raise AmendmentError("this is no protocol, it is an agreement; name the protocols only")
    return draft.protocol


def _require_standing(draft: Draft, *, signed: bool) -> None:
    if not final.is_intact(draft):
        raise AmendmentError(
            "protocol {name} was changed since it was marked as final; reopen it first",
            name=name(draft),
        )
    if signed and draft.signature is None:
        raise AmendmentError(
            "protocol {name} is not signed: no signature is recorded in it", name=name(draft)
        )


def _misfit(
    text: Draft, draft: Draft, record: Protocol, digest: str, later: Sequence[Draft]
) -> AmendmentError:
    """Why a protocol does not fit the text."""
    for other in later:
        if other.protocol is not None and other.protocol.base == digest:
            return AmendmentError(
                "protocol {name} is out of order: {other} comes before it",
                name=name(draft),
                other=name(other),
            )
    if set(text.values.languages) == set(record.before.values.languages):
        try:
            for tag, reading in readings(text).items():
                applied(reading, record.amendments, tag)
        except AmendmentError as reason:
            return AmendmentError(
                "protocol {name} does not fit: {reason}", name=name(draft), reason=reason
            )
    return AmendmentError(
        "protocol {name} was made for another text: the agreement was changed since, or a protocol "
        "before it is missing",
        name=name(draft),
    )


def _amended(text: Draft, draft: Draft, record: Protocol) -> Draft:
    """The agreement as the protocol says; its words are done, and must come to what it holds."""
    after = agreement(record.template, record.after)
    after = forms.keep(after, render_all(after).values())
    expected = readings(after)
    for tag, reading in readings(text).items():
        if applied(reading, record.amendments, tag) != expected.get(tag):
            raise AmendmentError(
                "protocol {name} is damaged: its amendments do not give its text ({language})",
                name=name(draft),
                language=registry.language(tag).endonym,
            )
    return replace(after, layout=text.layout, sources=(*text.sources, _source(draft, record)))


def _source(draft: Draft, record: Protocol) -> Source:
    places = dict.fromkeys(each.place for each in record.amendments if each.place)
    day = draft.signature.date if draft.signature is not None else ""
    return Source(draft.values.number or 0, day, tuple(places), record.instrument)
