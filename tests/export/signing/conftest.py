"""Signing sets, with a stand-in for LibreOffice that is quick and counts three pages."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mou_desktop.check.completeness import to_complete
from mou_desktop.export import libreoffice
from mou_desktop.export.progress import Progress
from mou_desktop.export.signing.order import Order
from mou_desktop.export.signing.writing import write
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

NOW = datetime(2026, 5, 3, 12, 30, tzinfo=UTC)
EXAMPLE = examples.load("memorandum")


def order(draft: Draft = EXAMPLE, **more: object) -> Order:
    findings = to_complete(draft, render_all(draft))
    return Order(draft, "ganja.mou", NOW, findings, lambda each: f"{each.path}!", **more)  # type: ignore[arg-type]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each call of LibreOffice was given."""
    calls: list[int] = []

    def to_pdf(files: Sequence[bytes], *, progress: Progress) -> list[bytes]:
        calls.append(len(files))
        for done in range(len(files) + 1):
            progress(done, len(files))
        return [b"%PDF-1.7" + b"<</Type /Page>>" * 3 + file + b"%%EOF" for file in files]

    monkeypatch.setattr(libreoffice, "find", lambda: Path("soffice"))
    monkeypatch.setattr(libreoffice, "version", lambda _program: "LibreOffice 24.8")
    monkeypatch.setattr(libreoffice, "to_pdf", to_pdf)
    return calls


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)


@pytest.fixture
def made(tmp_path: Path, office: list[int]) -> Path:
    """The set of the example."""
    write(order(), tmp_path / "set")
    return tmp_path / "set"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())
