"""The pages that LibreOffice makes of Word files: what an officer prints and signs."""

import re

import pytest

from mou_desktop.model.document import Article, Document, Paragraph, Run, SignatureBlock, paragraphs
from tests.export.reading import Pdf, full_text, letters

pytestmark = pytest.mark.slow

LINES_OF_A_PAGE = 44
CLOSING_MARKS = tuple(",.;:!?)»”’")


def words(stem: str, length: int) -> str:
    """A text of about this length in words that occur nowhere else."""
    count = max(length // (len(stem) + 4), 1)
    return " ".join(f"{stem}{n:03}" for n in range(count))


def variant(document: Document, *, more_lines: int, name_length: int) -> Document:
    """The document with short lines added in the middle and other names in the signature block."""
    filler = tuple(Paragraph((Run(f"{n}."),)) for n in range(more_lines))
    blocks = []
    for block in document.blocks:
        if isinstance(block, Article) and block.id == "events":
            block = block._replace(paragraphs=(*block.paragraphs, *filler))
        elif isinstance(block, SignatureBlock):
            block = SignatureBlock(
                tuple(
                    signer._replace(
                        party=Paragraph((Run(words("ZZ", name_length), "parties.0.name.ru"),)),
                        seal=Paragraph((Run("ZZ"),)),
                    )
                    for signer in block.signers
                )
            )
        blocks.append(block)
    return document._replace(blocks=tuple(blocks))


def assert_complete(pdf: Pdf, document: Document) -> None:
    assert pdf.letters == letters(full_text(document))


def assert_numbered(pdf: Pdf) -> None:
    count = str(len(pdf.pages))
    assert pdf.page_numbers == [[(str(n), count)] for n in range(1, len(pdf.pages) + 1)]


def assert_well_broken(pdf: Pdf, document: Document) -> None:
    headings = {letters(block.heading) for block in document.blocks if isinstance(block, Article)}
    for page in pdf.pages:
        lines = page.splitlines()
        assert lines, "an empty page"
        assert letters(lines[-1]) not in headings, "a heading alone at the foot of a page"
        assert not [each for each in lines if each.startswith(CLOSING_MARKS)]


def assert_signed_below_the_text(pdf: Pdf, document: Document) -> None:
    """The block is on one page, below two lines or more of the last article."""
    signed = [page for page in pdf.pages if "ZZ" in page]
    assert len(signed) == 1, "the signature block is split"
    closing = letters("".join(paragraph.text for paragraph in paragraphs(document.blocks[-2])))
    above = signed[0].partition("ZZ")[0].splitlines()
    assert len([line for line in above if letters(line) and letters(line) in closing]) >= 2


def assert_whole(pdf: Pdf, document: Document) -> None:
    assert_complete(pdf, document)
    assert_numbered(pdf)
    assert_well_broken(pdf, document)


def test_the_example(convert, documents):
    for tag, pdf in convert(documents).items():
        assert_whole(pdf, documents[tag])
        assert len(pdf.pages) == 3


def test_the_example_s_signatures(convert, documents):
    marked = {}
    for tag, document in documents.items():
        *others, block = document.blocks
        seal = Paragraph((Run("ZZ"),))
        signers = tuple(
            each._replace(party=Paragraph((Run("ZZ"), *each.party.runs)), seal=seal)
            for each in block.signers
        )
        marked[tag] = document._replace(blocks=(*others, SignatureBlock(signers)))
    for tag, pdf in convert(marked).items():
        assert_signed_below_the_text(pdf, marked[tag])


def test_every_letter_is_drawn_in_one_embedded_family(convert, documents):
    for pdf in convert(documents).values():
        families = {re.sub(r"^[A-Z]{6}\+", "", name) for name, _ in pdf.fonts}
        assert families == {"LiberationSerif", "LiberationSerif-Bold"}
        assert {embedded for _, embedded in pdf.fonts} == {"yes"}


@pytest.mark.parametrize("name_length", [10, 200, 600])
def test_signatures_share_their_page_with_text_wherever_it_ends(convert, documents, name_length):
    variants = {
        f"{tag}-{more:02}": variant(document, more_lines=more, name_length=name_length)
        for start, (tag, document) in enumerate(documents.items())
        for more in range(start, LINES_OF_A_PAGE, len(documents))
    }
    for name, pdf in convert(variants).items():
        assert_whole(pdf, variants[name])
        assert_signed_below_the_text(pdf, variants[name])


def test_blanks_are_drawn(convert, empty_documents):
    for tag, pdf in convert(empty_documents).items():
        assert_whole(pdf, empty_documents[tag])


def test_a_name_longer_than_a_page_is_continued_on_the_next(convert, documents):
    document = variant(documents["kk"], more_lines=0, name_length=2000)
    pdf = convert({"long": document})["long"]
    assert sorted(pdf.letters) == sorted(letters(full_text(document)))
    assert_numbered(pdf)
