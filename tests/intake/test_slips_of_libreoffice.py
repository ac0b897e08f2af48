"""Files that LibreOffice writes as it should not: read all the same."""

from mou_desktop.intake.docx_slips import mended
from mou_desktop.intake.reading import read
from tests.intake.conftest import WORD, word

BY = 'w:id="1" w:author="Sample Officer" w:date="2026-03-01T10:00:00Z"'
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="Статья 1"/></w:sdtPr><w:sdtContent>'
SLIP = (
    f"<w:p><w:del {BY}>{CONTROL}</w:del><w:del {BY}><w:r><w:delText>Статья 1</w:delText></w:r>"
    "</w:del></w:sdtContent></w:sdt><w:r><w:t>Статья 2</w:t></w:r></w:p>"
)


def test_a_control_that_begins_within_a_deletion() -> None:
    (paragraph,) = read(word(SLIP), "back.docx").paragraphs
    assert paragraph.text == "Статья 2"
    assert [(each.text, each.author) for each in paragraph.revisions] == [
        ("Статья 1", "Sample Officer")
    ]


def test_what_is_right_stays_as_it_is() -> None:
    right = f'<w:document xmlns:w="{WORD}"><w:ins {BY}>{CONTROL}</w:sdtContent></w:sdt></w:ins>'
    assert mended(right.encode()) == right.encode()


def test_a_file_full_of_them_is_left_alone() -> None:
    many = (f"<w:del {BY}>{CONTROL}</w:del>" * 5000).encode()
    assert mended(many) == many
    assert mended(b"<w:sdtContent></w:del>" * 3) == b"<w:sdtContent></w:del>" * 3
