"""The grammatical forms of one value, each in the sentence where it stands."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mou_desktop.gui.form.host import Host
from mou_desktop.gui.form.inputs import LineInput, TextInput
from mou_desktop.gui.form.marks import CONFIRM, RESET, Mark
from mou_desktop.gui.form.section import Section
from mou_desktop.gui.wording import _, form_label, full_label, ngettext
from mou_desktop.model.document import Gap
from mou_desktop.model.draft import Draft
from mou_desktop.render.forms import Sentences, by_hand, shown
from mou_desktop.render.usage import InSentence


class FormLine(QWidget):
    """One form: its name and sentence, what the officer wrote for it, and what to do about it."""

    def __init__(self, path: str, form: str, box: LineInput | TextInput, host: Host) -> None:
        super().__init__()
        self._path, self._form, self._box = f"{path}#{form}", form, box
        self._found: InSentence | None = None
        self._state: tuple[InSentence | None, bool] | None = None
        self._label, self._sentence = QLabel(), QLabel()
        self._label.setBuddy(box)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.confirm = Mark("✓", CONFIRM, lambda: box.edited.emit(box.placeholderText()))
        self.reset = Mark("↺", RESET, lambda: host.reset(self._path))
        line = QHBoxLayout()
        line.setSpacing(2)
        for widget in (box, self.confirm, self.reset):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(1)
        layout.addWidget(self._label)
        layout.addWidget(self._sentence)
        layout.addLayout(line)
        host.register(self._path, box)

    @property
    def unsure(self) -> bool:
        """Whether the form waits for the officer's yes."""
        return not self.confirm.isHidden()

    def show_form(self, found: InSentence | None, by_hand: bool) -> None:
        """Show the form as the text has it now; nothing of it where the text does without."""
        if (found, by_hand) == self._state:
            return
        self._state = (found, by_hand)
        self.setVisible(found is not None or by_hand)
        self.confirm.setVisible(found is not None and found.gap is Gap.UNSURE)
        self.reset.setVisible(by_hand)
        self._sentence.setVisible(found is not None)
        self._found = found
        if found is not None:
            self._box.setPlaceholderText(found.text)
        self._show_sentence()
        self._label.setText(self._name())

    def retranslate(self) -> None:
        self._label.setText(self._name())
        self._box.setAccessibleName(full_label(self._path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_sentence()

    def _show_sentence(self) -> None:
        if self._found is not None:
            colour = self.palette().color(QPalette.ColorRole.WindowText).name()
            self._sentence.setText(_rich(self._found, colour))

    def _name(self) -> str:
        name = form_label(self._form)
        return _("{form} – to confirm").format(form=name) if self.unsure else name


class FormsRow(Section):
    """The grammatical forms of one value, folded away under it until they are wanted."""

    def __init__(self, path: str, forms: list[str], long: bool, host: Host) -> None:
        super().__init__(expanded=False, strong=False)
        self._lines: dict[str, FormLine] = {}
        self.body.setContentsMargins(24, 0, 0, 4)
        self.body.setSpacing(0)
        self._path = path
        for form in forms:
            line = FormLine(path, form, TextInput() if long else LineInput(), host)
            self._lines[form] = line
            self.body.addWidget(line)
        self.retranslate()

    def show_forms(self, draft: Draft, sentences: Sentences) -> None:
        """Show the forms as the draft's version has them in its sentences."""
        for form, line in self._lines.items():
            found = shown(draft, sentences, self._path, form)
            line.show_form(found, bool(by_hand(draft, self._path, form)))
        self.setVisible(any(not line.isHidden() for line in self._lines.values()))
        self._show_title()

    def retranslate(self) -> None:
        self._show_title()
        for line in self._lines.values():
            line.retranslate()

    def _show_title(self) -> None:
        unsure = sum(line.unsure for line in self._lines.values())
        if unsure:
            title = ngettext("Forms: {count} to confirm", "Forms: {count} to confirm", unsure)
            self.set_title(title.format(count=unsure))
        else:
            self.set_title(_("Forms"))
        self.set_strong(unsure > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _rich(found: InSentence, colour: str) -> str:
    """«…в лице директора <b>Вусала Алиева</b>, и…»."""
    form = f'<b style="color: {colour}">{escape(found.text)}</b>'
    return escape(found.before) + form + escape(found.after)
