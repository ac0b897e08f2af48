"""Kazakh: the noun after a number takes the case and stays singular; suffixes follow sound."""

from collections.abc import Mapping
from functools import cache

from mou_desktop.languages.base import (
    DAY_BLANK,
    MONTH_BLANK,
    NBSP,
    YEAR_BLANK,
    Form,
    Kind,
    Language,
    Sex,
)
from mou_desktop.languages.initials import initials

CASES = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "locative",
    "ablative",
    "instrumental",
)

_NAME_FORMS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ORGANIZATION: (*CASES, "conjunction"),
    Kind.POSITION: (*CASES, "possessive"),
    Kind.PLACE: CASES,
    Kind.PERSON: (*CASES, "initials"),
}
_FORMS: Mapping[Kind, tuple[str, ...]] = {
    **_NAME_FORMS,
    Kind.SEX: (),
    Kind.COPIES: CASES,
    Kind.YEARS: CASES,
    Kind.MONTHS: CASES,
    Kind.DATE: ("long", "quoted", "quoted-locative"),
    Kind.LANGUAGES: CASES,
    Kind.ARTICLE: ("heading", *CASES, "relative"),
}


def _by_case(*nouns: str) -> Mapping[str, str]:
    return dict(zip(CASES, nouns, strict=True))


_NOUNS: Mapping[Kind, Mapping[str, str]] = {
    Kind.COPIES: _by_case("дана", "дананың", "данаға", "дананы", "данада", "данадан", "данамен"),
    Kind.YEARS: _by_case("жыл", "жылдың", "жылға", "жылды", "жылда", "жылдан", "жылмен"),
    Kind.MONTHS: _by_case("ай", "айдың", "айға", "айды", "айда", "айдан", "аймен"),
}
_MONTHS_LOCATIVE = dict(
    enumerate(
        (
            "қаңтарда",
            "ақпанда",
            "наурызда",
            "сәуірде",
            "мамырда",
            "маусымда",
            "шілдеде",
            "тамызда",
            "қыркүйекте",
            "қазанда",
            "қарашада",
            "желтоқсанда",
        ),
        start=1,
    )
)
_ARTICLE = {
    **_by_case("бап", "баптың", "бапқа", "бапты", "бапта", "баптан", "баппен"),
    "heading": "бап",
    "relative": "баптағы",
}

_LANGUAGE_NAMES = {"az": "әзербайжан", "kk": "қазақ", "ru": "орыс", "en": "ағылшын"}
_TONGUE = _by_case("тілі", "тілінің", "тіліне", "тілін", "тілінде", "тілінен", "тілімен")
_TONGUES = _by_case(
    "тілдері", "тілдерінің", "тілдеріне", "тілдерін", "тілдерінде", "тілдерінен", "тілдерімен"
)

_CONJUNCTIONS = {
    "мен": frozenset("аәеёийлмнңоөруұүыіэюя"),
    "бен": frozenset("жз"),
    "пен": frozenset("бвгғдкқпстфхһцчшщ"),
}
_LONGEST_ABBREVIATION = 4


class Kazakh(Language):
    """Official Kazakh in Cyrillic: number words before the digits, the year before the day."""

    tag = "kk"
    word_tag = "kk-KZ"
    endonym = "Қазақша"

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The cases; the `conjunction` after an organisation; a position as `possessive`.

        `possessive` is the third person, «директоры»; `relative` of an article is «9-баптағы».
        """
        return _FORMS[kind]

    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """Names are not declined here: a case is suggested in the nominative, unsure."""
        if form not in _NAME_FORMS[kind]:
            raise KeyError(form)
        if form == "initials":
            return initials(lemma)
        if form == "conjunction":
            return _conjunction(lemma)
        return Form(lemma, form == "nominative")

    def blank(self, kind: Kind, form: str) -> str:
        """A conjunction is a word even where the name before it is still missing."""
        return "мен" if form == "conjunction" else super().blank(kind, form)

    def number(self, number: int, form: str) -> str:
        """«жиырма бес»."""
        if form != "cardinal":
            raise KeyError(form)
        return _words(number)

    def ordinal(self, number: int) -> str:
        """«9-»: Arabic digits take a hyphen and no suffix."""
        return f"{number}-"

    def counted(self, kind: Kind, number: int, form: str) -> str:
        """«төрт (4) данада»; the case stands on the noun alone."""
        noun = _NOUNS[kind][form]
        return NBSP.join((_words(number), f"({number})", noun))

    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """«2026 жылғы 5 мамыр»; in the locative, «on the 5th», the month takes the suffix, which
        a blank cannot carry. A line may break before a blank, which is long.
        """
        quoted = {"long": day is None, "quoted": True, "quoted-locative": True}[form]
        day_text = f"«{day or DAY_BLANK}»" if quoted else str(day)
        months = _MONTHS_LOCATIVE if form == "quoted-locative" else _months()
        month_text = months[month] if month else MONTH_BLANK
        space = NBSP if month else " "
        return f"{year or YEAR_BLANK}{NBSP}жылғы{space}{day_text}{NBSP}{month_text}"

    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """«қазақ және орыс тілдерінде»: bare names, then the noun with possessive and case."""
        *others, last = (_LANGUAGE_NAMES[tag] for tag in tags)
        if not others:
            return f"{last} {_TONGUE[form]}"
        return f"{', '.join(others)} және {last} {_TONGUES[form]}"

    def article(self, number: int, form: str) -> str:
        """«9-бап», «9-баптың»: an ordinal in digits, joined by a hyphen."""
        return f"{number}-{_ARTICLE[form]}"


def _conjunction(name: str) -> Form:
    """«And» after a name: мен, бен or пен by its last letter, as Kazakh orthography rules.

    The choice is that of the instrumental endings (Р. Сыздықова, «Емле және тыныс белгілері»,
    1996, after the Basic Rules of 1983): мен after a vowel or sonorant, бен after ж and з, пен
    after a voiceless consonant and after б, в, г, ғ, д, which are devoiced at the end. A soft
    or hard sign has no sound, so the letter before it counts. A short word in capitals may be
    an abbreviation, read by the names of its letters: no sure choice.
    """
    spoken = "".join(c if c.isalnum() else " " for c in name).split() or [""]
    last_word = spoken[-1]
    letter = last_word.casefold().rstrip("ьъ")[-1:]
    abbreviated = last_word.isupper() and 1 < len(last_word) <= _LONGEST_ABBREVIATION
    for conjunction, letters in _CONJUNCTIONS.items():
        if letter in letters:
            return Form(conjunction, not abbreviated)
    return Form("мен", False)


@cache
def _words(number: int) -> str:
    from num2words import num2words

    return str(num2words(number, lang="kz"))


@cache
def _months() -> Mapping[int, str]:
    """CLDR's format names, which are lower-case; its stand-alone ones are capitalised."""
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "kk"))
