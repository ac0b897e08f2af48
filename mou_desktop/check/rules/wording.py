"""Words and sentences that belong to another of the languages, and misspelt ones.

`foreign-sentence`, `foreign-word`. `misspelt-word`: the dictionary does not have the word but one
that differs in a letter. `spelled-otherwise`: the word is one of our lists but for a letter.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mou_desktop.check import dictionaries, vocabulary
from mou_desktop.check.index import SIGNATURE, Index
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.rules import letters
from mou_desktop.check.rules.seams import between as seams_between
from mou_desktop.check.rules.seams import in_word as seams_in
from mou_desktop.check.scripts import script_of, scripts
from mou_desktop.check.tables import table
from mou_desktop.check.words import Sentence, Word, sentences, words
from mou_desktop.model.finding import Code, Finding, Level

_FEWEST_FOREIGN = 3
_SHORTEST = 4
_NAMED = frozenset({Code.MIXED_SCRIPT, Code.LOOK_ALIKE, Code.DIGIT_IN_WORD, Code.LETTER_IN_NUMBER})


def rule(index: Index) -> Iterator[Finding]:
    """All of them; names in the signatures are not looked at."""
    spoken = {tag: _spoken(index, tag) for tag in index.tags}
    for line in index.lines:
        own = {part for word in words(line.tag, line.text) for part in word.small.split("-")}
        shared = own & spoken.get(vocabulary.PARTNERS[line.tag], frozenset())
        for mark in read(line.tag, line.text, frozenset(shared), line.place == SIGNATURE):
            yield found(line, mark)


def _spoken(index: Index, tag: str) -> frozenset[str]:
    """The words of a version that are no names: they stand with a small letter somewhere."""
    return frozenset().union(*(_small_words(tag, line.text) for line in index.version(tag)))


@lru_cache(4096)
def _small_words(tag: str, text: str) -> frozenset[str]:
    return frozenset(word.small for word in words(tag, text) if word.text.islower())


@lru_cache(4096)
def read(tag: str, text: str, shared: frozenset[str], is_name: bool) -> tuple[Mark, ...]:
    """The marks of one paragraph; `shared` are its words that stand in the version in the other
    language of the same script.
    """
    blamed = {(mark.start, mark.end) for mark in letters.read(tag, text) if mark.code in _NAMED}
    marks: list[Mark] = []
    for sentence in sentences(tag, text):
        marks += _in_sentence(tag, text, sentence, shared, blamed, is_name)
    return tuple(marks)


def _in_sentence(
    tag: str,
    text: str,
    sentence: Sentence,
    shared: frozenset[str],
    blamed: set[tuple[int, int]],
    is_name: bool,
) -> Iterator[Mark]:
    foreign: list[tuple[Word, str]] = []
    own: list[Word] = []
    for number, word in enumerate(sentence.words):
        if any(start < word.end and word.start < end for start, end in blamed):
            own.append(word)
            continue
        name = word.text[0].isupper() and (number > 0 or is_name)
        other = _foreign(tag, word, text, shared, name=name)
        if other:
            foreign.append((word, other))
        elif not word.text.isdecimal():
            own.append(word)
    if len(foreign) >= _FEWEST_FOREIGN and len(foreign) >= len(own):
        yield _sentence(sentence, [other for _word, other in foreign])
        return
    for word, other in foreign:
        yield _foreign_word(tag, word, other)
    broken = _broken(tag, text, own)
    yield from broken
    for number, word in enumerate(sentence.words):
        if any(mark.start <= word.start < mark.end for mark in broken):
            continue
        seams = tuple(seams_in(tag, word)) if word in own and not is_name else ()
        if seams:
            yield from seams
        elif word in own and not (word.text[0].isupper() and (number > 0 or is_name)):
            yield from _misspelt(tag, word)
        elif word in own and not is_name:
            yield from _misspelt_name(tag, word)


def _broken(tag: str, text: str, own: list[Word]) -> list[Mark]:
    pairs = pairwise(own)
    return [mark for first, second in pairs for mark in seams_between(tag, text, first, second)]


def _foreign(tag: str, word: Word, text: str, shared: frozenset[str], *, name: bool) -> str:
    if word.text.isupper() and len(word.text) > 1 and len(word.text) < 9:
        name = True
        if scripts(word.text) != {script_of(tag)}:
            return ""  # (an abbreviation, or a number of the Romans)
    if letters.is_address(text, word.start):
        return ""
    parts = word.small.split("-")
    found = (vocabulary.language_of(tag, part, shared=part in shared, name=name) for part in parts)
    other = next((each for each in found if each), "")
    rather_a_slip = (
        tag == "ru" and other and word.small not in shared and dictionaries.near("ru", word.small)
    )
    return "" if rather_a_slip else other


def _sentence(sentence: Sentence, others: list[str]) -> Mark:
    other = max(sorted(set(others)), key=others.count)
    params = (("language", other),)
    return Mark(Code.FOREIGN_SENTENCE, Level.ERROR, sentence.start, sentence.end, None, params)


def _foreign_word(tag: str, word: Word, other: str) -> Mark:
    """A name in another script may be meant."""
    strange = scripts(word.text) != {script_of(tag)}
    listed = word.small in table(other).words or word.small in table(other).function_words
    own_letters = not word.text.isascii()
    named = word.text[0].isupper() and strange and not listed and not own_letters
    params = (("word", word.text), ("language", other))
    level = Level.NOTE if named else Level.WARNING
    return Mark(Code.FOREIGN_WORD, level, word.start, word.end, None, params)


def _misspelt(tag: str, word: Word) -> Iterator[Mark]:
    start = word.start
    for part in word.small.split("-"):
        shown = word.text[start - word.start : start - word.start + len(part)]
        marks = () if tag == "ru" else tuple(_listed(tag, part, shown, start))
        yield from marks or _not_in_dictionary(tag, part, shown, start)
        start += len(part) + 1


def _misspelt_name(tag: str, word: Word) -> Iterator[Mark]:
    """A capitalised word is looked at only where it is a listed one but for a letter."""
    if len(word.text) > 5 and "-" not in word.text:
        yield from _listed(tag, word.small, word.text, word.start)


def _listed(tag: str, part: str, shown: str, start: int) -> Iterator[Mark]:
    other = vocabulary.meant(tag, part)
    if other:
        fix = _like(shown, other)
        params = (("word", shown), ("fix", fix))
        yield Mark(Code.SPELLED_OTHERWISE, Level.WARNING, start, start + len(part), fix, params)


def _not_in_dictionary(tag: str, part: str, shown: str, start: int) -> Iterator[Mark]:
    """A word that is near to none is a name or a term, and passed over."""
    if len(part) < _SHORTEST or not set(part) <= table(tag).letters:
        return
    if not dictionaries.has(tag) or vocabulary.is_known(tag, part):
        return
    near = dictionaries.near(tag, part)
    if near:
        fix = _like(shown, near[0]) if len(near) == 1 else None
        params = (("word", shown), ("fix", ", ".join(near[:3])))
        yield Mark(Code.MISSPELT_WORD, Level.WARNING, start, start + len(part), fix, params)


def _like(shown: str, word: str) -> str:
    return word[:1].upper() + word[1:] if shown[:1].isupper() else word
