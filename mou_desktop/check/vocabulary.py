"""Takes a word; tells which of the four languages it belongs to, and what it may be a slip of."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from mou_desktop.check import dictionaries
from mou_desktop.check.number_words import is_number_word
from mou_desktop.check.scripts import CYRILLIC, LATIN, script_of, scripts
from mou_desktop.check.tables import table
from mou_desktop.languages.ru import dictionary

_OF_SCRIPT = {LATIN: ("en", "az"), CYRILLIC: ("ru", "kk")}
PARTNERS = {"ru": "kk", "kk": "ru", "az": "en", "en": "az"}
_OWN_LETTERS = {
    "kk": frozenset("әғқңөұүһі"),
    "az": frozenset("əğışçöü"),
    "ru": frozenset(),
    "en": frozenset(),
}
_FOLDS: dict[str, dict[int, int]] = {
    "kk": str.maketrans("әғқңөұүһіыэ", "агкноуухиие"),
    "az": str.maketrans("əeığöüşçq", "aaigouscg"),
    "ru": str.maketrans("ё", "е"),
    "en": {},
}
_SHORTEST_GUESS = 5
_MARGIN = {"ru": 0.5, "kk": 0.6, "az": 1.3, "en": 1.5}
_VARIED_END = 3


def is_known(tag: str, word: str) -> bool:
    """Whether the tables list a word of the language, or its dictionary has it."""
    return is_listed(tag, word) or dictionaries.knows(tag, word)


@lru_cache(8192)
def is_listed(tag: str, word: str) -> bool:
    """Whether a word stands in the tables of the language, numbers and months included."""
    rules = table(tag)
    if word in rules.words or word in rules.function_words:
        return True
    groups = (rules.units, rules.months)
    patterns = (pattern for group in groups for pattern in group.values())
    return is_number_word(tag, word) or any(pattern.fullmatch(word) for pattern in patterns)


@lru_cache(8192)
def language_of(tag: str, word: str, *, shared: bool, name: bool) -> str:
    """The other language that a word in a text of the language `tag` belongs to; empty when it may
    well be the text's own. A `shared` word also stands in the version in the other language of the
    script; a `name` belongs elsewhere only when a table says so.
    """
    found = scripts(word)
    if len(found) != 1:
        return ""
    if found != {script_of(tag)}:
        return _likeliest(word, _OF_SCRIPT[next(iter(found))])
    other = PARTNERS[tag]
    if len(word) == 1 and name:
        return ""
    if is_listed(tag, word):
        return ""
    if word in table(other).function_words:
        return other
    if _OWN_LETTERS[tag] & set(word) or len(word) < 3:
        return ""
    if _OWN_LETTERS[other] & set(word) and tag != "ru":
        return other if word in table(other).words or not name else ""
    if name:
        return other if word in table(other).words and not is_known(tag, word) else ""
    return other if _belongs(tag, other, word, shared=shared) else ""


def _belongs(tag: str, other: str, word: str, *, shared: bool) -> bool:
    if tag == "ru" and dictionary.knows(word):
        return False
    listed = word in table(other).words or shared
    margin = score(other, word) - score(tag, word)
    if tag == "kk":
        return _is_russian(word, listed=listed, margin=margin)
    if listed:
        return margin > -1.0
    return len(word) >= _SHORTEST_GUESS and margin > _MARGIN[tag]


def _is_russian(word: str, *, listed: bool, margin: float) -> bool:
    """In a Kazakh text. Russian nouns in the nominative are often Kazakh words as well."""
    if not dictionary.knows(word):
        return listed and margin > 0
    loan = dictionary.is_nominative_noun(word) and not word.endswith(("ие", "ость", "ство", "ье"))
    if listed and (not loan or margin > 0.3):
        return True
    return not loan and len(word) >= _SHORTEST_GUESS and margin > _MARGIN["kk"]


def _likeliest(word: str, tags: tuple[str, ...]) -> str:
    def weight(tag: str) -> float:
        own = 3.0 * (word in table(tag).words) + 5.0 * bool(_OWN_LETTERS[tag] & set(word))
        return score(tag, word) + own

    return max(tags, key=weight)


@lru_cache(8192)
def score(tag: str, word: str) -> float:
    """How much a word looks like one of the language: the mean logarithm of how probable each of
    its letters is behind the two before it.
    """
    counts = _letters(tag)
    text = f"^{word}$"
    total = 0.0
    for place in range(len(text) - 2):
        three, two = text[place : place + 3], text[place + 1 : place + 3]
        behind_one = (counts.get(two, 0) + 0.5) / (counts.get(two[0], 0) + 50)
        seen = counts.get(three, 0) + 0.3 * behind_one
        total += math.log(seen / (counts.get(three[:2], 0) + 0.3) + 1e-4)
    return total / max(1, len(text) - 2)


@cache
def _letters(tag: str) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for word in table(tag).words | table(tag).function_words:
        text = f"^{word}$"
        for length in (1, 2, 3):
            counts.update(text[place : place + length] for place in range(len(text) - length + 1))
    return counts


def folded(tag: str, word: str) -> str:
    """The word with the letters that are often typed for one another made the same."""
    return word.translate(_FOLDS[tag])


@lru_cache(4096)
def meant(tag: str, word: str) -> str:
    """The listed word that an unknown one is probably a slip of; empty when there is none. Where
    words take endings, a difference at their end is none.
    """
    if is_known(tag, word) or len(word) < 4:
        return ""
    twin = _by_fold(tag).get(folded(tag, word), "")
    if twin:
        return twin
    if len(word) < 6:
        return ""
    near = {other for key in (word, *_without_one(word)) for other in _by_loss(tag).get(key, ())}
    fitting = [other for other in near if _is_slip(tag, word, other)]
    return min(fitting, key=lambda other: (abs(len(other) - len(word)), other), default="")


def _is_slip(tag: str, word: str, other: str) -> bool:
    """Whether one letter was lost, added, replaced or exchanged with its neighbour in the stem."""
    start = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if start is None or start >= min(len(word), len(other)) - _VARIED_END:
        return False
    rest, wanted = word[start:], other[start:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


@cache
def _by_fold(tag: str) -> Mapping[str, str]:
    return {folded(tag, word): word for word in sorted(table(tag).words) if len(word) > 3}


@cache
def _by_loss(tag: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(table(tag).words):
        if len(word) > 5:
            for key in (word, *_without_one(word)):
                found[key] = (*found.get(key, ()), word)
    return found


def _without_one(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
