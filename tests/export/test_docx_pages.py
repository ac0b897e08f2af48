"""The pages that LibreOffice makes of Word files: what an officer prints and signs."""

import re
from itertools import pairwise

import pytest

from mou_desktop.model.document import Paragraph, Run, SignatureBlock
from mou_desktop.model.layout import Layout, Numbers
from tests.export.pages import (
    SIGNED,
    assert_closing_is_not_alone,
    assert_numbered,
    assert_signed_below_the_text,
    assert_well_broken,
    assert_whole,
    line,
    signed_by,
    with_articles,
    with_lines,
    words,
)
from tests.export.reading import full_text, letters

pytestmark = pytest.mark.slow

LINES_OF_A_PAGE = 44
INITIALS = f"____________ {SIGNED}. Name ____________ {SIGNED}. Name"
"""For two parties; for more the line is repeated."""
LAYOUTS = {
    "initials and title page": Layout(initials=True, title_page=True),
    "no seals, numbers above": Layout(seals=False, numbers=Numbers.HEAD),
    "small and wide": Layout("Liberation Sans", 10, left=20, right=10, bottom=15, initials=True),
    "large and narrow": Layout(size=16, left=40, right=30, top=30, bottom=30, initials=True),
}


def test_the_example(convert, documents):
    for tag, pdf in convert(documents).items():
        assert_whole(pdf, documents[tag])
        assert len(pdf.pages) == 3


def test_the_example_s_signatures(convert, documents):
    marked = {}
    for tag, document in documents.items():
        *others, block = document.blocks
        seal = Paragraph((Run(SIGNED),))
        signers = tuple(
            each._replace(party=Paragraph((Run(SIGNED), *each.party.runs)), seal=seal)
            for each in block.signers
        )
        marked[tag] = document._replace(blocks=(*others, SignatureBlock(signers)))
    for tag, pdf in convert(marked).items():
        assert_signed_below_the_text(pdf, marked[tag])


def test_a_long_name_does_not_run_below_the_line_for_the_signature(convert, documents):
    for tag, pdf in convert({tag: documents[tag] for tag in ("az", "kk")}).items():
        name = documents[tag].blocks[-1].signers[1].name.text.split()[1:]
        edges = {left for word, left, _right in pdf.words[-12:] if word in name}
        rules = [right for word, _left, right in pdf.words if re.fullmatch("_{12}", word)]
        assert len(edges) == 1 or tag == "az"
        assert min(edges) > rules[-1]


def test_the_words_beside_the_blanks_of_a_date_are_not_spread(convert, documents):
    """(In justified lines; the widest gap between two words is looked for, in millimetres.)"""
    for pdf in convert(documents).values():
        gaps = [
            left - before
            for (_one, _, before), (other, left, _) in pairwise(pdf.words)
            if other.startswith(("“__", "«__")) and left > before
        ]
        assert gaps
        assert max(gaps) < 6


@pytest.mark.parametrize("name_length", [10, 200, 600])
def test_signatures_share_their_page_with_text_wherever_it_ends(convert, documents, name_length):
    variants = {
        f"{tag}-{more:02}": signed_by(with_lines(document, more), name=name_length)
        for start, (tag, document) in enumerate(documents.items())
        for more in range(start, LINES_OF_A_PAGE, len(documents))
    }
    for name, pdf in convert(variants).items():
        assert_whole(pdf, variants[name])
        assert_signed_below_the_text(pdf, variants[name])
        if name_length <= 200:
            assert_closing_is_not_alone(pdf, variants[name])


def test_blanks_are_drawn(convert, empty_documents):
    for tag, pdf in convert(empty_documents).items():
        assert_whole(pdf, empty_documents[tag])


def test_a_name_longer_than_a_page_is_continued_on_the_next(convert, documents):
    document = signed_by(documents["kk"], name=2000)
    pdf = convert({"long": document})["long"]
    assert sorted(pdf.letters) == sorted(letters(full_text(document)))
    assert_numbered(pdf)


def without_seals(document):
    *others, block = document.blocks
    signers = tuple(each._replace(seal=Paragraph(())) for each in block.signers)
    return document._replace(blocks=(*others, SignatureBlock(signers)))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_rules_hold_in_every_layout(convert, documents, layout):
    ready = {
        tag: document if layout.seals else without_seals(document)
        for tag, document in documents.items()
    }
    variants = {
        f"{tag}-{signers}-{more:02}": signed_by(
            with_lines(document, more), name=200, position=60, signers=signers
        )
        for start, (tag, document) in enumerate(ready.items())
        for signers in (2, 4)
        for more in range(start, LINES_OF_A_PAGE, 2 * len(ready))
    }
    around = (INITIALS,) if layout.initials else ()
    for name, pdf in convert(variants, layout, around).items():
        unnumbered = 1 if layout.title_page or layout.numbers is Numbers.HEAD else 0
        assert_whole(pdf, variants[name], unnumbered)
        assert_signed_below_the_text(pdf, variants[name])
        if name.split("-")[1] == "2":
            assert_closing_is_not_alone(pdf, variants[name])


ONE_LINE, ONE_PAGE = "Xxxx yyyy zzzz.", "Wwww " * 620
AGREEMENTS = {
    "ten articles of a line": [ONE_LINE] * 10,
    "sixty articles of a page": [ONE_PAGE] * 60,
}


@pytest.mark.parametrize("articles", AGREEMENTS.values(), ids=AGREEMENTS)
@pytest.mark.parametrize("signers", [2, 4])
def test_the_shortest_and_the_longest_agreement(convert, documents, articles, signers):
    variants = {
        f"{tag}-{name}": signed_by(
            with_articles(document, articles), name=name, position=110, signers=signers
        )
        for tag, document in documents.items()
        for name in (10, 600 if signers == 2 else 400)
    }
    for name, pdf in convert(variants).items():
        assert_whole(pdf, variants[name])
        assert_signed_below_the_text(pdf, variants[name])


@pytest.mark.parametrize("more", range(0, LINES_OF_A_PAGE, 6))
def test_of_a_closing_clause_that_is_longer_than_a_page_the_end_is_kept(convert, documents, more):
    variants = {}
    for tag, document in documents.items():
        *others, closing, block = with_lines(document, more).blocks
        texts = (*closing.paragraphs, Paragraph((Run(ONE_PAGE.strip()),)))
        closing = closing._replace(paragraphs=texts)
        variants[tag] = signed_by(document._replace(blocks=(*others, closing, block)), name=200)
    for tag, pdf in convert(variants).items():
        assert_whole(pdf, variants[tag])
        assert_signed_below_the_text(pdf, variants[tag])


def test_the_title_stands_alone_on_its_page(convert, documents):
    for tag, pdf in convert(documents, Layout(title_page=True)).items():
        title = "".join(line.text for line in documents[tag].blocks[0].lines)
        assert letters(pdf.pages[0]) == letters(title)
        assert len(pdf.pages) > 2


def blanks(pdf) -> list[float]:
    """The widths of the blanks of the date, in millimetres, the narrowest first."""
    found = [
        (right - left) * len(match[0]) / len(word)
        for word, left, right in pdf.words
        for match in re.finditer("__+", word)
    ]
    return sorted(found)


@pytest.mark.parametrize("size", [8, 12, 14, 20])
def test_there_is_room_for_the_pen_in_the_date(convert, documents, size):
    dated = {}
    for tag, document in documents.items():
        title, *_articles, closing, _block = document.blocks
        dated[tag] = document._replace(blocks=(title, closing))
    for pdf in convert(dated, Layout(size=size)).values():
        day, month = blanks(pdf)
        assert 12 <= day <= 16
        assert 25 <= month <= 32


def with_seconds(document, position):
    """The document with a second signatory for each party."""
    *others, block = document.blocks
    signers = tuple(
        each._replace(second=(line(words(f"{SIGNED}d", position)), each.name))
        for each in block.signers
    )
    return document._replace(blocks=(*others, SignatureBlock(signers)))


@pytest.mark.parametrize("name_length", [10, 600])
def test_two_signatories_of_each_party_sign_on_one_page(convert, documents, name_length):
    """With positions of three lines."""
    variants = {
        f"{tag}-{more:02}": with_seconds(
            signed_by(with_lines(document, more), name=name_length, position=80), 80
        )
        for start, (tag, document) in enumerate(documents.items())
        for more in range(3 * start, LINES_OF_A_PAGE, 12)
    }
    for name, pdf in convert(variants).items():
        assert_well_broken(pdf, variants[name])
        assert_numbered(pdf)
        assert_signed_below_the_text(pdf, variants[name])
