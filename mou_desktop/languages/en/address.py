"""How a person is addressed in running text: «Mr. Vusal Alyev», «Ms. Aygun Alyeva»."""

import re

from mou_desktop.languages.base import NBSP, Form, Sex
from mou_desktop.languages.en.reading import is_readable_name

_ADDRESS = {Sex.MALE: "Mr.", Sex.FEMALE: "Ms."}
_TITLES = (
    (Sex.MALE, re.compile(r"(?:Mr|Sir|Lord|His Excellency)\b")),
    (Sex.FEMALE, re.compile(r"(?:Mrs|Ms|Miss|Dame|Lady|Her Excellency)\b")),
    (None, re.compile(r"(?:Dr|Doctor|Prof|Professor|Academician|Ambassador|H\.E\.)(?!\w)")),
)


def addressed(name: str, sex: Sex | None) -> Form:
    """A title that the name carries already stays, and nothing is put before it: sure, unless it
    contradicts the sex. Without one the sex must be known.
    """
    if not is_readable_name(name):
        return Form(name, False)
    for title_of, pattern in _TITLES:
        if pattern.match(name):
            return Form(name, None in (title_of, sex) or title_of is sex)
    return Form(f"{_ADDRESS[sex]}{NBSP}{name}", True) if sex else Form(name, False)
