"""Changes of returned files that were not wanted."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mou_desktop.errors import DraftError
from mou_desktop.model.declined import decline, reconsider
from mou_desktop.model.digest import content_digest
from mou_desktop.store import drafts, examples

ONE, TWO = "0" * 32, "f" * 32


def test_they_stay_in_the_file_and_can_be_looked_at_again(tmp_path: Path) -> None:
    draft = decline(decline(examples.load("memorandum"), [ONE]), [TWO, ONE])
    drafts.save(draft, tmp_path / "memo.mou")
    assert drafts.load(tmp_path / "memo.mou").declined == (ONE, TWO)
    assert reconsider(draft, [ONE]).declined == (TWO,)


def test_they_do_not_change_what_a_final_draft_says() -> None:
    draft = examples.load("memorandum")
    assert content_digest(decline(draft, [ONE])) == content_digest(draft)


def test_what_could_not_have_been_declined_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "memo.mou"
    drafts.save(replace(examples.load("memorandum"), declined=("../x",)), file)
    with pytest.raises(DraftError, match="what was rejected cannot be read"):
        drafts.load(file)
    data = json.loads(file.read_text("utf-8"))
    data["declined"] = [7]
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises(DraftError, match="declined"):
        drafts.load(file)
