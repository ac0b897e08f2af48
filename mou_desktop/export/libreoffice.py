"""Word files as PDF files, page for page as a word processor prints them: LibreOffice does it.

Each conversion has a profile of its own, which is thrown away: the officer's LibreOffice is not
touched, may run meanwhile, and its settings change nothing. The profile says what is wanted,
because that holds for every version; options on the command line need a recent one.
"""

import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from mou_desktop.errors import MouError, PdfError
from mou_desktop.export import child_process
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.model.fields import clean
from mou_desktop.store import atomic

FILES_OF_A_CALL = 50
PATIENCE = 120
"""Seconds without a further file after which LibreOffice counts as stuck."""
VERSION_PATIENCE = 20
NAME = "LibreOffice"
NAMES = ("soffice", "libreoffice")
_WINDOWS_FOLDERS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_SETTINGS = {
    "Filter/PDF/Export": {
        "SelectPdfVersion": "2",  # (PDF/A-2b)
        "UseTaggedPDF": "true",
        "DisplayPDFDocumentTitle": "true",
        "ExportBookmarksToPDFDestination": "true",
    },
    "Security/Scripting": {"BlockUntrustedRefererLinks": "true", "DisableMacrosExecution": "true"},
}
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)


def find() -> Path | None:
    """The program, on the search path or where it is usually installed."""
    on_path = (shutil.which(name) for name in NAMES)
    files = (*(Path(name) for name in on_path if name), *usual_places())
    return next((file for file in files if file.is_file()), None)


def require() -> Path:
    """The program. Raises `PdfError` where there is none."""
    program = find()
    if program is None:
        raise PdfError(
            "for PDF files install LibreOffice (on Debian and Ubuntu the package "
            "libreoffice-writer, elsewhere from www.libreoffice.org)"
        )
    return program


def usual_places() -> Iterator[Path]:
    """Where the program may be without being on the search path."""
    if sys.platform == "win32":
        folders = [Path(name) for key in _WINDOWS_FOLDERS if (name := os.environ.get(key))]
        yield from (folder / "LibreOffice" / "program" / "soffice.com" for folder in folders)
    elif sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from (Path("/usr/bin/soffice"), Path("/usr/lib/libreoffice/program/soffice"))
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


@cache
def version(program: Path) -> str:
    """What the program says that it is («LibreOffice 7.4.7.2»); empty when it says nothing."""
    with _workshop() as folder:
        said = _run(program, folder, ["--version"], _until_stuck(lambda: 0, VERSION_PATIENCE))
    found = re.search(r"LibreOffice(Dev)? \d+(\.\d+)*", said)
    return found[0] if found else ""


def told_name(program: Path) -> str:
    """What is said of the program that made a file: its version, as far as it tells that."""
    with suppress(MouError):
        return version(program) or NAME
    return NAME


def to_pdf(word_files: Sequence[bytes], *, progress: Progress | None = None) -> list[bytes]:
    """The PDF files of Word files, in their order: PDF/A-2b, tagged, with embedded fonts.

    `progress` is told how many are there. Raises `Stopped` when it says to stop, and `PdfError`
    when there is no LibreOffice or it fails.
    """
    if not word_files:
        return []
    program = require()
    made: list[bytes] = []
    for start in range(0, len(word_files), FILES_OF_A_CALL):

        def tell(done: int, before: int = start) -> None:
            if progress is not None and not progress(before + done, len(word_files)):
                raise Stopped

        made += _converted(program, word_files[start : start + FILES_OF_A_CALL], tell)
    return made


def _converted(
    program: Path, word_files: Sequence[bytes], tell: Callable[[int], None]
) -> list[bytes]:
    """The files of one call."""
    with _workshop() as folder:
        names = [f"{number:04}" for number in range(1, len(word_files) + 1)]
        for name, content in zip(names, word_files, strict=True):
            (folder / f"{name}.docx").write_bytes(content)
        made = folder / "pdf"

        def count() -> int:
            there = len(list(made.glob("*.pdf")))
            tell(there)
            return there

        files = [f"{name}.docx" for name in names]
        command = ["--convert-to", "pdf", "--outdir", str(made), *files]
        said = _run(program, folder, command, _until_stuck(count, PATIENCE))
        count()
        return [_whole(made / f"{name}.pdf", said) for name in names]


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder that is thrown away, with a profile in it. Raises `StorageError`."""
    from tempfile import TemporaryDirectory

    items = [
        _ITEM.format(path=path, name=name, value=value)
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    ]
    try:
        with TemporaryDirectory(prefix="mou-desktop-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            user = folder / "profile" / "user"
            user.mkdir(parents=True)
            content = _PROFILE.format(items="\n".join(items))
            (user / "registrymodifications.xcu").write_text(content, "utf-8")
            yield folder
    except OSError as error:
        raise atomic.storage_error(Path(error.filename or "LibreOffice"), error) from error


def _run(program: Path, folder: Path, command: list[str], watch: Callable[[], None]) -> str:
    """What the program says. Raises `PdfError` when it cannot be started."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # No desktop's settings or theme; what it leaves in a folder of its own goes with ours.
    apart = {"SAL_USE_VCLPLUGIN": "svp", "GSETTINGS_BACKEND": "memory"}
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR"), str(folder))
    try:
        child_process.run(
            [str(program), profile, "--headless", "--nologo", "--norestore", *command],
            folder,
            folder / "said.txt",
            environment=child_process.surroundings(**apart, **temporary),
            watch=watch,
        )
    except OSError as error:
        raise _failed(program, error.strerror or str(error)) from error
    return (folder / "said.txt").read_text("utf-8", "replace")


def _until_stuck(count: Callable[[], int], patience: float) -> Callable[[], None]:
    """Looks whether the number of files that are there grows. Raises `PdfError` when it has not
    for so many seconds.
    """
    most, since = 0, time.monotonic()

    def watch() -> None:
        nonlocal most, since
        now = count()
        if now > most:
            most, since = now, time.monotonic()
        if time.monotonic() - since > patience:
            raise PdfError(
                "LibreOffice has done nothing for {seconds} seconds and was stopped; try again",
                seconds=patience,
            )

    return watch


def _whole(file: Path, said: str) -> bytes:
    """The content of a PDF file. Raises `PdfError` when it is none."""
    content = file.read_bytes() if file.is_file() else b""
    if not (content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]):
        lines = [line for line in said.splitlines() if line.startswith("Error")]
        raise _failed(file, lines[-1] if lines else "")
    return content


def _failed(file: Path, reason: str) -> PdfError:
    reason = clean(reason).strip() or file.name
    return PdfError(
        "LibreOffice made no PDF file ({reason}); try again, or install LibreOffice anew",
        reason=reason,
    )
