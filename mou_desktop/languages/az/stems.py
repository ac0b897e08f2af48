"""Takes a common noun; gives its stem as it stands before a suffix.

Closed classes: the second vowel falls out (isim, ismin), a doubled last letter is written once
before a consonant (xətt, xətdə), and q or k softens.
"""

from mou_desktop.languages.az.finals import SOFTENED, softening
from mou_desktop.languages.az.letters import vowels
from mou_desktop.languages.az.lexicon import DOUBLED, SHORTENED, SOMETIMES_SHORTENED
from mou_desktop.languages.base import Form


def before_vowel(word: str, read: str) -> Form:
    """«otaq» → «otağ», «isim» → «ism». `read` is the reading of the word's last part."""
    if read in SHORTENED or read in SOMETIMES_SHORTENED:
        return Form(word[:-2] + word[-1], read in SHORTENED)
    if read[-1] in SOFTENED:
        happens, sure = softening(read)
        return Form(word[:-1] + SOFTENED[read[-1]] if happens else word, sure)
    return Form(word, True)


def before_consonant(word: str, read: str) -> Form:
    """«xətt» → «xət»: a word of one syllable loses one of its two last letters, if it is of the old
    loans; of others («stress») it is not known.
    """
    if read in DOUBLED:
        return Form(word[:-1], True)
    return Form(word, read[-1] != read[-2:-1] or len(vowels(read)) > 1)
