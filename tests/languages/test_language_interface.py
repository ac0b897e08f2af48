"""What every language offers: tags, forms, refusals, and a quick start."""

import subprocess
import sys

import pytest

from mou_desktop.languages import registry
from mou_desktop.languages.base import COUNTED, NAMES, WORDS, Kind
from mou_desktop.languages.registry import language, tags

RU = "nominative genitive dative accusative instrumental prepositional"
KK = "nominative genitive dative accusative locative ablative instrumental"
AZ = "nominative genitive dative accusative locative ablative"
EN = "nominative possessive"


def possessed(forms: str) -> str:
    return " ".join(f"possessed-{form}" for form in forms.split())


def test_tags_stand_in_the_order_of_the_versions() -> None:
    assert tags() == ("az", "kk", "ru", "en")


@pytest.mark.parametrize(
    ("tag", "word_tag", "endonym"),
    [
        ("az", "az-Latn-AZ", "Azərbaycanca"),
        ("kk", "kk-KZ", "Қазақша"),
        ("ru", "ru-RU", "Русский"),
        ("en", "en-GB", "English"),
    ],
)
def test_names_of_a_language(tag: str, word_tag: str, endonym: str) -> None:
    known = language(tag)
    assert (known.tag, known.word_tag, known.endonym) == (tag, word_tag, endonym)


@pytest.mark.parametrize(
    ("kind", "az", "kk", "ru", "en"),
    [
        (Kind.ORGANIZATION, AZ, f"{KK} conjunction", RU, f"{EN} definite"),
        (Kind.POSITION, AZ, f"{KK} possessive", RU, EN),
        (Kind.PLACE, AZ, KK, RU, EN),
        (
            Kind.PERSON,
            f"{AZ} initials",
            f"{KK} initials",
            f"{RU} initials",
            f"{EN} initials addressed",
        ),
        (Kind.NOUN, AZ, KK, "", ""),
        (Kind.POSSESSIVE, AZ, KK, "", ""),
        (Kind.SURNAME, AZ, KK, RU, EN),
        (Kind.SEX, "", "", "", ""),
        (Kind.COPIES, AZ, KK, RU, "nominative"),
        (Kind.YEARS, AZ, KK, f"{RU} attributive", "nominative attributive"),
        (Kind.MONTHS, AZ, KK, RU, "nominative attributive"),
        (
            Kind.DATE,
            "long quoted",
            "long quoted quoted-locative relative",
            "long quoted",
            "long quoted",
        ),
        (Kind.LANGUAGES, AZ, KK, RU, "nominative"),
        (Kind.LANGUAGE, f"{AZ} relative", f"{KK} relative", RU, "nominative attributive"),
        (Kind.ORIGINALS, *["separate combined both each"] * 4),
        (Kind.YES_NO, "", "", "", ""),
        (Kind.NUMBER, *["digits"] * 4),
        (
            Kind.ARTICLE,
            f"heading {AZ} {possessed(AZ)}",
            f"heading {KK} relative {possessed(f'{KK} relative')}",
            f"heading {RU}",
            "heading nominative",
        ),
    ],
)
def test_forms_of_a_kind(kind: Kind, az: str, kk: str, ru: str, en: str) -> None:
    for tag, expected in (("az", az), ("kk", kk), ("ru", ru), ("en", en)):
        assert language(tag).forms(kind) == tuple(expected.split())


def test_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        language("tlh")


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("form", ["", "vocative", "Nominative"])
def test_unknown_form_is_refused(tag: str, form: str) -> None:
    known = language(tag)
    for kind in NAMES:
        with pytest.raises(KeyError):
            known.inflect(kind, "Директор", form, None)
    for kind in COUNTED:
        with pytest.raises(KeyError):
            known.counted(kind, 4, form)
    with pytest.raises(KeyError):
        known.date(form, 2026, 5, 5)
    with pytest.raises(KeyError):
        known.enumerate_languages(("ru",), form)
    with pytest.raises(KeyError):
        known.name_language("ru", form)
    with pytest.raises(KeyError):
        known.article(9, form)
    with pytest.raises(KeyError):
        known.paragraph(2, form)


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("kind", sorted(Kind))
def test_kind_of_another_method_is_refused(tag: str, kind: Kind) -> None:
    if kind not in NAMES | WORDS or not language(tag).forms(kind):
        with pytest.raises(KeyError):
            language(tag).inflect(kind, "Директор", "nominative", None)
    if kind not in COUNTED:
        with pytest.raises(KeyError):
            language(tag).counted(kind, 4, "nominative")


def test_grammar_libraries_are_loaded_when_first_needed() -> None:
    code = (
        "import sys\n"
        f"import {registry.__name__} as registry\n"
        "registry.language('ru').forms\n"
        "print(sorted({'num2words', 'babel', 'pymorphy3', 'pytrovich'} & sys.modules.keys()))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert result.stdout.strip() == "[]"
