"""Takes one word of a personal name; gives its case by its ending, and how regular that is.

The rules are those of pytrovich, with corrections of what it gets wrong; it knows no words, so
`is_regular` tells the endings whose declension does not depend on the word (А. В. Суперанская,
Словарь русских личных имён, 1998; Л. П. Калакуцкая, Фамилии. Имена. Отчества, 1994).
"""

import re
from functools import cache, lru_cache
from typing import Any

from mou_desktop.languages.base import Sex
from mou_desktop.languages.personal_name import Part

# Of these parts none declines: «Полад Бюль-Бюль оглы», «Турсун-заде».
_UNCHANGING = r"(?:оглы|оглу|кызы|гызы|улы|уулу|заде)$"
_VOWEL = "[аеёиоуыэюя]"
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]"
_SHORT = f"^{_CONSONANT}*{_VOWEL}й$"  # «Цой», «Гай»
_VOWEL_AND_A = r"[аиоу]а$"  # «Моруа», «Гулиа»
# After ж, ш, ц the stress decides how an ending is spelled: «Ходжой», «Квашей», «Францем».
_SPELLED_BY_STRESS = r"[жшчщц]а$|[жшщц]$|[^и]ч$"
# The endings that decline in one way only, and among the others those that depend on the word:
# fleeting vowels, adjectives like «Грозный» beside nouns like «Цой», vowels before -а and -я.
_ALIKE_OF_BOTH = rf"{_SHORT}|{_VOWEL_AND_A}|[гкжхчшщ]их$|ия$"
_ALIKE = {
    (Part.GIVEN, Sex.MALE): r"ек$",
    (Part.GIVEN, Sex.FEMALE): r"г[ую]ль$|[аеиуюя]я$",
    (Part.SURNAME, Sex.MALE): (
        rf"{_VOWEL}.*(?:[оеё]в|[иы]н)$|[сц]к[ио]й$|ый$|бек$|{_ALIKE_OF_BOTH}"
    ),
    (Part.SURNAME, Sex.FEMALE): rf"{_VOWEL}.*(?:[оеё]ва|[иы]на)$|[сц]кая$|{_ALIKE_OF_BOTH}",
    (Part.PATRONYMIC, Sex.MALE): r"ич$",
    (Part.PATRONYMIC, Sex.FEMALE): r"(?:вна|чна)$",
}
_BY_WORD = {
    (Part.GIVEN, Sex.MALE): rf"[оё]к$|ец$|[иь]я$|{_VOWEL}а$",
    (Part.GIVEN, Sex.FEMALE): rf"{_VOWEL}а$|ья$|ь$",
    (Part.SURNAME, Sex.MALE): (
        rf"{_VOWEL}.*[оеё]к$|ец$|{_CONSONANT}е[лн]ь$|[еиоэ]й$|их$|[оеё]ва?$|[иы]на?$|{_VOWEL}а$"
        "|[аеёиоуыэюяь]я$"
    ),
    (Part.SURNAME, Sex.FEMALE): rf"[иоы]й$|их$|[оеё]ва?$|[иы]на?$|{_VOWEL}а$|[аеёиоуыэюяь]я$",
    (Part.PATRONYMIC, Sex.MALE): r"",
    (Part.PATRONYMIC, Sex.FEMALE): r"",
}


def load() -> None:
    """Loads pytrovich's rules, some hundredths of a second."""
    _petrovich()


@lru_cache(maxsize=4096)
def by_rules(word: str, part: Part, sex: Sex, case: str) -> str:
    """The form of a word without hyphens."""
    lower = word.lower()
    if re.search(_UNCHANGING, lower):
        return word
    if part is Part.GIVEN and sex is Sex.FEMALE and lower.endswith("ь"):
        return word  # «Айгюнь»; the few Russian ones are in the dictionary
    if re.search(_VOWEL_AND_A, lower):
        return word
    is_short = part is Part.SURNAME and re.search(_SHORT, lower)
    if is_short or (part is Part.GIVEN and lower.endswith("ек")) or lower.endswith("эй"):
        return _plain_masculine(word, case) if sex is Sex.MALE else word
    if part is Part.SURNAME and sex is Sex.MALE and re.search(r"[её]нок$", lower):
        return _plain_masculine(f"{word[:-2]}к", case)  # «Гаврилёнка»
    rules, parts, sexes, cases = _petrovich()
    form = str(rules.make(parts[part], sexes[sex], cases[case], word))
    return _corrected(form, lower)


def _corrected(form: str, lower: str) -> str:
    if form.endswith("иёй"):
        return form[:-2] + "ей"
    if form.lower() == lower + "ым" and not re.search(r"(?:[оеё]в|[иы]н)$", lower):
        return form[:-2] + "ом"  # «Коэном», «Линкольном»
    return re.sub(r"(?<=[гкхжшчщ])ы(?=м?$)", "и", form)


def is_regular(word: str, part: Part, sex: Sex, case: str) -> bool:
    """Whether the ending alone decides the form in `case`."""
    lower = word.lower()
    if re.search(_UNCHANGING, lower):
        return True
    if part is not Part.PATRONYMIC:
        if case == "instrumental" and re.search(_SPELLED_BY_STRESS, lower):
            return sex is Sex.FEMALE and not lower.endswith("а")
        if part is Part.GIVEN and case in ("dative", "prepositional") and lower.endswith("ия"):
            return False
    if re.search(_ALIKE[part, sex], lower):
        return True
    return not re.search(_BY_WORD[part, sex], lower)


def _plain_masculine(word: str, case: str) -> str:
    endings = {
        "genitive": "а",
        "dative": "у",
        "accusative": "а",
        "instrumental": "ом",
        "prepositional": "е",
    }
    if not word.endswith("й"):
        return word + endings[case]
    soft = {"а": "я", "у": "ю", "ом": "ем", "е": "е"}
    return word[:-1] + soft[endings[case]]


@cache
def _petrovich() -> tuple[Any, dict[Part, Any], dict[Sex, Any], dict[str, Any]]:
    from pytrovich.enums import Case, Gender, NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    parts = {
        Part.GIVEN: NamePart.FIRSTNAME,
        Part.SURNAME: NamePart.LASTNAME,
        Part.PATRONYMIC: NamePart.MIDDLENAME,
    }
    sexes = {Sex.MALE: Gender.MALE, Sex.FEMALE: Gender.FEMALE}
    return PetrovichDeclinationMaker(), parts, sexes, {c.name.lower(): c for c in Case}
