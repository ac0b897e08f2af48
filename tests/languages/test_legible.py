"""What no rule should speak about: the form is then the lemma, for the officer to decide."""

import pytest

from mou_desktop.languages.legible import LONGEST, is_legible


@pytest.mark.parametrize(
    "text",
    [
        "Ли",
        "Вусал Алиев",
        "İlham Əliyev",
        "Национальный музей «Хазрет „Султан“»",
        "“Həzrət Sultan” Muzeyi",
        "State Museum “Aziret ‘Sultan’”",
        "Фонд (г. Баку)",
        "Компания Samsung Казахстан",
        "Школа № 5",
        "а" * LONGEST,
    ],
)
def test_legible(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "А",
        "12345",
        "ВУСАЛ АЛИЕВ",
        "Нұрлан Дyкенбаев",
        "Дуkenbayev",
        "«Музей",
        "Музей»",
        "»Музей«",
        "Музей „Султан",
        'Музей "Султан',
        "Фонд (Баку",
        "а" * (LONGEST + 1),
    ],
)
def test_not_legible(text: str) -> None:
    assert not is_legible(text)
