"""Takes the official name of an organisation or a position; gives it in a case.

The head noun phrase declines and what depends on it does not: genitives, prepositional phrases,
text in quotation marks (Русская грамматика, 1980, II, § 1720 ff.).
"""

import re

from mou_desktop.languages.base import Form
from mou_desktop.languages.legible import is_legible
from mou_desktop.languages.ru.agreement import attributes, is_personal, nouns
from mou_desktop.languages.ru.dictionary import cases, is_one_of, knows
from mou_desktop.languages.ru.head_phrase import OBLIQUE, HeadPhrase, head_phrase, may_decline
from mou_desktop.languages.ru.text_words import Word, replaced, words
from mou_desktop.languages.ru.word_lists import listed

# «и. о.», «врио» and the like stand unchanged, with a genitive behind them.
_ACTING = r"(?i:(?:вр\.?\s?)?и\.\s?о\.|врио\b|(?:зам|зав|нач|пом|рук)\.)"
_TAKE_ACCUSATIVE = listed("в во на за про через")
_NAMED_AFTER = listed("имени им")
_SIGNS = frozenset({",", "–", "—", "-", "/"})
_PROPER = frozenset({"Geox", "Abbr", "Orgn"})
_INDECLINABLE = frozenset({"Abbr", "Fixd"})
_AND = listed("и или также")


def decline(lemma: str, case: str, *, animate: bool) -> Form:
    """`animate` of a position, which a person holds."""
    if not is_legible(lemma):
        return Form(lemma, _is_unchanging_abbreviation(lemma))
    acting = re.match(_ACTING, lemma)
    if acting:
        return Form(lemma, _is_dependent(words(lemma[acting.end() :])))
    found = words(lemma)
    phrase = head_phrase(found, 0, animate=animate)
    if phrase is None:
        is_quotation = bool(re.match(r"[«„“\"]", lemma)) and all(word.frozen for word in found)
        return Form(lemma, is_quotation)
    phrase = _behind_proper_name(found, phrase, animate) or phrase
    followers, sure = _followers(found, phrase, animate)
    if _is_name_of_a_place(phrase) and _runs_on(found, phrase.next):
        sure = False  # «Астана Моторс»
    if phrase.animate and not animate:
        sure = False  # an organisation is no living being: «Хан Шатыр»
    changes: dict[Word, str] = {}
    for one in (phrase, *followers):
        certain = _decline_into(changes, one, case)
        sure = sure and certain
    return Form(replaced(lemma, changes), sure)


def _decline_into(changes: dict[Word, str], phrase: HeadPhrase, case: str) -> bool:
    """Adds the forms of the words to `changes`; tells whether no reading gives another form."""
    sure = phrase.sure
    for word, readings in phrase.declining:
        forms = [reading.in_case(case, animate=phrase.animate) for reading in readings]
        changes[word] = forms[0]
        sure = sure and readings[0].known and len(set(forms)) == 1
    return sure


def _is_unchanging_abbreviation(lemma: str) -> bool:
    """«АО», «ТОО», «ЮНЕСКО», but not «СЕНАТ», «МИД»."""
    found = words(lemma)
    if len(found) != 1 or found[0].text != lemma or not re.fullmatch("[А-ЯЁ]{2,}", lemma):
        return False
    if any(noun.known and noun.tags >= _INDECLINABLE for noun in nouns(lemma)):
        return True
    return len(lemma) < 6 and not may_decline(found[0])


def _is_dependent(behind: list[Word]) -> bool:
    """Whether a genitive, or another case that is no nominative, stands behind «и. о.»."""
    phrase = head_phrase(behind, 0, animate=True)
    return bool(behind) and not (phrase and phrase.is_nominative)


def _behind_proper_name(found: list[Word], phrase: HeadPhrase, animate: bool) -> HeadPhrase | None:
    """«Назарбаев Университет»: the common noun declines, the name before it does not."""
    (_word, readings), *others = phrase.declining or [(None, ())]
    if others or not readings or (readings[0].known and not is_personal(readings[0])):
        return None
    if phrase.next == len(found) or found[phrase.next].gap:
        return None
    following = head_phrase(found, phrase.next, animate=animate)
    if following is None or not following.is_nominative:
        return None
    return HeadPhrase(following.declining, following.animate, following.next, False)


def _is_name_of_a_place(phrase: HeadPhrase) -> bool:
    return len(phrase.declining) == 1 and "Geox" in phrase.declining[0][1][0].tags


def _runs_on(found: list[Word], index: int) -> bool:
    """Whether a word stands there that is neither set off by a sign nor an oblique case."""
    if index == len(found) or found[index].frozen or found[index].gap:
        return False
    word = found[index]
    return not cases(word.text) & OBLIQUE and not is_one_of(word.lower, "PREP", "CONJ")


def _followers(
    found: list[Word], first: HeadPhrase, animate: bool
) -> tuple[list[HeadPhrase], bool]:
    """The phrases behind the first that decline with it: those that «и», a comma or a dash joins
    to it, and participles; and whether everything else is surely dependent.
    """
    followers: list[HeadPhrase] = []
    sure, last, index = True, first, first.next
    accusative = named_after = False
    while index < len(found):
        word = found[index]
        index += 1
        if word.frozen:
            in_brackets = "(" in word.before  # «директор (ректор)»
            sure = sure and not (in_brackets and _is_stray_nominative(word.text))
            continue
        joins = word.lower in _AND
        if joins or word.gap in _SIGNS:
            start = index if joins else index - 1
            phrase = _participle(found, start, last) or _coordinate(found, start, animate)
            if phrase and accusative and "accusative" in cases(found[start - 1 - joins].text):
                sure = False  # «за мир и согласие»
            elif phrase:
                sure = sure and (joins or animate or phrase.is_participle)
                followers.append(phrase)
                last, index = phrase, phrase.next
                accusative = named_after = False
        elif not named_after and not (accusative and "accusative" in cases(word.text)):
            sure = sure and not _is_stray_nominative(word.text)
        accusative = accusative or word.lower in _TAKE_ACCUSATIVE
        named_after = named_after or word.lower in _NAMED_AFTER
    return followers, sure


def _coordinate(found: list[Word], start: int, animate: bool) -> HeadPhrase | None:
    phrase = head_phrase(found, start, animate=animate)
    return phrase if phrase and phrase.is_nominative else None


def _participle(found: list[Word], start: int, last: HeadPhrase) -> HeadPhrase | None:
    """«заповедник, переданный в управление …», agreeing with the head before it."""
    if start == len(found):
        return None
    word = found[start]
    readings = tuple(
        reading
        for reading in attributes(word.text)
        if "PRTF" in reading.tags and last.agrees_with(reading)
    )
    if not readings:
        return None
    return HeadPhrase(((word, readings),), last.animate, start + 1, True, is_participle=True)


def _is_stray_nominative(word: str) -> bool:
    """A nominative behind the head without a sign between them, «предприятие Национальный музей»,
    «Ордена Дружбы театр», «председатель Правления-ректор»: what declines then is for the officer
    to tell.
    """
    last = word if knows(word) else word.rpartition("-")[2]
    if cases(last) & OBLIQUE:
        return False
    return bool(attributes(last)) or any(
        noun.known and not is_personal(noun) and not noun.tags & _PROPER for noun in nouns(last)
    )
