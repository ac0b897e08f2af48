"""The command that writes the versions as files."""

import argparse
import textwrap
from collections.abc import Sequence
from datetime import date

from mou_desktop.cli.drafts import known, warn_if_altered
from mou_desktop.cli.output import progress_bar, write
from mou_desktop.export import batch
from mou_desktop.export.watermark import watermark_of
from mou_desktop.model.finding import Code
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED, complain, refuse

_EXCERPT_LIMIT = 80


def export(options: argparse.Namespace) -> int:
    """Write the versions."""
    draft = drafts.load(options.file)
    languages: Sequence[str] = draft.values.languages
    if options.languages is not None:
        languages = known(draft, [tag.strip() for tag in options.languages.split(",")])
    targets = batch.plan(
        draft,
        options.to,
        options.file.stem,
        languages=languages,
        format=options.format,
        arrangement=batch.Arrangement(options.arrange),
        watermark=watermark_of(draft, date.today()) if options.watermark else None,
    )
    with progress_bar() as progress:
        report = batch.export(targets, overwrite=options.overwrite, progress=progress)
    write("".join(f"{target.file}\n" for target in report.written))
    if report.pdf_by:
        complain(f"PDF files made by {report.pdf_by}")
    reasons = [_reason(refusal) for refusal in report.refused]
    if not report.written:
        more = f" (and {len(reasons) - 1} more files)" if len(reasons) > 1 else ""
        return refuse(f"nothing was written: {reasons[0]}{more}")
    warnings = [*reasons, *_warnings(report.written)]
    for line in warnings:
        complain(line)
    return max(WARNED if warnings else DONE, warn_if_altered(draft, options.file))


def _reason(refusal: batch.Refusal) -> str:
    mend = "; to replace it add --overwrite"
    return f"{refusal.error}{mend if isinstance(refusal.error, batch.AlreadyThereError) else ''}"


def _warnings(targets: Sequence[batch.Target]) -> list[str]:
    """One line for each open value or form, with the languages of the files that need it."""
    languages: dict[tuple[Code, str, str], list[str]] = {}
    for target in targets:
        for finding in target.findings:
            key = (finding.code, finding.path, finding.excerpt)
            named = [finding.language] if finding.language else _tags(target)
            listed = languages.setdefault(key, [])
            listed += [tag for tag in named if tag not in listed]
    return [_wording(*key, ", ".join(tags)) for key, tags in languages.items()]


def _tags(target: batch.Target) -> list[str]:
    return [document.language for document in target.documents]


def _wording(code: Code, path: str, excerpt: str, languages: str) -> str:
    excerpt = textwrap.shorten(excerpt, _EXCERPT_LIMIT, placeholder="…")
    match code:
        case Code.VALUE_MISSING:
            return f"{path} ({languages}): nothing is entered; a blank was left"
        case Code.FORM_UNSURE:
            return f"{path} ({languages}): “{excerpt}” is a guess; confirm it, or set another"
        case Code.INTRODUCTION_STALE:
            return f"{path} ({languages}): the party's name has changed since; set this again"
        case Code.SHORT_NAME_APART:
            return f"{path} ({languages}): “{excerpt}” is no part of the name; nothing is bold"
        case Code.ONE_LANGUAGE:
            return f"{path}: the closing clause speaks of several versions, but there is one"
        case Code.DATE_IMPOSSIBLE:
            return f"{path} ({languages}): there is no such day, {excerpt}"
        case Code.WORDING_MISSING:
            return f"{excerpt} ({languages}): there is no text"
        case Code.WORDING_REVIEW:
            return f"{excerpt} ({languages}): another version was changed, and this one was not"
        case Code.COPIES_UNEVEN:
            return f"{path}: {excerpt} cannot be shared out evenly among the parties"
        case Code.COPIES_TOO_FEW:
            return f"{path}: there is no original in: {excerpt}"
        case Code.COPIES_APART:
            return f"{path}: every party gets the same number, but not one in every language"
        case Code.PREVAILING_ABSENT:
            return f"{path}: the text that prevails, {excerpt}, is none of this agreement"
        case Code.ORDER_FIXED:
            return f"{path}: the parties cannot change places here in the originals of the other"
        case _:
            return f"{excerpt} ({languages})"
