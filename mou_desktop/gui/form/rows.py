"""The rows of the form: one field in all languages, with its grammatical forms; a single field."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.form.forms import FormsRow
from mou_desktop.gui.form.host import Host
from mou_desktop.gui.form.inputs import Input, LineInput, TextInput
from mou_desktop.gui.form.marks import CONFIRM, TAKE, Mark
from mou_desktop.gui.wording import field_label, full_label
from mou_desktop.languages import registry


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
        host: Host,
    ) -> None:
        super().__init__()
        self._field = field
        self._label = QLabel()
        self._inputs: dict[str, LineInput | TextInput] = {}
        self._confirm: dict[str, Mark] = {}
        self._hints: tuple[frozenset[str], dict[str, str]] = (frozenset(), {})
        self.forms: dict[str, FormsRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        for tag in tags:
            box = TextInput() if long else LineInput()
            self._inputs[f"{path}.{tag}"] = box
            self._confirm[f"{path}.{tag}"] = Mark("✓", CONFIRM, partial(self._say_again, box))
            layout.addLayout(_beside_tag(tag, box, self._confirm[f"{path}.{tag}"]))
            host.register(f"{path}.{tag}", box)
            if forms.get(f"{path}.{tag}"):
                row = FormsRow(f"{path}.{tag}", forms[f"{path}.{tag}"], long, host)
                self.forms[f"{path}.{tag}"] = row
                layout.addWidget(row)
        self.retranslate()

    def retranslate(self) -> None:
        self._label.setText(field_label(self._field))
        for path, box in self._inputs.items():
            box.setAccessibleName(full_label(path))

    @property
    def paths(self) -> list[str]:
        return list(self._inputs)

    def show_hints(self, doubtful: Collection[str], offers: Mapping[str, str]) -> None:
        """Offer to confirm values, by path, that were written for another name; offer spellings in
        empty inputs, in grey: the officer takes one or types another.
        """
        hints = frozenset(doubtful), dict(offers)
        if hints == self._hints:
            return
        self._hints = hints
        for path, box in self._inputs.items():
            offer, confirm = offers.get(path, ""), self._confirm[path]
            box.setPlaceholderText(offer)
            confirm.say(TAKE if offer else CONFIRM)
            confirm.setVisible(bool(offer) or path in doubtful)

    def _say_again(self, box: LineInput | TextInput) -> None:
        text = box.text() if isinstance(box, LineInput) else box.toPlainText()
        box.edited.emit(text or box.placeholderText())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class SingleRow(QWidget):
    """One field with one input, its label above or beside it."""

    def __init__(self, field: str, path: str, box: Input, host: Host) -> None:
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
        host.register(path, box)
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
