"""What is wrong within a paragraph, letter by letter and mark by mark."""

import pytest

from mou_desktop.check.marks import Mark, excerpt
from mou_desktop.check.rules import doubles, letters, quotes, spacing

Read = list[tuple[str, str, str | None]]


def said(text: str, marks: tuple[Mark, ...]) -> Read:
    return [(mark.code, text[mark.start : mark.end], mark.fix) for mark in marks]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("kk", "ақпарат алмасадy", [("mixed-script", "алмасадy", "алмасады")]),
        ("ru", "Мeморандум", [("mixed-script", "Мeморандум", "Меморандум")]),
        ("en", "coopеration", [("mixed-script", "coopеration", "cooperation")]),
        ("az", "Дуkenbayev", [("mixed-script", "Дуkenbayev", None)]),
        ("ru", "c даты", [("look-alike", "c", "с")]),
        ("en", "а year", [("look-alike", "а", "a")]),
        ("ru", "XXI век, ЮНЕСКО и UNESCO, info@museum.az", []),
        ("ru", "қультура", [("foreign-letter", "қультура", "культура")]),
        ("az", "mühît", [("foreign-letter", "mühît", "mühit")]),
        ("en", "a café in Gəncə", [("foreign-letter", "Gəncə", None)]),
        ("ru", "Мем0рандум", [("digit-in-word", "Мем0рандум", "Меморандум")]),
        ("az", "2O26-cı il", [("letter-in-number", "2O26", "2026")]),
        ("en", "the 1st and 2nd, A4, B2B, 5th of 2026", []),
        ("ru", "5лет", [("space-missing", "5лет", "5 лет")]),
        ("en", "the Par\u200bties", [("invisible-character", "\u200b", "")]),
        ("ru", "тихии\u0306", [("decomposed-letter", "и\u0306", "й")]),
    ],
)
def test_letters(tag: str, text: str, expected: Read) -> None:
    assert said(text, letters.read(tag, text)) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "«Музей „Султан“» и (далее «Стороны»)", []),
        ("ru", "«Музей «Султан»»", []),
        ("en", "the “Museum ‘Sultan’” and the Parties’ aims", []),
        ("az", "2026-cı il “___” may və «___» may", []),
        ("ru", "1) один; 2) два; а) три", []),
        ("ru", "“Стороны”", [("quotation-mark", "“", "«"), ("quotation-mark", "”", "»")]),
        ("en", "«Parties»", [("quotation-mark", "«", "“"), ("quotation-mark", "»", "”")]),
        ("az", '"Sultan"', [("quotation-mark", '"', "“"), ("quotation-mark", '"', "”")]),
        ("ru", "«Музей „Султан“", [("unpaired-mark", "«", None)]),
        ("en", "Museum ‘A’” of", [("unpaired-mark", "”", None)]),
        ("kk", "(бұдан әрі – Тараптар", [("unpaired-mark", "(", None)]),
        ("en", "the Party`s", [("apostrophe", "`", "’")]),
        ("en", "the Parties' aims", [("apostrophe", "'", "’")]),
    ],
)
def test_quotation_marks_brackets_and_apostrophes(tag: str, text: str, expected: Read) -> None:
    assert said(text, tuple(mark for _line, mark in quotes.read(tag, (text,)))) == expected


def test_what_stands_there_is_shown_in_one_line() -> None:
    assert excerpt("казённым предприятием\n«Национальный музей", 22, 23).count("\n") == 0


def test_a_quotation_may_go_over_several_paragraphs() -> None:
    assert (
        quotes.read(
            "ru",
            (
                "«Статья 9.",
                "Срок»",
            ),
        )
        == ()
    )


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "и т.п., и др.), В. Алиев, 10,5 и 1.2", []),
        ("en", "L.S., etc.), e.g. party(ies), 5-year", []),
        ("ru", "Стороны , и", [("space-before-mark", " ,", ",")]),
        ("ru", "( далее)", [("space-before-mark", "( ", "(")]),
        ("ru", "Стороны,договорились", [("space-missing", ",д", ", д")]),
        ("az", "olur.Bu il", [("space-missing", ".B", ". B")]),
        ("en", "the  Parties", [("spaces-doubled", "  ", " ")]),
        ("az", "Tarix - Mədəniyyət", [("hyphen-spaced", " - ", "-")]),
        ("ru", "историко- культурный", [("hyphen-spaced", "- ", "-")]),
        ("kk", "М Е М О Р А Н Д У М", [("letters-spaced", "М Е М О Р А Н Д У М", "МЕМОРАНДУМ")]),
        ("ru", "Стороны,, и", [("mark-doubled", ",,", ",")]),
        ("ru", "Дукенбаева, (далее)", [("mark-doubled", ",", "")]),
    ],
)
def test_spaces_and_punctuation(tag: str, text: str, expected: Read) -> None:
    assert said(text, spacing.read(tag, text)) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "the the Parties", [("doubled-word", "the the", "the")]),
        ("ru", "в рамках в рамках", [("doubled-word", "в рамках в рамках", "в рамках")]),
        ("en", "they had had that that", []),
        ("kk", "жеке жеке", []),
        ("ru", "Стороны. Стороны", []),
        ("en", "22 22 33", []),
    ],
)
def test_doubled_words(tag: str, text: str, expected: Read) -> None:
    assert said(text, doubles.read(tag, text)) == expected
