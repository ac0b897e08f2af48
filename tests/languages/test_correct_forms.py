"""Every row of `data/`: a form known to be correct, from the source that stands behind it."""

import csv
from pathlib import Path

import pytest

from mou_desktop.languages.registry import tags
from mou_desktop.languages.rows import answer

DATA = Path(__file__).parent / "data"
COLUMNS = ["language", "kind", "text", "form", "expected", "source"]
VARIES = "usage varies"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


FILES = sorted(DATA.glob("*.tsv"))
ROWS = [row for file in FILES for row in rows(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_columns_of_the_tables(file: Path) -> None:
    for row in rows(file):
        assert list(row) == COLUMNS, row
        assert all(row[name].strip() for name in COLUMNS), row


def name(row: dict[str, str]) -> str:
    return "-".join(row[column] for column in COLUMNS[:4])


@pytest.mark.parametrize("row", [row for row in ROWS if VARIES not in row["source"]], ids=name)
def test_correct_form(row: dict[str, str]) -> None:
    found = answer(row["language"], row["kind"], row["text"], row["form"])
    assert found.text == row["expected"]


@pytest.mark.parametrize("row", [row for row in ROWS if VARIES in row["source"]], ids=name)
def test_a_form_on_which_usage_varies_is_not_sure(row: dict[str, str]) -> None:
    assert not answer(row["language"], row["kind"], row["text"], row["form"]).sure


@pytest.mark.parametrize("tag", tags())
def test_every_language_has_rows_of_its_own(tag: str) -> None:
    assert len(rows(DATA / f"{tag}.tsv")) >= 150
