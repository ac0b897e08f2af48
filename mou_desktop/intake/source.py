"""What a foreign document holds, whatever its format: paragraphs with what the file knows of them.

Tracked changes are accepted in the text; who made them and when is kept beside it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from mou_desktop.errors import IntakeError
from mou_desktop.intake.remarks import Remark
from mou_desktop.model.change import Fate

FILE_LIMIT = 64 * 1024 * 1024
TEXT_LIMIT = 1_000_000
PARAGRAPHS_LIMIT = 20_000


class Revision(NamedTuple):
    """A tracked change: `text` was put in at `start`, or stood there before it was deleted.

    `time` is as the file has it (ISO 8601), empty where it does not say.
    """

    fate: Fate
    start: int
    text: str
    author: str
    time: str


class Comment(NamedTuple):
    """What somebody wrote beside the text from `start` to `end`."""

    start: int
    end: int
    text: str
    author: str
    time: str


class Control(NamedTuple):
    """A content control within a paragraph, with the tag that it bears."""

    tag: str
    start: int
    end: int


class Cell(NamedTuple):
    """Where a paragraph stands that is part of a table; tables are numbered through the file."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph as it is read; a line break within it is «\\n».

    `level` is that of a heading, 0 for other text. `label` is an automatic number that stands
    before the text («1.»). `blocks` are the tags of the content controls around the paragraph,
    the outermost first; `strong` are its bold stretches.
    """

    text: str
    style: str = ""
    level: int = 0
    label: str = ""
    blocks: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    strong: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None


class Source(NamedTuple):
    """A document with the name of its file and what is to be said about it."""

    name: str
    paragraphs: tuple[SourceParagraph, ...]
    remarks: tuple[Remark, ...] = ()


class Gauge:
    """Refuses a document that is too long, as soon as that is seen."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._letters = 0
        self._paragraphs = 0

    def add(self, letters: int) -> None:
        """Count a paragraph. Raises `IntakeError`."""
        self._letters += letters
        self._paragraphs += 1
        if self._letters > TEXT_LIMIT or self._paragraphs > PARAGRAPHS_LIMIT:
            raise IntakeError(
                "{file} is too long to be an agreement (more than {pages} pages); "
                "import only the part that you need",
                file=self._name,
                pages=TEXT_LIMIT // 3000,
            )
