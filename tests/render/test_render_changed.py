"""After a change, only the versions that show something of it are filled in anew."""

from dataclasses import replace

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.export.text import to_text
from mou_desktop.model import texts
from mou_desktop.model.document import Document, place
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change, paths
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import alternats, render_all
from mou_desktop.render.changed import alternats_changed, render_changed, unshared
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


def test_only_the_blocks_that_show_what_was_changed_are_filled_in_anew() -> None:
    copies = render_changed(change(EXAMPLE, "copies", "6"), EXAMPLE, DOCUMENTS)
    name = render_changed(change(EXAMPLE, "parties.1.name.ru", "Музей"), EXAMPLE, DOCUMENTS)
    wording = texts.rewrite(EXAMPLE, "ru", "events", ("Иначе.",))
    assert {tag: _anew(copies, tag) for tag in copies} == {tag: ["testimonium"] for tag in copies}
    assert _anew(name, "ru") == ["title", "preamble", "signature"]
    assert _anew(render_changed(wording, EXAMPLE, DOCUMENTS), "ru") == ["events"]


def _anew(documents: dict[str, Document], tag: str) -> list[str]:
    blocks = zip(documents[tag].blocks, DOCUMENTS[tag].blocks, strict=True)
    return [place(block) for block, then in blocks if block is not then]


def test_what_is_not_shared_with_the_texts_before_is_told_apart() -> None:
    documents = render_changed(change(EXAMPLE, "copies", "6"), EXAMPLE, DOCUMENTS)
    found = unshared(documents.values(), DOCUMENTS.values())
    assert [[place(block) for block in each.blocks] for each in found] == [["testimonium"]] * 4
    assert unshared(DOCUMENTS.values(), []) == list(DOCUMENTS.values())


@pytest.mark.parametrize("path", list(paths(EXAMPLE)))
def test_whatever_is_changed_and_back_the_result_is_that_of_filling_in_all(path: str) -> None:
    """Lines of the signatures stand in all versions or in none, so one can change another."""
    others = _alternats(EXAMPLE, DOCUMENTS)
    for text in ("2", "f", "no", "combined", "en", "2026", "kk,az", "Sample"):
        try:
            draft = change(EXAMPLE, path, text)
        except FieldError:
            continue
        documents = render_changed(draft, EXAMPLE, DOCUMENTS)
        assert documents == render_all(draft)
        assert render_changed(EXAMPLE, draft, documents) == DOCUMENTS
        changed = alternats_changed(draft, documents, DOCUMENTS, others)
        assert changed == _alternats(draft, documents)
        assert alternats_changed(EXAMPLE, DOCUMENTS, documents, changed) == others


def test_a_clause_that_names_the_parties_is_named_anew_in_their_own_originals() -> None:
    clause = ("{parties.0.name:nominative} и {parties.1.name:nominative} содействуют.",)
    draft = texts.rewrite(EXAMPLE, "ru", "events", clause)
    documents = render_changed(draft, EXAMPLE, DOCUMENTS)
    others = alternats_changed(draft, documents, DOCUMENTS, _alternats(EXAMPLE, DOCUMENTS))
    assert others == _alternats(draft, documents)
    assert "events" in {place(block) for block in others["ru"][0].blocks}


def test_without_the_alternat_a_language_can_come_back() -> None:
    one = change(change(EXAMPLE, "alternat", "no"), "languages", "ru,en")
    both = change(one, "languages", "ru,en,kk")
    documents = render_all(one)
    changed = render_changed(both, one, documents)
    assert alternats_changed(both, changed, documents, _alternats(one, documents)) == {
        "ru": (),
        "en": (),
        "kk": (),
    }


def _alternats(draft: Draft, documents: dict[str, Document]) -> dict[str, tuple[Document, ...]]:
    return {tag: tuple(alternats(draft, [each])) for tag, each in documents.items()}
