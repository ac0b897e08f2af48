"""Takes an agreement and its protocols and corrections in any order; gives the order in which they
build on one another, and how each of them stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from mou_desktop.amend.citation import subject
from mou_desktop.amend.consolidate import Course, day_of, in_force_since, older
from mou_desktop.amend.misfit import named
from mou_desktop.errors import AmendmentError, MouError
from mou_desktop.model import contents
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft


class Standing(StrEnum):
    """`in-force`: signed, and part of the text. `signed`: signed, but the day from which on it is
    in force is not certain; the reason says why. `final` and `draft`: it fits and is not signed.
    `misfit`: it does not fit, for a reason.
    """

    IN_FORCE = "in-force"
    SIGNED = "signed"
    FINAL = "final"
    DRAFT = "draft"
    MISFIT = "misfit"


class Link(NamedTuple):
    """A protocol or correction, and the name that it was given. `day` is that of its signature, or
    the one in its text.
    """

    name: str
    draft: Draft
    standing: Standing
    day: date | None = None
    reason: MouError | None = None

    @property
    def instrument(self) -> Instrument:
        record = self.draft.protocol
        return record.instrument if record is not None else Instrument.PROTOCOL


class Chain(NamedTuple):
    """`links` are those that fit, in the order in which they build on one another, `misfits` the
    others. `signed` is what `consolidate` makes the text of which a further protocol can be
    written: each is signed, and builds on nothing that is not.
    """

    agreement: Draft
    links: tuple[Link, ...]
    misfits: tuple[Link, ...]
    signed: tuple[Draft, ...]


def of(agreement: Draft, named_drafts: Iterable[tuple[str, Draft]]) -> Chain:
    """The chain of an agreement and of drafts with their names. Where several were made for the
    same text, those that are signed go before those that are not.
    """
    course = Course(agreement)
    waiting = sorted(named_drafts, key=_precedence)
    names = {id(draft): name for name, draft in waiting}
    misfits = _put_in(course, waiting, signed=True)
    signed = tuple(step.draft for step in course.steps)
    misfits += _put_in(course, waiting, signed=False)
    for name, draft in waiting:
        try:
            course.add(draft)
        except MouError as reason:
            misfits.append(_misfit(name, draft, reason))
    links = _standing([step.draft for step in course.steps], signed, names)
    return Chain(agreement, tuple(links), tuple(misfits), signed)


def related(agreement: Draft, named_drafts: Sequence[tuple[str, Draft]]) -> list[tuple[str, Draft]]:
    """Those of the drafts that amend or correct this agreement, even if they do not fit."""
    fitting = {link.name for link in of(agreement, named_drafts).links}
    return [
        (name, draft)
        for name, draft in named_drafts
        if name in fitting or _concerns(agreement, draft)
    ]


def _concerns(agreement: Draft, draft: Draft) -> bool:
    """Whether a protocol or correction is one of this agreement, even if it does not fit: it amends
    one with the same title, between the same parties.
    """
    record = draft.protocol
    if record is None or record.before.values.languages != agreement.values.languages:
        return False
    amended = contents.agreement(record.template, record.before)
    later = contents.agreement(record.template, record.after)
    return _names(agreement) in (_names(amended), _names(later)) and all(
        subject(agreement, tag) == subject(amended, tag) for tag in agreement.values.languages
    )


def _names(draft: Draft) -> list[dict[str, str]]:
    return [party.name for party in draft.values.parties]


def _put_in(course: Course, waiting: list[tuple[str, Draft]], *, signed: bool) -> list[Link]:
    """Take out of the waiting ones, as long as one fits; gives those that only seemed to."""
    misfits: list[Link] = []
    while True:
        fitting = (
            each
            for each in waiting
            if course.takes(each[1]) and (each[1].signature is not None or not signed)
        )
        following = next(fitting, None)
        if following is None:
            return misfits
        waiting.remove(following)
        try:
            course.add(following[1])
        except MouError as reason:
            misfits.append(_misfit(*following, reason))


def _misfit(name: str, draft: Draft, reason: MouError) -> Link:
    return Link(name, draft, Standing.MISFIT, day_of(draft), reason)


def _precedence(each: tuple[str, Draft]) -> tuple[int, date, int, str]:
    name, draft = each
    day = day_of(draft) or date.max
    rank = 0 if draft.signature is not None else 1 if draft.final is not None else 2
    return rank, day, draft.values.number or 0, name


def _standing(
    drafts: Sequence[Draft], signed: Sequence[Draft], names: Mapping[int, str]
) -> Iterator[Link]:
    """How those stand that fit, in their order."""
    first_open = next((each for each in drafts if each.signature is None), None)
    last: Draft | None = None
    for draft in drafts:
        day, reason = day_of(draft), None
        standing = Standing.DRAFT if draft.final is None else Standing.FINAL
        if draft.signature is not None:
            standing = Standing.IN_FORCE
            reason = _uncertain(draft, last)
            if first_open is not None and not any(each is draft for each in signed):
                reason = AmendmentError(
                    "{name} builds on {other}, which is not signed",
                    name=named(draft),
                    other=named(first_open),
                )
        if reason is not None:
            standing = Standing.SIGNED
        link = Link(names[id(draft)], draft, standing, day, reason)
        if standing is Standing.IN_FORCE and link.instrument is Instrument.PROTOCOL:
            last = draft
        yield link


def _uncertain(draft: Draft, last: Draft | None) -> AmendmentError | None:
    """Why nobody can say since when a signed protocol is in force; `last` is the one before it."""
    record = draft.protocol
    if record is not None and record.instrument is Instrument.CORRECTION:
        return None
    try:
        since = in_force_since(draft)
    except AmendmentError as reason:
        return reason
    before = day_of(last) if last is not None else None
    return older(draft, last) if last and before and since < before else None
