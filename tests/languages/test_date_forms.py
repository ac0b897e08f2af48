"""Dates in the style of official documents, with blanks for the pen."""

from datetime import date, timedelta

import pytest

from mou_desktop.languages.base import DAY_BLANK, MONTH_BLANK, NBSP, YEAR_BLANK
from mou_desktop.languages.registry import language, tags

PARTS = tuple[int | None, int | None, int | None]
WHOLE: PARTS = (2026, 5, 5)
NO_DAY: PARTS = (2026, 5, None)
NO_MONTH: PARTS = (2026, None, None)
NOTHING: PARTS = (None, None, None)
ONLY_DAY: PARTS = (2026, None, 5)


@pytest.mark.parametrize(
    ("tag", "form", "parts", "expected"),
    [
        ("ru", "long", WHOLE, "5 мая 2026 года"),
        ("ru", "long", NO_DAY, "«___» мая 2026 года"),
        ("ru", "long", NO_MONTH, "«___» ____________|2026 года"),
        ("ru", "long", NOTHING, "«___» ____________|20__ года"),
        ("ru", "long", ONLY_DAY, "5 ____________|2026 года"),
        ("ru", "quoted", WHOLE, "«5» мая 2026 года"),
        ("ru", "quoted", NO_DAY, "«___» мая 2026 года"),
        ("ru", "quoted", NO_MONTH, "«___» ____________|2026 года"),
        ("ru", "quoted", NOTHING, "«___» ____________|20__ года"),
        ("kk", "long", WHOLE, "2026 жылғы 5 мамыр"),
        ("kk", "long", NO_DAY, "2026 жылғы «___» мамыр"),
        ("kk", "long", NO_MONTH, "2026 жылғы|«___» ____________"),
        ("kk", "long", NOTHING, "20__ жылғы|«___» ____________"),
        ("kk", "quoted", WHOLE, "2026 жылғы «5» мамыр"),
        ("kk", "quoted", NO_DAY, "2026 жылғы «___» мамыр"),
        ("kk", "quoted", NO_MONTH, "2026 жылғы|«___» ____________"),
        ("kk", "quoted", NOTHING, "20__ жылғы|«___» ____________"),
        ("kk", "quoted-locative", WHOLE, "2026 жылғы «5» мамырда"),
        ("kk", "quoted-locative", NO_DAY, "2026 жылғы «___» мамырда"),
        ("kk", "quoted-locative", NO_MONTH, "2026 жылғы|«___» ____________"),
        ("kk", "relative", WHOLE, "2026 жылғы 5 мамырдағы"),
        ("kk", "relative", (2026, 9, 5), "2026 жылғы 5 қыркүйектегі"),
        ("kk", "relative", (2026, 7, 5), "2026 жылғы 5 шілдедегі"),
        ("kk", "relative", NO_DAY, "2026 жылғы «___» мамырдағы"),
        ("kk", "relative", NO_MONTH, "2026 жылғы|«___» ____________"),
        ("az", "long", WHOLE, "5 may 2026-cı il"),
        ("az", "long", NO_DAY, "«___» may 2026-cı il"),
        ("az", "long", NO_MONTH, "«___» ____________ 2026-cı il"),
        ("az", "long", NOTHING, "«___» ____________ 20__-ci il"),
        ("az", "quoted", WHOLE, "2026-cı il “5” may"),
        ("az", "quoted", NO_DAY, "2026-cı il “___” may"),
        ("az", "quoted", NO_MONTH, "2026-cı il|“___” ____________"),
        ("az", "quoted", NOTHING, "20__-ci il|“___” ____________"),
        ("en", "long", WHOLE, "5 May 2026"),
        ("en", "long", NO_DAY, "___ May 2026"),
        ("en", "long", NO_MONTH, "___ ____________|2026"),
        ("en", "long", NOTHING, "___ ____________|20__"),
        ("en", "quoted", WHOLE, "5 May 2026"),
        ("en", "quoted", NO_DAY, "“___” May 2026"),
        ("en", "quoted", NO_MONTH, "“___” ____________|2026"),
        ("en", "quoted", NOTHING, "“___” ____________|20__"),
    ],
)
def test_date(tag: str, form: str, parts: PARTS, expected: str) -> None:
    """A space stands for a no-break space, a bar for a place where a line may break."""
    assert language(tag).date(form, *parts) == expected.replace(" ", NBSP).replace("|", " ")


@pytest.mark.parametrize(
    ("tag", "months"),
    [
        (
            "ru",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        ),
        (
            "kk",
            "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        ),
        (
            "az",
            "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
        ),
        (
            "en",
            "January February March April May June July August September October November December",
        ),
    ],
)
def test_months(tag: str, months: str) -> None:
    for number, name in enumerate(months.split(), start=1):
        assert name in language(tag).date("long", 2026, number, 1).split(NBSP)


SUFFIXES = {
    "ci": {0, 1, 2, 5, 7, 8, 11, 12, 15, 17, 18, 20, 50, 70, 80},
    "cü": {3, 4, 13, 14},
    "cı": {6, 16, 40, 60, 90},
    "cu": {9, 10, 19, 30},
}


@pytest.mark.parametrize("year", range(2000, 2100))
def test_azerbaijani_suffix_follows_the_last_numeral_spoken(year: int) -> None:
    last_numeral = year % 10 or year % 100
    suffix = next(suffix for suffix, numerals in SUFFIXES.items() if last_numeral in numerals)
    assert language("az").date("long", year, 5, 5).endswith(f"{year}-{suffix}{NBSP}il")


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("form", ["long", "quoted"])
def test_every_day_has_its_own_unbreakable_text(tag: str, form: str) -> None:
    days = (date(2020, 1, 1) + timedelta(days) for days in range(41 * 365 + 11))
    texts = [language(tag).date(form, day.year, day.month, day.day) for day in days]
    assert len(set(texts)) == len(texts)
    assert not any("_" in text or " " in text for text in texts)
    assert "2060" in texts[-1]


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("form", ["long", "quoted"])
@pytest.mark.parametrize("month", [None, 5])
@pytest.mark.parametrize("day", [None, 5])
@pytest.mark.parametrize("year", [None, 2026])
def test_each_missing_part_is_a_blank(
    tag: str, form: str, year: int | None, month: int | None, day: int | None
) -> None:
    text = language(tag).date(form, year, month, day)
    blanks = {
        (YEAR_BLANK, year is None),
        (MONTH_BLANK, month is None),
        (DAY_BLANK, day is None),
    }
    expected = sum(len(blank.strip("20")) for blank, missing in blanks if missing)
    assert text.count("_") == expected
