"""Notes of a consolidated text in Word files: seen below their places, and told from the text."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from mou_desktop.export.docx import bilingual_to_docx, combined_to_docx, to_docx
from mou_desktop.intake.importing import import_sources
from mou_desktop.intake.reading import read
from mou_desktop.intake.returned import compare, read_sources
from mou_desktop.model.document import notes, paragraphs
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import render_all
from tests.export.reading import NAMESPACES, WordFile, letters, text
from tests.export.test_docx_package import assert_valid
from tests.golden.consolidated import AS_AMENDED as TEXT
from tests.golden.real_case import TAGS

DOCUMENTS = render_all(TEXT)


def noted(file: WordFile) -> list[tuple[str, str]]:
    return [each for each in file.styled() if each[0].startswith("AmendmentNote")]


def whole(tag: str) -> list[str]:
    return [note.text for block in DOCUMENTS[tag].blocks for note in notes(block)]


@pytest.mark.parametrize("tag", TAGS)
def test_each_stands_below_its_place_in_small_italics(tag: str) -> None:
    file = WordFile(to_docx(DOCUMENTS[tag]))
    found = noted(file)
    assert [shown for _style, shown in found] == whole(tag)
    assert found[0][0] == "AmendmentNoteTitle"
    assert {style for style, _shown in found[1:-3]} == {"AmendmentNote"}
    assert found[-1][0] == "AmendmentNoteClosing"
    style = next(each for each in file.word.styles if each.style_id == "AmendmentNote")
    assert style.font.italic
    assert style.font.size.pt == Layout().small_size


@pytest.mark.parametrize("layout", [Layout(), Layout(title_page=True, size=12)])
def test_the_files_are_valid(layout: Layout, tmp_path: Path) -> None:
    documents = list(DOCUMENTS.values())
    for content in (
        to_docx(documents[0], layout=layout),
        combined_to_docx(documents, layout=layout),
        bilingual_to_docx((documents[2], documents[1]), layout=layout),
    ):
        assert_valid(content, tmp_path / "file.docx")


def test_the_last_lines_of_a_text_stay_with_its_note() -> None:
    file = WordFile(to_docx(DOCUMENTS["en"]))
    styled = file.styled()
    for number, (style, _text) in enumerate(styled):
        if style == "AmendmentNote" and not styled[number - 1][0].startswith("AmendmentNote"):
            assert styled[number - 1][0] == "ClosingText"
    assert file.keeps_with_next("ClosingText")
    assert file.keeps_with_next("AmendmentNoteClosing")
    assert not file.keeps_with_next("AmendmentNote")


def test_side_by_side_they_stand_abreast() -> None:
    file = WordFile(bilingual_to_docx((DOCUMENTS["ru"], DOCUMENTS["kk"])))
    rows = [
        [text(cell) for cell in row.xpath("w:tc", namespaces=NAMESPACES)]
        for row in file.find("//w:tr")
    ]
    for pair in zip(whole("ru")[1:], whole("kk")[1:], strict=True):
        assert list(pair) in rows


def test_a_file_read_again_has_none_in_its_text_and_says_so() -> None:
    sources = [read(to_docx(each), f"{tag}.docx") for tag, each in DOCUMENTS.items()]
    found = import_sources(sources)
    back = render_all(found.draft)
    for tag in TAGS:
        assert all(note not in str(back[tag]) for note in whole(tag))
    said = [str(each) for each in found.remarks if "notes on amendments" in str(each)]
    assert len(said) == len(TAGS)
    assert "as amended by" in said[-1]


def test_a_returned_file_is_compared_without_them() -> None:
    for content in (
        to_docx(DOCUMENTS["ru"]),
        combined_to_docx(list(DOCUMENTS.values())),
        bilingual_to_docx((DOCUMENTS["ru"], DOCUMENTS["az"])),
    ):
        assert compare(TEXT, read_sources([read(content, "back.docx")])).changes == ()


def test_words_that_somebody_put_into_a_note_are_told() -> None:
    word = docx.Document(BytesIO(to_docx(DOCUMENTS["en"])))
    for element in word.element.body.iter(qn("w:t")):
        if element.text.startswith("(as amended by"):
            element.text = "(Party B pays.)"
    buffer = BytesIO()
    word.save(buffer)
    (said,) = read(buffer.getvalue(), "back.docx").remarks
    assert "(Party B pays.)" in said.lost


@pytest.mark.slow
def test_the_pages_have_them_below_their_places(convert) -> None:
    for tag, pdf in convert(dict(DOCUMENTS)).items():
        pages = letters("".join(pdf.pages))
        for block in DOCUMENTS[tag].blocks:
            below = [note.text for note in notes(block)]
            if below:
                last = [*paragraphs(block)][-1].text
                assert letters("".join([last, *below])) in pages, (tag, below)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_libreoffice_saved_again_has_none_in_its_text(office, kind: str) -> None:
    files = office({f"memo-{tag}": to_docx(each) for tag, each in DOCUMENTS.items()}, kind)
    sources = [read(file.read_bytes(), file.name) for file in files.values()]
    assert compare(TEXT, read_sources(sources)).changes == ()
    for source, tag in zip(sources, TAGS, strict=True):
        (said,) = source.remarks
        assert said.lost.startswith(whole(tag)[0])
