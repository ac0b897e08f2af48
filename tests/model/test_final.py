"""From a draft to a final text, to its signature, and back by an explicit word."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mou_desktop.check.completeness import to_complete
from mou_desktop.errors import FieldError
from mou_desktop.model import fields, final, scans, texts, versions
from mou_desktop.model.digest import content_digest
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Code, Finding, Level
from mou_desktop.model.record import Event, Happening, SignatureRecord
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples

EXAMPLE = examples.load("memorandum")
NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)
LATER = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
PDF = scans.scan("signed.pdf", b"%PDF-1.7 signed")
SIGNED = SignatureRecord("2026-05-05", "Ganja", ("V. Əliyev", "G. Ospanova"), (PDF,))


@pytest.fixture
def done() -> Draft:
    """The example as a final draft."""
    return final.mark(EXAMPLE, (), NOW)


def finding(level: Level) -> Finding:
    return Finding(Code.VALUE_MISSING, level, ("ru",), "events", "place.ru", "")


class TestMarking:
    def test_it_is_final_from_then_on_and_its_history_says_so(self, done: Draft) -> None:
        assert done.final is not None
        assert done.final.time == "2026-05-03T12:30:00+00:00"
        assert done.final.digest == content_digest(EXAMPLE)
        assert done.history == (Event(Happening.FINAL, done.final.time, "", done.final.digest),)
        assert final.is_intact(done)

    def test_the_content_stays_as_it_was(self, done: Draft) -> None:
        assert replace(done, final=None, history=()) == EXAMPLE

    def test_what_keeps_a_version_from_being_signed_keeps_it_from_being_final(self) -> None:
        with pytest.raises(FieldError, match="still to be completed"):
            final.mark(EXAMPLE, [finding(Level.WARNING), finding(Level.ERROR)], NOW)

    def test_what_is_only_to_be_looked_at_does_not(self) -> None:
        assert final.mark(EXAMPLE, [finding(Level.WARNING)], NOW).final is not None

    def test_the_example_can_be_final(self) -> None:
        assert final.mark(EXAMPLE, to_complete(EXAMPLE, render_all(EXAMPLE)), NOW).final

    def test_it_is_done_once(self, done: Draft) -> None:
        with pytest.raises(FieldError, match="the draft is final; to change it, reopen it"):
            final.mark(done, (), LATER)


class TestReopening:
    def test_it_is_a_draft_again_and_its_history_says_when_and_why(self, done: Draft) -> None:
        again = final.reopen(done, LATER, "  the name of\nthe museum ")
        assert again.final is None
        assert [event.what for event in again.history] == [Happening.FINAL, Happening.REOPENED]
        assert again.history[1].note == "the name of the museum"
        assert again.history[0] == done.history[0]

    def test_a_draft_that_is_not_final_cannot_be_reopened(self) -> None:
        with pytest.raises(FieldError, match="not final"):
            final.reopen(EXAMPLE, LATER)

    def test_a_signed_one_is_not_reopened_before_its_record_is_withdrawn(self, done: Draft) -> None:
        signed = final.record(done, SIGNED, LATER)
        with pytest.raises(FieldError, match="withdraw that record first"):
            final.reopen(signed, LATER)
        again = final.reopen(final.withdraw(signed, LATER, "never signed"), LATER)
        assert [event.what for event in again.history] == [
            Happening.FINAL,
            Happening.SIGNED,
            Happening.WITHDRAWN,
            Happening.REOPENED,
        ]

    def test_the_history_does_not_grow_without_end(self, done: Draft) -> None:
        full = replace(done, history=done.history * final.EVENTS_LIMIT)
        with pytest.raises(FieldError, match="1000 events"):
            final.reopen(full, LATER)


class TestDigest:
    def test_whatever_the_versions_show_counts(self, done: Draft) -> None:
        place = done.articles[0]
        for other in (
            fields.change(done, "copies", "6"),
            fields.change(done, "parties.0.name.ru", "Музей"),
            fields.change(done, "parties.0.name.ru#genitive", "Музея"),
            fields.change(done, "languages", "ru,en"),
            texts.rewrite(done, "ru", place, ("Иначе.",)),
            texts.move_article(done, place, 1),
            replace(done, computed={}),
        ):
            assert not final.is_intact(other)

    def test_what_lies_beside_the_content_does_not(self, done: Draft) -> None:
        kept = versions.keep(done, "sent", LATER)
        assert final.is_intact(final.record(kept, SIGNED, LATER))

    def test_the_order_of_filling_in_does_not(self) -> None:
        place = EXAMPLE.values.place
        turned = replace(EXAMPLE.values, place=dict(reversed(place.items())))
        assert content_digest(replace(EXAMPLE, values=turned)) == content_digest(EXAMPLE)

    def test_it_is_the_same_after_saving_and_opening(self, done: Draft) -> None:
        assert final.is_intact(drafts.loads(drafts.dumps(done), "memo.mou"))

    def test_a_field_that_later_programs_have_does_not_count_by_its_default(self) -> None:
        without = {"duration_years": None, "notice_months": None}
        assert content_digest(replace(EXAMPLE, review={})) == content_digest(EXAMPLE)
        bare = replace(EXAMPLE, values=replace(EXAMPLE.values, **without))
        assert content_digest(bare) != content_digest(EXAMPLE)


class TestRecord:
    def test_it_says_when_where_and_by_whom_it_was_signed(self, done: Draft) -> None:
        signed = final.record(done, SIGNED, LATER)
        assert signed.signature == SIGNED
        assert signed.history[-1].what is Happening.SIGNED
        assert signed.final == done.final

    def test_it_can_be_corrected(self, done: Draft) -> None:
        signed = final.record(final.record(done, SIGNED, LATER), replace(SIGNED, scans=()), LATER)
        assert signed.signature is not None
        assert signed.signature.scans == ()
        assert len(signed.history) == 3

    def test_only_a_final_draft_is_signed(self) -> None:
        with pytest.raises(FieldError, match="mark it as final first"):
            final.record(EXAMPLE, SIGNED, LATER)

    def test_one_that_was_changed_since_is_not(self, done: Draft) -> None:
        with pytest.raises(FieldError, match="was changed since it was marked as final"):
            final.record(fields.change(done, "copies", "6"), SIGNED, LATER)

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"date": "2026-02-30"}, "no date"),
            ({"date": "tomorrow"}, "no date"),
            ({"date": "20260505"}, "no date"),
            ({"date": "1926-05-05"}, "no date"),
            ({"place": " "}, "say where it was signed"),
            ({"place": "x" * 500}, "too long"),
            ({"place": "Ganja\n"}, "too long"),
            ({"signatories": ("V. Əliyev",)}, "for each party"),
            ({"signatories": ("V. Əliyev", "")}, "for each party who signed"),
            ({"scans": (PDF,) * 13}, "12 scans at most"),
            ({"scans": (replace(PDF, content="AAAA"),)}, "no PDF, JPEG or PNG"),
            ({"scans": (replace(PDF, content="%%"),)}, "damaged"),
            ({"scans": (replace(PDF, name="../x.pdf"),)}, "no name for a scan"),
        ],
    )
    def test_one_that_cannot_be_is_refused(
        self, done: Draft, change: dict[str, object], says: str
    ) -> None:
        with pytest.raises(FieldError, match=says):
            final.record(done, replace(SIGNED, **change), LATER)

    def test_there_must_be_one_to_withdraw(self, done: Draft) -> None:
        with pytest.raises(FieldError, match="no signature is recorded"):
            final.withdraw(done, LATER)


class TestScans:
    @pytest.mark.parametrize(
        "start",
        [b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"],
        ids=["pdf", "jpeg", "png"],
    )
    def test_what_a_scanner_makes_is_taken_and_given_back(self, start: bytes) -> None:
        for length in range(4):
            content = start + bytes(range(length))
            made = scans.scan("page", content)
            assert scans.content(made) == content
            assert scans.size(made) == len(content)

    @pytest.mark.parametrize("content", [b"", b"MZ\x90", b"PK\x03\x04", b" %PDF-1.4", b"<svg/>"])
    def test_nothing_else_is_taken_whatever_its_name(self, content: bytes) -> None:
        with pytest.raises(FieldError, match=r"signed\.pdf is no PDF, JPEG or PNG file"):
            scans.scan("signed.pdf", content)

    def test_large_ones_are_refused_alone_and_together(self) -> None:
        with pytest.raises(FieldError, match="may have 12 MB together"):
            scans.scan("big.pdf", b"%PDF-" + bytes(scans.SIZE_LIMIT))
        half = scans.scan("half.pdf", b"%PDF-" + bytes(scans.SIZE_LIMIT // 2))
        scans.require_sound([half])
        with pytest.raises(FieldError, match="may have 12 MB together"):
            scans.require_sound([half, half])

    @pytest.mark.parametrize("name", ["", "a/b.pdf", "a\\b.pdf", "c:x", "x" * 201, "a\u202eb"])
    def test_a_name_leads_nowhere(self, name: str) -> None:
        made = replace(PDF, name=name)
        with pytest.raises(FieldError, match="no name for a scan"):
            scans.require_sound([made])


def test_the_number_of_a_draft_is_one_more_than_the_versions_that_were_kept() -> None:
    assert final.number(EXAMPLE) == 1
    assert final.number(versions.keep(EXAMPLE, "sent", NOW)) == 2
