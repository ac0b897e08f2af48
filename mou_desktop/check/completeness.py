"""What the officer still has to fill in, confirm or look at."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from mou_desktop.languages import registry
from mou_desktop.model import fields, originals, texts
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Gap,
    Run,
    Title,
    paragraphs,
    place,
)
from mou_desktop.model.draft import Draft, SigningDate, Values
from mou_desktop.model.finding import AMENDING, VERSION, Code, Finding, Level
from mou_desktop.render import alternat
from mou_desktop.render.assemble import alternats
from mou_desktop.render.readings import Readings
from mou_desktop.render.usage import BASIC, short_name_form

LEAP_YEAR = 2000
_CODES = {
    Gap.MISSING: Code.VALUE_MISSING,
    Gap.UNSURE: Code.FORM_UNSURE,
    Gap.STALE: Code.INTRODUCTION_STALE,
}


class Facts(NamedTuple):
    """What a block says of its fields: the runs that are open, and whose values stand in it."""

    open: tuple[Run, ...]
    paths: frozenset[str]
    is_blank: bool


class _Version(NamedTuple):
    document: Document
    facts: Sequence[Facts]


def facts(block: Block) -> Facts:
    """Read a block; its text is not looked at again as long as `Readings` remember it."""
    runs = [run for paragraph in paragraphs(block) for run in paragraph.runs]
    return Facts(
        tuple(run for run in runs if run.gap is not None),
        frozenset(run.path for run in runs if run.path),
        not any(run.text.strip() for run in runs),
    )


def to_complete(
    draft: Draft,
    documents: dict[str, Document],
    others: Iterable[Document] | None = None,
    readings: Readings[Facts] | None = None,
) -> list[Finding]:
    """One finding for each thing that is open, at the first place where it stands; what is open in
    the originals of one party only is open, too. `others` are the `alternats` of the documents,
    where the caller has them, and `readings` what it remembers of the documents before a change.

    Blanks of the date are left to the pen and are not reported.
    """
    apart = list(alternats(draft, documents.values()) if others is None else others)
    read = _read([*documents.values(), *apart], readings)
    versions = read[: len(documents)]
    found: dict[tuple[str, Code], Finding] = {}
    for version in read:
        findings = [*_gaps(version)]
        if version.document is documents.get(version.document.language):
            findings += _names_without_bold(draft, version.document)
        for finding in findings:
            found.setdefault((finding.path, finding.code), finding)
    return [
        *found.values(),
        *_impossible_date(draft.values.date, "date", versions),
        *_impossible_date(draft.values.amended.date, "amended.date", versions),
        *_one_language(draft.values, versions),
        *_prevailing(draft.values, versions),
        *(each for each in _copies(draft, versions) if each.level is not Level.NOTE),
        *_open_wording(draft, versions),
        *_fixed_order(draft, documents),
        *_unwritten(draft),
    ]


def notes(draft: Draft, documents: dict[str, Document]) -> list[Finding]:
    """What is worth knowing, though nothing has to be done about it."""
    versions = _read(documents.values())
    return [each for each in _copies(draft, versions) if each.level is Level.NOTE]


def is_unfinished(findings: Sequence[Finding]) -> bool:
    """Whether a version with these findings is still a draft."""
    return any(finding.level is Level.ERROR for finding in findings)


def _read(documents: Iterable[Document], readings: Readings[Facts] | None = None) -> list[_Version]:
    documents = list(documents)
    found = iter((readings or Readings(facts)).of(chain.from_iterable(d.blocks for d in documents)))
    return [_Version(each, list(islice(found, len(each.blocks)))) for each in documents]


def _gaps(version: _Version) -> Iterator[Finding]:
    document = version.document
    for block, known in zip(document.blocks, version.facts, strict=True):
        for run in known.open:
            assert run.gap is not None
            path = f"{run.path}#{run.form}" if run.gap is Gap.UNSURE else run.path
            code = _CODES[run.gap]
            yield Finding(code, Level.ERROR, (document.language,), place(block), path, run.text)


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
    date: SigningDate, path: str, versions: Sequence[_Version]
) -> Iterator[Finding]:
    if date.month and date.day and date.day > _days(date.year or LEAP_YEAR, date.month):
        excerpt = f"{date.day:02}.{date.month:02}.{date.year or ''}"
        where = _place_of(path, versions)
        yield Finding(Code.DATE_IMPOSSIBLE, Level.ERROR, (), where, f"{path}.day", excerpt)


def _one_language(values: Values, versions: Sequence[_Version]) -> Iterator[Finding]:
    """A clause with the marks of `originals` follows the number of languages by itself."""
    if len(values.languages) > 1 or (_place_of("originals", versions) and not values.prevailing):
        return
    code, where = Code.ONE_LANGUAGE, _place_of("languages", versions)
    yield Finding(code, Level.WARNING, (), where, "languages", values.languages[0])


def _prevailing(values: Values, versions: Sequence[_Version]) -> Iterator[Finding]:
    if values.prevailing and values.prevailing not in values.languages:
        excerpt = registry.language(values.prevailing).endonym
        where = _place_of("prevailing", versions)
        yield Finding(Code.PREVAILING_ABSENT, Level.ERROR, (), where, "prevailing", excerpt)


def _copies(draft: Draft, versions: Sequence[_Version]) -> Iterator[Finding]:
    """Originals that do not fit; what an older template counts is not known."""
    if draft.template.field("originals") is None:
        return
    for remark in originals.plan(draft).remarks:
        where = _place_of("copies", versions)
        names = ", ".join(registry.language(tag).endonym for tag in remark.languages)
        excerpt = names or str(remark.copies)
        yield Finding(remark.code, remark.level, (), where, "copies", excerpt)


def _open_wording(draft: Draft, versions: Sequence[_Version]) -> Iterator[Finding]:
    """Articles without a text, and those whose text has still to follow another version's."""
    for row, where in enumerate(texts.places(draft)):
        marked = draft.review.get(where, ())
        for document, known in versions:
            tag = document.language
            if known[row].is_blank and not any(
                text.strip() for text in texts.paragraphs(draft, tag, where)
            ):
                code = Code.WORDING_MISSING
            elif tag in marked:
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


def _unwritten(draft: Draft) -> Iterator[Finding]:
    """An edited copy is what the agreement will say; it is not what is signed."""
    if draft.amending is not None:
        yield Finding(Code.PROTOCOL_UNWRITTEN, Level.ERROR, (), "", AMENDING, "")


def _heading(document: Document, where: str) -> str:
    """What the version calls a place: its number, or its kind of document."""
    for block in document.blocks:
        if isinstance(block, Article) and block.id == where:
            return block.heading
    return document.name


def _place_of(path: str, versions: Sequence[_Version]) -> str:
    """Where a field stands; empty when it stands nowhere."""
    for document, known in versions:
        for block, found in zip(document.blocks, known, strict=True):
            if path in found.paths:
                return place(block)
    return ""


def _days(year: int, month: int) -> int:
    from calendar import monthrange  # (the window opens without it when the date is open)

    return monthrange(year, month)[1]
