"""Takes a full name; gives the initials and the surname, as a signature block prints them.

The same rule in every language of the program: given name first, surname last.
"""

import re
import unicodedata

from mou_desktop.languages.base import NBSP, Form

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SURNAME = re.compile(r"(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|заде|[eo]va?|zad[eə])$")
_PATRONYMIC = re.compile(r"(?:вич|вна|чна|[ұу]лы|қызы|кызы|оглы|vich|vna|oğlu|qızı)$")


def initials(name: str) -> Form:
    """«Нурлан Мусагалиевич Дукенбаев» → «Н. М. Дукенбаев».

    Sure only of two or three plain capitalised words. A patronymic at the end of three, or a word
    like a surname at the beginning alone, means that the surname may stand first. Any other name
    is given back for the officer to shorten.
    """
    composed = unicodedata.normalize("NFC", name)
    *given, surname = composed.split() or [""]
    if len(given) not in (1, 2) or not all(map(_is_plain, (*given, surname))):
        return Form(name, False)
    short = NBSP.join((*map(_initial, given), surname))
    return Form(short, not _surname_stands_first(given, surname))


def _surname_stands_first(given: list[str], last: str) -> bool:
    if len(given) > 1 and _PATRONYMIC.search(last.casefold()):
        return True
    like_surnames = [bool(_SURNAME.search(word.casefold())) for word in (given[0], last)]
    return like_surnames == [True, False]


def _is_plain(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and all(part[0].isupper() for part in word.split("-"))


def _initial(given_name: str) -> str:
    """The letter itself is kept, never re-cased: Python would turn a Turkic «i» into «I»."""
    return "-".join(f"{part[0]}." for part in given_name.split("-"))
