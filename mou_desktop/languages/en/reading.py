"""Which texts the rules of English may speak about."""

import re

from mou_desktop.languages.legible import is_legible, is_legible_person

_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏəẀ-ỿ]")


def closed_class(words: str) -> frozenset[str]:
    """Words that the grammar knows one by one, separated by spaces."""
    return frozenset(words.split())


def is_readable(text: str) -> bool:
    """Legible and in Latin letters."""
    return is_legible(text) and not _OTHER_SCRIPT.search(text)


def is_readable_name(name: str) -> bool:
    """The same of a person's name."""
    return is_legible_person(name) and not _OTHER_SCRIPT.search(name)
