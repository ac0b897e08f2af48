"""A second signatory and the requisites of a party are no defects of a text."""

import pytest

from mou_desktop.check.index import Index, signature_lines
from mou_desktop.check.persons import introduced, organizations, signing
from mou_desktop.check.run import check
from mou_desktop.model.document import Document, SignerPart
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
MORE = {
    "second_signatory.sex": "f",
    "second_signatory.name.az": "Gülnar Ospanova",
    "second_signatory.name.kk": "Гүлнар Оспанова",
    "second_signatory.name.ru": "Гульнар Оспанова",
    "second_signatory.name.en": "Gulnar Ospanova",
    "second_signatory.position.az": "Baş mühasib",
    "second_signatory.position.kk": "Бас бухгалтер",
    "second_signatory.position.ru": "Главный бухгалтер",
    "second_signatory.position.en": "Chief Accountant",
    "address.az": "Gəncə, Nizami küçəsi, 5",
    "address.kk": "Гянджа, Низами көшесі, 5",
    "address.ru": "Гянджа, улица Низами, 5",
    "address.en": "5 Nizami Street, Ganja",
    "registration": "1700767721",
    "phone": "+994 22 256 11 11",
    "email": "info@example.az",
}


def filled(*parties: int) -> Draft:
    draft = EXAMPLE
    for party in parties:
        for path, text in MORE.items():
            draft = change(draft, f"parties.{party}.{path}", text)
    return draft


@pytest.mark.parametrize("parties", [(0,), (1,), (0, 1)])
@pytest.mark.parametrize("first", [0, 1])
def test_they_are_not_taken_for_something_else(parties: tuple[int, ...], first: int) -> None:
    draft = filled(*parties)
    documents = {tag: render(draft, tag, first) for tag in draft.values.languages}
    usual = [(each.code, each.place) for each in check(render_all(EXAMPLE))]
    assert [(each.code, each.place) for each in check(documents)] == usual


def test_each_line_of_the_signatures_is_told_by_what_it_holds() -> None:
    documents: dict[str, Document] = render_all(filled(1))
    index = Index(documents)
    first, second = signature_lines(index, "en")
    assert first[SignerPart.NAME].text == "____________ Vusal Alyev"
    assert second[SignerPart.NAME].text == "____________ Nurlan Dukenbayev"
    assert second[SignerPart.POSITION].text == "Acting Director"
    assert second[SignerPart.DETAIL].text == "Address: 5 Nizami Street, Ganja"
    assert SignerPart.DETAIL not in first
    assert [line.text[:9] for line in organizations(index, "en")] == ["The Ganja", "The Repub"]


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_the_first_signatories_are_compared(tag: str) -> None:
    index, usual = Index(render_all(filled(0, 1))), Index(render_all(EXAMPLE))
    for who in (introduced, signing):
        names = [person.name.text for person in who(index, tag)]
        assert names == [person.name.text for person in who(usual, tag)]
