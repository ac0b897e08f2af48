"""Compares a signing set with its manifest."""

import hashlib
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from mou_desktop.errors import ManifestError
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.export.signing import manifest
from mou_desktop.export.signing.manifest import FILE, Entry, Manifest
from mou_desktop.store import atomic

BLOCK = 1024 * 1024
FOREIGN_LIMIT = 1000
# What file managers leave in every folder that they show.
UNNOTICED = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The names of files that are not as the manifest says, each list in the order of the folder's
    manifest, or of the alphabet. `manifest` is what the set should be.
    """

    manifest: Manifest
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the set is what it was when it was made."""
        return not (self.changed or self.missing or self.foreign)


def verify(folder: Path, *, progress: Progress | None = None) -> Verdict:
    """Look at every file. Raises `ManifestError` when there is no manifest that can be trusted to
    name files, `StorageError` when the folder cannot be read, and `Stopped`.
    """
    known, intact = manifest.loads(_read_manifest(folder))
    there = _inside(folder)
    changed = [] if intact else [FILE]
    missing = []
    for done, entry in enumerate(known.files):
        if progress is not None and not progress(done, len(known.files)):
            raise Stopped
        name = there.pop(_key(entry.name), None)
        if name is None:
            missing.append(entry.name)
        elif not _is_same(folder / name, entry):
            changed.append(entry.name)
    foreign = sorted(name for key, name in there.items() if key not in {*UNNOTICED, FILE})
    return Verdict(known, tuple(changed), tuple(missing), tuple(foreign[:FOREIGN_LIMIT]))


def _read_manifest(folder: Path) -> bytes:
    try:
        with (folder / FILE).open("rb") as stream:
            return stream.read(manifest.SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ManifestError(
            "{folder} is no signing set: there is no {file} in it", folder=folder, file=FILE
        ) from error
    except OSError as error:
        raise atomic.storage_error(folder / FILE, error) from error


def _inside(folder: Path) -> dict[str, str]:
    """The names in the folder, by what makes them the same on every system."""
    try:
        return {_key(file.name): file.name for file in folder.iterdir()}
    except OSError as error:
        raise atomic.storage_error(folder, error) from error


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_same(file: Path, entry: Entry) -> bool:
    """Whether a file, and no link to one, has the content that the manifest names."""
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size != entry.size:
            return False
        found = hashlib.sha256()
        with file.open("rb") as stream:
            while block := stream.read(BLOCK):
                found.update(block)
    except OSError as error:
        raise atomic.storage_error(file, error) from error
    return found.hexdigest() == entry.sha256
