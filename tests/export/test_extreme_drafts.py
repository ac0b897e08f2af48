"""Agreements between parties with the shortest and the longest names, from the fields of a draft to
the pages that LibreOffice makes.
"""

from itertools import product
from math import ceil

import pytest

from mou_desktop.export.docx import bilingual_to_docx, combined_to_docx
from mou_desktop.languages import registry
from mou_desktop.model.document import Document, Paragraph, Run, SignatureBlock
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render_all
from tests.export.pages import (
    SIGNED,
    assert_drawn_in_one_family,
    assert_signed_below_the_text,
    assert_whole,
)
from tests.export.reading import Pdf, full_text, letters

pytestmark = pytest.mark.slow

LETTERS = {
    "az": "Gəncəçöl ığdır ŞÜŞƏ qoruğu",
    "kk": "Әзірет ғұң ІӨҮ һақ қоры",
    "ru": "Щёголь ёмкий ЪЫЭ музей",
    "en": "The Quick Fjord Museum",
}
"""With all letters that fonts are apt to lack."""
LENGTHS = (10, 200, 600)
THREE_LINES = 90
COPIES = (1, 2, 21, 40)


def of_length(tag: str, length: int) -> str:
    text = LETTERS[tag]
    return (f"{text} " * ceil(length / len(text)))[:length].strip()


def extreme(draft: Draft, length: int, signatories: int, copies: int) -> Draft:
    draft = change(draft, "copies", str(copies))
    for tag, party in product(draft.values.languages, range(2)):
        draft = change(draft, f"parties.{party}.name.{tag}", of_length(tag, length))
        for who in ("signatory", "second_signatory")[:signatories]:
            path = f"parties.{party}.{who}"
            draft = change(draft, f"{path}.position.{tag}", of_length(tag, THREE_LINES))
            draft = change(draft, f"{path}.name.{tag}", of_length(tag, 25))
    return draft


def marked(document: Document) -> Document:
    """The signature block with marks at its beginning and its end."""
    *others, block = document.blocks
    assert isinstance(block, SignatureBlock)
    mark = Run(SIGNED)
    signers = tuple(
        each._replace(party=Paragraph((mark, *each.party.runs)), seal=Paragraph((mark,)))
        for each in block.signers
    )
    return document._replace(blocks=(*others, SignatureBlock(signers)))


@pytest.fixture(scope="module")
def drafts(example) -> dict[str, Draft]:
    chosen = {
        f"{length}-{signatories}": extreme(example, length, signatories, copies)
        for (length, signatories), copies in zip(
            product(LENGTHS, (1, 2)), (*COPIES, *COPIES), strict=False
        )
    }
    assert {draft.values.copies for draft in chosen.values()} == {*COPIES}
    return chosen


def test_the_rules_hold_from_the_fields_to_the_pages(convert, drafts):
    documents = {
        f"{name}-{tag}": marked(document)
        for name, draft in drafts.items()
        for tag, document in render_all(draft).items()
    }
    for name, pdf in convert(documents).items():
        assert_whole(pdf, documents[name])
        assert_signed_below_the_text(pdf, documents[name])


def test_they_hold_in_a_file_with_all_versions(office, drafts):
    documents = {
        name: [marked(document) for document in render_all(draft).values()]
        for name, draft in drafts.items()
    }
    files = {name: combined_to_docx(each) for name, each in documents.items()}
    for name, path in office(files, "pdf").items():
        pdf = Pdf(path, tuple(registry.language(each.language).endonym for each in documents[name]))
        assert_drawn_in_one_family(pdf)
        assert pdf.letters == letters("".join(map(full_text, documents[name])))
        assert sum(SIGNED in page for page in pdf.pages) == len(documents[name])


def test_they_hold_side_by_side(office, drafts):
    documents = {
        name: {tag: marked(document) for tag, document in render_all(draft).items()}
        for name, draft in drafts.items()
    }
    pairs = {
        f"{name}-{left}-{right}": (documents[name][left], documents[name][right])
        for name in drafts
        for left, right in (("az", "kk"), ("ru", "en"))
    }
    files = {name: bilingual_to_docx(pair) for name, pair in pairs.items()}
    for name, path in office(files, "pdf").items():
        pdf = Pdf(path)
        assert_drawn_in_one_family(pdf)
        assert sorted(pdf.letters) == sorted("".join(letters(full_text(d)) for d in pairs[name]))
        signed = [page.count(SIGNED) for page in pdf.pages if SIGNED in page]
        if name.startswith("600-2"):  # (more than a page: what one party signs stays whole)
            assert signed == [4, 4], name
        else:
            assert signed == [8], name
