"""The commands that write a protocol or a correction, and the text that comes of them."""

import argparse
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from mou_desktop.amend.amend import missing
from mou_desktop.amend.consolidate import consolidate as consolidated
from mou_desktop.amend.protocol import correction, protocol, with_errors, worded_by_hand
from mou_desktop.amend.wording import formulas_of
from mou_desktop.cli.drafts import save
from mou_desktop.errors import MouError, StorageError
from mou_desktop.languages import registry
from mou_desktop.model import final
from mou_desktop.model.amendment import Amendment, Choices, Instrument
from mou_desktop.model.draft import Draft, Protocol
from mou_desktop.render import notes
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED, complain


def amend(options: argparse.Namespace) -> int:
    """Write what makes the edited agreement of the signed one: a protocol, or a correction."""
    _require_free(options.to, overwrite=options.overwrite)
    base, edited = _agreement(options.signed), drafts.load(options.edited)
    choices = Choices(renumber=options.renumber)
    write = correction if options.correct else protocol
    made = write(base, edited, options.number, choices)
    save(made, options.to)
    warnings = [*_standing(base, options.signed), *_remarks(made)]
    for line in warnings:
        complain(line)
    return WARNED if warnings else DONE


def consolidate(options: argparse.Namespace) -> int:
    """Write the agreement as the protocols have amended it, and corrections mended it."""
    _require_free(options.to, overwrite=options.overwrite)
    base = _agreement(options.signed)
    protocols = [drafts.load(file) for file in options.protocols]
    text = consolidated(base, protocols, signed=options.only_signed, on=options.on)
    save(text, options.to)
    files = [options.signed, *options.protocols]
    read = list(zip(files, [base, *protocols], strict=True))
    warnings = [line for file, draft in read for line in _standing(draft, file)]
    warnings += [line for file, draft in read for line in _own_words(draft, file)]
    warnings += _notes_to_confirm(text)
    for line in warnings:
        complain(line)
    return WARNED if warnings else DONE


def day(text: str) -> date:
    """What an argument says. Raises `ValueError`, which the parser words."""
    return date.fromisoformat(text)


def _require_free(file: Path, *, overwrite: bool) -> None:
    if os.path.lexists(file) and not overwrite:
        raise StorageError("{file} exists already; to replace it add --overwrite", file=file)


def _agreement(file: Path) -> Draft:
    draft = drafts.load(file)
    if draft.protocol is not None:
        raise MouError("{file} amends another agreement; name that one", file=file)
    if draft.amending is not None:
        raise MouError("{file} is the edited copy of an agreement; name that one", file=file)
    if not final.is_intact(draft):
        raise MouError(
            "{file} is marked as final, but was changed since; reopen it in the window", file=file
        )
    return draft


def _standing(draft: Draft, file: Path) -> Iterator[str]:
    """What is missing to a text that is amended, or amends."""
    if draft.sources:
        return
    if draft.final is None:
        yield f"{file} is not marked as final; it can still change"
    elif draft.signature is None and draft.protocol is not None:
        yield f"{file}: no signature is recorded; it is not in force yet"


def _own_words(draft: Draft, file: Path) -> Iterator[str]:
    tags = worded_by_hand(draft) if draft.protocol is not None else ()
    if tags:
        yield (
            f"{file}: its amendments were worded by hand ({', '.join(tags)}); compare the text with"
            " them, it does not follow such words"
        )


def _notes_to_confirm(text: Draft) -> Iterator[str]:
    for tag in text.values.languages:
        listed = ", ".join(notes.to_confirm(text, tag))
        if listed:
            yield f"amendments/{tag}.toml: a lawyer has still to confirm the wording of {listed}"


def _remarks(made: Draft) -> Iterator[str]:
    """What has still to be looked at in a draft that amends or corrects."""
    record = made.protocol
    assert record is not None
    if record.instrument is Instrument.PROTOCOL:
        yield from _advice(made, record.amendments)
    for tag in made.values.languages:
        listed = ", ".join(sorted(_to_confirm(record, made.values.languages, tag)))
        if listed:
            yield f"amendments/{tag}.toml: a lawyer has still to confirm the wording of {listed}"
        listed = ", ".join(made.template.texts[tag].to_confirm)
        if listed:
            file = f"templates/{made.template.id}/{tag}.toml"
            yield f"{file}: a lawyer has still to confirm the wording of {listed}"


def _advice(made: Draft, amendments: Sequence[Amendment]) -> Iterator[str]:
    """What has no counterpart; where it looks like errors, how to correct them instead."""
    wrong = with_errors(amendments, made.values.languages)
    if wrong:
        yield (
            f"changed in {', '.join(wrong)} and not in the versions beside: errors found after "
            "signature are corrected, not amended; for that add --correct"
        )
    for amendment in amendments:
        lacking = missing(amendment, made)
        if lacking:
            yield f"{_place(amendment)}: nothing corresponds in {', '.join(lacking)}; write it too"


def _to_confirm(record: Protocol, tags: Sequence[str], tag: str) -> set[str]:
    """What is used of the formulas of a language and not confirmed yet."""
    return {
        name
        for each in record.amendments
        for formula in formulas_of(record.instrument, each, tag, tags)
        for name in formula.to_confirm
    }


def _place(amendment: Amendment) -> str:
    tag = next(iter(amendment.wordings))
    if amendment.number:
        return registry.language(tag).article(amendment.number, "heading")
    return amendment.place or amendment.technique
