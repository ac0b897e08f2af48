"""Takes the words of an official name; finds a noun phrase in the nominative among them.

That is the head noun with the attributes that agree with it before it: in «Национальный
историко-культурный и природный музей Казахстана» the words up to «музей».
"""

from dataclasses import dataclass, replace

from mou_desktop.languages.base import Gender
from mou_desktop.languages.ru.agreement import attributes, is_personal, nouns
from mou_desktop.languages.ru.dictionary import Reading, cases, is_one_of
from mou_desktop.languages.ru.text_words import Word
from mou_desktop.languages.ru.word_lists import listed

# They stand unchanged before the noun: «Милли Меджлиса», «Олий Мажлиса».
_FOREIGN_ATTRIBUTES = listed("милли олий жогорку халк эл улуттук")
OBLIQUE = frozenset({"genitive", "dative", "instrumental", "prepositional"})


@dataclass(frozen=True, slots=True)
class HeadPhrase:
    """Words to decline, each with its readings, of which the first is preferred; `head` is among
    them, unless it is an abbreviation, which does not change. `next` is the index behind it.
    """

    declining: tuple[tuple[Word, tuple[Reading, ...]], ...]
    animate: bool
    next: int
    sure: bool
    is_participle: bool = False

    def agrees_with(self, attribute: Reading) -> bool:
        """Whether an attribute may stand with the head."""
        return any(
            agrees(attribute, reading.plural, reading.gender)
            for _word, readings in self.declining[-1:]
            for reading in readings
        )

    @property
    def is_nominative(self) -> bool:
        """Whether some word cannot be anything but a nominative or accusative."""
        return any(
            readings[0].known and not cases(word.text) & OBLIQUE
            for word, readings in self.declining
        )


def head_phrase(words: list[Word], start: int, *, animate: bool) -> HeadPhrase | None:
    """The phrase that begins at `start`; nouns of living beings come first where `animate`."""
    attributive, index = _attributes(words, start)
    if index < len(words) and not words[index].frozen:
        phrase = _with_noun(words[index], index, attributive, animate)
        if phrase:
            return phrase
    return _with_substantive(attributive, animate)


_Attributes = list[tuple[Word, int, tuple[Reading, ...]]]


def _attributes(words: list[Word], start: int) -> tuple[_Attributes, int]:
    found: _Attributes = []
    index = start
    while index < len(words) and not words[index].frozen:
        word = words[index]
        readings = attributes(word.text)
        joined = index == start or not word.gap or _follows_half(words, index)
        if readings and (joined or (found and word.gap == ",")):
            found.append((word, index, readings))
        elif not joined or not _is_passed_over(words, index, bool(found)):
            break
        index += 1
    return found, index


def _is_passed_over(words: list[Word], index: int, behind_attribute: bool) -> bool:
    """Adverbs, shortened adjectives («гос.», «историко -»), foreign ones, and «и» in between."""
    if index + 1 == len(words):
        return False
    word, following = words[index], words[index + 1]
    if word.lower == "и":
        return behind_attribute and bool(attributes(following.text))
    if word.lower in _FOREIGN_ATTRIBUTES:
        return True
    if word.dotted:
        return bool(attributes(following.text) or nouns(following.text))
    is_half_or_adverb = _follows_half(words, index + 1) or is_one_of(word.lower, "ADVB")
    return is_half_or_adverb and bool(attributes(following.text))


def _follows_half(words: list[Word], index: int) -> bool:
    """Behind «историко -», written apart."""
    return words[index].gap in ("-", "–") and words[index - 1].lower.endswith("о")


def _with_noun(
    word: Word, index: int, attributive: _Attributes, animate: bool
) -> HeadPhrase | None:
    if word.gap and attributive:
        return None
    if word.is_abbreviation:
        return _phrase(attributive, None, index, not may_decline(word))
    fitting = [
        reading
        for reading in nouns(word.text)
        if all(_agreeing(readings, reading) for _word, _index, readings in attributive)
    ]
    if not fitting:
        return None
    best = min(_unfitness(reading, animate) for reading in fitting)
    chosen = tuple(reading for reading in fitting if _unfitness(reading, animate) == best)
    head = (word, chosen)
    return _phrase(attributive, head, index, chosen[0].known and not is_personal(chosen[0]))


def _unfitness(reading: Reading, animate: bool) -> tuple[bool, bool, bool, bool]:
    return (
        not reading.known,
        is_personal(reading),
        reading.is_animate is not animate,
        reading.plural,
    )


def _with_substantive(attributive: _Attributes, animate: bool) -> HeadPhrase | None:
    """«Исполняющий обязанности», «Уполномоченный»: the last attribute is the head."""
    if not attributive:
        return None
    *before, (word, index, readings) = attributive
    certain = animate or readings[0].gender is not Gender.MASCULINE
    return replace(_phrase(before, (word, readings), index, certain), animate=animate)


def _phrase(
    attributive: _Attributes,
    head: tuple[Word, tuple[Reading, ...]] | None,
    index: int,
    sure: bool,
) -> HeadPhrase:
    """With the readings of the attributes narrowed to those that agree with the head."""
    declining = []
    for word, _index, readings in attributive:
        agreeing = tuple(_agreeing(readings, head[1][0])) if head else readings
        declining.append((word, agreeing or readings))
        sure = sure and bool(agreeing)
    if head:
        declining.append(head)
    animate = head is not None and head[1][0].is_animate
    return HeadPhrase(tuple(declining), animate, index + 1, sure)


def _agreeing(readings: tuple[Reading, ...], head: Reading) -> list[Reading]:
    return [reading for reading in readings if agrees(reading, head.plural, head.gender)]


def agrees(reading: Reading, plural: bool, gender: Gender | None) -> bool:
    """«глава» and «судья», whose gender is `None`, take masculine and feminine attributes."""
    if reading.plural or plural:
        return reading.plural is plural
    return reading.gender is gender or (gender is None and reading.gender is not Gender.NEUTER)


def may_decline(abbreviation: Word) -> bool:
    """«МИД», «ГУМ» are read as words and may take endings, «СЕНАТ» is one; «АО», «РГКП» are not."""
    text = abbreviation.lower
    vowels = [index for index, letter in enumerate(text) if letter in "аеёиоуыэюя"]
    if len(text) < 6 and vowels and 0 < vowels[-1] < len(text) - 1:
        return True
    return any(noun.known and "Abbr" not in noun.tags for noun in nouns(abbreviation.text))
