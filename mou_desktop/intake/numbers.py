"""Recognises the numbers of an agreement: copies, duration, notice, date, languages.

A number is recognised where it stands exactly as the program would write it, digits, words and
noun; and it is the field's value when the versions agree. Everything else stays text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from mou_desktop.intake.marked import Marked, Text, spaced
from mou_desktop.languages import registry
from mou_desktop.languages.base import Kind
from mou_desktop.model.fields import RANGES
from mou_desktop.model.slots import Slot

_DIGITS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# The words of the clause on entry into force and duration.
_VALIDITY = {
    "az": re.compile(r"qüvvə", re.IGNORECASE),
    "kk": re.compile(r"күшіне|жарамды|қолданылады|мерзім", re.IGNORECASE),
    "ru": re.compile(r"в силу|действует|срок", re.IGNORECASE),
    "en": re.compile(r"\bforce\b|\beffect\b|\bvalid\b|\bterm\b", re.IGNORECASE),
}
_TERM = {"duration_years": Kind.YEARS, "notice_months": Kind.MONTHS}
_MONTHS = (None, *range(1, 13))
# As many different numbers of one paragraph are looked at.
_SEVERAL = 12


class _Found(NamedTuple):
    """A stretch of a paragraph that reads like a field of this value."""

    path: str
    value: str
    paragraph: Marked
    start: int
    end: int
    form: str


def recognise(texts: Sequence[Text], tags: Sequence[str]) -> dict[str, str]:
    """Mark the numbers in these versions; gives their values by path. `tags` are the languages of
    the versions.
    """
    found = [each for text in texts for each in _in_version(text, tags)]
    values = dict(_agreed(found))
    for each in sorted(found, key=lambda each: each.start - each.end):
        if values.get(each.path) == each.value:
            each.paragraph.mark(each.start, each.end, Slot(each.path, each.form))
    return _flat(values)


def _agreed(found: Sequence[_Found]) -> Iterator[tuple[str, str]]:
    """The value of each field that most versions have."""
    for path in dict.fromkeys(each.path for each in found):
        votes = Counter(each.value for each in found if each.path == path)
        yield path, votes.most_common(1)[0][0]


def _flat(values: Mapping[str, str]) -> dict[str, str]:
    """With the parts of the date as fields of their own."""
    flat = {path: value for path, value in values.items() if path != "date"}
    if "date" in values:
        parts = zip(("date.year", "date.month", "date.day"), values["date"].split("-"), strict=True)
        flat |= {path: value for path, value in parts if value}
    return flat


def _in_version(text: Text, tags: Sequence[str]) -> Iterator[_Found]:
    for paragraph in text.closing:
        yield from _counted(text.language, "copies", Kind.COPIES, paragraph)
        yield from _dates(text.language, paragraph)
        yield from _languages(text.language, tags, paragraph)
    for line in text.title:
        yield from _dates(text.language, line)
    for paragraphs in text.articles.values():
        whole = " ".join(paragraph.text for paragraph in paragraphs)
        if _VALIDITY[text.language].search(whole):
            for paragraph in paragraphs:
                for path, kind in _TERM.items():
                    yield from _counted(text.language, path, kind, paragraph)


def _counted(tag: str, path: str, kind: Kind, paragraph: Marked) -> Iterator[_Found]:
    language = registry.language(tag)
    low, high = RANGES[path]
    numbers = dict.fromkeys(map(int, _DIGITS.findall(paragraph.text)))
    for number in [each for each in numbers if low <= each <= high][:_SEVERAL]:
        for form in language.forms(kind):
            shown = spaced(language.counted(kind, number, form))
            for start, end in stretches(paragraph.text, shown):
                yield _Found(path, str(number), paragraph, start, end, form)


def _dates(tag: str, paragraph: Marked) -> Iterator[_Found]:
    """Where a date reads alike in two forms: with blanks the later one, which is for the pen."""
    language = registry.language(tag)
    years = dict.fromkeys(map(int, _YEAR.findall(paragraph.text)))
    numbers = dict.fromkeys(map(int, _DIGITS.findall(paragraph.text)))
    days = [each for each in numbers if 1 <= each <= 31][:_SEVERAL]
    for year in [None, *years][:3]:
        for month in _MONTHS:
            for day in (None, *days):
                forms = language.forms(Kind.DATE)
                for form in forms if year and month and day else reversed(forms):
                    shown = spaced(language.date(form, year, month, day))
                    for start, end in _blanks(paragraph.text, shown):
                        value = "-".join(
                            "" if part is None else str(part) for part in (year, month, day)
                        )
                        yield _Found("date", value, paragraph, start, end, form)


def _languages(tag: str, tags: Sequence[str], paragraph: Marked) -> Iterator[_Found]:
    language = registry.language(tag)
    for order in permutations(tags):
        for form in language.forms(Kind.LANGUAGES):
            shown = spaced(language.enumerate_languages(order, form))
            for start, end in stretches(paragraph.text, shown):
                yield _Found("languages", ",".join(order), paragraph, start, end, form)


def stretches(text: str, shown: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text for themselves, not as a part of longer ones."""
    start = text.find(shown)
    while start >= 0:
        end = start + len(shown)
        before, after = text[start - 1 : start], text[end : end + 1]
        joined = (shown[0].isalnum() and before.isalnum()) or (
            shown[-1].isalnum() and after.isalnum()
        )
        if not joined:
            yield start, end
        start = text.find(shown, end)


def _blanks(text: str, shown: str) -> Iterator[tuple[int, int]]:
    """The same, however wide the blanks for the pen are."""
    if "__" not in shown:
        yield from stretches(text, shown)
        return
    pattern = re.sub(r"_{2,}", "_{2,}", re.escape(shown))
    for found in re.finditer(rf"(?<![\w]){pattern}(?![\w])", text):
        yield found.start(), found.end()
