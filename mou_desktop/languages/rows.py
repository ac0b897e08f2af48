"""Takes one question about a form as four texts, language, kind, text and form; gives the answer.

So tables of forms can be checked, and other programs can ask.
"""

from datetime import date

from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES, NBSP, WORDS, Form, Kind, Language, Sex

LARGEST_NUMBER = 999_999
_DECLINED = {kind.value: kind for kind in NAMES | WORDS}
_COUNTED = {"copies": Kind.COPIES, "years": Kind.YEARS, "notice": Kind.MONTHS}
# The case in which an agreement has its counted nouns, and the preposition before them.
_PHRASES = {
    ("az", "copies"): ("", "locative"),
    ("kk", "copies"): ("", "locative"),
    ("ru", "copies"): ("в ", "prepositional"),
    ("en", "copies"): ("in ", "nominative"),
    ("ru", "years"): ("", "genitive"),
    ("ru", "notice"): ("", "accusative"),
}
_BLANKS = {"blank-day": 1, "blank-day-month": 2}


def answer(tag: str, kind: str, text: str, form: str) -> Form:
    """The form of `text`, with ordinary spaces.

    `kind` is one of `NAMES` and `WORDS`, or `number`, `ordinal`, `counted` or `date`. A person's
    sex may stand after a bar («Гүлнар Оспанова|f»). `counted` takes `copies`, `years` and
    `notice` as the memorandum has them, or with a case behind («years dative»). Raises `KeyError`
    for an unknown language, kind or form and `ValueError` for text that is no number or date.
    """
    tongue = registry.language(tag)
    if kind in _DECLINED:
        found = _declined(tongue, _DECLINED[kind], text, form)
    else:
        exact = {"number": _number, "ordinal": _ordinal, "counted": _counted, "date": _date}[kind]
        found = Form(exact(tongue, text, form), True)
    return Form(found.text.replace(NBSP, " "), found.sure)


def _declined(tongue: Language, kind: Kind, text: str, form: str) -> Form:
    name, bar, sex = text.rpartition("|")
    if bar and sex in set(Sex) and kind in (Kind.PERSON, Kind.SURNAME):
        return tongue.inflect(kind, name, form, Sex(sex))
    return tongue.inflect(kind, text, form, None)


def _number(tongue: Language, text: str, form: str) -> str:
    return tongue.number(_natural(text), form)


def _ordinal(tongue: Language, text: str, form: str) -> str:
    if form == "suffix":
        return tongue.ordinal(_natural(text))
    article, _space, case = form.partition(" ")
    if article != "article":
        raise KeyError(form)
    return tongue.article(_natural(text), case)


def _counted(tongue: Language, text: str, form: str) -> str:
    noun, _space, case = form.partition(" ")
    before, usual = _PHRASES.get((tongue.tag, noun), ("", "nominative"))
    phrase = tongue.counted(_COUNTED[noun], _natural(text), case or usual)
    return phrase if case else before + phrase


def _date(tongue: Language, text: str, form: str) -> str:
    day = date.fromisoformat(text)
    blanks = _BLANKS.get(form, 0)
    return tongue.date(
        "long" if blanks else form,
        day.year,
        None if blanks == 2 else day.month,
        None if blanks else day.day,
    )


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_NUMBER))):
        raise ValueError(text)
    return int(text)
