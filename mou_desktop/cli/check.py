"""The command that looks for what is wrong in the versions."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from mou_desktop.check.completeness import to_complete
from mou_desktop.check.index import Index
from mou_desktop.check.run import check as run
from mou_desktop.check.run import in_order
from mou_desktop.cli import findings
from mou_desktop.cli.output import write
from mou_desktop.errors import MouError
from mou_desktop.model import acceptance
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Code, Finding
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED


def check(options: argparse.Namespace) -> int:
    """Print what is wrong; the exit code says whether there is anything."""
    draft, documents, entered = _read(options.files)
    index = Index(documents)
    found = acceptance.open_ones(draft, run(documents))
    every = in_order(index, [*entered, *found])
    if options.json:
        listed = {"findings": [_as_json(index, finding) for finding in every]}
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        write("".join(f"{findings.line(each, index.printed(each.place))}\n" for each in every))
    return WARNED if every else DONE


def _read(files: list[Path]) -> tuple[Draft, Mapping[str, Document], list[Finding]]:
    """A draft, which holds all versions, or foreign files: all versions, or one version each. With
    what is still to be entered; of foreign files, which articles a version lacks.
    """
    own = [file for file in files if file.suffix.lower() == drafts.SUFFIX]
    if len(files) > 1 and own:
        raise MouError("one draft holds all versions; check {file} by itself", file=own[0])
    if own:
        draft = drafts.load_to_check(own[0])
        documents = render_all(draft)
        return draft, documents, to_complete(draft, documents)
    from mou_desktop.intake.as_written import as_written  # (drafts do without)
    from mou_desktop.intake.importing import import_sources
    from mou_desktop.intake.reading import read_file

    sources = [read_file(file) for file in files]
    imported = import_sources(sources)
    written = [paragraph.text for source in sources for paragraph in source.paragraphs]
    documents = as_written(imported.documents, written)
    lacking = to_complete(imported.draft, documents)
    lacking = [finding for finding in lacking if finding.code is Code.WORDING_MISSING]
    return imported.draft, documents, lacking


def _as_json(index: Index, finding: Finding) -> dict[str, object]:
    paragraph = finding.spots[0].paragraph if finding.spots else -1
    return {
        "code": finding.code,
        "level": finding.level,
        "languages": list(finding.languages or index.tags),
        "article": index.printed(finding.place),
        "paragraph": paragraph + 1 if paragraph >= 0 else None,
        "excerpt": finding.excerpt,
        "message": findings.message(finding),
    }
