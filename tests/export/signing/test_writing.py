"""A signing set as it lies in its folder: every original, and nothing half done."""

import errno
import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mou_desktop import __version__
from mou_desktop.errors import MouError, StorageError
from mou_desktop.export import libreoffice
from mou_desktop.export.batch import AlreadyThereError
from mou_desktop.export.progress import Stopped
from mou_desktop.export.signing import folder as folders
from mou_desktop.export.signing import manifest as manifests
from mou_desktop.export.signing.order import Drawn, PdfMaker, Texts
from mou_desktop.export.signing.verify import verify
from mou_desktop.export.signing.writing import write
from mou_desktop.model import final, versions
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.model.originals import plan

from .conftest import EXAMPLE, NOW, names, order

ORIGINALS = [
    "1 of 4 – Azerbaijani – Party A",
    "2 of 4 – Russian – Party A",
    "3 of 4 – Kazakh – Party B",
    "4 of 4 – English – Party B",
]
OTHER_WORDS = {"{number} of {count} – {languages} – {party}": "{party}/{number}: {languages}"}


def manifest(folder: Path) -> dict[str, object]:
    found = json.loads((folder / manifests.FILE).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def with_values(draft: Draft, **values: str) -> Draft:
    for path, text in values.items():
        draft = change(draft, path.replace("__", "."), text)
    return draft


class TestFiles:
    def test_every_original_stands_in_order_as_word_and_pdf(self, made: Path) -> None:
        originals = [f"{stem}.{kind}" for stem in ORIGINALS for kind in ("docx", "pdf")]
        assert names(made) == sorted([*originals, "Manifest.docx", "manifest.json"])

    def test_their_order_is_that_of_their_names_however_many_there_are(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        made = write(order(change(EXAMPLE, "copies", "40")), tmp_path / "set")
        stems = [each.files[0] for each in made.originals]
        assert len(stems) == 40
        assert stems == sorted(stems)
        assert stems[0].startswith("01 of 40 – ")

    def test_originals_that_are_the_same_are_laid_out_once(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        write(order(change(EXAMPLE, "copies", "40")), tmp_path / "set")
        assert sum(office) <= 8

    def test_originals_in_all_languages_name_them(self, tmp_path: Path, office: list[int]) -> None:
        draft = with_values(EXAMPLE, originals="combined", copies="2")
        made = write(order(draft), tmp_path / "set")
        assert [len(each.languages) for each in made.originals] == [4, 4]
        first = made.originals[0].files[0]
        assert first.startswith("1 of 2 – Azerbaijani, ")
        assert first.endswith(" – Party A.docx")
        assert len(made.originals[0].signatures) == 4 * 2
        assert {place.page for place in made.originals[0].signatures} == {None}

    def test_the_words_of_the_screen_make_safe_names(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        made = write(order(translated=lambda text: OTHER_WORDS.get(text, text)), tmp_path / "set")
        assert made.originals[0].files[0] == "Party A_1_ Azerbaijani.docx"
        assert verify(tmp_path / "set").is_whole

    def test_a_draft_s_file_may_have_an_odd_name(self, tmp_path: Path, office: list[int]) -> None:
        odd = replace(order(), source="a\x01\udcff.mou")
        assert write(odd, tmp_path / "set").draft.file == "a.mou"

    def test_what_is_unfinished_is_marked_draft(self, tmp_path: Path, office: list[int]) -> None:
        made = write(
            order(with_values(EXAMPLE, parties__0__signatory__name__ru="")), tmp_path / "s"
        )
        assert all(each.files[0].endswith(" – DRAFT.docx") for each in made.originals)

    def test_the_same_draft_gives_the_same_word_files(self, made: Path, office: list[int]) -> None:
        write(order(), made.with_name("again"))
        for name in names(made):
            assert (made / name).read_bytes() == (made.with_name("again") / name).read_bytes()


class TestManifest:
    def test_it_says_what_the_set_was_made_of(self, made: Path) -> None:
        said = manifest(made)
        assert said["program"] == __version__
        assert said["pdf_by"] == "LibreOffice 24.8"
        assert said["made"] == "2026-05-03T12:30:00+00:00"
        draft = said["draft"]
        assert isinstance(draft, dict)
        assert (draft["file"], draft["number"], draft["final"]) == ("ganja.mou", 1, None)

    def test_a_final_draft_is_named_with_its_checksum(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        done = final.mark(versions.keep(EXAMPLE, "sent", NOW), (), NOW)
        made = write(order(done), tmp_path / "set")
        assert made.draft.final == "2026-05-03T12:30:00+00:00"
        assert done.final is not None
        assert (made.draft.number, made.draft.sha256) == (2, done.final.digest)

    def test_it_says_who_signs_where(self, made: Path) -> None:
        original = verify(made).manifest.originals[3]
        assert (original.number, original.languages, original.party) == (4, ("en",), 1)
        assert original.pages == 3
        assert {(each.party, each.name) for each in original.signatures} == {
            (0, "Vusal Alyev"),
            (1, "Nurlan Dukenbayev"),
        }
        assert [(each.side, each.page) for each in original.signatures] == [
            ("left", 3),
            ("right", 3),
        ]

    def test_each_party_signs_on_the_left_of_its_own_originals(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        made = write(order(change(EXAMPLE, "alternat", "yes")), tmp_path / "set")
        for original in made.originals:
            left, right = original.signatures
            assert (left.side, left.party) == ("left", original.party)
            assert (right.side, right.party) == ("right", 1 - original.party)

    def test_a_second_signatory_signs_below_the_first(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        draft = EXAMPLE
        for tag in draft.values.languages:
            draft = change(draft, f"parties.1.second_signatory.name.{tag}", "A. B")
            draft = change(draft, f"parties.1.second_signatory.position.{tag}", "Deputy")
        made = write(order(draft), tmp_path / "set")
        assert [(each.party, each.name, each.side) for each in made.originals[1].signatures] == [
            (0, "В. Алиев", "left"),
            (1, "Н. Дукенбаев", "right"),
            (1, "A. B", "right"),
        ]

    def test_it_says_what_the_pen_adds(self, tmp_path: Path, office: list[int]) -> None:
        assert write(order(), tmp_path / "a").by_hand == (
            "signatures",
            "seals",
            "date.day",
            "date.month",
        )
        dated = with_values(EXAMPLE, date__day="5", date__month="5", place__ru="")
        dated = replace(dated, layout=replace(dated.layout, seals=False, initials=True))
        assert write(order(dated), tmp_path / "b").by_hand[:2] == ("signatures", "initials")

    def test_it_holds_the_results_of_the_checks(self, tmp_path: Path, office: list[int]) -> None:
        made = write(
            order(with_values(EXAMPLE, parties__0__signatory__name__ru="")), tmp_path / "s"
        )
        (finding,) = made.findings
        assert (finding.code, finding.level, finding.text) == (
            "value-missing",
            "error",
            "parties.0.signatory.name.ru!",
        )
        assert "parties.0.signatory.name.ru" in made.by_hand

    def test_without_libreoffice_something_else_may_draw_the_pages(
        self, tmp_path: Path, no_office: None
    ) -> None:
        def draw(texts: Texts) -> Drawn:
            return Drawn(b"%PDF-1.4 /Type /Page " + texts[0].name.encode(), (1,))

        maker = PdfMaker("Qt 6", draw)
        made = write(order(pdf_maker=maker), tmp_path / "set")
        assert made.pdf_by == "Qt 6"
        assert [each.pages for each in made.originals] == [1, 1, 1, 1]
        assert len(names(tmp_path / "set")) == 10

    def test_of_several_texts_in_a_file_the_end_of_each_is_signed(
        self, tmp_path: Path, no_office: None
    ) -> None:
        maker = PdfMaker("Qt 6", lambda texts: Drawn(b"%PDF-1.4 /Type /Page ", (3, 6, 9, None)))
        draft = with_values(EXAMPLE, originals="combined", copies="2")
        first, _second = write(order(draft, pdf_maker=maker), tmp_path / "set").originals
        pages = [(place.language, place.page) for place in first.signatures]
        assert pages[::2] == pages[1::2] == [("az", 3), ("kk", 6), ("ru", 9), ("en", None)]

    def test_without_anything_that_does_there_are_word_files_alone(
        self, tmp_path: Path, no_office: None
    ) -> None:
        made = write(order(), tmp_path / "set")
        assert (made.pdf_by, made.originals[0].pages) == ("", None)
        assert len(names(tmp_path / "set")) == 6
        assert verify(tmp_path / "set").is_whole


class TestRefusals:
    def test_without_a_number_of_copies_there_is_no_plan(self, tmp_path: Path) -> None:
        with pytest.raises(MouError, match="fill in the number of copies"):
            write(order(change(EXAMPLE, "copies", "")), tmp_path / "set")
        assert names(tmp_path) == []

    def test_a_final_draft_that_was_altered_is_not_signed(self, tmp_path: Path) -> None:
        altered = change(final.mark(EXAMPLE, (), NOW), "copies", "6")
        with pytest.raises(MouError, match="was changed since it was marked as final"):
            write(order(altered), tmp_path / "set")

    def test_a_set_that_is_there_is_replaced_only_when_that_is_wanted(self, made: Path) -> None:
        before = (made / "manifest.json").read_bytes()
        with pytest.raises(AlreadyThereError):
            write(order(), made)
        later = replace(order(), time=NOW.replace(year=2027))
        with pytest.raises(AlreadyThereError):
            write(later, made)
        assert (made / "manifest.json").read_bytes() == before
        write(later, made, replace=True)
        assert verify(made).manifest.made.startswith("2027")
        assert names(made.parent) == ["set"]

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda folder: (folder / "notes.txt").write_text("mine"),
            lambda folder: (folder / "manifest.json").unlink(),
            lambda folder: (folder / "Manifest.docx").write_bytes(b"corrected by hand"),
        ],
        ids=["something else in it", "no set", "changed"],
    )
    def test_what_the_program_has_not_written_is_never_replaced(
        self, made: Path, spoil: Callable[[Path], object]
    ) -> None:
        spoil(made)
        before = names(made)
        with pytest.raises(StorageError, match="choose another name"):
            write(order(), made, replace=True)
        assert names(made) == before

    def test_an_empty_folder_is_filled(self, tmp_path: Path, office: list[int]) -> None:
        (tmp_path / "set").mkdir()
        write(order(), tmp_path / "set")
        assert verify(tmp_path / "set").is_whole

    def test_a_file_in_its_place_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "set").write_text("")
        for folder in (tmp_path / "set", tmp_path / "set" / "below"):
            with pytest.raises(StorageError, match="a file stands where the folder should be"):
                write(order(), folder)

    def test_missing_folders_above_it_are_made(self, tmp_path: Path, office: list[int]) -> None:
        write(order(), tmp_path / "a" / "b")
        assert verify(tmp_path / "a" / "b").is_whole


class TestInterrupted:
    """Whatever happens on the way, there is the whole set or none."""

    def steps(self, folder: Path) -> list[tuple[int, int]]:
        told: list[tuple[int, int]] = []
        write(order(), folder, progress=lambda *step: not told.append(step))
        return told

    def test_progress_grows_to_its_end(self, tmp_path: Path, office: list[int]) -> None:
        told = self.steps(tmp_path / "set")
        assert told == sorted(told)
        assert {total for _done, total in told} == {14}
        assert told[-1] == (13, 14)

    def test_cancelling_at_any_moment_leaves_nothing(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        count = len(self.steps(tmp_path / "whole"))
        for last in range(count):
            left = iter(range(last))
            with pytest.raises(Stopped):
                write(
                    order(),
                    tmp_path / "set",
                    progress=lambda *_step, left=left: next(left, None) is not None,
                )
            assert names(tmp_path) == ["whole"]

    @pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
    @pytest.mark.parametrize("number", [1, 5, 10])
    def test_a_fault_while_writing_leaves_nothing(
        self,
        made: Path,
        monkeypatch: pytest.MonkeyPatch,
        fault: BaseException,
        number: int,
    ) -> None:
        before = {name: (made / name).read_bytes() for name in names(made)}
        calls = iter(range(1, 1000))

        def fail(descriptor: int) -> None:
            if next(calls) == number:
                raise fault

        monkeypatch.setattr(os, "fsync", fail)
        expected = (StorageError, KeyboardInterrupt)
        later = replace(order(), time=NOW.replace(year=2027))
        with pytest.raises(expected):
            write(later, made.with_name("other"))
        calls = iter(range(1, 1000))
        with pytest.raises(expected):
            write(later, made, replace=True)
        assert names(made.parent) == ["set"]
        assert {name: (made / name).read_bytes() for name in names(made)} == before

    def test_a_folder_that_cannot_get_its_name_leaves_the_earlier_one(
        self, made: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ordinary = Path.rename

        def rename(self: Path, target: Path) -> Path:
            if self.name.endswith(folders.SUFFIX):
                raise PermissionError(errno.EACCES, "open elsewhere")
            return ordinary(self, target)

        monkeypatch.setattr(Path, "rename", rename)
        with pytest.raises(StorageError, match="access is refused"):
            write(order(), made, replace=True)
        assert names(made.parent) == ["set"]
        assert verify(made).is_whole

    def test_a_failing_libreoffice_leaves_nothing(
        self, tmp_path: Path, office: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_files: object, **_named: object) -> list[bytes]:
            raise MouError("LibreOffice made no PDF file")

        monkeypatch.setattr(libreoffice, "to_pdf", fail)
        with pytest.raises(MouError, match="made no PDF file"):
            write(order(), tmp_path / "set")
        assert names(tmp_path) == []

    def test_what_a_killed_process_left_is_swept_away_after_a_day(
        self, tmp_path: Path, office: list[int]
    ) -> None:
        old, fresh = (
            tmp_path / f"{folders.PREFIX}{name}{folders.SUFFIX}" for name in ("old", "new")
        )
        for left in (old, fresh):
            left.mkdir()
            (left / "1 of 4.docx").write_bytes(b"PK")
        os.utime(old, (time.time() - 2 * folders.DAY,) * 2)
        write(order(), tmp_path / "set")
        assert names(tmp_path) == [fresh.name, "set"]


def test_the_plan_is_that_of_the_originals(tmp_path: Path, office: list[int]) -> None:
    made = write(order(), tmp_path / "set")
    expected = [(each.number, each.languages, each.party) for each in plan(EXAMPLE).originals]
    assert [(each.number, each.languages, each.party) for each in made.originals] == expected
