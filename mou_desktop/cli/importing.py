"""The command that makes a draft of foreign files."""

import argparse
import os
from pathlib import Path

from mou_desktop.cli.output import write
from mou_desktop.errors import StorageError
from mou_desktop.intake.remarks import Remark
from mou_desktop.languages import registry
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED, complain


def import_files(options: argparse.Namespace) -> int:
    """Read the files and save the draft; say what was found, and what is to be looked at."""
    from mou_desktop.intake import importing  # (the other commands do without)

    file: Path = options.to
    if os.path.lexists(file):
        raise StorageError("{file} exists already; choose another name", file=file)
    imported = importing.import_files(options.files, convert_legacy=options.legacy_azerbaijani)
    draft = imported.draft
    if options.usual_signatures:
        draft = importing.with_usual_signatures(draft)
    drafts.save(draft, file)
    for tag in imported.read:
        articles, count = len(imported.filled[tag]), imported.recognised[tag]
        write(f"{tag}: {articles} articles, {count} fields\n")
    write(f"{file}\n")
    for said in imported.remarks:
        complain(_wording(draft, said))
    if imported.legacy:
        complain("to convert it, add --legacy-azerbaijani")
    return WARNED if imported.remarks else DONE


def _wording(draft: Draft, said: Remark) -> str:
    """A remark with its place in words: «ru, Статья 9: …»."""
    where = [said.language] if said.language else []
    if said.place in draft.articles:
        number = draft.articles.index(said.place) + 1
        where.append(registry.language(said.language or "en").article(number, "heading"))
    elif said.place and not said.place.isdecimal():
        where.append(said.place)
    return f"{', '.join(where)}: {said}" if where else str(said)
