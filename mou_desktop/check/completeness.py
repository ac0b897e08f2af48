"""What the officer still has to fill in, confirm or look at."""

from collections.abc import Iterator, Sequence

from mou_desktop.model import fields, texts
from mou_desktop.model.document import (
    Article,
    Document,
    Gap,
    Run,
    Title,
    paragraphs,
    place,
)
from mou_desktop.model.draft import Draft, SigningDate
from mou_desktop.model.finding import VERSION, Code, Finding, Level
from mou_desktop.render.usage import BASIC, short_name_form

LEAP_YEAR = 2000
_CODES = {
    Gap.MISSING: Code.VALUE_MISSING,
    Gap.UNSURE: Code.FORM_UNSURE,
    Gap.STALE: Code.INTRODUCTION_STALE,
}


def to_complete(draft: Draft, documents: dict[str, Document]) -> list[Finding]:
    """One finding for each thing that is open, at the first place where it stands.

    Blanks of the date are left to the pen and are not reported.
    """
    found: dict[tuple[str, Code], Finding] = {}
    for document in documents.values():
        for finding in (*_gaps(document), *_names_without_bold(draft, document)):
            found.setdefault((finding.path, finding.code), finding)
    return [
        *found.values(),
        *_impossible_date(draft.values.date, _place_of("date", documents)),
        *_one_language(draft.values.languages, _place_of("languages", documents)),
        *_open_wording(draft, documents),
    ]


def is_unfinished(findings: Sequence[Finding]) -> bool:
    """Whether a version with these findings is still a draft."""
    return any(finding.level is Level.ERROR for finding in findings)


def _gaps(document: Document) -> Iterator[Finding]:
    for where, run in _runs(document):
        if run.gap is not None:
            path = f"{run.path}#{run.form}" if run.gap is Gap.UNSURE else run.path
            code = _CODES[run.gap]
            yield Finding(code, Level.ERROR, document.language, where, path, run.text)


def _names_without_bold(draft: Draft, document: Document) -> Iterator[Finding]:
    """Short names that do not stand in the name as the title has it."""
    title = next(block for block in document.blocks if isinstance(block, Title))
    bold = {run.path for line in title.lines for run in line.runs if run.strong}
    for run in (run for line in title.lines for run in line.runs):
        name = run.path.rpartition(".name.")
        form = short_name_form(run.form)
        if not name[1] or run.gap is not None or not form or run.path in bold:
            continue
        short = f"{name[0]}.short_name.{name[2]}"
        if draft.template.field(f"{name[0]}.short_name") and fields.lemma(draft, short):
            path = short if form == BASIC else f"{short}#{form}"
            excerpt = fields.lemma(draft, short)
            code = Code.SHORT_NAME_APART
            yield Finding(code, Level.WARNING, document.language, "title", path, excerpt)


def _impossible_date(date: SigningDate, where: str) -> Iterator[Finding]:
    if date.month and date.day and date.day > _days(date.year or LEAP_YEAR, date.month):
        excerpt = f"{date.day:02}.{date.month:02}.{date.year or ''}"
        yield Finding(Code.DATE_IMPOSSIBLE, Level.ERROR, "", where, "date.day", excerpt)


def _one_language(languages: tuple[str, ...], where: str) -> Iterator[Finding]:
    if len(languages) == 1:
        code, language = Code.ONE_LANGUAGE, languages[0]
        yield Finding(code, Level.WARNING, "", where, "languages", language)


def _open_wording(draft: Draft, documents: dict[str, Document]) -> Iterator[Finding]:
    """Articles without a text, and those whose text has still to follow another version's."""
    for where in texts.places(draft):
        for tag, document in documents.items():
            if not any(text.strip() for text in texts.paragraphs(draft, tag, where)):
                code = Code.WORDING_MISSING
            elif tag in draft.review.get(where, ()):
                code = Code.WORDING_REVIEW
            else:
                continue
            path, name = f"{VERSION}{tag}.{where}", _heading(document, where)
            yield Finding(code, Level.ERROR, tag, where, path, name)


def _heading(document: Document, where: str) -> str:
    """What the version calls a place: its number, or its kind of document."""
    for block in document.blocks:
        if isinstance(block, Article) and block.id == where:
            return block.heading
    return document.name


def _place_of(path: str, documents: dict[str, Document]) -> str:
    """Where a field stands; empty when it stands nowhere."""
    runs = (each for document in documents.values() for each in _runs(document))
    return next((where for where, run in runs if run.path == path), "")


def _runs(document: Document) -> Iterator[tuple[str, Run]]:
    """Every run with the place where it stands."""
    for block in document.blocks:
        for paragraph in paragraphs(block):
            yield from ((place(block), run) for run in paragraph.runs)


def _days(year: int, month: int) -> int:
    from calendar import monthrange  # (the window opens without it when the date is open)

    return monthrange(year, month)[1]
