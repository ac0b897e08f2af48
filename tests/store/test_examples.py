"""The examples that come with the program."""

import pytest

from mou_desktop.check.completeness import to_complete
from mou_desktop.errors import DraftError
from mou_desktop.model.fields import get
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples, templates


def test_every_template_has_a_complete_example() -> None:
    for folder in templates.builtin_folders():
        draft = examples.load(folder.name)
        assert draft.template == templates.load(folder)
        assert to_complete(draft, render_all(draft)) == []


def test_an_example_can_be_saved_and_opened() -> None:
    draft = examples.load("memorandum")
    assert drafts.loads(drafts.dumps(draft), "example") == draft


def test_the_example_leaves_day_month_and_place_to_the_officer() -> None:
    draft = examples.load("memorandum")
    assert get(draft, "date.year") == "2026"
    assert [get(draft, path) for path in ("date.month", "date.day", "place.ru")] == ["", "", ""]


@pytest.mark.parametrize("template", ["treaty", ""])
def test_a_template_without_an_example_is_named(template: str) -> None:
    with pytest.raises(DraftError, match="has no example"):
        examples.load(template)
