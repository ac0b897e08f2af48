"""The printed numbers of articles: counted through, or kept with room between them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.model import texts, versions
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.numbering import numbers, sorting_key
from mou_desktop.render.assemble import render
from mou_desktop.store import templates

BLANK = blank_draft(templates.builtin("memorandum"))
KEPT = replace(BLANK, numbers=numbers(BLANK))


def listed(draft: Draft) -> str:
    return " ".join(numbers(draft).values())


def with_numbers(*kept: str | None) -> Draft:
    """An agreement of as many articles, of which some keep a number."""
    articles = BLANK.articles[: len(kept)]
    pairs = zip(articles, kept, strict=True)
    return replace(
        BLANK, articles=articles, numbers={name: number for name, number in pairs if number}
    )


def test_articles_are_counted_through() -> None:
    assert listed(BLANK) == "1 2 3 4 5 6 7 8 9 10 11"
    assert listed(texts.delete_article(BLANK, "events")) == "1 2 3 4 5 6 7 8 9 10"


def test_kept_numbers_leave_gaps() -> None:
    assert listed(texts.delete_article(KEPT, "events")) == "1 2 3 4 6 7 8 9 10 11"


def test_what_is_put_in_has_a_number_of_its_own() -> None:
    draft = texts.insert_article(texts.insert_article(KEPT, 9), 10)
    assert listed(draft) == "1 2 3 4 5 6 7 8 9 9-1 9-2 10 11"


def test_at_the_end_it_is_the_next_number() -> None:
    assert listed(texts.insert_article(KEPT, 11)).endswith(" 11 12")


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (("1", None, "2"), "1 1-1 2"),
        (("1", "1-1", None, "2"), "1 1-1 1-2 2"),
        (("1", "1-1", None, "1-2", "2"), "1 1-1 1-1-1 1-2 2"),
        (("1", None, "3"), "1 1-1 3"),
        (("1", None, "1-1", "2"), "1 2 3 4"),
        ((None, "1", "2"), "1 2 3"),
        (("2", "3"), "2 3"),
        (("1", "9", "10"), "1 9 10"),
        (("3", "1", "2"), "1 2 3"),
        (("1", "3", "2", "4"), "1 1-1 2 4"),
    ],
)
def test_numbers_between_those_that_are_kept(kept: tuple[str | None, ...], expected: str) -> None:
    assert listed(with_numbers(*kept)) == expected


def test_the_number_of_an_excluded_article_is_not_used_again() -> None:
    draft = texts.delete_article(KEPT, "testimonium")
    assert listed(texts.insert_article(draft, 10)).endswith(" 10 12")


def test_a_new_article_never_takes_over_a_kept_number() -> None:
    draft = texts.insert_article(BLANK, 3)
    kept = replace(draft, numbers=numbers(draft))
    again = texts.insert_article(texts.delete_article(kept, "new-1"), 3)
    assert listed(again) == "1 2 3 3-1 5 6 7 8 9 10 11 12"


def test_headings_and_references_have_the_kept_numbers() -> None:
    draft = texts.delete_article(KEPT, "events")
    draft = texts.rewrite(draft, "ru", "disputes", ("См. {article.validity:accusative}.",))
    shown = [block for block in render(draft, "ru").blocks if hasattr(block, "heading")]
    assert "Статья\N{NO-BREAK SPACE}11" in [getattr(block, "heading", "") for block in shown]
    text = next(block for block in shown if getattr(block, "id", "") == "disputes")
    assert text.paragraphs[0].text == "См. статью\N{NO-BREAK SPACE}9."  # type: ignore[union-attr]


def test_a_kept_version_has_its_numbers() -> None:
    from datetime import UTC, datetime

    kept = versions.keep(KEPT, "signed", datetime(2026, 5, 5, tzinfo=UTC))
    changed = replace(kept, numbers={})
    assert versions.state(changed, changed.versions[0]).numbers == KEPT.numbers


@given(st.lists(st.none() | st.from_regex(r"[1-9](-[1-3]){0,2}", fullmatch=True), max_size=11))
def test_numbers_always_rise(kept: list[str | None]) -> None:
    found = [sorting_key(number) for number in numbers(with_numbers(*kept)).values()]
    assert len(found) == len(kept)
    assert found == sorted(set(found))
