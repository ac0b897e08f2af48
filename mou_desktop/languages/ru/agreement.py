"""Takes a word of an official name; gives its readings as an attribute and as a noun."""

import re
from dataclasses import replace
from functools import lru_cache

from mou_desktop.languages.ru import dictionary, new_nouns
from mou_desktop.languages.ru.dictionary import Reading
from mou_desktop.languages.ru.word_lists import listed

_PERSONAL = frozenset({"Name", "Surn", "Patr"})
# Attributes that decline in one way only, whether the dictionary has them or not.
_REGULAR_ATTRIBUTE = r"[а-яё]{2}(?:[сц]к(?:ий|ая|ое|ие)|н(?:ый|ая|ое|ые))$"
_NOT_ATTRIBUTES = listed("который которая которое которые")
# First halves that never decline: «вице-президента», «бизнес-центра», «генерал-губернатора».
_FIXED_FIRST = listed(
    "авиа авто агро арт аудио бизнес био блок веб видео вице генерал гео гидро дизайн евро"
    " интернет инфо капитан кино конгресс контакт контр конференц концерт кросс культур медиа"
    " мини мульти нано нефте обер онлайн офис пиар премьер пресс промо рок сервис смарт спорт"
    " статс стоп супер теле тест топ тренинг ультра унтер фитнес фото шеф штаб эко экс экспо"
    " экспресс электро энерго этно"
)
# Shortened attributes with which a noun is written in one word, «нацкомпания».
_SHORTENED = listed(
    "авиа авто агро азер био вело вет водо газо гео гидро глав гор гос дет евро зоо инвест инфо каз"
    " кино ком культ лес мед медиа меж микро мин мото мясо нано нарко нац нефте обл общ орг пед"
    " полит почт пром проф рай рег реф сан сель сов со соц спец спорт стат строй судо такси таксо"
    " теле тепло тех техно торг транс тур турк тюрк фарм фото хим хоз электро энерго эко эконом"
    " этно"
)
# Nouns of the names of institutions that make compounds both halves of which decline.
_APPOSITIVE = listed(
    "академия ансамбль архив база библиотека галерея гимназия город дворец дом завод заказник"
    " заповедник институт интернат клиника клуб колледж комбинат комплекс крепость лаборатория"
    " лагерь лицей мавзолей магазин мастерская мемориал мечеть музей обсерватория отель пансионат"
    " парк поликлиника предприятие профилакторий резиденция сад салон санаторий станция студия"
    " театр техникум университет усадьба училище фабрика фонд центр цирк школа"
)


@lru_cache(maxsize=4096)
def attributes(word: str) -> tuple[Reading, ...]:
    """Its readings as an adjective, ordinal or participle."""
    first, hyphen, last = word.rpartition("-")
    found = tuple(
        _as_regular(reading)
        for reading in dictionary.nominatives(last if hyphen else word)
        if not reading.is_noun and not _is_possessive(reading)
    )
    certain = tuple(reading for reading in found if reading.known)
    if word.lower() in _NOT_ATTRIBUTES or (hyphen and not first[-1:].isalpha()):
        return ()
    return tuple(_behind(first, reading) for reading in certain) if hyphen else certain


@lru_cache(maxsize=4096)
def nouns(word: str) -> tuple[Reading, ...]:
    """Its readings as a noun, or a guess where the dictionary does not have the word."""
    if word.islower() and dictionary.is_one_of(word, "PREP", "CONJ", "PRCL"):
        return ()  # the dictionary has «по» as a surname, too
    guess = new_nouns.reading(word)
    if guess and guess.known:
        return (guess,)
    found = [reading for reading in dictionary.nominatives(word) if reading.is_noun]
    known = tuple(reading for reading in found if reading.known)
    first, hyphen, last = word.partition("-")
    if known or dictionary.knows(word):
        return known
    if hyphen:
        return tuple(compound for reading in nouns(last) for compound in _compounds(first, reading))
    if not word.isalpha():
        return ()
    return _behind_shortened(word) or ((guess,) if guess else ())


def is_personal(reading: Reading) -> bool:
    return bool(reading.tags & _PERSONAL)


def _as_regular(reading: Reading) -> Reading:
    regular = bool(re.search(_REGULAR_ATTRIBUTE, reading.word.lower()))
    return replace(reading, known=reading.known or regular)


def _is_possessive(reading: Reading) -> bool:
    """«Иванов» of Ivan, but not «третий», «Божий»."""
    return "Poss" in reading.tags and not reading.word.lower().endswith(("ий", "ья", "ье", "ьи"))


def _behind_shortened(word: str) -> tuple[Reading, ...]:
    """«нацкомпания», «медцентр»: a known noun behind a shortened attribute."""
    for length in range(2, min(8, len(word) - 3)):
        if word[:length].lower() in _SHORTENED:
            readings = dictionary.nominatives(word[length:])
            return tuple(
                replace(reading, word=word, forms=_prefixed(word[:length], reading))
                for reading in readings
                if reading.is_noun and reading.known and not is_personal(reading)
            )
    return ()


def _prefixed(start: str, reading: Reading) -> dict[str, str]:
    return {case: start + form for case, form in reading.forms.items()}


def _compounds(first: str, last: Reading) -> list[Reading]:
    """«музей-заповедник» with both halves declining, «вице-президент» with the last alone."""
    if first.lower() in _FIXED_FIRST:
        return [_behind(first, last)]
    firsts = [
        reading
        for reading in nouns(first)
        if reading.known
        and not is_personal(reading)
        and reading.is_animate == last.is_animate
        and reading.plural == last.plural
    ]
    if not firsts:
        return [replace(_behind(first, last), known=False)]
    halves = {first.lower(), *last.word.lower().split("-")}
    known = last.known and (last.is_animate or bool(halves & _APPOSITIVE))
    forms = {case: f"{firsts[0].forms[case]}-{form}" for case, form in last.forms.items()}
    return [replace(last, word=f"{first}-{last.word}", known=known, forms=forms)]


def _behind(first: str, last: Reading) -> Reading:
    """A compound whose first half never changes."""
    forms = _prefixed(f"{first}-", last)
    return replace(last, word=f"{first}-{last.word}", forms=forms)
