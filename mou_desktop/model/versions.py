"""States of a draft that the officer kept under a name («sent to the counterpart»)."""

from dataclasses import replace
from datetime import datetime

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import Draft, Version
from mou_desktop.model.fields import clean

NAME_LIMIT = 200
VERSIONS_LIMIT = 200


def keep(draft: Draft, name: str, time: datetime) -> Draft:
    """The draft with its present state kept as the last version; `time` knows its zone.

    Raises `FieldError` when the name is empty or too long, or there are too many versions.
    """
    name = clean(name).strip()
    if not 0 < len(name) <= NAME_LIMIT:
        raise FieldError("give the version a name of up to {limit} characters", limit=NAME_LIMIT)
    if len(draft.versions) >= VERSIONS_LIMIT:
        raise FieldError("{limit} versions are kept already; delete one", limit=VERSIONS_LIMIT)
    kept = Version(
        name,
        time.isoformat(timespec="seconds"),
        draft.values,
        draft.articles,
        draft.forms,
        draft.computed,
        draft.edits,
        draft.review,
        draft.numbers,
    )
    return replace(draft, versions=(*draft.versions, kept))


def state(draft: Draft, version: Version) -> Draft:
    """The draft as it was in a version; the versions themselves stay as they are now."""
    return replace(
        draft,
        values=version.values,
        articles=version.articles,
        forms=version.forms,
        computed=version.computed,
        edits=version.edits,
        review=version.review,
        numbers=version.numbers,
    )


def original(draft: Draft) -> Draft:
    """The wording of the template, filled in with the draft's present values."""
    return replace(draft, articles=draft.template.articles, edits={}, review={}, numbers={})


def delete(draft: Draft, number: int) -> Draft:
    """The draft without a version; its present state is not touched."""
    return replace(draft, versions=(*draft.versions[:number], *draft.versions[number + 1 :]))
