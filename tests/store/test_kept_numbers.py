"""Numbers that articles keep are saved with the draft."""

import json
from dataclasses import replace

import pytest

from mou_desktop.errors import DraftError
from mou_desktop.model.numbering import numbers
from mou_desktop.store import drafts, examples

EXAMPLE = examples.load("memorandum")
NUMBERED = replace(EXAMPLE, numbers={**numbers(EXAMPLE), "events": "4-1", "gone": "12"})


def test_they_come_back() -> None:
    assert drafts.loads(drafts.dumps(NUMBERED), "a.mou") == NUMBERED


@pytest.mark.parametrize("number", ["", "0", "1-", "1-0", "IX", "1.1", "1-1-1-1-1-1", "12345"])
def test_what_is_no_number_is_refused(number: str) -> None:
    data = json.loads(drafts.dumps(NUMBERED))
    data["numbers"]["events"] = number
    with pytest.raises(DraftError, match=f"events: “{number}” is no number"):
        drafts.loads(json.dumps(data).encode(), "a.mou")
