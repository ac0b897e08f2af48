"""The findings as a Word file for the records."""

from datetime import UTC, datetime
from pathlib import Path

from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from mou_desktop.export.report import Row, to_docx
from tests.export.reading import WordFile

ROWS = [
    Row("Article 1", "Error", "kk", "“алмасадy” has Latin and Cyrillic letters", "…алмасадy…"),
    Row("Article 9", "Warning", "ru", "numbers differ: 2 here, 1 in the others", "2 (два) месяца"),
    Row("Article 9", "Note", "en", "said already", "again", "agreed by telephone"),
]


def written(rows: list[Row]) -> bytes:
    return to_docx(
        rows,
        agreement="Memorandum of Understanding",
        file="memo.mou",
        made=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        language="en",
        translated=str,
    )


def test_each_place_has_a_table_of_its_findings() -> None:
    file = WordFile(written(ROWS))
    lines = [paragraph.text for paragraph in file.word.paragraphs]
    assert lines[:5] == [
        "Findings of the checks",
        "Memorandum of Understanding",
        "Checked: memo.mou",
        "Made: 2026-11-23 09:30 (UTC+0000)",
        "Open: 2. Accepted: 1.",
    ]
    assert [line for line in lines if line.startswith("Article")] == ["Article 1", "Article 9"]
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in file.word.tables
    ]
    assert tables[0][0] == ["", "Level", "Languages", "Finding", "Passage"]
    assert tables[0][1] == ["☐", "Error", "kk", ROWS[0].message, "…алмасадy…"]
    assert tables[1][2] == [
        "☑",
        "Note",
        "en",
        "said already\nAccepted: agreed by telephone",
        "again",
    ]


def test_a_report_without_findings_says_so() -> None:
    assert "Nothing found." in [each.text for each in WordFile(written([])).word.paragraphs]


def test_word_accepts_it(tmp_path: Path) -> None:
    for number, rows in enumerate((ROWS, [])):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(written(rows))
        assert [str(finding) for finding in check(file)] == []
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
