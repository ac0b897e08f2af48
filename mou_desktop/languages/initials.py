"""Takes a full name; gives the initials and the surname, as a signature block prints them.

The same rule in every language of the program: given name first, surname last.
"""

import re
import unicodedata

from mou_desktop.languages.base import NBSP, Form
from mou_desktop.languages.legible import is_legible_person
from mou_desktop.languages.personal_name import PARTICLES, Order, Part, PersonalName, split

_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_PLAIN = rf"{_WORD}(?:-{_WORD})*"


def initials(name: str) -> Form:
    """«Нурлан Мусагалиевич Дукенбаев» and «Дукенбаев Нурлан Мусагалиевич» → «Н. М. Дукенбаев».

    Unsure where the order of the words is in doubt, and of «Рашид оглы», which is shortened to
    «Р.» as well as to «Р. о.». Any other name is given back for the officer to shorten.
    """
    parted = split(unicodedata.normalize("NFC", name)) if is_legible_person(name) else None
    if parted is None or not all(map(_is_plain, parted.words)):
        return Form(name, False)
    surnames = _of(parted, Part.SURNAME)
    others = [*_of(parted, Part.GIVEN, Part.INITIAL), *_of(parted, Part.PATRONYMIC)]
    if len([word for word in surnames if word not in PARTICLES]) != 1 or not others:
        return Form(name, False)
    short = NBSP.join((*map(_initial, others), *surnames))
    sure = parted.order is not Order.DOUBTFUL and not any(" " in word for word in others)
    return Form(short, sure)


def _of(name: PersonalName, *parts: Part) -> list[str]:
    return [word for word, part in zip(name.words, name.parts, strict=True) if part in parts]


def _is_plain(word: str) -> bool:
    if word.endswith("."):
        return word[0].isupper()
    first, *particle = word.split()
    capitalised = all(part[0].isupper() for part in first.split("-") if part)
    return word in PARTICLES or (
        capitalised and len(particle) < 2 and bool(re.fullmatch(_PLAIN, first))
    )


def _initial(word: str) -> str:
    """The letter itself is kept, never re-cased: Python would turn a Turkic «i» into «I»."""
    if word.endswith("."):
        return word
    return "-".join(f"{part[0]}." for part in word.split()[0].split("-"))
