"""What an amendment protocol changes in an agreement, as data: place by place, in each language.

Texts are read as on paper: words with single spaces between them, without empty paragraphs.
"""

from dataclasses import dataclass, field
from enum import StrEnum

SIGNATURE = "signature"
# The article of a protocol that holds its amendments.
CHANGES = "changes"


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
