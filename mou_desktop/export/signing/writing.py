"""Makes the signing set of a draft: every original as a Word and a PDF file, and the manifest."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from mou_desktop import __version__
from mou_desktop.export.batch import safe_stem
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.export.signing import folder as folders
from mou_desktop.export.signing import manifest as manifests
from mou_desktop.export.signing.items import party_name
from mou_desktop.export.signing.laying_out import LaidOut, different, lay_out
from mou_desktop.export.signing.manifest import (
    DraftEntry,
    Entry,
    FindingEntry,
    Manifest,
    OriginalEntry,
    PartyEntry,
    Place,
)
from mou_desktop.export.signing.order import Order
from mou_desktop.export.signing.sheet import to_docx
from mou_desktop.languages.base import NBSP
from mou_desktop.model import acceptance, final
from mou_desktop.model.digest import content_digest
from mou_desktop.model.document import Document, SignatureBlock, Signer
from mou_desktop.model.fields import clean
from mou_desktop.model.finding import Code, Finding

MANIFEST = manifests.FILE
_COLUMNS = ("left", "right")
_DATE_PARTS = ("day", "month", "year")
_MANIFESTS = 2


def write(
    order: Order, folder: Path, *, replace: bool = False, progress: Progress | None = None
) -> Manifest:
    """Make the set in a new folder; with `replace`, in place of an earlier set that is as it was.

    Raises `MouError` when there is no plan of the originals or the draft is not what was marked as
    final, `StorageError` when the disk refuses, and `Stopped`. Nothing is left behind then.
    """
    items = order.items()
    folder = folder.absolute()
    folders.require_free(folder, replace=replace)
    files = 2 * len(items) + _MANIFESTS
    total = different(items) + files

    def tell(done: int) -> None:
        if progress is not None and not progress(done, total):
            raise Stopped

    with folders.aside(folder) as made:
        originals, pdf_by = lay_out(order, items, tell)
        manifest, contents = _with_manifest(order, originals, pdf_by)
        for done, (name, content) in enumerate(contents.items()):
            tell(total - files + done)
            folders.write(made / name, content)
        folders.put_in_place(made, folder)
    return manifest


def _with_manifest(
    order: Order, originals: list[LaidOut], pdf_by: str
) -> tuple[Manifest, Mapping[str, bytes]]:
    """The manifest, and the content of every file by its name."""
    contents = {name: content for each in originals for name, content in _files(each)}
    manifest = Manifest(
        program=__version__,
        made=order.time.isoformat(timespec="seconds"),
        pdf_by=pdf_by,
        draft=_draft_entry(order),
        parties=tuple(_party_entries(order)),
        originals=tuple(_original_entry(order, each) for each in originals),
        by_hand=tuple(_by_hand(order)),
        findings=tuple(
            _finding_entry(order, each)
            for each in (*order.findings, *order.checked, *order.accepted)
        ),
        files=_entries(contents),
    )
    sheet = safe_stem(order.translated("Manifest")) + ".docx"
    contents[sheet] = to_docx(manifest, order.language, order.translated)
    manifest = manifests.with_files(manifest, _entries(contents))
    contents[MANIFEST] = manifests.dumps(manifest)
    return manifest, contents


def _finding_entry(order: Order, finding: Finding) -> FindingEntry:
    return FindingEntry(
        finding.code,
        finding.level,
        finding.languages,
        finding.path,
        order.describe(finding),
        acceptance.reason(order.draft, finding),
    )


def _files(original: LaidOut) -> Iterator[tuple[str, bytes]]:
    yield f"{original.item.stem}.docx", original.word
    if original.pdf is not None:
        yield f"{original.item.stem}.pdf", original.pdf


def _entries(contents: Mapping[str, bytes]) -> tuple[Entry, ...]:
    return tuple(
        Entry(name, hashlib.sha256(content).hexdigest(), len(content))
        for name, content in contents.items()
    )


def _draft_entry(order: Order) -> DraftEntry:
    draft = order.draft
    return DraftEntry(
        clean(order.source),
        draft.template.names.get(order.language) or next(iter(draft.template.names.values()), ""),
        final.number(draft),
        draft.final.time if draft.final is not None else None,
        content_digest(draft),
    )


def _party_entries(order: Order) -> Iterator[PartyEntry]:
    for number, party in enumerate(order.draft.values.parties):
        name = party.name.get(order.language) or next(iter(party.name.values()), "")
        yield PartyEntry(party_name(number, order.translated), name)


def _original_entry(order: Order, laid_out: LaidOut) -> OriginalEntry:
    original = laid_out.item.original
    return OriginalEntry(
        original.number,
        original.languages,
        original.party,
        tuple(name for name, _content in _files(laid_out)),
        laid_out.pages,
        tuple(
            place
            for text, page in zip(laid_out.texts, laid_out.ends, strict=True)
            for place in _places(text, page)
        ),
    )


def _places(text: Document, page: int | None) -> Iterator[Place]:
    """Who signs a text: side by side, on its last page."""
    for block in text.blocks:
        if isinstance(block, SignatureBlock):
            for number, signer in enumerate(block.signers):
                side = _COLUMNS[number % len(_COLUMNS)]
                for position, name in signer.people:
                    who = _without_blank(name.text), _without_blank(position.text)
                    yield Place(text.language, _party(signer), *who, side, page)


def _party(signer: Signer) -> int:
    """For which party somebody signs."""
    paths = (run.path.split(".") for line in signer.lines for run in line.runs)
    return next((int(path[1]) for path in paths if path[0] == "parties"), 0)


def _without_blank(text: str) -> str:
    """A name without the line that stands before it for the signature."""
    return text.replace(NBSP, " ").strip("_ ")


def _by_hand(order: Order) -> Iterator[str]:
    """What the pen adds: marks of the parties, and the fields that are blanks in the texts."""
    layout = order.draft.layout
    yield "signatures"
    yield from (name for name in ("seals", "initials") if getattr(layout, name))
    date = order.draft.values.date
    yield from (f"date.{part}" for part in _DATE_PARTS if getattr(date, part) is None)
    for finding in order.findings:
        if finding.code is Code.VALUE_MISSING:
            yield finding.path
