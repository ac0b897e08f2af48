"""Case endings of persons' names: only the last word of a name takes one.

-ов and -ев are not heard as vowels of the word: the stem before them decides (Назарбаевтың,
Дүйсеновтің, Нұрғалиевтің), -ин and -ский are front. The usage of news texts (KazNERD, 2022) bears
this out, and wavers where a form is unsure here.
"""

import re

from mou_desktop.languages.base import Form
from mou_desktop.languages.kk.cases import Ending, joined, possessive, whole
from mou_desktop.languages.kk.harmony import VOWELS, Harmony, harmony

_PATRONYMIC = ("ұлы", "қызы")
_FOREIGN_PATRONYMIC = ("улы", "кызы", "оглы", "оғлы", "углы", "гызы")
# Names in -құл with an ending that not all feel as a possessive: Аққұлы, Гурбангұлы.
_SERVANT = ("құлы", "ғұлы", "гұлы")
_FEMININE = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "вна", "чна")
_FRONT = ("ий", "вич")
_KAZAKH_FRONT = frozenset("әөүі")
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
# Elements of Kazakh names whose е is always front: Қалыбеков, Құдайбергенов, Азмағамбетов.
_FRONT_ELEMENT = ("бек", "кен", "ген", "сен", "мбет", "гел")
# Arabic names with a back vowel before -мет, of which the news have Ахметовтың, and a hard х.
_MIXED_ELEMENT = ("хмет", "гмет", "хамет", "хамед", "ех")
_STEADY_VOWELS = frozenset("аәеоөұүыія")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")


def name_form(name: str, case: str) -> Form:
    """A surname or full name in a case; an initial at the end has none."""
    full = name.rstrip()
    word = _WORD.search(full)
    ending = _ending(word[0].rpartition("-")[2], case) if word else None
    if ending is None:
        return Form(name, False)
    sure = ending.sure and "," not in full
    return Form(joined(full, ending) + name[len(full) :], sure)


def _ending(word: str, case: str) -> Ending | None:
    lower = word.casefold()
    if lower.endswith(_PATRONYMIC) and not lower.endswith(_SERVANT):
        return possessive(word, case)
    if lower.endswith((*_FOREIGN_PATRONYMIC, *_SERVANT)):
        return _doubted(possessive(word, case))
    return whole(word, case, _harmony(lower))


def _doubted(ending: Ending | None) -> Ending | None:
    return ending and ending._replace(sure=False)


def _harmony(name: str) -> Harmony | None:
    if named := surname_harmony(name):
        return named
    if name.endswith(_FEMININE):
        return Harmony(False, True)
    if name.endswith(_FRONT):
        return Harmony(True, True)
    if len(name) > 3 and name.endswith("ин"):
        native = name[-3] in "аоұ"
        return Harmony(not native, not native)
    found = harmony(name)
    if found is None or _is_plain(name):
        return found
    return Harmony(found.front, False)


def surname_harmony(name: str) -> Harmony | None:
    """Of a surname in -ов or -ев, in small letters, also where a town has its name (Қонаев)."""
    if len(name) > 3 and name.endswith(("ов", "ев", "ёв")):
        return _before_suffix(name[:-2], name[-2])
    return None


def _before_suffix(stem: str, link: str) -> Harmony:
    """The stem of a surname in -ов or -ев; `link` is the vowel of that suffix."""
    if stem.endswith("и"):
        return Harmony(True, True)
    if stem.endswith(("е", "ё", "ю", "у", "э", "ь")):
        return Harmony(stem[-1] != "у", False)
    vowels = [letter for letter in stem if letter in VOWELS]
    match vowels[-1:]:
        case [vowel] if vowel in "аоұыяу":
            return Harmony(False, link != "ё")
        case [vowel] if vowel in _KAZAKH_FRONT:
            return Harmony(True, True)
        case ["е"] if stem.endswith(_MIXED_ELEMENT):
            return Harmony(False, False)
        case ["е"]:
            kazakh = stem.startswith("бек") or stem.endswith(_FRONT_ELEMENT)
            return Harmony(True, kazakh or bool(_KAZAKH_LETTERS.intersection(stem)))
        case ["и"]:
            return Harmony(link == "е" or bool(_KAZAKH_FRONT.intersection(stem)), False)
        case vowel:
            return Harmony(bool(vowel), False)


def _is_plain(name: str) -> bool:
    """Whether a name reads as a Kazakh word reads, so that its harmony is that of any word."""
    vowels = [letter for letter in name.rstrip("у") if letter in VOWELS]
    return name[-1] not in "вгцщъ" and vowels[-1:] != [] and vowels[-1] in _STEADY_VOWELS
