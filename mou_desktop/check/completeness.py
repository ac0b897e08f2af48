"""What the officer still has to fill in or confirm."""

from calendar import monthrange
from collections.abc import Iterator

from mou_desktop.model.document import Document, Gap, paragraphs, place
from mou_desktop.model.draft import Draft, SigningDate
from mou_desktop.model.finding import Code, Finding, Level

_CODES = {Gap.MISSING: Code.VALUE_MISSING, Gap.UNSURE: Code.FORM_UNSURE}
LEAP_YEAR = 2000


def to_complete(draft: Draft, documents: dict[str, Document]) -> list[Finding]:
    """One finding for each value or form that is open, at the first place where it stands.

    Blanks of the date are left to the pen and are not reported.
    """
    found: dict[tuple[str, Code], Finding] = {}
    for document in documents.values():
        for finding in _gaps(document):
            found.setdefault((finding.path, finding.code), finding)
    return [*found.values(), *_impossible_date(draft.values.date)]


def _gaps(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        for paragraph in paragraphs(block):
            for run in paragraph.runs:
                if run.gap is not None:
                    path = f"{run.path}#{run.form}" if run.gap is Gap.UNSURE else run.path
                    yield Finding(
                        _CODES[run.gap],
                        Level.ERROR,
                        document.language,
                        place(block),
                        path,
                        run.text,
                    )


def _impossible_date(date: SigningDate) -> Iterator[Finding]:
    if date.month and date.day and date.day > monthrange(date.year or LEAP_YEAR, date.month)[1]:
        excerpt = f"{date.day:02}.{date.month:02}.{date.year or ''}"
        yield Finding(Code.DATE_IMPOSSIBLE, Level.ERROR, "", "testimonium", "date.day", excerpt)
