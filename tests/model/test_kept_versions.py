"""Versions kept under a name: states to look back at, to compare with and to return to."""

from datetime import UTC, datetime

import pytest

from mou_desktop.errors import DraftError, FieldError
from mou_desktop.model import texts, versions
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render
from mou_desktop.store import drafts, examples

EXAMPLE = examples.load("memorandum")
NOON = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


def sent() -> Draft:
    """A draft that was kept as «sent to the counterpart», and changed since."""
    draft = versions.keep(change(EXAMPLE, "copies", "6"), "sent to the counterpart", NOON)
    draft = texts.rewrite(change(draft, "copies", "8"), "ru", "events", ("Иначе.",))
    return texts.move_article(draft, "disputes", -2)


def test_a_version_holds_what_the_draft_held() -> None:
    draft = sent()
    (version,) = draft.versions
    then = versions.state(draft, version)
    assert (version.name, version.time) == ("sent to the counterpart", "2026-05-05T12:00:00+00:00")
    assert then.values.copies == 6
    assert (then.articles, then.edits, then.review) == (EXAMPLE.articles, {}, {})


def test_going_back_keeps_all_versions() -> None:
    draft = sent()
    assert versions.state(draft, draft.versions[0]).versions == draft.versions


def test_the_templates_wording_is_filled_with_the_present_values() -> None:
    document = render(versions.original(sent()), "ru")
    text = "\n".join(p.text for block in document.blocks[2:-1] for p in block.paragraphs)  # type: ignore[union-attr]
    assert "Стороны могут проводить" in text
    assert "в 8\xa0(восьми)\xa0экземплярах" in text


def test_a_version_is_deleted_without_touching_the_draft() -> None:
    draft = versions.delete(versions.keep(sent(), "second", NOON), 0)
    assert [version.name for version in draft.versions] == ["second"]
    assert draft.edits == sent().edits


def test_versions_are_saved_with_the_draft() -> None:
    draft = sent()
    assert drafts.loads(drafts.dumps(draft), "memo.mou") == draft


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 201])
def test_a_version_needs_a_name(name: str) -> None:
    with pytest.raises(FieldError):
        versions.keep(EXAMPLE, name, NOON)


def test_there_is_a_limit() -> None:
    draft = EXAMPLE
    for number in range(versions.VERSIONS_LIMIT):
        draft = versions.keep(draft, str(number), NOON)
    with pytest.raises(FieldError, match="200 versions"):
        versions.keep(draft, "one more", NOON)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"time": "2026-05-05T12:00:00+00:00"', '"time": "yesterday"'),
        ('"name": "sent to the counterpart"', '"name": "\\u202e"'),
        ('"copies": 6', '"copies": 600'),
    ],
)
def test_a_damaged_version_is_refused(old: str, new: str) -> None:
    content = drafts.dumps(sent()).decode("utf-8")
    assert old in content
    with pytest.raises(DraftError, match="is damaged"):
        drafts.loads(content.replace(old, new).encode("utf-8"), "memo.mou")
