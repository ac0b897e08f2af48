"""In the originals of a party, that party is named first, and the grammar follows."""

from dataclasses import replace

import pytest

from mou_desktop.export.text import to_text
from mou_desktop.model.document import Article, SignatureBlock, paragraphs, place
from mou_desktop.model.draft import Draft, Party
from mou_desktop.model.fields import change
from mou_desktop.model.texts import insert_article, rewrite
from mou_desktop.model.texts import paragraphs as wording
from mou_desktop.render import forms
from mou_desktop.render.alternat import is_interchangeable, order
from mou_desktop.render.assemble import alternats, render, render_all
from mou_desktop.render.changed import render_changed
from mou_desktop.render.splice import shown, splice
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
A, B = "{parties.0.name:nominative}", "{parties.1.name:nominative}"


def changed(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


SHORT = changed(
    *(
        (f"parties.0.{field}.{tag}", "")
        for tag in TAGS
        for field in ("introduced_as", "short_name")
    ),
    *((f"parties.1.short_name.{tag}", "") for tag in TAGS),
    ("parties.0.name.kk", "«Гобустан» қорығы"),
    ("parties.1.name.kk", "Ордабасы орталық"),
    ("parties.0.name.ru", "Музей Гобустана"),
    ("parties.1.name.ru", "Ордабасинский заповедник"),
    ("parties.0.name.en", "Gobustan Reserve"),
    ("parties.1.name.en", "Ordabasy Reserve"),
    ("parties.0.name.az", "Qobustan Qoruğu"),
    ("parties.1.name.az", "Ordabası Qoruğu"),
)


def text(draft: Draft, tag: str, first: int) -> str:
    return to_text(render(draft, tag, first)).replace("\n\n", "\n")


# The text


@pytest.mark.parametrize(
    ("tag", "title", "preamble"),
    [
        (
            "az",
            "Ordabası Qoruğu\nvə\nQobustan Qoruğu arasında\n",
            "Direktor vəzifəsini icra edən Nurlan Musagaliyev Dukenbayev tərəfindən təmsil olunan "
            "Ordabası Qoruğu və Direktor Vüsal Alıyev tərəfindən təmsil olunan Qobustan Qoruğu "
            "(bundan sonra – Tərəflər)",
        ),
        (
            "kk",
            "МЕМОРАНДУМ\nОрдабасы орталық\nпен\n«Гобустан» қорығы\nарасында\n",
            "Ордабасы орталықтың атынан директорының міндетін атқарушы Нурлан Мусағалиевич "
            "Дукенбаев, сондай-ақ «Гобустан» қорығының атынан директоры Вусал Алыев (бұдан әрі – "
            "Тараптар)",
        ),
        (
            "ru",
            "между\nОрдабасинским заповедником\nи\nМузеем Гобустана\n",
            "Ордабасинский заповедник, в лице исполняющего обязанности директора Нурлана "
            "Мусагалиевича Дукенбаева, и Музей Гобустана, в лице директора Вусала Алиева (далее",
        ),
        (
            "en",
            "between\nthe Ordabasy Reserve\nand\nthe Gobustan Reserve\n",
            "\nThe Ordabasy Reserve, represented by its Acting Director Mr. Nurlan Dukenbayev, and "
            "the Gobustan Reserve, represented by its Director Mr. Vusal Alyev (hereinafter",
        ),
    ],
)
def test_the_second_party_comes_first_in_its_originals(tag: str, title: str, preamble: str) -> None:
    assert title in text(SHORT, tag, 1)
    assert preamble in text(SHORT, tag, 1)


def test_the_kazakh_conjunction_follows_the_last_sound_of_the_party_before_it() -> None:
    assert "«Гобустан» қорығы\nмен\nОрдабасы орталық" in text(SHORT, "kk", 0)
    assert "Ордабасы орталық\nпен\n«Гобустан» қорығы" in text(SHORT, "kk", 1)


@pytest.mark.parametrize("tag", TAGS)
def test_the_second_party_signs_first_in_its_originals(tag: str) -> None:
    here, there = (render(EXAMPLE, tag, first).blocks[-1] for first in (0, 1))
    assert isinstance(here, SignatureBlock)
    assert isinstance(there, SignatureBlock)
    assert there.signers == here.signers[::-1]


@pytest.mark.parametrize("tag", TAGS)
def test_only_the_order_differs(tag: str) -> None:
    """The articles name the parties together, so they read alike in all originals; the last one
    names the languages.
    """
    here, there = render(EXAMPLE, tag, 0), render(EXAMPLE, tag, 1)
    assert (here.first, there.first) == (0, 1)
    assert sorted(to_text(here)) == sorted(to_text(there))
    differing = [place(a) for a, b in zip(here.blocks, there.blocks, strict=True) if a != b]
    assert differing == ["title", "preamble", "testimonium", "signature"]


def test_the_partys_own_language_is_named_first_in_its_originals() -> None:
    draft = changed(("parties.0.language", "az"), ("parties.1.language", "kk"))
    assert "на азербайджанском, казахском, русском" in text(draft, "ru", 0)
    assert "на казахском, азербайджанском, русском" in text(draft, "ru", 1)
    assert "in the Kazakh, Azerbaijani, Russian" in text(draft, "en", 1).replace("\u00a0", " ")


def test_the_bold_names_change_places_too() -> None:
    (line,) = [
        line
        for line in paragraphs(render(EXAMPLE, "ru", 1).blocks[0])
        if "заповедником" in line.text and "Гянджинским" in line.text
    ]
    bold = [run for run in line.runs if run.strong]
    assert [run.text for run in bold] == [
        "Гянджинским государственным историко-культурным заповедником"
    ]
    assert bold[0].path == "parties.0.name.ru"
    assert bold[0].source == "{parties.1.name:instrumental}"


def test_without_the_alternat_all_originals_read_alike() -> None:
    draft = changed(("alternat", "no"))
    assert render(draft, "ru", 1) == render(draft, "ru", 0)
    assert list(alternats(draft, render_all(draft).values())) == []


def test_a_confirmed_form_is_written_where_it_stands() -> None:
    """«The» with a capital is right at the start of the sentence alone."""
    path = "parties.0.introduced_as.en"
    name = "Gobustan Reserve"
    draft = change(change(SHORT, path, name), f"{path}#definite", f"The {name}")
    assert "\nThe Gobustan Reserve, represented" in text(draft, "en", 0)
    assert ", and the Gobustan Reserve, represented" in text(draft, "en", 1)
    own = change(
        change(SHORT, "parties.1.introduced_as.en", name),
        "parties.1.introduced_as.en#definite",
        f"the State {name}",
    )
    assert "\nThe State Gobustan Reserve, represented" in text(own, "en", 1)


# What may change places


def parties(*texts: str, tag: str = "ru", count: int = 2) -> bool:
    return is_interchangeable(texts, tag, count)


@pytest.mark.parametrize(
    ("tag", "joiner"),
    [
        ("ru", " и "),
        ("ru", ", "),
        ("ru", ", а также "),
        ("ru", "\nи\n"),
        ("az", " və "),
        ("kk", " және "),
        ("kk", ", сондай-ақ "),
        ("kk", " {parties.0.name:conjunction} "),
        ("en", " and "),
        ("en", ", as well as "),
    ],
)
def test_parties_that_are_merely_joined_may_change_places(tag: str, joiner: str) -> None:
    assert parties(*f"X {A}{joiner}{B} Y.".split("\n"), tag=tag)
    assert parties(f"{A}{joiner}{B}. {A}{joiner}{B}.", tag=tag)


@pytest.mark.parametrize(
    "wording",
    [
        f"{A} передаёт {B} предмет.",
        f"{A} вместе с {B}",
        f"{A} или {B}",
        f"{A} {B}",
        f"{B} и {A}",
        f"{A} и {A}",
        f"{A} помогает, и {B} помогает {A}",
        f"{A} и {B}, далее {A}",
        f"{A} и {{parties.1.name:dative}}",
        f"{A}, директор {{parties.0.signatory.name:genitive}}, и {B}",
        f"{A} {{date:long}} и {B}",
        f"{A} только.",
        f"[{A} и {B}]",
        f"{A} {{parties.0.name:conjunction}} және {B}",
        f"{A} {{parties.1.name:conjunction}} {B}",
        f"{A} және {B} {{parties.1.name:conjunction}} бірге",
        "Стороны сотрудничают.",
    ],
)
def test_where_the_order_may_mean_something_it_stays(wording: str) -> None:
    tag = "kk" if "conjunction" in wording or "және" in wording else "ru"
    assert not parties(wording, tag=tag)


def test_the_words_told_of_each_party_must_be_the_same() -> None:
    told = "{{parties.{0}.name:nominative}}, в лице {{parties.{0}.signatory.name:genitive}}{1}"
    first, second = told.format(0, ""), told.format(1, "")
    assert parties(f"{first}, и {second}, договорились")
    assert not parties(f"{first}, и {second.replace('в лице', 'от лица')}, договорились")
    optional = "[ и {{parties.{0}.signatory.position:genitive}}]"
    assert parties(f"{told.format(0, optional.format(0))}, и {told.format(1, optional.format(1))}")
    assert not parties(f"{first}{optional.format(0)}, и {second}")
    assert not parties(f"{first}, и {second}[ и {A} с {B}]")


def test_three_parties_may_change_places() -> None:
    third = "{parties.2.name:nominative}"
    assert parties(f"{A}, {B} и {third}", count=3)
    assert not parties(f"{A} и {B}", count=3)
    assert order(3, 0) == (0, 1, 2)
    assert order(3, 2) == (2, 0, 1)


def test_a_third_party_leads_the_others() -> None:
    names = ("Альфа", "Бета", "Гамма")
    template = EXAMPLE.template
    signers = template.texts["ru"].signature
    third = replace(signers[1], party="{parties.2.name:nominative}", position="x", name="y")
    text_ru = replace(template.texts["ru"], signature=(*signers, third))
    many = replace(template, parties=3, texts={**template.texts, "ru": text_ru})
    values = replace(EXAMPLE.values, parties=tuple(Party(name={"ru": name}) for name in names))
    draft = replace(EXAMPLE, template=many, values=values)
    listed = (
        "{parties.0.name:nominative}, {parties.1.name:nominative} и {parties.2.name:nominative}"
    )
    draft = rewrite(draft, "ru", "preamble", (f"{listed} договорились:",))
    for first, expected in enumerate(
        ("Альфа, Бета и Гамма", "Бета, Альфа и Гамма", "Гамма, Альфа и Бета")
    ):
        document = render(draft, "ru", first)
        assert next(paragraphs(document.blocks[1])).text == f"{expected} договорились:"
        block = document.blocks[-1]
        assert isinstance(block, SignatureBlock)
        assert block.signers[0].party.text == expected.split(",")[0]


def with_article(*texts: str) -> Draft:
    return rewrite(insert_article(SHORT, 0), "ru", "new-1", texts)


def test_in_an_article_the_parties_change_places_only_where_they_stand_side_by_side() -> None:
    draft = with_article(
        f"{A} и {B} проводят выставки.",
        "{parties.0.name:nominative} платит {parties.1.name:dative}.",
    )
    here, there = (
        [each.text for each in paragraphs(render(draft, "ru", first).blocks[2])] for first in (0, 1)
    )
    assert here[0] == "Музей Гобустана и Ордабасинский заповедник проводят выставки."
    assert there[0] == "Ордабасинский заповедник и Музей Гобустана проводят выставки."
    assert here[1] == there[1] == "Музей Гобустана платит Ордабасинскому заповеднику."


def test_a_title_in_other_words_keeps_its_order() -> None:
    draft = rewrite(EXAMPLE, "ru", "title", ("МЕМОРАНДУМ", f"{A} для", B))
    assert render(draft, "ru", 1).blocks[0] == render(draft, "ru", 0).blocks[0]
    assert render(draft, "ru", 1).blocks[1] != render(draft, "ru", 0).blocks[1]


# Editing and keeping


@pytest.mark.parametrize("tag", TAGS)
def test_the_wording_that_is_typed_into_is_the_drafts_own(tag: str) -> None:
    for block in render(EXAMPLE, tag, 1).blocks[:-1]:
        where = place(block)
        lines = list(paragraphs(block))
        assert splice(lines, 0, 0, "").paragraphs == wording(EXAMPLE, tag, where)


def test_typing_in_the_originals_of_the_second_party_changes_the_same_words() -> None:
    lines = list(paragraphs(render(EXAMPLE, "ru", 1).blocks[1]))
    at = shown(lines).index("договорились")
    typed = splice(lines, at, 0, "сегодня ").paragraphs
    assert typed == (
        wording(EXAMPLE, "ru", "preamble")[0].replace(" договорились", " сегодня договорились"),
    )


def test_forms_that_only_other_originals_need_are_kept_with_the_draft() -> None:
    documents = list(render_all(SHORT).values())
    kept = forms.keep(SHORT, [*documents, *alternats(SHORT, documents)])
    name = "Ордабасы орталық"
    assert kept.computed["parties.1.name.kk"][name]["conjunction"].text == "пен"
    assert "пен" in text(kept, "kk", 1)


def test_of_the_other_originals_only_what_differs_is_given() -> None:
    documents = render_all(EXAMPLE)
    found = list(alternats(EXAMPLE, documents.values()))
    assert [(each.language, each.first) for each in found] == [(tag, 1) for tag in TAGS]
    for each in found:
        assert [place(block) for block in each.blocks] == ["title", "preamble", "testimonium"]
    (back,) = alternats(EXAMPLE, [render(EXAMPLE, "kk", 1)])
    assert back.first == 0
    assert back.blocks[0] == documents["kk"].blocks[0]


def test_a_version_of_other_originals_is_not_taken_over() -> None:
    before = render_all(EXAMPLE)
    after = render_changed(EXAMPLE, EXAMPLE, before, 1)
    assert {tag: document.first for tag, document in after.items()} == dict.fromkeys(TAGS, 1)
    again = render_changed(EXAMPLE, EXAMPLE, after, 1)
    assert all(again[tag] is after[tag] for tag in TAGS)
    articles = [
        [block for block in documents["ru"].blocks if isinstance(block, Article)][:-1]
        for documents in (before, after)
    ]
    assert articles[0] == articles[1]
