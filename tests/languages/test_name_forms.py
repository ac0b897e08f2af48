"""Names: what is known about them now, and what the officer has to confirm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_desktop.languages.base import NAMES, NBSP, Form, Kind, Sex
from mou_desktop.languages.registry import language, tags


def person(tag: str, name: str, form: str, sex: Sex | None = None) -> Form:
    return language(tag).inflect(Kind.PERSON, name, form, sex)


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("ru", "Вусал Алиев", "В. Алиев"),
        ("ru", "Нурлан Мусагалиевич Дукенбаев", "Н. М. Дукенбаев"),
        ("ru", "Анна-Мария Петрова", "А.-М. Петрова"),
        ("ru", "Дмитрий Мамин-Сибиряк", "Д. Мамин-Сибиряк"),
        ("ru", "Роман Абрамович", "Р. Абрамович"),
        ("kk", "Әсел Мұсағалиқызы Дүкенбаева", "Ә. М. Дүкенбаева"),
        ("kk", "Бауыржан Момышұлы", "Б. Момышұлы"),
        ("az", "Vüsal Alıyev", "V. Alıyev"),
        ("az", "İlham Əliyev", "İ. Əliyev"),
        ("az", "I\N{COMBINING DOT ABOVE}lham Əliyev", "İ. Əliyev"),
        ("az", "Ilqar İbrahimov", "I. İbrahimov"),
        ("en", "Vusal  Alyev ", "V. Alyev"),
        ("en", "Ursula von der Leyen", "U. von der Leyen"),
    ],
)
def test_initials(tag: str, name: str, expected: str) -> None:
    assert person(tag, name, "initials") == Form(expected.replace(" ", NBSP), True)


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Алиев",
        "Вусал алиев",
        "ilham Əliyev",
        "«Вусал» Алиев",
        "Анна-мария Петрова",
        "Анна- Петрова",
        "Анна Петровна",
        "АЛИЕВ ВУСАЛ",
        "Иван Иванович Иванов Старший",
        "1 2",
    ],
)
def test_initials_of_an_odd_name_are_left_to_the_officer(tag: str, name: str) -> None:
    assert person(tag, name, "initials") == Form(name, False)


def test_initials_are_sure_when_the_surname_stands_last() -> None:
    for name in ("Ирина Петрова", "Вусал Алиев", "Айгүл Оспан"):
        assert person("ru", name, "initials").sure, name


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("ru", "Дукенбаев Нурлан Мусагалиевич", "Н. М. Дукенбаев"),
        ("ru", "Иванова Анна Ильинична", "А. И. Иванова"),
        ("en", "Dukenbaev Nurlan Vasilievich", "N. V. Dukenbaev"),
        ("ru", "Дукенбаев Нурлан", "Н. Дукенбаев"),
        ("az", "Əliyeva Aysel", "A. Əliyeva"),
        ("ru", "Достоевский Фёдор", "Ф. Достоевский"),
        ("ru", "Шмидт Ирина", "И. Шмидт"),
        ("ru", "В. Алиев", "В. Алиев"),
        ("ru", "Алиев В.Р.", "В. Р. Алиев"),
    ],
)
def test_initials_stand_before_the_surname_in_any_order(tag: str, name: str, expected: str) -> None:
    assert person(tag, name, "initials") == Form(expected.replace(" ", NBSP), True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vüsal Rəşid oğlu Alıyev", "V. R. Alıyev"),
        ("Əliyev Vüsal Rəşid oğlu", "V. R. Əliyev"),
        ("Абдуллин Марат", "М. Абдуллин"),
        ("Иванова Петрова", "И. Петрова"),
    ],
)
def test_initials_of_a_doubtful_name_are_a_suggestion(name: str, expected: str) -> None:
    assert person("az", name, "initials") == Form(expected.replace(" ", NBSP), False)


@pytest.mark.parametrize(
    ("name", "sex", "expected"),
    [
        ("Vusal Alyev", Sex.MALE, Form(f"Mr.{NBSP}Vusal Alyev", True)),
        ("Aygun Alyeva", Sex.FEMALE, Form(f"Ms.{NBSP}Aygun Alyeva", True)),
        ("Vusal Alyev", None, Form("Vusal Alyev", False)),
        ("Mr. Vusal Alyev", Sex.MALE, Form("Mr. Vusal Alyev", True)),
        ("Drew Alyev", Sex.MALE, Form(f"Mr.{NBSP}Drew Alyev", True)),
        ("", Sex.MALE, Form("", False)),
    ],
)
def test_english_address(name: str, sex: Sex | None, expected: Form) -> None:
    assert person("en", name, "addressed", sex) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("қорығы", "мен"),
        ("Мәдениет министрлігінің кәсіпорны", "мен"),
        ("Ұлттық музей", "мен"),
        ("Ұлттық банкі", "мен"),
        ("жол", "мен"),
        ("қоғам", "мен"),
        ("«Қоғам»", "мен"),
        ("орман", "мен"),
        ("таң", "мен"),
        ("орындар", "мен"),
        ("бөлу", "мен"),
        ("Кремль", "мен"),
        ("кеңес (бюро).", "мен"),
        ("гараж", "бен"),
        ("ҚазМұнайГаз", "бен"),
        ("«ҚазМұнайГаз»", "бен"),
        ("мемлекеттік орталық", "пен"),
        ("қор", "мен"),
        ("комитет", "пен"),
        ("бірлестік", "пен"),
        ("кеңес", "пен"),
        ("«„Достық” қоғамдық клуб»", "пен"),
        ("архив", "пен"),
        ("педагог", "пен"),
        ("завод", "пен"),
    ],
)
def test_kazakh_conjunction_follows_the_last_letter(name: str, expected: str) -> None:
    form = language("kk").inflect(Kind.ORGANIZATION, name, "conjunction", None)
    assert form == Form(expected, True)


@pytest.mark.parametrize("name", ["", "«»", "№ 5", "SOCAR", "«Достық» ЖШС", "Музей 2026"])
def test_kazakh_conjunction_is_unsure_without_a_readable_last_letter(name: str) -> None:
    form = language("kk").inflect(Kind.ORGANIZATION, name, "conjunction", None)
    assert form.text in {"мен", "бен", "пен"}
    assert not form.sure


@settings(max_examples=30, deadline=None)
@given(lemma=st.text(max_size=30), sex=st.sampled_from([None, *Sex]))
def test_no_name_is_refused(lemma: str, sex: Sex | None) -> None:
    for tag in tags():
        for kind in NAMES:
            for form in language(tag).forms(kind):
                assert isinstance(language(tag).inflect(kind, lemma, form, sex), Form)
