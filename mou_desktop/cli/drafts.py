"""The commands that make, change and show a draft."""

import argparse
import os
from pathlib import Path

from mou_desktop import paths
from mou_desktop.cli.output import write
from mou_desktop.errors import MouError, StorageError
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, final
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.render import forms
from mou_desktop.render.assemble import alternats, render, render_all
from mou_desktop.store import drafts, examples, own_templates
from mou_desktop.terminal import DONE, WARNED, complain


def new(options: argparse.Namespace) -> int:
    """Start a draft."""
    file: Path = options.file
    if os.path.lexists(file):
        raise StorageError("{file} exists already; choose another name", file=file)
    if options.example:
        draft = examples.load(options.template)
    else:
        draft = blank_draft(own_templates.find(options.template, paths.own_templates()))
    save(draft, file)
    return DONE


def change(options: argparse.Namespace) -> int:
    """Change fields, all of them or none."""
    draft = drafts.load(options.file)
    final.require_open(draft)
    changes = [_assignment(text) for text in options.changes]
    for path, text in sorted(changes, key=lambda change: _rank(change[0])):
        field, form, _ = path.partition("#")
        draft = fields.change(draft, path, text)
        if form and text and not fields.lemma(draft, field):
            raise MouError("{path}: there is no {field} yet; set it too", path=path, field=field)
    save(draft, options.file)
    return DONE


def save(draft: Draft, file: Path) -> None:
    """Write the draft with the forms that its texts show now, which stay with it."""
    documents = list(render_all(draft).values())
    drafts.save(forms.keep(draft, [*documents, *alternats(draft, documents)]), file)


def _rank(path: str) -> int:
    """An introduction belongs to a name, a form to the value it is a form of: these go first."""
    return 2 if "#" in path else int(fields.INTRODUCED_AS in path)


def _assignment(text: str) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not equals:
        raise MouError("“{text}” is not PATH=VALUE, as in copies=4", text=text)
    return path.strip(), value


def show(options: argparse.Namespace) -> int:
    """Print one version."""
    draft = drafts.load(options.file)
    (tag,) = known(draft, [options.language])
    first: int = options.originals_of
    if not 0 <= first < len(draft.values.parties):
        last = len(draft.values.parties) - 1
        raise MouError(
            "there is no party {number}; they count from 0 to {last}", number=first, last=last
        )
    write(to_text(render(draft, tag, first)))
    return warn_if_altered(draft, options.file)


def warn_if_altered(draft: Draft, file: Path) -> int:
    """Say when a final draft is not what was marked as final; the exit code that comes of it."""
    if final.is_intact(draft):
        return DONE
    complain(f"{file} is marked as final, but was changed since; reopen it in the window")
    return WARNED


def known(draft: Draft, tags: list[str]) -> list[str]:
    """The same tags. Raises `MouError` when the draft has no version in one of them."""
    for tag in tags:
        if tag not in draft.template.languages:
            raise MouError(
                "no version in the language “{tag}”; there are: {known}",
                tag=tag,
                known=",".join(draft.template.languages),
            )
    return tags
