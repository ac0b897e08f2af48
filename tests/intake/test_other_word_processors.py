"""Files that the program wrote and LibreOffice saved again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.intake import returned
from mou_desktop.intake.importing import import_files
from mou_desktop.intake.returned_changes import What
from mou_desktop.model import fields
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
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
    assert returned.compare(returned.take(example, found), back).changes == ()
