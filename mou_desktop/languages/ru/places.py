"""Takes the name of a place, «г. Баку» or «Баку»; gives the bare name in a case."""

import re

from mou_desktop.languages.base import Form
from mou_desktop.languages.legible import is_legible
from mou_desktop.languages.ru import dictionary, new_nouns, phrases
from mou_desktop.languages.ru.word_lists import listed

_TOWN = r"\s*(?:[гГ]\.\s*|[гГ]ор\.\s*|[гГ]ород\s+)(?=[А-ЯЁ])"
# Behind «в городе» names in -ово, -ево, -ино stand undeclined more often than not.
_LIKE_IVANOVO = r"(?:[оеё]во|[иы]но)$"
_SURELY_INDECLINABLE = r"(?:[ую]|[бвгджзклмнпрстфхцчшщ][оеэ])$"
# Towns of Kazakhstan and Azerbaijan that the dictionary lacks; the ending decides the form.
_TOWNS = listed(
    "агстафа астара байконур балакен габала гах горанбой губа гусар жанаозен жаркент жезказган"
    " жетысай загатала зердаб конаев костанай кульсары кызылорда мингечевир нахчыван нефтчала огуз"
    " риддер сарыагаш сатпаев семей талдыкорган тараз товуз уджар ханкенди хачмаз ходжавенд"
    " ходжалы хырдалан шамахы шамкир шардара шымкент щучинск"
)


def decline(lemma: str, case: str) -> Form:
    """Without «г.» or «город», which a text has before the name: «в городе Баку»."""
    if not is_legible(lemma):
        return Form(lemma, case == "nominative")
    name = re.sub(rf"^{_TOWN}", "", lemma)
    if case == "nominative":
        return Form(name, True)
    if not re.fullmatch(r"[а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*", name):
        return phrases.decline(name, case, animate=False)
    if re.search(_LIKE_IVANOVO, name):
        return Form(name, False)
    forms = [
        reading.forms[case]
        for reading in dictionary.nominatives(name)
        if reading.known and "Geox" in reading.tags
    ]
    return Form(forms[0], len(set(forms)) == 1) if forms else _by_ending(name, case)


def _by_ending(name: str, case: str) -> Form:
    first, hyphen, last = name.rpartition("-")
    guess = new_nouns.reading(last)
    if guess is None:
        return Form(name, False)
    sure = name.lower() in _TOWNS or bool(re.search(_SURELY_INDECLINABLE, name.lower()))
    return Form(first + hyphen + guess.forms[case], sure)
