"""Saves the draft's wording as an own template, under a name in each language."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import MouError
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, ngettext
from mou_desktop.languages import registry
from mou_desktop.model.own_template import NAME_LIMIT, free_names, template_of
from mou_desktop.store import own_templates


class TemplateDialog(QDialog):
    """Asks for the names and saves; an input's `objectName` is like `template.name.ru`."""

    def __init__(
        self, session: Session, settings: Settings, prompts: Prompts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._prompts = session, prompts
        self._folder = settings.own_templates
        self.setWindowTitle(_("Save as template"))
        proposed = free_names(session.draft, own_templates.taken_names(self._folder))
        self._names = {tag: self._input(tag, name) for tag, name in proposed.items()}
        self._buttons = QDialogButtonBox()
        buttons = QDialogButtonBox.StandardButton
        self._save = self._buttons.addButton(buttons.Save)
        self._save.setObjectName("template.save")
        self._buttons.addButton(buttons.Cancel)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._refresh()
        self.resize(560, self.sizeHint().height())

    def _input(self, tag: str, name: str) -> QLineEdit:
        line = QLineEdit(name)
        line.setObjectName(f"template.name.{tag}")
        line.setMaxLength(NAME_LIMIT)
        line.setCursorPosition(0)
        line.textChanged.connect(self._refresh)
        return line

    def _lay_out(self) -> None:
        told = _("The template has the wording and the articles of this draft, and no values.")
        hint = QLabel(told + " " + _("It is offered under File → New."), wordWrap=True)
        names = QFormLayout()
        names.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for tag, line in self._names.items():
            endonym = registry.language(tag).endonym
            line.setAccessibleName(f"{_('Name of the template')}, {endonym}")
            names.addRow(endonym, line)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        open_marks = len(self._session.draft.review)
        if open_marks:
            told = ngettext(
                "{count} text has still to follow another version.",
                "{count} texts have still to follow another version.",
                open_marks,
            )
            layout.addWidget(QLabel(told.format(count=open_marks), wordWrap=True))
        layout.addWidget(QLabel(_("Name of the template") + ":"))
        layout.addLayout(names)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _refresh(self) -> None:
        written = all(line.text().strip() for line in self._names.values())
        self._save.setEnabled(written)
        self._save.setToolTip("" if written else _("Write a name in each language."))

    def _on_save(self) -> None:
        names = {tag: line.text() for tag, line in self._names.items()}
        template_id = own_templates.free_id(names.get("en", ""), self._folder)
        try:
            own_templates.save(template_of(self._session.draft, template_id, names), self._folder)
        except MouError as error:
            self._prompts.error(error_text(error))
        else:
            self.accept()
