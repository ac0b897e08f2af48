"""The signature block with a second signatory and with the requisites of a party."""

import pytest

from mou_desktop.check.completeness import to_complete
from mou_desktop.export.text import to_text
from mou_desktop.model.document import Gap, SignatureBlock, SignerPart, paragraphs, signing_rows
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
BLANK = "_" * 20
SECOND = {
    "second_signatory.sex": "f",
    "second_signatory.name.az": "Aygün Məmmədova",
    "second_signatory.name.kk": "Гүлнар Оспанова",
    "second_signatory.name.ru": "Гульнар Оспанова",
    "second_signatory.name.en": "Gulnar Ospanova",
    "second_signatory.position.az": "Baş mühasib",
    "second_signatory.position.kk": "Бас бухгалтер",
    "second_signatory.position.ru": "Главный бухгалтер",
    "second_signatory.position.en": "Chief Accountant",
}
DETAILS = {
    "address.az": "Gəncə, Nizami küç. 5",
    "address.kk": "Гянджа қ., Низами к-сі, 5",
    "address.ru": "г. Гянджа, ул. Низами, 5",
    "address.en": "5 Nizami Street, Ganja",
    "registration": "1700767721",
    "bank.az": "Kapital Bank",
    "bank.kk": "Капитал Банк",
    "bank.ru": "Капитал Банк",
    "bank.en": "Kapital Bank",
    "phone": "+994 22 256 11 11",
    "email": "info@example.az",
}


def with_values(values: dict[str, str], party: int = 0) -> Draft:
    draft = EXAMPLE
    for path, text in values.items():
        draft = change(draft, f"parties.{party}.{path}", text)
    return draft


def block(draft: Draft, tag: str, first: int = 0) -> SignatureBlock:
    last = render(draft, tag, first).blocks[-1]
    assert isinstance(last, SignatureBlock)
    return last


def text(draft: Draft, tag: str, first: int = 0) -> str:
    return to_text(render(draft, tag, first))


@pytest.mark.parametrize(
    ("tag", "preamble", "signature"),
    [
        (
            "az",
            "Direktor Vüsal Alıyev və Baş mühasib Aygün Məmmədova tərəfindən təmsil olunan",
            "____________ Vüsal Alıyev\nBaş mühasib\n____________ Aygün Məmmədova\nM.Y.",
        ),
        (
            "kk",
            "атынан директоры Вусал Алыев және бас бухгалтері Гүлнар Оспанова, сондай-ақ",
            "____________ Вусал Алыев\nБас бухгалтер\n____________ Гүлнар Оспанова\nМ.О.",
        ),
        (
            "ru",
            "в лице директора Вусала Алиева и главного бухгалтера Гульнар Оспановой, и",
            "____________ В. Алиев\nГлавный бухгалтер\n____________ Г. Оспанова\nМ.П.",
        ),
        (
            "en",
            "its Director Mr. Vusal Alyev and its Chief Accountant Ms. Gulnar Ospanova, and",
            "____________ Vusal Alyev\nChief Accountant\n____________ Gulnar Ospanova\nL.S.",
        ),
    ],
)
def test_two_sign_for_a_party(tag: str, preamble: str, signature: str) -> None:
    draft = with_values(SECOND)
    assert preamble in text(draft, tag)
    assert signature in text(draft, tag)


@pytest.mark.parametrize("tag", TAGS)
def test_both_signatories_change_places_with_their_party(tag: str) -> None:
    draft = with_values(SECOND)
    here, there = block(draft, tag), block(draft, tag, 1)
    assert there.signers == here.signers[::-1]
    assert len(there.signers[1].second) == 2
    surname = SECOND[f"second_signatory.name.{tag}"].split()[1]
    assert text(draft, tag, 1).count(surname[:-1]) == 2  # (declined in the Russian preamble)


@pytest.mark.parametrize(
    ("tag", "lines"),
    [
        (
            "az",
            "Ünvan: Gəncə, Nizami küç. 5\nQeydiyyat nömrəsi: 1700767721\n"
            "Bank rekvizitləri: Kapital Bank\nTelefon: +994 22 256 11 11\nE-poçt: info@example.az",
        ),
        (
            "kk",
            "Мекенжайы: Гянджа қ., Низами к-сі, 5\nТіркеу нөмірі: 1700767721\n"
            "Банк деректемелері: Капитал Банк\nТелефон: +994 22 256 11 11\n"
            "Электрондық пошта: info@example.az",
        ),
        (
            "ru",
            "Адрес: г. Гянджа, ул. Низами, 5\nРегистрационный номер: 1700767721\n"
            "Банковские реквизиты: Капитал Банк\nТелефон: +994 22 256 11 11\n"
            "Эл. почта: info@example.az",
        ),
        (
            "en",
            "Address: 5 Nizami Street, Ganja\nRegistration number: 1700767721\n"
            "Bank details: Kapital Bank\nPhone: +994 22 256 11 11\nE-mail: info@example.az",
        ),
    ],
)
def test_the_requisites_stand_under_the_partys_name(tag: str, lines: str) -> None:
    draft = with_values(DETAILS)
    name = block(draft, tag).signers[0].party.text
    assert f"{name}\n{lines}\n" in text(draft, tag)
    assert to_complete(draft, render_all(draft)) == []


def test_nothing_of_them_is_printed_where_they_are_empty() -> None:
    for tag in TAGS:
        for signer in block(EXAMPLE, tag).signers:
            assert signer.details == signer.second == ()
            assert len(signer.lines) == 4


@pytest.mark.parametrize(
    ("path", "line"),
    [("address.ru", "Address"), ("bank.ru", "Bank details")],
)
def test_what_one_version_has_the_others_lack(path: str, line: str) -> None:
    """Else the versions would say different things."""
    draft = with_values({path: "x"})
    assert f"{line}: {BLANK}" in text(draft, "en")
    assert [each.path for each in to_complete(draft, render_all(draft))] == [
        f"parties.0.{path[:-3]}.{tag}" for tag in ("az", "kk", "en")
    ]


def test_a_second_signatory_who_is_half_entered_is_a_blank_to_fill() -> None:
    draft = with_values({"second_signatory.name.en": "Gulnar Ospanova"})
    assert "and its" not in text(draft, "en").split("have agreed")[0]
    position, name = block(draft, "en").signers[0].second
    assert (position.text, name.text) == (BLANK, "____________ Gulnar Ospanova")
    assert [run.gap for run in position.runs] == [Gap.MISSING]
    found = [each.path for each in to_complete(draft, render_all(draft))]
    assert "parties.0.second_signatory.position.en" in found
    assert "parties.0.second_signatory.name.ru" in found


def test_a_language_that_is_not_of_the_agreement_asks_for_nothing() -> None:
    draft = change(with_values({"address.ru": "x"}), "languages", "az,en")
    assert block(draft, "en").signers[0].details == ()


def test_the_form_of_address_follows_the_second_signatorys_sex() -> None:
    draft = change(with_values(SECOND), "parties.0.second_signatory.sex", "m")
    assert "Mr. Gulnar Ospanova" in text(draft, "en")
    assert "Mr. Vusal Alyev" in text(with_values(SECOND), "en")


def test_rows_of_signers_with_different_lines() -> None:
    draft = change(with_values(SECOND), "parties.1.phone", "+7")
    signers = block(draft, "en").signers
    rows = [(part, [line.text[:16] for line in lines]) for part, lines in signing_rows(signers)]
    assert [part for part, _lines in rows] == [
        SignerPart.PARTY,
        SignerPart.DETAIL,
        SignerPart.POSITION,
        SignerPart.NAME,
        SignerPart.POSITION,
        SignerPart.NAME,
        SignerPart.SEAL,
    ]
    assert rows[1][1] == ["", "Phone: +7"]
    assert rows[4][1] == ["Chief Accountant", ""]
    lines = [line.text for line in paragraphs(block(draft, "en"))]
    assert "" not in lines
    assert sorted(lines) == sorted(line.text for signer in signers for line in signer.lines)
