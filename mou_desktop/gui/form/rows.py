"""The rows of the form: one field in all languages, with its grammatical forms; a single field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.form.inputs import Input, LineInput, TextInput
from mou_desktop.gui.wording import _, field_label, form_label, full_label
from mou_desktop.languages import registry

Register = Callable[[str, Input], None]


class FormsRow(QWidget):
    """The grammatical forms of one value, folded away under it until they are wanted."""

    def __init__(self, path: str, forms: list[str], long: bool, register: Register) -> None:
        super().__init__()
        self._path = path
        self._button = QToolButton()
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._content = QWidget()
        self._labels: dict[str, QLabel] = {}
        self._inputs: dict[str, LineInput | TextInput] = {}
        self._confirm: dict[str, QToolButton] = {}
        grid = QGridLayout(self._content)
        grid.setContentsMargins(12, 0, 0, 4)
        for row, form in enumerate(forms):
            self._add(grid, row, form, TextInput() if long else LineInput(), register)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button)
        layout.addWidget(self._content)
        self._button.clicked.connect(self._toggle)
        self._show(False)
        self.retranslate()

    @property
    def forms(self) -> list[str]:
        return list(self._inputs)

    def expand(self) -> None:
        self._show(True)

    def show_suggestion(self, form: str, suggestion: str, unsure: bool) -> None:
        """Show what the text uses while nothing is typed; an unsure one can be confirmed."""
        self._inputs[form].setPlaceholderText(suggestion)
        confirm = self._confirm[form]
        confirm.setVisible(unsure)
        font = QFont(self._button.font())
        font.setBold(unsure or any(other.isVisibleTo(self) for other in self._confirm.values()))
        self._button.setFont(font)

    def retranslate(self) -> None:
        self._button.setText(_("Forms"))
        for form, label in self._labels.items():
            label.setText(form_label(form))
            self._inputs[form].setAccessibleName(full_label(f"{self._path}#{form}"))
            self._confirm[form].setText("✓")
            self._confirm[form].setToolTip(_("The form is right as it is"))
            self._confirm[form].setAccessibleName(_("The form is right as it is"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add(
        self,
        grid: QGridLayout,
        row: int,
        form: str,
        box: LineInput | TextInput,
        register: Register,
    ) -> None:
        label = QLabel()
        label.setBuddy(box)
        confirm = QToolButton()
        confirm.setVisible(False)
        confirm.clicked.connect(lambda: box.edited.emit(box.placeholderText()))
        grid.addWidget(label, 2 * row, 0, 1, 2)
        grid.addWidget(box, 2 * row + 1, 0)
        grid.addWidget(confirm, 2 * row + 1, 1)
        self._labels[form], self._inputs[form], self._confirm[form] = label, box, confirm
        register(f"{self._path}#{form}", box)

    def _toggle(self) -> None:
        self._show(self._content.isHidden())

    def _show(self, expanded: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if expanded else Qt.ArrowType.RightArrow)
        self._content.setVisible(expanded)


class LocalizedRow(QWidget):
    """One field with an input for each language."""

    def __init__(
        self,
        field: str,
        path: str,
        tags: tuple[str, ...],
        forms: dict[str, list[str]],
        *,
        long: bool,
        register: Register,
    ) -> None:
        super().__init__()
        self._field = field
        self._label = QLabel()
        self._inputs: dict[str, LineInput | TextInput] = {}
        self.forms: dict[str, FormsRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        for tag in tags:
            box = TextInput() if long else LineInput()
            box.setObjectName(f"{path}.{tag}")
            self._inputs[f"{path}.{tag}"] = box
            layout.addLayout(_beside_tag(tag, box))
            register(f"{path}.{tag}", box)
            if forms.get(f"{path}.{tag}"):
                row = FormsRow(f"{path}.{tag}", forms[f"{path}.{tag}"], long, register)
                self.forms[f"{path}.{tag}"] = row
                layout.addWidget(row)
        self.retranslate()

    def retranslate(self) -> None:
        self._label.setText(field_label(self._field))
        for path, box in self._inputs.items():
            box.setAccessibleName(full_label(path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class SingleRow(QWidget):
    """One field with one input, its label above or beside it."""

    def __init__(self, field: str, path: str, box: Input, register: Register) -> None:
        super().__init__()
        self._field, self._path, self._box = field, path, box
        self._label = QLabel()
        self._label.setBuddy(box)
        self._label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(box)
        register(path, box)
        self.retranslate()

    def retranslate(self) -> None:
        self._label.setText(field_label(self._field))
        self._box.setAccessibleName(full_label(self._path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _beside_tag(tag: str, box: QWidget) -> QHBoxLayout:
    label = QLabel(tag)
    label.setToolTip(registry.language(tag).endonym)
    label.setFixedWidth(label.fontMetrics().horizontalAdvance("mm") + 4)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(0, 5, 0, 0)
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(label)
    line.addWidget(box)
    return line
