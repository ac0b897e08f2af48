"""Takes a person's name or a surname; gives it in a case.

The last word alone takes the suffix, and a name keeps its last letter (Babəkin, Tofiqin).
"""

import re

from mou_desktop.languages.az import suffixes
from mou_desktop.languages.az.letters import is_native_spelling, reading, vowels
from mou_desktop.languages.base import Form

_PATRONYMIC_NOUNS = ("oğlu", "qızı")
# Spellings that a foreign name keeps and whose sound the letters do not tell.
_FOREIGN_ENDING = re.compile(
    r"e$|[ceior]x$|[eo]ux$|eau$|au[tx]$|(?:ee|oo|ou|ie)[^aıoueəiöü]*$"
    r"|(?:ck|sh|ch|ph|gh|tz|ames|ones|ghes|rles)$|[bcçdfgğxjkqlmnprsştvz]y$"
)


def decline(name: str, case: str) -> Form:
    """«Vüsal Rəşid oğlu» → «Vüsal Rəşid oğlunun», «Aysel Əliyeva» → «Aysel Əliyevaya»."""
    words = name.split()
    last = words[-1]
    if not last[-1].isalpha() or last.isupper():
        return Form(name, False)
    read = reading(last)
    if not vowels(read):
        return Form(name, False)
    sure = sounds_as_written(last) and "," not in name
    if read.endswith(_PATRONYMIC_NOUNS):
        return _with_patronymic_noun(name, read, case, sure)
    return Form(name + suffixes.plain(read, case), sure)


def _with_patronymic_noun(name: str, read: str, case: str, sure: bool) -> Form:
    """«oğlu» and «qızı» are possessives. Within one word (Koroğlu) that is no longer felt by all,
    which makes no difference to the genitive and the accusative.
    """
    is_apart = read in _PATRONYMIC_NOUNS
    form = name + suffixes.pronominal(read, case)
    return Form(form, sure and (is_apart or case in ("genitive", "accusative")))


def sounds_as_written(word: str) -> bool:
    """Whether the suffix can be told from the letters; not so of «Bordeaux» or «Blake»."""
    return is_native_spelling(word) and not _FOREIGN_ENDING.search(reading(word))
