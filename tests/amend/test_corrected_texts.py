"""Corrections count from the beginning: whichever text they were made for, and on any day."""

from datetime import UTC, date, datetime

import pytest

from mou_desktop.amend.amend import amend, onto
from mou_desktop.amend.apply import applied
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.amend.reading import readings
from mou_desktop.errors import AmendmentError
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import SignatureRecord
from mou_desktop.store import drafts
from tests.amend.edits import edited, rich
from tests.golden.real_case import amended, mended, signed

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


def signed_on(draft: Draft, day: str) -> Draft:
    record = SignatureRecord(day, "Ganja", ("A", "B"))
    return final.record(final.mark(draft, (), NOW), record, NOW)


def rewritten(draft: Draft, tag: str, place: str, old: str, new: str) -> Draft:
    wording = tuple(each.replace(old, new) for each in texts.paragraphs(draft, tag, place))
    assert wording != texts.paragraphs(draft, tag, place)
    return texts.rewrite(draft, tag, place, wording)


BASE = signed_on(signed(), "2026-05-05")
PROTOCOL = signed_on(protocol(BASE, amended(signed())), "2027-02-03")
AS_AMENDED = consolidate(BASE, [PROTOCOL])
CORRECTION = signed_on(correction(BASE, mended(signed())), "2028-01-01")
RU = "Указанная информация будет ежегодно обновляться и распространяться"


def article(draft: Draft, tag: str, place: str) -> str:
    return readings(draft)[tag][place].text


class TestText:
    def test_it_is_the_mended_agreement(self) -> None:
        text = consolidate(BASE, [CORRECTION])
        assert readings(text) == readings(mended(signed()))
        (source,) = text.sources
        assert (source.number, source.date) == (1, "2028-01-01")
        assert source.instrument is Instrument.CORRECTION
        assert source.places == ("information", "events", "termination")
        assert drafts.loads(drafts.dumps(text), "t.mou") == text
        assert text.final is None

    def test_a_correction_of_the_signed_text_corrects_the_amended_one_too(self) -> None:
        both = consolidate(BASE, [PROTOCOL, CORRECTION])
        assert RU in article(both, "ru", "information")
        assert "кез келген нысанда" in article(both, "kk", "events")
        assert both.values.duration_years == 3
        assert both.final is None

    def test_what_a_protocol_has_deleted_needs_no_correction(self) -> None:
        both = consolidate(BASE, [PROTOCOL, CORRECTION])
        assert "termination" not in readings(both)["az"]
        assert both.sources[1].places == ("information", "events")

    def test_the_order_in_which_they_are_named_does_not_matter(self) -> None:
        one, other = (
            consolidate(BASE, named) for named in ([PROTOCOL, CORRECTION], [CORRECTION, PROTOCOL])
        )
        assert readings(one) == readings(other)
        assert [each.number for each in other.sources] == [1, 1]

    def test_a_protocol_may_be_made_of_the_corrected_text(self) -> None:
        corrected = consolidate(BASE, [CORRECTION])
        later = protocol(corrected, fields.change(corrected, "duration_years", "7"))
        text = consolidate(BASE, [CORRECTION, later])
        assert text.values.duration_years == 7
        assert "Указанная" in article(text, "ru", "information")
        with pytest.raises(AmendmentError, match="out of order: correction № 1 comes before it"):
            consolidate(BASE, [later, CORRECTION])

    def test_two_corrections_of_the_same_text(self) -> None:
        en = correction(BASE, rewritten(signed(), "en", "projects", "Memorandum", "memorandum"), 2)
        text = consolidate(BASE, [CORRECTION, en])
        assert "memorandum" in article(text, "en", "projects")
        assert "Указанная" in article(text, "ru", "information")

    def test_a_wrong_name_is_corrected_where_it_stands(self) -> None:
        wrong = fields.change(signed(), "parties.0.signatory.name.ru", "Вусал Аблиев")
        mend = correction(wrong, signed())
        text = consolidate(wrong, [protocol(wrong, amended(wrong)), mend])
        assert text.values.parties[0].signatory.name["ru"] == "Вусал Алиев"
        assert "Вусала Алиева" in article(text, "ru", "preamble")

    @pytest.mark.parametrize("start", range(0, 120, 30))
    def test_any_corrections_before_or_behind_any_protocol(self, start: int) -> None:
        """Where both are worded so that they do not touch the same places."""
        apart = 0
        for seed in range(start, start + 30):
            base = rich()
            one, two = (onto(base, edited(base, each)) for each in (seed, seed + 500))
            changes, errors = amend(base, one), amend(base, two)
            places = ({each.place for each in found} for found in (changes, errors))
            if not changes or not errors or "" in set.union(*(both := [*places])):
                continue
            if both[0] & both[1] or one.articles != base.articles or two.articles != base.articles:
                continue
            apart += 1
            first, mend = protocol(base, one), correction(base, two)
            text = consolidate(base, [first, mend])
            for tag, reading in readings(text).items():
                done = applied(readings(base)[tag], [*changes, *errors], tag)
                assert reading == done, seed
            assert readings(consolidate(base, [mend, first])) == readings(text)
        assert apart


class TestDays:
    @pytest.mark.parametrize(
        ("day", "years"), [("2026-05-05", 5), ("2027-02-02", 5), ("2027-02-03", 3)]
    )
    def test_only_what_is_in_force_counts(self, day: str, years: int) -> None:
        text = consolidate(BASE, [PROTOCOL], on=date.fromisoformat(day))
        assert text.values.duration_years == years

    def test_the_text_of_an_earlier_day_is_corrected_too(self) -> None:
        before = consolidate(BASE, [PROTOCOL, CORRECTION], on=date(2026, 6, 1))
        assert readings(before) == readings(mended(signed()))
        assert [each.instrument for each in before.sources] == [Instrument.CORRECTION]

    def test_a_correction_made_of_the_amended_text_goes_back_to_the_signed_one(self) -> None:
        mend = correction(
            AS_AMENDED, rewritten(AS_AMENDED, "ru", "information", "Данная", "Указанная")
        )
        text = consolidate(BASE, [PROTOCOL, mend], on=date(2026, 6, 1))
        assert "Указанная информация будет распространяться" in article(text, "ru", "information")
        assert RU in article(consolidate(BASE, [PROTOCOL, mend]), "ru", "information")

    def test_what_a_protocol_brought_is_corrected_from_its_day_on(self) -> None:
        mend = correction(AS_AMENDED, rewritten(AS_AMENDED, "ru", "new-1", "лицам", "сторонам"))
        after = consolidate(BASE, [PROTOCOL, mend], on=date(2027, 3, 1))
        assert "третьим сторонам" in article(after, "ru", "new-1")
        before = consolidate(BASE, [PROTOCOL, mend], on=date(2026, 6, 1))
        assert before == BASE
        assert before.sources == ()

    def test_the_date_in_its_text_will_do(self) -> None:
        draft = protocol(BASE, amended(signed()))
        for part, value in (("year", "2027"), ("month", "2"), ("day", "3")):
            draft = fields.change(draft, f"date.{part}", value)
        text = consolidate(BASE, [draft], on=date(2027, 2, 3))
        assert text.values.duration_years == 3
        assert text.sources[0].date == "2027-02-03"


class TestRefusals:
    def test_a_day_before_the_agreement(self) -> None:
        with pytest.raises(
            AmendmentError, match="signed on 2026-05-05; nothing of it was in force"
        ):
            consolidate(BASE, [PROTOCOL], on=date(2026, 5, 4))

    def test_a_protocol_without_a_date(self) -> None:
        open_one = protocol(BASE, amended(signed()))
        with pytest.raises(AmendmentError, match="protocol № 1 is not signed, so nobody knows"):
            consolidate(BASE, [open_one], on=date(2027, 2, 3))

    def test_a_protocol_that_comes_into_force_in_its_own_way(self) -> None:
        draft = protocol(BASE, amended(signed()))
        draft = texts.rewrite(draft, "ru", "force", ("Вступает в силу через год.",))
        with pytest.raises(AmendmentError, match="says in its own words since when"):
            consolidate(BASE, [signed_on(draft, "2027-02-03")], on=date(2027, 2, 3))

    def test_dates_that_cannot_be(self) -> None:
        second = protocol(AS_AMENDED, fields.change(AS_AMENDED, "notice_months", "6"))
        early = signed_on(second, "2026-07-01")
        with pytest.raises(AmendmentError, match="protocol № 2 is older than protocol № 1"):
            consolidate(BASE, [PROTOCOL, early], on=date(2028, 1, 1))

    def test_a_correction_of_what_is_corrected_already(self) -> None:
        again = correction(BASE, rewritten(signed(), "ru", "information", "Данная", "Эта"), 2)
        with pytest.raises(
            AmendmentError, match=r"correction № 2 does not fit: .*the words “Данная” are not there"
        ):
            consolidate(BASE, [CORRECTION, again])

    def test_the_same_correction_twice(self) -> None:
        with pytest.raises(AmendmentError, match="correction № 1 was named twice"):
            consolidate(BASE, [CORRECTION, CORRECTION])

    def test_one_made_for_another_agreement(self) -> None:
        other = texts.rewrite(signed(), "en", "projects", ("Other words.",))
        mend = correction(other, rewritten(other, "ru", "information", "Данная", "Эта"))
        with pytest.raises(AmendmentError, match="correction № 1 was made for another text"):
            consolidate(BASE, [mend])

    def test_one_that_was_changed_after_it_was_final(self) -> None:
        with pytest.raises(AmendmentError, match="correction № 7 was changed since"):
            consolidate(BASE, [fields.change(CORRECTION, "number", "7")])
