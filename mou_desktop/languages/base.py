"""What every language of a version can do for the fields of a text."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum

DAY_BLANK = "_" * 3
MONTH_BLANK = "_" * 12
YEAR_BLANK = "20__"
TEXT_BLANK = "_" * 20
SHORT_BLANK = "_" * 12
"""For a text where there is no room for the usual one: beside the line of a signature."""
NBSP = "\N{NO-BREAK SPACE}"


class Case(StrEnum):
    """The grammatical cases; each language has some of them."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"
    POSSESSIVE = "possessive"


class Gender(StrEnum):
    """Of the noun with which a number agrees."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


class Kind(StrEnum):
    """What sort of value a field holds; it decides which forms the field has.

    `TEXT` is taken as it is typed, in each language; `CODE` likewise, but the same in all, like the
    number of a telephone. The last three are plain words: a common noun, a noun that carries the
    third-person possessive («қорығы», «Qoruğu»), and a surname alone. No field holds them, but
    names are made of them.
    """

    ORGANIZATION = "organization"
    PERSON = "person"
    POSITION = "position"
    PLACE = "place"
    SEX = "sex"
    COPIES = "copies"
    YEARS = "years"
    MONTHS = "months"
    DATE = "date"
    LANGUAGES = "languages"
    LANGUAGE = "language"
    ORIGINALS = "originals"
    YES_NO = "yes-no"
    TEXT = "text"
    CODE = "code"
    ARTICLE = "article"
    NUMBER = "number"
    NOUN = "noun"
    POSSESSIVE = "possessive"
    SURNAME = "surname"


NAMES = frozenset({Kind.ORGANIZATION, Kind.PERSON, Kind.POSITION, Kind.PLACE})
PER_LANGUAGE = NAMES | {Kind.TEXT}
WORDS = frozenset({Kind.NOUN, Kind.POSSESSIVE, Kind.SURNAME})
COUNTED = frozenset({Kind.COPIES, Kind.YEARS, Kind.MONTHS})
# Kinds whose slots are no words: such a mark lets the optional passage stand that holds it.
MARKS = frozenset({Kind.ORIGINALS})
# Kinds of which nothing is a choice, too: a passage that hangs on one is not missed.
CHOICES = frozenset({Kind.ORIGINALS, Kind.LANGUAGE})
# The marks of `Kind.ORIGINALS`, the same in every language: each original is in one language; it
# holds three texts or more; it holds two; and there are several such originals.
ORIGINALS_MARKS = ("separate", "combined", "both", "each")


class Sex(StrEnum):
    """Of a signatory; decides «Mr.» or «Ms.» and the declension of surnames."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True, slots=True)
class Form:
    """A value in a grammatical form. An unsure one is a suggestion that the officer confirms:
    no rule or dictionary vouches for it.
    """

    text: str
    sure: bool


class Language(ABC):
    """One language of the versions: its writing conventions and the grammar of the fields.

    `tag` is the BCP 47 tag used throughout the program, `word_tag` the one written into Word
    files (`w:lang`, ECMA-376-1 §17.3.2.20), `endonym` the language's name for itself, `draft_word`
    what is written across a text that is not final. `joiners` are the words that join two names and
    say nothing else of them.
    """

    tag: str
    word_tag: str
    endonym: str
    draft_word: str
    joiners: frozenset[str]

    @abstractmethod
    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The forms that a slot of this kind may ask for; the first is the basic one."""

    @abstractmethod
    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """A name or word (a kind of `NAMES` or `WORDS`) in a form of `forms(kind)`.

        `lemma` is its nominative, whatever the officer typed; `sex` that of a person, where it is
        known. Never fails on a strange lemma: what no rule covers is given back unchanged and
        unsure. Raises `KeyError` for a form that the kind does not have in this language.
        """

    def warm_up(self) -> None:  # noqa: B027
        """Load the dictionaries that `inflect` would load when it first needs them. Any thread may
        do it.
        """

    def lower(self, text: str) -> str:
        """Small letters, one for each letter of the text, so that places in it stay the same."""
        return text.replace("İ", "i").lower()  # («İ» alone would become two)

    def placed(self, kind: Kind, form: str, text: str, *, opens_sentence: bool) -> str:
        """A form as it is written where it stands: at the start of a sentence, or inside one."""
        return text

    @abstractmethod
    def number(self, number: int, form: str) -> str:
        """A number from 0 to 999 999 in words. The form is `cardinal`; languages whose numbers
        decline and agree have «case gender» too («genitive f»). Raises `KeyError` for another.
        """

    @abstractmethod
    def ordinal(self, number: int) -> str:
        """An ordinal in digits, with what the language puts behind them: «9-cu», «9-», «9th»."""

    def blank(self, kind: Kind, form: str) -> str:
        """What stands where a name is missing."""
        return TEXT_BLANK

    @abstractmethod
    def counted(self, kind: Kind, number: int, form: str) -> str:
        """Digits, words and the noun that agrees with them, bound by no-break spaces.

        `kind` is one of `COUNTED`: copies of the document, years or months.
        """

    @abstractmethod
    def date(self, form: str, year: int | None, month: int | None, day: int | None) -> str:
        """A date in the style of official documents; each missing part is a blank for the pen."""

    @abstractmethod
    def enumerate_languages(self, tags: tuple[str, ...], form: str) -> str:
        """The languages named by `tags`, in that order, with conjunction and noun."""

    def name_language(self, tag: str, form: str) -> str:
        """One language, in a form of `forms(Kind.LANGUAGE)`."""
        return self.enumerate_languages((tag,), form)

    @abstractmethod
    def article(self, number: int | str, form: str) -> str:
        """An article's heading (form `heading`) or a reference to it in a case. One that was put
        in later has a number of several parts, «9-1».
        """

    @abstractmethod
    def paragraph(self, number: int, form: str) -> str:
        """A paragraph by its ordinal, in words, in a form of a reference to an article («абзаца
        второго»). Raises `KeyError` for another form.
        """
