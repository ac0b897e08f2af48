"""Copies, years and months: digits, number words and the noun that agrees with them."""

import re

import pytest

from mou_desktop.languages.base import COUNTED, NBSP, Kind
from mou_desktop.languages.registry import language, tags

UP_TO_99 = range(1, 100)
COPIES, YEARS, MONTHS = Kind.COPIES, Kind.YEARS, Kind.MONTHS


def counted(tag: str, kind: Kind, number: int, form: str) -> str:
    return language(tag).counted(kind, number, form).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("kind", "number", "form", "expected"),
    [
        (COPIES, 1, "nominative", "1 (один) экземпляр"),
        (COPIES, 1, "genitive", "1 (одного) экземпляра"),
        (COPIES, 1, "dative", "1 (одному) экземпляру"),
        (COPIES, 1, "accusative", "1 (один) экземпляр"),
        (COPIES, 1, "instrumental", "1 (одним) экземпляром"),
        (COPIES, 1, "prepositional", "1 (одном) экземпляре"),
        (COPIES, 2, "nominative", "2 (два) экземпляра"),
        (COPIES, 2, "accusative", "2 (два) экземпляра"),
        (COPIES, 3, "dative", "3 (трём) экземплярам"),
        (COPIES, 4, "genitive", "4 (четырёх) экземпляров"),
        (COPIES, 4, "instrumental", "4 (четырьмя) экземплярами"),
        (COPIES, 4, "prepositional", "4 (четырёх) экземплярах"),
        (COPIES, 11, "nominative", "11 (одиннадцать) экземпляров"),
        (COPIES, 12, "prepositional", "12 (двенадцати) экземплярах"),
        (COPIES, 21, "prepositional", "21 (двадцати одном) экземпляре"),
        (COPIES, 22, "nominative", "22 (двадцать два) экземпляра"),
        (COPIES, 40, "prepositional", "40 (сорока) экземплярах"),
        (COPIES, 111, "nominative", "111 (сто одиннадцать) экземпляров"),
        (COPIES, 121, "prepositional", "121 (ста двадцати одном) экземпляре"),
        (YEARS, 1, "genitive", "1 (одного) года"),
        (YEARS, 2, "genitive", "2 (двух) лет"),
        (YEARS, 3, "genitive", "3 (трёх) лет"),
        (YEARS, 5, "genitive", "5 (пяти) лет"),
        (YEARS, 21, "genitive", "21 (двадцати одного) года"),
        (YEARS, 1, "nominative", "1 (один) год"),
        (YEARS, 2, "nominative", "2 (два) года"),
        (YEARS, 5, "nominative", "5 (пять) лет"),
        (YEARS, 5, "dative", "5 (пяти) годам"),
        (YEARS, 5, "instrumental", "5 (пятью) годами"),
        (YEARS, 5, "prepositional", "5 (пяти) годах"),
        (YEARS, 1, "attributive", "годичный"),
        (YEARS, 5, "attributive", "5-летний"),
        (YEARS, 21, "attributive", "21-летний"),
        (MONTHS, 1, "accusative", "1 (один) месяц"),
        (MONTHS, 2, "accusative", "2 (два) месяца"),
        (MONTHS, 5, "accusative", "5 (пять) месяцев"),
        (MONTHS, 6, "genitive", "6 (шести) месяцев"),
        (MONTHS, 12, "accusative", "12 (двенадцать) месяцев"),
    ],
)
def test_russian(kind: Kind, number: int, form: str, expected: str) -> None:
    assert counted("ru", kind, number, form) == expected


@pytest.mark.parametrize(
    ("kind", "number", "form", "expected"),
    [
        (COPIES, 4, "nominative", "төрт (4) дана"),
        (COPIES, 4, "genitive", "төрт (4) дананың"),
        (COPIES, 4, "dative", "төрт (4) данаға"),
        (COPIES, 4, "accusative", "төрт (4) дананы"),
        (COPIES, 4, "locative", "төрт (4) данада"),
        (COPIES, 4, "ablative", "төрт (4) данадан"),
        (COPIES, 4, "instrumental", "төрт (4) данамен"),
        (COPIES, 21, "locative", "жиырма бір (21) данада"),
        (YEARS, 5, "nominative", "бес (5) жыл"),
        (YEARS, 5, "genitive", "бес (5) жылдың"),
        (YEARS, 5, "dative", "бес (5) жылға"),
        (YEARS, 5, "accusative", "бес (5) жылды"),
        (YEARS, 10, "locative", "он (10) жылда"),
        (YEARS, 5, "ablative", "бес (5) жылдан"),
        (YEARS, 5, "instrumental", "бес (5) жылмен"),
        (MONTHS, 1, "nominative", "бір (1) ай"),
        (MONTHS, 6, "genitive", "алты (6) айдың"),
        (MONTHS, 6, "dative", "алты (6) айға"),
        (MONTHS, 6, "accusative", "алты (6) айды"),
        (MONTHS, 6, "locative", "алты (6) айда"),
        (MONTHS, 6, "ablative", "алты (6) айдан"),
        (MONTHS, 6, "instrumental", "алты (6) аймен"),
    ],
)
def test_kazakh(kind: Kind, number: int, form: str, expected: str) -> None:
    assert counted("kk", kind, number, form) == expected


@pytest.mark.parametrize(
    ("kind", "number", "form", "expected"),
    [
        (COPIES, 4, "nominative", "4 (dörd) nüsxə"),
        (COPIES, 4, "genitive", "4 (dörd) nüsxənin"),
        (COPIES, 4, "dative", "4 (dörd) nüsxəyə"),
        (COPIES, 4, "accusative", "4 (dörd) nüsxəni"),
        (COPIES, 4, "locative", "4 (dörd) nüsxədə"),
        (COPIES, 4, "ablative", "4 (dörd) nüsxədən"),
        (COPIES, 21, "locative", "21 (iyirmi bir) nüsxədə"),
        (YEARS, 5, "nominative", "5 (beş) il"),
        (YEARS, 5, "genitive", "5 (beş) ilin"),
        (YEARS, 5, "dative", "5 (beş) ilə"),
        (YEARS, 5, "accusative", "5 (beş) ili"),
        (YEARS, 5, "locative", "5 (beş) ildə"),
        (YEARS, 5, "ablative", "5 (beş) ildən"),
        (MONTHS, 1, "nominative", "1 (bir) ay"),
        (MONTHS, 6, "genitive", "6 (altı) ayın"),
        (MONTHS, 6, "dative", "6 (altı) aya"),
        (MONTHS, 6, "accusative", "6 (altı) ayı"),
        (MONTHS, 6, "locative", "6 (altı) ayda"),
        (MONTHS, 60, "ablative", "60 (altmış) aydan"),
    ],
)
def test_azerbaijani(kind: Kind, number: int, form: str, expected: str) -> None:
    assert counted("az", kind, number, form) == expected


@pytest.mark.parametrize(
    ("kind", "number", "form", "expected"),
    [
        (COPIES, 1, "nominative", "1 (one) copy"),
        (COPIES, 4, "nominative", "4 (four) copies"),
        (COPIES, 21, "nominative", "21 (twenty-one) copies"),
        (YEARS, 1, "nominative", "1 (one) year"),
        (YEARS, 5, "nominative", "5 (five) years"),
        (YEARS, 1, "attributive", "1 (one)-year"),
        (YEARS, 5, "attributive", "5 (five)-year"),
        (MONTHS, 1, "nominative", "1 (one) month"),
        (MONTHS, 6, "nominative", "6 (six) months"),
        (MONTHS, 6, "attributive", "6 (six)-month"),
    ],
)
def test_english(kind: Kind, number: int, form: str, expected: str) -> None:
    assert counted("en", kind, number, form) == expected


@pytest.mark.parametrize(
    ("tag", "kind", "form", "parts"),
    [
        ("ru", COPIES, "prepositional", ("21", "(двадцати одном)", "экземпляре")),
        ("kk", COPIES, "locative", ("жиырма бір", "(21)", "данада")),
        ("az", COPIES, "locative", ("21", "(iyirmi bir)", "nüsxədə")),
        ("en", COPIES, "nominative", ("21", "(twenty-one)", "copies")),
        ("en", YEARS, "attributive", ("21", "(twenty-one)-year")),
    ],
)
def test_parts_stay_on_one_line(tag: str, kind: Kind, form: str, parts: tuple[str, ...]) -> None:
    assert language(tag).counted(kind, 21, form) == NBSP.join(parts)


DIGITS_AND_WORDS = {
    "az": r"{n} \([a-zəçğıöşü ]+\) \w+",
    "kk": r"[а-яәғқңөұүһі ]+ \({n}\) \w+",
    "ru": r"{n} \([а-яё ]+\) \w+",
    "en": r"{n} \([a-z -]+\)[ -]\w+",
}


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("kind", sorted(COUNTED))
def test_every_number_in_every_form_has_digits_and_words(tag: str, kind: Kind) -> None:
    for form in language(tag).forms(kind):
        if (tag, form) == ("ru", "attributive"):
            continue
        for number in UP_TO_99:
            pattern = DIGITS_AND_WORDS[tag].format(n=number)
            assert re.fullmatch(pattern, counted(tag, kind, number, form))


@pytest.mark.parametrize("tag", tags())
def test_different_numbers_have_different_words(tag: str) -> None:
    texts = {counted(tag, COPIES, number, "nominative") for number in range(1, 1000)}
    assert len({re.sub(r"\d", "", text) for text in texts}) >= 999


SINGULAR = {
    "nominative": {"экземпляр", "год", "месяц"},
    "genitive": {"экземпляра", "года", "месяца"},
    "dative": {"экземпляру", "году", "месяцу"},
    "accusative": {"экземпляр", "год", "месяц"},
    "instrumental": {"экземпляром", "годом", "месяцем"},
    "prepositional": {"экземпляре", "годе", "месяце"},
}


@pytest.mark.parametrize("form", SINGULAR)
@pytest.mark.parametrize("kind", sorted(COUNTED))
def test_russian_noun_is_singular_after_one_but_not_after_eleven(kind: Kind, form: str) -> None:
    for number in range(1, 1000):
        noun = counted("ru", kind, number, form).split()[-1]
        after_one = number % 10 == 1 and number % 100 != 11
        assert (noun in SINGULAR[form]) == after_one
