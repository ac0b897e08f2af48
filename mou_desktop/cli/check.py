"""The command that looks for what is wrong in the versions."""

import argparse
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mou_desktop.check.completeness import to_complete
from mou_desktop.check.index import Index
from mou_desktop.check.run import check as run
from mou_desktop.check.run import in_order
from mou_desktop.cli import findings
from mou_desktop.cli.output import write, write_file
from mou_desktop.errors import MouError
from mou_desktop.languages import registry
from mou_desktop.model import acceptance
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Code, Finding, Level
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED

if TYPE_CHECKING:  # (a draft is checked without)
    from mou_desktop.intake.importing import Misnumbered


def check(options: argparse.Namespace) -> int:
    """Print what is wrong; the exit code says whether there is anything."""
    draft, misnumbered = _read(options.files)
    documents = render_all(draft)
    index = Index(documents)
    found = acceptance.open_ones(draft, [*run(documents), *misnumbered])
    every = in_order(index, [*to_complete(draft, documents), *found])
    if options.json:
        listed = {"findings": [_as_json(index, finding) for finding in every]}
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        write("".join(f"{findings.line(each, index.printed(each.place))}\n" for each in every))
    if options.to is not None:
        rest = [*run(documents), *misnumbered]
        everything = in_order(index, [*to_complete(draft, documents), *rest])
        content = _report(draft, index, everything, options.files)
        write_file(options.to, content, overwrite=options.overwrite)
    return WARNED if every else DONE


def _read(files: list[Path]) -> tuple[Draft, list[Finding]]:
    """The draft that holds all versions, or what foreign files hold, with every flaw; what is wrong
    with the numbers of its articles, which a draft counts itself.
    """
    own = [file for file in files if file.suffix.lower() == drafts.SUFFIX]
    if own and len(files) > 1:
        raise MouError("one draft holds all versions; check {file} by itself", file=own[0])
    if own:
        return drafts.load_to_check(own[0]), []
    from mou_desktop.intake import importing  # (a draft is checked without)

    imported = importing.import_files(files, as_is=True)
    return imported.draft, [_number(each) for each in imported.misnumbered]


def _number(misnumbered: "Misnumbered") -> Finding:
    tag, where, found, expected = misnumbered
    excerpt = registry.language(tag).article(int(found.partition("-")[0]), "heading")
    path, params = f"version.{tag}.{where}", (("expected", expected),)
    return Finding(Code.ARTICLE_NUMBER, Level.ERROR, (tag,), where, path, excerpt, (), params)


def _report(draft: Draft, index: Index, everything: list[Finding], files: Sequence[Path]) -> bytes:
    """A Word file with the findings, accepted ones too."""
    from mou_desktop.export import report  # (without it no lxml is loaded)

    rows = [
        report.Row(
            place=findings.place(index.printed(each.place)),
            level=each.level,
            languages=", ".join(each.languages),
            message=findings.message(each),
            passage=each.excerpt,
            accepted=acceptance.reason(draft, each),
        )
        for each in everything
    ]
    return report.to_docx(
        rows,
        agreement=draft.template.names.get("en", ""),
        file=", ".join(file.name for file in files),
        made=datetime.now().astimezone(),
        language="en",
        translated=str,
    )


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
