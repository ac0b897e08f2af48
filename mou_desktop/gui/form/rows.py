"""The rows of the form: one field in all languages, with its grammatical forms; a single field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.form.inputs import Input, LineInput, TextInput
from mou_desktop.gui.form.section import Section
from mou_desktop.gui.wording import _, field_label, form_label, full_label
from mou_desktop.languages import registry

Register = Callable[[str, Input], None]


class _Confirm(QToolButton):
    """Says that a text is right as it stands; seen only while there is a doubt."""

    def __init__(self, confirm: Callable[[], None]) -> None:
        super().__init__()
        self.setText("✓")
        self.setVisible(False)
        self.clicked.connect(lambda: confirm())
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(_("This is right as it is"))
        self.setAccessibleName(_("This is right as it is"))


class FormsRow(Section):
    """The grammatical forms of one value, folded away under it until they are wanted."""

    def __init__(self, path: str, forms: list[str], long: bool, register: Register) -> None:
        super().__init__(expanded=False, strong=False)
        self._path = path
        self._labels: dict[str, QLabel] = {}
        self._inputs: dict[str, LineInput | TextInput] = {}
        self._confirm: dict[str, _Confirm] = {}
        self._suggestions: dict[str, str] = {}
        self.body.setContentsMargins(24, 0, 0, 4)
        for form in forms:
            self._add(form, TextInput() if long else LineInput(), register)
        self.retranslate()

    @property
    def forms(self) -> list[str]:
        return list(self._inputs)

    def show_suggestion(self, form: str, suggestion: str, unsure: bool) -> None:
        """Show what the text uses while nothing is typed; an unsure one can be confirmed."""
        self._suggestions[form] = suggestion
        self._inputs[form].setPlaceholderText(suggestion)
        self._confirm[form].setVisible(unsure)
        self.set_strong(any(not confirm.isHidden() for confirm in self._confirm.values()))

    def retranslate(self) -> None:
        self.set_title(_("Forms"))
        for form, label in self._labels.items():
            label.setText(form_label(form))
            self._inputs[form].setAccessibleName(full_label(f"{self._path}#{form}"))
            self._confirm[form].retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add(self, form: str, box: LineInput | TextInput, register: Register) -> None:
        label = QLabel()
        label.setBuddy(box)
        confirm = _Confirm(lambda: box.edited.emit(self._suggestions[form]))
        line = QHBoxLayout()
        line.addWidget(box)
        line.addWidget(confirm)
        self.body.addWidget(label)
        self.body.addLayout(line)
        self._labels[form], self._inputs[form], self._confirm[form] = label, box, confirm
        register(f"{self._path}#{form}", box)


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
        self._confirm: dict[str, _Confirm] = {}
        self.forms: dict[str, FormsRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        for tag in tags:
            box = TextInput() if long else LineInput()
            self._inputs[f"{path}.{tag}"] = box
            self._confirm[f"{path}.{tag}"] = _Confirm(partial(self._say_again, box))
            layout.addLayout(_beside_tag(tag, box, self._confirm[f"{path}.{tag}"]))
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
            self._confirm[path].retranslate()

    @property
    def paths(self) -> list[str]:
        return list(self._inputs)

    def show_doubt(self, path: str, doubt: bool) -> None:
        """Offer to confirm a value that was written for another name."""
        self._confirm[path].setVisible(doubt)

    def _say_again(self, box: LineInput | TextInput) -> None:
        box.edited.emit(box.text() if isinstance(box, LineInput) else box.toPlainText())

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
        layout.addStretch()
        register(path, box)
        self.retranslate()

    def retranslate(self) -> None:
        self._label.setText(field_label(self._field))
        self._box.setAccessibleName(full_label(self._path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _beside_tag(tag: str, box: QWidget, confirm: QWidget) -> QHBoxLayout:
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
    line.addWidget(confirm)
    return line
