"""Positions: «his director», and how a position is written inside a sentence."""

import re

from mou_desktop.languages.base import Form
from mou_desktop.languages.kk.cases import possessed
from mou_desktop.languages.kk.possession import is_possessive, possessive_form

# «Директордың міндетін атқарушы»: the possessor's suffix goes to the director.
_ACTING = re.compile(
    r"(?P<before>(?:.*\s)?)(?P<genitive>\S+)"
    r"(?P<after>(?:\s+уақытша)?\s+(?:міндет|қызмет)\w*\s+(?:уақытша\s+)?атқар(?:ушы|атын)\S*)",
    re.IGNORECASE | re.DOTALL,
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_AFTER_CONSONANT = ("дың", "дің", "тың", "тің")
_AFTER_VOWEL_OR_NASAL = ("ның", "нің")
_TITLES = ("президент", "премьер-министр", "мемлекеттік хатшы", "бас прокурор", "елбасы")
_STATES = ("қазақстан", "әзербайжан", "ресей", "өзбекстан", "қырғызстан", "түркия", "түркіменстан")
_OWNED_BY_NAME = re.compile(r"\S+\s+(?:республика|қала|облыс|аудан|ауыл|кент|округ)", re.IGNORECASE)


def possessive_position(position: str) -> Form:
    """«директоры», «басшысы», «директорының міндетін атқарушы»; what is possessive stays so."""
    if acting := _ACTING.fullmatch(position):
        owned = _owned_genitive(acting["genitive"])
        return Form(acting["before"] + owned.text + acting["after"], owned.sure)
    found = _LAST_WORD.search(position)
    if not found:
        return Form(position, False)
    word = found[0]
    if is_possessive(word):
        return Form(position, found.start() > 0)
    owned = possessive_form(word)
    return Form(position[: found.start()] + owned.text, owned.sure)


def _owned_genitive(word: str) -> Form:
    """«директордың» → «директорының»; «директорының» stays."""
    stem, ending = word[:-3], word[-3:].casefold()
    if ending in _AFTER_VOWEL_OR_NASAL and is_possessive(stem):
        return Form(word, True)
    if ending not in (*_AFTER_VOWEL_OR_NASAL, *_AFTER_CONSONANT):
        return Form(word, False)
    fallen_t = stem.casefold().endswith("ис") and ending.startswith("т")
    owned = possessive_form(stem + "т" if fallen_t else stem)
    return Form(possessed(owned.text, "genitive").text, owned.sure and not fallen_t)


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
