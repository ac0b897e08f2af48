"""Changing the wording: one version leads, the others have to follow."""

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.model import texts
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts, examples

EXAMPLE = examples.load("memorandum")
OTHERS = ("az", "kk", "en")


def rewritten(draft: Draft = EXAMPLE, tag: str = "ru", *wording: str) -> Draft:
    return texts.rewrite(draft, tag, "events", wording or ("Стороны проводят выставки.",))


def test_the_wording_of_one_version_changes_and_no_other() -> None:
    draft = rewritten()
    assert texts.paragraphs(draft, "ru", "events") == ("Стороны проводят выставки.",)
    for tag in OTHERS:
        assert texts.paragraphs(draft, tag, "events") == texts.paragraphs(EXAMPLE, tag, "events")


def test_the_other_versions_of_the_place_are_to_be_reviewed() -> None:
    assert rewritten().review == {"events": OTHERS}


def test_a_version_that_follows_is_reviewed_and_asks_the_leading_one() -> None:
    """Whoever edits last leads: what the others say must be looked at again."""
    draft = rewritten(rewritten(), "en", "The Parties hold exhibitions.")
    assert draft.review == {"events": ("az", "kk", "ru")}


def test_the_officers_word_is_enough() -> None:
    draft = rewritten()
    for tag in OTHERS:
        draft = texts.confirm(draft, tag, "events")
    assert draft.review == {}
    assert draft.edits == rewritten().edits


def test_back_to_the_templates_wording_nothing_is_left_to_review() -> None:
    original = texts.paragraphs(EXAMPLE, "ru", "events")
    assert rewritten(rewritten(), "ru", *original) == EXAMPLE


def test_the_same_wording_again_changes_nothing() -> None:
    draft = rewritten()
    assert rewritten(draft) is draft


@pytest.mark.parametrize("place", ["title", "preamble"])
def test_title_and_preamble_are_places_too(place: str) -> None:
    draft = texts.rewrite(EXAMPLE, "en", place, ("MEMORANDUM", "We agree:"))
    assert texts.paragraphs(draft, "en", place) == ("MEMORANDUM", "We agree:")


def test_control_characters_do_not_get_in() -> None:
    draft = rewritten(EXAMPLE, "ru", "Вы\u202eставки\u200b.")
    assert texts.paragraphs(draft, "ru", "events") == ("Выставки.",)


@pytest.mark.parametrize("text", ["{", "[[ ]", "{parties}}", "x" * 20_001])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(FieldError):
        rewritten(EXAMPLE, "ru", text)


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(FieldError, match="no article annex"):
        texts.rewrite(EXAMPLE, "ru", "annex", ("x",))


def test_a_divided_paragraph_is_divided_in_every_version() -> None:
    draft = texts.split(EXAMPLE, "ru", "events", ("Первый.", "Второй."), 0)
    assert texts.paragraphs(draft, "ru", "events") == ("Первый.", "Второй.")
    for tag in OTHERS:
        original = texts.paragraphs(EXAMPLE, tag, "events")
        assert texts.paragraphs(draft, tag, "events") == (*original, "")
    assert draft.review == {"events": OTHERS}


class TestArticles:
    def test_a_new_one_is_empty_and_marked_in_every_version(self) -> None:
        draft = texts.insert_article(EXAMPLE, 2)
        new = draft.articles[2]
        assert (*draft.articles[:2], *draft.articles[3:]) == EXAMPLE.articles
        assert {texts.paragraphs(draft, tag, new) for tag in draft.template.languages} == {()}
        assert draft.review == {new: ("az", "kk", "ru", "en")}

    def test_names_of_new_ones_are_never_used_again(self) -> None:
        draft = texts.insert_article(texts.insert_article(EXAMPLE, 0), 0)
        assert len(set(draft.articles)) == len(EXAMPLE.articles) + 2

    def test_a_deleted_one_takes_its_edits_and_marks_along(self) -> None:
        draft = texts.delete_article(rewritten(), "events")
        assert "events" not in draft.articles
        assert (draft.edits, draft.review) == ({}, {})

    def test_one_that_is_referred_to_is_not_deleted(self) -> None:
        draft = rewritten(EXAMPLE, "ru", "Как в {article.validity:prepositional}.")
        with pytest.raises(FieldError, match="referred to elsewhere"):
            texts.delete_article(draft, "validity")

    def test_the_last_one_stays(self) -> None:
        draft = EXAMPLE
        for article in EXAMPLE.articles[1:]:
            draft = texts.delete_article(draft, article)
        with pytest.raises(FieldError, match="the last article"):
            texts.delete_article(draft, EXAMPLE.articles[0])

    @pytest.mark.parametrize(("step", "position"), [(1, 5), (-1, 3), (-9, 0), (99, 10)])
    def test_it_moves_up_and_down_and_stops_at_the_ends(self, step: int, position: int) -> None:
        draft = texts.move_article(EXAMPLE, "events", step)
        assert draft.articles.index("events") == position
        assert sorted(draft.articles) == sorted(EXAMPLE.articles)

    def test_there_is_a_limit(self) -> None:
        draft = EXAMPLE
        for _ in range(texts.ARTICLES_LIMIT - len(EXAMPLE.articles)):
            draft = texts.insert_article(draft, 0)
        with pytest.raises(FieldError, match="400 articles already"):
            texts.insert_article(draft, 0)


def test_everything_is_saved_with_the_draft() -> None:
    draft = texts.insert_article(texts.move_article(rewritten(), "disputes", -3), 4)
    draft = texts.rewrite(draft, "kk", draft.articles[4], ("Жаңа бап.",))
    assert drafts.loads(drafts.dumps(draft), "memo.mou") == draft


def test_versions_that_are_rewritten_together_need_not_follow_each_other() -> None:
    changed = texts.rewrite_together(EXAMPLE, "events", {"ru": ("Да.",), "en": ("Yes.",)})
    assert changed.review == {"events": ("az", "kk")}
    again = texts.rewrite_together(changed, "events", {"ru": ("Да.",), "az": ("Hə.",)})
    assert again.review == {"events": ("kk", "ru", "en")}
    back = {tag: texts.paragraphs(EXAMPLE, tag, "events") for tag in ("az", "ru", "en")}
    assert texts.rewrite_together(again, "events", back) == EXAMPLE
