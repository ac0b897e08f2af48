"""The commands that make a signing set, and compare one with its manifest."""

import argparse
from datetime import datetime
from pathlib import Path

from mou_desktop.check.completeness import to_complete
from mou_desktop.check.index import Index
from mou_desktop.check.run import check
from mou_desktop.cli.findings import line
from mou_desktop.cli.output import progress_bar, write
from mou_desktop.errors import StorageError
from mou_desktop.export.batch import AlreadyThereError
from mou_desktop.export.signing import verify as verifying
from mou_desktop.model import acceptance
from mou_desktop.model.finding import Finding, Level
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED, complain


def sign_set(options: argparse.Namespace) -> int:
    """Write all originals and the manifest."""
    from mou_desktop.export.signing import writing  # (other commands do without lxml)
    from mou_desktop.export.signing.order import Order

    draft = drafts.load(options.file)
    documents = render_all(draft)
    index = Index(documents)

    def describe(finding: Finding) -> str:
        return line(finding, index.printed(finding.place))

    found = check(documents)
    order = Order(
        draft,
        options.file.name,
        datetime.now().astimezone(),
        to_complete(draft, documents),
        describe,
        checked=acceptance.open_ones(draft, found),
        accepted=acceptance.accepted_ones(draft, found),
    )
    folder: Path = options.to
    try:
        with progress_bar() as progress:
            made = writing.write(order, folder, replace=options.overwrite, progress=progress)
    except AlreadyThereError as error:
        raise StorageError(
            "{error}; to replace a signing set add --overwrite", error=error
        ) from error
    names = [entry.name for entry in made.files]
    write("".join(f"{folder / name}\n" for name in [*names, writing.MANIFEST]))
    open_ones = (*order.findings, *order.checked)
    warnings = [describe(finding) for finding in open_ones if finding.level is not Level.NOTE]
    if not made.pdf_by:
        warnings.append("there are no PDF files in the set; for them install LibreOffice")
    for warning in warnings:
        complain(warning)
    return WARNED if warnings else DONE


def verify(options: argparse.Namespace) -> int:
    """Name the files of a set that are not as its manifest says."""
    with progress_bar() as progress:
        found = verifying.verify(options.folder, progress=progress)
    lists = {"changed": found.changed, "missing": found.missing, "foreign": found.foreign}
    lines = [f"{what}: {name}\n" for what, names in lists.items() for name in names]
    count = len(found.manifest.files)
    write("".join(lines) or f"all {count} files are as the manifest says\n")
    return DONE if found.is_whole else WARNED
