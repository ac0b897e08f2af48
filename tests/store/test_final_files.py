"""Final and signed drafts in their files; files that say what cannot be."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mou_desktop.errors import DraftError
from mou_desktop.model import final, scans, versions
from mou_desktop.model.record import SignatureRecord
from mou_desktop.store import drafts, examples

NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)
PAGE = b"%PDF-1.7 " + bytes(range(256))
RECORD = SignatureRecord("2026-05-05", "Ganja", ("A", "B"), (scans.scan("1.pdf", PAGE),))
FINAL = final.mark(versions.keep(examples.load("memorandum"), "sent", NOW), (), NOW)
SIGNED = final.record(FINAL, RECORD, NOW)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    data = json.loads(drafts.dumps(SIGNED))
    change(data)
    return json.dumps(data).encode()


def test_all_of_it_comes_back(tmp_path: Path) -> None:
    drafts.save(SIGNED, tmp_path / "memo.mou")
    back = drafts.load(tmp_path / "memo.mou")
    assert back == SIGNED
    assert back.signature is not None
    assert scans.content(back.signature.scans[0]) == PAGE


def test_a_draft_of_the_second_schema_is_not_final() -> None:
    data = json.loads(drafts.dumps(examples.load("memorandum")))
    for key in ("final", "signature", "history"):
        del data[key]
    back = drafts.loads(json.dumps({**data, "schema": 2}).encode(), "memo.mou")
    assert (back.final, back.signature, back.history) == (None, None, ())


def test_the_largest_scans_can_be_saved_and_opened_again(tmp_path: Path) -> None:
    large = scans.scan("large.pdf", b"%PDF-" + bytes(scans.SIZE_LIMIT - 5))
    signed = final.record(FINAL, SignatureRecord("2026-05-05", "Ganja", ("A", "B"), (large,)), NOW)
    drafts.save(signed, tmp_path / "memo.mou")
    assert (tmp_path / "memo.mou").stat().st_size < drafts.SIZE_LIMIT
    assert drafts.load(tmp_path / "memo.mou") == signed


def test_content_that_was_changed_in_the_file_is_noticed() -> None:
    content = changed(lambda data: data["values"].update(copies=5))
    assert not final.is_intact(drafts.loads(content, "memo.mou"))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(final=None),
        lambda data: data["final"].update(time="yesterday"),
        lambda data: data["final"].update(time="2026-05-03T12:30:00"),
        lambda data: data["final"].update(digest="x" * 64),
        lambda data: data["final"].update(digest="ab"),
        lambda data: data["final"].update(by="me"),
        lambda data: data["history"][0].update(what="forgotten"),
        lambda data: data["history"][0].update(time="0"),
        lambda data: data["history"][0].update(note="a\u202eb"),
        lambda data: data["history"][0].update(note="x" * 501),
        lambda data: data.update(history=data["history"] * 501),
        lambda data: data["signature"].update(date="5 May"),
        lambda data: data["signature"].update(signatories=[]),
        lambda data: data["signature"]["scans"][0].update(name="../../x"),
        lambda data: data["signature"]["scans"][0].update(content="MZ=="),
        lambda data: data["signature"]["scans"][0].update(content="JVBERi0xLjc"),
        lambda data: data["signature"]["scans"][0].update(content="JVBERi0x\nLjc="),
        lambda data: data["signature"].update(scans=data["signature"]["scans"] * 13),
    ],
)
def test_what_cannot_be_is_damage(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(DraftError, match=r"memo\.mou is damaged"):
        drafts.loads(changed(change), "memo.mou")
