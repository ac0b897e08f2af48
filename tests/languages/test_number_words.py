"""Numbers from 0 to 999 999 in words, against small grammars of numerals written out by hand."""

import random
from collections.abc import Callable
from itertools import chain

import pytest

from mou_desktop.languages.base import NBSP, Kind
from mou_desktop.languages.registry import language

LARGEST = 999_999
NUMBERS = sorted(
    {
        *range(2000),
        *range(1000, LARGEST, 1000),
        *(thousands * 1000 + 1 for thousands in range(1, 1000)),
        *random.Random("numerals").sample(range(2000, LARGEST), 3000),
        LARGEST,
    }
)

UNITS = {
    "az": "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz",
    "kk": "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ),
}
TENS = {
    "az": "on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan",
    "kk": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}


def turkic(tag: str, hundred: str, thousand: str, one_thousand: str) -> Callable[[int], str]:
    """Numerals are only put side by side; «one» is not said before a hundred."""
    units, tens = UNITS[tag].split(), TENS[tag].split()

    def below_thousand(number: int) -> list[str]:
        hundreds, rest = divmod(number, 100)
        words = [units[hundreds], hundred] if hundreds > 1 else [hundred] * hundreds
        words += [tens[rest // 10 - 1]] if rest > 9 else []
        return words + ([units[rest % 10]] if rest % 10 else [])

    def numeral(number: int) -> str:
        thousands, rest = divmod(number, 1000)
        words = [*below_thousand(thousands), thousand] if thousands > 1 else []
        words += [one_thousand] if thousands == 1 else []
        return " ".join(words + below_thousand(rest)) or units[0]

    return numeral


def english(number: int) -> str:
    """British: «and» before tens and units, a comma after thousands that hundreds follow."""
    units, tens = UNITS["en"].split(), TENS["en"].split()
    if number < 20:
        return units[number]
    if number < 100:
        return tens[number // 10 - 1] + (f"-{units[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{units[number // 100]} hundred{rest}"
    thousands, rest = divmod(number, 1000)
    joint = " and " if rest < 100 else ", "
    return f"{english(thousands)} thousand" + (joint + english(rest) if rest else "")


GRAMMARS = {
    "az": turkic("az", "yüz", "min", "min"),
    "kk": turkic("kk", "жүз", "мың", "бір мың"),
    "en": english,
}


@pytest.mark.parametrize("tag", GRAMMARS)
def test_cardinals(tag: str) -> None:
    words, expected = language(tag).number, GRAMMARS[tag]
    wrong = {n: words(n, "cardinal") for n in NUMBERS if words(n, "cardinal") != expected(n)}
    assert not wrong


RUSSIAN_CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
ONE = {
    "m": "один одного одному один одним одном",
    "f": "одна одной одной одну одной одной",
    "n": "одно одного одному одно одним одном",
}
TWO = {
    "m": "два двух двум два двумя двух",
    "f": "две двух двум две двумя двух",
    "n": "два двух двум два двумя двух",
}
ZERO = "ноль ноля нолю ноль нолём ноле"
THREE_FOUR = "три трёх трём три тремя трёх,четыре четырёх четырём четыре четырьмя четырёх"
SOFT = "пять шесть семь восемь девять"
TEENS = (
    "десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
HUNDREDS = (
    "сто ста ста сто ста ста,"
    "двести двухсот двумстам двести двумястами двухстах,"
    "триста трёхсот трёмстам триста тремястами трёхстах,"
    "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах"
)
THOUSAND = {
    "one": "тысяча тысячи тысяче тысячу тысячей тысяче",
    "few": "тысячи тысяч тысячам тысячи тысячами тысячах",
    "many": "тысяч тысяч тысячам тысяч тысячами тысячах",
}


def soft(numeral: str, case: str) -> str:
    """Of the third declension: пять, пяти, пятью; восемь, восьми, восемью."""
    if case in ("nominative", "accusative"):
        return numeral
    stem = numeral[:-1]
    if case == "instrumental":
        return f"{stem}ью"
    return "восьми" if numeral == "восемь" else f"{stem}и"


def russian_tens(tens: int, case: str) -> str:
    direct = case in ("nominative", "accusative")
    if tens in (2, 3):
        return soft({2: "двадцать", 3: "тридцать"}[tens], case)
    if tens in (4, 9):
        base = {4: "сорок", 9: "девяност"}[tens]
        return base + ({4: "", 9: "о"}[tens] if direct else "а")
    first = SOFT.split()[tens - 5]
    return f"{first}десят" if direct else soft(first, case) + soft("десять", case)


def russian_hundreds(hundreds: int, case: str) -> str:
    if hundreds < 5:
        return HUNDREDS.split(",")[hundreds - 1].split()[RUSSIAN_CASES.index(case)]
    endings = dict(zip(RUSSIAN_CASES, ["сот", "сот", "стам", "сот", "стами", "стах"], strict=True))
    return soft(SOFT.split()[hundreds - 5], case) + endings[case]


def russian_below_thousand(number: int, case: str, gender: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [russian_hundreds(hundreds, case)] if hundreds else []
    if 10 <= rest < 20:
        return [*words, soft(TEENS.split()[rest - 10], case)]
    tens, units = divmod(rest, 10)
    words += [russian_tens(tens, case)] if tens else []
    if units > 4:
        return [*words, soft(SOFT.split()[units - 5], case)]
    tables = ["", ONE[gender], TWO[gender], *THREE_FOUR.split(",")]
    return [*words, tables[units].split()[RUSSIAN_CASES.index(case)]] if units else words


def russian(number: int, case: str, gender: str) -> str:
    """«Тысяча» is a feminine noun, counted like any other: «двумя тысячами», «двух тысяч»."""
    position = RUSSIAN_CASES.index(case)
    thousands, rest = divmod(number, 1000)
    words = russian_below_thousand(thousands, case, "f")
    if thousands:
        tens, units = thousands // 10 % 10, thousands % 10
        agreement = "many" if tens == 1 or not 0 < units < 5 else "one" if units == 1 else "few"
        words.append(THOUSAND[agreement].split()[position])
    words += russian_below_thousand(rest, case, gender)
    return " ".join(words) or ZERO.split()[position]


@pytest.mark.parametrize("gender", ONE)
@pytest.mark.parametrize("case", RUSSIAN_CASES)
def test_russian_in_every_case_and_gender(case: str, gender: str) -> None:
    form = f"{case} {gender}"
    words = language("ru").number
    wrong = {n: words(n, form) for n in NUMBERS if words(n, form) != russian(n, case, gender)}
    assert not wrong


def test_a_russian_cardinal_is_the_masculine_nominative() -> None:
    words = language("ru").number
    assert all(words(n, "cardinal") == words(n, "nominative m") for n in range(200))


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
@pytest.mark.parametrize("form", ["", "ordinal", "cardinal m", "locative m", "genitive x"])
def test_unknown_form_is_refused(tag: str, form: str) -> None:
    with pytest.raises(KeyError):
        language(tag).number(5, form)


AZERBAIJANI_SUFFIXES = {
    "ci": {1, 2, 5, 7, 8, 20, 50, 70, 80, 1000},
    "cü": {3, 4, 100},
    "cı": {0, 6, 40, 60, 90},
    "cu": {9, 10, 30},
}


def azerbaijani_suffix(number: int) -> str:
    """By the last numeral spoken, which carries the harmony."""
    spoken = next((n for n in (number % 10, number % 100) if n), None)
    if spoken is None:
        spoken = 100 if number % 1000 else 1000 if number else 0
    return next(suffix for suffix, numerals in AZERBAIJANI_SUFFIXES.items() if spoken in numerals)


def english_suffix(number: int) -> str:
    if number // 10 % 10 == 1:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


ORDINALS: dict[str, Callable[[int], str]] = {
    "az": lambda number: f"{number}-{azerbaijani_suffix(number)}",
    "kk": lambda number: f"{number}-",
    "ru": lambda number: f"{number}-й",
    "en": lambda number: f"{number}{english_suffix(number)}",
}


@pytest.mark.parametrize("tag", ORDINALS)
def test_ordinals_in_digits(tag: str) -> None:
    ordinal, expected = language(tag).ordinal, ORDINALS[tag]
    assert not {n: ordinal(n) for n in NUMBERS if ordinal(n) != expected(n)}


@pytest.mark.parametrize("tag", ["az", "kk"])
def test_an_article_has_the_ordinal_in_every_case(tag: str) -> None:
    tongue = language(tag)
    for number in chain(range(1, 200), (1000, 1100, 100_000)):
        for form in set(tongue.forms(Kind.ARTICLE)) - {"heading"}:
            assert tongue.article(number, form).startswith(tongue.ordinal(number))


@pytest.mark.parametrize("kind", [Kind.COPIES, Kind.YEARS, Kind.MONTHS])
@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_counted_phrases_contain_the_number_in_words_and_digits(tag: str, kind: Kind) -> None:
    tongue = language(tag)
    for number in (*range(1, 130), 1000, 21_000, 101_000, LARGEST):
        for form in set(tongue.forms(kind)) - {"attributive"}:
            phrase = tongue.counted(kind, number, form)
            case = f"{form} m" if tag == "ru" else "cardinal"
            shown = {str(number), tongue.number(number, case)}
            assert shown <= {part.strip("()") for part in phrase.split(NBSP)}
