"""Positions with a possessor: «his director»."""

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
