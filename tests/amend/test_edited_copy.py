"""The edited copy of an agreement: begun, kept in a file, made a protocol, and taken up again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mou_desktop.amend import edited_copy
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.edited_copy import (
    amendments,
    as_instrument,
    base_of,
    begin,
    choose,
    choose_way,
    reopened,
    ways,
    worded_anew,
    written,
)
from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.amend.reading import readings, text_digest
from mou_desktop.check.completeness import to_complete
from mou_desktop.errors import AmendmentError, DraftError, FieldError
from mou_desktop.model import fields, final, texts, versions
from mou_desktop.model.amendment import CHANGES, Choices, Instrument, Technique
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Code
from mou_desktop.model.numbering import numbers
from mou_desktop.model.record import SignatureRecord
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples
from tests.golden.real_case import amended, mended, signed

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
FINAL = final.mark(signed(), (), NOW)
COPY = begin(FINAL)
EDITED = amended(COPY)
PROTOCOL = written(EDITED)


def sign(draft: Draft, day: str) -> Draft:
    done = final.mark(draft, (), NOW)
    return final.record(done, SignatureRecord(day, "Ganja", ("A", "B")), NOW)


def kept(draft: Draft) -> Draft:
    return drafts.loads(drafts.dumps(draft), "draft.mou")


class TestBeginning:
    def test_nothing_is_amended_at_first(self) -> None:
        assert amendments(COPY) == ()
        assert COPY.final is None
        assert text_digest(base_of(COPY)) == text_digest(FINAL)

    def test_findings_that_were_accepted_stay_so(self) -> None:
        accepted = replace(FINAL, final=None, accepted={"number-differs": "as agreed"})
        copy = begin(final.mark(accepted, (), NOW))
        assert copy.accepted == {"number-differs": "as agreed"}

    def test_its_articles_keep_their_numbers(self) -> None:
        copy = texts.insert_article(COPY, 9)
        assert numbers(copy)["new-1"] == "9-1"
        assert numbers(copy)["termination"] == "10"

    def test_a_memorandum_that_can_still_change_is_refused(self) -> None:
        with pytest.raises(AmendmentError, match="Mark as final"):
            begin(signed())

    def test_one_that_was_changed_since_is_refused(self) -> None:
        altered = replace(FINAL, values=replace(FINAL.values, copies=6))
        with pytest.raises(AmendmentError, match="was changed after it was marked"):
            begin(altered)

    def test_neither_a_protocol_nor_an_edited_copy_is_amended(self) -> None:
        for draft in (PROTOCOL, EDITED):
            with pytest.raises(AmendmentError, match="cannot be amended"):
                begin(draft)

    def test_a_second_protocol_amends_the_text_as_amended_by_the_first(self) -> None:
        first = sign(PROTOCOL, "2026-07-01")
        second = begin(FINAL, [first])
        assert second.amending is not None
        assert second.amending.number == 2
        assert readings(base_of(second)) == readings(consolidate(FINAL, [first]))
        made = sign(written(fields.change(second, "duration_years", "7")), "2026-09-01")
        assert consolidate(FINAL, [first, made], signed=True).values.duration_years == 7

    def test_the_day_of_the_signature_is_cited(self) -> None:
        copy = begin(sign(examples.load("memorandum"), "2026-06-09"))
        made = written(fields.change(copy, "copies", "8"))
        assert made.values.amended.date.day == 9

    def test_seals_are_no_part_of_the_text(self) -> None:
        plain = replace(signed(), layout=replace(signed().layout, seals=False))
        made = written(fields.change(begin(final.mark(plain, (), NOW)), "copies", "8"))
        assert consolidate(plain, [made]).values.copies == 8


class TestFile:
    @pytest.mark.parametrize("draft", [COPY, EDITED, PROTOCOL, reopened(PROTOCOL)])
    def test_it_is_read_as_it_was_written(self, draft: Draft) -> None:
        assert kept(draft) == draft
        assert drafts.kind(kept(draft)) == drafts.kind(draft)

    def test_a_damaged_one_is_refused(self) -> None:
        content = drafts.dumps(EDITED).replace(b'"signed": ""', b'"signed": "today"')
        with pytest.raises(DraftError, match="damaged"):
            drafts.loads(content, "copy.mou")

    def test_an_edited_copy_is_never_final(self) -> None:
        with pytest.raises(DraftError):
            kept(final.mark(EDITED, (), NOW))


class TestProtocol:
    def test_it_is_what_the_command_line_writes(self) -> None:
        assert protocol(FINAL, amended(signed())) == PROTOCOL

    def test_the_way_back_loses_nothing(self) -> None:
        again = reopened(PROTOCOL)
        assert amendments(again) == amendments(EDITED)
        assert written(again) == PROTOCOL

    def test_edits_that_cancel_out_are_told(self) -> None:
        back = fields.change(fields.change(COPY, "copies", "8"), "copies", "4")
        with pytest.raises(AmendmentError, match="nothing was changed"):
            written(back)

    def test_where_something_is_still_to_be_written_it_is_marked(self) -> None:
        (text,) = texts.paragraphs(COPY, "ru", "projects")
        one = texts.rewrite(COPY, "ru", "projects", (f"{text} Это так.",))
        made = written(one)
        assert made.review == {CHANGES: ("az", "kk", "en")}
        assert {each.code for each in to_complete(made, render_all(made))} >= {Code.WORDING_REVIEW}

    def test_what_the_officer_did_in_it_stays_when_its_amendments_change(self) -> None:
        own = fields.change(PROTOCOL, "date.day", "7")
        own = fields.change(own, "parties.0.signatory.name.en", "Somebody Else")
        own = texts.rewrite(own, "en", "force", ("It enters into force at once.",))
        own = versions.keep(own, "sent", NOW)
        again = kept(reopened(own))
        made = kept(written(fields.change(again, "duration_years", "4")))
        assert made.values.date == own.values.date
        assert made.values.parties == own.values.parties
        assert made.edits == own.edits
        assert made.versions == own.versions
        assert made.protocol is not None
        assert made.protocol.after.values.duration_years == 4

    def test_the_parties_of_the_copy_go_on_leading(self) -> None:
        again = fields.change(reopened(PROTOCOL), "parties.1.signatory.name.en", "Aliya Serikova")
        made = written(again)
        assert made.values.parties[1].signatory.name["en"] == "Aliya Serikova"

    def test_amendments_worded_by_hand_stay_as_long_as_they_are_the_same(self) -> None:
        wording = texts.paragraphs(PROTOCOL, "en", CHANGES)
        own = texts.rewrite(PROTOCOL, "en", CHANGES, (*wording[:-1], f"{wording[-1]} Truly."))
        again = reopened(own)
        assert written(again).edits == own.edits
        assert worded_anew(again, written(again)) == ()
        other = fields.change(again, "duration_years", "4")
        assert CHANGES not in written(other).edits.get("en", {})
        assert worded_anew(other, written(other)) == ("en",)

    def test_versions_and_marks_of_the_copy_are_kept_through_the_protocol(self) -> None:
        copy = versions.keep(EDITED, "first thoughts", NOW)
        copy = replace(copy, review={"information": ("kk",)})
        again = reopened(kept(written(copy)))
        assert again.versions == copy.versions
        assert again.review == copy.review

    def test_a_final_one_is_not_taken_up_again(self) -> None:
        with pytest.raises(FieldError, match="the draft is final"):
            reopened(final.mark(PROTOCOL, (), NOW))


class TestCorrection:
    def test_the_kind_of_the_instrument_is_chosen(self) -> None:
        copy = as_instrument(mended(COPY), Instrument.CORRECTION)
        made = written(copy)
        assert made.protocol is not None
        plain = replace(made, protocol=replace(made.protocol, review={}))
        assert plain == correction(FINAL, mended(signed()))
        assert as_instrument(copy, Instrument.PROTOCOL) == mended(COPY)

    def test_it_is_numbered_for_itself(self) -> None:
        second = begin(FINAL, [sign(PROTOCOL, "2026-07-01")])
        assert second.amending is not None
        assert second.amending.number == 2
        corrected = as_instrument(second, Instrument.CORRECTION)
        assert corrected.amending is not None
        assert corrected.amending.number == 1

    def test_the_way_back_loses_nothing(self) -> None:
        made = written(as_instrument(mended(COPY), Instrument.CORRECTION))
        again = reopened(kept(made))
        assert written(again) == made

    def test_what_was_written_as_a_protocol_rests_meanwhile(self) -> None:
        own = fields.change(written(mended(COPY)), "date.day", "7")
        again = reopened(own)
        corrected = as_instrument(again, Instrument.CORRECTION)
        assert written(corrected).values.date.day is None
        assert written(as_instrument(corrected, Instrument.PROTOCOL)) == own


class TestChoices:
    def test_articles_are_counted_through_when_the_officer_wants_it(self) -> None:
        copy = choose(EDITED, Choices(renumber=True))
        assert numbers(copy)["new-1"] == "10"
        assert choose(copy, Choices()) == EDITED

    def test_a_place_can_be_restated_instead(self) -> None:
        changed = fields.change(COPY, "duration_years", "3")
        first = amendments(changed)[0]
        assert ways(changed, first) == (None, Technique.RESTATE)
        other = choose_way(changed, first, Technique.RESTATE)
        (restated,) = amendments(other)
        assert restated.technique is Technique.RESTATE
        assert edited_copy.chosen(other, restated) is Technique.RESTATE
        assert choose_way(other, restated, None) == changed

    def test_a_name_can_be_said_in_each_place(self) -> None:
        base = begin(FINAL)
        changed = base
        names = {"az": "Xalça Muzeyi", "kk": "Кілем музейі", "ru": "Музей ковра", "en": "Museum"}
        for tag, name in names.items():
            changed = fields.change(changed, f"parties.0.name.{tag}", name)
        found = amendments(changed)
        throughout = [each for each in found if each.technique is Technique.THROUGHOUT]
        for each in throughout:
            assert ways(changed, each) == (None, Technique.REPLACE)
            other = choose_way(changed, each, Technique.REPLACE)
            techniques = {a.technique for a in amendments(other) if a.path == each.path}
            assert Technique.THROUGHOUT not in techniques

    def test_a_new_article_is_made_in_one_way_only(self) -> None:
        (new,) = (a for a in amendments(EDITED) if a.technique is Technique.NEW_ARTICLE)
        assert ways(EDITED, new) == ()

    def test_choices_are_kept_through_the_protocol(self) -> None:
        copy = choose(EDITED, Choices(renumber=True))
        again = reopened(kept(written(copy)))
        assert again.amending is not None
        assert again.amending.choices.renumber
        assert amendments(again) == amendments(copy)
