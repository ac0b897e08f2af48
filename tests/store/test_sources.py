"""What a consolidated text remembers of its protocols is saved with it, and checked."""

import json
from typing import Any

import pytest

from mou_desktop.errors import DraftError
from mou_desktop.model.amendment import Deed
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from tests.golden.consolidated import AS_AMENDED as TEXT


def test_they_come_back() -> None:
    (source,) = TEXT.sources
    assert source.done == {"new-1": Deed.INSERTED, "termination": Deed.EXCLUDED}
    assert drafts.loads(drafts.dumps(TEXT), "a.mou") == TEXT


def test_a_file_that_says_nothing_of_deeds_opens_still() -> None:
    data = json.loads(drafts.dumps(TEXT))
    for name in ("done", "languages"):
        del data["sources"][0][name]
    old = drafts.loads(json.dumps(data).encode(), "a.mou")
    assert old.sources[0].done == {}
    assert render_all(old)["en"].blocks[0] == render_all(TEXT)["en"].blocks[0]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"date": "1.7.2026"}, "“1.7.2026” is no date"),
        ({"date": "2026-13-01"}, "is no date"),
        ({"number": 1000}, "sources: 1000"),
        ({"number": -1}, "sources: -1"),
        ({"languages": {"events": ["xx"]}}, "no language xx"),
        ({"done": {"events": "burnt"}}, "sources.0.done"),
    ],
)
def test_what_cannot_be_written_in_a_note_is_refused(change: dict[str, Any], says: str) -> None:
    data = json.loads(drafts.dumps(TEXT))
    data["sources"][0].update(change)
    with pytest.raises(DraftError) as caught:
        drafts.loads(json.dumps(data).encode(), "a.mou")
    assert says in str(caught.value)
