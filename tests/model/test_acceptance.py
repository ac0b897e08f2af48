"""Findings that stay as they are, with a reason."""

from pathlib import Path

import pytest

from mou_desktop.errors import DraftError, FieldError
from mou_desktop.model import acceptance
from mou_desktop.model.digest import content_digest
from mou_desktop.model.finding import Code, Finding, Level
from mou_desktop.store import drafts, examples

EXAMPLE = examples.load("memorandum")
FOUND = Finding(Code.NUMBER_DIFFERS, Level.ERROR, ("ru",), "validity", "", "за 2 (два) месяца")
OTHER = FOUND._replace(excerpt="за 3 (три) месяца")


def test_an_accepted_finding_is_no_longer_open() -> None:
    draft = acceptance.accept(EXAMPLE, FOUND, "agreed  by telephone ")
    assert acceptance.reason(draft, FOUND) == "agreed by telephone"
    assert acceptance.open_ones(draft, [FOUND, OTHER]) == [OTHER]
    assert acceptance.withdraw(draft, FOUND) == EXAMPLE


@pytest.mark.parametrize("reason", ["", "  \u200b ", "x" * 501])
def test_a_reason_must_be_said_in_a_few_words(reason: str) -> None:
    with pytest.raises(FieldError, match="reason of up to 500"):
        acceptance.accept(EXAMPLE, FOUND, reason)


def test_it_stays_in_the_file_and_is_no_part_of_the_content(tmp_path: Path) -> None:
    draft = acceptance.accept(EXAMPLE, FOUND, "agreed")
    drafts.save(draft, tmp_path / "a.mou")
    assert drafts.load(tmp_path / "a.mou") == draft
    assert content_digest(draft) == content_digest(EXAMPLE)


def test_what_could_not_have_been_accepted_is_refused(tmp_path: Path) -> None:
    drafts.save(acceptance.accept(EXAMPLE, FOUND, "agreed"), tmp_path / "a.mou")
    text = (tmp_path / "a.mou").read_text("utf-8")
    (tmp_path / "a.mou").write_text(text.replace('"agreed"', '""'), "utf-8")
    with pytest.raises(DraftError, match="what was accepted cannot be read"):
        drafts.load(tmp_path / "a.mou")
