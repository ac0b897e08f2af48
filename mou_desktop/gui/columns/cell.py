"""One block of one version, as it stands in the columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocumentFragment,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mou_desktop.gui.columns import lights
from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.model.document import (
    Article,
    Block,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Title,
    notes,
    paragraphs,
)
from mou_desktop.qtdoc import blocks
from mou_desktop.render.splice import HIDDEN, pasted, shown, splice, typed

MARGIN = 10
MARK_WIDTH = 4
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Cell(QTextEdit):
    """Shows a block; its words can be typed into. A filled field is tinted and stays or goes as a
    whole; it can be clicked, or reached with the caret and Ctrl+Enter.

    What is typed is told to others as the new wording, and drawn again when it comes back. Notes
    about amendments stand below the words and cannot be typed into.

    Signals:
        field_chosen(str): the path of the field that was clicked.
        wording_typed(Wording): the paragraphs as they were typed.
        paragraph_divided(Wording): the same, when a paragraph was divided in two.
        entered: the caret came into the cell.
    """

    field_chosen = Signal(str)
    wording_typed = Signal(object)
    paragraph_divided = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget, points: float, width: int) -> None:
        super().__init__(parent)
        self._block: Block | None = None
        self._written = ""
        self._line_heights: Sequence[float] = ()
        self._active = ""
        self._hits: Sequence[Stretch] = ()
        self._current_hit: Stretch | None = None
        self._marked = False
        self._drawing = False
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        # With a width of its own, the text is not laid out again whenever the cell is resized.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(width)
        self.document().setDocumentMargin(MARGIN)
        self.document().setUndoRedoEnabled(False)
        self.document().setDefaultFont(blocks.font(points))
        self.textChanged.connect(self._on_typed)
        self.cursorPositionChanged.connect(self._write_plainly)

    def show_block(self, block: Block) -> bool:
        """Draw a block, if it is not drawn already; says whether there was anything to do."""
        if block is self._block or block == self._block:
            return False
        before, self._block = self._block, block
        there, self._written = self._written, _text(block)
        if isinstance(block, SignatureBlock) != self.isReadOnly():
            self.setReadOnly(not self.isReadOnly())
        # (A table, which signatures stand in, has more in it than their words.)
        as_drawn = isinstance(before, SignatureBlock) or self._text() == there
        if before is None or not as_drawn:
            # Words that were typed stand there already.
            if before is None or _fields(before) != _fields(block) or not self._is_written():
                self._draw()
        elif there != self._written or _fields(before) != _fields(block):
            self._exchange(before)
        self.set_hits((), None)
        return True

    def set_points(self, points: float) -> None:
        """Write the text in this size."""
        self.document().setDefaultFont(blocks.font(points))
        if self._block is not None:
            self._draw()

    def set_marked(self, marked: bool) -> None:
        """Whether this version has still to follow another's wording."""
        if marked != self._marked:
            self._marked = marked
            self.viewport().update()

    def put_caret_at_end(self) -> None:
        """Put the caret behind the words that can be typed into."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self._block is not None:
            for _note in notes(self._block):
                cursor = self.textCursor()
                cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                self.setTextCursor(cursor)

    def insert_field(self, slot: str) -> None:
        """Put a field, in the notation of templates, in place of what is selected."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._tell(self._letters(start), self._letters(end), "", slot)

    def set_active(self, path: str) -> bool:
        """Light up the field with this path; says whether it stands here."""
        self._active = path
        self._light_up()
        return len(self.extraSelections()) > len(self._hits)

    def set_hits(self, hits: Sequence[Stretch], current: Stretch | None) -> None:
        """Light up where searched words stand, one of these places above all."""
        if (hits, current) != (self._hits, self._current_hit):
            self._hits, self._current_hit = hits, current
            self._light_up()

    def cursor_of(self, stretch: Stretch) -> QTextCursor:
        """The stretch, selected in this cell's text."""
        assert self._block is not None
        return lights.cursor_of(self.document(), self._block, stretch)

    def caret(self) -> Stretch:
        """Where the caret is, or what is selected."""
        assert self._block is not None
        return lights.stretch_of(self._block, self.textCursor())

    @property
    def has_paragraphs(self) -> bool:
        """Whether there are several, each to stand beside the same one of the other versions. (The
        lines of a title are not the same in all: each language has an order of its own.)
        """
        return isinstance(self._block, Article | Preamble) and len(self._block.paragraphs) > 1

    def set_width(self, width: int) -> None:
        """Wrap the text at this width, in pixels."""
        if self.lineWrapColumnOrWidth() != width:  # (setting it lays out the whole text again)
            self.setLineWrapColumnOrWidth(width)

    def line_heights(self) -> list[float]:
        """What each line needs, heading and paragraphs, in pixels; without the space below it."""
        return blocks.heights(self.document())

    def align(self, heights: Sequence[float]) -> None:
        """Give each line this height, or its own where that is more; the last one has its own, and
        so have all without heights.
        """
        if not (heights or self._line_heights):
            return
        self._line_heights = heights
        drawing, self._drawing = self._drawing, True
        blocks.stretch(self.document(), heights)
        self._drawing = drawing

    def text_height(self) -> int:
        """The height that the text needs, in pixels."""
        return round(self.document().size().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.viewport().setMouseTracking(True)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over_field = bool(self._path_at(self.cursorForPosition(event.position().toPoint())))
        shape = Qt.CursorShape.PointingHandCursor if over_field else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose(self.cursorForPosition(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self.textCursor())
        elif is_enter and not self.isReadOnly() and not event.modifiers() & ~_KEYPAD:
            # (Qt takes the look of an empty paragraph away in place of dividing it.)
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words of what is pasted or dropped, and nothing of their look."""
        html = QTextDocumentFragment.fromHtml
        text = source.text() if source.hasText() else html(source.html()).toPlainText()
        self.textCursor().insertText(pasted(text))
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give words to other programs without the tints of the fields."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().replace(HIDDEN, ""))
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the text, and with its place in the agreement."""
        menu = self.createStandardContextMenu()
        if not self.isReadOnly():  # (its own undo and redo are not the window's)
            for action in menu.actions()[:3]:
                menu.removeAction(action)
            menu.addSeparator()
            menu.addActions(self.actions())
        menu.exec(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked:
            painter = QPainter(self.viewport())
            painter.fillRect(0, 0, MARK_WIDTH, self.height(), tints(self.palette()).open)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._block is not None:
            self._draw()

    def _draw(self) -> None:
        assert self._block is not None
        position = self._letters(self.textCursor().position())
        self._drawing = True
        blocks.write(self.document(), self._block, tints(self.palette()))
        if self._line_heights:
            blocks.stretch(self.document(), self._line_heights)
        self._drawing = False
        self._put_caret(position)
        if self._active or self._hits:
            self._light_up()

    def _exchange(self, before: Block) -> None:
        """Draw in place of the block that stands there; mostly a few words are other ones."""
        assert self._block is not None
        self._drawing = True
        done = blocks.exchange(self.document(), before, self._block, tints(self.palette()))
        self._drawing = False
        if not done:
            self._draw()
        elif self._active or self._hits:
            self._light_up()

    def _light_up(self) -> None:
        assert self._block is not None
        text, colours = self.document(), self.palette()
        found = lights.all_lit(
            text, self._block, colours, self._active, self._hits, self._current_hit
        )
        self.setExtraSelections(found)

    def _put_caret(self, position: int) -> None:
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(len(self._text()[:position].encode("utf-16-le")) // 2)
            self.setTextCursor(cursor)

    def _letters(self, position: int) -> int:
        """A place in the text as Python counts it; Qt counts the halves of rare letters."""
        return len(self._text().encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))

    def _text(self) -> str:
        """What stands in the cell, with a line for each paragraph."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def _is_written(self) -> bool:
        """Whether the cell shows what the draft says."""
        return self._text() == self._written

    def _on_typed(self) -> None:
        """Tell what was typed. Whatever comes of it, the cell then shows what the draft says."""
        if self._drawing or self._block is None or self._is_written():
            return
        caret = self._letters(self.textCursor().position())
        position, removed, text = typed(self._written, self._text(), caret)
        self._tell(position, position + removed, text)

    def _tell(self, position: int, end: int, text: str, slot: str = "") -> None:
        assert self._block is not None
        lines = _lines(self._block)
        start = len(_head(self._block))
        stop = start + len(shown(lines))
        below = position > stop or (position == stop < end and not text)
        if position < start or below or self.isReadOnly():
            self._draw()
            self._put_caret(max(position, start))
            return
        end = min(end, stop)
        wording = splice(lines, position - start, end - position, text, slot)
        divided = text == "\n" and end == position and not isinstance(self._block, Title)
        (self.paragraph_divided if divided else self.wording_typed).emit(wording)
        if not self._is_written():
            self._draw()
        self._put_caret(start + wording.caret)

    def _write_plainly(self) -> None:
        """What is typed beside a field does not look like one."""
        if not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())

    def _choose(self, cursor: QTextCursor) -> None:
        path = self._path_at(cursor)
        if path:
            self.field_chosen.emit(path)

    def _path_at(self, cursor: QTextCursor) -> str:
        """The field on either side of a caret."""
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        for place in (after, cursor):
            path = place.charFormat().property(blocks.PATH)
            if isinstance(path, str):
                return path
        return ""


def _lines(block: Block) -> list[Paragraph]:
    """The paragraphs that can be typed into; an empty article has one that is empty."""
    return list(paragraphs(block)) or [Paragraph(())]


def _head(block: Block) -> str:
    """What stands before them: an article's number."""
    return f"{block.heading}\n" if isinstance(block, Article) else ""


def _text(block: Block) -> str:
    return _head(block) + shown(_lines(block)) + "".join(f"\n{each.text}" for each in notes(block))


def _fields(block: Block) -> list[Run]:
    """What is more than words; when only words changed, those that were typed stand already."""
    return [run for line in _lines(block) for run in line.runs if run.source]


def tints(palette: QPalette) -> blocks.Tints:
    """Backgrounds that keep the text readable on a light and on a dark window."""
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    if dark:
        return blocks.Tints(field=QColor(40, 66, 92), open=QColor(110, 74, 0))
    return blocks.Tints(field=QColor(222, 235, 250), open=QColor(255, 226, 150))
