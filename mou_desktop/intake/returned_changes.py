"""What a returned file has in another way than a draft: changes that can be taken in, comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from mou_desktop.intake.source import Comment, Revision

SIGNATURE = "signature"


class What(StrEnum):
    """What became of something in the file."""

    FIELD = "field"
    WORDING = "wording"
    ADDED = "added"
    DELETED = "deleted"
    ORDER = "order"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Change:
    """One difference. `place` is that of the draft; of an added article it is the one behind which
    it stands, empty for the first. `before` and `after` are in words.

    A field has its `path`, maybe with a form («parties.0.name.ru#genitive»), and the `values` that
    put it in. `wordings` are in the draft's notation, by language. `revisions` are the tracked
    changes there. `key` tells the change from all others of these and of other files.
    """

    what: What
    languages: tuple[str, ...]
    place: str
    before: str = ""
    after: str = ""
    path: str = ""
    values: tuple[tuple[str, str], ...] = ()
    wordings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    key: str = ""

    @property
    def can_be_taken(self) -> bool:
        """Whether a draft can have it: the words of the signatures cannot be changed."""
        return self.what is not What.SIGNATURE


class Noted(NamedTuple):
    """A comment, with the words beside which it stands."""

    language: str
    place: str
    words: str
    comment: Comment


class Comparison(NamedTuple):
    """The changes, those of fields first, and the comments in reading order."""

    changes: tuple[Change, ...]
    comments: tuple[Noted, ...]
