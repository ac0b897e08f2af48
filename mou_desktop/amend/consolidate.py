"""Takes an agreement with its protocols and corrections in their order; gives the text in force.

One that does not fit is refused, with the reason; nothing is changed then. A correction counts from
the beginning: it was made for one text, and mends every other one that has the same defect.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from mou_desktop.amend.apply import applied
from mou_desktop.amend.carry import carried
from mou_desktop.amend.misfit import misfit, named
from mou_desktop.amend.reading import readings, text_digest
from mou_desktop.errors import AmendmentError
from mou_desktop.languages import registry
from mou_desktop.model import final
from mou_desktop.model.amendment import FORCE, Instrument
from mou_desktop.model.contents import agreement
from mou_desktop.model.draft import Draft, Protocol, Source
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all


class _Link(NamedTuple):
    """A protocol or correction, and the digest of the text before it."""

    draft: Draft
    record: Protocol
    digest: str


def consolidate(
    base: Draft, protocols: Sequence[Draft], *, signed: bool = False, on: date | None = None
) -> Draft:
    """The agreement as amended and corrected; with `signed` only those count whose signature is
    recorded, with a day only what was in force on it. Raises `AmendmentError`.
    """
    chain = _Chain(base)
    for number, draft in enumerate(protocols):
        record = _record(draft)
        _require_standing(draft, signed=signed)
        chain.add(draft, record, protocols[number + 1 :])
    return chain.text if on is None else _on(base, chain.links, on)


def day_of(draft: Draft) -> date | None:
    """When a draft was signed: the day that is recorded, else the one in its text."""
    if draft.signature is not None:
        return date.fromisoformat(draft.signature.date)
    day = draft.values.date
    try:
        return date(day.year or 0, day.month or 0, day.day or 0)
    except ValueError:
        return None


class _Chain:
    """A text, and what has led to it."""

    def __init__(self, base: Draft) -> None:
        self.text = base
        self.links: list[_Link] = []
        self._texts = [base]

    def add(self, draft: Draft, record: Protocol, later: Sequence[Draft]) -> None:
        """The next protocol or correction; `later` ones were named behind it."""
        digest = text_digest(self.text)
        known = [link.digest for link in self.links]
        if record.base == digest:
            self._put(draft, record, digest, _amended(self.text, draft, record))
        elif draft in (link.draft for link in self.links):
            raise AmendmentError("{name} was named twice", name=named(draft))
        elif record.base in known and record.instrument is Instrument.CORRECTION:
            self._carry(draft, record, digest)
        elif record.base in known and self._only_corrected(known.index(record.base)):
            self._put_before_corrections(draft, record, known.index(record.base))
        else:
            drafts = [link.draft for link in self.links]
            at = known.index(record.base) if record.base in known else None
            raise misfit(self.text, draft, record, digest, drafts, at, later)

    def _put(self, draft: Draft, record: Protocol, digest: str, text: Draft) -> None:
        self.links.append(_Link(draft, record, digest))
        self._texts.append(text)
        self.text = text

    def _carry(self, draft: Draft, record: Protocol, digest: str) -> None:
        others = [*(link.record for link in self.links), record]
        text = _carried(self.text, draft, record, others)
        self._put(draft, record, digest, text or self.text)

    def _only_corrected(self, since: int) -> bool:
        return all(link.record.instrument is Instrument.CORRECTION for link in self.links[since:])

    def _put_before_corrections(self, draft: Draft, record: Protocol, at: int) -> None:
        """A protocol that was written before the errors in its base had been found."""
        again, self.links = self.links[at:], self.links[:at]
        del self._texts[at + 1 :]
        self.text = self._texts[at]
        self._put(draft, record, record.base, _amended(self.text, draft, record))
        for link in again:
            self._carry(link.draft, link.record, text_digest(self.text))


def _on(base: Draft, links: Sequence[_Link], day: date) -> Draft:
    """The text in force on a day: corrected also in what has been found since."""
    signed = day_of(base)
    if signed is not None and day < signed:
        raise AmendmentError(
            "the agreement was signed on {day}; nothing of it was in force before",
            day=signed.isoformat(),
        )
    records = [link.record for link in links]
    in_force = dict(_in_force(links, day))
    text = base
    for number, link in enumerate(links):
        corrects = link.record.instrument is Instrument.CORRECTION
        if corrects and link.record.base != text_digest(text):
            text = _carried(text, link.draft, link.record, records) or text
        elif corrects or in_force[number]:
            text = _amended(text, link.draft, link.record)
    return text


def _in_force(links: Sequence[_Link], day: date) -> Iterator[tuple[int, bool]]:
    """Which of the protocols were in force on a day, by their numbers in the chain."""
    before: tuple[Draft, date] | None = None
    for number, (draft, record, _digest) in enumerate(links):
        if record.instrument is Instrument.CORRECTION:
            continue
        since = _in_force_since(draft)
        if before is not None and since < before[1]:
            raise AmendmentError(
                "{name} is older than {other}, on which it builds; look at their dates",
                name=named(draft),
                other=named(before[0]),
            )
        before = draft, since
        yield number, since <= day


def _in_force_since(draft: Draft) -> date:
    """A protocol is in force from the day of its signature, unless its text says otherwise."""
    if any(FORCE in by_place for by_place in draft.edits.values()):
        raise AmendmentError(
            "{name} says in its own words since when it is in force; leave the day out and name"
            " only what was in force then",
            name=named(draft),
        )
    day = day_of(draft)
    if day is None:
        raise AmendmentError(
            "{name} is not signed, so nobody knows since when it is in force; record its signature",
            name=named(draft),
        )
    return day


def _record(draft: Draft) -> Protocol:
    if draft.protocol is None:
        raise AmendmentError("this is no protocol, it is an agreement; name the protocols only")
    return draft.protocol


def _require_standing(draft: Draft, *, signed: bool) -> None:
    if not final.is_intact(draft):
        raise AmendmentError(
            "{name} was changed since it was marked as final; reopen it first", name=named(draft)
        )
    if signed and draft.signature is None:
        raise AmendmentError(
            "{name} is not signed: no signature is recorded in it", name=named(draft)
        )


def _amended(text: Draft, draft: Draft, record: Protocol) -> Draft:
    """The agreement as the protocol says; its words are done, and must come to what it holds."""
    after = agreement(record.template, record.after)
    after = forms.keep(after, render_all(after).values())
    expected = readings(after)
    for tag, reading in readings(text).items():
        if applied(reading, record.amendments, tag) != expected.get(tag):
            raise AmendmentError(
                "{name} is damaged: its amendments do not give its text ({language})",
                name=named(draft),
                language=registry.language(tag).endonym,
            )
    places = dict.fromkeys(each.place for each in record.amendments if each.place)
    source = _source(draft, record, tuple(places))
    return replace(after, layout=text.layout, sources=(*text.sources, source))


def _carried(
    text: Draft, draft: Draft, record: Protocol, others: Sequence[Protocol]
) -> Draft | None:
    """The text with all of a correction that concerns it; nothing when none of it does."""
    try:
        found = carried(text, record, others)
    except AmendmentError as reason:
        raise AmendmentError(
            "{name} does not fit: {reason}", name=named(draft), reason=reason
        ) from None
    if found is None:
        return None
    mended, places = found
    return replace(mended, sources=(*text.sources, _source(draft, record, places)))


def _source(draft: Draft, record: Protocol, places: tuple[str, ...]) -> Source:
    day = day_of(draft)
    number = draft.values.number or 0
    return Source(number, day.isoformat() if day else "", places, record.instrument)
