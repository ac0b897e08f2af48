"""On a correct text the rules are silent, whatever is filled in or still blank."""

from collections.abc import Iterator, Mapping
from itertools import permutations, product

import pytest

from mou_desktop.check.run import check
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import change, paths
from mou_desktop.model.finding import Code, Finding, Level
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import examples, templates
from tests.check import planting

EXAMPLE = examples.load("memorandum")
TOWNS = [
    {"az": "Bakı", "kk": "Баку", "ru": "Баку", "en": "Baku"},
    {"az": "Gəncə", "kk": "Гянджа", "ru": "Гянджа", "en": "Ganja"},
    {"az": "Türküstan", "kk": "Түркістан", "ru": "Туркестан", "en": "Turkistan"},
    {"az": "Almatı", "kk": "Алматы", "ru": "Алматы", "en": "Almaty"},
]


def serious(documents: Mapping[str, Document]) -> list[Finding]:
    return [finding for finding in check(documents) if finding.level is not Level.NOTE]


def filled(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


def cases() -> Iterator[tuple[str, Draft]]:
    yield "blank", blank_draft(templates.builtin("memorandum"))
    for path in paths(EXAMPLE):
        if path != "languages":
            yield f"without {path}", filled((path, ""))
    for year, month, day in product(("", "2026"), ("", "5", "8", "12"), ("", "1", "25")):
        date = (("date.year", year), ("date.month", month), ("date.day", day))
        yield f"date {year}-{month}-{day}", filled(*date)
    for town in TOWNS:
        yield town["en"], filled(*((f"place.{tag}", name) for tag, name in town.items()))
    for size in (1, 2, 3):
        for tags in permutations(("az", "kk", "ru", "en"), size):
            yield ",".join(tags), filled(("languages", ",".join(tags)), ("copies", str(2 * size)))
    for originals, prevailing in product(("separate", "combined"), ("", "az", "kk", "ru", "en")):
        clause = (("originals", originals), ("prevailing", prevailing))
        yield f"{originals}, {prevailing or 'none'} prevails", filled(*clause)
    for number in (*range(1, 24), 30, 41, 60):
        text = str(number)
        yield f"{number} years", filled(("duration_years", text), ("notice_months", text))


@pytest.mark.parametrize("draft", [pytest.param(draft, id=name) for name, draft in cases()])
def test_nothing_is_an_error_or_a_warning(draft: Draft) -> None:
    assert serious(render_all(draft)) == []


def test_nor_where_no_field_is_known() -> None:
    """As in a text that comes from elsewhere."""
    documents = render_all(EXAMPLE)
    for tag in documents:
        for spot in planting.spots(documents, tag):
            documents = planting.put(documents, tag, spot, spot.text)
    assert serious(documents) == []


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_nor_in_a_single_version(tag: str) -> None:
    assert serious({tag: render_all(EXAMPLE)[tag]}) == []


@pytest.mark.parametrize("alternat", ["yes", "no"])
def test_nor_in_the_originals_of_the_other_party(alternat: str) -> None:
    draft = filled(("alternat", alternat), ("originals", "combined"))
    assert serious({tag: render(draft, tag, 1) for tag in draft.values.languages}) == []


def test_what_the_versions_say_differently_is_noted() -> None:
    """These are the parties' to decide; `CORRECTIONS.md` lists them."""
    found = [
        (finding.place, dict(finding.params)["meaning"], finding.languages)
        for finding in check(render_all(EXAMPLE))
    ]
    assert ("validity", "automatic", ("az",)) in found
    assert ("validity", "written-notice", ("az", "kk")) in found


def test_the_versions_must_name_the_same_prevailing_text() -> None:
    documents = render_all(filled(("prevailing", "en")))
    spot = next(each for each in planting.bodies(documents, "ru") if each.where == "testimonium")
    changed = spot.text.replace("текст на английском", "текст на русском")
    found = serious(planting.put(documents, "ru", spot, changed))
    assert [(each.code, each.languages) for each in found] == [(Code.LANGUAGES_LISTED, ("ru",))]


def test_some_of_the_versions_alone_are_not_all_that_the_closing_clause_names() -> None:
    documents = render_all(EXAMPLE)
    found = serious({tag: documents[tag] for tag in ("ru", "en")})
    assert {(finding.code, finding.level) for finding in found} == {
        (Code.LANGUAGES_LISTED, Level.WARNING)
    }
