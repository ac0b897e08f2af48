"""`mou-desktop returned`: what was changed in files that came back, taken in by number."""

import json
from pathlib import Path

import pytest

from mou_desktop.cli.main import main
from mou_desktop.export.docx import to_docx
from mou_desktop.model import fields, final
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render
from mou_desktop.store import drafts, examples
from tests.intake.other_side import Word

OLD, NEW = "вебинары по любым темам", "вебинары"


@pytest.fixture
def draft() -> Draft:
    return examples.load("memorandum")


@pytest.fixture
def mine(draft: Draft, tmp_path: Path) -> Path:
    drafts.save(draft, tmp_path / "mine.mou")
    return tmp_path / "mine.mou"


@pytest.fixture
def theirs(draft: Draft, tmp_path: Path) -> Path:
    """The Russian version with a tracked change, other words, a value and a comment."""
    changed = fields.change(draft, "duration_years", "7")
    word = Word(to_docx(render(changed, "ru"))).track(OLD, NEW)
    word.comment("Все споры", "Зачем?")
    (tmp_path / "theirs.docx").write_bytes(word.content)
    return tmp_path / "theirs.docx"


def run(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def test_changes_are_numbered_with_authors_and_comments(
    mine: Path, theirs: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("returned", mine, theirs) == 1
    told = capfdbinary.readouterr().out.decode()
    assert told.splitlines()[:3] == [
        "1  Article 9 · ru · duration_years",
        "    5 (пяти) лет → 7 (семи) лет",
        "2  Article 5 · ru · wording · tracked: Ann, 2026-03-01T10:00:00Z",
    ]
    assert "[- по любым темам-]" in told.replace("\xa0", " ")
    assert "comment  Article 8 · ru · “Все споры" in told
    assert "Ann, 2026-03-01T10:00:00Z: Зачем?" in told


def test_the_same_for_other_programs(
    mine: Path, theirs: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("returned", mine, theirs, "--json") == 1
    told = json.loads(capfdbinary.readouterr().out)
    field, wording = told["changes"]
    assert (field["kind"], field["field"], field["article"]) == ("field", "duration_years", "9")
    assert (wording["kind"], wording["languages"], wording["article"]) == ("wording", ["ru"], "5")
    assert {each["author"] for each in wording["tracked"]} == {"Ann"}
    assert told["comments"][0]["text"] == "Зачем?"


def test_all_are_taken_into_another_draft(mine: Path, theirs: Path, tmp_path: Path) -> None:
    assert run("returned", mine, theirs, "--accept", "all", "--to", tmp_path / "new.mou") == 0
    taken = drafts.load(tmp_path / "new.mou")
    assert taken.values.duration_years == 7
    assert set(taken.review["events"]) == {"az", "kk", "en"}
    assert run("returned", tmp_path / "new.mou", theirs) == 0


def test_one_is_taken_by_its_number(mine: Path, theirs: Path, tmp_path: Path) -> None:
    assert run("returned", mine, theirs, "--accept", "2", "--to", tmp_path / "new.mou") == 1
    taken = drafts.load(tmp_path / "new.mou")
    assert taken.values.duration_years == 5
    assert "events" in taken.review


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--accept", "9"), "there is no change 9; there are 2"),
        (("--accept", "x"), "there is no change x; there are 2"),
        (("--accept", ""), ""),
    ],
)
def test_a_number_that_is_not_there_is_refused(
    mine: Path,
    theirs: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    told: str,
) -> None:
    assert run("returned", mine, theirs, *options, "--to", tmp_path / "n.mou") == (2 if told else 1)
    assert told in capfd.readouterr().err
    assert not (tmp_path / "n.mou").exists()


def test_nothing_is_written_unasked(
    mine: Path, theirs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = mine.read_bytes()
    assert run("returned", mine, theirs, "--accept", "all") == 2
    assert "--to" in capfd.readouterr().err
    assert run("returned", mine, theirs, "--accept", "all", "--to", mine) == 2
    assert mine.read_bytes() == before
    assert run("returned", mine, theirs, "--accept", "all", "--to", mine, "--overwrite") == 0
    assert drafts.load(mine).values.duration_years == 7


def test_a_final_draft_is_compared_but_takes_nothing_in(
    draft: Draft, mine: Path, theirs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from datetime import UTC, datetime

    drafts.save(final.mark(draft, [], datetime(2026, 3, 1, tzinfo=UTC)), mine)
    assert run("returned", mine, theirs) == 1
    assert "duration_years" in capfd.readouterr().out
    assert run("returned", mine, theirs, "--accept", "all", "--to", tmp_path / "n.mou") == 2
    assert "reopen" in capfd.readouterr().err


def test_words_in_the_signatures_cannot_be_taken(
    draft: Draft, mine: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "theirs.docx"
    file.write_bytes(Word(to_docx(render(draft, "en"))).replace("L.S.", "Stamp").content)
    assert run("returned", mine, file) == 1
    assert "words of the signatures" in capfd.readouterr().out
    assert run("returned", mine, file, "--accept", "1", "--to", tmp_path / "n.mou") == 2
    assert "signatures" in capfd.readouterr().err


def test_a_wrong_file_is_named(
    mine: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "other.docx"
    file.write_bytes(b"%PDF-1.7")
    assert run("returned", mine, file) == 2
    assert "other.docx is a PDF file" in capfd.readouterr().err
