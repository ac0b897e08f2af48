"""Full names in any order are split into surname, given name and patronymic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.languages.personal_name import Order, Part, split

LETTERS = {
    Part.SURNAME: "S",
    Part.GIVEN: "G",
    Part.PATRONYMIC: "P",
    Part.INITIAL: "I",
}


def parts(name: str) -> str:
    found = split(name)
    return "".join(LETTERS[part] for part in found.parts) if found else ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Вусал Алиев", "GS"),
        ("Алиев Вусал", "SG"),
        ("Нурлан Мусагалиевич Дукенбаев", "GPS"),
        ("Дукенбаев Нурлан Мусагалиевич", "SGP"),
        ("Анна Иванова Петровна", "GSP"),
        ("Никита Лукич Толстой", "GPS"),
        ("Мария Кузьминична Толстая", "GPS"),
        ("Анна Петровна", "GP"),
        ("Алиев Вусал Рашид оглы", "SGP"),
        ("Вусал Рашид-оглы Алиев", "GPS"),
        ("Əliyev Vüsal Rəşid oğlu", "SGP"),
        ("Vüsal Rəşid oğlu Alıyev", "GPS"),
        ("Aygün Qurbanova Rəşid qızı", "GSP"),
        ("Әсел Мұсағалиқызы Дүкенбаева", "GPS"),
        ("Дүкенбаева Әсел Мұсағалиқызы", "SGP"),
        ("Nurlan Musagalievich Dukenbaev", "GPS"),
        ("Dukenbaev Nurlan Musagalievich", "SGP"),
        ("Əliyeva Aysel", "SG"),
        ("В. Алиев", "IS"),
        ("Алиев В.Р.", "SII"),
        ("В.Р.Алиев", "IIS"),
        ("А.-М. Петрова", "IS"),
        ("Вусал Р. Алиев", "GIS"),
        ("Лев Толстой", "GS"),
        ("Ева Браун", "GS"),
        ("Ирина Шмидт", "GS"),
        ("Шмидт Ирина", "SG"),
        ("Асанов Эмин", "SG"),
        ("Эмин Асанов", "GS"),
    ],
)
def test_endings_show_the_parts(name: str, expected: str) -> None:
    assert parts(name) == expected


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("Вусал Алиев", Order.CLEAR),
        ("В. Алиев", Order.CLEAR),
        ("Нурлан Серік", Order.USUAL),
        ("Роман Абрамович", Order.USUAL),
        ("Иванова Петрова", Order.DOUBTFUL),
        ("Абдуллин Марат", Order.DOUBTFUL),
        ("Алиев", Order.DOUBTFUL),
    ],
)
def test_the_order_is_as_well_known_as_the_endings_show(name: str, order: Order) -> None:
    found = split(name)
    assert found
    assert found.order is order


@pytest.mark.parametrize("name", ["", "  ", "В. Р.", "раз два три четыре пять", "А Б В Г"])
def test_what_is_no_name_is_not_split(name: str) -> None:
    assert split(name) is None


@given(st.text(alphabet="аА бвВoğluцьё.-' оглы", max_size=30))
def test_the_words_and_gaps_make_up_the_name_again(name: str) -> None:
    found = split(name)
    if found:
        assert found.spelled(list(found.words)) == name
        assert len(found.parts) == len(found.words)
