"""The command `export`: files, warnings, exit codes."""

import errno
import io
import os
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from mou_desktop.cli.main import main
from mou_desktop.export import libreoffice
from mou_desktop.export.text import to_text
from mou_desktop.render.assemble import render
from mou_desktop.store import atomic, drafts, examples

Output = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A draft filled in with the example."""
    drafts.save(examples.load("memorandum"), tmp_path / "memo.mou")
    return tmp_path / "memo.mou"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def export(file: Path, out: Path, *more: str) -> int:
    return main(["export", str(file), "--to", str(out), "--format", "txt", *more])


def names(out: Path) -> list[str]:
    return sorted(written.name for written in out.iterdir())


def test_a_complete_draft_gives_one_word_file_per_language(file: Path, out: Path) -> None:
    assert main(["export", str(file), "--to", str(out)]) == 0
    assert names(out) == ["memo-az.docx", "memo-en.docx", "memo-kk.docx", "memo-ru.docx"]
    assert all(written.read_bytes().startswith(b"PK") for written in out.iterdir())


def test_plain_text_is_what_show_prints(file: Path, out: Path) -> None:
    assert export(file, out) == 0
    for tag in ("az", "kk", "ru", "en"):
        expected = to_text(render(drafts.load(file), tag))
        assert (out / f"memo-{tag}.txt").read_text("utf-8") == expected


def test_the_files_written_are_listed(file: Path, out: Path, capsys: Output) -> None:
    assert export(file, out, "--languages", "ru, en") == 0
    listed, warned = capsys.readouterr()
    assert listed == f"{out / 'memo-ru.txt'}\n{out / 'memo-en.txt'}\n"
    assert warned == ""


def test_the_languages_are_those_of_the_agreement_unless_told_otherwise(
    file: Path, out: Path
) -> None:
    assert main(["set", str(file), "languages=kk,ru"]) == 0
    assert export(file, out) == 0
    assert names(out) == ["memo-kk.txt", "memo-ru.txt"]
    assert export(file, out, "--languages", "en") == 0
    assert names(out) == ["memo-en.txt", "memo-kk.txt", "memo-ru.txt"]


@pytest.mark.parametrize("languages", ["tr", "ru,tr", "", "ru,", "RU"])
def test_an_unknown_language_is_refused(
    file: Path, out: Path, capsys: Output, languages: str
) -> None:
    assert export(file, out, "--languages", languages) == 2
    said = capsys.readouterr().err
    assert said.startswith("mou-desktop: no version in the language “")
    assert said.endswith("”; there are: az,kk,ru,en\n")
    assert not out.exists()


def test_what_is_open_is_warned_of_and_marks_the_name(
    file: Path, out: Path, capsys: Output
) -> None:
    changes = ["parties.0.signatory.name.ru=", "parties.0.name.ru=ГЯНДЖИНСКИЙ МУЗЕЙ"]
    assert main(["set", str(file), *changes]) == 0
    assert export(file, out) == 1
    assert names(out) == ["memo-az.txt", "memo-en.txt", "memo-kk.txt", "memo-ru-DRAFT.txt"]
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "mou-desktop: parties.0.name.ru#instrumental (ru): “ГЯНДЖИНСКИЙ МУЗЕЙ” is a guess; "
        "confirm it, or set another",
        "mou-desktop: parties.0.introduced_as.ru (ru): the party's name has changed since; set "
        "this again",
        "mou-desktop: parties.0.signatory.name.ru (ru): nothing is entered; a blank was left",
    ]


def test_what_several_versions_need_is_one_warning(file: Path, out: Path, capsys: Output) -> None:
    assert main(["set", str(file), "copies=", "date.month=2", "date.day=30"]) == 0
    assert export(file, out, "--languages", "kk,ru") == 1
    assert names(out) == ["memo-kk-DRAFT.txt", "memo-ru-DRAFT.txt"]
    assert capsys.readouterr().err.splitlines() == [
        "mou-desktop: copies (kk, ru): nothing is entered; a blank was left",
        "mou-desktop: date.day (kk, ru): there is no such day, 30.02.2026",
    ]


def test_what_only_other_versions_need_is_no_warning(file: Path, out: Path, capsys: Output) -> None:
    assert main(["set", str(file), "parties.0.signatory.name.ru="]) == 0
    assert export(file, out, "--languages", "kk,en") == 0
    assert capsys.readouterr().err == ""


def test_a_blank_draft_is_exported_with_blanks(tmp_path: Path, out: Path) -> None:
    assert main(["new", str(tmp_path / "blank.mou")]) == 0
    assert export(tmp_path / "blank.mou", out) == 1
    assert names(out) == [f"blank-{tag}-DRAFT.txt" for tag in ("az", "en", "kk", "ru")]


def test_all_versions_in_one_word_file(file: Path, out: Path, capsys: Output) -> None:
    assert main(["export", str(file), "--to", str(out), "--arrange", "combined"]) == 0
    assert names(out) == ["memo-az-kk-ru-en.docx"]
    assert capsys.readouterr().out == f"{out / 'memo-az-kk-ru-en.docx'}\n"
    order = ["--languages", "en,ru", "--arrange", "combined"]
    assert main(["export", str(file), "--to", str(out), *order]) == 0
    assert names(out) == ["memo-az-kk-ru-en.docx", "memo-en-ru.docx"]


def test_two_versions_side_by_side(file: Path, out: Path) -> None:
    pair = ["--languages", "ru,az", "--arrange", "bilingual"]
    assert main(["export", str(file), "--to", str(out), *pair]) == 0
    assert names(out) == ["memo-ru-az-bilingual.docx"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--arrange", "bilingual"], "two versions stand side by side; choose two languages"),
        (
            ["--arrange", "bilingual", "--languages", "ru,ru"],
            "two versions stand side by side; choose two languages",
        ),
        (
            ["--arrange", "combined", "--format", "txt"],
            "as plain text each version has a file of its own",
        ),
    ],
)
def test_versions_that_cannot_be_arranged_so(
    file: Path, out: Path, capsys: Output, more: list[str], says: str
) -> None:
    assert main(["export", str(file), "--to", str(out), *more]) == 2
    assert capsys.readouterr().err == f"mou-desktop: {says}\n"
    assert not out.exists()


def test_what_is_open_in_one_version_marks_a_file_of_several(
    file: Path, out: Path, capsys: Output
) -> None:
    changes = ["copies=", "date.month=2", "date.day=30", "parties.0.signatory.name.ru="]
    assert main(["set", str(file), *changes]) == 0
    pair = ["--languages", "ru,en", "--arrange", "bilingual"]
    assert main(["export", str(file), "--to", str(out), *pair]) == 1
    assert names(out) == ["memo-ru-en-bilingual-DRAFT.docx"]
    assert capsys.readouterr().err.splitlines() == [
        "mou-desktop: parties.0.signatory.name.ru (ru): nothing is entered; a blank was left",
        "mou-desktop: copies (ru, en): nothing is entered; a blank was left",
        "mou-desktop: date.day (ru, en): there is no such day, 30.02.2026",
    ]


def test_a_watermark_is_written_when_it_is_asked_for(file: Path, out: Path) -> None:
    assert main(["export", str(file), "--to", str(out), "--languages", "ru", "--watermark"]) == 0
    with ZipFile(out / "memo-ru.docx") as word:
        assert 'string="ПРОЕКТ 1, ' in word.read("word/header1.xml").decode()


def test_an_existing_file_is_replaced_only_when_told_so(
    file: Path, out: Path, capsys: Output
) -> None:
    out.mkdir()
    (out / "memo-ru.txt").write_text("signed")
    assert export(file, out) == 1
    expected = f"mou-desktop: {out / 'memo-ru.txt'} exists already; to replace it add --overwrite\n"
    assert capsys.readouterr().err == expected
    assert (out / "memo-ru.txt").read_text() == "signed"
    assert len(names(out)) == 4

    assert export(file, out, "--overwrite") == 0
    assert (out / "memo-ru.txt").read_text("utf-8").startswith("МЕМОРАНДУМ")


def test_nothing_written_is_a_refusal_in_one_line(file: Path, out: Path, capsys: Output) -> None:
    assert export(file, out) == 0
    capsys.readouterr()
    assert export(file, out) == 2
    assert capsys.readouterr() == (
        "",
        f"mou-desktop: nothing was written: {out / 'memo-az.txt'} exists already; "
        "to replace it add --overwrite (and 3 more files)\n",
    )


def test_a_file_open_in_word_is_named_and_the_others_are_written(
    file: Path, out: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "memo-kk.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        ordinary(source, target)

    monkeypatch.setattr("os.replace", replace)
    assert export(file, out) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"mou-desktop: {out / 'memo-kk.txt'}: access is refused; close the file")
    assert names(out) == ["memo-az.txt", "memo-en.txt", "memo-ru.txt"]


def test_a_full_disk_is_named(
    file: Path, out: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    assert export(file, out) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("the disk is full; free some space and try again (and 3 more files)")
    assert names(out) == []


def test_a_folder_that_cannot_be_made_is_named(file: Path, capsys: Output) -> None:
    assert export(file, file / "out") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        f"mou-desktop: {file / 'out'}: a file stands where the folder should be; "
        "choose another folder"
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_progress_and_is_left_clean(
    file: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert export(file, out) == 0
    shown = terminal.getvalue().split("\r")
    assert shown[1] == "[------------------------] 0/4"
    assert shown[3] == "[############------------] 2/4"
    assert shown[-2].isspace()
    assert len(shown[-2]) > len(shown[3])
    assert shown[-1] == ""


def test_ctrl_c_stops_between_whole_files(
    file: Path, out: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = atomic.write

    def write(target: Path, content: bytes, *, backup: bool = False) -> None:
        if target.name == "memo-ru.txt":
            raise KeyboardInterrupt
        ordinary(target, content, backup=backup)

    monkeypatch.setattr(atomic, "write", write)
    assert export(file, out) == 130
    assert capsys.readouterr().err == ""
    assert names(out) == ["memo-az.txt", "memo-kk.txt"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (["copies=5"], "copies: 5 cannot be shared out evenly among the parties"),
        (["copies=2"], "copies: there is no original in: Русский, English"),
        (
            ["languages=az,ru", "prevailing=en"],
            "prevailing: the text that prevails, English, is none of this agreement",
        ),
    ],
)
def test_originals_that_do_not_fit_are_warned_of(
    file: Path, out: Path, capsys: Output, changes: list[str], says: str
) -> None:
    assert main(["set", str(file), *changes]) == 0
    assert main(["export", str(file), "--to", str(out)]) == 1
    assert says in capsys.readouterr().err


def test_which_program_made_pdf_files_is_said_beside_the_list_of_files(
    file: Path, out: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def all_at_once(files: list[bytes], *, progress: object) -> list[bytes]:
        return [b"%PDF"] * len(files)

    monkeypatch.setattr(libreoffice, "find", lambda: file)
    monkeypatch.setattr(libreoffice, "version", lambda _program: "LibreOffice 24.8")
    monkeypatch.setattr(libreoffice, "to_pdf", all_at_once)
    assert export(file, out, "--languages", "kk", "--format", "pdf") == 0
    listed, said = capsys.readouterr()
    assert listed == f"{out / 'memo-kk.pdf'}\n"
    assert said == "mou-desktop: PDF files made by LibreOffice 24.8\n"
