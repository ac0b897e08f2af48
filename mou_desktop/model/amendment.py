"""What a protocol amends in an agreement, or an instrument corrects in it, as data: place by place,
in each language.

Texts are read as on paper: words with single spaces between them, without empty paragraphs.
"""

from dataclasses import dataclass, field
from enum import StrEnum

SIGNATURE = "signature"
# The articles of a protocol that hold its amendments, and say from when on they are in force.
CHANGES, FORCE = "changes", "force"


class Instrument(StrEnum):
    """What changes an agreement that was signed. A `protocol` amends it from its own day on. A
    `correction` mends an error found after signature, in one version or in several: its text
    replaces the defective one from the beginning (Vienna Convention, Art. 79).
    """

    PROTOCOL = "protocol"
    CORRECTION = "correction"


class Deed(StrEnum):
    """What was done to a place: an article was put in or taken out, or a text was changed."""

    AMENDED = "amended"
    INSERTED = "inserted"
    EXCLUDED = "excluded"


class Technique(StrEnum):
    """How a change is made. Words: `replace`, `insert` behind others, `exclude`; `throughout`
    replaces a name in every place, in whatever case it stands. Paragraphs: `restate-paragraph`,
    `add-paragraph`, `exclude-paragraph`. Whole places: `restate`, `new-article`, `exclude-article`,
    `renumber`.
    """

    REPLACE = "replace"
    INSERT = "insert"
    EXCLUDE = "exclude"
    THROUGHOUT = "throughout"
    RESTATE_PARAGRAPH = "restate-paragraph"
    ADD_PARAGRAPH = "add-paragraph"
    EXCLUDE_PARAGRAPH = "exclude-paragraph"
    RESTATE = "restate"
    NEW_ARTICLE = "new-article"
    EXCLUDE_ARTICLE = "exclude-article"
    RENUMBER = "renumber"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer wants otherwise than the program would do it.

    `renumber`: articles are counted through again instead of «9-1» and gaps. `techniques`, by
    place: `restate` or `restate-paragraph` instead of replacing words; by the path of a name's
    field: `replace` instead of `throughout`.
    """

    renumber: bool = False
    techniques: dict[str, Technique] = field(default_factory=dict)


AS_USUAL = Choices()

WORDS = frozenset({Technique.REPLACE, Technique.INSERT, Technique.EXCLUDE})
ADDITIONS = frozenset({Technique.INSERT, Technique.ADD_PARAGRAPH, Technique.NEW_ARTICLE})


@dataclass(frozen=True, slots=True)
class Wording:
    """One amendment in one language: `was` gives way to `becomes`.

    Both are paragraphs, or one stretch of words, or numbers of articles. Where words are inserted,
    `was` are those before them. `forms` are, for a name, the cases in which it stands in the text,
    each with that which takes its place.
    """

    was: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change that is made in the same way in every language of `wordings`.

    `place` is an article's id, `title`, `preamble` or `signature`; empty where the whole text is
    meant. `number` is that of the article, `after` that of the one before a new article.
    `paragraph` counts from one; zero is the whole place. `path` is the field that has changed.
    """

    technique: Technique
    place: str = ""
    number: str = ""
    paragraph: int = 0
    after: str = ""
    path: str = ""
    wordings: dict[str, Wording] = field(default_factory=dict)
