"""Number words up to 99, against tables of units and tens written out by hand."""

import pytest

from mou_desktop.languages.base import NBSP, Kind
from mou_desktop.languages.registry import language

UNITS = {
    "az": "bir iki üç dörd beş altı yeddi səkkiz doqquz",
    "kk": "бір екі үш төрт бес алты жеті сегіз тоғыз",
    "ru": "один два три четыре пять шесть семь восемь девять",
    "en": "one two three four five six seven eight nine",
}
TENS = {
    "az": "on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan",
    "kk": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "ru": "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}
TEENS = {
    "az": "on bir,on iki,on üç,on dörd,on beş,on altı,on yeddi,on səkkiz,on doqquz",
    "kk": "он бір,он екі,он үш,он төрт,он бес,он алты,он жеті,он сегіз,он тоғыз",
    "ru": (
        "одиннадцать,двенадцать,тринадцать,четырнадцать,пятнадцать,"
        "шестнадцать,семнадцать,восемнадцать,девятнадцать"
    ),
    "en": ("eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen"),
}


def words(tag: str, number: int) -> str:
    digits_and_words = language(tag).counted(Kind.YEARS, number, "nominative").split(NBSP)
    return next(part.strip("()") for part in digits_and_words if not part.strip("()").isdigit())


def expected(tag: str, number: int) -> str:
    tens, units = divmod(number, 10)
    if tens == 1 and units:
        return TEENS[tag].split(",")[units - 1]
    parts = [TENS[tag].split()[tens - 1]] if tens else []
    parts += [UNITS[tag].split()[units - 1]] if units else []
    return ("-" if tag == "en" else " ").join(parts)


@pytest.mark.parametrize("tag", UNITS)
def test_number_words(tag: str) -> None:
    numbers = range(1, 100)
    assert [words(tag, n) for n in numbers] == [expected(tag, n) for n in numbers]
