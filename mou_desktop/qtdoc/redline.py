"""The changes between two texts as rich text: what is new underlined, what is gone struck out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from mou_desktop.model.change import BlockChange, Fate, ParagraphChange, Piece
from mou_desktop.model.document import Article, Block, place

SKIPPED = "…"
_SPACE = 0.5


class Inks(NamedTuple):
    """Colours of what is inserted, of what is deleted, and of what is said beside the text."""

    inserted: QColor
    deleted: QColor
    aside: QColor


def write(
    target: QTextDocument, changes: Sequence[BlockChange], names: Mapping[str, str], inks: Inks
) -> None:
    """Replace the content of `target` by the changed paragraphs of these blocks. `names` says what
    a block without a heading is called, by its place.
    """
    _Writer(target, names, inks).write(changes)


class _Writer:
    def __init__(self, target: QTextDocument, names: Mapping[str, str], inks: Inks) -> None:
        target.clear()
        self._cursor = QTextCursor(target)
        self._names = names
        self._inks = inks
        self._space = target.defaultFont().pointSizeF() * _SPACE
        self._first = True

    def write(self, changes: Sequence[BlockChange]) -> None:
        self._cursor.beginEditBlock()
        for change in changes:
            self._heading(change)
            self._paragraphs(change.paragraphs)
        self._cursor.endEditBlock()

    def _heading(self, change: BlockChange) -> None:
        self._start(above=0 if self._first else 2 * self._space)
        before, after = self._name(change.before), self._name(change.after)
        if before == after:
            pieces = [Piece(after, Fate.KEPT)]
        else:
            pieces = [Piece(before, Fate.DELETED), Piece(after, Fate.INSERTED)]
        for piece in (each for each in pieces if each.text):
            style = self._style(piece.fate)
            style.setFontWeight(QFont.Weight.Bold)
            self._cursor.insertText(piece.text, style)
            if piece.fate is Fate.DELETED and after:
                self._cursor.insertText(" ", QTextCharFormat())
        if change.moved:
            self._cursor.insertText(f"  {self._names['moved']}", self._aside())

    def _paragraphs(self, paragraphs: Sequence[ParagraphChange]) -> None:
        skipping = False
        for paragraph in paragraphs:
            kept = paragraph.fate is Fate.KEPT
            if kept and not skipping:
                self._start()
                self._cursor.insertText(SKIPPED, self._aside())
            elif not kept:
                self._start()
                for piece in paragraph.pieces:
                    self._cursor.insertText(piece.text, self._style(piece.fate))
            skipping = kept

    def _name(self, block: Block | None) -> str:
        if block is None:
            return ""
        return block.heading if isinstance(block, Article) else self._names[place(block)]

    def _style(self, fate: Fate) -> QTextCharFormat:
        style = QTextCharFormat()
        if fate is Fate.INSERTED:
            style.setForeground(QBrush(self._inks.inserted))
            style.setFontUnderline(True)
        elif fate is Fate.DELETED:
            style.setForeground(QBrush(self._inks.deleted))
            style.setFontStrikeOut(True)
        return style

    def _aside(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QBrush(self._inks.aside))
        return style

    def _start(self, above: float = 0) -> None:
        layout = QTextBlockFormat()
        layout.setTopMargin(above)
        layout.setBottomMargin(self._space)
        if self._first:
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout, QTextCharFormat())
        self._first = False
