"""The signing set of the real memorandum, made with LibreOffice."""

from pathlib import Path

import pytest

from mou_desktop.export.signing.verify import verify
from mou_desktop.export.signing.writing import write
from mou_desktop.model.fields import change
from tests.export.reading import Pdf, run

from .conftest import EXAMPLE, order

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("originals", "copies"), [("separate", "4"), ("combined", "2")])
def test_the_pages_are_those_of_the_files(tmp_path: Path, originals: str, copies: str) -> None:
    draft = change(change(EXAMPLE, "originals", originals), "copies", copies)
    made = write(order(draft), tmp_path / "set")
    assert made.pdf_by.startswith("LibreOffice ")
    for original in made.originals:
        _word, pdf = original.files
        facts = run("pdfinfo", tmp_path / "set" / pdf)
        assert f"Pages:           {original.pages}\n" in facts
        pages = Pdf(tmp_path / "set" / pdf).pages
        for place in original.signatures:
            assert place.page is not None
            signed = pages[place.page - 1]
            assert place.name.split()[-1] in signed
            assert place.position.split()[0] in signed
        assert len({place.page for place in original.signatures}) == len(original.languages)
    assert verify(tmp_path / "set").is_whole


def test_the_sheet_keeps_its_rows_whole(tmp_path: Path) -> None:
    write(order(change(EXAMPLE, "copies", "40")), tmp_path / "set")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    sheet = tmp_path / "set" / "Manifest.docx"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, sheet)
    pages = run("pdftotext", "-layout", tmp_path / "Manifest.pdf", "-").split("\f")[:-1]
    listed = [page for page in pages if "Who signs where" in page]
    assert len(listed) > 1
    assert all(page.count(" / 40") == page.count("on page") for page in listed)
