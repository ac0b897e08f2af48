"""Takes one common noun; gives it in a case."""

from mou_desktop.languages.az import suffixes
from mou_desktop.languages.az.letters import VOWELS, is_native_spelling, reading, vowels
from mou_desktop.languages.az.lexicon import POSSESSED_PARTS, WAVERING_IN_E
from mou_desktop.languages.az.stems import before_consonant, before_vowel
from mou_desktop.languages.base import Form

# The two words that take y where others take n: «suyun», «nəyin».
_WITH_Y = ("su", "nə")


def decline(word: str, case: str) -> Form:
    """«otaq» → «otağın». A word with a hyphen is declined as its last part."""
    read = reading(word)
    last_part = read.rpartition("-")[2]
    if not vowels(last_part):
        return Form(word, False)
    is_regular = is_native_spelling(word)
    if is_possessed_compound(last_part):
        return Form(word + suffixes.pronominal(read, case), is_regular)
    if case in ("genitive", "accusative"):
        if last_part in _WITH_Y:
            return Form(word + "y" + suffixes.plain(read + "y", case), is_regular)
        is_steady = not is_compound_of_su(last_part) and last_part not in WAVERING_IN_E
        is_regular = is_regular and is_steady
    suffix = suffixes.plain(read, case)
    begins_with_vowel = suffix[0] in VOWELS
    stem = (before_vowel if begins_with_vowel else before_consonant)(word, last_part)
    return Form(stem.text + suffix, is_regular and stem.sure)


def is_compound_of_su(read: str) -> bool:
    """«Azərsu», «Ağsu»: usage wavers between «-suyun» and «-sunun»."""
    return read.endswith("su") and read[-3:-2] not in VOWELS


def is_possessed_compound(read: str) -> bool:
    """Of a word without hyphen, in its reading: «dəmiryolu»."""
    return any(read.endswith(part) and len(read) > len(part) + 1 for part in POSSESSED_PARTS)
