"""Takes an agreement with its protocols and corrections in their order; gives the text in force.

One that does not fit is refused, with the reason; nothing is changed then. A correction counts from
the beginning: it was made for one text, and mends every other one that has the same defect.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from mou_desktop.amend.apply import applied
from mou_desktop.amend.carry import carried
from mou_desktop.amend.misfit import misfit, named
from mou_desktop.amend.reading import readings, text_digest
from mou_desktop.errors import AmendmentError, MouError
from mou_desktop.languages import registry
from mou_desktop.model import final
from mou_desktop.model.amendment import FORCE, Deed, Instrument
from mou_desktop.model.contents import agreement
from mou_desktop.model.draft import Draft, Protocol, Source
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all


class Step(NamedTuple):
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
    course = Course(base)
    for number, draft in enumerate(protocols):
        course.add(draft, protocols[number + 1 :], signed=signed)
    return course.text if on is None else _on(base, course.steps, on)


def day_of(draft: Draft) -> date | None:
    """When a draft was signed: the day that is recorded, else the one in its text."""
    if draft.signature is not None:
        return date.fromisoformat(draft.signature.date)
    day = draft.values.date
    try:
        return date(day.year or 0, day.month or 0, day.day or 0)
    except ValueError:
        return None


class Course:
    """A text, and the steps that have led to it. What does not fit leaves both as they were."""

    def __init__(self, base: Draft) -> None:
        self.text = base
        self.steps: list[Step] = []
        self._texts = [base]
        self._digest = text_digest(base)

    def takes(self, draft: Draft) -> bool:
        """Whether a protocol or correction was made for this text, or can be put in before it."""
        record = draft.protocol
        if record is None:
            return False
        known = [step.digest for step in self.steps]
        if record.base == self._digest:
            return True
        return record.base in known and (
            record.instrument is Instrument.CORRECTION
            or self._only_corrected(known.index(record.base))
        )

    def add(self, draft: Draft, later: Sequence[Draft] = (), *, signed: bool = False) -> None:
        """The next protocol or correction; `later` ones were named behind it. Raises
        `AmendmentError`.
        """
        record = _record(draft)
        _require_standing(draft, signed=signed)
        before = self.text, self.steps, self._texts, self._digest
        self.steps, self._texts = [*self.steps], [*self._texts]
        try:
            self._add(draft, record, later)
        except MouError:
            self.text, self.steps, self._texts, self._digest = before
            raise

    def _add(self, draft: Draft, record: Protocol, later: Sequence[Draft]) -> None:
        known = [step.digest for step in self.steps]
        if any(step.record == record for step in self.steps):
            raise AmendmentError("{name} was named twice", name=named(draft))
        if record.base == self._digest:
            self._put(draft, record, _amended(self.text, draft, record))
        elif not self.takes(draft):
            drafts = [step.draft for step in self.steps]
            at = known.index(record.base) if record.base in known else None
            raise misfit(self.text, draft, record, self._digest, drafts, at, later)
        elif record.instrument is Instrument.CORRECTION:
            self._carry(draft, record)
        else:
            self._put_before_corrections(draft, record, known.index(record.base))

    def _put(self, draft: Draft, record: Protocol, text: Draft) -> None:
        self.steps.append(Step(draft, record, self._digest))
        self._texts.append(text)
        self.text, self._digest = text, text_digest(text)

    def _carry(self, draft: Draft, record: Protocol) -> None:
        others = [*(step.record for step in self.steps), record]
        text = _carried(self.text, draft, record, others)
        self._put(draft, record, text or self.text)

    def _only_corrected(self, since: int) -> bool:
        return all(step.record.instrument is Instrument.CORRECTION for step in self.steps[since:])

    def _put_before_corrections(self, draft: Draft, record: Protocol, at: int) -> None:
        """A protocol that was written before the errors in its base had been found."""
        again, self.steps = self.steps[at:], self.steps[:at]
        del self._texts[at + 1 :]
        self.text, self._digest = self._texts[at], record.base
        self._put(draft, record, _amended(self.text, draft, record))
        for step in again:
            self._carry(step.draft, step.record)


def _on(base: Draft, steps: Sequence[Step], day: date) -> Draft:
    """The text in force on a day: corrected also in what has been found since."""
    signed = day_of(base)
    if signed is not None and day < signed:
        raise AmendmentError(
            "the agreement was signed on {day}; nothing of it was in force before",
            day=signed.isoformat(),
        )
    records = [step.record for step in steps]
    in_force = dict(_in_force(steps, day))
    text = base
    for number, (draft, record, _digest) in enumerate(steps):
        corrects = record.instrument is Instrument.CORRECTION
        if corrects and record.base != text_digest(text):
            text = _carried(text, draft, record, records) or text
        elif corrects or in_force[number]:
            text = _amended(text, draft, record)
    return text


def _in_force(steps: Sequence[Step], day: date) -> Iterator[tuple[int, bool]]:
    """Which of the protocols were in force on a day, by their numbers in the chain."""
    before: tuple[Draft, date] | None = None
    for number, (draft, record, _digest) in enumerate(steps):
        if record.instrument is Instrument.CORRECTION:
            continue
        since = in_force_since(draft)
        if before is not None and since < before[1]:
            raise older(draft, before[0])
        before = draft, since
        yield number, since <= day


def older(draft: Draft, before: Draft) -> AmendmentError:
    """That a protocol was signed earlier than the one on which it builds."""
    return AmendmentError(
        "{name} is older than {other}, on which it builds; look at their dates",
        name=named(draft),
        other=named(before),
    )


def in_force_since(draft: Draft) -> date:
    """A protocol is in force from the day of its signature. Raises `AmendmentError` when its text
    says otherwise, or the day is not known.
    """
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
    if draft.amending is not None:
        raise AmendmentError(
            "this is an edited copy of which no protocol was written yet; open it and write that"
        )
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
    before, expected = readings(text), readings(after)
    for tag, reading in before.items():
        if applied(reading, record.amendments, tag) != expected.get(tag):
            raise AmendmentError(
                "{name} is damaged: its amendments do not give its text ({language})",
                name=named(draft),
                language=registry.language(tag).endonym,
            )
    after = replace(after, layout=text.layout)
    places = tuple(dict.fromkeys(each.place for each in record.amendments if each.place))
    return _noted(text, after, draft, record, places)


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
    return _noted(text, mended, draft, record, places)


def _noted(
    text: Draft, after: Draft, draft: Draft, record: Protocol, places: tuple[str, ...]
) -> Draft:
    """The text after a protocol or correction, which remembers what that has done to which places;
    first of all to those that are named in it.
    """
    touched = _touched(text, after)
    places = tuple(dict.fromkeys((*places, *touched)))
    day, versions = day_of(draft), after.values.languages
    source = Source(
        draft.values.number or 0,
        day.isoformat() if day else "",
        places,
        record.instrument,
        done=dict(_done(text, after, places)),
        languages={place: tags for place, tags in touched.items() if tags != versions},
    )
    return replace(after, sources=(*text.sources, source))


def _touched(text: Draft, after: Draft) -> dict[str, tuple[str, ...]]:
    """The places that read otherwise than before, with the languages in which they do."""
    found: dict[str, list[str]] = {}
    before, now = readings(text), readings(after)
    for tag in after.values.languages:
        for place in dict.fromkeys((*before[tag], *now[tag])):
            was, becomes = before[tag].get(place), now[tag].get(place)
            if (was and was.paragraphs) != (becomes and becomes.paragraphs):
                found.setdefault(place, []).append(tag)
    return {place: tuple(tags) for place, tags in found.items()}


def _done(text: Draft, after: Draft, places: Iterable[str]) -> Iterator[tuple[str, Deed]]:
    for place in places:
        if place in after.articles and place not in text.articles:
            yield place, Deed.INSERTED
        elif place in text.articles and place not in after.articles:
            yield place, Deed.EXCLUDED
