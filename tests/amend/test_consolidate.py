"""An agreement as protocols have amended it, and protocols that do not fit."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mou_desktop.amend.amend import onto
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import protocol
from mou_desktop.amend.reading import readings
from mou_desktop.errors import AmendmentError
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import Wording
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.model.record import SignatureRecord
from mou_desktop.store import drafts
from tests.amend.edits import edited, rich
from tests.golden.real_case import PERSONAL_DATA, amended, signed

BASE = signed()
FIRST = protocol(BASE, amended(BASE))
AS_AMENDED = consolidate(BASE, [FIRST])
NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


def later(draft: Draft) -> Draft:
    """A second edit, of what the first protocol has brought among other things."""
    article = next(name for name in draft.articles if name.startswith("new-"))
    wordings = {
        tag: (text.replace(text.split()[0], f"{text.split()[0]} *", 1),)
        for tag, text in PERSONAL_DATA.items()
    }
    return fields.change(texts.rewrite_together(draft, article, wordings), "duration_years", "4")


SECOND = protocol(AS_AMENDED, later(AS_AMENDED))


class TestText:
    def test_it_is_the_edited_agreement_in_every_language(self) -> None:
        assert readings(AS_AMENDED) == readings(onto(BASE, amended(BASE)))

    def test_its_fields_are_fields_still(self) -> None:
        assert AS_AMENDED.values.duration_years == 3
        assert AS_AMENDED.values.date == BASE.values.date
        assert AS_AMENDED.final is None

    def test_it_remembers_what_amended_it(self) -> None:
        (source,) = AS_AMENDED.sources
        assert (source.number, source.date) == (1, "")
        assert source.places[:3] == ("preamble", "information", "validity")
        assert drafts.loads(drafts.dumps(AS_AMENDED), "c.mou") == AS_AMENDED

    def test_a_second_protocol_amends_the_text_as_amended(self) -> None:
        assert SECOND.values.number == 2
        both = consolidate(BASE, [FIRST, SECOND])
        assert readings(both) == readings(later(AS_AMENDED))
        assert [source.number for source in both.sources] == [1, 2]
        assert both == consolidate(AS_AMENDED, [SECOND])

    def test_an_article_that_a_protocol_brought_can_go_again(self) -> None:
        gone = texts.delete_article(AS_AMENDED, "new-1")
        third = protocol(AS_AMENDED, gone)
        text = consolidate(BASE, [FIRST, third])
        assert list(numbers(text).values()) == [*map(str, range(1, 10)), "11"]

    def test_no_protocols_leave_the_text_as_it_is(self) -> None:
        assert consolidate(BASE, []) == BASE

    @pytest.mark.parametrize("start", range(0, 200, 50))
    def test_any_edits_one_after_the_other(self, start: int) -> None:
        for seed in range(start, start + 50, 2):
            base = rich()
            first = written(base, edited(base, seed))
            between = consolidate(base, first)
            after = onto(between, edited(between, seed + 1))
            protocols = [*first, *written(between, after)]
            assert readings(consolidate(base, protocols)) == readings(after), seed


def written(base: Draft, new: Draft) -> list[Draft]:
    """The protocol as it comes back from its file; none when nothing was changed."""
    if readings(base) == readings(onto(base, new)):
        return []
    return [drafts.loads(drafts.dumps(protocol(base, new)), "p.mou")]


class TestRefusals:
    def test_the_wrong_order(self) -> None:
        with pytest.raises(
            AmendmentError, match=r"^protocol № 2 is out of order: protocol № 1 comes"
        ):
            consolidate(BASE, [SECOND, FIRST])

    def test_a_protocol_before_it_is_missing(self) -> None:
        with pytest.raises(AmendmentError, match=r"protocol № 2 does not fit: Maddə.9 "):
            consolidate(BASE, [SECOND])

    def test_the_same_protocol_twice(self) -> None:
        with pytest.raises(AmendmentError, match="protocol № 1 was named twice"):
            consolidate(BASE, [FIRST, FIRST])

    def test_words_that_are_not_there(self) -> None:
        other = texts.rewrite(BASE, "az", "information", ("Başqa mətn.",))
        with pytest.raises(AmendmentError, match=r"Maddə.3 .*: the words “Bu məlumatlar” are not"):
            consolidate(other, [FIRST])

    def test_a_base_that_was_changed_elsewhere(self) -> None:
        other = texts.rewrite(BASE, "ru", "projects", ("Другой текст.",))
        with pytest.raises(
            AmendmentError, match="was made for another text: the agreement was changed"
        ):
            consolidate(other, [FIRST])

    def test_two_protocols_that_collide(self) -> None:
        rival = protocol(BASE, fields.change(BASE, "duration_years", "7"), 2)
        with pytest.raises(
            AmendmentError, match=r"protocol № 2 collides with protocol № 1, .*9.*the words “5"
        ):
            consolidate(BASE, [FIRST, rival])

    def test_two_protocols_made_for_the_same_text(self) -> None:
        rival = protocol(BASE, texts.rewrite(BASE, "en", "projects", ("Other words.",)), 2)
        with pytest.raises(
            AmendmentError,
            match="protocol № 2 and protocol № 1 were made for the same text; make the former anew",
        ):
            consolidate(BASE, [FIRST, rival])

    def test_an_article_that_an_earlier_protocol_deleted(self) -> None:
        wording = texts.rewrite(BASE, "en", "termination", ("Other words.",))
        with pytest.raises(
            AmendmentError,
            match=r"protocol № 2 changes an article that protocol № 1 has deleted: Article.10",
        ):
            consolidate(BASE, [FIRST, protocol(BASE, wording, 2)])

    def test_what_is_no_protocol(self) -> None:
        with pytest.raises(AmendmentError, match="this is no protocol"):
            consolidate(BASE, [BASE])

    def test_one_that_is_not_signed(self) -> None:
        with pytest.raises(AmendmentError, match="protocol № 1 is not signed"):
            consolidate(BASE, [FIRST], signed=True)
        record = SignatureRecord("2027-02-03", "Ganja", ("A", "B"))
        done = final.record(final.mark(FIRST, (), NOW), record, NOW)
        assert consolidate(BASE, [done], signed=True).sources == (
            replace(AS_AMENDED.sources[0], date="2027-02-03"),
        )

    def test_one_that_was_changed_after_it_was_final(self) -> None:
        done = final.mark(FIRST, (), NOW)
        with pytest.raises(AmendmentError, match="was changed since it was marked as final"):
            consolidate(BASE, [fields.change(done, "number", "7")])

    def test_one_whose_amendments_do_not_give_its_text(self) -> None:
        record = FIRST.protocol
        assert record is not None
        first, *rest = record.amendments
        wordings = {**first.wordings, "en": Wording(first.wordings["en"].was, ("Deputy Director",))}
        forged = replace(record, amendments=(replace(first, wordings=wordings), *rest))
        with pytest.raises(
            AmendmentError, match=r"№ 1 is damaged: .* do not give its text \(English\)"
        ):
            consolidate(BASE, [replace(FIRST, protocol=forged)])
