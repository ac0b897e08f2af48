"""The law of amendments: applied to the base they give the edited text, in every language, and so
do their words, as an independent reader understands them.
"""

from collections.abc import Iterable

import pytest

from mou_desktop.amend.amend import amend, onto
from mou_desktop.amend.apply import applied
from mou_desktop.amend.reading import Reading, reading
from mou_desktop.amend.wording import items
from mou_desktop.model.amendment import Amendment, Choices
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.amend.edits import edited, rich
from tests.amend.reader import Text, obey

BASES = (examples.load("memorandum"), rich())


def readings(draft: Draft) -> dict[str, Reading]:
    printed = numbers(draft)
    return {tag: reading(document, printed) for tag, document in render_all(draft).items()}


def as_text(text: Reading) -> Text:
    return {passage.number or name: list(passage.paragraphs) for name, passage in text.items()}


def check(base: Draft, new: Draft, *, renumber: bool) -> tuple[Amendment, ...]:
    new = onto(base, new, renumber=renumber)
    before, after = readings(base), readings(new)
    amendments = amend(base, new, Choices(renumber=renumber))
    for tag, text in before.items():
        assert list(applied(text, amendments, tag).items()) == list(after[tag].items()), tag
        worded = [line.replace("\N{NO-BREAK SPACE}", " ") for line in items(amendments, tag)]
        assert obey(worded, as_text(text), tag) == as_text(after[tag]), (tag, worded)
    assert bool(amendments) == (before != after)
    return amendments


def check_all(seeds: Iterable[int]) -> None:
    for seed in seeds:
        base = BASES[seed % 2]
        try:
            check(base, edited(base, seed), renumber=seed % 5 == 0)
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error


@pytest.mark.parametrize("start", range(0, 1000, 125))
def test_amendments_give_the_edited_text_and_so_do_their_words(start: int) -> None:
    check_all(range(start, start + 125))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(1000, 20_000, 1000))
def test_the_same_for_many_more_edits(start: int) -> None:
    check_all(range(start, start + 1000))
