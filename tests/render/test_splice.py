"""Typing into a filled-in text: words change letter by letter, fields stay or go as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.languages.base import NBSP
from mou_desktop.model.document import Paragraph, Run
from mou_desktop.render.assemble import render
from mou_desktop.render.fill import Filler
from mou_desktop.render.splice import HIDDEN, Wording, shown, splice, typed
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
SLOT = "{copies:prepositional}"
SENTENCE = f"Подписан в {SLOT} и [ в {{place:prepositional}}] вступает в силу."


def filled(*texts: str) -> list[Paragraph]:
    return [Filler(EXAMPLE, "ru").paragraph(text) for text in texts]


LINES = filled(SENTENCE, "Второй абзац.")
TEXT = shown(LINES)
FIELD = TEXT.index("4")
FIELD_END = TEXT.index("экземплярах") + len("экземплярах")


def wording(*change: object) -> tuple[str, ...]:
    return splice(LINES, *change).paragraphs  # type: ignore[arg-type]


def test_the_text_on_the_screen() -> None:
    expected = f"Подписан в 4 (четырёх) экземплярах и {HIDDEN} вступает в силу.\nВторой абзац."
    assert TEXT.replace(NBSP, " ") == expected


def test_nothing_typed_gives_the_wording_as_it_was() -> None:
    assert wording(3, 0, "") == (SENTENCE, "Второй абзац.")


@pytest.mark.parametrize("tag", ["az", "kk", "ru", "en"])
def test_every_place_of_the_memorandum_comes_back_as_it_was(tag: str) -> None:
    for block in render(EXAMPLE, tag).blocks[1:-1]:
        place = getattr(block, "id", "preamble")
        text = EXAMPLE.template.texts[tag]
        original = text.preamble if place == "preamble" else text.articles[place]
        assert splice(block.paragraphs, 0, 0, "").paragraphs == original  # type: ignore[union-attr]


def test_letters_go_where_they_are_typed() -> None:
    assert wording(8, 0, " сегодня")[0].startswith("Подписан сегодня в {copies")
    assert wording(0, 8, "Заключён")[0].startswith("Заключён в {copies")


def test_braces_and_brackets_are_words() -> None:
    assert wording(0, 0, "[{x}] ")[0].startswith("[[{{x}}]] Подписан")


def test_a_touched_field_goes_as_a_whole() -> None:
    for position, removed in ((FIELD_END - 1, 1), (FIELD, 1), (FIELD - 2, 5)):
        assert SLOT not in wording(position, removed, "")[0]
    assert wording(FIELD, FIELD_END - FIELD, "")[0].startswith("Подписан в  и [ в {place")


def test_a_passage_that_is_not_shown_goes_with_its_sign_alone() -> None:
    assert "[" not in wording(TEXT.index(HIDDEN), 1, "")[0]
    assert "[ в {place:prepositional}]" in wording(TEXT.index(HIDDEN) + 2, 3, "")[0]


def test_what_is_typed_inside_a_field_stands_behind_it() -> None:
    result = splice(LINES, FIELD + 3, 0, "!")
    assert result.paragraphs[0].startswith(f"Подписан в {SLOT}! и")
    assert result.caret == FIELD_END + 1


def test_a_field_is_put_in() -> None:
    result = splice(LINES, len(TEXT) - 1, 0, "", field="{duration_years:genitive}")
    assert result.paragraphs[1] == "Второй абзац{duration_years:genitive}."


def test_a_paragraph_is_divided_and_joined_again() -> None:
    divided = splice(LINES, TEXT.index(" и ") + 1, 0, "\n")
    assert len(divided.paragraphs) == 3
    assert divided.number == 0
    joined = splice(LINES, TEXT.index("\n"), 1, " ")
    assert joined.paragraphs == (f"{SENTENCE} Второй абзац.",)


@pytest.mark.parametrize(
    ("before", "after", "caret", "expected"),
    [
        ("ab", "aXb", 2, (1, 0, "X")),
        ("aab", "aaab", 1, (0, 0, "a")),
        ("aab", "aaab", 3, (2, 0, "a")),
        ("abc", "ac", 1, (1, 1, "")),
        ("abcd", "aXd", 2, (1, 2, "X")),
        ("abc", "", 0, (0, 3, "")),
        ("abc", "cba", 1, (0, 3, "cba")),
    ],
)
def test_what_was_typed_is_told_by_the_caret(
    before: str, after: str, caret: int, expected: tuple[int, int, str]
) -> None:
    assert typed(before, after, caret) == expected


@given(position=st.integers(0, len(TEXT)), removed=st.integers(0, 40), text=st.text(max_size=5))
def test_any_typing_gives_a_wording_that_can_be_read_again(
    position: int, removed: int, text: str
) -> None:
    removed = min(removed, len(TEXT) - position)
    result = splice(LINES, position, removed, text)
    again = filled(*result.paragraphs)
    assert splice(again, 0, 0, "").paragraphs == result.paragraphs


@given(before=st.text("ab ", max_size=8), text=st.text("ab ", max_size=3), data=st.data())
def test_typing_is_recognised_wherever_it_happens(
    before: str, text: str, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(position, len(before)))
    after = before[:position] + text + before[end:]
    start, removed, put = typed(before, after, position + len(text))
    assert before[:start] + put + before[start + removed :] == after


def test_plain_words_need_no_field() -> None:
    assert splice([Paragraph((Run("a{b"),))], 1, 0, "x") == Wording(("ax{{b",), 2, 0)


def test_two_fields_that_read_alike_are_two() -> None:
    line = filled("{copies:genitive}{copies:genitive} экз.")
    assert splice(line, len(shown(line)), 0, "!").paragraphs == (
        "{copies:genitive}{copies:genitive} экз.!",
    )
    field = len(shown(line).removesuffix(" экз.")) // 2
    assert splice(line, field + 1, 1, "").paragraphs == ("{copies:genitive} экз.",)


CLOSING = (
    "в {copies:prepositional}[{originals:each}, каждый], [{originals:separate}равных]"
    "[{originals:combined}единых][{originals:both}двух] силой."
)


def closing() -> list[Paragraph]:
    return filled(CLOSING, "Конец.")


def test_an_alternative_that_was_not_chosen_shows_nothing() -> None:
    text = shown(closing()).replace(NBSP, " ")
    assert text == "в 4 (четырёх) экземплярах, равных силой.\nКонец."


def test_typing_round_alternatives_keeps_those_that_are_not_seen() -> None:
    text, lines = shown(closing()), closing()
    for word, new in ((", ", "; "), (" силой", " силой и весом")):
        start = text.index(word)
        result = splice(lines, start, len(word), new).paragraphs[0]
        assert result == CLOSING.replace(f"]{word}", f"]{new}")


def test_an_alternative_that_is_not_seen_outlives_the_words_on_both_sides_of_it() -> None:
    text, lines = shown(closing()), closing()
    start, end = text.index("равных"), text.index("силой") + 5
    assert splice(lines, start, end - start, "разных").paragraphs[0] == (
        "в {copies:prepositional}[{originals:each}, каждый], разных"
        "[{originals:combined}единых][{originals:both}двух]."
    )


def test_the_chosen_alternative_is_one_piece() -> None:
    text, lines = shown(closing()), closing()
    changed = splice(lines, text.index("авных"), 1, "").paragraphs[0]
    assert changed == CLOSING.replace("[{originals:separate}равных]", "")


def test_with_a_whole_paragraph_its_alternatives_go_too() -> None:
    text, lines = shown(closing()), closing()
    assert splice(lines, 0, text.index("\n"), "").paragraphs == ("", "Конец.")
    assert splice(lines, 0, text.index("\n"), "x").paragraphs == ("x", "Конец.")


@given(data=st.data())
def test_any_typing_round_alternatives_can_be_read_again(data: st.DataObject) -> None:
    lines = closing()
    position = data.draw(st.integers(0, len(shown(lines))))
    removed = data.draw(st.integers(0, len(shown(lines)) - position))
    result = splice(lines, position, removed, data.draw(st.text(max_size=3)))
    again = filled(*result.paragraphs)
    assert splice(again, 0, 0, "").paragraphs == result.paragraphs
