"""What every language of a version can do for the fields of a text."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum

DAY_BLANK = "_" * 3
MONTH_BLANK = "_" * 12
YEAR_BLANK = "20__"
TEXT_BLANK = "_" * 20
NBSP = "\N{NO-BREAK SPACE}"


class Kind(StrEnum):
    """What sort of value a field holds; it decides which forms the field has."""

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
    ARTICLE = "article"


NAMES = frozenset({Kind.ORGANIZATION, Kind.PERSON, Kind.POSITION, Kind.PLACE})
COUNTED = frozenset({Kind.COPIES, Kind.YEARS, Kind.MONTHS})


class Sex(StrEnum):
    """Of a signatory; decides «Mr.» or «Ms.» and the declension of surnames."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True, slots=True)
class Form:
    """A value in a grammatical form. An unsure one is a suggestion that the officer confirms."""

    text: str
    sure: bool


class Language(ABC):
    """One language of the versions: its writing conventions and the grammar of the fields.

    `tag` is the BCP 47 tag used throughout the program, `word_tag` the one written into Word
    files (`w:lang`, ECMA-376-1 §17.3.2.20), `endonym` the language's name for itself.
    """

    tag: str
    word_tag: str
    endonym: str

    @abstractmethod
    def forms(self, kind: Kind) -> tuple[str, ...]:
        """The forms that a slot of this kind may ask for; the first is the basic one."""

    @abstractmethod
    def inflect(self, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
        """A name (a kind of `NAMES`) in a form of `forms(kind)`; `lemma` is its nominative."""

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

    @abstractmethod
    def article(self, number: int, form: str) -> str:
        """An article's heading (form `heading`) or a reference to it in a case."""
