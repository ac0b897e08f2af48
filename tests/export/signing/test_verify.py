"""A signing set against its manifest: what changed, what is missing, what is foreign."""

import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mou_desktop.errors import ManifestError
from mou_desktop.export.progress import Stopped
from mou_desktop.export.signing import manifest as manifests
from mou_desktop.export.signing.verify import verify

FIRST = "1 of 4 – Azerbaijani – Party A.docx"
LAST = "4 of 4 – English – Party B.pdf"
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def test_a_set_as_it_was_made_is_whole(made: Path) -> None:
    found = verify(made)
    assert found.is_whole
    assert len(found.manifest.files) == 9


def test_each_kind_of_difference_is_named(made: Path) -> None:
    (made / FIRST).write_bytes((made / FIRST).read_bytes() + b" ")
    (made / LAST).unlink()
    (made / "notes.txt").write_text("")
    (made / "below").mkdir()
    found = verify(made)
    assert (found.changed, found.missing, found.foreign) == (
        (FIRST,),
        (LAST,),
        ("below", "notes.txt"),
    )


def test_a_change_that_keeps_the_size_is_found(made: Path) -> None:
    content = bytearray((made / FIRST).read_bytes())
    content[100] ^= 1
    (made / FIRST).write_bytes(content)
    assert verify(made).changed == (FIRST,)


def test_a_changed_manifest_is_named_first(made: Path) -> None:
    text = (made / "manifest.json").read_text("utf-8")
    (made / "manifest.json").write_text(text.replace('"pages": 3', '"pages": 4', 1), "utf-8")
    assert verify(made).changed == ("manifest.json",)


def test_a_manifest_that_is_only_written_differently_is_the_same(made: Path) -> None:
    data = json.loads((made / "manifest.json").read_bytes())
    (made / "manifest.json").write_text(json.dumps(data, sort_keys=True))
    assert verify(made).is_whole


def test_what_file_managers_leave_is_not_foreign(made: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (made / name).write_text("")
    assert verify(made).is_whole


def test_a_system_may_write_the_letters_of_names_differently(made: Path) -> None:
    data = json.loads((made / "manifest.json").read_bytes())
    entry = data["files"][0]
    entry["name"] = "Азербайджанский.docx"
    (made / FIRST).rename(made / unicodedata.normalize("NFD", entry["name"]))
    (made / "manifest.json").write_text(json.dumps(data))
    assert verify(made).changed == ("manifest.json",)


@POSIX
def test_a_link_is_no_file_of_the_set(made: Path, tmp_path: Path) -> None:
    (made / FIRST).rename(tmp_path / "elsewhere")
    (made / FIRST).symlink_to(tmp_path / "elsewhere")
    assert verify(made).changed == (FIRST,)


def test_a_folder_in_the_place_of_a_file_is_a_change(made: Path) -> None:
    (made / FIRST).unlink()
    (made / FIRST).mkdir()
    assert verify(made).changed == (FIRST,)


def test_it_can_be_cancelled(made: Path) -> None:
    with pytest.raises(Stopped):
        verify(made, progress=lambda done, total: done < 2)


@pytest.mark.parametrize("folder", ["nowhere", "file", "empty"])
def test_what_is_no_set_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ManifestError, match="is no signing set"):
        verify(tmp_path / folder)


class TestHostile:
    """A manifest comes with a folder from somebody else."""

    def spoiled(self, made: Path, change: Callable[[dict[str, Any]], object]) -> None:
        data = json.loads((made / "manifest.json").read_bytes())
        change(data)
        (made / "manifest.json").write_text(json.dumps(data))

    @pytest.mark.parametrize(
        "name",
        [
            "../secret.txt",
            "/etc/passwd",
            "..",
            ".",
            "",
            "a/b",
            "a\\b",
            "C:x",
            "x\0",
            "a\nb",
            "\u202egpj.exe",
            " x",
            "x.",
            "x" * 241,
            "manifest.json",
            "MANIFEST.JSON",
            LAST,
            LAST.upper(),
        ],
    )
    def test_names_that_lead_elsewhere_or_twice_to_a_file(self, made: Path, name: str) -> None:
        self.spoiled(made, lambda data: data["files"][0].update(name=name))
        with pytest.raises(ManifestError, match=r"manifest\.json is damaged"):
            verify(made)

    @pytest.mark.parametrize(
        "change",
        [
            lambda data: data["files"][0].update(size="12"),
            lambda data: data["files"][0].update(size=-1),
            lambda data: data["files"][0].update(size=True),
            lambda data: data["files"][0].update(size=1e300),
            lambda data: data["files"][0].update(sha256="x" * 64),
            lambda data: data["files"][0].update(sha256="ab"),
            lambda data: data["files"][0].update(sha256=None),
            lambda data: data["files"][0].update(link="https://example.org"),
            lambda data: data.update(files=data["files"][0]),
            lambda data: data.update(files=None),
            lambda data: data.update(
                files=[data["files"][0] | {"name": f"{n}"} for n in range(1001)]
            ),
            lambda data: data.update(originals=[[]]),
            lambda data: data.update(draft=[]),
            lambda data: data.update(more=1),
            lambda data: data.update(schema=0),
            lambda data: data.update(schema="1"),
            lambda data: data.update(program="\ud800"),
            lambda data: data.pop("files"),
        ],
    )
    def test_what_no_program_of_ours_writes(
        self, made: Path, change: Callable[[dict[str, Any]], object]
    ) -> None:
        self.spoiled(made, change)
        with pytest.raises(ManifestError, match=r"manifest\.json is damaged"):
            verify(made)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"[]",
            b"null",
            b"\xff\xfe",
            b"{",
            b'{"format": "mou-desktop"}',
            b'{"format": "mou-desktop-signing-set", "n": ' + b"9" * 9999 + b"}",
            b"[" * 100_000,
            b'{"a":' * 100_000,
            b'{"format": "mou-desktop-signing-set", "x": "' + b"x" * manifests.SIZE_LIMIT + b'"}',
        ],
        ids=range(10),
    )
    def test_what_is_no_manifest_at_all(self, made: Path, content: bytes) -> None:
        (made / "manifest.json").write_bytes(content)
        with pytest.raises(ManifestError, match="no manifest of a signing set, or damaged"):
            verify(made)

    def test_a_newer_one_is_told_apart(self, made: Path) -> None:
        self.spoiled(made, lambda data: data.update(schema=2))
        with pytest.raises(ManifestError, match="newer version"):
            verify(made)
