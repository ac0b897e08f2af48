"""Reads the value of a field that is no name back from the text that shows it."""

import re
from itertools import permutations

from mou_desktop.intake.marked import bare, spaced
from mou_desktop.languages import registry
from mou_desktop.languages.base import COUNTED, TEXT_BLANK, Kind
from mou_desktop.model.fields import RANGES

_DIGITS = re.compile(r"\d+")
_SEVERAL = 3


def read(tag: str, path: str, kind: Kind, form: str, text: str) -> dict[str, str]:
    """The values by path that make the program write exactly this; none when no value does."""
    if kind in COUNTED:
        return _counted(tag, path, kind, form, text)
    if kind is Kind.DATE:
        return _date(tag, form, text)
    if kind is Kind.LANGUAGES:
        return _languages(tag, path, form, text)
    if kind is Kind.LANGUAGE:
        language = registry.language(tag)
        known = {spaced(language.name_language(each, form)): each for each in registry.tags()}
        return {path: known[text]} if text in known else {}
    if kind in (Kind.TEXT, Kind.CODE) and TEXT_BLANK not in text:
        return {f"{path}.{tag}" if kind is Kind.TEXT else path: text}
    return {}


def _counted(tag: str, path: str, kind: Kind, form: str, text: str) -> dict[str, str]:
    language = registry.language(tag)
    low, high = RANGES[path]
    for number in map(int, _DIGITS.findall(text[:100])[:_SEVERAL]):
        if low <= number <= high and text == spaced(language.counted(kind, number, form)):
            return {path: str(number)}
    return {}


def _date(tag: str, form: str, text: str) -> dict[str, str]:
    """However wide its blanks are."""
    language = registry.language(tag)
    numbers = [int(each) for each in _DIGITS.findall(text) if len(each) < 5]
    years = [None, *(each for each in numbers if each > 1999)]
    days = [None, *(each for each in numbers if 1 <= each <= 31)]
    for year in years:
        for month in (None, *range(1, 13)):
            for day in days:
                if bare(language.date(form, year, month, day)) == bare(text):
                    parts = {"date.year": year, "date.month": month, "date.day": day}
                    return {path: str(part) for path, part in parts.items() if part}
    return {}


def _languages(tag: str, path: str, form: str, text: str) -> dict[str, str]:
    language = registry.language(tag)
    tags = registry.tags()
    for count in range(len(tags), 0, -1):
        for order in permutations(tags, count):
            if spaced(language.enumerate_languages(order, form)) == text:
                return {path: ",".join(order)}
    return {}
