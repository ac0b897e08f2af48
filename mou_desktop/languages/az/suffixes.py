"""Takes how a word sounds at its end; gives the case suffix, in vowel harmony.

«I» stands for the four close vowels, «A» for the two open ones: «ahəng qanunu», the four- and
two-way harmony of every school grammar of Azerbaijani.
"""

from collections.abc import Mapping

from mou_desktop.languages.az.letters import VOWELS, vowels

_CLOSE = dict(zip("aıoueəiöü", "ııuuiiiüü", strict=True))
_OPEN = dict(zip("aıoueəiöü", "aaaaəəəəə", strict=True))
_AFTER_CONSONANT: Mapping[str, str] = {
    "genitive": "In",
    "dative": "A",
    "accusative": "I",
    "locative": "dA",
    "ablative": "dAn",
}
_AFTER_VOWEL: Mapping[str, str] = {
    **_AFTER_CONSONANT,
    "genitive": "nIn",
    "dative": "yA",
    "accusative": "nI",
}
_AFTER_POSSESSIVE: Mapping[str, str] = {
    "genitive": "nIn",
    "dative": "nA",
    "accusative": "nI",
    "locative": "ndA",
    "ablative": "ndAn",
}


def plain(read: str, case: str) -> str:
    """Of a word without possessive: «kitab-ın», «ana-nın»."""
    patterns = _AFTER_VOWEL if read[-1] in VOWELS else _AFTER_CONSONANT
    return _harmonised(patterns[case], read)


def pronominal(read: str, case: str) -> str:
    """Of a word with the third-person possessive, whose cases begin with n: «qoruğu-nda»."""
    return _harmonised(_AFTER_POSSESSIVE[case], read)


def close_vowel(read: str) -> str:
    """The one of ı, i, u and ü that may follow: «qoruğ» → «u»."""
    return _CLOSE[vowels(read)[-1]]


def _harmonised(pattern: str, read: str) -> str:
    return pattern.replace("I", close_vowel(read)).replace("A", _OPEN[vowels(read)[-1]])
