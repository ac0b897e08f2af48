"""The inputs of the form. Each shows one field as text and says when the officer changed it.

They share an interface: the signal `edited(str)` and `set_value(str)`, which is silent.
"""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QTextEdit,
)

from mou_desktop.gui.form.choices import OPEN, Choices
from mou_desktop.languages import registry
from mou_desktop.model.fields import TEXT_LIMIT

LINES_SHOWN = 8


class UndoGuard(QObject):
    """Keeps undo and redo from the inputs' own short histories: the window has one for all."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            assert isinstance(event, QKeyEvent)
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class LineInput(QLineEdit):
    """A short text. While it is empty it can offer one, in grey: → or End takes it."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(TEXT_LIMIT)
        self.textChanged.connect(self.edited)

    def set_value(self, value: str) -> None:
        if self.text() != value:
            position = self.cursorPosition() if self.hasFocus() else 0
            with QSignalBlocker(self):
                self.setText(value)
            self.setCursorPosition(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _takes_offer(event, self.text(), self.placeholderText()):
            self.edited.emit(self.placeholderText())
            self.end(False)
        else:
            super().keyPressEvent(event)


class TextInput(QTextEdit):
    """A long text in one paragraph: it wraps and grows. Tab and Enter go to the next input. While
    it is empty it can offer a text, in grey: → or End takes it.
    """

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def set_value(self, value: str) -> None:
        if self.toPlainText() != value:
            position = self.textCursor().position()
            with QSignalBlocker(self):
                self.setPlainText(value)
            cursor = self.textCursor()
            cursor.setPosition(min(position, len(value)))
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        elif _takes_offer(event, self.toPlainText(), self.placeholderText()):
            self.edited.emit(self.placeholderText())
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        if len(self.toPlainText()) > TEXT_LIMIT:
            self.setPlainText(self.toPlainText()[:TEXT_LIMIT])
        else:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        limit = LINES_SHOWN * self.fontMetrics().lineSpacing()
        height = min(round(self.document().size().height()), limit)
        self.setFixedHeight(height + 2 * self.frameWidth())


def _takes_offer(event: QKeyEvent, text: str, offer: str) -> bool:
    keys = (Qt.Key.Key_Right, Qt.Key.Key_End)
    return not text and bool(offer) and event.key() in keys and not event.modifiers()


class NumberInput(QSpinBox):
    """A whole number that may be left open: the lowest position, or no digits, stands for that."""

    edited = Signal(str)

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low - 1, high)
        self.setSpecialValueText(OPEN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_value_changed)

    def set_value(self, value: str) -> None:
        number = int(value) if value else self.minimum()
        if self.value() != number:
            with QSignalBlocker(self):
                self.setValue(number)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        text = text.replace(OPEN, "")
        if not text.strip():
            return QValidator.State.Acceptable, text, position
        state, text, position = super().validate(text, position)
        return state, text, position

    def valueFromText(self, text: str) -> int:
        digits = text.replace(OPEN, "").strip()
        return int(digits) if digits.isdecimal() else self.minimum()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_value_changed(self, number: int) -> None:
        self.edited.emit("" if number == self.minimum() else str(number))


class ChoiceInput(QComboBox):
    """One of a few values; `choices` gives them with their labels in the screen's language."""

    edited = Signal(str)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, label in choices():
            self.addItem(label, value)
        self.currentIndexChanged.connect(self._on_index_changed)

    def set_value(self, value: str) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(max(self.findData(value), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for number, (_value, label) in enumerate(self._choices()):
                self.setItemText(number, label)

    def _on_index_changed(self, _index: int) -> None:
        self.edited.emit(str(self.currentData()))


class LanguagesInput(QListWidget):
    """The languages of the agreement, ticked, in the order in which the text names them.

    The order is changed by dragging or with Alt+Up and Alt+Down; one language stays ticked.
    """

    edited = Signal(str)

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self._tags = tags
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._on_changed)
        self.set_value(",".join(tags))

    def set_value(self, value: str) -> None:
        if value == self._value():
            return
        chosen = value.split(",")
        with QSignalBlocker(self):
            self.clear()
            for tag in (*chosen, *(tag for tag in self._tags if tag not in chosen)):
                self._add(tag, ticked=tag in chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth())

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._on_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def _value(self) -> str:
        items = [self.item(row) for row in range(self.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return ",".join(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _add(self, tag: str, *, ticked: bool) -> None:
        item = QListWidgetItem(registry.language(tag).endonym, self)
        item.setData(Qt.ItemDataRole.UserRole, tag)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _move(self, step: int) -> None:
        row = self.currentRow()
        if 0 <= row + step < self.count():
            with QSignalBlocker(self):
                self.insertItem(row + step, self.takeItem(row))
                self.setCurrentRow(row + step)
            self._on_changed()

    def _on_changed(self) -> None:
        if not self._value():
            with QSignalBlocker(self):
                self.item(max(self.currentRow(), 0)).setCheckState(Qt.CheckState.Checked)
        self.edited.emit(self._value())


Input = LineInput | TextInput | NumberInput | ChoiceInput | LanguagesInput
