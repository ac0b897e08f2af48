"""Takes names; tells whether two are the same in another case, or in another script.

A name in another script is read by ear: letters become sounds of one alphabet, glides and doubled
letters vanish. What an established spelling or a table of transliteration proposes is right too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mou_desktop.check.tables import table
from mou_desktop.languages import registry, transliteration
from mou_desktop.languages.base import Kind, Sex

_SHORTEST_STEM = 3
_CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")
_SOUNDS_CYRILLIC = str.maketrans(
    {
        **dict(
            zip("абвгғдзийкқлмнңоөпрстуұүфыіәэеё", "abvggdziykklmnnooprstuuufiiaeeo", strict=True)
        ),
        **{"ж": "j", "х": "h", "һ": "h", "ц": "ts", "ч": "ç", "ш": "ş", "щ": "ş", "ъ": "", "ь": ""},
        **{"ю": "yu", "я": "ya"},
    }
)
_DIGRAPHS = (
    ("shch", "ş"),
    ("dzh", "j"),
    ("sh", "ş"),
    ("ch", "ç"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("oo", "u"),
    ("ee", "i"),
)
_SOUNDS_LATIN = {
    "az": str.maketrans("əğıöücqxjw", "agioujghjv"),
    "en": str.maketrans("qwjəc", "kvjak"),
}
_GLIDE = re.compile(r"[yi](?=[aeou])|(?<=[aeou])y")
_DOUBLED = re.compile(r"(.)\1+")
_THROATY = str.maketrans("gh", "kk")
_OPEN = str.maketrans("e", "a")


def same_word(tag: str, one: str, other: str) -> bool:
    """Whether two words are one in two cases: they differ in endings of the language only."""
    small_one, small_other = registry.language(tag).lower(one), registry.language(tag).lower(other)
    return _same_word(tag, *sorted((small_one.replace("ё", "е"), small_other.replace("ё", "е"))))


@lru_cache(8192)
def _same_word(tag: str, one: str, other: str) -> bool:
    if one == other:
        return True
    if "-" in one and one.count("-") == other.count("-"):
        return all(map(_same_word, [tag] * 9, one.split("-"), other.split("-")))
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    endings = table(tag).endings
    fewest = min(_SHORTEST_STEM, len(one) - 1, len(other) - 1)
    for stem in range(shared, max(fewest, shared - 4) - 1, -1):
        if stem > 1 and one[stem:] in endings and other[stem:] in endings:
            return True
    return False


def same_name(tag: str, basic: str, found: str) -> bool:
    """Whether `found` is the name `basic`, in any case. Initials stand for what they begin."""
    if basic.endswith(".") or found.endswith("."):
        return basic[:1] == found[:1]
    return same_word(tag, basic, found) or (tag == "ru" and found in _russian_forms(basic))


@lru_cache(1024)
def _russian_forms(name: str) -> frozenset[str]:
    """The cases of a name, as a given name and as a surname of either sex."""
    language = registry.language("ru")
    return frozenset(
        language.inflect(kind, name, case, sex).text
        for case in _CASES
        for kind, sex in ((Kind.PERSON, Sex.MALE), (Kind.PERSON, Sex.FEMALE))
    )


@lru_cache(4096)
def sound(tag: str, name: str) -> str:
    """How a name sounds, in letters of one alphabet."""
    text = registry.language(tag).lower(name)
    text = re.sub(r"[^\w]", "", text)
    if tag in ("ru", "kk"):
        text = text.replace("дж", "ж").translate(_SOUNDS_CYRILLIC)
    else:
        if tag == "en":
            for letters, one in _DIGRAPHS:
                text = text.replace(letters, one)
        text = text.translate(_SOUNDS_LATIN[tag])
    text = _GLIDE.sub("", _GLIDE.sub("", text)).replace("y", "i")
    return _DOUBLED.sub(r"\1", text)


@lru_cache(4096)
def same_sound(tag: str, name: str, other_tag: str, other: str) -> bool:
    """Whether a name in one language is another's in its own letters. Russian oblique cases, as
    they stand behind «в лице», are understood.
    """
    ones, others = set(_basic_forms(tag, name)), set(_basic_forms(other_tag, other))
    heard = {sound(other_tag, each) for each in others}
    between = "ə" in f"{name}{other}".lower() or "ә" in f"{name}{other}".lower()
    for each in ones:
        if sound(tag, each) in heard or _nearly(sound(tag, each), heard, open_vowels=between):
            return True
    return _is_proposed(tag, ones, other_tag, others) or _is_proposed(other_tag, others, tag, ones)


def _nearly(one: str, others: set[str], *, open_vowels: bool) -> bool:
    """Whether only sounds differ that tables write in more than one way: g, h and k; «ə»."""

    def rough(name: str) -> str:
        name = name.translate(_THROATY)
        return name.translate(_OPEN) if open_vowels else name

    return any(rough(one) == rough(other) for other in others)


def _is_proposed(tag: str, names: set[str], other_tag: str, others: set[str]) -> bool:
    heard = {sound(other_tag, each) for each in others}
    for name in names:
        for full in (name, f"{name} {name}"):
            proposed = transliteration.propose(full, tag, other_tag).split(" ")[0]
            if proposed and sound(other_tag, proposed) in heard:
                return True
    return False


def _basic_forms(tag: str, name: str) -> Iterator[str]:
    """The name, and what it may be the genitive (dative, instrumental) of."""
    yield name
    if tag == "ru" and len(name) > 3:
        for ending, basic in (
            ("ого", "ий"),
            ("ого", "ый"),
            ("ого", "ой"),
            ("ой", "а"),
            ("ой", "ая"),
            ("а", ""),
            ("я", "ь"),
            ("я", "й"),
            ("у", ""),
            ("ю", "й"),
            ("ы", "а"),
            ("и", "я"),
            ("и", "ь"),
            ("ом", ""),
            ("ым", ""),
            ("ем", "й"),
            ("и", "а"),
            ("ии", "ия"),
        ):
            if name.endswith(ending) and len(name) - len(ending) > 1:
                yield name.removesuffix(ending) + basic
    if tag == "kk" and len(name) > 5:
        for ending in ("ның", "нің", "дың", "дің", "тың", "тің"):
            if name.endswith(ending):
                yield name.removesuffix(ending)


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters must be changed, added or taken away."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for place, opposite in enumerate(other, start=1):
            diagonal, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, diagonal + (letter != opposite)),
            )
    return row[-1]
