"""The closing clause says how many originals there are, and what each of them holds."""

from dataclasses import replace

import pytest

from mou_desktop.languages.base import NBSP
from mou_desktop.model.document import Article
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change, paths
from mou_desktop.render.assemble import render
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
BEGINNING = {
    "az": "Bu Memorandum 2026-cı il “___” ____________ tarixində ",
    "kk": "Осы Меморандумға 2026 жылғы «___» ____________ ",
    "ru": "Настоящий Меморандум подписан «___» ____________ 2026 года в ",
    "en": "This Memorandum has been signed on “___” ____________ 2026 in ",
}


def changed(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


def clause(draft: Draft, tag: str) -> str:
    """The closing clause behind its date."""
    last = [block for block in render(draft, tag).blocks if isinstance(block, Article)][-1]
    text = " ".join(paragraph.text for paragraph in last.paragraphs).replace(NBSP, " ")
    assert text.startswith(BEGINNING[tag])
    return text.removeprefix(BEGINNING[tag])


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        (
            "4",
            {
                "az": "4 (dörd) nüsxədə, hər biri Azərbaycan, qazax, rus və ingilis dillərində "
                "olmaqla, imzalanmışdır, bütün mətnlər bərabər autentikdir.",
                "kk": "төрт (4) данада, әрқайсысы әзербайжан, қазақ, орыс және ағылшын тілдерінде "
                "қол қойылды, барлық мәтіндердің күші бірдей.",
                "ru": "4 (четырёх) экземплярах, каждый на азербайджанском, казахском, русском и "
                "английском языках, причём все тексты имеют одинаковую силу.",
                "en": "4 (four) copies, each in the Azerbaijani, Kazakh, Russian and English "
                "languages, all texts being equally authentic.",
            },
        ),
        (
            "1",
            {
                "az": "1 (bir) nüsxədə, Azərbaycan, qazax, rus və ingilis dillərində "
                "imzalanmışdır, bütün mətnlər bərabər autentikdir.",
                "kk": "бір (1) данада әзербайжан, қазақ, орыс және ағылшын тілдерінде қол "
                "қойылды, барлық мәтіндердің күші бірдей.",
                "ru": "1 (одном) экземпляре на азербайджанском, казахском, русском и английском "
                "языках, причём все тексты имеют одинаковую силу.",
                "en": "1 (one) copy in the Azerbaijani, Kazakh, Russian and English languages, all "
                "texts being equally authentic.",
            },
        ),
        (
            "21",
            {
                "ru": "21 (двадцати одном) экземпляре, каждый на азербайджанском, казахском, "
                "русском и английском языках, причём все тексты имеют одинаковую силу.",
                "en": "21 (twenty-one) copies, each in the Azerbaijani, Kazakh, Russian and "
                "English languages, all texts being equally authentic.",
            },
        ),
    ],
)
def test_each_original_in_all_languages(copies: str, expected: dict[str, str]) -> None:
    draft = changed(("originals", "combined"), ("copies", copies))
    for tag, text in expected.items():
        assert clause(draft, tag) == text


@pytest.mark.parametrize(
    ("tag", "languages", "text"),
    [
        (
            "az",
            "az,en",
            "2 (iki) nüsxədə, hər biri Azərbaycan və ingilis dillərində olmaqla, imzalanmışdır, "
            "hər iki mətn bərabər autentikdir.",
        ),
        (
            "kk",
            "kk,en",
            "екі (2) данада, әрқайсысы қазақ және ағылшын тілдерінде қол қойылды, екі мәтіннің де "
            "күші бірдей.",
        ),
        (
            "ru",
            "ru,en",
            "2 (двух) экземплярах, каждый на русском и английском языках, причём оба текста имеют "
            "одинаковую силу.",
        ),
        (
            "en",
            "ru,en",
            "2 (two) copies, each in the Russian and English languages, both texts being equally "
            "authentic.",
        ),
    ],
)
def test_of_two_languages_both_texts_are_equal(tag: str, languages: str, text: str) -> None:
    draft = changed(("originals", "combined"), ("copies", "2"), ("languages", languages))
    assert clause(draft, tag) == text


@pytest.mark.parametrize("originals", ["separate", "combined"])
@pytest.mark.parametrize(
    ("tag", "several", "single"),
    [
        (
            "az",
            "2 (iki) nüsxədə, Azərbaycan dilində imzalanmışdır, onların hər biri eyni hüquqi "
            "qüvvəyə malikdir.",
            "1 (bir) nüsxədə, Azərbaycan dilində imzalanmışdır.",
        ),
        (
            "kk",
            "екі (2) данада қазақ тілінде қол қойылды, олардың әрбірі бірдей заңды күшке ие.",
            "бір (1) данада қазақ тілінде қол қойылды.",
        ),
        (
            "ru",
            "2 (двух) экземплярах на русском языке, каждый из которых имеет одинаковую "
            "юридическую силу.",
            "1 (одном) экземпляре на русском языке.",
        ),
        (
            "en",
            "2 (two) copies in the English language, each of which has the same legal force.",
            "1 (one) copy in the English language.",
        ),
    ],
)
def test_of_one_language_only_the_copies_are_equal(
    originals: str, tag: str, several: str, single: str
) -> None:
    draft = changed(("originals", originals), ("languages", tag), ("copies", "2"))
    assert clause(draft, tag) == several
    assert clause(change(draft, "copies", "1"), tag) == single


@pytest.mark.parametrize("originals", ["separate", "combined"])
@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        (
            "az",
            " Təfsirdə fikir ayrılıqları yarandığı təqdirdə, ingilis dilindəki mətnə üstünlük "
            "veriləcəkdir.",
        ),
        ("kk", " Алшақтық туындаған жағдайда ағылшын тіліндегі мәтін басым болады."),
        (
            "ru",
            " При возникновении разногласий в толковании преимущество имеет текст на английском "
            "языке.",
        ),
        ("en", " In case of divergence the English text shall prevail."),
    ],
)
def test_a_sentence_says_which_text_prevails(originals: str, tag: str, sentence: str) -> None:
    draft = changed(("originals", originals))
    prevailing = change(draft, "prevailing", "en")
    assert clause(prevailing, tag) == clause(draft, tag) + sentence


def test_an_agreement_of_an_older_template_keeps_its_clause() -> None:
    """What the parties negotiated does not change with the program."""
    clause_then = "Подписан в {copies:prepositional} на {languages:prepositional}."
    new = EXAMPLE.template
    text = replace(
        new.texts["ru"], articles={**new.texts["ru"].articles, "testimonium": (clause_then,)}
    )
    fields = tuple(spec for spec in new.fields if spec.path not in ("originals", "prevailing"))
    old = replace(new, version=1, fields=fields, texts={**new.texts, "ru": text})
    draft = replace(EXAMPLE, template=old)
    assert "originals" not in list(paths(draft))
    last = [block for block in render(draft, "ru").blocks if isinstance(block, Article)][-1]
    assert last.paragraphs[0].text.replace(NBSP, " ") == (
        "Подписан в 4 (четырёх) экземплярах на азербайджанском, казахском, русском и английском "
        "языках."
    )


def test_a_choice_is_no_open_passage() -> None:
    """Nothing is drawn where another alternative could stand; a place of signing is missed."""
    last = [block for block in render(EXAMPLE, "en").blocks if isinstance(block, Article)][-1]
    hidden = [run for run in last.paragraphs[0].runs if run.source and not run.text]
    assert [run.path for run in hidden if run.source.startswith("[")] == [
        "",
        "originals",
        "originals",
        "originals",
        "originals",
        "prevailing",
    ]
