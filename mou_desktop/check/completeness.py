"""What the officer still has to fill in, confirm or look at."""

from collections.abc import Iterable, Iterator, Sequence

from mou_desktop.languages import registry
from mou_desktop.model import fields, originals, texts
from mou_desktop.model.document import (
    Article,
    Document,
    Gap,
    Run,
    Title,
    paragraphs,
    place,
)
from mou_desktop.model.draft import Draft, SigningDate, Values
from mou_desktop.model.finding import VERSION, Code, Finding, Level
from mou_desktop.render import alternat
from mou_desktop.render.assemble import alternats
from mou_desktop.render.usage import BASIC, short_name_form

LEAP_YEAR = 2000
_CODES = {
    Gap.MISSING: Code.VALUE_MISSING,
    Gap.UNSURE: Code.FORM_UNSURE,
    Gap.STALE: Code.INTRODUCTION_STALE,
}


def to_complete(
    draft: Draft, documents: dict[str, Document], others: Iterable[Document] | None = None
) -> list[Finding]:
    """One finding for each thing that is open, at the first place where it stands; what is open in
    the originals of one party only is open, too. `others` are the `alternats` of the documents,
    where the caller has them.

    Blanks of the date are left to the pen and are not reported.
    """
    found: dict[tuple[str, Code], Finding] = {}
    for document in documents.values():
        for finding in (*_gaps(document), *_names_without_bold(draft, document)):
            found.setdefault((finding.path, finding.code), finding)
    for document in alternats(draft, documents.values()) if others is None else others:
        for finding in _gaps(document):
            found.setdefault((finding.path, finding.code), finding)
    return [
        *found.values(),
        *_impossible_date(draft.values.date, "date", documents),
        *_impossible_date(draft.values.amended.date, "amended.date", documents),
        *_one_language(draft.values, documents),
        *_prevailing(draft.values, _place_of("prevailing", documents)),
        *(each for each in _copies(draft, documents) if each.level is not Level.NOTE),
        *_open_wording(draft, documents),
        *_fixed_order(draft, documents),
    ]


def notes(draft: Draft, documents: dict[str, Document]) -> list[Finding]:
    """What is worth knowing, though nothing has to be done about it."""
    return [each for each in _copies(draft, documents) if each.level is Level.NOTE]


def is_unfinished(findings: Sequence[Finding]) -> bool:
    """Whether a version with these findings is still a draft."""
    return any(finding.level is Level.ERROR for finding in findings)


def _gaps(document: Document) -> Iterator[Finding]:
    for where, run in _runs(document):
        if run.gap is not None:
            path = f"{run.path}#{run.form}" if run.gap is Gap.UNSURE else run.path
            code = _CODES[run.gap]
            yield Finding(code, Level.ERROR, (document.language,), where, path, run.text)


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
            yield Finding(code, Level.WARNING, (document.language,), "title", path, excerpt)


def _impossible_date(
    date: SigningDate, path: str, documents: dict[str, Document]
) -> Iterator[Finding]:
    if date.month and date.day and date.day > _days(date.year or LEAP_YEAR, date.month):
        excerpt = f"{date.day:02}.{date.month:02}.{date.year or ''}"
        where = _place_of(path, documents)
        yield Finding(Code.DATE_IMPOSSIBLE, Level.ERROR, (), where, f"{path}.day", excerpt)


def _one_language(values: Values, documents: dict[str, Document]) -> Iterator[Finding]:
    """A clause with the marks of `originals` follows the number of languages by itself."""
    follows = _place_of("originals", documents) and not values.prevailing
    if len(values.languages) == 1 and not follows:
        code, where = Code.ONE_LANGUAGE, _place_of("languages", documents)
        yield Finding(code, Level.WARNING, (), where, "languages", values.languages[0])


def _prevailing(values: Values, where: str) -> Iterator[Finding]:
    if values.prevailing and values.prevailing not in values.languages:
        excerpt = registry.language(values.prevailing).endonym
        yield Finding(Code.PREVAILING_ABSENT, Level.ERROR, (), where, "prevailing", excerpt)


def _copies(draft: Draft, documents: dict[str, Document]) -> Iterator[Finding]:
    """Originals that do not fit; what an older template counts is not known."""
    if draft.template.field("originals") is None:
        return
    where = _place_of("copies", documents)
    for remark in originals.plan(draft).remarks:
        names = ", ".join(registry.language(tag).endonym for tag in remark.languages)
        excerpt = names or str(remark.copies)
        yield Finding(remark.code, remark.level, (), where, "copies", excerpt)


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
            yield Finding(code, Level.ERROR, (tag,), where, path, name)


def _fixed_order(draft: Draft, documents: dict[str, Document]) -> Iterator[Finding]:
    """Where the parties are named first, but not so that each can be the first."""
    parties = len(draft.values.parties)
    if parties < 2 or not draft.values.alternat:
        return
    for where in (texts.TITLE, texts.PREAMBLE):
        for tag, document in documents.items():
            wording = texts.paragraphs(draft, tag, where)
            free = alternat.is_interchangeable(wording, tag, parties)
            if alternat.names_parties(wording) and not free:
                path, name = f"{VERSION}{tag}.{where}", _heading(document, where)
                yield Finding(Code.ORDER_FIXED, Level.WARNING, (tag,), where, path, name)


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
