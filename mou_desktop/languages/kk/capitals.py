"""Takes a position; gives it as it is written inside a sentence."""

import re

_TITLES = ("президент", "премьер-министр", "мемлекеттік хатшы", "бас прокурор", "елбасы")
_STATES = ("қазақстан", "әзербайжан", "ресей", "өзбекстан", "қырғызстан", "түркия", "түркіменстан")
_OWNED_BY_NAME = re.compile(r"\S+\s+(?:республика|қала|облыс|аудан|ауыл|кент|округ)", re.IGNORECASE)


def inside_sentence(position: str) -> str:
    """A position with a small first letter, as official Kazakh writes all but the highest offices.

    Abbreviations and names of states and places keep their capital.
    """
    lower = position.casefold()
    if lower.startswith((*_TITLES, *_STATES)) or _OWNED_BY_NAME.match(position):
        return position
    first_word = position.split(maxsplit=1)[:1]
    if not first_word or sum(map(str.isupper, first_word[0])) > 1:
        return position
    return position[0].lower() + position[1:]
