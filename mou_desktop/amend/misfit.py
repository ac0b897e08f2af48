"""Takes a protocol that does not fit a text; gives the reason."""

from collections.abc import Sequence

from mou_desktop.amend.apply import applied
from mou_desktop.amend.reading import readings
from mou_desktop.errors import AmendmentError
from mou_desktop.languages import registry
from mou_desktop.model.amendment import Amendment, Instrument, Technique
from mou_desktop.model.draft import Draft, Protocol


def named(draft: Draft) -> AmendmentError:
    """«protocol № 1», as the messages call it; they translate it, too."""
    number = draft.values.number or "–"
    record = draft.protocol
    if record is not None and record.instrument is Instrument.CORRECTION:
        return AmendmentError("correction № {number}", number=number)
    return AmendmentError("protocol № {number}", number=number)


def misfit(
    text: Draft,
    draft: Draft,
    record: Protocol,
    digest: str,
    earlier: Sequence[Draft],
    at: int | None,
    later: Sequence[Draft],
) -> AmendmentError:
    """Why a protocol does not fit a text that `earlier` ones have led to. `at` is the number of the
    one that was made for the same text, if there is one; `later` ones are named behind it.
    """
    for other in later:
        if other.protocol is not None and other.protocol.base == digest:
            return AmendmentError(
                "{name} is out of order: {other} comes before it",
                name=named(draft),
                other=named(other),
            )
    gone = _excluded(draft, record, earlier)
    if gone is not None:
        return gone
    reason = _clash(text, record)
    if at is not None:
        return _collision(draft, earlier[at], reason)
    if reason is not None:
        return AmendmentError("{name} does not fit: {reason}", name=named(draft), reason=reason)
    return AmendmentError(
        "{name} was made for another text: the agreement was changed since, or a protocol before it"
        " is missing",
        name=named(draft),
    )


def _excluded(draft: Draft, record: Protocol, earlier: Sequence[Draft]) -> AmendmentError | None:
    """That an article is changed which another protocol has deleted."""
    gone: dict[str, Draft] = {}
    for other in earlier:
        for each in other.protocol.amendments if other.protocol is not None else ():
            if each.technique is Technique.EXCLUDE_ARTICLE:
                gone[each.place] = other
            elif each.technique is Technique.NEW_ARTICLE:
                gone.pop(each.place, None)
    for each in record.amendments:
        if each.place in gone and each.technique is not Technique.NEW_ARTICLE:
            return AmendmentError(
                "{name} changes an article that {other} has deleted: {place}",
                name=named(draft),
                other=named(gone[each.place]),
                place=_heading(each),
            )
    return None


def _clash(text: Draft, record: Protocol) -> AmendmentError | None:
    """What of a protocol cannot be done in a text."""
    if set(text.values.languages) != set(record.before.values.languages):
        return None
    try:
        for tag, reading in readings(text).items():
            applied(reading, record.amendments, tag)
    except AmendmentError as reason:
        return reason
    return None


def _collision(draft: Draft, other: Draft, reason: AmendmentError | None) -> AmendmentError:
    if reason is None:
        return AmendmentError(
            "{name} and {other} were made for the same text; make the former anew from the text as"
            " the latter has amended it",
            name=named(draft),
            other=named(other),
        )
    return AmendmentError(
        "{name} collides with {other}, both were made for the same text: {reason}",
        name=named(draft),
        other=named(other),
        reason=reason,
    )


def _heading(amendment: Amendment) -> str:
    tag = next(iter(amendment.wordings))
    return registry.language(tag).article(amendment.number, "heading")
