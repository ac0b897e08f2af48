"""Findings that the officer accepts with a reason; kept in the draft by what they say.

When the words change that a finding is about, it is another finding: the acceptance rests.
"""

from collections.abc import Iterable
from dataclasses import replace

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.finding import Finding

REASON_LIMIT = 500
KEY_LIMIT = 1000
FINDINGS_LIMIT = 2000


def key(finding: Finding) -> str:
    """What tells a finding from all others: what is wrong, where, and what stands there."""
    languages = ",".join(finding.languages)
    return clean(f"{finding.code} {finding.place} {languages} {finding.excerpt}")[:KEY_LIMIT]


def reason(draft: Draft, finding: Finding) -> str:
    """Why a finding was accepted; empty when it was not."""
    return draft.accepted.get(key(finding), "")


def open_ones(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that were not accepted."""
    return [finding for finding in findings if key(finding) not in draft.accepted]


def accepted_ones(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that were."""
    return [finding for finding in findings if key(finding) in draft.accepted]


def accept(draft: Draft, finding: Finding, why: str) -> Draft:
    """The draft with a finding accepted. Raises `FieldError` when the reason is empty or too long,
    or there are too many.
    """
    why = " ".join(clean(why).split())
    if not 0 < len(why) <= REASON_LIMIT:
        raise FieldError("give a reason of up to {limit} characters", limit=REASON_LIMIT)
    if len(draft.accepted) >= FINDINGS_LIMIT:
        raise FieldError("{limit} findings are accepted already", limit=FINDINGS_LIMIT)
    return replace(draft, accepted={**draft.accepted, key(finding): why})


def withdraw(draft: Draft, finding: Finding) -> Draft:
    """The draft without the acceptance of a finding."""
    rest = {each: why for each, why in draft.accepted.items() if each != key(finding)}
    return replace(draft, accepted=rest)


def require_sound(draft: Draft) -> None:
    """Raises `FieldError` when what was read from a file could not have been accepted here."""
    texts = [*draft.accepted, *draft.accepted.values()]
    if len(draft.accepted) > FINDINGS_LIMIT or any(
        not 0 < len(text) <= KEY_LIMIT or clean(text) != text for text in texts
    ):
        raise FieldError("what was accepted cannot be read")
