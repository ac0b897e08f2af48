"""The commands and final drafts: they are read and exported, and never changed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mou_desktop.cli.main import main
from mou_desktop.model import final
from mou_desktop.store import drafts, examples

Output = pytest.CaptureFixture[str]
NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A final draft."""
    drafts.save(final.mark(examples.load("memorandum"), (), NOW), tmp_path / "memo.mou")
    return tmp_path / "memo.mou"


@pytest.fixture
def altered(file: Path) -> Path:
    """One that somebody has changed by other means."""
    data = json.loads(file.read_bytes())
    data["values"]["copies"] = 6
    file.write_text(json.dumps(data), "utf-8")
    return file


def test_set_refuses_in_one_line_that_says_what_to_do(file: Path, capsys: Output) -> None:
    before = file.read_bytes()
    assert main(["set", str(file), "copies=6"]) == 2
    assert capsys.readouterr().err == (
        "mou-desktop: the draft is final; to change it, reopen it in the window: "
        "Agreement → Reopen…\n"
    )
    assert file.read_bytes() == before


def test_it_is_shown_and_exported_like_any_other(file: Path, tmp_path: Path) -> None:
    assert main(["show", str(file), "--language", "ru"]) == 0
    assert main(["export", str(file), "--to", str(tmp_path / "out"), "--format", "txt"]) == 0


def test_one_that_was_altered_is_warned_of(altered: Path, tmp_path: Path, capsys: Output) -> None:
    warning = f"mou-desktop: {altered} is marked as final, but was changed since; reopen it in the "
    assert main(["show", str(altered), "--language", "ru"]) == 1
    assert capsys.readouterr().err == f"{warning}window\n"
    assert main(["export", str(altered), "--to", str(tmp_path / "o"), "--format", "txt"]) == 1
    assert capsys.readouterr().err == f"{warning}window\n"
