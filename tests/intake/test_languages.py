"""In which language a paragraph is, and what is the heading of an article."""

import pytest

from mou_desktop.intake.headings import heading_of, names_a_document, numbered
from mou_desktop.intake.tongues import language_of, languages


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Maddə 9", 9),
        ("MADDƏ 9.", 9),
        ("9-cu maddə", 9),
        ("6-cı maddə", 6),
        ("9-бап", 9),
        ("9 - БАП", 9),
        ("Статья 9", 9),
        ("СТАТЬЯ 12.", 12),
        ("Ст. 3", 3),
        ("Article 9", 9),
        ("ARTICLE IV", 4),
        ("Art. 2", 2),
    ],
)
def test_headings_of_each_language(line: str, number: int) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.number == (number,)
    assert heading.rest == ""


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Cтaтья 9", 9),  # Latin C and a
        ("Статья l", 1),
        ("l-бап", 1),
        ("1O-бап", 10),
        ("Maddә 4", 4),  # the Cyrillic schwa
        ("Madde 4", 4),
        ("Artic1e 7", 7),
        ("С т а т ь я 5", 5),
    ],
)
def test_headings_as_scanners_read_them(line: str, number: int) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.number == (number,)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Статья 5. Финансирование", "Финансирование"),
        ("Article 5: Funding of projects", "Funding of projects"),
        ("Maddə 5 – Maliyyə", "Maliyyə"),
        ("Article 1. " + "The Parties agree. " * 30, ("The Parties agree. " * 30).strip()),
    ],
)
def test_what_stands_behind_a_number_is_kept(line: str, rest: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.rest == rest


@pytest.mark.parametrize(
    "line",
    ["Статья 9-1", "Статья 9.1", "Статья 9¹. Прочее", "9-1-бап", "Maddə 9-1", "9-1-ci maddə"],
)
def test_numbers_of_what_was_put_in(line: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.number == (9, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Статья 9 настоящего Меморандума применяется к спорам.",
        "9-баптың ережелері",
        "9-cu maddədə göstərilən",
        "Article",
        "Статьи",
        "Статья 9-",
        "Статья 9-01",
        "",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert heading_of(line) is None


def test_bare_numbers() -> None:
    assert numbered("3. Срок действия") == (3, "Срок действия")
    assert numbered("3.1. Стороны") is None


def test_the_line_that_names_a_document() -> None:
    assert names_a_document("М Е М О Р А Н Д У М")
    assert names_a_document("Memorandum")
    assert not names_a_document("Меморандум о сотрудничестве")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Tərəflər istənilən mövzuda birgə sərgilər keçirə bilərlər.", "az"),
        ("Тараптар кез келген тақырыпта бірлескен көрмелер өткізе алады.", "kk"),
        ("Стороны могут проводить совместные выставки по любым темам.", "ru"),
        ("The Parties may organize joint exhibitions on any subject.", "en"),
    ],
)
def test_a_sentence_shows_its_language(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_short_lines_go_with_their_neighbours() -> None:
    lines = [
        "Стороны могут проводить совместные выставки по любым темам.",
        "Директор",
        "В. Алиев",
        "МЕМОРАНДУМ",
        "Тараптар кез келген тақырыпта бірлескен көрмелер өткізе алады.",
        "Директор",
    ]
    assert languages(lines) == ["ru", "ru", "ru", "kk", "kk", "kk"]


def test_a_foreign_name_inside_a_version_changes_nothing() -> None:
    lines = [
        "Республиканским государственным казённым предприятием",
        "«Əzizət Sultən»",
        "Комитета культуры Министерства культуры и информации",
    ]
    assert languages(lines) == ["ru", "ru", "ru"]
