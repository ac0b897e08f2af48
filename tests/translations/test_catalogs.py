"""The catalogs of the screen's languages are complete, and made of the present sources."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "translations"
TEMPLATE = FOLDER / "mou_desktop.pot"
LANGUAGES = ("az", "kk", "ru", "en")
SAME_EVERYWHERE = {"MOU Desktop", "MOU Desktop {version}", "{file}: {reason}", "OK", "mm"}
FOREIGN_QUOTES = {"az": "«»„", "kk": "“”„", "ru": "“”„", "en": "«»„"}
LATIN = re.compile(r"[a-zəğışçöüâ]", re.IGNORECASE)
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def read(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream)


def catalog(language: str) -> Catalog:
    return read(FOLDER / language / "LC_MESSAGES" / "mou_desktop.po")


def content(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The translations of each message, with one element or with the plural forms."""
    return {several(message.id): several(message.string) for message in catalog if message.id}


def several(texts: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Every message with its translation; of a plural, each form with the plural."""
    for message in catalog(language):
        if message.id:
            yield from ((several(message.id)[-1], form) for form in several(message.string))


def placeholders(text: str) -> list[str]:
    return sorted(name for _text, name, _format, _how in Formatter().parse(text) if name)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub(r"\{.*?\}", " ", text).replace("&", ""))


def test_the_template_holds_the_messages_of_the_sources(tmp_path: Path) -> None:
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("no shell for scripts/translations.sh")
    fresh = tmp_path / "fresh.pot"
    environment = {**os.environ, "PYTHON": sys.executable}
    command = [shell, str(ROOT / "scripts" / "translations.sh"), str(fresh)]
    subprocess.run(command, env=environment, check=True)
    found, known = set(content(read(fresh))), set(content(read(TEMPLATE)))
    assert found - known == set(), "run `make translations`"
    assert known - found == set(), "run `make translations`"


def test_the_template_leaves_out_the_command_line() -> None:
    files = {file for message in read(TEMPLATE) for file, _line in message.locations}
    assert {"mou_desktop/gui/wording.py", "mou_desktop/store/templates.py"} <= files
    assert "mou_desktop/cli.py" not in files


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    translated = catalog(language)
    assert not translated.fuzzy
    assert set(content(translated)) == set(content(read(TEMPLATE)))
    for message in translated:
        if message.id:
            forms = several(message.string)
            assert all(forms), message.id
            assert len(forms) == (translated.num_plurals if message.pluralizable else 1)
            assert not message.fuzzy, message.id


def test_russian_has_three_plural_forms() -> None:
    assert catalog("ru").num_plurals == 3


@pytest.mark.parametrize("language", ["az", "kk", "ru"])
def test_nothing_is_left_in_english(language: str) -> None:
    for message, text in pairs(language):
        assert text != message or message in SAME_EVERYWHERE, message


def test_english_says_what_the_sources_say() -> None:
    for message, text in content(catalog("en")).items():
        assert text == message


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    for message, text in pairs(language):
        assert placeholders(text) == placeholders(message), text
        if placeholders(message):
            filled = text.format(**dict.fromkeys(placeholders(message), "x"))
            assert ("{" in filled) == ("{{" in message), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_mixes_latin_and_cyrillic_letters(language: str) -> None:
    for _message, text in pairs(language):
        for word in words(text):
            assert not (LATIN.search(word) and CYRILLIC.search(word)), (word, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_script_and_its_quotation_marks(language: str) -> None:
    for message, text in pairs(language):
        if language in ("az", "en"):
            assert not CYRILLIC.search(text), text
        elif message not in SAME_EVERYWHERE:
            assert CYRILLIC.search(text), text
        assert not set(FOREIGN_QUOTES[language]) & set(text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_and_ellipses_stand_where_the_message_has_them(language: str) -> None:
    for message, text in pairs(language):
        assert text.count("&") == message.count("&") <= 1, text
        assert not re.search(r"&(\W|$)", text), text
        assert text.endswith("…") == message.endswith("…"), text
        assert text == text.strip(), text
        assert "..." not in text, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalog_is_that_of_the_translations(language: str) -> None:
    fresh = BytesIO()
    write_mo(fresh, catalog(language))
    fresh.seek(0)
    compiled = FOLDER / language / "LC_MESSAGES" / "mou_desktop.mo"
    with compiled.open("rb") as stream:
        assert content(read_mo(stream)) == content(read_mo(fresh)), "run `make translations`"
