"""A change is taken back alone: the text becomes what it was there, and all else stays."""

from datetime import UTC, datetime

import pytest

from mou_desktop.amend.edited_copy import amendments, base_of, begin, choose
from mou_desktop.amend.taking_back import without
from mou_desktop.errors import AmendmentError, FieldError
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import Choices, Technique
from mou_desktop.render.assemble import render_all
from tests.amend.edits import edited, rich
from tests.golden.real_case import amended, signed

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
COPY = begin(final.mark(signed(), (), NOW))
EDITED = amended(COPY)
RICH = begin(final.mark(rich(), (), NOW))


def test_each_change_of_the_real_case_can_be_taken_back_alone() -> None:
    found = amendments(EDITED)
    for amendment in found:
        left = amendments(without(EDITED, amendment))
        path = amendment.path
        rest = {a.technique: a for a in found if a != amendment and not (path and a.path == path)}
        assert amendment not in left
        assert set(rest) <= {a.technique for a in left}


def test_all_of_them_give_the_signed_text() -> None:
    copy = EDITED
    while found := amendments(copy):
        copy = without(copy, found[-1])
    assert copy == COPY


def test_of_two_changes_of_words_in_one_paragraph_one_stays() -> None:
    wordings = {}
    for tag in COPY.values.languages:
        (text,) = texts.paragraphs(COPY, tag, "information")
        words = text.split(" ")
        wordings[tag] = (" ".join([words[0], "AAAAAAA", *words[1:-1], "BBBBBBB", words[-1]]),)
    copy = texts.rewrite_together(COPY, "information", wordings)
    first, second = amendments(copy)
    assert amendments(without(copy, first)) == (second,)
    assert amendments(without(copy, second)) == (first,)


def test_an_excluded_article_comes_back_to_its_place() -> None:
    copy = texts.delete_article(COPY, "termination")
    (excluded,) = amendments(copy)
    assert without(copy, excluded) == COPY


def test_an_article_that_another_one_refers_to_stays() -> None:
    copy = texts.insert_article(COPY, 9)
    tags = copy.values.languages
    copy = texts.rewrite_together(copy, "new-1", dict.fromkeys(tags, ("Something new.",)))
    for tag in tags:
        (text,) = texts.paragraphs(copy, tag, "projects")
        copy = texts.rewrite(copy, tag, "projects", (f"{text} {{article.new-1:heading}}",))
    (new,) = (a for a in amendments(copy) if a.technique is Technique.NEW_ARTICLE)
    with pytest.raises(FieldError, match="referred to elsewhere"):
        without(copy, new)


def test_renumbering_is_taken_back_as_a_choice() -> None:
    copy = choose(EDITED, Choices(renumber=True))
    shorter = texts.delete_article(choose(COPY, Choices(renumber=True)), "events")
    for each in (copy, shorter):
        for renumbered in (a for a in amendments(each) if a.technique is Technique.RENUMBER):
            left = amendments(without(each, renumbered))
            assert Technique.RENUMBER not in {a.technique for a in left}


def test_a_restated_signature_goes_back_with_its_fields() -> None:
    copy = fields.change(COPY, "parties.0.phone", "+994 22 256 00 00")
    (restated,) = amendments(copy)
    assert amendments(without(copy, restated)) == ()


@pytest.mark.parametrize("seed", range(25))
def test_of_any_edits_the_change_goes_or_the_officer_is_told(seed: int) -> None:
    copy = edited(RICH, seed)
    documents = render_all(base_of(copy))
    for amendment in amendments(copy, documents)[:2]:
        try:
            left = amendments(without(copy, amendment, documents), documents)
        except (AmendmentError, FieldError):
            continue
        assert amendment not in left
