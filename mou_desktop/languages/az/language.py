"""Azerbaijani: nouns stay singular after numbers, ordinal suffixes follow the spoken number."""

from collections.abc import Mapping
from functools import cache

from mou_desktop.languages.base import (
    DAY_BLANK,
    MONTH_BLANK,
    NBSP,
    ORIGINALS_MARKS,
    YEAR_BLANK,
    Case,
    Form,
    Kind,
    Language,
    Sex,
)

CASES = (Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.LOCATIVE, Case.ABLATIVE)

_NAME_FORMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: CASES,
    Kind.POSITION: CASES,
    Kind.PLACE: CASES,
    Kind.PERSON: (*CASES, "initials"),
    Kind.NOUN: CASES,
    Kind.POSSESSIVE: CASES,
    Kind.SURNAME: CASES,
}
_FORMS: Mapping[Kind, tuple[str, ...]] = {
    **_NAME_FORMS,
    Kind.SEX: (),
    Kind.COPIES: CASES,
    Kind.YEARS: CASES,
    Kind.MONTHS: CASES,
    Kind.DATE: ("long", "quoted"),
    Kind.LANGUAGES: CASES,
    Kind.LANGUAGE: (*CASES, "relative"),
    Kind.ORIGINALS: ORIGINALS_MARKS,
    Kind.YES_NO: (),
    Kind.TEXT: (Case.NOMINATIVE,),
    Kind.CODE: (Case.NOMINATIVE,),
    Kind.ARTICLE: ("heading", *CASES, *(f"possessed-{case}" for case in CASES)),
    Kind.NUMBER: ("digits",),
}


def _by_case(*nouns: str) -> Mapping[str, str]:
    return dict(zip(CASES, nouns, strict=True))


_NOUNS: Mapping[Kind, Mapping[str, str]] = {
    Kind.COPIES: _by_case("nüsxə", "nüsxənin", "nüsxəyə", "nüsxəni", "nüsxədə", "nüsxədən"),
    Kind.YEARS: _by_case("il", "ilin", "ilə", "ili", "ildə", "ildən"),
    Kind.MONTHS: _by_case("ay", "ayın", "aya", "ayı", "ayda", "aydan"),
}
_ARTICLE = _by_case("maddə", "maddənin", "maddəyə", "maddəni", "maddədə", "maddədən")
_PARAGRAPH = _by_case("hissə", "hissənin", "hissəyə", "hissəni", "hissədə", "hissədən")
# Behind the possessive, as after a genitive: «Memorandumun 7-ci maddəsinə».
_POSSESSED = _by_case("si", "sinin", "sinə", "sini", "sində", "sindən")

_LANGUAGE_NAMES = {"az": "Azərbaycan", "kk": "qazax", "ru": "rus", "en": "ingilis"}
_TONGUE = _by_case("dili", "dilinin", "dilinə", "dilini", "dilində", "dilindən")
_TONGUES = _by_case("dilləri", "dillərinin", "dillərinə", "dillərini", "dillərində", "dillərindən")


class Azerbaijani(Language):
    """Official Azerbaijani in Latin script."""

    tag = "az"
    word_tag = "az-Latn-AZ"
    endonym = "Azərbaycanca"
    draft_word = "LAYİHƏ"
    joiners = frozenset({"və"})

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The cases; `initials` of a person; `relative` of a language, «rus dilindəki». «With» is
        a postposition, so no instrumental.
        """
        return _FORMS[kind]

    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """A place loses a typed «şəhəri» in every form, which templates add themselves."""
        if form not in _NAME_FORMS[kind]:
            raise KeyError(form)
        from mou_desktop.languages.az.declension import inflected  # (the window opens without)

        return inflected(kind, lemma, form)

    def lower(self, text: str) -> str:
        """«I» is the capital of «ı», «İ» that of «i»."""
        return text.replace("I", "ı").replace("İ", "i").lower()

    def number(self, number: int, form: str) -> str:
        """«iyirmi beş»."""
        if form != "cardinal":
            raise KeyError(form)
        return _words(number)

    def ordinal(self, number: int) -> str:
        """«9-cu»."""
        return _ordinal(number)

    def counted(self, kind: Kind, number: int, form: str) -> str:
        """«4 (dörd) nüsxədə»; the case stands on the noun alone."""
        noun = _NOUNS[kind][form]
        return NBSP.join((str(number), f"({_words(number)})", noun))

    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """«5 may 2026-cı il»; quoted, the year leads, as «… tarixində» needs: «2026-cı il “5” may».

        Each order has the quotation marks that forms for the pen give it: “___” after the
        year, «___» where the day leads. A line may break before a blank, which is long.
        """
        month_text = _months()[month] if month else MONTH_BLANK
        if form == "quoted":
            space = NBSP if month else " "
            return f"{_year(year)}{space}“{day or DAY_BLANK}”{NBSP}{month_text}"
        if form == "long":
            return NBSP.join((str(day or f"«{DAY_BLANK}»"), month_text, _year(year)))
        raise KeyError(form)

    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """«rus və ingilis dillərində»; «Azərbaycan», the country's name, keeps its capital."""
        *others, last = (_LANGUAGE_NAMES[tag] for tag in tags)
        if not others:
            return f"{last} {_TONGUE[form]}"
        return f"{', '.join(others)} və {last} {_TONGUES[form]}"

    def name_language(self, tag: str, form: str) -> str:
        """«rus dilinin»; relative, «rus dilindəki»."""
        if form == "relative":
            return f"{self.enumerate_languages((tag,), 'locative')}ki"
        return self.enumerate_languages((tag,), form)

    def article(self, number: int | str, form: str) -> str:
        """«Maddə 9» as a heading, «9-cu maddədə» in a sentence, «9-cu maddəsində» after a genitive;
        of «9-1» the last numeral is spoken as an ordinal.
        """
        if form == "heading":
            return f"Maddə{NBSP}{number}"
        before, hyphen, last = str(number).rpartition("-")
        return f"{before}{hyphen}{_ordinal(int(last))}{NBSP}{_referred_to(_ARTICLE, form)}"

    def paragraph(self, number: int, form: str) -> str:
        """«ikinci hissə», after a genitive «ikinci hissəsi»."""
        return f"{_ordinal_words(number)} {_referred_to(_PARAGRAPH, form)}"


def _year(year: int | None) -> str:
    """An unknown year takes the suffix of 2000 and of most years after it, «20__-ci»."""
    return f"{_ordinal(year) if year else f'{YEAR_BLANK}-ci'}{NBSP}il"


@cache
def _words(number: int) -> str:
    """num2words loses the one of «on bir min» (11 000), so it is asked for each side of «min»."""
    from num2words import num2words

    thousands, rest = divmod(number, 1000)
    if thousands < 2:
        return str(num2words(number, lang="az"))
    words = f"{num2words(thousands, lang='az')} min"
    return f"{words} {num2words(rest, lang='az')}" if rest else words


@cache
def _ordinal(number: int) -> str:
    """«9-cu», «2026-cı»: the suffix harmonises with the last vowel of the spoken number."""
    from num2words import num2words

    return str(num2words(number, lang="az", to="ordinal_num"))


def _referred_to(noun: Mapping[str, str], form: str) -> str:
    """A noun in a case, or in a case of its possessive («possessed-locative»)."""
    case = form.removeprefix("possessed-")
    return noun[form] if case == form else noun["nominative"] + _POSSESSED[case]


@cache
def _ordinal_words(number: int) -> str:
    from num2words import num2words

    return str(num2words(number, lang="az", to="ordinal"))


@cache
def _months() -> Mapping[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "az"))
