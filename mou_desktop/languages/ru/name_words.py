"""Takes a word of a personal name with its part; gives its case, and whether two sources agree."""

import re

from mou_desktop.languages.base import Form, Gender, Sex
from mou_desktop.languages.personal_name import PARTICLES, Part
from mou_desktop.languages.ru import dictionary
from mou_desktop.languages.ru.name_rules import by_rules, is_regular
from mou_desktop.languages.ru.word_lists import listed

_TAGS = {Part.GIVEN: "Name", Part.SURNAME: "Surn", Part.PATRONYMIC: "Patr"}
_GENDERS = {Sex.MALE: Gender.MASCULINE, Sex.FEMALE: Gender.FEMININE}
_SURNAME = r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|ко)$"
_WORD = r"[А-ЯЁ][а-яё]*(?:['’ʼ][А-ЯЁа-яё]+)?"
_HALVES = rf"{_WORD}(?:-{_WORD})*(?:[ -][а-яё]+)?"
# First halves of foreign surnames that never decline, and names behind which nothing does.
_FIXED_FIRST = listed(
    "абдул абдуль абу ага аль ас аш ат ан ар эль бен бин ибн бар вар тер тор ван фон де ди да ла ле"
    " дю дер сен сент сан санта мак мелик кара бонч нур мир"
    " ак бай бек кул мирза мурза мырза хан шах"
)
_LIKE_RUBIN = r"(?:[оеё]в|[иы]н)$"
# «Гейдаров» is a given name in the dictionary alone.
_LIKE_YAKOV = r"(?:аков|[иы]н)$"
_MAN_IN_A = r"(?<!лл)а$"
_PROPER = frozenset({*_TAGS.values(), "Geox"})
_FIXED_LAST = listed("заде оглы оглу кызы гызы улы уулу")


def is_known(word: str, part: Part) -> bool:
    return part in _TAGS and any(_TAGS[part] in reading.tags for reading in _readings(word))


def genders(given_name: str) -> frozenset[Gender | None]:
    """The genders of a given name in the dictionary; none for one that it does not have."""
    return frozenset(reading.gender for reading in _readings(given_name) if "Name" in reading.tags)


def decline(word: str, part: Part, sex: Sex, case: str) -> Form:
    """A word of a name, or a patronymic of two («Рашид оглы»)."""
    if part is Part.INITIAL or case == "nominative" or word in PARTICLES:
        return Form(word, True)
    if not re.fullmatch(_HALVES, word):
        return Form(by_rules(word, part, sex, case) if word.isalpha() else word, False)
    halves = word.split("-")
    if " " in word or halves[-1].lower() in _FIXED_LAST:
        return Form(word, True)
    if len(halves) == 1 or part is Part.PATRONYMIC:
        return _checked(word, part, sex, case)
    *first, last = halves
    forms = [*(_first_half(half, part, sex, case, last) for half in first)]
    forms.append(_checked(last, part, sex, case))
    return Form("-".join(form.text for form in forms), all(form.sure for form in forms))


def _first_half(half: str, part: Part, sex: Sex, case: str, last: str) -> Form:
    """Of a double given name the last half declines («Касым-Жомарта», «Жан-Поля»), of two
    feminine names both («Анны-Марии»); of a double surname both.
    """
    if part is Part.GIVEN:
        both = all(name[-1] in "ая" and is_known(name, part) for name in (half, last))
        return _checked(half, part, sex, case) if both else Form(half, True)
    if half.lower() in _FIXED_FIRST:
        return Form(half, True)
    form = _checked(half, part, sex, case)
    is_surname = is_known(half, part) or bool(re.search(_SURNAME, half))
    return form if is_surname else Form(form.text, False)


def _checked(word: str, part: Part, sex: Sex, case: str) -> Form:
    """The form on which rules and dictionary agree; where they do not, an unsure one."""
    ruled = by_rules(word, part, sex, case)
    found = [
        reading.forms[case]
        for reading in _readings(word)
        if _TAGS[part] in reading.tags and reading.gender in (None, _GENDERS[sex])
    ]
    if part is Part.SURNAME:
        attribute = _as_attribute(word, sex, case)
        if attribute and not found:
            return Form(attribute, True)
        noun = _as_noun(word, sex, case)
        if noun and not _same(noun, ruled):
            return Form(ruled if found else noun, False)
        if noun and not found:
            return Form(ruled, noun == ruled)  # «Ковалем» as well as «Ковалём»: stress tells
    if not found:
        regular = is_regular(word, part, sex, case)
        return Form(ruled, regular and not _may_end_otherwise(word, part, sex, case))
    if part is Part.GIVEN and sex is Sex.FEMALE and word.endswith("ь"):
        return Form(found[0], True)  # no ending tells «Любовью» from «Айгуль»
    if any(_same(form, ruled) for form in found):
        return Form(ruled, True)
    leaves_declinable = found[0] == word and word[-1] in "ая"
    return Form(ruled if leaves_declinable else found[0], False)


def _as_attribute(word: str, sex: Sex, case: str) -> str | None:
    """The form of the adjective that a surname comes from: of «Полевой», not of «Ведьмин»."""
    return next(
        (
            reading.in_case(case, animate=True)
            for reading in _readings(word)
            if reading.gender is _GENDERS[sex] and not (reading.is_noun or "Poss" in reading.tags)
        ),
        None,
    )


def _as_noun(word: str, sex: Sex, case: str) -> str | None:
    """The form of the noun that a surname comes from: «Заяц», «Калина». But not of «Рубин», whose
    instrumental has an ending of its own as a surname, or of «Сивко», which does not decline.
    """
    in_a = word[-1] in "ая"
    if word[-1] in "еиоуыэю" or not (in_a or sex is Sex.MALE):
        return None
    if not in_a and re.search(_LIKE_RUBIN, word):
        return None
    for reading in _readings(word):
        is_common = reading.is_noun and not reading.tags & _PROPER
        if is_common and (in_a or reading.gender is Gender.MASCULINE):
            is_thing = case == "accusative" and not in_a
            return reading.forms["genitive" if is_thing else case]
    return None


def _may_end_otherwise(word: str, part: Part, sex: Sex, case: str) -> bool:
    """«Эльчин», a given name, as a surname: «Эльчином» or «Эльчиным». «Кара», a man: «Кары», but
    the composer's name is left undeclined as often.
    """
    if part is Part.GIVEN:
        return sex is Sex.MALE and bool(re.search(_MAN_IN_A, word))
    concerned = part is Part.SURNAME and case == "instrumental"
    return concerned and bool(re.search(_LIKE_YAKOV, word)) and is_known(word, Part.GIVEN)


def _same(form: str, other: str) -> bool:
    return form.replace("ё", "е") == other.replace("ё", "е")


def _readings(word: str) -> list[dictionary.Reading]:
    return [
        reading for reading in dictionary.nominatives(word) if reading.known and not reading.plural
    ]
