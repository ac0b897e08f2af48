"""After a change, only the versions that show something of it are filled in anew."""

import pytest

from mou_desktop.model import texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render_all, render_changed
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
DOCUMENTS = render_all(EXAMPLE)


def test_typing_in_one_version_leaves_the_others_as_they_are() -> None:
    draft = texts.rewrite(EXAMPLE, "ru", "events", ("Иначе.",))
    documents = render_changed(draft, EXAMPLE, DOCUMENTS)
    assert documents == render_all(draft)
    assert [tag for tag in documents if documents[tag] is DOCUMENTS[tag]] == ["az", "kk", "en"]


@pytest.mark.parametrize(
    "draft",
    [
        change(EXAMPLE, "copies", "6"),
        change(EXAMPLE, "languages", "ru,en"),
        change(EXAMPLE, "parties.0.signatory.name.ru#genitive", "Вусала"),
        texts.move_article(EXAMPLE, "events", 1),
        texts.split(EXAMPLE, "ru", "events", ("a", "b"), 0),
    ],
)
def test_the_result_is_always_that_of_filling_in_all(draft: Draft) -> None:
    assert render_changed(draft, EXAMPLE, DOCUMENTS) == render_all(draft)
