"""Rows of `data/`: forms known to be correct, from sources that its README names."""

import csv
from pathlib import Path

import pytest

from mou_desktop.languages.base import NBSP, Kind, Language
from mou_desktop.languages.registry import language

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


DATE_FORMS = {
    "plain": "long",
    "il_plain": "long",
    "il_padded": "long",
    "zhylgy_plain": "long",
    "blank_day": "long",
    "quoted": "quoted",
    "zhylgy_quoted": "quoted",
}


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: f"{row['lang']}-{row['iso']}")
def test_date(row: dict[str, str]) -> None:
    year, month, day = map(int, row["iso"].split("-"))
    shown_day = None if row["style"] == "blank_day" else day
    text = language(row["lang"]).date(DATE_FORMS[row["style"]], year, month, shown_day)
    assert text == row["expected"].replace(" ", NBSP)


def phrase(tongue: Language, number: int, pattern: str) -> str:
    match pattern:
        case "в … экземплярах (prep)":
            return "в " + tongue.counted(Kind.COPIES, number, "prepositional")
        case "в течение … лет (gen)":
            return "в течение " + tongue.counted(Kind.YEARS, number, "genitive")
        case "за … месяц (acc)":
            return "за " + tongue.counted(Kind.MONTHS, number, "accusative")
        case "экземпляр (nom)":
            return tongue.counted(Kind.COPIES, number, "nominative")
        case "данада (loc)" | "nüsxədə (loc)":
            return tongue.counted(Kind.COPIES, number, "locative")
        case "жыл" | "il":
            return tongue.counted(Kind.YEARS, number, "nominative")
        case "maddədə":
            return tongue.article(number, "locative")
        case "баптағы":
            return tongue.article(number, "relative")
        case "баптың":
            return tongue.article(number, "genitive")
    raise AssertionError(pattern)


@pytest.mark.parametrize(
    "row", rows("phrases.tsv"), ids=lambda row: f"{row['lang']}-{row['number']}"
)
def test_phrase(row: dict[str, str]) -> None:
    text = phrase(language(row["lang"]), int(row["number"]), row["pattern"])
    assert text.replace(NBSP, " ") == row["expected"]


@pytest.mark.parametrize(
    "row", rows("numbers.tsv"), ids=lambda row: f"{row['lang']}-{row['number']}"
)
def test_number(row: dict[str, str]) -> None:
    tongue, number = language(row["lang"]), int(row["number"])
    if row["form"] == "ordinal_digits":
        assert tongue.article(number, "nominative").split(NBSP)[0] == row["words"]
        return
    case = row["form"].split()[0].replace("cardinal", "nominative")
    text = tongue.counted(Kind.YEARS, number, case)
    assert row["words"] in {part.strip("()") for part in text.split(NBSP)}
