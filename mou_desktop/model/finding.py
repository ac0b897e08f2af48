"""What a check reports. Its wording is done by the reader, from the code."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """An error keeps a version from being signed; a warning is to be looked at; a note is for
    whoever wants to know: versions may say a thing in different words.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


VERSION = "version."
AMENDING = "amending"


class Code(StrEnum):
    """What is wrong. Those of the first group are about what was entered into a draft:

    `value-missing`: a required field is empty. `form-unsure`: a grammatical form was not
    confirmed. `introduction-stale`: a party's name has changed since its introduction was written.
    `short-name-apart`: the short name is no part of the name, so nothing is bold.
    `date-impossible`: the calendar has no such day. `one-language`: the closing clause speaks of
    several versions, but there is one. `wording-missing`: an article has no text in a version.
    `wording-review`: another version of the place was changed since this one was.
    `copies-uneven`: the originals cannot be shared out evenly among the parties. `copies-too-few`:
    there are languages without an original. `copies-apart`: every party gets as many originals, but
    not one in every language. `prevailing-absent`: the text that prevails is none of the agreement.
    `order-fixed`: a title or preamble names the parties so that they cannot change places, as the
    originals of the others want it. `protocol-unwritten`: this is the edited copy of an agreement,
    of which a protocol or correction is still to be written.

    The others are about the texts; their rules say what they mean.
    """

    VALUE_MISSING = "value-missing"
    FORM_UNSURE = "form-unsure"
    INTRODUCTION_STALE = "introduction-stale"
    SHORT_NAME_APART = "short-name-apart"
    DATE_IMPOSSIBLE = "date-impossible"
    ONE_LANGUAGE = "one-language"
    WORDING_MISSING = "wording-missing"
    WORDING_REVIEW = "wording-review"
    COPIES_UNEVEN = "copies-uneven"
    COPIES_TOO_FEW = "copies-too-few"
    COPIES_APART = "copies-apart"
    PREVAILING_ABSENT = "prevailing-absent"
    ORDER_FIXED = "order-fixed"
    PROTOCOL_UNWRITTEN = "protocol-unwritten"

    MIXED_SCRIPT = "mixed-script"
    LOOK_ALIKE = "look-alike"
    FOREIGN_LETTER = "foreign-letter"
    DIGIT_IN_WORD = "digit-in-word"
    LETTER_IN_NUMBER = "letter-in-number"
    INVISIBLE_CHARACTER = "invisible-character"
    DECOMPOSED_LETTER = "decomposed-letter"

    APOSTROPHE = "apostrophe"
    QUOTATION_MARK = "quotation-mark"
    UNPAIRED_MARK = "unpaired-mark"
    SPACE_BEFORE_MARK = "space-before-mark"
    SPACE_MISSING = "space-missing"
    SPACES_DOUBLED = "spaces-doubled"
    HYPHEN_SPACED = "hyphen-spaced"
    DASH_FOR_HYPHEN = "dash-for-hyphen"
    LETTERS_SPACED = "letters-spaced"
    MARK_DOUBLED = "mark-doubled"
    FULL_STOP_MISSING = "full-stop-missing"
    CAPITAL_MISSING = "capital-missing"

    DOUBLED_WORD = "doubled-word"
    DOUBLED_PASSAGE = "doubled-passage"

    FOREIGN_WORD = "foreign-word"
    FOREIGN_SENTENCE = "foreign-sentence"
    MISSPELT_WORD = "misspelt-word"
    SPELLED_OTHERWISE = "spelled-otherwise"

    ARTICLE_MISSING = "article-missing"
    ARTICLE_ORDER = "article-order"
    ARTICLE_NUMBER = "article-number"
    PARAGRAPH_MISSING = "paragraph-missing"
    SENTENCE_MISSING = "sentence-missing"
    TEXT_SHORT = "text-short"
    NUMBER_DIFFERS = "number-differs"
    UNIT_DIFFERS = "unit-differs"
    DATE_DIFFERS = "date-differs"
    WORDS_AND_DIGITS = "words-and-digits"
    COPIES_AND_LANGUAGES = "copies-and-languages"
    LANGUAGES_LISTED = "languages-listed"

    NAME_DIFFERS = "name-differs"
    NAME_TRANSLITERATION = "name-transliteration"
    SIGNATORY_DIFFERS = "signatory-differs"
    POSITION_DIFFERS = "position-differs"
    ORGANIZATION_DIFFERS = "organization-differs"

    OBLIGATION_DIFFERS = "obligation-differs"
    NEGATION_DIFFERS = "negation-differs"

    PLACEHOLDER = "placeholder"
    BLANK_MISSING = "blank-missing"
    TERM_UNDEFINED = "term-undefined"
    TERM_UNUSED = "term-unused"
    TERM_EARLY = "term-early"
    TERM_LOWERCASE = "term-lowercase"
    REFERENCE_UNKNOWN = "reference-unknown"
    REFERENCE_DIFFERS = "reference-differs"


class Spot(NamedTuple):
    """A stretch of a paragraph of one version, counted in its characters. Paragraph -1 is the
    number of an article; a paragraph without a length is meant as a whole.
    """

    language: str
    place: str
    paragraph: int
    start: int = 0
    end: int = 0


class Finding(NamedTuple):
    """`languages` are the versions to look at, those to change where that is clear. `place` is an
    article's id, `title`, `preamble` or `signature`; `path` the field to mend, with `#form` where a
    form is meant; `excerpt` what stands there now. Where the wording itself is meant, `path` is the
    version's place: «version.ru.validity».

    `spots` are the stretches that the finding is about, the one to mend first. `params` are the
    places of the message. `fix` is what can stand instead of the first spot, if that is certain.
    """

    code: Code
    level: Level
    languages: tuple[str, ...]
    place: str
    path: str
    excerpt: str
    spots: tuple[Spot, ...] = ()
    params: tuple[tuple[str, str], ...] = ()
    fix: str | None = None

    @property
    def language(self) -> str:
        """The only version that the finding is about; empty when there are several."""
        return self.languages[0] if len(self.languages) == 1 else ""
