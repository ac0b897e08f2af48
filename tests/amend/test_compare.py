"""What distinguishes two documents: exact to the letter, and such as one likes to read it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.amend.compare import compare, compare_texts, compare_versions, differing
from mou_desktop.model import fields
from mou_desktop.model.change import BlockChange, Fate
from mou_desktop.model.document import Article, Block, Document, Paragraph, Run, Title
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

MARKS = {Fate.KEPT: "", Fate.DELETED: "-", Fate.INSERTED: "+"}


def redline(before: str, after: str) -> str:
    """«in [-two][+three] copies»."""
    pieces = compare_texts(before, after)
    return "".join(
        f"[{MARKS[each.fate]}{each.text}]" if MARKS[each.fate] else each.text for each in pieces
    )


def article(name: str, *paragraphs: str, number: int = 1) -> Article:
    texts = tuple(Paragraph((Run(text),)) for text in paragraphs)
    return Article(name, number, f"Article {number}", texts)


def document(*blocks: Block) -> Document:
    return Document("en", blocks)


def numbered(**articles: str) -> Document:
    each = enumerate(articles.items(), start=1)
    return document(*(article(name, text, number=number) for number, (name, text) in each))


def fates(changes: tuple[BlockChange, ...]) -> dict[str, Fate]:
    return {change.place: change.fate for change in changes}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("", "new words", "[+new words]"),
        ("old words", "", "[-old words]"),
        ("for five years", "for ten years", "for [-five][+ten] years"),
        ("for years", "for many years", "for [+many ]years"),
        ("for five years.", "for five years and a day.", "for five years[+ and a day]."),
        ("в 4 (четырех) копиях", "в 6 (шести) копиях", "в [-4 (четырех)][+6 (шести)] копиях"),
        ("altı ay əvvəl", "üç ay əvvəl", "[-altı][+üç] ay əvvəl"),
        ("9-баптың негізінде", "10-баптың негізінде", "[-9-баптың][+10-баптың] негізінде"),
    ],
)  # fmt: skip
def test_words_are_kept_deleted_or_inserted(before: str, after: str, expected: str) -> None:
    assert redline(before, after) == expected


def test_a_small_word_between_two_changes_does_not_break_them_apart() -> None:
    assert (
        redline("the House of Lords agrees", "the Senate of Rome agrees")
        == "the [-House of Lords][+Senate of Rome] agrees"
    )


@given(st.text("ab ,.(1)й\u00a0", max_size=60), st.text("ab ,.(1)й\u00a0", max_size=60))
def test_a_redline_holds_both_texts_to_the_letter(before: str, after: str) -> None:
    pieces = compare_texts(before, after)
    kept_and_gone = "".join(piece.text for piece in pieces if piece.fate is not Fate.INSERTED)
    kept_and_new = "".join(piece.text for piece in pieces if piece.fate is not Fate.DELETED)
    assert (kept_and_gone, kept_and_new) == (before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.fate is not two.fate for one, two in pairwise(pieces))


def test_a_document_is_not_different_from_itself() -> None:
    for each in render_all(examples.load("memorandum")).values():
        changes = compare(each, each)
        assert differing(changes) == []
        assert [change.block for change in changes] == list(each.blocks)


def test_a_changed_field_is_found_where_it_stands_in_every_version() -> None:
    draft = examples.load("memorandum")
    changed = fields.change(draft, "notice_months", "9")
    found = compare_versions(render_all(draft), render_all(changed))
    assert list(found) == ["az", "kk", "ru", "en"]
    for changes in found.values():
        (change,) = differing(changes)
        assert change.fate is Fate.CHANGED
        assert change.place == "validity"


def test_only_the_changed_paragraph_of_an_article_is_changed() -> None:
    before = document(article("scope", "First of all.", "The parties work together."))
    after = document(article("scope", "First of all.", "The parties work closely together."))
    (change,) = compare(before, after)
    assert [each.fate for each in change.paragraphs] == [Fate.KEPT, Fate.CHANGED]
    assert change.paragraphs[1].before == "The parties work together."
    assert change.paragraphs[1].after == "The parties work closely together."


def test_a_paragraph_is_inserted_where_it_stands_and_the_next_one_is_still_recognised() -> None:
    before = document(article("scope", "The parties exchange books.", "They meet once yearly."))
    texts = ("The parties exchange books.", "We share costs.", "They meet twice yearly.")
    after = document(article("scope", *texts))
    (change,) = compare(before, after)
    assert [each.fate for each in change.paragraphs] == [Fate.KEPT, Fate.INSERTED, Fate.CHANGED]


def test_a_paragraph_that_shares_nothing_is_another_one() -> None:
    before = document(article("scope", "The parties exchange books."))
    after = document(article("scope", "Disputes go to arbitration in Geneva."))
    (change,) = compare(before, after)
    assert [each.fate for each in change.paragraphs] == [Fate.DELETED, Fate.INSERTED]


def test_an_inserted_article_renumbers_the_others_but_does_not_change_them() -> None:
    before = numbered(scope="One.", validity="Two.")
    changes = compare(before, numbered(scope="One.", costs="New.", validity="Two."))
    assert fates(changes) == {
        "scope": Fate.KEPT,
        "costs": Fate.INSERTED,
        "validity": Fate.KEPT,
    }
    assert [change.renumbered for change in changes] == [False, False, True]
    assert [change.place for change in differing(changes)] == ["costs"]


def test_a_deleted_article_stands_where_it_was() -> None:
    changes = compare(numbered(a="One.", b="Two.", c="Three."), numbered(a="One.", c="Three."))
    assert list(fates(changes).items()) == [
        ("a", Fate.KEPT),
        ("b", Fate.DELETED),
        ("c", Fate.KEPT),
    ]
    assert changes[1].before is not None
    assert changes[1].after is None


def test_a_moved_article_is_moved_and_not_inserted() -> None:
    before, after = (
        numbered(a="1.", b="2.", c="3.", d="4."),
        numbered(a="1.", c="3.", d="4.", b="2."),
    )
    changes = compare(before, after)
    assert {change.place for change in changes if change.moved} == {"b"}
    assert {change.fate for change in changes} == {Fate.KEPT}


def test_a_version_that_one_side_lacks_is_wholly_new_or_gone() -> None:
    documents = render_all(examples.load("memorandum"))
    fewer = {tag: each for tag, each in documents.items() if tag != "kk"}
    assert {each.fate for each in compare_versions(fewer, documents)["kk"]} == {Fate.INSERTED}
    assert {each.fate for each in compare_versions(documents, fewer)["kk"]} == {Fate.DELETED}


def test_signers_are_compared_place_by_place() -> None:
    draft = examples.load("memorandum")
    other = fields.change(draft, "parties.0.signatory.name.en", "Vusal Aliyev")
    found = differing(compare(render_all(draft)["en"], render_all(other)["en"]))
    signature = next(change for change in found if change.place == "signature")
    assert [each.fate for each in signature.paragraphs].count(Fate.CHANGED) == 1
    assert len(signature.paragraphs) == 8


def test_values_are_frozen_and_can_be_collected_in_a_set() -> None:
    title = Title((Paragraph((Run("MEMORANDUM"),)),), heading=0)
    changes = compare(document(title), document(title._replace(heading=0)))
    assert len({*changes, *changes}) == 1
