"""The possessive: ’s, or the apostrophe alone.

New Hart's Rules (Oxford, 2nd edition 2014) and The Chicago Manual of Style (16th edition 2010,
chapter 7): ’s after any singular, also one in s («Paris’s», «Mr. Abbas’s»); the apostrophe alone
after a plural in s and after a name whose last word is such a plural («United Nations’», «Ministry
of Foreign Affairs’», «Faculty of Economics’»). A name of several words takes it at its end.
"""

import re

from mou_desktop.languages.base import Form, Kind
from mou_desktop.languages.en.abbreviations import is_abbreviation
from mou_desktop.languages.en.reading import closed_class, is_readable, is_readable_name

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_LAST_WORD = re.compile(r"(?<![^\s\-–(«“„])(?:[^\W\d_]|['’])+$")
_POSSESSIVE = re.compile(r"['’]s?$")

_SINGULAR_ENDING = re.compile(r"(?:ss|us|is)$")
_PLURALS_LIKE_SINGULARS = closed_class("alibis emus gurus menus skis taxis")
_SINGULAR_WORDS = closed_class("atlas bias canvas chaos cosmos ethos gas lens")
_SINGULAR_NAMES = closed_class(
    """
    adams arkansas athens barbados brussels caracas charles collins dallas davies douglas edwards
    evans honduras hopkins hughes illinois james jones kansas lagos laos lucas massachusetts
    naples nicholas phillips roberts rogers texas thomas wales williams
    """
)
_PLURAL_PLACES = closed_class(
    """
    alps americas andes antilles bahamas balkans emirates falklands grenadines heights highlands
    hills islands lakes maldives midlands mountains netherlands nations philippines pyrenees
    seychelles springs states straits territories
    """
)
# «Moses», «Bridges», «Archimedes»: the apostrophe alone may be preferred.
_HARD_TO_SAY = re.compile(r"(?:[cgsxz]|[aeiou][dt])es$")


def possessive(kind: Kind, lemma: str) -> Form:
    """Unsure after a quotation mark, bracket, digit or full stop, after a possessive («Lloyd’s»),
    of an abbreviation in S, of a single word in -s that may be name or plural («Kazakhmys»), and
    of a personal name that is hard to say with another s.
    """
    if kind is Kind.ORGANIZATION and is_abbreviation(lemma):
        return Form(f"{lemma}{_APOSTROPHE}s", not lemma.endswith("S"))
    is_fit = is_readable_name if kind in (Kind.PERSON, Kind.SURNAME) else is_readable
    if not is_fit(lemma) or lemma[-1].isspace():
        return Form(lemma, False)
    found = _LAST_WORD.search(lemma)
    if found is None:
        return Form(f"{lemma}{_APOSTROPHE}s", False)
    if _POSSESSIVE.search(lemma):
        return Form(lemma, False)
    ending, sure = _ending(kind, found[0], is_alone=not lemma[: found.start()].strip())
    return Form(lemma + ending, sure)


def _ending(kind: Kind, word: str, *, is_alone: bool) -> tuple[str, bool]:
    small = word.lower()
    if not small.endswith("s"):
        return f"{_APOSTROPHE}s", kind is not Kind.PERSON or word[0].isupper()
    if any(map(str.isupper, word[1:])):  # «KazMunayGas»
        return f"{_APOSTROPHE}s", False
    if kind in (Kind.PERSON, Kind.SURNAME):
        return f"{_APOSTROPHE}s", word[0].isupper() and not _HARD_TO_SAY.search(small)
    if small in _PLURAL_PLACES:
        return _APOSTROPHE, True
    if _is_singular(small):
        return f"{_APOSTROPHE}s", True
    if kind is Kind.PLACE:
        return f"{_APOSTROPHE}s", not small.endswith("es")
    if is_alone and kind is Kind.ORGANIZATION:
        return f"{_APOSTROPHE}s", False
    return _APOSTROPHE, True


def _is_singular(word: str) -> bool:
    if word in _PLURALS_LIKE_SINGULARS:
        return False
    known = word in _SINGULAR_WORDS or word in _SINGULAR_NAMES
    return known or bool(_SINGULAR_ENDING.search(word))
