"""Finds the basic form of a name that stands in another one. The grammar decides: a basic form
counts only when it gives exactly the form that was read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from mou_desktop.intake.marked import spaced
from mou_desktop.languages import registry
from mou_desktop.languages.base import Kind, Sex

NOMINATIVE, INITIALS = "nominative", "initials"
_TRIED = 300
_CUT = 5
# The words of a Russian name that can decline, from its beginning.
_DECLINED = 4
# As many letters a surname keeps in all its forms.
_ALIKE = 3
SHORTENED = re.compile(r"((?:[^\W\d_]\.[\s-]?)+)([^\W\d_].+)")
_OWNED_GENITIVES = ("сының", "сінің", "ының", "інің")
# What a Russian ending in an oblique case can have been.
_RUSSIAN = (
    ("ого", ("ый", "ий", "ой", "ое")),
    ("его", ("ий", "ый", "ее", "ей")),
    ("ым", ("ый", "ой", "ое", "")),
    ("им", ("ий", "ое", "ее")),
    ("ой", ("а", "ая", "ой")),
    ("ей", ("я", "ая", "яя", "ь")),
    ("ом", ("", "о")),
    ("ем", ("", "й", "ь", "е")),
    ("ии", ("ия",)),
    ("ье", ("ья",)),
    ("а", ("", "о")),
    ("я", ("й", "ь", "е", "ие")),
    ("у", ("", "а", "о")),
    ("ю", ("й", "ь", "я")),
    ("ы", ("а",)),
    ("и", ("а", "я", "ь")),
    ("е", ("а", "я", "", "о", "ь")),
)


_IRREGULAR = {"Петра": "Пётр", "Павла": "Павел", "Льва": "Лев"}


class Lemma(NamedTuple):
    """A basic form, and the form of it that was read. `sex` is that of a person, if it matters."""

    text: str
    form: str
    sure: bool = True
    sex: Sex | None = None


def matches(
    tag: str, kind: Kind, lemma: str, form: str, sex: Sex | None, text: str
) -> tuple[bool, bool]:
    """Whether a form of `lemma` is somewhere written like `text`, and whether it is sure."""
    language = registry.language(tag)
    found = language.inflect(kind, lemma, form, sex)
    written = {
        " ".join(spaced(language.placed(kind, form, found.text, opens_sentence=opens)).split())
        for opens in (False, True)
    }
    return text in written, found.sure


def form_of(
    tag: str, kind: Kind, lemma: str, text: str, forms: Sequence[str], sex: Sex | None = None
) -> str:
    """The first of these forms of `lemma` that is surely written like `text`; empty if none is."""
    known = registry.language(tag).forms(kind)
    for form in forms:
        if form in known and matches(tag, kind, lemma, form, sex, text) == (True, True):
            return form
    return ""


def lemmas(
    tag: str, kind: Kind, text: str, forms: Sequence[str], sexes: Sequence[Sex | None] = (None,)
) -> list[Lemma]:
    """The basic forms of which `text` is one of `forms`: the likeliest first, sure ones before
    others.
    """
    found: list[Lemma] = []
    known = registry.language(tag).forms(kind)
    for form in forms:
        if form not in known:
            continue
        if form == NOMINATIVE:
            found.append(Lemma(text, form))
            continue
        tried = dict.fromkeys(islice(_candidates(tag, kind, text, form), _TRIED))
        for candidate in tried:
            for sex in sexes:
                same, sure = matches(tag, kind, candidate, form, sex, text)
                if same:
                    found.append(Lemma(candidate, form, sure, sex))
    return sorted(found, key=lambda lemma: not lemma.sure)


def with_surname(tag: str, surname: str, text: str, form: str, sex: Sex | None) -> str:
    """A full name of which the surname is known, from a form of it whose surname the grammar would
    write in another way; empty where that does not fit.
    """
    *given, last = text.split(" ")
    if not given or last[:_ALIKE] != surname[:_ALIKE]:
        return ""
    for candidate in islice(_candidates(tag, Kind.PERSON, text, form), _TRIED):
        name = " ".join([*candidate.split(" ")[:-1], surname])
        found = registry.language(tag).inflect(Kind.PERSON, name, form, sex).text
        if found.split(" ")[:-1] == given:
            return name
    return ""


def is_short_of(shortened: str, name: str) -> bool:
    """Whether «Н. Дукенбаев» can stand for «Нурлан Мусагалиевич Дукенбаев»."""
    found = SHORTENED.fullmatch(shortened)
    if found is None:
        return False
    initials = [letter for letter in found[1] if letter.isalpha()]
    *given, surname = name.split(" ")
    if surname != found[2] or len(initials) > len(given):
        return False
    return all(word.startswith(letter) for word, letter in zip(given, initials, strict=False))


def _candidates(tag: str, kind: Kind, text: str, form: str) -> Iterator[str]:
    """The likeliest first."""
    if tag == "ru":
        found = sorted(islice(_russian(text), 4 * _TRIED), key=lambda each: _odd(kind, text, each))
        yield from found
    elif tag == "en":
        yield from _english(text, form)
    elif kind is Kind.POSITION and form == "possessive":
        yield from _owned(text)
    else:
        yield from reversed(list(_cut(text)))


def _russian(text: str) -> Iterator[str]:
    """Superior bodies and quotations, which stand behind, do not decline."""
    words = text.split(" ")
    options = [[word, *_russian_word(word)] for word in words[:_DECLINED]]
    for chosen in product(*options):
        yield " ".join([*chosen, *words[_DECLINED:]])


def _russian_word(word: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, basic in _RUSSIAN:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield from (stem + each for each in basic)


def _odd(kind: Kind, text: str, candidate: str) -> tuple[bool, bool, int]:
    """How odd a basic form is: names of places and adjectives with their nouns are seldom left
    unchanged, other words mostly are; officers are not neuter.
    """
    words = candidate.split(" ")
    changed = [now != then for now, then in zip(words, text.split(" "), strict=True)]
    if kind is not Kind.POSITION:
        return False, not any(changed), sum(changed)
    alone = words[0].endswith(("ый", "ой")) and len(words) > 1 and not changed[1]
    return words[0].endswith(("ое", "ее")), alone, sum(changed)


def _english(text: str, form: str) -> Iterator[str]:
    if form == "definite":
        if text[:4].lower() == "the ":
            yield text[4:]
        yield text
    elif form == "addressed":
        title, _space, name = text.partition(" ")
        if title in ("Mr.", "Ms.") and name:
            yield name
        yield text
    elif form == "possessive":
        yield from (text.removesuffix("’s"), text.removesuffix("'s"), text.removesuffix("’"))


def _cut(text: str) -> Iterator[str]:
    """The endings of Azerbaijani and Kazakh stand on the last word."""
    for length in range(1, min(_CUT, len(text.split(" ")[-1]) - 1) + 1):
        yield text[:-length]


def _owned(text: str) -> Iterator[str]:
    """What becomes a Kazakh position that somebody has: «директор», «басшы», «…дың …»."""
    words = text.split(" ")
    for number, word in enumerate(words):
        owned = next((each for each in _OWNED_GENITIVES if word.endswith(each)), "")
        if owned and number + 1 < len(words):
            stem = word.removesuffix(owned)
            genitive = registry.language("kk").inflect(Kind.NOUN, stem, "genitive", None).text
            yield " ".join([*words[:number], genitive, *words[number + 1 :]])
    yield text.removesuffix("сы").removesuffix("сі")
    yield text[:-1]
    yield text
