"""Writes the versions of an agreement, one file per language.

`plan` says which files there would be, so that a caller can ask before it replaces any; `export`
writes them. A file that the disk refuses does not keep the others from being written.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from mou_desktop.check.completeness import is_unfinished, to_complete
from mou_desktop.errors import StorageError
from mou_desktop.export.text import to_text
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.finding import Finding
from mou_desktop.render.assemble import render
from mou_desktop.store import atomic

UNFINISHED = "-DRAFT"
STEM_LIMIT = 160
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {device + number for device, number in product(("COM", "LPT"), "0123456789¹²³")}
)
Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write; `findings` are what its document still needs."""

    file: Path
    document: Document
    findings: tuple[Finding, ...]
    format: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not written, and why."""

    target: Target
    error: StorageError


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an export. After a cancellation some targets are in neither list."""

    written: tuple[Target, ...]
    refused: tuple[Refusal, ...]


class AlreadyThereError(StorageError):
    """A file has the name already, and replacing it was not asked for."""


def plan(
    draft: Draft, folder: Path, stem: str, *, languages: Iterable[str], format: str
) -> list[Target]:
    """The files to write into `folder`: «stem-ru.docx», or «stem-ru-DRAFT.docx» while something
    in that version is missing or unconfirmed.

    `languages` are tags of the draft's template, `format` is one of `FORMATS`.
    """
    targets = []
    for tag in dict.fromkeys(languages):
        document = render(draft, tag)
        findings = tuple(to_complete(draft, {tag: document}))
        name = f"{safe_stem(stem)}-{tag}{UNFINISHED if is_unfinished(findings) else ''}.{format}"
        subject = draft.template.names.get(tag, "")
        targets.append(Target(folder / name, document, findings, format, subject))
    return targets


def export(
    targets: Sequence[Target], *, overwrite: bool = False, progress: Progress | None = None
) -> Report:
    """Write the files. Raises `StorageError` only when a folder cannot be made.

    `progress` is told how many files of how many are done, and cancels by returning False.
    """
    for folder in {target.file.parent for target in targets}:
        _make(folder)
    written: list[Target] = []
    refused: list[Refusal] = []
    for done, target in enumerate(targets):
        if progress is not None and not progress(done, len(targets)):
            break
        try:
            _write(target, overwrite)
        except StorageError as error:
            refused.append(Refusal(target, error))
        else:
            written.append(target)
    return Report(tuple(written), tuple(refused))


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


def _write(target: Target, overwrite: bool) -> None:
    if not overwrite and _exists(target.file):
        raise AlreadyThereError("{file} exists already", file=target.file)
    atomic.write(target.file, FORMATS[target.format](target))


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError as error:
        raise atomic.storage_error(file, error) from error


def _docx(target: Target) -> bytes:
    from mou_desktop.export.docx import to_docx  # (plain text does without lxml)

    return to_docx(target.document, subject=target.subject)


def _txt(target: Target) -> bytes:
    return to_text(target.document).encode("utf-8")


FORMATS: dict[str, Callable[[Target], bytes]] = {"docx": _docx, "txt": _txt}
