"""Latin and Cyrillic letters: which is which, which look alike, and what cannot be seen at all."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

LATIN, CYRILLIC = "latin", "cyrillic"
_SCRIPTS = {"az": LATIN, "en": LATIN, "kk": CYRILLIC, "ru": CYRILLIC}
_LATIN = re.compile("[A-Za-zªºÀ-ÖØ-öø-ɏɐ-ʯḀ-ỿ]")
_CYRILLIC = re.compile("[Ѐ-ԯᲀ-ᲈꙀ-ꚟ]")

# Latin letters, and below them the Cyrillic ones that look the same, or nearly so in print.
_LATIN_TWINS = "aceopxyihkəöüäjsABCEHIKMOPTXYƏJSÄÖ"
_CYRILLIC_TWINS = "асеорхуіһкәӧӱӓјѕАВСЕНІКМОРТХУӘЈЅӒӦ"
_TO_CYRILLIC = {
    **dict(zip(_LATIN_TWINS, _CYRILLIC_TWINS, strict=True)),
    **{"m": "м", "t": "т", "b": "ь"},
}
_TO_LATIN = {
    **dict(zip(_CYRILLIC_TWINS, _LATIN_TWINS, strict=True)),
    **{"м": "m", "т": "t", "ү": "y"},
}
_ALIKE: Mapping[str, Mapping[str, str]] = {LATIN: _TO_LATIN, CYRILLIC: _TO_CYRILLIC}

# What else they are taken for, because the sound or the italics are alike.
_ALSO: Mapping[str, Mapping[str, str]] = {
    LATIN: {"у": "u", "с": "s", "р": "r", "н": "nh", "в": "vb", "и": "iu", "і": "ı", "г": "rg"},
    CYRILLIC: {"y": "ы", "u": "иу", "n": "нп", "h": "нх", "g": "гғд", "k": "қ", "o": "ө", "a": "ә"},
}

# Zero width, bidirectional, soft hyphen, control: letters and marks apart, which do show.
INVISIBLE = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
_WORD = re.compile(rf"[^\W_](?:[\w{INVISIBLE}̀-ͯ]*[^\W_])?")


def script_of(tag: str) -> str:
    """The script of a language's texts."""
    return _SCRIPTS[tag]


@lru_cache(1024)
def script(letter: str) -> str:
    """`LATIN`, `CYRILLIC` or nothing."""
    if _LATIN.match(letter):
        return LATIN
    return CYRILLIC if _CYRILLIC.match(letter) else ""


@lru_cache(16384)
def scripts(word: str) -> frozenset[str]:
    """The scripts of a word's letters."""
    return frozenset(found for found in map(script, word) if found)


def spellings(word: str, wanted: str) -> Iterator[str]:
    """The words of the right script that a mixed one may be meant for, the likeliest first. Some
    letters are mistaken for several: a Latin y stands for «у», and for «ы».
    """
    alike = _ALIKE[wanted]
    choices = [
        letter
        if script(letter) in ("", wanted)
        else alike.get(letter, "") + _ALSO[wanted].get(letter, "")
        for letter in word
    ]
    if all(choices):
        yield from ("".join(letters) for letters in islice(product(*choices), 64))


def is_certain(word: str, wanted: str) -> bool:
    """Whether each letter of the other script has one double only."""
    return not any(script(letter) != wanted and letter in _ALSO[wanted] for letter in word)


def in_script(word: str, wanted: str) -> str | None:
    """The word with each letter of the other script replaced by the one that looks like it; nothing
    when a letter has no double.
    """
    alike = _ALIKE[wanted]
    spelled = [
        letter if script(letter) in ("", wanted) else alike.get(letter, "") for letter in word
    ]
    return "".join(spelled) if all(spelled) else None


@lru_cache(4096)
def plain(tag: str, text: str) -> str:
    """The text, letter for letter, as other rules should read it: doubles in the language's own
    script, ordinary spaces. Each defect is so reported by one rule only.
    """
    wanted = script_of(tag)

    def own(word: re.Match[str]) -> str:
        found = scripts(word[0])
        return word[0] if found <= {wanted} else in_script(word[0], wanted) or word[0]

    return _WORD.sub(own, re.sub(r"[^\S\n]", " ", text))
