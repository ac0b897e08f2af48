"""What is read of plain text and Markdown."""

import pytest

from mou_desktop.intake.reading import read
from tests.intake.conftest import texts

RUSSIAN = "Настоящий Меморандум подписан в двух экземплярах.\n\nСтатья 1\n\nСтороны согласны."
KAZAKH = "Осы Меморандум төрт данада жасалды.\n\n1-бап\n\nТараптар келісті, қорғауға әзір."
TURKISH = "Bu Memorandum imzalandığı gün qüvvəyə minir. Çərçivə şərtləri.".replace("ə", "e")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (KAZAKH, "kz1048"),
        (KAZAKH, "utf-16-le"),
        (TURKISH, "cp1254"),
        ("Article 1\n\nThe Parties agree.", "ascii"),
        ("Article 1\n\nThe Parties agree.", "utf-16-le"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    expected = [" ".join(part.split()) for part in text.split("\n\n")]
    assert texts(read(text.encode(encoding), "foreign.txt")) == expected


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    first = "The Parties will coordinate their activities and exchange information on work"
    text = f"{first}\nplans of mutual interest.\n\nArticle 2\n\nMore."
    assert texts(read(text.encode(), "x"))[0] == f"{first} plans of mutual interest."


def test_other_lines_stay_lines() -> None:
    assert texts(read(b"Museum\nDirector\nX\n\nb", "x")) == ["Museum\nDirector\nX", "b"]


def test_without_empty_lines_every_line_is_a_paragraph() -> None:
    text = "\n".join(["Article 1", "The Parties agree."] * 10)
    assert texts(read(text.encode(), "x"))[:2] == ["Article 1", "The Parties agree."]


class TestMarkdown:
    def test_marks_are_taken_away(self) -> None:
        text = "## М Е М О Р А Н Д У М\n\n#### **Maddə 4**\n\non «\\_\\_» \\_\\_\\_\\_ 2026"
        source = read(text.encode(), "x.md")
        assert texts(source) == ["М Е М О Р А Н Д У М", "Maddə 4", "on «__» ____ 2026"]
        assert [each.level for each in source.paragraphs] == [2, 4, 0]

    def test_blanks_for_the_pen_are_no_marks(self) -> None:
        assert texts(read("**a**\n\non «__» ____ 2026".encode(), "x")) == ["a", "on «__» ____ 2026"]

    def test_tables_have_cells(self) -> None:
        source = read(b"# a\n\n| Director | Head |\n|---|---|\n| X | Y |", "x.md")
        found = [(each.text, each.cell.row, each.cell.column) for each in source.paragraphs[1:]]  # type: ignore[union-attr]
        assert found == [("Director", 0, 0), ("Head", 0, 1), ("X", 2, 0), ("Y", 2, 1)]
