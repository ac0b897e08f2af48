"""The command that looks for what is wrong in the versions."""

import argparse
import json
from pathlib import Path

from mou_desktop.check.completeness import to_complete
from mou_desktop.check.index import Index
from mou_desktop.check.run import check as run
from mou_desktop.check.run import in_order
from mou_desktop.cli import findings
from mou_desktop.cli.output import write
from mou_desktop.errors import MouError
from mou_desktop.model.document import Document
from mou_desktop.model.finding import Finding
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED


def check(options: argparse.Namespace) -> int:
    """Print what is wrong; the exit code says whether there is anything."""
    documents, found = _read(options.files)
    index = Index(documents)
    every = in_order(index, [*found, *run(documents)])
    if options.json:
        listed = {"findings": [_as_json(index, finding) for finding in every]}
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        write("".join(f"{findings.line(each, index.printed(each.place))}\n" for each in every))
    return WARNED if every else DONE


def _read(files: list[Path]) -> tuple[dict[str, Document], list[Finding]]:
    """The versions in the files, and what is still to be filled in."""
    if len(files) > 1:
        raise MouError("one draft holds all versions; check {file} by itself", file=files[0])
    draft = drafts.load_to_check(files[0])
    documents = render_all(draft)
    return documents, to_complete(draft, documents)


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
