"""One block of one version, as it stands in the columns."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mou_desktop.model.document import Block
from mou_desktop.qtdoc import blocks

MARGIN = 10


class Cell(QTextEdit):
    """Shows a block; a filled field is tinted and can be clicked, or reached with the caret and
    the Enter key.

    Signals:
        field_chosen(str): the path of the field that was clicked.
    """

    field_chosen = Signal(str)

    def __init__(self, parent: QWidget, points: float, width: int) -> None:
        super().__init__(parent)
        self._block: Block | None = None
        self._active = ""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
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

    def show_block(self, block: Block) -> bool:
        """Draw a block, if it is not drawn already; says whether there was anything to do."""
        if block is self._block or block == self._block:
            return False
        self._block = block
        self._draw()
        return True

    def set_active(self, path: str) -> bool:
        """Light up the field with this path; says whether it stands here."""
        self._active = path
        self.setExtraSelections([self._selection(span) for span in self._spans(path)])
        return bool(self.extraSelections())

    def text_height(self, width: int) -> int:
        """The height that the text needs at this width, in pixels."""
        if self.lineWrapColumnOrWidth() != width:  # (setting it lays out the whole text again)
            self.setLineWrapColumnOrWidth(width)
        return round(self.document().size().height())

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.textCursor())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._block is not None:
            self._draw()

    def _draw(self) -> None:
        assert self._block is not None
        blocks.write(self.document(), self._block, tints(self.palette()))
        if self._active:
            self.set_active(self._active)

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

    def _spans(self, path: str) -> list[QTextCursor]:
        """The stretches of text that the field fills."""
        found: list[QTextCursor] = []
        block = self.document().begin()
        while path and block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                if piece.charFormat().property(blocks.PATH) == path:
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(piece.position())
                    end = piece.position() + piece.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    found.append(cursor)
                pieces += 1
            block = block.next()
        return found

    def _selection(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        style = QTextCharFormat()
        style.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        style.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        selection.format = style
        return selection


def tints(palette: QPalette) -> blocks.Tints:
    """Backgrounds that keep the text readable on a light and on a dark window."""
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    if dark:
        return blocks.Tints(field=QColor(40, 66, 92), open=QColor(110, 74, 0))
    return blocks.Tints(field=QColor(222, 235, 250), open=QColor(255, 226, 150))
