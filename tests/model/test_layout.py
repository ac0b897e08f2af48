"""What a page can look like."""

from dataclasses import replace
from typing import Any

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import blank_draft
from mou_desktop.model.layout import Layout, Numbers, checked
from mou_desktop.store import templates

USUAL = Layout()


def test_a_new_draft_has_the_customary_page() -> None:
    layout = blank_draft(templates.builtin("memorandum")).layout
    assert (layout.font, layout.size) == ("Times New Roman", 14)
    assert (layout.left, layout.right, layout.top, layout.bottom) == (30, 15, 20, 20)
    assert layout.seals
    assert not layout.initials
    assert not layout.title_page
    assert layout.numbers is Numbers.FOOT


@pytest.mark.parametrize(
    "change",
    [
        {"font": "PT Astra Serif"},
        {"font": "Yu Gothic (Body)"},
        {"font": "Ысық Көл 2"},
        {"size": 8},
        {"size": 20},
        {"left": 5, "right": 60, "top": 60, "bottom": 5},
    ],
)
def test_what_a_page_may_have(change: dict[str, Any]) -> None:
    layout = replace(USUAL, **change)
    assert checked(layout) is layout


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"size": 7}, "the font size goes from 8 to 20 points"),
        ({"size": 21}, "the font size goes from 8 to 20 points"),
        ({"left": 4}, "a margin goes from 5 to 60 mm"),
        ({"bottom": 61}, "a margin goes from 5 to 60 mm"),
        ({"font": ""}, "“” is not the name of a font"),
        ({"font": " Arial"}, "“ Arial” is not the name of a font"),
        ({"font": "Arial;Symbol"}, "“Arial;Symbol” is not the name of a font"),
        ({"font": 'Arial"/><x'}, '“Arial"/><x” is not the name of a font'),
        ({"font": "Arial\nBlack"}, "“Arial\nBlack” is not the name of a font"),
        ({"font": "A" * 61}, f"“{'A' * 60}” is not the name of a font"),
    ],
)
def test_what_it_may_not_have(change: dict[str, Any], says: str) -> None:
    with pytest.raises(FieldError) as refused:
        checked(replace(USUAL, **change))
    assert str(refused.value) == says
