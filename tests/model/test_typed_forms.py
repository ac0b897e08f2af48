"""Grammatical forms that the officer typed: they belong to the lemma they were made for."""

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import change, confirm, get, lemma
from mou_desktop.store import templates

FIELD = "parties.0.signatory.name.ru"
GENITIVE = f"{FIELD}#genitive"


def draft_with(*changes: tuple[str, str]) -> Draft:
    draft = blank_draft(templates.builtin("memorandum"))
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


ALIYEV = draft_with((FIELD, "Вусал Алиев"), (GENITIVE, "Вусала Алиева"))


def refusal(path: str, text: str) -> str:
    with pytest.raises(FieldError) as error:
        change(ALIYEV, path, text)
    return str(error.value)


def test_a_form_is_read_back() -> None:
    assert get(ALIYEV, GENITIVE) == "Вусала Алиева"


def test_a_form_that_was_not_typed_is_empty() -> None:
    assert get(ALIYEV, f"{FIELD}#dative") == ""


def test_a_form_rests_while_another_lemma_stands_there() -> None:
    changed = change(ALIYEV, FIELD, "Лейла Мамедова")
    assert get(changed, GENITIVE) == ""


def test_a_form_applies_again_when_its_lemma_returns() -> None:
    there_and_back = change(change(ALIYEV, FIELD, "Лейла Мамедова"), FIELD, "Вусал Алиев")
    assert get(there_and_back, GENITIVE) == "Вусала Алиева"
    assert there_and_back == ALIYEV


def test_each_lemma_has_its_own_forms() -> None:
    both = change(change(ALIYEV, FIELD, "Лейла Мамедова"), GENITIVE, "Лейлы Мамедовой")
    assert get(both, GENITIVE) == "Лейлы Мамедовой"
    assert get(change(both, FIELD, "Вусал Алиев"), GENITIVE) == "Вусала Алиева"


def test_spaces_make_no_other_lemma() -> None:
    respaced = change(ALIYEV, FIELD, "  Вусал   Алиев ")
    assert lemma(respaced, FIELD) == "Вусал Алиев"
    assert get(respaced, GENITIVE) == "Вусала Алиева"


def test_forms_of_one_lemma_stand_side_by_side() -> None:
    more = change(ALIYEV, f"{FIELD}#dative", "Вусалу Алиеву")
    assert (get(more, GENITIVE), get(more, f"{FIELD}#dative")) == ("Вусала Алиева", "Вусалу Алиеву")


def test_empty_text_takes_a_form_away_and_leaves_nothing_behind() -> None:
    assert change(ALIYEV, GENITIVE, " ") == draft_with((FIELD, "Вусал Алиев"))
    more = change(ALIYEV, f"{FIELD}#dative", "Вусалу Алиеву")
    assert change(more, f"{FIELD}#dative", "") == ALIYEV


def test_taking_a_form_away_leaves_those_of_other_lemmas() -> None:
    both = change(change(ALIYEV, FIELD, "Лейла Мамедова"), GENITIVE, "Лейлы Мамедовой")
    assert change(change(both, GENITIVE, ""), FIELD, "Вусал Алиев") == ALIYEV


def test_a_form_can_be_confirmed_for_a_lemma_that_does_not_stand_there() -> None:
    waiting = confirm(ALIYEV, FIELD, "Лейла Мамедова", "genitive", "Лейлы Мамедовой")
    assert get(waiting, GENITIVE) == "Вусала Алиева"
    assert get(change(waiting, FIELD, "Лейла Мамедова"), GENITIVE) == "Лейлы Мамедовой"


def test_a_form_is_cleaned_like_any_text() -> None:
    assert get(change(ALIYEV, GENITIVE, "Вусала\n\u202eАлиева\u200b"), GENITIVE) == "Вусала Алиева"


def test_a_form_can_be_typed_letter_by_letter() -> None:
    """A space at the end is the space before the next word."""
    assert get(change(ALIYEV, GENITIVE, "Вусала "), GENITIVE) == "Вусала "


def test_the_original_draft_keeps_its_forms() -> None:
    change(ALIYEV, GENITIVE, "")
    change(ALIYEV, f"{FIELD}#dative", "Вусалу Алиеву")
    assert draft_with((FIELD, "Вусал Алиев"), (GENITIVE, "Вусала Алиева")) == ALIYEV


def test_unknown_form_is_refused_with_the_known_ones() -> None:
    assert refusal(f"{FIELD}#vocative", "x") == (
        f"{FIELD} has no form “vocative”; its forms are: "
        "genitive, dative, accusative, instrumental, prepositional, initials"
    )


@pytest.mark.parametrize("form", ["nominative", ""])
def test_the_lemma_itself_is_no_form(form: str) -> None:
    assert f"has no form “{form}”" in refusal(f"{FIELD}#{form}", "x")


@pytest.mark.parametrize("field", ["copies", "date.month", "languages", "parties.0.signatory.sex"])
def test_only_names_have_forms(field: str) -> None:
    assert refusal(f"{field}#genitive", "x") == (
        f"{field} has no form “genitive”; its forms are: –"
    )


def test_each_language_has_its_own_forms() -> None:
    kazakh = "parties.0.signatory.position.kk"
    typed = change(change(ALIYEV, kazakh, "Директор"), f"{kazakh}#possessive", "директоры")
    assert get(typed, f"{kazakh}#possessive") == "директоры"
    assert "has no form “possessive”" in refusal("parties.0.signatory.position.ru#possessive", "x")


def test_a_form_of_an_unknown_field_is_refused() -> None:
    assert refusal("parties.0.nam.ru#genitive", "x").startswith("no field parties.0.nam.ru;")


SEX = "parties.0.signatory.sex"


def test_a_case_confirmed_for_a_man_is_none_of_a_woman_of_the_same_name() -> None:
    man = draft_with((FIELD, "Айнур Шмидт"), (SEX, "m"), (GENITIVE, "Айнура Шмидта"))
    woman = change(man, SEX, "f")
    assert get(woman, GENITIVE) == ""
    assert get(change(woman, SEX, "m"), GENITIVE) == "Айнура Шмидта"


def test_a_case_typed_before_the_sex_was_known_holds_for_both() -> None:
    for sex in ("m", "f"):
        assert get(change(ALIYEV, SEX, sex), GENITIVE) == "Вусала Алиева"


def test_initials_have_no_sex() -> None:
    path = f"{FIELD}#initials"
    man = draft_with((FIELD, "Айнур Шмидт"), (SEX, "m"), (path, "А. Шмидт"))
    assert get(change(man, SEX, "f"), path) == "А. Шмидт"


def test_taking_a_form_away_leaves_none_behind() -> None:
    for sex in ("m", ""):
        draft = change(change(ALIYEV, SEX, "m"), GENITIVE, "Вусала")
        assert get(change(change(draft, SEX, sex), GENITIVE, ""), GENITIVE) == ""
