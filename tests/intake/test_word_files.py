"""What is read of a Word file."""

import pytest

from mou_desktop.intake.reading import read
from mou_desktop.intake.source import Cell, Control, Revision, SourceParagraph
from mou_desktop.model.change import Fate
from tests.intake.conftest import paragraph, texts, word, zipped

ANN = 'author="Ann" date="2026-03-01T10:00:00Z"'


def paragraphs(body: str, **parts: str) -> tuple[SourceParagraph, ...]:
    return read(word(body, **parts), "foreign.docx").paragraphs


def only(body: str, **parts: str) -> SourceParagraph:
    (found,) = paragraphs(body, **parts)
    return found


def said(body: str, **parts: str | bytes) -> list[str]:
    return [str(remark) for remark in read(word(body, **parts), "foreign.docx").remarks]


class TestText:
    def test_a_paragraph_is_all_its_runs(self) -> None:
        assert only("<p><r><t>Ar</t></r><r><t>ticle 1</t></r></p>").text == "Article 1"

    def test_breaks_tabs_and_hyphens_are_characters(self) -> None:
        body = "<p><r><t>a</t><tab/><t>b</t><br/><t>c</t><noBreakHyphen/><t>d</t></r></p>"
        assert only(body).text == "a b\nc-d"

    def test_links_and_fields_give_their_text_alone(self) -> None:
        body = (
            "<p><hyperlink><r><t>one </t></r></hyperlink>"
            '<r><fldChar fldCharType="begin"/></r><r><instrText>PAGE</instrText></r>'
            '<r><fldChar fldCharType="separate"/></r><r><t>7</t></r>'
            '<r><fldChar fldCharType="end"/></r></p>'
        )
        assert only(body).text == "one 7"

    def test_a_field_that_is_not_ended_hides_no_paragraph(self) -> None:
        body = '<p><r><fldChar fldCharType="begin"/></r></p>' + paragraph("seen")
        assert texts(read(word(body), "x")) == ["seen"]

    def test_headings_are_known_by_their_style(self) -> None:
        styles = (
            '<style styleId="s"><name val="heading 2"/></style>'
            '<style styleId="t"><name val="Own"/><basedOn val="s"/></style>'
        )
        first, second = paragraphs(paragraph("a", "s") + paragraph("b", "t"), styles=styles)
        assert (first.level, second.level) == (2, 2)

    def test_bold_stretches_are_known(self) -> None:
        body = "<p><r><t>the </t></r><r><rPr><b/></rPr><t>Mu</t></r>"
        body += "<r><rPr><b/></rPr><t>seum</t></r></p>"
        assert only(body).strong == ((4, 10),)

    def test_a_file_in_strict_form_is_read(self) -> None:
        content = (
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
            "<w:body><w:p><w:r><w:t>strict</w:t></w:r></w:p></w:body></w:document>"
        )
        assert texts(read(zipped({"word/document.xml": content}), "x")) == ["strict"]


class TestTables:
    def test_cells_know_their_row_and_column(self) -> None:
        row = f"<tr><tc>{paragraph('a')}</tc><tc>{paragraph('b')}</tc></tr>"
        found = paragraphs(f"<tbl>{row}{row}</tbl>")
        assert [each.cell for each in found] == [
            Cell(1, 0, 0),
            Cell(1, 0, 1),
            Cell(1, 1, 0),
            Cell(1, 1, 1),
        ]

    def test_a_cell_over_two_columns_moves_the_next(self) -> None:
        wide = f'<tc><tcPr><gridSpan val="2"/></tcPr>{paragraph("a")}</tc>'
        found = paragraphs(f"<tbl><tr>{wide}<tc>{paragraph('b')}</tc></tr></tbl>")
        assert [each.cell.column for each in found if each.cell] == [0, 2]

    def test_text_boxes_are_read_once(self) -> None:
        box = f"<drawing><txbxContent>{paragraph('boxed')}</txbxContent></drawing>"
        body = f"<p><r><t>before</t>{box}</r></p>{paragraph('after')}"
        assert [each.text for each in paragraphs(body)] == ["before", "boxed", "after"]


class TestTrackedChanges:
    def test_what_was_inserted_stands(self) -> None:
        found = only(f"<p><r><t>five </t></r><ins {ANN}><r><t>calendar </t></r></ins></p>")
        assert found.text == "five calendar "
        assert found.revisions == (
            Revision(Fate.INSERTED, 5, "calendar ", "Ann", "2026-03-01T10:00:00Z"),
        )

    def test_what_was_deleted_does_not(self) -> None:
        deleted = f"<del {ANN}><r><delText>ten</delText></r></del>"
        found = only(f"<p><r><t>in </t></r>{deleted}<r><t>six</t></r></p>")
        assert found.text == "in six"
        assert found.revisions == (Revision(Fate.DELETED, 3, "ten", "Ann", "2026-03-01T10:00:00Z"),)

    def test_what_was_moved_stands_where_it_went(self) -> None:
        body = f"<p><moveFrom {ANN}><r><t>x</t></r></moveFrom><r><t>a</t></r></p>"
        body += f"<p><moveTo {ANN}><r><t>x</t></r></moveTo></p>"
        assert [each.text for each in paragraphs(body)] == ["a", "x"]

    def test_a_deleted_end_joins_two_paragraphs(self) -> None:
        body = f"<p><pPr><rPr><del {ANN}/></rPr></pPr><r><t>one </t></r></p>{paragraph('two')}"
        assert [each.text for each in paragraphs(body)] == ["one two"]

    def test_a_deleted_end_of_the_last_paragraph_loses_nothing(self) -> None:
        body = f"<p><pPr><rPr><del {ANN}/></rPr></pPr><r><t>one</t></r></p>"
        assert [each.text for each in paragraphs(body)] == ["one"]


def test_comments_have_author_time_and_place() -> None:
    comments = f'<comment id="3" {ANN}>{paragraph("why?")}</comment>'
    body = (
        '<p><r><t>in </t></r><commentRangeStart id="3"/><r><t>six</t></r><commentRangeEnd id="3"/>'
        '<r><commentReference id="3"/></r><r><t> months</t></r></p>'
    )
    (found,) = only(body, comments=comments).comments
    assert (found.start, found.end, found.text, found.author) == (3, 6, "why?", "Ann")
    assert found.time == "2026-03-01T10:00:00Z"


def test_content_controls_keep_their_tags() -> None:
    inner = '<sdt><sdtPr><tag val="copies"/></sdtPr><sdtContent><r><t>4</t></r></sdtContent></sdt>'
    body = (
        '<sdt><sdtPr><tag val="article:events"/></sdtPr><sdtContent>'
        f"<p><r><t>in </t></r>{inner}<r><t> copies</t></r></p></sdtContent></sdt>"
    )
    found = only(body)
    assert found.blocks == ("article:events",)
    assert found.controls == (Control("copies", 3, 4),)


NUMBERS = (
    '<abstractNum abstractNumId="1"><lvl ilvl="0"><start val="1"/><numFmt val="{format}"/>'
    '<lvlText val="{text}"/></lvl></abstractNum><num numId="7"><abstractNumId val="1"/></num>'
)
NUMBERED = '<p><pPr><numPr><ilvl val="0"/><numId val="7"/></numPr></pPr><r><t>x</t></r></p>'


@pytest.mark.parametrize(
    ("format", "text", "labels"),
    [
        ("decimal", "Статья %1", ["Статья 1", "Статья 2"]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("bullet", "•", ["", ""]),
    ],
)
def test_automatic_numbers_are_counted(format: str, text: str, labels: list[str]) -> None:
    found = paragraphs(NUMBERED * 2, numbering=NUMBERS.format(format=format, text=text))
    assert [each.label for each in found] == labels


class TestWhatIsLeftOut:
    def test_footnotes_are_told(self) -> None:
        notes = f'<footnote id="2">{paragraph("see below")}</footnote>'
        assert said(paragraph("a"), footnotes=notes) == ["a footnote was left out: “see below”"]

    def test_the_lines_of_word_around_footnotes_are_not(self) -> None:
        notes = '<footnote type="separator" id="0"><p/></footnote>'
        assert said(paragraph("a"), footnotes=notes) == []

    def test_page_heads_are_told_when_they_say_something(self) -> None:
        assert said(paragraph("a"), header1=paragraph("Draft of May")) == [
            "what stands above or below every page was left out: “Draft of May”"
        ]
        assert said(paragraph("a"), footer1=paragraph("2 / 7")) == []

    def test_macros_and_outside_parts_are_told_and_left_alone(self) -> None:
        content = word(paragraph("a"))
        source = read(content, "x")
        assert source.remarks == ()
        parts = {"word/vbaProject.bin": b"macro"}
        assert any("macros" in line for line in said_of(content, parts))


def said_of(content: bytes, parts: dict[str, bytes]) -> list[str]:
    """What is said of a file with further parts."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as package:
        everything = {name: package.read(name) for name in package.namelist()} | parts
    return [str(remark) for remark in read(zipped(everything), "x").remarks]


def test_a_part_elsewhere_is_not_fetched() -> None:
    reference = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/attachedTemplate" TargetMode="External" '
        'Target="http://127.0.0.1:9/evil.dotm"/></Relationships>'
    )
    (line,) = said_of(word(paragraph("a")), {"word/_rels/document.xml.rels": reference.encode()})
    assert line.endswith("(http://127.0.0.1:9/evil.dotm); it was not fetched")
