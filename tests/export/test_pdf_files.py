"""The PDF files that LibreOffice makes of the memorandum: for the archive, and for a reader."""

import os
import subprocess
from pathlib import Path

import pytest

from mou_desktop.export import libreoffice
from mou_desktop.export.docx import to_docx
from mou_desktop.model.document import Document

from .reading import Pdf, full_text, letters, run

pytestmark = pytest.mark.slow

TAGS = {"az": "az-AZ", "kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}


@pytest.fixture(scope="module")
def pdfs(
    documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Pdf]:
    folder = tmp_path_factory.mktemp("pdf")
    contents = libreoffice.to_pdf([to_docx(document) for document in documents.values()])
    for tag, content in zip(documents, contents, strict=True):
        (folder / f"{tag}.pdf").write_bytes(content)
    return {tag: Pdf(folder / f"{tag}.pdf") for tag in documents}


def test_they_are_made_to_be_kept(pdfs: dict[str, Pdf], tag: str) -> None:
    described = run("pdfinfo", "-meta", pdfs[tag].path)
    assert "<pdfaid:part>2</pdfaid:part>" in described
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in described


def test_they_are_tagged_and_say_title_and_language(
    pdfs: dict[str, Pdf], documents: dict[str, Document], tag: str
) -> None:
    facts = run("pdfinfo", pdfs[tag].path)
    assert f"Title:           {documents[tag].name}" in facts
    assert "Tagged:          yes" in facts
    assert f"/Lang({TAGS[tag]})".encode() in pdfs[tag].path.read_bytes()


def test_their_text_can_be_read_in_embedded_fonts(
    pdfs: dict[str, Pdf], documents: dict[str, Document], tag: str
) -> None:
    assert pdfs[tag].letters == letters(full_text(documents[tag]))
    assert {embedded for _name, embedded in pdfs[tag].fonts} == {"yes"}


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs Linux")
def test_nothing_of_the_officers_is_touched(
    documents: dict[str, Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    libreoffice.to_pdf([to_docx(documents["ru"])])
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file for file in written if "fontconfig" not in file.parts] == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or subprocess.run(["which", "strace"]).returncode != 0,
    reason="needs strace",
)
def test_the_network_is_not_asked(documents: dict[str, Document], tmp_path: Path) -> None:
    program = libreoffice.require()
    traced = tmp_path / "soffice"
    log = tmp_path / "trace"
    traced.write_text(f'#!/bin/sh\nexec strace -f -e trace=connect -o {log} {program} "$@"\n')
    traced.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libreoffice, "find", lambda: traced)
        libreoffice.to_pdf([to_docx(documents["kk"])])
    assert "connect(" in log.read_text()
    assert "AF_INET" not in log.read_text()
