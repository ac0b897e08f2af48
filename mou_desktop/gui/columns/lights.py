"""What is lit up in a cell: the stretches of a field, and those where searched words stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QBrush, QColor, QPalette, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from mou_desktop.model.document import NOTHING, Article, Block, SignatureBlock, signing_rows
from mou_desktop.qtdoc import blocks
from mou_desktop.render.splice import by_piece, on_screen


class Stretch(NamedTuple):
    """A part of a paragraph, in shown characters; an article's number is paragraph -1."""

    paragraph: int
    start: int
    end: int


def _field_spans(document: QTextDocument, block: Block, path: str) -> Iterator[QTextCursor]:
    """The stretches of text that a field fills."""
    for number, paragraph in enumerate(blocks.lines(block) if path else ()):
        if all(run.path != path for run in paragraph.runs):
            continue
        first = blocks.first_line(document, block)
        start = document.findBlockByNumber(first + number).position()
        for runs in by_piece(paragraph):
            for run in runs:
                end = start + _units(on_screen(run))
                if blocks.path_of(run, runs) == path and end > start:
                    yield _cursor(document, start, end)
                start = end


def cursor_of(document: QTextDocument, block: Block, stretch: Stretch) -> QTextCursor:
    """The stretch, selected in the document that shows the block."""
    line = document.findBlockByNumber(_line(document, block, stretch.paragraph))
    text = line.text()
    first, last = (line.position() + _units(text[:end]) for end in (stretch.start, stretch.end))
    return _cursor(document, first, last)


def stretch_of(block: Block, cursor: QTextCursor) -> Stretch:
    """What a cursor in the document of a block has selected, within its last line."""
    document = cursor.document()
    line = document.findBlock(cursor.selectionEnd())
    start = max(cursor.selectionStart(), line.position())
    paragraph = line.blockNumber() - (1 if isinstance(block, Article) else 0)
    if isinstance(block, SignatureBlock):
        lines = _signature_lines(block)
        number = line.blockNumber() - blocks.first_line(document, block)
        paragraph = lines.index(number) if number in lines else len(lines)
    text = line.text().encode("utf-16-le")
    places = (start - line.position(), cursor.selectionEnd() - line.position())
    first, last = (len(text[: 2 * place].decode("utf-16-le", "ignore")) for place in places)
    return Stretch(paragraph, first, last)


def all_lit(
    document: QTextDocument,
    block: Block,
    palette: QPalette,
    field: str,
    hits: Sequence[Stretch],
    current: Stretch | None,
) -> list[QTextEdit.ExtraSelection]:
    """Everything that is lit up in the document of a block; a hit shows within a lit field."""
    found = [_lit_field(cursor, palette) for cursor in _field_spans(document, block, field)]
    for hit in hits:
        cursor = cursor_of(document, block, hit)
        found.append(_lit_hit(cursor, palette, current=hit == current))
    return found


def _lit_field(cursor: QTextCursor, palette: QPalette) -> QTextEdit.ExtraSelection:
    """The look of the field that the form is at."""
    style = QTextCharFormat()
    style.setBackground(palette.color(QPalette.ColorRole.Highlight))
    style.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    return _selection(cursor, style)


def _lit_hit(cursor: QTextCursor, palette: QPalette, *, current: bool) -> QTextEdit.ExtraSelection:
    """The look of a place where searched words stand; the `current` one is underlined as well."""
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    style = QTextCharFormat()
    if current:
        style.setBackground(QColor(255, 165, 60))
        style.setFontUnderline(True)
    else:
        style.setBackground(QColor(120, 190, 110) if dark else QColor(190, 232, 170))
    style.setForeground(QBrush(QColor(0, 0, 0)))
    return _selection(cursor, style)


def _line(document: QTextDocument, block: Block, paragraph: int) -> int:
    """The number of the document's line that shows a paragraph."""
    if isinstance(block, SignatureBlock):
        paragraph = _signature_lines(block)[paragraph]
    return blocks.first_line(document, block) + paragraph


def _signature_lines(block: SignatureBlock) -> list[int]:
    """For each paragraph, which line of the table shows it: that has signer under signer."""
    sizes = [len(signer.lines) for signer in block.signers]
    lines = [iter(range(sum(sizes[:number]), sum(sizes))) for number in range(len(sizes))]
    return [
        next(lines[number])
        for _part, row in signing_rows(block.signers)
        for number, paragraph in enumerate(row)
        if paragraph is not NOTHING
    ]


def _units(text: str) -> int:
    """How long Qt thinks a text is."""
    return len(text.encode("utf-16-le")) // 2


def _cursor(document: QTextDocument, first: int, last: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _selection(cursor: QTextCursor, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = style
    return selection
