"""The notation of a template's text: slots, optional passages, doubled marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.model.slots import Literal, NotationError, Optional, Slot, parse, slots


def test_text_without_marks_is_one_literal() -> None:
    assert parse("Стороны договорились:") == (Literal("Стороны договорились:"),)


def test_empty_text_has_no_pieces() -> None:
    assert parse("") == ()


def test_slot_is_a_path_and_a_form() -> None:
    assert parse("в лице {parties.0.signatory.name:genitive}, и") == (
        Literal("в лице "),
        Slot("parties.0.signatory.name", "genitive"),
        Literal(", и"),
    )


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("{copies}", Slot("copies", "")),
        ("{copies:words prepositional}", Slot("copies", "words prepositional")),
        ("{article.working-groups:locative}", Slot("article.working-groups", "locative")),
        ("{date:blank-day}", Slot("date", "blank-day")),
    ],
)
def test_slots_of_every_shape(text: str, slot: Slot) -> None:
    assert parse(text) == (slot,)


def test_neighbouring_slots_stay_apart() -> None:
    assert parse("{a:x}{b:y}") == (Slot("a", "x"), Slot("b", "y"))


def test_optional_passage_holds_its_own_pieces() -> None:
    assert parse("signed[ at {place:nominative},] on") == (
        Literal("signed"),
        Optional((Literal(" at "), Slot("place", "nominative"), Literal(","))),
        Literal(" on"),
    )


def test_optional_passages_may_follow_each_other() -> None:
    assert parse("[{a:x}][{b:y}]") == (Optional((Slot("a", "x"),)), Optional((Slot("b", "y"),)))


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("{{", "{"),
        ("}}", "}"),
        ("[[", "["),
        ("]]", "]"),
        ("{{copies}}", "{copies}"),
        ("a [[note]] b", "a [note] b"),
        ("=a", "=a"),
    ],
)
def test_doubled_marks_stand_for_themselves(text: str, literal: str) -> None:
    assert parse(text) == (Literal(literal),)


def test_doubled_braces_may_enclose_a_slot() -> None:
    assert parse("{{{copies:x}}}") == (Literal("{"), Slot("copies", "x"), Literal("}"))


def test_doubled_marks_work_within_an_optional_passage() -> None:
    assert parse("[a {{b}} [[c]] d]") == (Optional((Literal("a {b} [c] d"),)),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("one { alone", "{"),
        ("one } alone", "}"),
        ("{copies", "{"),
        ("{}", "{}"),
        ("{:form}", "{:form}"),
        ("{copies:}", "{copies:}"),
        ("{Copies}", "{Copies}"),
        ("{copies:Locative}", "{copies:Locative}"),
        ("{copies locative}", "{copies locative}"),
        ("{copies:a:b}", "{copies:a:b}"),
        ("{данада}", "{данада}"),
        ("{a{b}c}", "{"),
        ("a [b", "[ without ]"),
        ("a ] b", "] without ["),
        ("[a [b] c]", "[ inside ["),
        ("{a[b]}", "{"),
    ],
)
def test_broken_notation_is_refused_with_the_place(text: str, complaint: str) -> None:
    with pytest.raises(NotationError) as refusal:
        parse(text)
    assert str(refusal.value) == complaint


def test_slots_lists_those_of_optional_passages_too() -> None:
    text = "{a:x} and[ at {b:y} or {c:z}], {{d}}"
    assert list(slots(text)) == [Slot("a", "x"), Slot("b", "y"), Slot("c", "z")]


@given(st.text())
def test_any_text_can_be_written_literally(text: str) -> None:
    doubled = "".join(letter * 2 if letter in "{}[]" else letter for letter in text)
    assert parse(doubled) == ((Literal(text),) if text else ())
