"""What no rule may speak about comes back as it was typed, for the officer to decide."""

import re

import pytest

from mou_desktop.languages.base import NAMES, WORDS, Form, Kind
from mou_desktop.languages.registry import language, tags
from mou_desktop.languages.rows import answer

BAD = {
    "empty": ["", " "],
    "one letter": ["A", "ə", "Ж", "ь", "I", "İ"],
    "all capitals": [
        "МИНИСТЕРСТВО КУЛЬТУРЫ",
        "АЛИЕВ ВУСАЛ",
        "МУЗЕЙ",
        "ҚОРЫҚ",
        "MƏDƏNİYYƏT NAZİRLİYİ",
        "QORUQ",
        "ALIYEV VUSAL",
    ],
    "mixed script": ["Мuseum", "Aлиев", "Нұрлан Дyкенбаев", "Qoruğу"],
    "digits": ["123", "12.5", "٣", "№ 5-6"],
    "500 characters": ["x" * 500, "ж" * 500, "Алиев " * 84, "Qoruq " * 84],
    "unpaired quotation marks": ["«Музей", "Музей»", "“Muzey", "Muzey”", '"Museum', "„Достық"],
    "invisible letters": ["Али\0ев", "Али\N{SOFT HYPHEN}ев", "Ali\N{ZERO WIDTH SPACE}yev"],
    "no words": ["—", "...", "’", "((", "\N{GRINNING FACE}", "\N{ROMAN NUMERAL FOUR}"],
}
# The nominative is what was typed; the conjunction is a word of its own, not the name.
SPECIAL = {"nominative", "conjunction"}


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("text", [text for texts in BAD.values() for text in texts])
def test_it_is_given_back_unsure(tag: str, text: str) -> None:
    for kind in sorted(NAMES | WORDS):
        for form in set(language(tag).forms(kind)) - SPECIAL:
            assert answer(tag, kind.value, text, form) == Form(text, False), (kind, form)


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("kind", ["person", "surname"])
def test_nobody_is_called_in_two_scripts(tag: str, kind: str) -> None:
    for name in ("Ivanov Иван", "Иван Ivanov"):
        for form in set(language(tag).forms(Kind(kind))) - SPECIAL:
            assert answer(tag, kind, name, form) == Form(name, False)


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("kind", ["person", "surname"])
def test_nobody_is_called_with_digits(tag: str, kind: str) -> None:
    for name in ("Ivanov 2", "Иван 3 Иванов", "Vüsal 3 Əliyev"):
        for form in set(language(tag).forms(Kind(kind))) - SPECIAL:
            assert answer(tag, kind, name, form) == Form(name, False)


@pytest.mark.parametrize(("tag", "name"), [("az", "Muzey123"), ("kk", "Музей123")])
def test_digits_within_a_word_take_no_suffix(tag: str, name: str) -> None:
    assert answer(tag, "organization", name, "genitive") == Form(name, False)


@pytest.mark.parametrize("name", [name for names in BAD.values() for name in names])
def test_no_conjunction_is_sure_behind_it(name: str) -> None:
    assert not answer("kk", "organization", name, "conjunction").sure


@pytest.mark.parametrize(
    ("tag", "name"), [("az", "Əliyev, Vüsal"), ("kk", "Алиев, Вусал"), ("ru", "Алиев, Вусал")]
)
def test_a_name_with_a_comma_is_unsure(tag: str, name: str) -> None:
    assert not answer(tag, "person", name, "dative").sure


def test_an_organisation_may_be_named_in_two_scripts() -> None:
    assert answer("kk", "organization", "Samsung компаниясы", "dative").sure
    assert answer("ru", "organization", "Компания SOCAR", "genitive").text == "Компании SOCAR"


@pytest.mark.parametrize(
    ("tag", "name", "form", "expected"),
    [
        ("az", "UNESCO", "genitive", "UNESCO-nun"),
        ("az", "UNICEF", "dative", "UNICEF-ə"),
        ("kk", "ЮНЕСКО", "dative", "ЮНЕСКО-ға"),
        ("kk", "ТҮРКСОЙ", "genitive", "ТҮРКСОЙ-дың"),
        ("ru", "ЮНЕСКО", "genitive", "ЮНЕСКО"),
        ("en", "UNESCO", "possessive", "UNESCO’s"),
    ],
)
def test_an_abbreviation_that_everybody_knows_is_no_word_in_capitals(
    tag: str, name: str, form: str, expected: str
) -> None:
    assert answer(tag, "organization", name, form) == Form(expected, True)


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1000000", "٣", "9" * 5000, "five"])
@pytest.mark.parametrize("kind", ["number", "ordinal", "counted"])
def test_what_is_no_number_is_refused(kind: str, text: str) -> None:
    form = {"number": "cardinal", "ordinal": "suffix", "counted": "copies"}[kind]
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        answer("az", kind, text, form)
