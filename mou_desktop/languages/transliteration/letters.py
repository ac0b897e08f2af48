"""The letters of the four languages, and their capitals.

Azerbaijani has two pairs, İ i and I ı, which Python's own methods mix up.
"""

_AZERBAIJANI_LOWER = {ord("İ"): "i", ord("I"): "ı"}
_AZERBAIJANI_UPPER = {ord("i"): "İ", ord("ı"): "I"}

AZERBAIJANI_VOWELS = "aeəıioöuü"
AZERBAIJANI_CONSONANTS = "bcçdfgğhjkqlmnprsştvxyz"
RUSSIAN_VOWELS = "аеёиоуыэюя"
RUSSIAN_CONSONANTS = "бвгджзйклмнпрстфхцчшщъь"
KAZAKH_LETTERS = "әғқңөұүһі"
"""Those that the Russian alphabet has not."""
CYRILLIC_VOWELS = RUSSIAN_VOWELS + "әөұүі"


def lower(text: str, tag: str) -> str:
    """Letter for letter, so that places in the text stay the same."""
    if tag == "az":
        text = text.translate(_AZERBAIJANI_LOWER)
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def upper(text: str, tag: str) -> str:
    """«i» of Azerbaijani becomes «İ»."""
    return (text.translate(_AZERBAIJANI_UPPER) if tag == "az" else text).upper()


def same(letters: str) -> dict[str, str]:
    """A table in which each letter stands for itself."""
    return dict(zip(letters, letters, strict=True))


def table(source: str, target: str) -> dict[str, str]:
    """From two rows of letters, separated by spaces: «а б ж» and «a b zh»."""
    return dict(zip(source.split(), target.split(), strict=True))
