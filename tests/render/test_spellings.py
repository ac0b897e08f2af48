"""From which language the spelling of a name is taken for the others."""

import pytest

from mou_desktop.model import fields
from mou_desktop.render.spellings import offers
from mou_desktop.store import examples

FIELD = "parties.0.signatory.name"
PATHS = [f"{FIELD}.{tag}" for tag in ("az", "kk", "ru", "en")]


def offered(**entered: str) -> dict[str, str]:
    draft = examples.load("memorandum")
    for path in PATHS:
        draft = fields.change(draft, path, entered.get(path[-2:], ""))
    return {path[-2:]: spelling for path, spelling in offers(draft, PATHS).items()}


@pytest.mark.parametrize(
    ("az", "kk", "ru", "en"),
    [
        ("Heydər Cəfərov", "Гейдар Джафаров", "Гейдар Джафаров", "Heydar Jafarov"),
        ("Əsəl Qabdullina", "Әсел Ғабдуллина", "Асель Габдуллина", "Asel Gabdullina"),
        ("Bauırjan Janısov", "Бауыржан Жанысов", "Бауыржан Жанысов", "Bauyrzhan Zhanysov"),
    ],
)
def test_a_name_is_spelled_from_the_language_where_it_is_at_home(
    az: str, kk: str, ru: str, en: str
) -> None:
    assert offered(az=az, kk=kk, ru=ru) == {"en": en}


def test_an_azerbaijani_name_keeps_its_russian_spelling() -> None:
    assert offered(az="Heydər Cəfərov", kk="Һейдәр Жәфәров")["ru"] == "Гейдар Джафаров"


def test_a_kazakh_name_is_not_taken_from_its_azerbaijani_spelling() -> None:
    assert offered(az="Qasım Dükənbayev", kk="Қасым Дүкенбаев")["en"] == "Qasym Dukenbayev"


def test_nothing_is_offered_for_nothing() -> None:
    assert offered() == {}
