"""Which originals there are, in which languages, and who gets them."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.model.draft import Draft, Originals, Party, Values
from mou_desktop.model.finding import Code, Level
from mou_desktop.model.originals import MOST, Plan, marks, own_first, plan
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
SEPARATE, COMBINED = Originals


def agreement(
    copies: int | None,
    originals: Originals = SEPARATE,
    languages: tuple[str, ...] = TAGS,
    own: tuple[str | None, ...] = (None, None),
) -> Draft:
    parties = tuple(Party(language=tag) for tag in own)
    values = Values(parties, languages, copies=copies, originals=originals)
    return replace(EXAMPLE, values=values)


def shares(found: Plan, parties: int = 2) -> list[list[str]]:
    """What each party gets: «az,kk» is an original in two languages."""
    return [[",".join(each.languages) for each in found.of(party)] for party in range(parties)]


def codes(found: Plan) -> list[Code]:
    return [remark.code for remark in found.remarks]


def test_the_real_memorandum_has_one_original_in_each_language_and_two_for_each_party() -> None:
    found = plan(EXAMPLE)
    assert shares(found) == [["az", "ru"], ["kk", "en"]]
    assert [each.number for each in found.originals] == [1, 2, 3, 4]
    assert [(each.code, each.level, each.mends) for each in found.remarks] == [
        (Code.COPIES_APART, Level.NOTE, (8,))
    ]


def test_every_party_gets_its_own_language_first() -> None:
    found = plan(agreement(4, own=("ru", "az")))
    assert shares(found) == [["ru", "kk"], ["az", "en"]]
    found = plan(agreement(8, own=("kk", "az")))
    assert shares(found) == [["kk", "az", "ru", "en"], ["az", "kk", "ru", "en"]]
    assert found.remarks == ()


def test_a_combined_original_begins_with_the_language_of_its_party() -> None:
    found = plan(agreement(2, COMBINED, own=("az", "en")))
    assert shares(found) == [["az,kk,ru,en"], ["en,az,kk,ru"]]
    assert found.remarks == ()


def test_without_an_own_language_the_order_is_that_of_the_agreement() -> None:
    assert own_first(agreement(2).values, 1) == TAGS
    assert own_first(agreement(2, own=(None, "tr")).values, 1) == TAGS


def test_an_odd_number_is_explained_with_numbers_that_fit() -> None:
    (remark,) = plan(agreement(5)).remarks
    assert (remark.code, remark.level) == (Code.COPIES_UNEVEN, Level.WARNING)
    assert remark.mends == (4, 6, 8)
    (remark,) = plan(agreement(3, COMBINED)).remarks
    assert remark.mends == (2, 4)
    assert shares(plan(agreement(3, COMBINED, ("ru", "en")))) == [["ru,en", "ru,en"], ["ru,en"]]


def test_a_language_without_an_original_is_named() -> None:
    found = plan(agreement(2, own=("ru", "kk")))
    assert shares(found) == [["ru"], ["kk"]]
    (remark,) = found.remarks
    assert remark.code is Code.COPIES_TOO_FEW
    assert remark.languages == ("az", "en")
    assert remark.mends == (4, 8)


def test_the_odd_originals_are_in_the_parties_own_languages() -> None:
    found = plan(agreement(6, own=("en", "ru")))
    assert shares(found) == [["en", "az", "ru"], ["ru", "kk", "en"]]


def test_of_one_language_each_party_gets_its_share() -> None:
    assert shares(plan(agreement(4, languages=("ru",)))) == [["ru", "ru"], ["ru", "ru"]]
    assert codes(plan(agreement(4, languages=("ru",)))) == []
    assert codes(plan(agreement(3, COMBINED, languages=("ru",)))) == [Code.COPIES_UNEVEN]


def test_as_long_as_the_number_is_open_there_is_no_plan() -> None:
    assert plan(agreement(None)) == Plan((), ())


@pytest.mark.parametrize(
    ("copies", "originals", "languages", "expected"),
    [
        (4, SEPARATE, TAGS, {"separate"}),
        (None, SEPARATE, TAGS, {"separate"}),
        (1, SEPARATE, TAGS, {"separate"}),
        (2, SEPARATE, ("ru",), {"separate"}),
        (1, SEPARATE, ("ru",), set()),
        (2, COMBINED, TAGS, {"combined", "each"}),
        (None, COMBINED, TAGS, {"combined", "each"}),
        (1, COMBINED, TAGS, {"combined"}),
        (2, COMBINED, ("ru", "en"), {"both", "each"}),
        (1, COMBINED, ("ru", "en"), {"both"}),
        (2, COMBINED, ("ru",), {"separate"}),
        (1, COMBINED, ("ru",), set()),
    ],
)
def test_what_the_closing_clause_says_of_the_originals(
    copies: int | None, originals: Originals, languages: tuple[str, ...], expected: set[str]
) -> None:
    assert marks(agreement(copies, originals, languages).values) == expected


@st.composite
def agreements(draw: st.DrawFn) -> Draft:
    languages = tuple(draw(st.permutations(TAGS)))[: draw(st.integers(1, 4))]
    own = tuple(draw(st.lists(st.sampled_from((None, *TAGS)), min_size=1, max_size=3)))
    copies = draw(st.integers(1, MOST))
    return agreement(copies, draw(st.sampled_from(Originals)), languages, own)


@given(agreements())
def test_every_original_goes_to_a_party_and_no_party_gets_two_more_than_another(
    draft: Draft,
) -> None:
    found, values = plan(draft), draft.values
    parties = range(len(values.parties))
    assert [each.number for each in found.originals] == list(range(1, (values.copies or 0) + 1))
    sizes = [len(found.of(party)) for party in parties]
    assert max(sizes) - min(sizes) <= 1
    assert (max(sizes) > min(sizes)) == (Code.COPIES_UNEVEN in codes(found))
    assert sorted(found.originals, key=lambda each: each.party) == list(found.originals)


@given(agreements())
def test_the_originals_are_in_the_languages_of_the_agreement(draft: Draft) -> None:
    found, values = plan(draft), draft.values
    for each in found.originals:
        if values.originals is COMBINED:
            assert each.languages == own_first(values, each.party)
        else:
            assert len(each.languages) == 1
    counts = Counter(tag for each in found.originals for tag in each.languages)
    assert set(counts) <= set(values.languages)
    missing = set(values.languages) - set(counts)
    named = {tag for remark in found.remarks for tag in remark.languages}
    assert missing == named
    assert max(counts.values()) - min(counts[tag] for tag in values.languages) <= 1


@given(agreements())
def test_a_party_has_its_own_language_when_there_is_an_original_for_each_that_wants_it(
    draft: Draft,
) -> None:
    found, values = plan(draft), draft.values
    if (values.copies or 0) < max(len(values.parties), len(values.languages)):
        return
    counts = Counter(tag for each in found.originals for tag in each.languages)
    for party, each in enumerate(values.parties):
        rivals = sum(other.language == each.language for other in values.parties)
        if each.language in values.languages and counts[each.language] >= rivals:
            assert found.of(party)[0].languages[0] == each.language


@given(agreements())
def test_without_a_remark_every_party_has_every_language(draft: Draft) -> None:
    found, values = plan(draft), draft.values
    full = all(
        {tag for each in found.of(party) for tag in each.languages} == set(values.languages)
        for party in range(len(values.parties))
    )
    sizes = {len(found.of(party)) for party in range(len(values.parties))}
    assert (found.remarks == ()) == (full and len(sizes) == 1)


@given(agreements())
def test_a_mend_mends(draft: Draft) -> None:
    for remark in plan(draft).remarks:
        assert remark.mends
        assert draft.values.copies not in remark.mends
        for mend in remark.mends:
            assert 1 <= mend <= MOST
            better = plan(replace(draft, values=replace(draft.values, copies=mend)))
            levels = [each.level for each in better.remarks]
            assert Level.WARNING not in levels
            assert levels == [] or remark.level is Level.WARNING


def test_all_numbers_that_can_be_entered_give_a_plan() -> None:
    for copies, originals, count, parties in product(
        range(1, MOST + 1), Originals, range(1, 5), range(1, 4)
    ):
        draft = agreement(copies, originals, TAGS[:count], (None,) * parties)
        assert len(plan(draft).originals) == copies
