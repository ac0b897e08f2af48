"""From a draft to a final text and its signature, and back by an explicit word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from mou_desktop.errors import FieldError
from mou_desktop.model import scans
from mou_desktop.model.digest import content_digest
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import RANGES, clean
from mou_desktop.model.finding import Finding, Level
from mou_desktop.model.record import Event, Final, Happening, SignatureRecord

NOTE_LIMIT = 500
TEXT_LIMIT = 400
EVENTS_LIMIT = 1000
SIGNATORIES_LIMIT = 20
DIGEST_LENGTH = 64


def number(draft: Draft) -> int:
    """Which draft this is («DRAFT 3»): one more than the versions that were kept."""
    return len(draft.versions) + 1


def require_open(draft: Draft) -> None:
    """Raises `FieldError` when the draft is final."""
    if draft.final is not None:
        raise FieldError(
            "the draft is final; to change it, reopen it in the window: Agreement → Reopen…"
        )


def mark(draft: Draft, findings: Sequence[Finding], time: datetime) -> Draft:
    """The draft as final; `findings` are what its versions still need. Raises `FieldError` when
    that is something that keeps them from being signed.
    """
    require_open(draft)
    if any(finding.level is Level.ERROR for finding in findings):
        raise FieldError("something is still to be completed; then the draft can be final")
    final = Final(_written(time), content_digest(draft))
    event = Event(Happening.FINAL, final.time, digest=final.digest)
    return _with(replace(draft, final=final), event)


def is_intact(draft: Draft) -> bool:
    """Whether a final draft holds what was marked as final."""
    return draft.final is None or draft.final.digest == content_digest(draft)


def reopen(draft: Draft, time: datetime, reason: str = "") -> Draft:
    """The draft, to be changed again. Raises `FieldError` when it is not final, or signed."""
    if draft.final is None:
        raise FieldError("the draft is not final")
    if draft.signature is not None:
        raise FieldError("the signature is recorded; withdraw that record first")
    event = Event(Happening.REOPENED, _written(time), _note(reason))
    return _with(replace(draft, final=None), event)


def record(draft: Draft, signature: SignatureRecord, time: datetime) -> Draft:
    """The draft with a record of its signature, in place of an earlier one. Raises `FieldError`
    when the draft is not final, or the record is not sound.
    """
    if draft.final is None:
        raise FieldError("only a final draft can be signed; mark it as final first")
    if not is_intact(draft):
        raise FieldError("the draft was changed since it was marked as final; reopen it first")
    _require_sound(signature, len(draft.values.parties))
    event = Event(Happening.SIGNED, _written(time), digest=draft.final.digest)
    return _with(replace(draft, signature=signature), event)


def withdraw(draft: Draft, time: datetime, reason: str = "") -> Draft:
    """The draft without the record of its signature. Raises `FieldError` when there is none."""
    if draft.signature is None:
        raise FieldError("no signature is recorded")
    event = Event(Happening.WITHDRAWN, _written(time), _note(reason))
    return _with(replace(draft, signature=None), event)


def require_sound(draft: Draft) -> None:
    """Raises `FieldError` when what a file says of its way to the signature cannot be."""
    if draft.final is not None:
        _require_event(draft.final.time, draft.final.digest)
    if len(draft.history) > EVENTS_LIMIT:
        raise FieldError("history: {problem}", problem=len(draft.history))
    for event in draft.history:
        _require_event(event.time, event.digest or None)
        if event.note != _note(event.note):
            raise FieldError("history: {problem}", problem=event.note[:NOTE_LIMIT])
    if draft.signature is not None:
        if draft.final is None:
            raise FieldError("only a final draft can be signed; mark it as final first")
        _require_sound(draft.signature, len(draft.values.parties))


def _require_event(time: str, digest: str | None) -> None:
    try:
        aware = datetime.fromisoformat(time).tzinfo is not None
    except ValueError as error:
        raise FieldError("history: {problem}", problem=clean(str(error))) from None
    hexadecimal = digest is None or (
        len(digest) == DIGEST_LENGTH and set(digest) <= set("0123456789abcdef")
    )
    if not aware or not hexadecimal:
        raise FieldError("history: {problem}", problem=clean(time if not aware else digest or ""))


def _require_sound(signature: SignatureRecord, parties: int) -> None:
    try:
        day = date.fromisoformat(signature.date)
    except ValueError:
        raise FieldError("“{text}” is no date", text=clean(signature.date)) from None
    low, high = RANGES["date.year"]
    if not low <= day.year <= high or signature.date != day.isoformat():
        raise FieldError("“{text}” is no date", text=clean(signature.date))
    if len(signature.signatories) != parties:
        raise FieldError("say for each party who signed")
    for text in (signature.place, *signature.signatories):
        if not text.strip():
            raise FieldError("say where it was signed, and for each party who signed")
        if clean(text) != text or len(text) > TEXT_LIMIT:
            raise FieldError("“{text}” is too long", text=clean(text)[:TEXT_LIMIT])
    scans.require_sound(signature.scans)


def _with(draft: Draft, event: Event) -> Draft:
    if len(draft.history) >= EVENTS_LIMIT:
        raise FieldError("{limit} events stand in the history already", limit=EVENTS_LIMIT)
    return replace(draft, history=(*draft.history, event))


def _note(reason: str) -> str:
    return clean(reason).strip()[:NOTE_LIMIT]


def _written(time: datetime) -> str:
    return time.isoformat(timespec="seconds")
