"""Letters of another script or language, digits for letters, and characters that nobody sees.

`mixed-script`: a word with Latin and Cyrillic letters. `look-alike`: a word wholly of letters that
look like those of the right script. `foreign-letter`: the script is right, but the language has no
such letter. `digit-in-word` («Мем0рандум») and `letter-in-number` («2О26»).
`invisible-character`, `decomposed-letter`: й as и and a breve.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check import vocabulary
from mou_desktop.check.marks import Mark, in_paragraphs
from mou_desktop.check.scripts import (
    CYRILLIC,
    INVISIBLE,
    LATIN,
    in_script,
    is_certain,
    script_of,
    scripts,
    spellings,
)
from mou_desktop.check.tables import table
from mou_desktop.languages import registry
from mou_desktop.model.finding import Code, Level

_RUN = re.compile(rf"[^\W_](?:[\w{INVISIBLE}]*[^\W_])?")
# Spaces of a width of their own look like the usual one.
_ODD_SPACES = "\u1680\u2000-\u200a\u205f\u3000"
_INVISIBLE = re.compile(f"[{INVISIBLE}]+|[\t{_ODD_SPACES}]")
_COMBINED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_ROMAN = re.compile("[IVXL]{1,7}")
_ACRONYM = re.compile("[A-Z]{2,8}")
_CODE_NAME = re.compile(
    r"[^\W\d_]{1,5}\d{1,4}|\d{1,3}[^\W\d_]|[A-Z]\d[A-Z]|(?:к?м|см|мм|[kcm]?m)[²³23]", re.I
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)", re.I)
_DIGITS = {
    LATIN: {"0": "oO", "1": "lI", "3": "", "4": "", "5": "sS", "6": "b", "8": "B"},
    CYRILLIC: {"0": "оО", "1": "", "3": "зЗ", "4": "чЧ", "6": "б", "8": "В"},
}
_AS_DIGITS = {
    **dict.fromkeys("oOоО", "0"),
    **dict.fromkeys("lI|Іі", "1"),
    **dict.fromkeys("зЗ", "3"),
}
_AS_DIGITS |= {"б": "6", "B": "8", "В": "8", "S": "5", "s": "5", "ч": "4", "Ч": "4", "O": "0"}


@lru_cache(4096)
def read(tag: str, text: str) -> tuple[Mark, ...]:
    """The marks of one paragraph."""
    return tuple(sorted((*_unseen(text), *_words(tag, text)), key=lambda mark: mark.start))


rule = in_paragraphs(read)


def _unseen(text: str) -> Iterator[Mark]:
    for match in _INVISIBLE.finditer(text):
        between_words = match[0].isspace()
        points = " ".join(f"U+{ord(letter):04X}" for letter in match[0])
        yield Mark(
            Code.INVISIBLE_CHARACTER,
            Level.ERROR,
            *match.span(),
            " " if between_words else "",
            (("points", points),),
        )
    for match in _COMBINED.finditer(text):
        whole = unicodedata.normalize("NFC", match[0])
        yield Mark(
            Code.DECOMPOSED_LETTER, Level.ERROR, *match.span(), whole if len(whole) == 1 else None
        )


def _words(tag: str, text: str) -> Iterator[Mark]:
    for match in _RUN.finditer(text):
        word = re.sub(f"[{INVISIBLE}]", "", match[0])
        mark = _word(tag, word, text, match.start())
        if mark is not None:
            code, level, fix = mark
            params = (("word", word), ("fix", fix or ""))
            yield Mark(code, level, *match.span(), fix, params)


def _word(tag: str, word: str, text: str, start: int) -> tuple[Code, Level, str | None] | None:
    wanted, found = script_of(tag), scripts(word)
    if any(letter.isdigit() for letter in word):
        return _with_digits(word, found, wanted)
    if len(found) > 1:
        return Code.MIXED_SCRIPT, Level.ERROR, _respelled(tag, word, wanted)
    if found and found != {wanted}:
        return _other_script(word, wanted, text, start)
    return _foreign_letters(tag, word)


def _respelled(tag: str, word: str, wanted: str) -> str | None:
    """The word in its own script: a known one if there is, else one without any doubt."""
    lower = registry.language(tag).lower
    possible = list(spellings(word, wanted))
    known = next((each for each in possible if vocabulary.is_known(tag, lower(each))), None)
    return known or (possible[0] if possible and is_certain(word, wanted) else None)


def _with_digits(
    word: str, found: frozenset[str], wanted: str
) -> tuple[Code, Level, str | None] | None:
    if word.isdecimal() or _ORDINAL.fullmatch(word):
        return None
    letters = [letter for letter in word if not letter.isdigit()]
    as_number = "".join(_AS_DIGITS.get(letter, letter) for letter in word)
    if as_number.isdecimal() and len(letters) <= len(word) - len(letters):
        return Code.LETTER_IN_NUMBER, Level.ERROR, as_number
    as_word = _as_word(word, wanted)
    if as_word and len(letters) > 1 and len(letters) >= len(word) - len(letters):
        if _CODE_NAME.fullmatch(word) and word.upper() == word:
            return None
        return Code.DIGIT_IN_WORD, Level.ERROR, as_word
    if _CODE_NAME.fullmatch(word):
        return None
    if re.fullmatch(r"\d+[^\W\d_]{2,}|[^\W\d_]{3,}\d+", word):
        apart = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", word)
        return Code.SPACE_MISSING, Level.WARNING, apart
    return Code.DIGIT_IN_WORD, Level.ERROR, None


def _as_word(word: str, wanted: str) -> str | None:
    """The word with a letter for each digit that looks like one."""
    spelled = []
    for place, letter in enumerate(word):
        if letter.isdigit():
            doubles = _DIGITS[wanted].get(letter, "")
            if not doubles:
                return None
            capital = len(doubles) > 1 and (
                (place == 0 and word[1:2].islower()) or (word.upper() == word)
            )
            letter = doubles[-1] if capital else doubles[0]
        spelled.append(letter)
    return "".join(spelled)


def _other_script(
    word: str, wanted: str, text: str, start: int
) -> tuple[Code, Level, str | None] | None:
    """A word of the other script. Only one whose every letter has a double is a slip; other words
    are the concern of `foreign`.
    """
    if wanted == CYRILLIC and (_ROMAN.fullmatch(word) or is_address(text, start)):
        return None
    fix = in_script(word, wanted)
    acronym = wanted == CYRILLIC and len(word) > 1 and _ACRONYM.fullmatch(word)
    return None if fix is None or acronym else (Code.LOOK_ALIKE, Level.ERROR, fix)


def is_address(text: str, start: int) -> bool:
    """Whether the word belongs to an e-mail or web address."""
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", start)
    return bool(
        re.search(
            r"@|://|www\.|\w\.(?:com|org|net|az|kz|ru|gov)\b",
            text[first : last if last > 0 else None],
        )
    )


def _foreign_letters(tag: str, word: str) -> tuple[Code, Level, str | None] | None:
    rules = table(tag)
    lower = registry.language(tag).lower(word)
    if lower in rules.borrowed or all(letter in rules.letters for letter in lower):
        return None
    if not any(unicodedata.category(letter)[0] == "L" for letter in lower):
        return None
    fix = "".join(_nearest(letter, rules.letters) for letter in word)
    known = vocabulary.is_known(tag, registry.language(tag).lower(fix))
    return Code.FOREIGN_LETTER, Level.ERROR, fix if known else None


_NEAR = {"ї": "і", "є": "е", "ј": "й", "ў": "у", "ґ": "ғ", "ә": "а", "ғ": "г", "қ": "к", "ң": "н"}
_NEAR |= {"ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ə": "a", "ı": "i", "ß": "ss"}


def _nearest(letter: str, letters: frozenset[str]) -> str:
    """The letter of the language that a foreign one comes nearest to."""
    small = letter.lower()
    if small in letters or letter in letters:
        return letter
    bare = _NEAR.get(small) or unicodedata.normalize("NFD", small)[0]
    return bare.upper() if letter.isupper() else bare
