"""Files that the program wrote and LibreOffice saved again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mou_desktop.intake.importing import import_files
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all

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
