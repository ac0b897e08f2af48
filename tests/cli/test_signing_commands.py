"""The commands `sign-set` and `verify`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mou_desktop.cli.main import main
from mou_desktop.export import libreoffice
from mou_desktop.export.progress import Progress
from mou_desktop.export.signing import verify as verifying
from mou_desktop.model import final
from mou_desktop.store import drafts, examples

Output = pytest.CaptureFixture[str]


def _to_pdf(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
    return [b"%PDF-1.7 /Type /Page %%EOF" + file for file in files]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft filled in with the example; there is LibreOffice."""
    monkeypatch.setattr(libreoffice, "find", lambda: Path("soffice"))
    monkeypatch.setattr(libreoffice, "version", lambda _program: "LibreOffice 24.8")
    monkeypatch.setattr(libreoffice, "to_pdf", _to_pdf)
    drafts.save(examples.load("memorandum"), tmp_path / "memo.mou")
    return tmp_path / "memo.mou"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "set"


def sign_set(file: Path, out: Path, *more: str) -> int:
    return main(["sign-set", str(file), "--to", str(out), *more])


def test_the_files_of_the_set_are_listed(file: Path, out: Path, capsys: Output) -> None:
    assert sign_set(file, out) == 0
    said, warned = capsys.readouterr()
    assert sorted(said.splitlines()) == sorted(str(each) for each in out.iterdir())
    assert said.startswith(f"{out / '1 of 4 – Azerbaijani – Party A.docx'}\n")
    assert said.endswith(f"{out / 'manifest.json'}\n")
    assert warned == ""


def test_a_set_as_it_was_made_is_verified(file: Path, out: Path, capsys: Output) -> None:
    sign_set(file, out)
    capsys.readouterr()
    assert main(["verify", str(out)]) == 0
    assert capsys.readouterr() == ("all 9 files are as the manifest says\n", "")


def test_changed_missing_and_foreign_files_are_named(file: Path, out: Path, capsys: Output) -> None:
    sign_set(file, out)
    (out / "1 of 4 – Azerbaijani – Party A.docx").write_bytes(b"")
    (out / "4 of 4 – English – Party B.pdf").unlink()
    (out / "notes.txt").write_bytes(b"")
    capsys.readouterr()
    assert main(["verify", str(out)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "changed: 1 of 4 – Azerbaijani – Party A.docx",
        "missing: 4 of 4 – English – Party B.pdf",
        "foreign: notes.txt",
    ]


def test_what_is_no_set_is_refused_in_one_line(tmp_path: Path, capsys: Output) -> None:
    assert main(["verify", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"mou-desktop: {tmp_path} is no signing set: there is no manifest.json in it\n"
    )


def test_a_set_that_is_there_is_replaced_only_when_told_so(
    file: Path, out: Path, capsys: Output
) -> None:
    assert sign_set(file, out) == 0
    capsys.readouterr()
    assert sign_set(file, out) == 2
    assert capsys.readouterr().err == (
        f"mou-desktop: {out} exists already; to replace a signing set add --overwrite\n"
    )
    assert sign_set(file, out, "--overwrite") == 0


def test_what_is_open_is_warned_of(file: Path, out: Path, capsys: Output) -> None:
    main(["set", str(file), "parties.0.signatory.name.ru="])
    assert sign_set(file, out) == 1
    said, warned = capsys.readouterr()
    assert " – DRAFT.docx\n" in said
    assert warned == (
        "mou-desktop: error: preamble · ru: parties.0.signatory.name.ru: nothing is entered\n"
    )


def test_the_manifest_has_what_the_checks_find(file: Path, out: Path) -> None:
    assert sign_set(file, out) == 0
    found = verifying.verify(out).manifest.findings
    assert {each.level for each in found} == {"note"}
    assert any("written notice" in each.text for each in found)


def test_without_libreoffice_the_word_files_are_there(
    file: Path, out: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    assert sign_set(file, out) == 1
    assert len(list(out.glob("*.docx"))) == 5
    assert list(out.glob("*.pdf")) == []
    assert capsys.readouterr().err == (
        "mou-desktop: there are no PDF files in the set; for them install LibreOffice\n"
    )


def test_without_a_plan_nothing_is_made(file: Path, out: Path, capsys: Output) -> None:
    main(["set", str(file), "copies="])
    assert sign_set(file, out) == 2
    assert "fill in the number of copies" in capsys.readouterr().err
    assert not out.exists()


def test_a_final_draft_is_made_into_a_set(file: Path, out: Path) -> None:
    now = datetime(2026, 5, 3, tzinfo=UTC)
    drafts.save(final.mark(drafts.load(file), (), now), file)
    assert sign_set(file, out) == 0
    assert '"final": "2026-05-03T00:00:00+00:00"' in (out / "manifest.json").read_text("utf-8")
