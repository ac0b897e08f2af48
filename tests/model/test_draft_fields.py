"""Fields of a draft by path: which there are, reading, changing, refusals."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.errors import FieldError
from mou_desktop.languages.base import Sex
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import TEXT_LIMIT, change, get, paths
from mou_desktop.store import examples, templates

EXAMPLE = examples.load("memorandum")
BLANK = blank_draft(templates.builtin("memorandum"))
PATHS = list(paths(EXAMPLE))
TAGS = ("az", "kk", "ru", "en")
ALWAYS_THERE = ("languages", "originals", "alternat")


def refusal(draft: Draft, path: str, text: str) -> str:
    with pytest.raises(FieldError) as error:
        change(draft, path, text)
    return str(error.value)


def test_paths_are_those_of_the_template_in_its_order() -> None:
    signatories = [
        f"{which}.{text}"
        for which in ("signatory", "second_signatory")
        for text in ("name", "position")
    ]
    party_texts = ("name", "short_name", "introduced_as", *signatories, "address", "bank")
    texts = {f"parties.{n}.{text}.{tag}" for n in (0, 1) for text in party_texts for tag in TAGS}
    single = ("signatory.sex", "second_signatory.sex", "language", "registration", "phone", "email")
    choices = {f"parties.{n}.{each}" for n in (0, 1) for each in single}
    places = [f"place.{tag}" for tag in TAGS]
    numbers = ["copies", "duration_years", "notice_months"]
    dates = ["date.year", "date.month", "date.day"]
    rest = [*places, *dates, *numbers, "languages", "originals", "prevailing", "alternat"]
    assert set(PATHS[: -len(rest)]) == texts | choices
    assert PATHS[-len(rest) :] == rest
    assert PATHS[:8] == [f"parties.{number}.name.{tag}" for number in (0, 1) for tag in TAGS]
    assert len(set(PATHS)) == len(PATHS)


def test_paths_are_the_same_for_a_blank_and_a_filled_draft() -> None:
    assert list(paths(BLANK)) == PATHS


def test_new_draft_has_only_its_languages_and_what_is_usual() -> None:
    filled = {path: get(BLANK, path) for path in PATHS if get(BLANK, path)}
    assert filled == {
        "languages": "az,kk,ru,en",
        "originals": "separate",
        "alternat": "yes",
    }


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("parties.0.name.az", "Şuşa Dövlət Qoruğu", "Şuşa Dövlət Qoruğu"),
        ("parties.1.short_name.kk", "«Ордабасы»", "«Ордабасы»"),
        ("parties.0.introduced_as.en", "Shusha Reserve", "Shusha Reserve"),
        ("parties.1.signatory.name.ru", "Лейла Мамедова", "Лейла Мамедова"),
        ("parties.1.signatory.position.en", "Director\nGeneral", "Director General"),
        ("parties.1.signatory.sex", "f", "f"),
        ("parties.1.signatory.sex", " m ", "m"),
        ("place.kk", "Түркістан", "Түркістан"),
        ("date.year", "2027", "2027"),
        ("date.month", "05", "5"),
        ("date.day", " 31 ", "31"),
        ("copies", "6", "6"),
        ("duration_years", "10", "10"),
        ("notice_months", "3", "3"),
        ("languages", "ru,en", "ru,en"),
        ("languages", " kk , az ", "kk,az"),
        ("originals", " combined ", "combined"),
        ("prevailing", "en", "en"),
        ("alternat", " no ", "no"),
        ("alternat", "yes", "yes"),
        ("parties.1.language", " kk ", "kk"),
    ],
)
def test_what_was_changed_is_read_back(path: str, typed: str, kept: str) -> None:
    assert get(change(EXAMPLE, path, typed), path) == kept


@pytest.mark.parametrize("path", [path for path in PATHS if path not in ALWAYS_THERE])
def test_empty_text_takes_a_value_away(path: str) -> None:
    assert get(change(EXAMPLE, path, ""), path) == ""


@pytest.mark.parametrize(("path", "choice"), [("originals", "combined"), ("alternat", "no")])
def test_empty_text_brings_back_what_is_usual(path: str, choice: str) -> None:
    assert change(change(EXAMPLE, path, choice), path, "") == EXAMPLE


@pytest.mark.parametrize("path", PATHS)
def test_writing_what_was_read_changes_nothing(path: str) -> None:
    assert change(EXAMPLE, path, get(EXAMPLE, path)) == EXAMPLE
    assert change(BLANK, path, get(BLANK, path)) == BLANK


@pytest.mark.parametrize("path", PATHS)
def test_only_the_named_field_changes(path: str) -> None:
    changed = change(EXAMPLE, path, "ru" if path == "languages" else "")
    others = [other for other in PATHS if other != path]
    assert [get(changed, other) for other in others] == [get(EXAMPLE, other) for other in others]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("parties.0.name.ru", "Другой заповедник"),
        ("parties.1.signatory.position.kk#possessive", "басшысы"),
        ("parties.0.signatory.sex", "f"),
        ("place.az", "Gəncə"),
        ("date.day", "5"),
        ("copies", "6"),
        ("languages", "en"),
    ],
)
def test_the_original_draft_stays_as_it_was(path: str, text: str) -> None:
    changed = change(EXAMPLE, path, text)
    assert changed != EXAMPLE
    assert examples.load("memorandum") == EXAMPLE


def test_sex_is_kept_as_such() -> None:
    changed = change(EXAMPLE, "parties.0.signatory.sex", "f")
    assert changed.values.parties[0].signatory.sex is Sex.FEMALE


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("parties.0.nam.ru", "no field parties.0.nam.ru; did you mean parties.0.name.ru?"),
        ("copys", "no field copys; did you mean copies?"),
        ("date", "no field date; did you mean date.day?"),
        ("parties.0.name", "no field parties.0.name; did you mean parties.0.name.ru?"),
        ("copies.ru", "no field copies.ru; did you mean copies?"),
        ("xyz", "no field xyz in this agreement"),
        ("", "no field  in this agreement"),
    ],
)
def test_unknown_field_is_named_with_the_nearest_known(path: str, message: str) -> None:
    with pytest.raises(FieldError) as error:
        get(EXAMPLE, path)
    assert str(error.value) == message
    assert refusal(EXAMPLE, path, "x") == message


@pytest.mark.parametrize(
    "path",
    [
        "parties.2.name.ru",
        "parties.-1.name.ru",
        "parties.00.name.ru",
        "parties.٠.name.ru",
        "parties.*.name.ru",
        "parties.0.name.de",
        "parties.0.signatory",
        "parties",
        "date.hour",
        "template",
    ],
)
def test_there_is_one_path_for_a_field_and_none_for_anything_else(path: str) -> None:
    assert refusal(EXAMPLE, path, "1").startswith(f"no field {path}")


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [
        ("copies", 1, 99),
        ("duration_years", 1, 99),
        ("notice_months", 1, 60),
        ("date.year", 2000, 2099),
        ("date.month", 1, 12),
        ("date.day", 1, 31),
    ],
)
def test_numbers_keep_within_their_range(path: str, low: int, high: int) -> None:
    for number in (low, high):
        assert get(change(EXAMPLE, path, str(number)), path) == str(number)
    for number in (low - 1, high + 1):
        expected = f"{path}: “{number}” is not a whole number from {low} to {high}"
        assert refusal(EXAMPLE, path, str(number)) == expected


@pytest.mark.parametrize("text", ["-4", "+4", "4.0", "4,0", "four", "1e1", "٤", "４", "²", "4 4"])
def test_numbers_are_plain_digits(text: str) -> None:
    assert refusal(EXAMPLE, "copies", text).startswith(f"copies: “{text}” is not a whole number")


@pytest.mark.parametrize("text", ["x", "M", "male", "mf"])
def test_sex_is_m_or_f(text: str) -> None:
    expected = "parties.0.signatory.sex: write m (male) or f (female), or leave it empty"
    assert refusal(EXAMPLE, "parties.0.signatory.sex", text) == expected


@pytest.mark.parametrize("text", ["", ",", "de", "ru,de", "ru,ru", "RU", "ru;en"])
def test_languages_are_those_of_the_template_each_once(text: str) -> None:
    expected = "languages: name one or more of az,kk,ru,en, each once, separated by commas"
    assert refusal(EXAMPLE, "languages", text) == expected


@pytest.mark.parametrize("path", ["parties.0.name.ru", "parties.0.name.ru#genitive"])
def test_text_has_a_limit(path: str) -> None:
    assert get(change(EXAMPLE, path, "я" * TEXT_LIMIT), path) == "я" * TEXT_LIMIT
    assert refusal(EXAMPLE, path, "я" * (TEXT_LIMIT + 1)) == (
        f"{path}: the text has 2001 characters, the limit is 2000; shorten it"
    )


def test_the_limit_holds_for_the_text_that_is_kept() -> None:
    """U+0958 is two letters when composed as Unicode demands; a zero width space is none."""
    assert refusal(EXAMPLE, "place.ru", "\u0958" * 1001).endswith("shorten it")
    kept = change(EXAMPLE, "place.ru", "я\u200b" * TEXT_LIMIT)
    assert get(kept, "place.ru") == "я" * TEXT_LIMIT


@given(st.sampled_from([p for p in PATHS if get(EXAMPLE, p) and p[-3] == "."]), st.text())
def test_any_text_is_kept_in_its_clean_form(path: str, text: str) -> None:
    once = change(EXAMPLE, path, text)
    assert change(once, path, get(once, path)) == once


def test_a_field_that_the_template_does_not_list_is_not_there() -> None:
    specs = tuple(spec for spec in EXAMPLE.template.fields if spec.path not in ("place", "date"))
    draft = replace(EXAMPLE, template=replace(EXAMPLE.template, fields=specs))
    for path in ("place.ru", "date.year"):
        assert path not in paths(draft)
        assert refusal(draft, path, "2027").startswith(f"no field {path}")
