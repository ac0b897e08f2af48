"""Writes the versions of an agreement: a file each, all in one, or two side by side.

`plan` says which files there would be, so that a caller can ask before it replaces any; `export`
writes them. A file that the disk refuses does not keep the others from being written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path

from mou_desktop.check.completeness import is_unfinished, to_complete
from mou_desktop.errors import MouError, StorageError
from mou_desktop.export import libreoffice
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.export.text import to_text
from mou_desktop.export.watermark import Watermark
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.finding import Finding
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import render
from mou_desktop.store import atomic

UNFINISHED = "-DRAFT"
BILINGUAL = "-bilingual"
STEM_LIMIT = 160
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {device + number for device, number in product(("COM", "LPT"), "0123456789¹²³")}
)
FORMATS = ("docx", "pdf", "txt")


class Arrangement(StrEnum):
    """How versions share files: one a file; all in one, one after another; two side by side."""

    SEPARATE = "separate"
    COMBINED = "combined"
    BILINGUAL = "bilingual"


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write; `findings` are what its documents still need."""

    file: Path
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    format: str
    arrangement: Arrangement
    layout: Layout
    subject: str = ""
    watermark: Watermark | None = None


Draw = Callable[[Target], bytes]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not written, and why."""

    target: Target
    error: StorageError


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an export. After a cancellation some targets are in neither list. `pdf_by`
    is the LibreOffice that made PDF files; empty when none did.
    """

    written: tuple[Target, ...]
    refused: tuple[Refusal, ...]
    pdf_by: str = ""


class AlreadyThereError(StorageError):
    """A file has the name already, and replacing it was not asked for."""


def plan(
    draft: Draft,
    folder: Path,
    stem: str,
    *,
    languages: Iterable[str],
    format: str,
    arrangement: Arrangement = Arrangement.SEPARATE,
    watermark: Watermark | None = None,
) -> list[Target]:
    """The files to write into `folder`: «stem-ru.docx», or «stem-ru-DRAFT.docx» while something
    in that version is missing or unconfirmed; of several versions «stem-az-ru.docx».

    `languages` are tags of the draft's template, in the order in which the versions are to stand;
    `format` is one of `FORMATS`. Raises `MouError` when versions cannot be arranged so.
    """
    documents = {tag: render(draft, tag) for tag in dict.fromkeys(languages)}
    targets = []
    for tags in _shared(list(documents), format, arrangement):
        each = (to_complete(draft, {tag: documents[tag]}) for tag in tags)
        findings = tuple(dict.fromkeys(finding for found in each for finding in found))
        suffix = BILINGUAL if arrangement is Arrangement.BILINGUAL else ""
        suffix += UNFINISHED if is_unfinished(findings) else ""
        targets.append(
            Target(
                folder / f"{safe_stem(stem)}-{'-'.join(tags)}{suffix}.{format}",
                tuple(documents[tag] for tag in tags),
                findings,
                format,
                arrangement,
                draft.layout,
                draft.template.names.get(tags[0], ""),
                watermark,
            )
        )
    return targets


def export(
    targets: Sequence[Target],
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
    draw: Draw | None = None,
) -> Report:
    """Write the files. Raises `StorageError` only when a folder cannot be made, and `PdfError` when
    there are PDF files among them and nothing that makes them; then nothing is written.

    LibreOffice makes the PDF files; where there is none, `draw` does.
    `progress` is told how much of the work is done, and cancels by returning False. A PDF file is
    made before any file is written, and counts twice.
    """
    pdf = [target for target in targets if target.format == "pdf"]
    if pdf and draw is None:
        libreoffice.require()
    for folder in {target.file.parent for target in targets}:
        _make(folder)
    written: list[Target] = []
    refused: list[Refusal] = []
    free: list[Target] = []
    for target in targets:
        try:
            _require_free(target.file, overwrite)
            free.append(target)
        except StorageError as error:
            refused.append(Refusal(target, error))
    with suppress(Stopped):
        for target, content in _contents(free, progress, draw):
            try:
                atomic.write(target.file, content)
            except StorageError as error:
                refused.append(Refusal(target, error))
            else:
                written.append(target)
    program = libreoffice.find() if any(each.format == "pdf" for each in written) else None
    pdf_by = libreoffice.told_name(program) if program is not None else ""
    return Report(tuple(written), tuple(refused), pdf_by)


def safe_stem(stem: str) -> str:
    """A file name, still without suffix, that every system takes."""
    name = _FORBIDDEN.sub("_", clean(stem)).lstrip(" .")
    name = name.encode("utf-8")[:STEM_LIMIT].decode("utf-8", "ignore").rstrip(" .")
    device = name.partition(".")[0].rstrip().upper()
    return f"_{name}" if not name or device in _DEVICES else name


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(
            "{file}: a file stands where the folder should be; choose another folder", file=folder
        ) from error
    except OSError as error:
        raise atomic.storage_error(folder, error) from error


def _require_free(file: Path, overwrite: bool) -> None:
    if not overwrite and _exists(file):
        raise AlreadyThereError("{file} exists already", file=file)


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError as error:
        raise atomic.storage_error(file, error) from error


def _contents(
    targets: Sequence[Target], progress: Progress | None, draw: Draw | None
) -> Iterator[tuple[Target, bytes]]:
    """Each file's bytes. Raises `Stopped` when it is told to, and `PdfError`."""
    drawn = [target for target in targets if target.format == "pdf"]
    total = len(targets) + len(drawn)

    def go_on(done: int, _total: int = 0) -> bool:
        return progress is None or progress(done, total)

    pages = iter(_pdf(drawn, go_on, draw))
    for done, target in enumerate(targets, start=len(drawn)):
        if not go_on(done):
            raise Stopped
        match target.format:
            case "pdf":
                yield target, next(pages)
            case "docx":
                yield target, _docx(target)
            case _:
                (document,) = target.documents
                yield target, to_text(document).encode("utf-8")


def _pdf(targets: Sequence[Target], progress: Progress, draw: Draw | None) -> list[bytes]:
    if draw is not None and libreoffice.find() is None:
        return [draw(target) for target in targets if progress(0, len(targets))]
    return libreoffice.to_pdf([_docx(target) for target in targets], progress=progress)


def _shared(tags: list[str], format: str, arrangement: Arrangement) -> list[list[str]]:
    """The languages of each file."""
    if arrangement is Arrangement.SEPARATE:
        return [[tag] for tag in tags]
    if format == "txt":
        raise MouError("as plain text each version has a file of its own")
    if arrangement is Arrangement.BILINGUAL and len(tags) != 2:
        raise MouError("two versions stand side by side; choose two languages")
    return [tags] if tags else []


def _docx(target: Target) -> bytes:
    from mou_desktop.export import docx  # (plain text does without lxml)

    subject, layout, watermark = target.subject, target.layout, target.watermark
    if target.arrangement is Arrangement.BILINGUAL:
        left, right = target.documents
        return docx.bilingual_to_docx(
            (left, right), subject=subject, layout=layout, watermark=watermark
        )
    return docx.combined_to_docx(
        target.documents, subject=subject, layout=layout, watermark=watermark
    )
