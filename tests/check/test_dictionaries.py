"""Words that no list of ours has are looked up in the dictionary of their language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mou_desktop.check import dictionaries
from mou_desktop.check.rules import wording

Read = list[tuple[str, str, str | None]]


def said(tag: str, text: str) -> Read:
    marks = wording.read(tag, text, frozenset(), False)
    return [(mark.code, text[mark.start : mark.end], mark.fix) for mark in marks]


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer without English dictionaries."""
    yield from _with_folders(monkeypatch, ())


@pytest.fixture(params=["en_GB", "en_US"])
def one_spelling_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[None]:
    """A computer with the British or the American dictionary alone; it has two words."""
    (tmp_path / f"{request.param}.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / f"{request.param}.dic").write_text("2\nthe\nvolcano\n", "utf-8")
    yield from _with_folders(monkeypatch, (str(tmp_path),))


def _with_folders(monkeypatch: pytest.MonkeyPatch, folders: tuple[str, ...]) -> Iterator[None]:
    monkeypatch.setattr(dictionaries, "_FOLDERS", folders)
    _forget()
    yield
    _forget()


def _forget() -> None:
    for each in (dictionaries._english, dictionaries._is_english, dictionaries.near, wording.read):
        each.cache_clear()


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "the restored volcanno", [("misspelt-word", "volcanno", "volcano")]),
        ("en", "Volcanno research", [("misspelt-word", "Volcanno", "Volcano")]),
        ("en", "a well-knwon fact", [("misspelt-word", "knwon", "known")]),
        ("en", "labour, labor, colour, color, organise, organize, programme, grey", []),
        ("en", "the zyzzyvax of Ganja, UNESCO, Smithsonian", []),
        ("ru", "реставрация вулкона", [("misspelt-word", "вулкона", "вулкана")]),
        ("ru", "реставрация вулкана", []),
        ("kk", "жанартаудың сілкінісі", []),
    ],
)
def test_a_word_that_is_near_to_one_of_the_dictionary(tag: str, text: str, expected: Read) -> None:
    assert said(tag, text) == expected


@pytest.mark.usefixtures("no_dictionary")
def test_without_a_dictionary_only_the_lists_speak() -> None:
    assert said("en", "the restored volcanno") == []
    assert said("en", "the memmorandum") == [("spelled-otherwise", "memmorandum", "memorandum")]


@pytest.mark.usefixtures("one_spelling_only")
def test_the_dictionary_of_one_spelling_is_not_asked() -> None:
    assert said("en", "the restored volcanno of another colour") == []
