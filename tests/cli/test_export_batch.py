"""Exporting all versions at once: names, refusals of the disk, cancelling."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from mou_desktop.errors import StorageError
from mou_desktop.export import batch
from mou_desktop.export.batch import STEM_LIMIT, export, plan, safe_stem
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.store import atomic, examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")


def targets(
    folder: Path, draft: Draft = EXAMPLE, languages: tuple[str, ...] = TAGS
) -> list[batch.Target]:
    return plan(draft, folder, "memo", languages=languages, format="txt")


def names(planned: list[batch.Target]) -> list[str]:
    return [target.file.name for target in planned]


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    """Let the disk refuse one file, as Windows does while Word has it open."""
    ordinary = atomic.write

    def write(file: Path, content: bytes, *, backup: bool = False) -> None:
        if file.name == name:
            raise atomic.storage_error(file, OSError(code, os.strerror(code)))
        ordinary(file, content, backup=backup)

    monkeypatch.setattr(atomic, "write", write)


def test_one_file_per_language_in_the_order_asked_for(tmp_path: Path) -> None:
    report = export(targets(tmp_path, languages=("ru", "az", "ru")))
    assert [target.file for target in report.written] == [
        tmp_path / "memo-ru.txt",
        tmp_path / "memo-az.txt",
    ]
    assert report.refused == ()
    assert files(tmp_path) == ["memo-az.txt", "memo-ru.txt"]
    assert (tmp_path / "memo-ru.txt").read_text("utf-8").startswith("МЕМОРАНДУМ\n")


def test_a_word_file_gets_the_name_of_the_template_as_its_subject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, str]] = []

    def to_docx(documents: Sequence[Document], *, subject: str, **_more: object) -> bytes:
        given.append((documents[0].language, subject))
        return b"PK"

    monkeypatch.setattr("mou_desktop.export.docx.combined_to_docx", to_docx)
    export(plan(EXAMPLE, tmp_path, "memo", languages=("en",), format="docx"))
    assert given == [("en", "Memorandum of Understanding and Cooperation")]
    assert (tmp_path / "memo-en.docx").read_bytes() == b"PK"


def test_a_word_file_is_a_zip_archive(tmp_path: Path) -> None:
    export(plan(EXAMPLE, tmp_path, "memo", languages=("kk",), format="docx"))
    assert (tmp_path / "memo-kk.docx").read_bytes().startswith(b"PK\x03\x04")


def test_planning_writes_nothing(tmp_path: Path) -> None:
    planned = targets(tmp_path / "new")
    assert names(planned) == [f"memo-{tag}.txt" for tag in TAGS]
    assert files(tmp_path) == []


def test_only_the_versions_that_need_something_are_marked(tmp_path: Path) -> None:
    draft = change(EXAMPLE, "parties.0.signatory.name.ru", "")
    planned = targets(tmp_path, draft)
    assert names(planned) == ["memo-az.txt", "memo-kk.txt", "memo-ru-DRAFT.txt", "memo-en.txt"]
    assert {finding.path for finding in planned[2].findings} == {"parties.0.signatory.name.ru"}
    assert planned[0].findings == ()


def test_an_unconfirmed_form_marks_its_version(tmp_path: Path) -> None:
    draft = change(EXAMPLE, "parties.0.name.ru", "МУЗЕЙ ГЯНДЖИ")
    assert names(targets(tmp_path, draft, ("ru", "en"))) == ["memo-ru-DRAFT.txt", "memo-en.txt"]


@pytest.mark.parametrize(
    "values", [{"copies": ""}, {"date.month": "2", "date.day": "30"}], ids=["missing", "impossible"]
)
def test_what_every_version_needs_marks_them_all(tmp_path: Path, values: dict[str, str]) -> None:
    draft = EXAMPLE
    for path, text in values.items():
        draft = change(draft, path, text)
    assert names(targets(tmp_path, draft)) == [f"memo-{tag}-DRAFT.txt" for tag in TAGS]


def test_what_another_language_needs_is_not_reported(tmp_path: Path) -> None:
    draft = change(EXAMPLE, "parties.0.signatory.name.ru", "")
    assert [target.findings for target in targets(tmp_path, draft, ("kk", "en"))] == [(), ()]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.EACCES, "access is refused; close the file in other programs"),
        (errno.ENOSPC, "the disk is full"),
    ],
)
def test_a_file_that_the_disk_refuses_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    refuse(monkeypatch, "memo-kk.txt", code)
    report = export(targets(tmp_path))
    assert names(list(report.written)) == ["memo-az.txt", "memo-ru.txt", "memo-en.txt"]
    (refusal,) = report.refused
    assert refusal.target.documents[0].language == "kk"
    assert str(refusal.error).startswith(f"{tmp_path / 'memo-kk.txt'}: {says}")
    assert files(tmp_path) == ["memo-az.txt", "memo-en.txt", "memo-ru.txt"]


def test_an_existing_file_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "memo-ru.txt").write_text("signed")
    report = export(targets(tmp_path))
    (refusal,) = report.refused
    assert isinstance(refusal.error, batch.AlreadyThereError)
    assert str(refusal.error) == f"{tmp_path / 'memo-ru.txt'} exists already"
    assert (tmp_path / "memo-ru.txt").read_text() == "signed"
    assert len(report.written) == 3

    assert len(export(targets(tmp_path), overwrite=True).written) == 4
    assert (tmp_path / "memo-ru.txt").read_text("utf-8").startswith("МЕМОРАНДУМ\n")
    assert len(files(tmp_path)) == 4


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert len(export(targets(tmp_path / "a" / "b")).written) == 4
    assert len(files(tmp_path / "a" / "b")) == 4


@pytest.mark.parametrize("folder", ["file", "file/under"])
def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="a file stands where the folder should be"):
        export(targets(tmp_path / folder))


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, *args: object, **kwargs: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(StorageError, match=r"new: access is refused.*choose another folder"):
        export(targets(tmp_path / "new"))


def test_a_folder_that_cannot_be_looked_into_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "no")

    planned = targets(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refused)
        report = export(planned)
    assert len(report.refused) == 4
    assert "access is refused" in str(report.refused[0].error)


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    export(targets(tmp_path), progress=progress)
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_cancelling_leaves_whole_what_is_written(tmp_path: Path) -> None:
    report = export(targets(tmp_path), progress=lambda done, total: done < 2)
    assert names(list(report.written)) == files(tmp_path) == ["memo-az.txt", "memo-kk.txt"]
    assert report.refused == ()
    assert (tmp_path / "memo-kk.txt").read_text("utf-8").endswith("\n")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Меморандум № 1", "Меморандум № 1"),
        ("Gəncə – «Әзірет»", "Gəncə – «Әзірет»"),
        ('a<b>c:d"e/f\\g|h?i*j', "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\x00b\x1fc\u202ed\ud800", "abcd"),
        ("line\nbreak", "line break"),
        ("I\N{COMBINING DOT ABOVE}", "İ"),
        ("  memo. . ", "memo"),
        (".mou", "mou"),
        ("v1.2", "v1.2"),
        ("", "_"),
        ("...", "_"),
        ("con", "_con"),
        ("COM1", "_COM1"),
        ("lpt\N{SUPERSCRIPT TWO}", "_lpt\N{SUPERSCRIPT TWO}"),
        ("Aux .copy", "_Aux .copy"),
        ("NUL.txt", "_NUL.txt"),
        ("COM", "COM"),
        ("console", "console"),
    ],
)
def test_names_are_safe_on_every_system(stem: str, expected: str) -> None:
    assert safe_stem(stem) == expected


@pytest.mark.parametrize("letter", ["a", "ж", "ა", "🖋"])
def test_long_names_are_cut_between_letters(tmp_path: Path, letter: str) -> None:
    stem = safe_stem(letter * 300)
    assert set(stem) == {letter}
    assert STEM_LIMIT - 4 < len(stem.encode()) <= STEM_LIMIT
    (written,) = export(
        plan(EXAMPLE, tmp_path, letter * 300, languages=("ru",), format="txt")
    ).written
    assert written.file.exists()


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    (target,) = plan(EXAMPLE, tmp_path, "../x", languages=("ru",), format="txt")
    assert target.file.parent == tmp_path
