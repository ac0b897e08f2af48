"""Putting something else in the place of a slip, in the wording or in a field."""

import pytest

from mou_desktop.check.run import check
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Finding, Spot
from mou_desktop.render.assemble import render_all
from mou_desktop.render.mending import mend
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")


def reworded(tag: str, place: str, old: str, new: str) -> Draft:
    (wording,) = texts.paragraphs(EXAMPLE, tag, place)
    assert old in wording
    changed = texts.rewrite(EXAMPLE, tag, place, (wording.replace(old, new, 1),))
    for other in changed.review.get(place, ()):
        changed = texts.confirm(changed, other, place)
    return changed


def finding(draft: Draft, code: str) -> Finding:
    return next(each for each in check(render_all(draft)) if each.code == code and each.fix)


def mended(draft: Draft, code: str) -> Draft | None:
    found = finding(draft, code)
    assert found.fix is not None
    return mend(draft, render_all(draft), found.spots[0], found.fix)


@pytest.mark.parametrize(
    ("tag", "place", "old", "new", "code"),
    [
        ("kk", "coordination", "алмасады", "алмасадy", "mixed-script"),
        ("ru", "disputes", "споры, воз", "споры , воз", "space-before-mark"),
        ("en", "preamble", "“Parties”", "«Parties”", "quotation-mark"),
        ("en", "validity", "the other Party", "the the other Party", "doubled-word"),
        ("ru", "testimonium", "Меморандум", "меморандум", "term-lowercase"),
        ("az", "validity", "qalır. Hər", "qalır.Hər", "space-missing"),
    ],
)
def test_words_are_mended_and_fields_beside_them_stay(
    tag: str, place: str, old: str, new: str, code: str
) -> None:
    assert mended(reworded(tag, place, old, new), code) == EXAMPLE


def test_the_other_versions_need_not_follow() -> None:
    draft = reworded("ru", "disputes", "споры, воз", "споры , воз")
    after = mended(draft, "space-before-mark")
    assert after is not None
    assert after.review == {}


@pytest.mark.parametrize("path", ["parties.1.name.ru", "parties.0.signatory.name.az"])
def test_a_field_is_mended_where_it_was_entered(path: str) -> None:
    name = fields.get(EXAMPLE, path)
    twin = {"ru": ("с", "c"), "az": ("e", "е")}[path[-2:]]
    draft = fields.change(EXAMPLE, path, name.replace(*twin, 1))
    after = mended(draft, "mixed-script")
    assert after is not None
    assert fields.get(after, path) == name


def test_the_whole_name_stays_where_a_part_of_it_is_bold() -> None:
    name = fields.get(EXAMPLE, "parties.0.name.en")
    draft = fields.change(EXAMPLE, "parties.0.name.en", name.replace("Heritage", "Неritage"))
    after = mended(draft, "mixed-script")
    assert after is not None
    assert fields.get(after, "parties.0.name.en") == name


def test_a_form_typed_by_hand_is_mended_itself() -> None:
    path = "parties.0.signatory.name.ru#genitive"
    draft = fields.change(EXAMPLE, path, "Вусала Алиевa")
    after = mended(draft, "mixed-script")
    assert after is not None
    assert fields.get(after, path) == "Вусала Алиева"


def test_the_number_of_an_article_is_not_mended() -> None:
    assert mend(EXAMPLE, render_all(EXAMPLE), Spot("ru", "events", -1, 0, 3), "x") is None
