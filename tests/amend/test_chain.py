"""Protocols and corrections in any order: how they build on one another, and how each stands."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from mou_desktop.amend import chain
from mou_desktop.amend.chain import Chain, Standing
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import protocol
from mou_desktop.amend.reading import readings
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import FORCE
from mou_desktop.model.draft import Draft
from tests.golden.consolidated import BASE, CORRECTION, NOW, signed_on
from tests.golden.real_case import amended, signed

WRITTEN = protocol(BASE, amended(signed()))
FIRST = signed_on(WRITTEN, "2027-02-03")
AS_AMENDED = consolidate(BASE, [FIRST])
LATER = protocol(AS_AMENDED, fields.change(AS_AMENDED, "duration_years", "4"))
SECOND = signed_on(LATER, "2028-02-03")
MEND = CORRECTION


def shown(found: Chain) -> list[tuple[str, Standing]]:
    return [(each.name, each.standing) for each in (*found.links, *found.misfits)]


@pytest.mark.parametrize("order", list(permutations([("1", FIRST), ("2", SECOND), ("c", MEND)])))
def test_the_order_in_which_they_are_named_does_not_matter(
    order: tuple[tuple[str, Draft], ...],
) -> None:
    found = chain.of(BASE, order)
    assert shown(found) == [(name, Standing.IN_FORCE) for name in ("1", "2", "c")]
    assert [each.day for each in found.links] == [
        date(2027, 2, 3),
        date(2028, 2, 3),
        date(2028, 6, 1),
    ]
    assert found.signed == (FIRST, SECOND, MEND)
    assert readings(consolidate(BASE, found.signed))["ru"]["validity"].text.count("4")


def test_what_is_not_signed_does_not_count() -> None:
    found = chain.of(BASE, [("2", final.mark(LATER, (), NOW)), ("1", FIRST), ("c", MEND)])
    assert shown(found) == [
        ("1", Standing.IN_FORCE),
        ("2", Standing.FINAL),
        ("c", Standing.IN_FORCE),
    ]
    assert found.signed == (FIRST, MEND)


def test_a_draft_fits_where_nothing_signed_takes_its_place() -> None:
    assert shown(chain.of(BASE, [("1", WRITTEN)])) == [("1", Standing.DRAFT)]
    assert chain.of(BASE, [("1", WRITTEN)]).signed == ()
    rival = protocol(BASE, texts.rewrite(BASE, "en", "projects", ("Other words.",)), 2)
    found = chain.of(BASE, [("rival", rival), ("1", FIRST)])
    assert shown(found) == [("1", Standing.IN_FORCE), ("rival", Standing.MISFIT)]
    assert "were made for the same text" in str(found.misfits[0].reason)


def test_one_that_builds_on_what_is_not_signed_is_not_in_force() -> None:
    found = chain.of(BASE, [("2", SECOND), ("1", WRITTEN)])
    assert shown(found) == [("1", Standing.DRAFT), ("2", Standing.SIGNED)]
    assert str(found.links[1].reason) == "protocol № 2 builds on protocol № 1, which is not signed"
    assert found.signed == ()


def test_a_day_that_cannot_be_told() -> None:
    worded = texts.rewrite(LATER, "ru", FORCE, ("Настоящий Протокол вступает в силу потом.",))
    own = chain.of(BASE, [("1", FIRST), ("2", signed_on(worded, "2028-02-03"))]).links[1]
    assert own.standing is Standing.SIGNED
    assert "says in its own words since when it is in force" in str(own.reason)
    early = chain.of(BASE, [("1", FIRST), ("2", signed_on(LATER, "2026-12-31"))]).links[1]
    assert early.standing is Standing.SIGNED
    assert "is older than protocol № 1" in str(early.reason)


def test_what_does_not_fit_is_told_with_the_reason_and_disturbs_nothing() -> None:
    changed = fields.change(SECOND, "number", "7")
    foreign = protocol(fields.change(BASE, "copies", "9"), fields.change(BASE, "copies", "10"), 5)
    named = [("changed", changed), ("none", BASE), ("foreign", foreign), ("1", FIRST)]
    found = chain.of(BASE, [*named, ("again", replace(FIRST, accepted={}))])
    assert found.signed == (FIRST,)
    reasons = {each.name: str(each.reason) for each in found.misfits}
    assert "was changed since it was marked as final" in reasons["changed"]
    assert "this is no protocol" in reasons["none"]
    assert "protocol № 5 does not fit" in reasons["foreign"]
    assert "named twice" in reasons["again"]


def test_without_the_one_before_it_a_protocol_does_not_fit() -> None:
    (link,) = chain.of(BASE, [("2", SECOND)]).misfits
    assert link.day == date(2028, 2, 3)
    assert str(link.reason).startswith("protocol № 2 does not fit: Maddə")


def test_which_are_of_this_agreement() -> None:
    other = fields.change(signed(), "parties.0.name.ru", "Другой музей")
    renamed = protocol(BASE, other, 3)
    retitled = texts.rewrite(signed(), "en", "title", ("MEMORANDUM", "on storage"))
    foreign = [("a", protocol(other, amended(other))), ("b", protocol(retitled, amended(retitled)))]
    own = [("1", FIRST), ("2", SECOND), ("c", MEND), ("renamed", renamed)]
    assert chain.related(BASE, [*foreign, *own, ("none", BASE)]) == own
    assert chain.related(fields.change(BASE, "copies", "9"), [("1", FIRST)]) == [("1", FIRST)]
    again = consolidate(BASE, [renamed])
    twice = protocol(again, fields.change(again, "parties.0.name.ru", "Третий музей"))
    assert chain.related(BASE, [("b", twice), ("a", renamed)]) == [("b", twice), ("a", renamed)]


def test_a_base_that_was_changed_after_the_signature() -> None:
    """Somebody reopened the file, changed a clause, and had it signed again."""
    reopened = final.reopen(final.withdraw(BASE, NOW), NOW, "a slip")
    changed = texts.rewrite(reopened, "ru", "projects", ("Другой текст.",))
    found = chain.of(signed_on(changed, "2026-05-06"), [("1", FIRST), ("2", SECOND)])
    assert found.links == ()
    assert "was made for another text: the agreement was changed" in str(found.misfits[0].reason)


def test_two_that_collide() -> None:
    rival = signed_on(protocol(BASE, fields.change(BASE, "duration_years", "7"), 2), "2027-03-01")
    found = chain.of(BASE, [("2", rival), ("1", FIRST)])
    assert found.signed == (FIRST,)
    assert "collides with protocol № 1, both were made for the same text" in str(
        found.misfits[0].reason
    )


def test_an_article_that_was_deleted_before() -> None:
    wording = texts.rewrite(BASE, "en", "termination", ("Other words.",))
    (link,) = chain.of(BASE, [("2", protocol(BASE, wording, 2)), ("1", FIRST)]).misfits
    assert "changes an article that protocol № 1 has deleted: Article" in str(link.reason)
