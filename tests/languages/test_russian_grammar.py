"""Russian declension: what is sure, what is left to the officer, and what never changes."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_desktop.languages.base import Form, Kind, Sex
from mou_desktop.languages.registry import language
from mou_desktop.languages.ru import dictionary
from mou_desktop.languages.ru.language import CASES

OBLIQUE = CASES[1:]
KINDS = (Kind.PERSON, Kind.SURNAME, Kind.ORGANIZATION, Kind.POSITION, Kind.PLACE)


def inflect(kind: Kind, lemma: str, form: str, sex: Sex | None = None) -> Form:
    return language("ru").inflect(kind, lemma, form, sex)


def forms(kind: Kind, lemma: str, sex: Sex | None = None) -> Iterator[Form]:
    return (inflect(kind, lemma, case, sex) for case in OBLIQUE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_the_six_cases(kind: Kind) -> None:
    assert language("ru").forms(kind)[:6] == CASES
    for case in CASES:
        assert inflect(kind, "Директор", case).text.startswith("Директор")


@pytest.mark.parametrize("kind", [Kind.NOUN, Kind.POSSESSIVE, Kind.DATE])
def test_kinds_that_russian_lacks_have_no_forms_of_names(kind: Kind) -> None:
    with pytest.raises(KeyError):
        inflect(kind, "Директор", "genitive")
    with pytest.raises(KeyError):
        inflect(Kind.ORGANIZATION, "Директор", "locative")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "lemma",
    [
        "",
        "Я",
        "7",
        "2026",
        "ГЯНДЖИНСКИЙ ЗАПОВЕДНИК",
        "Гянджa",  # the last letter is Latin
        "Музей «Нур",
        "Музей »Нур«",
        "Музей (Нур",
        "Музей " * 84,
    ],
)
def test_illegible_text_is_given_back_unsure(kind: Kind, lemma: str) -> None:
    for form in forms(kind, lemma):
        assert form == Form(lemma, False)


def test_a_letter_without_a_name_is_no_error() -> None:
    for kind in KINDS:
        for form in forms(kind, "Музей А\U00017000"):
            assert not form.sure or "\U00017000" in form.text


@pytest.mark.parametrize("lemma", ["UNESCO", "Vusal Aliyev", "Ýaşyl Ordum"])
def test_latin_text_is_not_declined(lemma: str) -> None:
    for kind in KINDS:
        for form in forms(kind, lemma):
            assert form == Form(lemma, False)


NAMES = st.text(alphabet="АБВабвгеиойльянтуыё «»“„\".,-–ҚңI1'()", max_size=40)


@settings(deadline=None)
@given(NAMES, st.sampled_from(KINDS), st.sampled_from([None, *Sex]))
def test_every_text_has_a_form_and_words_keep_their_number(
    lemma: str, kind: Kind, sex: Sex | None
) -> None:
    for form in forms(kind, lemma, sex):
        if kind is not Kind.PLACE:  # «г.» is left out
            assert len(form.text.split()) == len(lemma.split())


@settings(deadline=None)
@given(
    st.text(alphabet="абвгдежзиклмнопрстуыАБВГ- ", min_size=1, max_size=30).filter(str.strip),
    st.sampled_from(OBLIQUE),
)
def test_text_in_quotation_marks_never_changes(inside: str, case: str) -> None:
    form = inflect(Kind.ORGANIZATION, f"Центр «{inside}» и музей „{inside}“", case)
    assert f"«{inside}»" in form.text
    assert f"„{inside}“" in form.text
    assert form.text[:6] in {"Центр ", "Центра", "Центру", "Центро", "Центре"}


@settings(deadline=None)
@given(st.sampled_from(OBLIQUE), st.sampled_from(["ый отдел", "ая школа", "ое бюро", "ие курсы"]))
def test_an_unknown_attribute_in_a_regular_ending_agrees_surely(case: str, rest: str) -> None:
    ending = {"ый": "ий", "ие": "ие"}.get(rest[:2], rest[:2])
    form = inflect(Kind.ORGANIZATION, f"Зубрицк{ending}{rest[2:]}", case)
    known = inflect(Kind.ORGANIZATION, f"Русск{ending}{rest[2:]}", case)
    assert form.text == known.text.replace("Русск", "Зубрицк")
    assert form.sure


@pytest.mark.parametrize(
    ("kind", "lemma"),
    [
        (Kind.ORGANIZATION, "МИД"),  # «МИДа» is heard as well
        (Kind.ORGANIZATION, "Зурбагантелеком"),
        (Kind.ORGANIZATION, "предприятие Национальный музей"),
        (Kind.ORGANIZATION, "Ордена Дружбы театр"),
        (Kind.ORGANIZATION, "Министерство культура"),
        (Kind.ORGANIZATION, "Назарбаев Университет"),
        (Kind.ORGANIZATION, "Фонд за мир и согласие"),
        (Kind.ORGANIZATION, "Хан Шатыр"),
        (Kind.ORGANIZATION, "«Нур» фонд"),
        (Kind.ORGANIZATION, "Астана Моторс"),
        (Kind.POSITION, "И.О. Директор"),
        (Kind.POSITION, "Руководитель (директор)"),
        (Kind.POSITION, "председатель Правления-ректор"),
        (Kind.POSITION, "действующий на основании Устава директор"),
        (Kind.SURNAME, "Царь"),  # «Царём», «Царем»
        (Kind.PERSON, "Кара Гараев"),  # «Кары», «Кара»
        (Kind.PERSON, "Г. Шмидт"),  # a man or a woman
        (Kind.PERSON, "Айнур Горленко"),
        (Kind.PERSON, "Акмарал Горленко"),  # the dictionary's man, Kazakh's woman
        (Kind.PERSON, "Ким Тамар"),  # Kim may be her surname
        (Kind.PERSON, "Юрий Заяц"),  # «Зайца», if the family does not say «Заяца»
        (Kind.PERSON, "Юрий Коржель"),
        (Kind.PERSON, "Ким Чен Ын"),
        (Kind.PERSON, "вусал алиев"),
        (Kind.PERSON, "Нұрлан Әлиев"),
        (Kind.SURNAME, "Шмидт"),
        (Kind.PLACE, "Зурбаган"),
        (Kind.PLACE, "Иваново"),
    ],
)
def test_what_no_rule_or_two_rules_cover_is_unsure(kind: Kind, lemma: str) -> None:
    assert not inflect(kind, lemma, "genitive").sure


@pytest.mark.parametrize(
    ("kind", "lemma"),
    [
        (Kind.ORGANIZATION, "Гянджинский государственный историко-культурный заповедник"),
        (Kind.ORGANIZATION, "ТОО"),
        (Kind.ORGANIZATION, "«Историко-культурный музей „Нур“»"),
        (Kind.ORGANIZATION, "Акимат города Астаны"),
        (Kind.ORGANIZATION, "Милли Меджлис"),
        (Kind.POSITION, "исполняющий обязанности директора"),
        (Kind.POSITION, "и.о. директора"),
        (Kind.PERSON, "Вусал Алиев"),
        (Kind.PERSON, "Ермек Жумабаев"),
        (Kind.PERSON, "Айгюнь Рашид кызы Алиева"),
        (Kind.PERSON, "Шмидт Ирина"),
        (Kind.PERSON, "Юрий Луговой"),
        (Kind.PERSON, "Юрий Долгих"),
        (Kind.PERSON, "Яков Моруа"),
        (Kind.PLACE, "г. Баку"),
        (Kind.PLACE, "Шымкент"),
    ],
)
def test_what_rule_and_dictionary_agree_on_is_sure(kind: Kind, lemma: str) -> None:
    assert all(form.sure for form in forms(kind, lemma))


@pytest.mark.parametrize("name", ["Алиев Вусал", "Вусал Алиев", "Алиев Вусал Рустамович"])
def test_order_and_a_sex_that_is_known_do_not_matter(name: str) -> None:
    for told, given_sex in zip(
        forms(Kind.PERSON, name), forms(Kind.PERSON, name, Sex.MALE), strict=True
    ):
        assert told == given_sex
        assert told.sure


def test_the_sex_decides_a_surname() -> None:
    assert inflect(Kind.SURNAME, "Шмидт", "genitive", Sex.MALE) == Form("Шмидта", True)
    assert inflect(Kind.SURNAME, "Шмидт", "genitive", Sex.FEMALE) == Form("Шмидт", True)
    assert inflect(Kind.PERSON, "Айнур Горленко", "genitive", Sex.MALE).text == "Айнура Горленко"
    assert inflect(Kind.PERSON, "Айнур Горленко", "genitive", Sex.FEMALE).text == "Айнур Горленко"


def test_ё_stays_as_it_is_typed() -> None:
    assert inflect(Kind.PERSON, "Федор Соловьев", "genitive").text == "Федора Соловьева"
    assert inflect(Kind.PERSON, "Фёдор Соловьёв", "genitive").text == "Фёдора Соловьёва"
    assert inflect(Kind.PERSON, "Пётр Львов", "genitive").text == "Петра Львова"
    assert inflect(Kind.ORGANIZATION, "Казенное предприятие", "genitive").text == (
        "Казенного предприятия"
    )


@pytest.mark.parametrize(
    ("position", "inside"),
    [
        ("Директора", "директора"),
        ("Исполняющего обязанности директора", "исполняющего обязанности директора"),
        ("Министра культуры", "министра культуры"),
        ("Президента компании", "президента компании"),
        ("Президента Национальной академии наук", "президента Национальной академии наук"),
        ("Президента Республики Казахстан", "Президента Республики Казахстан"),
        ("Президента Азербайджанской Республики", "Президента Азербайджанской Республики"),
        ("Премьер-министром", "Премьер-министром"),
        ("Председателя Правительства", "Председателя Правительства"),
        ("Председателя Правления", "председателя Правления"),
        ("Чрезвычайного и Полномочного Посла", "Чрезвычайного и Полномочного Посла"),
        ("И.о. директора", "и.о. директора"),
        ("ВРИО директора", "ВРИО директора"),
        ("HR-директора", "HR-директора"),
        ("", ""),
    ],
)
def test_a_position_inside_a_sentence_begins_small(position: str, inside: str) -> None:
    russian = language("ru")
    placed = russian.placed(Kind.POSITION, "genitive", position, opens_sentence=False)
    assert placed == inside
    assert russian.placed(Kind.POSITION, "genitive", position, opens_sentence=True) == position
    assert russian.placed(Kind.ORGANIZATION, "genitive", "Музея", opens_sentence=False) == "Музея"


def test_the_dictionary_is_loaded_once_by_all_threads() -> None:
    dictionary.load()
    begin = threading.Barrier(4)

    def decline(_number: int) -> str:
        begin.wait()
        return inflect(Kind.ORGANIZATION, "Государственный музей", "instrumental").text

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(decline, range(4))) == {"Государственным музеем"}
