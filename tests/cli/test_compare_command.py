"""Comparing two drafts on the command line."""

from pathlib import Path

import pytest

from mou_desktop.cli.main import main
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, texts
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The example, and what negotiation made of it."""
    draft = examples.load("memorandum")
    changed = fields.change(draft, "notice_months", "3")
    changed = texts.move_article(changed, "events", 2)
    changed = texts.delete_article(changed, "disputes")
    for name, each in (("a.mou", draft), ("b.mou", changed)):
        drafts.save(each, tmp_path / name)
    return str(tmp_path / "a.mou"), str(tmp_path / "b.mou")


def test_the_differences_are_printed_word_by_word(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--language", "en"]) == 1
    text = capsys.readouterr().out.replace("\u00a0", " ")
    assert "English:" in text
    assert "Article 8: deleted" in text
    assert "[-1 (one) month-]{+3 (three) months+}" in text
    assert "Article 7: moved, was Article 5" in text
    assert "Русский" not in text


def test_a_draft_does_not_differ_from_itself(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", files[0], files[0]]) == 0
    assert capsys.readouterr().out == ""


def test_all_versions_are_written_as_tracked_changes(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "redline.docx"
    assert main(["compare", *files, "--to", str(out), "--author", "Sample officer"]) == 1
    before = out.read_bytes()
    assert b"PK" in before[:2]
    assert main(["compare", *files, "--to", str(out)]) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert main(["compare", *files, "--to", str(out), "--overwrite"]) == 1


def test_an_unknown_language_is_refused(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--language", "de"]) == 2
    assert "az,kk,ru,en" in capsys.readouterr().err


def test_a_foreign_file_is_compared_with_a_draft(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = to_text(render_all(drafts.load(Path(files[0])))["ru"])
    theirs = tmp_path / "theirs.txt"
    theirs.write_text(text.replace("вебинары", "встречи"), "utf-8")
    assert main(["compare", files[0], str(theirs), "--language", "ru"]) == 1
    assert "[-вебинары-]{+встречи+}" in capsys.readouterr().out
