"""Documents of unusual sizes, and what must hold for the pages that they make."""

import re

from mou_desktop.languages import registry
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Run,
    SignatureBlock,
    Signer,
    paragraphs,
)
from tests.export.reading import Pdf, full_text, letters

CLOSING_MARKS = tuple(",.;:!?)»”’")
SIGNED = "ZZ"
"""Marks the words of the signature block, which occur nowhere else."""


def words(stem: str, length: int) -> str:
    """A text of about this length in words that occur nowhere else."""
    count = max(length // (len(stem) + 4), 1)
    return " ".join(f"{stem}{n:03}" for n in range(count))


def line(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def signed_by(document: Document, *, name: int, position: int = 20, signers: int = 2) -> Document:
    """The document with names and positions of so many letters in the signature block. Signers
    beyond the second sign for the same parties, which are not named again.
    """
    *others, block = document.blocks
    assert isinstance(block, SignatureBlock)
    seal = line(SIGNED) if block.signers[0].seal.runs else Paragraph(())
    parties = [words(f"{SIGNED}{party}", name) for party in "ab"]
    made = tuple(
        Signer(
            Paragraph((Run(parties[number], "parties.0.name.ru"),) if number < 2 else ()),
            line(words(f"{SIGNED}c", position)),
            Paragraph((Run("____________ "), Run(f"{SIGNED}. Name", "parties.0.signatory.name"))),
            seal,
        )
        for number in range(signers)
    )
    return document._replace(blocks=(*others, SignatureBlock(made)))


def with_articles(document: Document, texts: list[str]) -> Document:
    """The document with such articles before its closing clause."""
    title, preamble, *_articles, closing, block = document.blocks
    made: list[Block] = [
        Article(f"a{number}", number, heading(document, number), (line(text),))
        for number, text in enumerate(texts, start=1)
    ]
    assert isinstance(closing, Article)
    last = closing._replace(number=len(texts) + 1, heading=heading(document, len(texts) + 1))
    return document._replace(blocks=(title, preamble, *made, last, block))


def heading(document: Document, number: int) -> str:
    return registry.language(document.language).article(number, "heading")


def with_lines(document: Document, more: int) -> Document:
    """The document with so many short lines added in the middle."""
    filler = tuple(line(f"{n}.") for n in range(more))
    blocks = [
        block._replace(paragraphs=(*block.paragraphs, *filler))
        if isinstance(block, Article) and block.id == "events"
        else block
        for block in document.blocks
    ]
    return document._replace(blocks=tuple(blocks))


def assert_complete(pdf: Pdf, document: Document) -> None:
    """Signatures that stand one band below another are read in another order."""
    shown, expected = pdf.letters, letters(full_text(document))
    block = document.blocks[-1]
    start = len(expected)
    if isinstance(block, SignatureBlock) and len(block.signers) > 2:
        start = expected.index(letters(block.signers[0].party.text))
    assert shown[:start] == expected[:start]
    assert sorted(shown[start:]) == sorted(expected[start:])


def assert_numbered(pdf: Pdf, unnumbered: int = 0) -> None:
    """Each page says its number and how many there are, but for the first ones."""
    count = str(len(pdf.pages))
    expected = [[(str(n), count)] for n in range(1, len(pdf.pages) + 1)]
    assert pdf.page_numbers == [[]] * unnumbered + expected[unnumbered:]


def assert_well_broken(pdf: Pdf, document: Document) -> None:
    headings = {letters(block.heading) for block in document.blocks if isinstance(block, Article)}
    for page in pdf.pages:
        lines = page.splitlines()
        assert lines, "an empty page"
        assert letters(lines[-1]) not in headings, "a heading alone at the foot of a page"
        assert not [each for each in lines if each.startswith(CLOSING_MARKS)]


def assert_signed_below_the_text(pdf: Pdf, document: Document) -> None:
    """The block is on one page, below two lines or more of the last article."""
    signed = [page for page in pdf.pages if SIGNED in page]
    assert len(signed) == 1, "the signature block is split"
    last = letters("".join(paragraph.text for paragraph in paragraphs(document.blocks[-2])))
    assert above_the_signatures(pdf).endswith(last[-80:]), "the signatures stand alone"


def assert_closing_is_not_alone(pdf: Pdf, document: Document) -> None:
    """The page of the signatures has something of the text above the last article, too."""
    *_others, before, closing, _block = document.blocks
    end = letters(list(paragraphs(before))[-1].text)
    whole = letters("".join(paragraph.text for paragraph in paragraphs(closing)))
    shown = above_the_signatures(pdf)
    assert end[-20:] in shown or not shown.endswith(whole), "the closing clause is alone"


def above_the_signatures(pdf: Pdf) -> str:
    """The letters that stand above them on their page."""
    return letters(next(page for page in pdf.pages if SIGNED in page).partition(SIGNED)[0])


def assert_drawn_in_one_family(pdf: Pdf) -> None:
    """Every font is embedded, and none stands in for another one that lacks a letter."""
    families = {re.sub(r"^[A-Z]{6}\+|-Bold$", "", name) for name, _ in pdf.fonts}
    assert len(families) == 1, families
    assert families <= {"LiberationSerif", "LiberationSans"}
    assert {embedded for _, embedded in pdf.fonts} == {"yes"}


def assert_whole(pdf: Pdf, document: Document, unnumbered: int = 0) -> None:
    assert_drawn_in_one_family(pdf)
    assert_complete(pdf, document)
    assert_numbered(pdf, unnumbered)
    assert_well_broken(pdf, document)
