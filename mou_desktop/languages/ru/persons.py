"""Takes a full name in any order; gives it in a case, with the sex given or told by its words."""

import re

from mou_desktop.languages.base import Form, Gender, Sex
from mou_desktop.languages.legible import is_legible_person
from mou_desktop.languages.personal_name import Order, Part, PersonalName, split
from mou_desktop.languages.ru import name_words
from mou_desktop.languages.ru.word_lists import listed

_OTHER = {Sex.MALE: Sex.FEMALE, Sex.FEMALE: Sex.MALE}
_OF_SEX = {Gender.MASCULINE: Sex.MALE, Gender.FEMININE: Sex.FEMALE}
_PATRONYMICS = {Sex.MALE: r"(?:ич|оглы|оглу|улы|уулу)$", Sex.FEMALE: r"(?:вна|чна|[кг]ызы)$"}
_SURNAMES = {
    Sex.MALE: r"[аеёиоуыэюя].*(?:[оеё]в|[иы]н|[сц]кий)$|(?:оглы|оглу|улы|уулу)$",
    Sex.FEMALE: r"[аеёиоуыэюя].*(?:[оеё]ва|[иы]на|[сц]кая)$|[кг]ызы$",
}

# In the dictionary these are men, in Kazakh, Azerbaijani and Armenian women or both.
_ALSO_WOMEN = listed(
    "айзат айман айшат акмарал анар аревик армине арзу афаг афет аягоз бакыт бахыт жамал карлыгаш"
    " наргиз раушан рейхан тарлан"
)


def decline(lemma: str, case: str, sex: Sex | None) -> Form:
    """Sure when the words are, and when no other order or sex that is possible changes the form."""
    name = split(lemma) if is_legible_person(lemma) else None
    if name is None:
        return Form(lemma, False)
    orders = _orders(name)
    forms = [
        _declined(name, parts, one, case)
        for parts in orders
        for one in ([sex] if sex else _likely_sexes(name.words, parts))
    ]
    agree = all(form.text == forms[0].text for form in forms)
    return Form(forms[0].text, agree and forms[0].sure and _has_usual_parts(name))


def _has_usual_parts(name: PersonalName) -> bool:
    """Of several given names («Чен Ын», «Мир Джалал») each must be known as one."""
    given = [word for word, part in zip(name.words, name.parts, strict=True) if part is Part.GIVEN]
    return len(given) < 2 or all(name_words.is_known(word, Part.GIVEN) for word in given)


def decline_surname(lemma: str, case: str, sex: Sex | None) -> Form:
    """A surname alone, in one word or several."""
    name = split(lemma) if is_legible_person(lemma) else None
    if name is None:
        return Form(lemma, False)
    parts = tuple(Part.SURNAME for _ in name.words)
    sexes = [sex] if sex else _likely_sexes(name.words, parts)
    forms = [_declined(name, parts, one, case) for one in sexes]
    return Form(forms[0].text, forms[0].sure and all(form == forms[0] for form in forms))


def _declined(name: PersonalName, parts: tuple[Part, ...], sex: Sex, case: str) -> Form:
    forms = [
        name_words.decline(word, part, sex, case)
        for word, part in zip(name.words, parts, strict=True)
    ]
    return Form(name.spelled([form.text for form in forms]), all(form.sure for form in forms))


def _orders(name: PersonalName) -> list[tuple[Part, ...]]:
    """The orders that the dictionary favours where the endings do not show one."""
    if name.order is Order.CLEAR:
        return [name.parts]
    orders = [name.parts]
    if Part.PATRONYMIC not in name.parts:
        orders.append(_swapped(name.parts))
    known = {parts: sum(map(name_words.is_known, name.words, parts)) for parts in orders}
    best = max(known.values())
    return [parts for parts in orders if known[parts] == best]


def _swapped(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The surname at the other end; a single word as a given name."""
    full = [index for index, part in enumerate(parts) if part is not Part.INITIAL]
    swapped = list(parts)
    turned = [Part.GIVEN] if len(full) == 1 else [parts[index] for index in reversed(full)]
    for index, part in zip(full, turned, strict=True):
        swapped[index] = part
    return tuple(swapped)


def _likely_sexes(words: tuple[str, ...], parts: tuple[Part, ...]) -> list[Sex]:
    """The one sex that the words show, or both, the likelier first."""
    found: dict[Part, Sex | None] = dict.fromkeys(Part)
    weak = None
    for word, part in zip(words, parts, strict=True):
        if part is Part.PATRONYMIC:
            found[part] = _by_ending(word, _PATRONYMICS)
        elif part is Part.SURNAME:
            found[part] = _by_ending(word, _SURNAMES)
        elif part is Part.GIVEN and found[part] is None:
            found[part], weak = _of_given_name(word)
    by_patronymic = found[Part.PATRONYMIC]
    if by_patronymic:
        return [by_patronymic]
    by_surname, by_given = found[Part.SURNAME], found[Part.GIVEN]
    shown = by_surname or by_given
    if shown is None:
        guess = weak or Sex.MALE
        return [guess, _OTHER[guess]]
    if by_surname and by_given and by_surname is not by_given:
        return [by_surname, by_given]
    return [shown]


def _by_ending(word: str, endings: dict[Sex, str]) -> Sex | None:
    return next((sex for sex, ending in endings.items() if re.search(ending, word.lower())), None)


def _of_given_name(word: str) -> tuple[Sex | None, Sex | None]:
    """The sex that a given name shows, and that which it only suggests: «Айнур» and «Нигяр» are
    women in the dictionary, but names that end in a hard consonant are men's as well.
    """
    known = name_words.genders(word) or name_words.genders(word.rpartition("-")[2])
    if not known:
        return None, Sex.FEMALE if word.endswith(("а", "я")) else None
    sexes = {_OF_SEX[gender] for gender in known if gender in _OF_SEX}
    if len(sexes) != 1 or None in known:
        return None, None
    (sex,) = sexes
    shows = (sex is Sex.MALE and word.lower() not in _ALSO_WOMEN) or word.endswith(("а", "я", "ь"))
    return (sex if shows else None), sex
