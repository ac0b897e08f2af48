"""The basic form of a name that stands in another one."""

import pytest

from mou_desktop.intake.lemmas import lemmas
from mou_desktop.languages.base import Kind, Sex

BOTH = (Sex.MALE, Sex.FEMALE)


@pytest.mark.parametrize(
    ("tag", "kind", "text", "form", "lemma"),
    [
        ("ru", Kind.POSITION, "директора", "genitive", "директор"),
        (
            "ru",
            Kind.POSITION,
            "исполняющего обязанности директора",
            "genitive",
            "исполняющий обязанности директора",
        ),
        (
            "ru",
            Kind.POSITION,
            "первого заместителя председателя правления",
            "genitive",
            "первый заместитель председателя правления",
        ),
        ("ru", Kind.PLACE, "Гяндже", "prepositional", "Гянджа"),
        ("ru", Kind.PLACE, "Туркестане", "prepositional", "Туркестан"),
        ("ru", Kind.PLACE, "Баку", "prepositional", "Баку"),
        ("kk", Kind.POSITION, "директоры", "possessive", "директор"),
        ("kk", Kind.POSITION, "басшысы", "possessive", "басшы"),
        (
            "kk",
            Kind.POSITION,
            "директорының міндетін атқарушы",
            "possessive",
            "директордың міндетін атқарушы",
        ),
        (
            "kk",
            Kind.ORGANIZATION,
            "Гянджа мемлекеттік тарихи-мәдени қорығының",
            "genitive",
            "Гянджа мемлекеттік тарихи-мәдени қорығы",
        ),
        ("az", Kind.ORGANIZATION, "Gəncə Qoruğunun", "genitive", "Gəncə Qoruğu"),
        ("en", Kind.ORGANIZATION, "the Ministry of Culture", "definite", "Ministry of Culture"),
    ],
)
def test_the_likeliest_is_the_first(tag: str, kind: Kind, text: str, form: str, lemma: str) -> None:
    first = lemmas(tag, kind, text, (form,))[0]
    assert (first.text, first.sure) == (lemma, True)


@pytest.mark.parametrize(
    ("tag", "text", "form", "lemma", "sex"),
    [
        ("ru", "Вусала Алиева", "genitive", "Вусал Алиев", Sex.MALE),
        ("ru", "Гулнар Оспановой", "genitive", "Гулнар Оспанова", Sex.FEMALE),
        ("ru", "Мусина Руслана", "genitive", "Мусин Руслан", Sex.MALE),
        ("en", "Ms. Aygun Mammadova", "addressed", "Aygun Mammadova", Sex.FEMALE),
    ],
)
def test_a_person_shows_the_sex(tag: str, text: str, form: str, lemma: str, sex: Sex) -> None:
    first = lemmas(tag, Kind.PERSON, text, (form,), BOTH)[0]
    assert (first.text, first.sure, first.sex) == (lemma, True, sex)


@pytest.mark.parametrize("text", ["", "X", "х" * 5000, "« » „", "\u202e", "a " * 500, "Аб1 в2"])
def test_odd_texts_harm_nobody(text: str) -> None:
    for tag, form in (("ru", "genitive"), ("kk", "genitive"), ("az", "genitive")):
        for kind in (Kind.PERSON, Kind.ORGANIZATION):
            assert all(not each.sure or each.text for each in lemmas(tag, kind, text, (form,)))
