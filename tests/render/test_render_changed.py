"""After a change, only the versions that show something of it are filled in anew."""

from dataclasses import replace

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.export.text import to_text
from mou_desktop.model import texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change, paths
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import render_all, render_changed
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
DOCUMENTS = render_all(EXAMPLE)


def test_typing_in_one_version_leaves_the_others_as_they_are() -> None:
    draft = texts.rewrite(EXAMPLE, "ru", "events", ("Иначе.",))
    documents = render_changed(draft, EXAMPLE, DOCUMENTS)
    assert documents == render_all(draft)
    assert [tag for tag in documents if documents[tag] is DOCUMENTS[tag]] == ["az", "kk", "en"]


@pytest.mark.parametrize(
    "draft",
    [
        change(EXAMPLE, "copies", "6"),
        change(EXAMPLE, "languages", "ru,en"),
        change(EXAMPLE, "parties.0.signatory.name.ru#genitive", "Вусала"),
        texts.move_article(EXAMPLE, "events", 1),
        texts.split(EXAMPLE, "ru", "events", ("a", "b"), 0),
        replace(EXAMPLE, layout=Layout(seals=False)),
        replace(EXAMPLE, layout=Layout(size=12)),
    ],
)
def test_the_result_is_always_that_of_filling_in_all(draft: Draft) -> None:
    assert render_changed(draft, EXAMPLE, DOCUMENTS) == render_all(draft)


def test_the_place_of_the_seals_can_be_left_out() -> None:
    draft = replace(EXAMPLE, layout=Layout(seals=False))
    for tag, mark in {"az": "M.Y.", "kk": "М.О.", "ru": "М.П.", "en": "L.S."}.items():
        assert f"\n{mark}\n" in to_text(DOCUMENTS[tag])
        assert mark not in to_text(render_all(draft)[tag])


def test_a_layout_that_no_text_shows_leaves_the_texts_as_they_are() -> None:
    documents = render_changed(replace(EXAMPLE, layout=Layout(size=12)), EXAMPLE, DOCUMENTS)
    assert all(documents[tag] is DOCUMENTS[tag] for tag in documents)


def test_a_name_in_one_language_leaves_the_other_versions_as_they_are() -> None:
    draft = change(EXAMPLE, "parties.0.name.kk", "Мұражай")
    documents = render_changed(draft, EXAMPLE, DOCUMENTS)
    assert [tag for tag in documents if documents[tag] is DOCUMENTS[tag]] == ["az", "ru", "en"]


@pytest.mark.parametrize("path", list(paths(EXAMPLE)))
def test_whatever_is_changed_and_back_the_result_is_that_of_filling_in_all(path: str) -> None:
    """Lines of the signatures stand in all versions or in none, so one can change another."""
    for text in ("2", "f", "no", "combined", "en", "2026", "kk,az", "Sample"):
        try:
            draft = change(EXAMPLE, path, text)
        except FieldError:
            continue
        documents = render_changed(draft, EXAMPLE, DOCUMENTS)
        assert documents == render_all(draft)
        assert render_changed(EXAMPLE, draft, documents) == DOCUMENTS
