"""What is read of an OpenDocument text."""

from mou_desktop.intake.reading import read
from mou_desktop.intake.source import Cell, SourceParagraph
from mou_desktop.model.change import Fate
from tests.intake.conftest import open_document

BY_ANN = (
    "<office:change-info><dc:creator>Ann</dc:creator><dc:date>2026-03-01T10:00:00</dc:date>"
    "</office:change-info>"
)


def paragraphs(body: str, **head: str) -> tuple[SourceParagraph, ...]:
    return read(open_document(body, **head), "foreign.odt").paragraphs


def test_paragraphs_headings_and_lists_are_read_in_order() -> None:
    body = (
        '<text:h text:outline-level="2">Article 1</text:h><text:p>a<text:s text:c="3"/>b'
        "<text:line-break/>c<text:tab/>d</text:p>"
        "<text:list><text:list-item><text:p>e</text:p></text:list-item></text:list>"
    )
    found = paragraphs(body)
    assert [each.text for each in found] == ["Article 1", "a b\nc d", "e"]
    assert [each.level for each in found] == [2, 0, 0]


def test_cells_know_their_place() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
    found = paragraphs(f"<table:table>{row}</table:table>")
    assert [each.cell for each in found] == [Cell(1, 0, 0), Cell(1, 0, 1)]


def test_bold_stretches_are_known() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = '<text:p>the <text:span text:style-name="T1">Museum</text:span></text:p>'
    assert paragraphs(body, styles=styles)[0].strong == ((4, 10),)


def test_tracked_changes_are_accepted_and_remembered() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>'
        f'{BY_ANN}</text:insertion></text:changed-region><text:changed-region text:id="c2">'
        f"<text:deletion>{BY_ANN}<text:p>ten</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    body = (
        '<text:p>in <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>six'
        '<text:change-end text:change-id="c1"/> months</text:p>'
    )
    (found,) = paragraphs(body, changes=changes)
    assert found.text == "in six months"
    assert [(each.fate, each.start, each.text, each.author) for each in found.revisions] == [
        (Fate.DELETED, 3, "ten", "Ann"),
        (Fate.INSERTED, 3, "six", "Ann"),
    ]


def test_comments_have_author_time_and_place() -> None:
    note = (
        '<office:annotation office:name="n"><dc:creator>Ann</dc:creator>'
        "<dc:date>2026-03-01T10:00:00</dc:date><text:p>why?</text:p></office:annotation>"
    )
    body = f'<text:p>in {note}six<office:annotation-end office:name="n"/> months</text:p>'
    (found,) = paragraphs(body)
    assert found.text == "in six months"
    (comment,) = found.comments
    assert (comment.start, comment.end, comment.text, comment.author) == (3, 6, "why?", "Ann")


def test_footnotes_are_left_out_and_told() -> None:
    body = (
        "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>see below</text:p></text:note-body></text:note>b</text:p>"
    )
    source = read(open_document(body), "foreign.odt")
    assert [each.text for each in source.paragraphs] == ["ab"]
    assert [str(each) for each in source.remarks] == ["a footnote was left out: “see below”"]
