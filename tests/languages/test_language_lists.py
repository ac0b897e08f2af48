"""The list of the languages in which the originals are written."""

from itertools import permutations

import pytest

from mou_desktop.languages.base import Kind
from mou_desktop.languages.registry import language, tags

ALL = ("az", "kk", "ru", "en")
TWO = ("ru", "en")
ONE = ("ru",)


@pytest.mark.parametrize(
    ("tag", "form", "listed", "expected"),
    [
        ("ru", "prepositional", ALL, "азербайджанском, казахском, русском и английском языках"),
        ("ru", "prepositional", TWO, "русском и английском языках"),
        ("ru", "prepositional", ONE, "русском языке"),
        ("ru", "nominative", TWO, "русский и английский языки"),
        ("ru", "nominative", ONE, "русский язык"),
        ("ru", "genitive", TWO, "русского и английского языков"),
        ("ru", "genitive", ONE, "русского языка"),
        ("ru", "dative", TWO, "русскому и английскому языкам"),
        ("ru", "dative", ONE, "русскому языку"),
        ("ru", "accusative", TWO, "русский и английский языки"),
        ("ru", "accusative", ONE, "русский язык"),
        ("ru", "instrumental", TWO, "русским и английским языками"),
        ("ru", "instrumental", ONE, "русским языком"),
        ("kk", "locative", ALL, "әзербайжан, қазақ, орыс және ағылшын тілдерінде"),
        ("kk", "locative", TWO, "орыс және ағылшын тілдерінде"),
        ("kk", "locative", ONE, "орыс тілінде"),
        ("kk", "nominative", TWO, "орыс және ағылшын тілдері"),
        ("kk", "nominative", ONE, "орыс тілі"),
        ("kk", "genitive", ONE, "орыс тілінің"),
        ("kk", "dative", ONE, "орыс тіліне"),
        ("kk", "accusative", ONE, "орыс тілін"),
        ("kk", "ablative", ONE, "орыс тілінен"),
        ("kk", "instrumental", ONE, "орыс тілімен"),
        ("az", "locative", ALL, "Azərbaycan, qazax, rus və ingilis dillərində"),
        ("az", "locative", TWO, "rus və ingilis dillərində"),
        ("az", "locative", ONE, "rus dilində"),
        ("az", "locative", ("az",), "Azərbaycan dilində"),
        ("az", "nominative", TWO, "rus və ingilis dilləri"),
        ("az", "genitive", ONE, "rus dilinin"),
        ("az", "dative", ONE, "rus dilinə"),
        ("az", "accusative", ONE, "rus dilini"),
        ("az", "ablative", ONE, "rus dilindən"),
        ("en", "nominative", ALL, "Azerbaijani, Kazakh, Russian and English languages"),
        ("en", "nominative", TWO, "Russian and English languages"),
        ("en", "nominative", ("en",), "English language"),
    ],
)
def test_languages(tag: str, form: str, listed: tuple[str, ...], expected: str) -> None:
    assert language(tag).enumerate_languages(listed, form) == expected


NAMES = {
    "ru": {"az": "азербайджанск", "kk": "казахск", "ru": "русск", "en": "английск"},
    "kk": {"az": "әзербайжан", "kk": "қазақ", "ru": "орыс", "en": "ағылшын"},
    "az": {"az": "Azərbaycan", "kk": "qazax", "ru": "rus", "en": "ingilis"},
    "en": {"az": "Azerbaijani", "kk": "Kazakh", "ru": "Russian", "en": "English"},
}
CONJUNCTION = {"ru": " и ", "kk": " және ", "az": " və ", "en": " and "}


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_any_languages_in_any_order(tag: str, size: int) -> None:
    for listed in permutations(ALL, size):
        for form in language(tag).forms(Kind.LANGUAGES):
            text = language(tag).enumerate_languages(listed, form)
            places = [text.index(NAMES[tag][name]) for name in listed]
            assert places == sorted(places)
            assert text.count(CONJUNCTION[tag]) == (size > 1)
            assert text.count(", ") == max(size - 2, 0)


@pytest.mark.parametrize("tag", tags())
def test_unknown_language_is_refused(tag: str) -> None:
    with pytest.raises(KeyError):
        language(tag).enumerate_languages(("ru", "tlh"), language(tag).forms(Kind.LANGUAGES)[0])


@pytest.mark.parametrize(
    ("tag", "form", "expected"),
    [
        ("ru", "prepositional", "английском языке"),
        ("ru", "genitive", "английского языка"),
        ("kk", "relative", "ағылшын тіліндегі"),
        ("kk", "genitive", "ағылшын тілінің"),
        ("az", "relative", "ingilis dilindəki"),
        ("az", "dative", "ingilis dilinə"),
        ("en", "attributive", "English"),
        ("en", "nominative", "English language"),
    ],
)
def test_one_language_by_itself(tag: str, form: str, expected: str) -> None:
    assert language(tag).name_language("en", form) == expected
