"""Takes a word; tells whether the dictionary of its language has it, and what it is near to.

Russian's comes with the program. English is looked up in the Hunspell dictionaries of the computer,
if the British and the American one are among them: agreements are written in both spellings, and
either alone would blame the other. The free Kazakh one (hunspell-kk 1.1) does not know every sixth
word of the memorandum, and there is none for Azerbaijani, so these have only our own lists.
"""

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from mou_desktop.check.tables import table
from mou_desktop.languages.ru import dictionary

_SPELLINGS = frozenset({"en_GB", "en_US"})
_SHORTEST = 4
_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-en",
    "/usr/lib/libreoffice/share/extensions/dict-en",
    "${ProgramFiles}/LibreOffice/share/extensions/dict-en",
)


def has(tag: str) -> bool:
    """Whether there is a dictionary of the language."""
    return tag == "ru" or (tag == "en" and bool(_english()))


def knows(tag: str, word: str) -> bool:
    """Whether the dictionary has a word, which is given in small letters."""
    if tag == "ru":
        return dictionary.knows(word)
    return tag == "en" and _is_english(word)


@lru_cache(1024)
def near(tag: str, word: str) -> tuple[str, ...]:
    """The words that differ from one in a letter; those of our own lists, if there are any."""
    found = sorted(each for each in _altered(tag, word) if len(each) >= _SHORTEST)
    listed = tuple(each for each in found if each in table(tag).words)
    return listed or tuple(each for each in found if knows(tag, each))


def _altered(tag: str, word: str) -> set[str]:
    """All that one lost, added or other letter, or two in the wrong order, may have made of it."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    altered = {head + tail[1:] for head, tail in splits if tail}
    altered |= {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    for letter in table(tag).letters:
        altered |= {head + letter + tail[1:] for head, tail in splits if tail}
        altered |= {head + letter + tail for head, tail in splits}
    return altered


@lru_cache(8192)
def _is_english(word: str) -> bool:
    return any(
        each.spell(spelling) for each in _english() for spelling in (word, word.capitalize())
    )


@cache
def _english() -> tuple[Any, ...]:
    found = {file.stem: file for file in _files()}
    if not found.keys() >= _SPELLINGS:
        return ()
    try:
        from hunspell import Hunspell
    except ImportError:  # (macOS on Intel)
        return ()
    return tuple(
        Hunspell(name, hunspell_data_dir=str(file.parent)) for name, file in sorted(found.items())
    )


def _files() -> Iterator[Path]:
    """The English dictionaries of the computer."""
    for folder in _FOLDERS:
        place = Path(os.path.expandvars(folder)).expanduser()
        if place.is_absolute():
            yield from (
                each for each in place.glob("en_*.dic") if each.with_suffix(".aff").exists()
            )
