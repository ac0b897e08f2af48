"""The signature block: a table of which no row, and which itself, must not be torn apart."""

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.model.document import (
    Article,
    Document,
    Paragraph,
    Run,
    SignatureBlock,
    Signer,
    Title,
)
from mou_desktop.model.layout import Layout
from tests.export import pages
from tests.export.reading import NAMESPACES, WordFile, text


def line(shown: str) -> Paragraph:
    return Paragraph((Run(shown),))


def signed_by(parties: int) -> WordFile:
    signers = tuple(
        Signer(*(line(f"{part} {n}") for part in ("party", "position", "name", "seal")))
        for n in range(parties)
    )
    blocks = (
        Title((line("MEMORANDUM"),), heading=0),
        Article("validity", 1, "Article 1", (line("Nought."), line("One."))),
        Article("testimonium", 2, "Article 2", (line("Two."), line("Three."))),
        SignatureBlock(signers),
    )
    return WordFile(to_docx(Document("en", blocks)))


def rows(file: WordFile) -> list[list[str]]:
    return [
        [text(cell) for cell in row.xpath("w:tc", namespaces=NAMESPACES)]
        for row in file.find("//w:tr")
    ]


def test_two_parties_sign_side_by_side():
    assert rows(signed_by(2)) == [
        ["party 0", "party 1"],
        ["position 0", "position 1"],
        ["name 0", "name 1"],
        ["seal 0", "seal 1"],
    ]


def test_a_third_party_signs_below():
    assert rows(signed_by(3))[4:] == [
        ["party 2", ""],
        ["position 2", ""],
        ["name 2", ""],
        ["seal 2", ""],
    ]


def test_the_columns_are_fixed_and_fill_the_width(file):
    assert file.find("//w:tblLayout/@w:type") == ["fixed"]
    [width] = file.find("//w:tblPr/w:tblW/@w:w")
    columns = file.find("//w:gridCol/@w:w")
    assert abs(int(width) - sum(map(int, columns))) <= 1
    assert set(file.find("//w:tcW/@w:w")) == set(columns)


def test_it_has_no_borders(file):
    assert not file.find("//w:tblBorders | //w:tcBorders")
    assert not file.find("//w:tblBorders", "word/styles.xml")


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
def test_no_row_splits_and_every_row_but_the_last_keeps_with_the_next(parties):
    file = signed_by(parties)
    assert len(file.find("//w:tr")) == len(file.find("//w:tr/w:trPr/w:cantSplit"))
    *others, last = (
        row.xpath(".//w:pStyle/@w:val", namespaces=NAMESPACES) for row in file.find("//w:tr")
    )
    assert all(file.keeps_with_next(style) for row in others for style in row)
    assert not any(file.keeps_with_next(style) for style in last)
    assert all(file.keeps_lines(style) for row in (*others, last) for style in row)


def test_the_last_article_stays_whole_and_with_the_signatures():
    file = signed_by(2)
    styles = {shown: style for style, shown in file.styled()}
    for shown in ("Article 2", "Two.", "Three."):
        assert file.keeps_with_next(styles[shown])
        assert file.keeps_lines(styles[shown])


def test_they_take_the_end_of_the_article_above_along():
    """The page of the signatures must not hold the closing clause alone."""
    file = signed_by(2)
    styles = {shown: style for style, shown in file.styled()}
    assert file.keeps_with_next(styles["One."])
    assert not file.keeps_lines(styles["One."])
    assert not file.keeps_with_next(styles["Nought."])


def test_the_gap_above_comes_from_a_style_and_no_paragraph_is_empty_but_the_last(file):
    assert file.word.styles["Signature Party"].paragraph_format.space_before.pt >= 12
    empty = [style for style, shown in file.styled() if not shown]
    assert empty == ["DocumentEnd"]
    assert file.styled()[-1][0] == "DocumentEnd"


def test_what_ends_the_document_takes_no_room(file):
    assert file.word.styles["Document End"].paragraph_format.line_spacing.pt == 1


def test_what_only_one_party_has_leaves_the_others_cell_empty():
    more = Signer(
        *(line(f"{part} 0") for part in ("party", "position", "name", "seal")),
        details=(line("phone 0"), line("mail 0")),
        second=(line("position 2"), line("name 2")),
    )
    plain = Signer(*(line(f"{part} 1") for part in ("party", "position", "name", "seal")))
    file = WordFile(
        to_docx(Document("en", (Title((line("M"),), 0), SignatureBlock((more, plain)))))
    )
    assert rows(file) == [
        ["party 0", "party 1"],
        ["phone 0", ""],
        ["mail 0", ""],
        ["position 0", "position 1"],
        ["name 0", "name 1"],
        ["position 2", ""],
        ["name 2", ""],
        ["seal 0", "seal 1"],
    ]
    styles = [style for style, shown in file.styled() if shown in ("name 0", "name 2", "phone 0")]
    assert styles == ["Signature", "SignatureName", "SignatureName"]


def test_a_missing_name_has_a_blank_that_fits_beside_the_line(empty_documents, tag):
    controls = WordFile(to_docx(empty_documents[tag])).controls()
    *preamble, left, right = [shown for path, shown in controls if "signatory.name" in path]
    assert [left, right] == ["_" * 12] * 2
    assert set(preamble) == {"_" * 20}


@pytest.mark.parametrize(("length", "is_smaller"), [(200, False), (1000, True)])
def test_names_that_leave_no_room_for_the_text_are_smaller(documents, length, is_smaller):
    file = WordFile(to_docx(pages.signed_by(documents["ru"], name=length, position=90)))
    styles = {style for style, _text in file.styled()}
    assert ("SignaturePartySmall" in styles) is is_smaller
    assert ("SignatureSmall" in styles) is is_smaller
    assert "SignatureName" in styles
    small = file.word.styles["Signature Small"].font.size
    assert small.pt == Layout().small_size
