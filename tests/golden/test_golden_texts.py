"""The example agreement, word for word: against the signed memorandum and its corrections, and
against the expected texts (written anew by `regenerate.py`).
"""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.export.text import to_text
from mou_desktop.paths import resources
from mou_desktop.render.assemble import render
from mou_desktop.store import examples
from tests.golden import real_case

HERE = Path(__file__).parent
SEED = HERE / "seed-memorandum.txt"
CORRECTIONS = resources() / "templates" / "memorandum" / "CORRECTIONS.md"
TEMPLATE_FILES = sorted(
    file
    for folder in ("templates", "examples", "amendments")
    for file in resources().glob(f"{folder}/**/*.toml")
)
TAGS = ("az", "kk", "ru", "en")

# The lines of the seed, first and last, that hold a version; the heading of its corrections.
VERSIONS = {
    "kk": (1, 80, "Kazakh"),
    "az": (81, 165, "Azerbaijani"),
    "en": (166, 231, "English"),
    "ru": (232, 323, "Russian"),
}
HEAD = ["Place", "In the signed text", "Corrected", "Why"]
DELETED = "–"


def rendered(tag: str) -> str:
    return to_text(render(examples.load("memorandum"), tag))


def signed(tag: str) -> str:
    """A version of the seed as running text, without its Markdown."""
    first, last, _ = VERSIONS[tag]
    lines = SEED.read_text("utf-8").splitlines()[first - 1 : last]
    text = " ".join(re.sub(r"^#+ ", "", line) for line in lines).replace("**", "")
    return collapse(re.sub(r"\\(.)", r"\1", text))


def collapse(text: str) -> str:
    return " ".join(text.split())


def corrections(tag: str) -> list[list[str]]:
    """The rows of a language's table, each: place, signed text, corrected text, reason."""
    section = (
        CORRECTIONS.read_text("utf-8").split(f"\n## {VERSIONS[tag][2]}\n")[1].split("\n## ")[0]
    )
    head, rule, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("|")
    ]
    assert head == HEAD
    assert set(rule) == {"---"}
    return rows


def corrected(text: str, row: list[str]) -> str:
    place, old, new, why = row
    assert why, row
    assert old != new, row
    occurrences = text.count(old)
    assert occurrences > 1 if place.startswith("Every") else occurrences == 1, (occurrences, row)
    return collapse(text.replace(old, "" if new == DELETED else new))


@pytest.mark.parametrize("tag", TAGS)
def test_signed_text_with_its_corrections_is_the_example(tag: str) -> None:
    text = signed(tag)
    for row in corrections(tag):
        text = corrected(text, row)
    assert text.split() == rendered(tag).split()


@pytest.mark.parametrize("tag", TAGS)
def test_every_correction_names_a_place_of_the_agreement(tag: str) -> None:
    for place, *_ in corrections(tag):
        assert re.fullmatch(r"Title|Preamble|Article \d+|Signature|Every place \(.+\)", place)


@pytest.mark.parametrize("tag", TAGS)
def test_example_reads_as_expected(tag: str) -> None:
    assert rendered(tag).encode() == (HERE / f"memorandum-{tag}.txt").read_bytes()


@pytest.mark.parametrize("tag", TAGS)
def test_the_protocol_of_a_real_case_reads_as_expected(tag: str) -> None:
    base = real_case.signed()
    text = to_text(render(protocol(base, real_case.amended(base)), tag))
    assert text.encode() == (HERE / f"protocol-{tag}.txt").read_bytes()


@pytest.mark.parametrize("tag", TAGS)
def test_the_correction_of_a_real_case_reads_as_expected(tag: str) -> None:
    base = real_case.signed()
    text = to_text(render(correction(base, real_case.mended(base)), tag))
    assert text.encode() == (HERE / f"correction-{tag}.txt").read_bytes()


def mixed_words(text: str) -> list[str]:
    """The words in which Latin and Cyrillic letters stand together."""
    words = re.findall(r"[^\W\d_]+", text)
    scripts = ({unicodedata.name(letter).split()[0] for letter in word} for word in words)
    pairs = zip(words, scripts, strict=True)
    return [word for word, script in pairs if {"LATIN", "CYRILLIC"} <= script]


def test_mixed_words_are_found() -> None:
    assert mixed_words("ақпарат алмасадy və Аманжол Дуkenbayev") == ["алмасадy", "Дуkenbayev"]


@pytest.mark.parametrize("file", TEMPLATE_FILES, ids=lambda file: file.stem)
def test_template_files_are_plain_text_of_one_alphabet_a_word(file: Path) -> None:
    text = file.read_text("utf-8")
    tomllib.loads(text)
    assert mixed_words(text) == []
    assert unicodedata.is_normalized("NFC", text)


def test_all_template_files_are_looked_at() -> None:
    names = {file.name for file in TEMPLATE_FILES}
    assert names >= {"template.toml", "memorandum.toml", *(f"{tag}.toml" for tag in TAGS)}
