"""English: one noun form for one, another for more; names take a form of address."""

from collections.abc import Mapping
from functools import cache

from mou_desktop.languages.base import (
    DAY_BLANK,
    MONTH_BLANK,
    NBSP,
    ORIGINALS_MARKS,
    TEXT_BLANK,
    YEAR_BLANK,
    Case,
    Form,
    Kind,
    Language,
    Sex,
)

CASES = (Case.NOMINATIVE, Case.POSSESSIVE)

_NAME_FORMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: (*CASES, "definite"),
    Kind.POSITION: CASES,
    Kind.PLACE: CASES,
    Kind.PERSON: (*CASES, "initials", "addressed"),
    Kind.SURNAME: CASES,
}
_FORMS: Mapping[Kind, tuple[str, ...]] = {
    **_NAME_FORMS,
    Kind.SEX: (),
    Kind.NOUN: (),
    Kind.POSSESSIVE: (),
    Kind.COPIES: ("nominative",),
    Kind.YEARS: ("nominative", "attributive"),
    Kind.MONTHS: ("nominative", "attributive"),
    Kind.DATE: ("long", "quoted"),
    Kind.LANGUAGES: ("nominative",),
    Kind.LANGUAGE: ("nominative", "attributive"),
    Kind.ORIGINALS: ORIGINALS_MARKS,
    Kind.YES_NO: (),
    Kind.TEXT: (Case.NOMINATIVE,),
    Kind.CODE: (Case.NOMINATIVE,),
    Kind.ARTICLE: ("heading", "nominative"),
    Kind.NUMBER: ("digits",),
}

_NOUNS = {
    Kind.COPIES: ("copy", "copies"),
    Kind.YEARS: ("year", "years"),
    Kind.MONTHS: ("month", "months"),
}
_LANGUAGE_NAMES = {"az": "Azerbaijani", "kk": "Kazakh", "ru": "Russian", "en": "English"}


class English(Language):
    """British English."""

    tag = "en"
    word_tag = "en-GB"
    endonym = "English"
    draft_word = "DRAFT"
    joiners = frozenset({"and", "as well as"})

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """Two cases of names; `definite` is an organisation with its article, «the Ministry of
        Culture», `addressed` «Mr. X»; `attributive` is «5 (five)-year», of a language «English».
        """
        return _FORMS[kind]

    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """A case, or a form of `forms(kind)`."""
        if form not in _NAME_FORMS[kind]:
            raise KeyError(form)
        from mou_desktop.languages.en.declension import inflected  # (the window opens without)

        return inflected(kind, lemma, form, sex)

    def placed(self, kind: Kind, form: str, text: str, *, opens_sentence: bool) -> str:
        """«The Ministry of Culture» where a sentence begins."""
        starts = form == "definite" and opens_sentence and text.startswith("the ")
        return f"The {text[4:]}" if starts else text

    def blank(self, kind: Kind, form: str) -> str:
        """Nearly every organisation has its article, so the blank has it too."""
        return f"the {TEXT_BLANK}" if form == "definite" else super().blank(kind, form)

    def number(self, number: int, form: str) -> str:
        """«twenty-five»."""
        if form != "cardinal":
            raise KeyError(form)
        return _words(number)

    def ordinal(self, number: int) -> str:
        """«9th»."""
        from num2words import num2words

        return str(num2words(number, lang="en", to="ordinal_num"))

    def counted(self, kind: Kind, number: int, form: str) -> str:
        """«4 (four) copies»; attributive, the noun is singular and hyphenated."""
        if form not in _FORMS[kind]:
            raise KeyError(form)
        singular, plural = _NOUNS[kind]
        figure = f"{number}{NBSP}({_words(number)})"
        if form == "attributive":
            return f"{figure}-{singular}"
        return f"{figure}{NBSP}{singular if number == 1 else plural}"

    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """«5 May 2026»; `quoted` puts marks around a blank day only, where the pen goes. A line
        may break behind a blank month, which is long.
        """
        blank_day = {"long": DAY_BLANK, "quoted": f"“{DAY_BLANK}”"}[form]
        month_text = f"{_months()[month]}{NBSP}" if month else f"{MONTH_BLANK} "
        return f"{day or blank_day}{NBSP}{month_text}{year or YEAR_BLANK}"

    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """«Kazakh and Russian languages»; the article before it stands in the text."""
        if form not in _FORMS[Kind.LANGUAGES]:
            raise KeyError(form)
        *others, last = (_LANGUAGE_NAMES[tag] for tag in tags)
        return f"{', '.join(others)} and {last} languages" if others else f"{last} language"

    def name_language(self, tag: str, form: str) -> str:
        """«English language»; attributive, «English», as in «the English text»."""
        return _LANGUAGE_NAMES[tag] if form == "attributive" else super().name_language(tag, form)

    def article(self, number: int | str, form: str) -> str:
        """«Article 9», as a heading and in a sentence alike."""
        if form not in _FORMS[Kind.ARTICLE]:
            raise KeyError(form)
        return f"Article{NBSP}{number}"

    def paragraph(self, number: int, form: str) -> str:
        """«second paragraph»."""
        if form != "nominative":
            raise KeyError(form)
        return f"{_ordinal_words(number)} paragraph"


@cache
def _words(number: int) -> str:
    from num2words import num2words

    return str(num2words(number, lang="en"))


@cache
def _ordinal_words(number: int) -> str:
    from num2words import num2words

    return str(num2words(number, lang="en", to="ordinal"))


@cache
def _months() -> Mapping[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "en"))
