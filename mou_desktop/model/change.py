"""What distinguishes two texts of one language: block by block, down to the words."""

from enum import StrEnum
from typing import NamedTuple

from mou_desktop.model.document import Article, Block, place


class Fate(StrEnum):
    """What became of something on the way from the text before to the text after."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    CHANGED = "changed"


class Piece(NamedTuple):
    """A stretch of a paragraph that was kept, inserted or deleted."""

    text: str
    fate: Fate


class ParagraphChange(NamedTuple):
    """A paragraph as pieces in reading order; where words change, the deleted ones come first."""

    fate: Fate
    pieces: tuple[Piece, ...]

    @property
    def before(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.fate is not Fate.INSERTED)

    @property
    def after(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.fate is not Fate.DELETED)


class BlockChange(NamedTuple):
    """A block with both its states; one is missing when it was inserted or deleted.

    `fate` speaks of the wording alone. `moved` says that the block stands in another order among
    the blocks that both texts have; its number may have changed for that reason or another.
    """

    fate: Fate
    before: Block | None
    after: Block | None
    paragraphs: tuple[ParagraphChange, ...]
    moved: bool = False

    @property
    def block(self) -> Block:
        """The block as it is now, or as it was before it was deleted."""
        block = self.after or self.before
        assert block is not None
        return block

    @property
    def place(self) -> str:
        """`title`, an article's id…"""
        return place(self.block)

    @property
    def renumbered(self) -> bool:
        """Whether an article has another number than before."""
        before, after = self.before, self.after
        if not isinstance(before, Article) or not isinstance(after, Article):
            return False
        return before.heading != after.heading
