"""Russian: number words agree with their noun in case and gender, years and months decline."""

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
    Gender,
    Kind,
    Language,
    Sex,
)
from mou_desktop.languages.ru import capitals

CASES = (
    Case.NOMINATIVE,
    Case.GENITIVE,
    Case.DATIVE,
    Case.ACCUSATIVE,
    Case.INSTRUMENTAL,
    Case.PREPOSITIONAL,
)

_NAME_FORMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: CASES,
    Kind.POSITION: CASES,
    Kind.PLACE: CASES,
    Kind.PERSON: (*CASES, "initials"),
    Kind.SURNAME: CASES,
    Kind.NOUN: (),
    Kind.POSSESSIVE: (),
}
_FORMS: Mapping[Kind, tuple[str, ...]] = {
    **_NAME_FORMS,
    Kind.SEX: (),
    Kind.NOUN: (),
    Kind.POSSESSIVE: (),
    Kind.COPIES: CASES,
    Kind.YEARS: (*CASES, "attributive"),
    Kind.MONTHS: CASES,
    Kind.DATE: ("long", "quoted"),
    Kind.LANGUAGES: CASES,
    Kind.LANGUAGE: CASES,
    Kind.ORIGINALS: ORIGINALS_MARKS,
    Kind.YES_NO: (),
    Kind.TEXT: (Case.NOMINATIVE,),
    Kind.CODE: (Case.NOMINATIVE,),
    Kind.ARTICLE: ("heading", *CASES),
    Kind.NUMBER: ("digits",),
}

# By case: the noun after a number of the CLDR plural category one, few, many.
_NOUNS: Mapping[Kind, Mapping[str, tuple[str, str, str]]] = {
    Kind.COPIES: {
        "nominative": ("экземпляр", "экземпляра", "экземпляров"),
        "genitive": ("экземпляра", "экземпляров", "экземпляров"),
        "dative": ("экземпляру", "экземплярам", "экземплярам"),
        "accusative": ("экземпляр", "экземпляра", "экземпляров"),
        "instrumental": ("экземпляром", "экземплярами", "экземплярами"),
        "prepositional": ("экземпляре", "экземплярах", "экземплярах"),
    },
    Kind.YEARS: {
        "nominative": ("год", "года", "лет"),
        "genitive": ("года", "лет", "лет"),
        "dative": ("году", "годам", "годам"),
        "accusative": ("год", "года", "лет"),
        "instrumental": ("годом", "годами", "годами"),
        "prepositional": ("годе", "годах", "годах"),
    },
    Kind.MONTHS: {
        "nominative": ("месяц", "месяца", "месяцев"),
        "genitive": ("месяца", "месяцев", "месяцев"),
        "dative": ("месяцу", "месяцам", "месяцам"),
        "accusative": ("месяц", "месяца", "месяцев"),
        "instrumental": ("месяцем", "месяцами", "месяцами"),
        "prepositional": ("месяце", "месяцах", "месяцах"),
    },
}

_LANGUAGE_STEMS = {"az": "азербайджанск", "kk": "казахск", "ru": "русск", "en": "английск"}
# By case: the ending of the masculine adjective, «язык», «языки».
_LANGUAGE_CASES = {
    "nominative": ("ий", "язык", "языки"),
    "genitive": ("ого", "языка", "языков"),
    "dative": ("ому", "языку", "языкам"),
    "accusative": ("ий", "язык", "языки"),
    "instrumental": ("им", "языком", "языками"),
    "prepositional": ("ом", "языке", "языках"),
}

_ARTICLE = {
    "heading": "Статья",
    "nominative": "статья",
    "genitive": "статьи",
    "dative": "статье",
    "accusative": "статью",
    "instrumental": "статьёй",
    "prepositional": "статье",
}
_PARAGRAPH = {
    "nominative": "абзац",
    "genitive": "абзаца",
    "dative": "абзацу",
    "accusative": "абзац",
    "instrumental": "абзацем",
    "prepositional": "абзаце",
}


class Russian(Language):
    """Official Russian, written with ё («четырёх») and with guillemets."""

    tag = "ru"
    word_tag = "ru-RU"
    endonym = "Русский"
    draft_word = "ПРОЕКТ"
    joiners = frozenset({"и", "а также"})

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The cases; `initials` of a person; `attributive`, «5-летний», of years.

        A plain noun has none: no field of a text asks for one.
        """
        return _FORMS[kind]

    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """«Вусала Алиева», «Гянджинским заповедником»; nominatives are sure."""
        if form not in _NAME_FORMS[kind]:
            raise KeyError(form)
        from mou_desktop.languages.ru.declension import inflected  # (the window opens without)

        return inflected(kind, lemma, form, sex)

    def warm_up(self) -> None:
        """Both libraries and the dictionary of pymorphy3."""
        from mou_desktop.languages.ru import dictionary  # (the window opens without)

        dictionary.load()

    def placed(self, kind: Kind, form: str, text: str, *, opens_sentence: bool) -> str:
        """«в лице директора»: a position inside a sentence begins with a small letter."""
        if kind is not Kind.POSITION or opens_sentence:
            return text
        return capitals.inside_sentence(text)

    def number(self, number: int, form: str) -> str:
        """«двадцати пяти» in the case and gender of `form` («genitive f»), of things."""
        if form == "cardinal":
            form = "nominative m"
        case, _space, gender = form.partition(" ")
        if case not in CASES or gender not in set(Gender):
            raise KeyError(form)
        return _words(number, case, gender)

    def ordinal(self, number: int) -> str:
        """«9-й», of a masculine noun in the nominative."""
        return f"{number}-й"

    def counted(self, kind: Kind, number: int, form: str) -> str:
        """«4 (четырёх) экземплярах»; all three nouns are masculine and inanimate."""
        if form not in _FORMS[kind]:
            raise KeyError(form)
        if form == "attributive":
            return _lasting_years(number)
        noun = _NOUNS[kind][form][_plural_category(number)]
        return NBSP.join((str(number), f"({_words(number, form)})", noun))

    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """«5 мая 2026 года», the month in the genitive; a blank day is always quoted. A
        line may break behind a blank month, which is long.
        """
        quoted = {"long": day is None, "quoted": True}[form]
        day_text = str(day or DAY_BLANK)
        before = f"«{day_text}»" if quoted else day_text
        month_text = f"{_months()[month]}{NBSP}" if month else f"{MONTH_BLANK} "
        return f"{before}{NBSP}{month_text}{year or YEAR_BLANK}{NBSP}года"

    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """«казахском и русском языках»: adjectives in the singular, the noun by their number."""
        ending, singular, plural = _LANGUAGE_CASES[form]
        *others, last = (_LANGUAGE_STEMS[tag] + ending for tag in tags)
        return f"{', '.join(others)} и {last} {plural}" if others else f"{last} {singular}"

    def article(self, number: int | str, form: str) -> str:
        """«Статья 9» as a heading, «статье 9» in a sentence."""
        return f"{_ARTICLE[form]}{NBSP}{number}"

    def paragraph(self, number: int, form: str) -> str:
        """«абзац второй», both in the case."""
        return f"{_PARAGRAPH[form]} {_ordinal_words(number, form)}"


def _plural_category(number: int) -> int:
    """CLDR's cardinal categories of Russian: 0 one (1, 21), 1 few (2-4, 22), 2 many (5-20)."""
    tens, units = number % 100 // 10, number % 10
    if tens == 1 or units == 0 or units > 4:
        return 2
    return 0 if units == 1 else 1


def _lasting_years(number: int) -> str:
    """The adjective, masculine, nominative or inanimate accusative."""
    return "годичный" if number == 1 else f"{number}-летний"


@cache
def _words(number: int, case: str, gender: str = Gender.MASCULINE) -> str:
    from num2words import num2words

    return str(num2words(number, lang="ru", case=case, gender=gender, animate=False))


@cache
def _ordinal_words(number: int, case: str) -> str:
    """Masculine; num2words has the accusative of living beings only, that of things is the
    nominative.
    """
    from num2words import num2words

    case = "nominative" if case == "accusative" else case
    return str(num2words(number, lang="ru", to="ordinal", case=case[0], gender=Gender.MASCULINE))


@cache
def _months() -> Mapping[int, str]:
    """CLDR's format names, which are genitive in Russian."""
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "ru"))
