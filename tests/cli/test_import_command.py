"""The command `import`: a draft of foreign files, what is told, exit codes."""

from pathlib import Path

import pytest

from mou_desktop.cli.main import main
from mou_desktop.export.text import to_text
from mou_desktop.model import fields
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples

Output = pytest.CaptureFixture[str]
SEED = Path(__file__).parents[1] / "golden" / "seed-memorandum.txt"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "memo.mou"


@pytest.fixture
def exported(tmp_path: Path) -> list[Path]:
    """The example as text files, a version each."""
    files = []
    for tag, document in render_all(examples.load("memorandum")).items():
        files.append(tmp_path / f"memo-{tag}.txt")
        files[-1].write_text(to_text(document), "utf-8")
    return files


def test_files_of_one_version_each_make_a_draft(
    exported: list[Path], out: Path, capsys: Output
) -> None:
    assert main(["import", *map(str, exported), "--to", str(out)]) == 0
    told, warned = capsys.readouterr()
    assert told.splitlines() == [
        "az: 11 articles, 20 fields",
        "kk: 11 articles, 21 fields",
        "ru: 11 articles, 20 fields",
        "en: 11 articles, 20 fields",
        str(out),
    ]
    assert warned == ""
    assert fields.get(drafts.load(out), "copies") == "4"


def test_what_is_to_be_looked_at_is_told_with_its_place(out: Path, capsys: Output) -> None:
    assert main(["import", str(SEED), "--to", str(out)]) == 1
    warned = capsys.readouterr().err.splitlines()
    assert warned[0].startswith("mou-desktop: az, signature: “Dövlət Tarix Mədəniyyət Qoruğu”")
    assert drafts.load(out).values.languages == ("az", "kk", "ru", "en")


def test_an_article_that_is_missing_is_told_by_its_number(
    exported: list[Path], out: Path, capsys: Output
) -> None:
    text = exported[2].read_text("utf-8")
    start, end = text.index("Статья 5"), text.index("Статья 6")
    exported[2].write_text(text[:start] + text[end:], "utf-8")
    assert main(["import", *map(str, exported), "--to", str(out)]) == 1
    assert "ru, Статья 5: the article is missing in this version" in capsys.readouterr().err


def test_the_usual_signatures_can_be_asked_for(out: Path) -> None:
    assert main(["import", str(SEED), "--to", str(out), "--usual-signatures"]) == 1
    assert drafts.load(out).template.texts["kk"].signature[1].seal == "М.О."


def test_old_azerbaijani_is_converted_when_asked(tmp_path: Path, capsys: Output) -> None:
    old = tmp_path / "old.txt"
    old.write_text(
        "Маддя 1\n\nТяряфляр мядяниййят сащясиндя ямякдашлыг едирляр вя бир-бириня щюрмят едирляр. "
        "Азярбайъан Республикасынын ганунлары иля.\n\nМаддя 2\n\nМцддят цчцн.",
        "utf-8",
    )
    assert main(["import", str(old), "--to", str(tmp_path / "a.mou")]) == 1
    assert "add --legacy-azerbaijani" in capsys.readouterr().err
    main(["import", str(old), "--to", str(tmp_path / "b.mou"), "--legacy-azerbaijani"])
    draft = drafts.load(tmp_path / "b.mou")
    assert draft.values.languages == ("az",)
    assert "Azərbaycan Respublikasının" in str(draft.template.texts["az"].articles)


def test_an_existing_file_is_not_replaced(out: Path, capsys: Output) -> None:
    out.write_text("mine")
    assert main(["import", str(SEED), "--to", str(out)]) == 2
    assert "exists already; choose another name" in capsys.readouterr().err
    assert out.read_text() == "mine"


def test_what_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, out: Path, capsys: Output
) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 broken")
    assert main(["import", str(tmp_path / "a.docx"), "--to", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()
