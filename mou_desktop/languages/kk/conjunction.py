"""«And» after a name: мен, бен or пен."""

from mou_desktop.languages.base import Form

_CONJUNCTIONS = {
    "мен": frozenset("аәеёийлмнңоөруұүыіэюя"),
    "бен": frozenset("жз"),
    "пен": frozenset("бвгғдкқпстфхһцчшщ"),
}
_LONGEST_ABBREVIATION = 4


def conjunction(name: str) -> Form:
    """«And» after a name: мен, бен or пен by its last letter, as Kazakh orthography rules.

    The choice is that of the instrumental endings (Р. Сыздықова, «Емле және тыныс белгілері»,
    1996, after the Basic Rules of 1983): мен after a vowel or sonorant, бен after ж and з, пен
    after a voiceless consonant and after б, в, г, ғ, д, which are devoiced at the end. A soft
    or hard sign has no sound, so the letter before it counts. A short word in capitals may be
    an abbreviation, read by the names of its letters: no sure choice.
    """
    spoken = "".join(c if c.isalnum() else " " for c in name).split() or [""]
    last_word = spoken[-1]
    letter = last_word.casefold().rstrip("ьъ")[-1:]
    abbreviated = last_word.isupper() and 1 < len(last_word) <= _LONGEST_ABBREVIATION
    for word, letters in _CONJUNCTIONS.items():
        if letter in letters:
            return Form(word, not abbreviated)
    return Form("мен", False)
