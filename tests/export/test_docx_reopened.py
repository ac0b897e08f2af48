"""A file that was opened and saved in LibreOffice: what a counterpart sends back."""

import re

import pytest

from mou_desktop.export.docx import bilingual_to_docx, combined_to_docx, to_docx
from mou_desktop.languages import registry
from mou_desktop.model.layout import Layout
from tests.export.reading import NAMESPACES, WordFile, letters, text

pytestmark = pytest.mark.slow

RENAMED = {"TextBody": "BodyText"}
"""What LibreOffice calls styles of ours."""


@pytest.fixture(scope="module")
def written(documents) -> dict[str, bytes]:
    versions = list(documents.values())
    layout = Layout(initials=True, title_page=True)
    return {
        **{tag: to_docx(document) for tag, document in documents.items()},
        "all": combined_to_docx(versions),
        "pair": bilingual_to_docx((documents["kk"], documents["az"])),
        "initials": to_docx(documents["ru"], layout=layout),
    }


@pytest.fixture
def reopened(office, written) -> dict[str, tuple[WordFile, WordFile]]:
    """Each file before and after."""
    saved = office(written, "docx")
    return {
        name: (WordFile(content), WordFile(saved[name].read_bytes()))
        for name, content in written.items()
    }


def styled(file: WordFile) -> list[tuple[str, str]]:
    return [(RENAMED.get(style, style), letters(shown)) for style, shown in file.styled() if shown]


def languages(file: WordFile) -> dict[str, set[str]]:
    """The languages that the text of each word bears; a heading may have that of its style."""
    found: dict[str, set[str]] = {}
    for run in file.find("//w:r[w:rPr/w:lang]"):
        tag = run.xpath("string(w:rPr/w:lang/@w:val)", namespaces=NAMESPACES)
        for word in re.findall(r"\w+", text(run)):
            found.setdefault(word, set()).add(tag)
    return found


def filled(file: WordFile) -> list[str]:
    """What stands in the content controls within lines."""
    return [letters(text(control)) for control in file.find("//w:p//w:sdt") if text(control)]


def test_everything_that_a_reader_needs_comes_back(reopened):
    for name, (before, after) in reopened.items():
        assert styled(after) == styled(before), name
        for word, tags in languages(after).items():
            assert tags <= languages(before)[word], (name, word)
        kept = filled(after)
        missing = [each for each in filled(before) if each not in kept]
        assert missing == [], name
        tags = after.find("//w:p//w:sdt/w:sdtPr/w:tag/@w:val")
        assert set(tags) <= {tag for tag, _ in before.controls()}, name


def test_every_version_of_several_keeps_its_language(reopened, documents):
    _, after = reopened["all"]
    found = after.find("//w:r/w:rPr/w:lang/@w:val")
    assert {registry.language(tag).word_tag for tag in documents} <= set(found)


def test_page_numbers_initials_and_sections_come_back(reopened):
    _, after = reopened["all"]
    assert len(after.find("//w:sectPr")) == 4
    _, initials = reopened["initials"]
    footers = [part for name, part in initials.parts.items() if name.startswith("word/footer")]
    assert any("Алиев".encode() in part and b"PAGE" in part for part in footers)
