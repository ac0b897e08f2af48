"""Amendments that do not fit a text are refused, with the reason."""

import re

import pytest

from mou_desktop.amend.apply import applied
from mou_desktop.amend.reading import Passage, Reading
from mou_desktop.errors import AmendmentError
from mou_desktop.model.amendment import Amendment, Technique, Wording

TEXT: Reading = {
    "title": Passage("", ("MEMORANDUM", "on cooperation")),
    "preamble": Passage("", ("The Parties agree:",)),
    "first": Passage("1", ("They meet, and they meet.", "They talk.")),
    "second": Passage("2", ("They part.",)),
    "signature": Passage("", ("A", "B")),
}
T = Technique


def amended(*amendments: Amendment) -> Reading:
    return applied(TEXT, amendments, "en")


def amendment(technique: Technique, wording: Wording, **rest: object) -> Amendment:
    return Amendment(technique, wordings={"en": wording}, **rest)  # type: ignore[arg-type]


def words(was: str, becomes: str = "x", place: str = "first", paragraph: int = 0) -> Amendment:
    number = TEXT[place].number
    wording = Wording((was,), (becomes,))
    return amendment(T.REPLACE, wording, place=place, number=number, paragraph=paragraph)


def test_words_may_stand_in_any_line_of_a_place() -> None:
    assert amended(words("talk", "walk"))["first"].paragraphs[1] == "They walk."
    assert amended(words("cooperation", "peace", "title"))["title"].paragraphs[1] == "on peace"


@pytest.mark.parametrize(
    ("each", "says"),
    [
        (words("sing"), r"Article 1 \(English\): the words “sing” are not there"),
        (words("meet"), r"Article 1 \(English\): the words “meet” stand there more than once"),
        (words("talk", paragraph=1), r"Article 1 \(English\): the words “talk” are not there"),
        (words("talk", paragraph=3), r"Article 1 \(English\) has no paragraph 3"),
        (words("a" * 200), r"the words “a{80}…” are not there"),
        (
            amendment(T.EXCLUDE_ARTICLE, Wording(("They part.",)), place="third", number="3"),
            r"Article 3 \(English\) is not there",
        ),
        (
            amendment(T.EXCLUDE_ARTICLE, Wording(("They stay.",)), place="second", number="2"),
            r"Article 2 \(English\) reads otherwise than the protocol takes it to",
        ),
        (
            amendment(T.NEW_ARTICLE, Wording((), ("New.",)), place="new-1", number="2"),
            r"Article 2 \(English\) is there already",
        ),
        (
            amendment(
                T.ADD_PARAGRAPH, Wording((), ("New.",)), place="first", number="1", paragraph=4
            ),
            r"Article 1 \(English\) has no paragraph 4",
        ),
        (
            amendment(T.RENUMBER, Wording(("2",), ("1",))),
            r"English: the articles cannot be renumbered",
        ),
        (
            amendment(T.RENUMBER, Wording(("7",), ("8",))),
            r"English: the articles cannot be renumbered",
        ),
        (
            amendment(T.THROUGHOUT, Wording(("X",), ("Y",), (("X", "Y"),))),
            r"the words “X” \(English\) are not there",
        ),
    ],
)
def test_what_does_not_fit_is_refused(each: Amendment, says: str) -> None:
    with pytest.raises(AmendmentError) as error:
        amended(each)
    assert re.search(says, str(error.value).replace("\N{NO-BREAK SPACE}", " "))


def test_another_language_is_not_touched() -> None:
    each = Amendment(T.EXCLUDE_ARTICLE, "second", "2", wordings={"ru": Wording(("…",))})
    assert amended(each) == TEXT


def test_articles_stand_in_the_order_of_their_numbers() -> None:
    new = amendment(T.NEW_ARTICLE, Wording((), ("New.",)), place="new-1", number="1-1")
    assert list(amended(new)) == ["title", "preamble", "first", "new-1", "second", "signature"]
    turned = amendment(T.RENUMBER, Wording(("1", "2"), ("2", "1")))
    assert list(amended(turned))[2:4] == ["second", "first"]


def test_a_form_inside_another_is_not_taken_for_it() -> None:
    names = Wording(("They",), ("We",), (("They", "We"), ("They meet", "All of us meet")))
    text = amended(amendment(T.THROUGHOUT, names))
    assert text["first"].paragraphs == ("All of us meet, and they meet.", "We talk.")
