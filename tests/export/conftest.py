"""Documents to export, and what became of them."""

from pathlib import Path

import pytest

from mou_desktop.export.docx import USUAL, to_docx
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples, templates
from tests.export.reading import Pdf, WordFile, run


@pytest.fixture(scope="session")
def example() -> Draft:
    return examples.load("memorandum")


@pytest.fixture(scope="session")
def documents(example) -> dict[str, Document]:
    """The four versions of the example, by language."""
    return render_all(example)


@pytest.fixture(scope="session")
def empty_documents() -> dict[str, Document]:
    """The four versions of a draft in which nothing has been filled in."""
    return render_all(blank_draft(templates.builtin("memorandum")))


@pytest.fixture(scope="session")
def files(documents) -> dict[str, WordFile]:
    return {tag: WordFile(to_docx(document)) for tag, document in documents.items()}


@pytest.fixture(params=("az", "kk", "ru", "en"))
def tag(request) -> str:
    return request.param


@pytest.fixture
def document(documents, tag) -> Document:
    return documents[tag]


@pytest.fixture
def file(files, tag) -> WordFile:
    return files[tag]


@pytest.fixture
def office(tmp_path):
    """Has LibreOffice convert Word files, all in one call; gives the new files by name."""

    def office(files: dict[str, bytes], suffix: str) -> dict[str, Path]:
        out = tmp_path / suffix
        sources = [tmp_path / f"{name}.docx" for name in files]
        for source, content in zip(sources, files.values(), strict=True):
            source.write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", suffix, "--outdir", out, *sources)
        return {name: out / f"{name}.{suffix}" for name in files}

    return office


@pytest.fixture
def convert(office):
    """Has LibreOffice make PDF files of documents, all in one call."""

    def convert(
        documents: dict[str, Document], layout: Layout = USUAL, around: tuple[str, ...] = ()
    ) -> dict[str, Pdf]:
        files = {name: to_docx(document, layout=layout) for name, document in documents.items()}
        return {name: Pdf(file, around) for name, file in office(files, "pdf").items()}

    return convert
