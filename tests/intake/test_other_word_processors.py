"""Files that the program wrote and LibreOffice saved again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.export.text import to_text
from mou_desktop.intake import returned
from mou_desktop.intake.importing import import_files
from mou_desktop.intake.returned_changes import What
from mou_desktop.intake.taking import take
from mou_desktop.model import fields
from mou_desktop.model.document import Article, Document, Paragraph, Run, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render, render_all
from tests.intake.libreoffice_writer import AUTHOR, Editing, edited
from tests.intake.other_side import Word

pytestmark = pytest.mark.slow
SECONDS = 300


def saved_again(folder: Path, files: list[Path], kind: str) -> list[Path]:
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing; see scripts/debian-packages"
    out = folder / kind
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return sorted(out.iterdir())


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_they_come_back_as_they_were(
    tmp_path: Path,
    files: dict[str, bytes],
    example: Draft,
    documents: dict[str, Document],
    kind: str,
) -> None:
    written = [tmp_path / f"memo-{tag}.docx" for tag in files]
    for file, content in zip(written, files.values(), strict=True):
        file.write_bytes(content)
    found = import_files(saved_again(tmp_path, written, kind))
    assert found.draft.values == example.values
    assert found.draft.articles == example.articles
    assert render_all(found.draft) == documents
    assert found.remarks == ()


WORDS = {
    "az": ("hər hansı mübahisələr", "bütün mübahisələr"),
    "kk": ("кез келген даулар", "барлық даулар"),
    "ru": ("Все споры", "Любые споры"),
    "en": ("All disputes", "Any disputes"),
}
ADDED = {
    "az": "Hesabat ildə bir dəfə təqdim olunur.",
    "kk": "Есеп жылына бір рет ұсынылады.",
    "ru": "Отчёт представляется один раз в год.",
    "en": "A report is submitted once a year.",
}


NAMES = {
    "az": "Rüstəm Quliyev",
    "kk": "Рустам Гулиев",
    "ru": "Рустам Гулиев",
    "en": "Rustam Guliyev",
}


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("tracked", [False, True])
def test_what_was_edited_is_told_and_nothing_else(
    tmp_path: Path, example: Draft, kind: str, *, tracked: bool
) -> None:
    theirs = fields.change(example, "parties.0.signatory.name.ru", "Руслан Мусин")
    files = []
    for tag, document in render_all(theirs).items():
        word = Word(to_docx(document)).delete("article:termination")
        word.add("article:events", ADDED[tag], inside=True)
        (word.track if tracked else word.replace)(*WORDS[tag])
        files.append(tmp_path / f"memo-{tag}.docx")
        files[-1].write_bytes(word.content)
    back = returned.read(saved_again(tmp_path, files, kind))
    found = returned.compare(example, back).changes
    assert {(each.what, each.place, each.path, each.languages) for each in found} == {
        (What.FIELD, "preamble", "parties.0.signatory.name.ru", ("ru",)),
        (What.DELETED, "termination", "", ("az", "kk", "ru", "en")),
        *((What.WORDING, place, "", (tag,)) for tag in WORDS for place in ("disputes", "events")),
    }
    assert len(found) == 10
    authors = {each.author for change in found for each in change.revisions}
    assert authors == ({"Ann"} if tracked else set())
    assert returned.compare(take(example, found), back).changes == ()


@pytest.mark.parametrize("tracked", [False, True])
def test_what_was_edited_in_writer_is_told_and_nothing_else(
    tmp_path: Path, example: Draft, documents: dict[str, Document], *, tracked: bool
) -> None:
    name = "parties.0.signatory.name"
    work = []
    for tag, document in documents.items():
        file = tmp_path / f"memo-{tag}.docx"
        file.write_bytes(to_docx(document))
        articles = {block.id: block for block in document.blocks if isinstance(block, Article)}
        edits = Editing(file).replace(*WORDS[tag])
        edits.add_behind(articles["events"].paragraphs[0].text[:40], ADDED[tag])
        edits.delete(articles["termination"].heading, articles["testimonium"].heading)
        for before, after in shown_names(example, NAMES[tag], name, tag):
            edits.replace(before, after)
        work.append(edits)
    back = returned.read(edited(tmp_path, work, tracked=tracked))
    found = returned.compare(example, back).changes
    assert {(each.what, each.place, each.path, each.languages) for each in found} == {
        *((What.FIELD, "preamble", f"{name}.{tag}", (tag,)) for tag in WORDS),
        (What.DELETED, "termination", "", ("az", "kk", "ru", "en")),
        *((What.WORDING, place, "", (tag,)) for tag in WORDS for place in ("disputes", "events")),
    }
    assert len(found) == 13
    for change in found:
        authors = {each.author for each in change.revisions}
        assert authors == ({AUTHOR} if tracked else set()), change
        if change.what is What.FIELD:
            assert change.after == NAMES[change.languages[0]]
    taken = take(example, found)
    assert returned.compare(taken, back).changes == ()
    assert taken.review == {}
    for tag, name_there in NAMES.items():
        text = to_text(render(taken, tag)).replace("\xa0", " ")
        assert ADDED[tag] in text
        assert WORDS[tag][1] in text
        assert name_there.split()[-1] in text


def shown_names(draft: Draft, name: str, path: str, tag: str) -> list[tuple[str, str]]:
    """How the draft shows a name in a version, and how it would show another one; the longest
    first, since one may be part of another.
    """
    other = fields.change(draft, f"{path}.{tag}", name)
    pairs = {
        (one.text, two.text)
        for before, after in zip(render(draft, tag).blocks, render(other, tag).blocks, strict=True)
        for old, new in zip(paragraphs(before), paragraphs(after), strict=True)
        for one, two in zip(runs_of(old, path), runs_of(new, path), strict=True)
    }
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def runs_of(paragraph: Paragraph, path: str) -> list[Run]:
    return [run for run in paragraph.runs if run.path.startswith(path)]
