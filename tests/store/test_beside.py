"""Protocols and corrections are found beside the agreement's file."""

from pathlib import Path

import pytest

from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.store import beside, drafts
from tests.golden.real_case import amended, mended, signed

FIRST = protocol(signed(), amended(signed()))
MEND = correction(signed(), mended(signed()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drafts.save(signed(), tmp_path / "memo.mou")
    drafts.save(FIRST, tmp_path / "p1.mou")
    drafts.save(MEND, tmp_path / "c1.mou")
    drafts.save(signed(), tmp_path / "other.mou")
    return tmp_path


def names(folder: Path) -> list[str]:
    return [each.file.name for each in beside.instruments(folder / "memo.mou")]


def test_what_amends_or_corrects_is_found_and_nothing_else(folder: Path) -> None:
    assert names(folder) == ["c1.mou", "p1.mou"]
    assert beside.instruments(folder / "memo.mou")[1].draft == FIRST


def test_what_cannot_be_read_is_passed_over(folder: Path) -> None:
    content = (folder / "p1.mou").read_bytes()
    (folder / "half.mou").write_bytes(content[: len(content) // 2])
    (folder / "empty.mou").write_bytes(b"")
    (folder / "noise.mou").write_bytes(b'{"kind": "protocol"' + bytes(range(256)))
    (folder / "folder.mou").mkdir()
    (folder / "gone.mou").symlink_to(folder / "nowhere.mou")
    assert names(folder) == ["c1.mou", "p1.mou"]


def test_no_more_is_read_than_anybody_keeps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "DRAFTS_LIMIT", 1)
    assert names(folder) == ["c1.mou"]
    monkeypatch.setattr(beside, "DRAFTS_LIMIT", 9)
    monkeypatch.setattr(beside, "BYTES_LIMIT", (folder / "p1.mou").stat().st_size - 1)
    assert "p1.mou" not in names(folder)
    monkeypatch.setattr(beside, "FILES_LIMIT", 0)
    assert names(folder) == []


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert beside.instruments(tmp_path / "gone" / "memo.mou") == ()
