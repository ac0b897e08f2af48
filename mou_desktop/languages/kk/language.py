"""Kazakh: the noun after a number takes the case and stays singular; suffixes follow sound."""

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
from mou_desktop.languages.kk.capitals import inside_sentence
from mou_desktop.languages.kk.cases import CASES, declined, possessed
from mou_desktop.languages.kk.numbers import ordinal_words, words

_REFERENCES = (*CASES, "relative")
_NAME_FORMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: (*CASES, "conjunction"),
    Kind.POSITION: (*CASES, "possessive"),
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
    Kind.DATE: ("long", "quoted", "quoted-locative", "relative"),
    Kind.LANGUAGES: CASES,
    Kind.LANGUAGE: (*CASES, "relative"),
    Kind.ORIGINALS: ORIGINALS_MARKS,
    Kind.YES_NO: (),
    Kind.TEXT: CASES[:1],
    Kind.CODE: CASES[:1],
    Kind.ARTICLE: (
        "heading",
        *_REFERENCES,
        *(f"possessed-{form}" for form in _REFERENCES),
    ),
    Kind.NUMBER: ("digits",),
}

_NOUNS: Mapping[Kind, str] = {Kind.COPIES: "дана", Kind.YEARS: "жыл", Kind.MONTHS: "ай"}
_LANGUAGE_NAMES = {"az": "әзербайжан", "kk": "қазақ", "ru": "орыс", "en": "ағылшын"}


class Kazakh(Language):
    """Official Kazakh in Cyrillic: number words before the digits, the year before the day."""

    tag = "kk"
    word_tag = "kk-KZ"
    endonym = "Қазақша"
    draft_word = "ЖОБА"
    joiners = frozenset({"және", "сондай-ақ"})

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The cases; the `conjunction` after an organisation; a position as `possessive`.

        `possessive` is the third person, «директоры»; `relative` of an article is «9-баптағы», of a
        language «орыс тіліндегі».
        """
        return _FORMS[kind]

    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """Only the last word of a name is declined."""
        if form not in _NAME_FORMS[kind]:
            raise KeyError(form)
        from mou_desktop.languages.kk.declension import inflected  # (the window opens without)

        return inflected(kind, lemma, form)

    def placed(self, kind: Kind, form: str, text: str, *, opens_sentence: bool) -> str:
        """A position inside a sentence: «… атынан директоры …»."""
        if kind is not Kind.POSITION or opens_sentence:
            return text
        return inside_sentence(text)

    def blank(self, kind: Kind, form: str) -> str:
        """A conjunction is a word even where the name before it is still missing."""
        return "мен" if form == "conjunction" else super().blank(kind, form)

    def number(self, number: int, form: str) -> str:
        """«жиырма бес»."""
        if form != "cardinal":
            raise KeyError(form)
        return words(number)

    def ordinal(self, number: int) -> str:
        """«9-»: Arabic digits take a hyphen and no suffix."""
        return f"{number}-"

    def counted(self, kind: Kind, number: int, form: str) -> str:
        """«төрт (4) данада»; the case stands on the noun alone."""
        noun = declined(_NOUNS[kind], form).text
        return NBSP.join((words(number), f"({number})", noun))

    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """«2026 жылғы 5 мамыр»; in the locative, «on the 5th», the month takes the suffix, which
        a blank cannot carry; relative, «2026 жылғы 5 мамырдағы». A line may break before a blank,
        which is long.
        """
        blank = day is None
        quoted = {"long": blank, "quoted": True, "quoted-locative": True, "relative": blank}[form]
        day_text = f"«{day or DAY_BLANK}»" if quoted else str(day)
        month_text = _month(month, form) if month else MONTH_BLANK
        space = NBSP if month else " "
        return f"{year or YEAR_BLANK}{NBSP}жылғы{space}{day_text}{NBSP}{month_text}"

    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """«қазақ және орыс тілдерінде»: bare names, then the noun with possessive and case."""
        *others, last = (_LANGUAGE_NAMES[tag] for tag in tags)
        if not others:
            return f"{last} {possessed('тілі', form).text}"
        return f"{', '.join(others)} және {last} {possessed('тілдері', form).text}"

    def name_language(self, tag: str, form: str) -> str:
        """«орыс тілінің»; relative, «орыс тіліндегі»."""
        if form == "relative":
            return f"{self.enumerate_languages((tag,), 'locative')}гі"
        return self.enumerate_languages((tag,), form)

    def article(self, number: int | str, form: str) -> str:
        """«9-бап», «9-баптың», «9-баптағы», after a genitive «9-бабы», «9-бабындағы»: an ordinal in
        digits, joined by a hyphen.
        """
        if form == "heading":
            return f"{number}-бап"
        return f"{number}-{_referred_to('бап', 'бабы', form)}"

    def paragraph(self, number: int, form: str) -> str:
        """«екінші абзац», after a genitive «екінші абзацы»."""
        return f"{ordinal_words(number)} {_referred_to('абзац', 'абзацы', form)}"


def _referred_to(noun: str, possessive: str, form: str) -> str:
    """A noun in a case, or its possessive («possessed-locative»); `relative` is an attribute."""
    case = form.removeprefix("possessed-")
    decline, lemma = (declined, noun) if case == form else (possessed, possessive)
    if case == "relative":
        return f"{decline(lemma, Case.LOCATIVE).text}ғы"
    return decline(lemma, case).text


def _month(month: int, form: str) -> str:
    """«мамыр», «мамырда», «мамырдағы»."""
    if form not in ("quoted-locative", "relative"):
        return _months()[month]
    locative = declined(_months()[month], Case.LOCATIVE).text
    if form == "quoted-locative":
        return locative
    return locative + ("ғы" if locative.endswith("а") else "гі")


@cache
def _months() -> Mapping[int, str]:
    """CLDR's format names, which are lower-case; its stand-alone ones are capitalised."""
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "kk"))
