"""Numbers in digits and in words, and names in any case and script."""

import pytest

from mou_desktop.check.number_words import value
from mou_desktop.check.phrases import compiled
from mou_desktop.check.quantities import days, quantities, references
from mou_desktop.check.spelling import same_name, same_sound, same_word
from mou_desktop.languages import registry

FORMS = {
    "az": ["cardinal"],
    "kk": ["cardinal"],
    "en": ["cardinal"],
    "ru": ["nominative m", "genitive f", "dative n", "instrumental m", "prepositional m"],
}


@pytest.mark.parametrize("tag", FORMS)
def test_what_the_language_says_is_understood(tag: str) -> None:
    for form in FORMS[tag]:
        for number in (*range(130), 199, 200, 365, 999, 1000, 2026):
            words = registry.language(tag).number(number, form).replace(",", "").split()
            assert value(tag, words) == number, words


def test_words_that_say_no_number() -> None:
    assert value("ru", ["пять", "два"]) is None
    assert value("en", ["five", "years"]) is None


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "5 (шести) лет и пяти месяцев", [(5, 6, "year"), (None, 5, "month")]),
        ("ru", "пятилетний срок, 5-летний, годичный", [(None, 5, "year"), (5, None, "year")]),
        ("az", "5 (beş) il, iki nüsxədə", [(5, 5, "year"), (None, 2, "copy")]),
        ("kk", "бес (5) жыл, он бес күн", [(5, 5, "year"), (None, 15, "day")]),
        ("en", "thirty (30) calendar days", [(30, 30, "day")]),
        ("en", "the next 5 (five)-year period in 2026", [(5, 5, "year"), (2026, None, "calendar")]),
        ("en", "one of the Parties, both countries", []),
        ("ru", "ни одна из Сторон, обеих стран", []),
    ],
)
def test_quantities(tag: str, text: str, expected: list[tuple[int, int, str]]) -> None:
    found = [(each.digits, each.said, each.unit) for each in quantities(tag, text)]
    assert found[: len(expected)] == expected
    assert len(found) == len(expected) or "годичный" in text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("az", "9-cu maddədə"),
        ("kk", "9-баптағы"),
        ("ru", "в статье 9"),
        ("en", "under Article 9"),
    ],
)
def test_references(tag: str, text: str) -> None:
    assert [each.number for each in references(tag, text)] == [9]
    assert quantities(tag, text) == ()


@pytest.mark.parametrize(
    ("tag", "text", "date"),
    [
        ("az", "5 may 2026-cı il", (5, 5, 2026)),
        ("kk", "2026 жылғы «5» мамырда", (5, 5, 0)),
        ("ru", "«31» апреля 2026 года", (31, 4, 2026)),
        ("en", "on 5 May 2026, and they may", (5, 5, 2026)),
        ("ru", "31.04.2026", (31, 4, 2026)),
    ],
)
def test_dates(tag: str, text: str, date: tuple[int, int, int]) -> None:
    assert [each[:3] for each in days(tag, text)] == [date]


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("ru", "Гянджинский", "Гянджинским"),
        ("ru", "исполняющего", "Исполняющий"),
        ("kk", "Директордың", "директорының"),
        ("az", "Nazirliyi", "Nazirliyinin"),
        ("en", "Director", "Directors"),
    ],
)
def test_cases_of_one_word(tag: str, one: str, other: str) -> None:
    assert same_word(tag, one, other)


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [("ru", "Алиев", "Алимов"), ("az", "Alıyev", "Aliyev"), ("kk", "Султан", "Солтан")],
)
def test_other_words(tag: str, one: str, other: str) -> None:
    assert not same_word(tag, one, other)


def test_names_with_vowels_that_come_and_go() -> None:
    assert same_name("ru", "Павел", "Павла")


@pytest.mark.parametrize(
    ("tag", "one", "other_tag", "other"),
    [
        ("az", "Alıyev", "ru", "Алиева"),
        ("az", "Alıyev", "en", "Alyev"),
        ("kk", "Алыев", "en", "Alyev"),
        ("az", "Vüsal", "ru", "Вусала"),
        ("kk", "Дүкенбаев", "en", "Dukenbayev"),
        ("az", "Heydər", "ru", "Гейдар"),
        ("az", "Əhməd", "ru", "Ахмед"),
    ],
)
def test_one_name_in_two_scripts(tag: str, one: str, other_tag: str, other: str) -> None:
    assert same_sound(tag, one, other_tag, other)


@pytest.mark.parametrize(
    ("tag", "one", "other_tag", "other"),
    [
        ("az", "Nurlan", "kk", "Аманжол"),
        ("ru", "Мукенбаев", "en", "Dukenbayev"),
        ("ru", "Дукембаев", "en", "Dukenbayev"),
    ],
)
def test_two_names_in_two_scripts(tag: str, one: str, other_tag: str, other: str) -> None:
    assert not same_sound(tag, one, other_tag, other)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("в письменн* форм*", "оформляются в письменной форме"),
        ("финансов* … обязательств*", "финансовых, правовых и иных обязательств"),
        ("*майды", "туғызбаймайды"),
        ("may", "they may, if needed"),
    ],
)
def test_phrases_of_the_tables(phrase: str, text: str) -> None:
    assert compiled([phrase]).search(text)


def test_phrases_are_whole_words() -> None:
    assert not compiled(["may", "суд"]).search("maybe судно")
