"""One language version of an agreement, filled in: blocks of paragraphs of runs.

Named tuples, which are quick to make, hash and compare. They know no fonts, colours or XML.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple


class Gap(StrEnum):
    """What is still open at a run: no value, a form to confirm, an introduction to look at."""

    MISSING = "missing"
    UNSURE = "unsure"
    STALE = "stale"


class Run(NamedTuple):
    """A stretch of text. `path` is the field it was filled from, with the language if the field
    has one per language, and `form` the grammatical form; both are empty for the template's words.
    `source` is the piece of the draft's notation that the run came from, a slot or a whole optional
    passage: empty for words. A passage that does not stand here is a run without text; it has a
    path when that is so by choice, because another alternative was taken.
    """

    text: str
    path: str = ""
    form: str = ""
    strong: bool = False
    gap: Gap | None = None
    source: str = ""


class Paragraph(NamedTuple):
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Title(NamedTuple):
    """`heading` is the number of the line that names the kind of document. `notes` of a block say
    what has amended it («as amended by Protocol No. 1»): they stand below it and are no part of its
    text.
    """

    lines: tuple[Paragraph, ...]
    heading: int
    notes: tuple[str, ...] = ()


class Preamble(NamedTuple):
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()


class Article(NamedTuple):
    """`id` is the same in every language, `number` counts the articles through, `heading` has the
    printed number («9-бап»).
    """

    id: str
    number: int
    heading: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()


class Signer(NamedTuple):
    """A party's place in the signature block: who signs, as what, and where the seal goes.
    `details` stand under the party's name, `second` are position and name of a second signatory.
    """

    party: Paragraph
    position: Paragraph
    name: Paragraph
    seal: Paragraph
    details: tuple[Paragraph, ...] = ()
    second: tuple[Paragraph, ...] = ()

    @property
    def people(self) -> Iterator[tuple[Paragraph, Paragraph]]:
        """Who signs for the party: position and name."""
        yield self.position, self.name
        if self.second:
            position, name = self.second
            yield position, name

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        """Every line, from top to bottom."""
        return (self.party, *self.details, self.position, self.name, *self.second, self.seal)


class SignerPart(StrEnum):
    """What a row of the signature block holds."""

    PARTY = "party"
    DETAIL = "detail"
    POSITION = "position"
    NAME = "name"
    SEAL = "seal"


NOTHING = Paragraph(())


def signing_rows(band: Sequence[Signer]) -> Iterator[tuple[SignerPart, list[Paragraph]]]:
    """The lines of signers who stand abreast, row by row; who has fewer has empty ones."""
    part = SignerPart
    yield part.PARTY, [each.party for each in band]
    for details in zip_longest(*(each.details for each in band), fillvalue=NOTHING):
        yield part.DETAIL, list(details)
    yield part.POSITION, [each.position for each in band]
    yield part.NAME, [each.name for each in band]
    seconds = zip_longest(*(each.second for each in band), fillvalue=NOTHING)
    for which, second in zip((part.POSITION, part.NAME), seconds, strict=False):
        yield which, list(second)
    yield part.SEAL, [each.seal for each in band]


class SignatureBlock(NamedTuple):
    signers: tuple[Signer, ...]


Block = Title | Preamble | Article | SignatureBlock


class Document(NamedTuple):
    """`language` is a BCP 47 tag, `first` the party in whose originals the version reads so. One
    that `amends` speaks of the articles of another agreement; an instrument that `corrects` it also
    quotes words of the other versions.
    """

    language: str
    blocks: tuple[Block, ...]
    first: int = 0
    amends: bool = False
    corrects: bool = False

    @property
    def name(self) -> str:
        """The kind of document in its own language («МЕМОРАНДУМ»)."""
        title = next(block for block in self.blocks if isinstance(block, Title))
        return title.lines[title.heading].text


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """Every paragraph of a block that can hold fields, in reading order."""
    match block:
        case Title(lines=lines):
            yield from lines
        case Preamble(paragraphs=texts) | Article(paragraphs=texts):
            yield from texts
        case SignatureBlock(signers=signers):
            for _part, row in signing_rows(signers):
                yield from (line for line in row if line is not NOTHING)


def notes(block: Block) -> Iterator[Paragraph]:
    """What stands below a block about its amendments."""
    if not isinstance(block, SignatureBlock):
        yield from (Paragraph((Run(text),)) for text in block.notes)


def place(block: Block) -> str:
    """Where a block stands, the same in every language: `title`, an article's id…"""
    if isinstance(block, Article):  # (asked for very often: much quicker than `match`)
        return block.id
    if isinstance(block, SignatureBlock):
        return "signature"
    return "title" if isinstance(block, Title) else "preamble"
