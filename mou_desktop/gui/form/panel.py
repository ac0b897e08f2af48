"""The form: every field of the draft, in sections."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mou_desktop.gui.form.inputs import (
    ChoiceInput,
    Input,
    LanguagesInput,
    LineInput,
    NumberInput,
    UndoGuard,
    months,
    sexes,
)
from mou_desktop.gui.form.rows import FormsRow, LocalizedRow, SingleRow
from mou_desktop.gui.form.section import Section
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _, party_label
from mou_desktop.languages.base import Kind
from mou_desktop.model import fields
from mou_desktop.model.document import Gap, Run, paragraphs
from mou_desktop.model.template import Template
from mou_desktop.render.usage import forms_asked

MINIMUM_WIDTH = 300
LONG = (Kind.ORGANIZATION,)
PARTY = "parties.*."


class FormPanel(QScrollArea):
    """The inputs of the open draft; each has the path of its field as `objectName`.

    Signals:
        field_entered(str): the officer went into the input of this path.
    """

    field_entered = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._guard = UndoGuard(self)
        self._template: Template | None = None
        self._inputs: dict[str, Input] = {}
        self._forms: dict[str, FormsRow] = {}
        self._sections: dict[str, Section] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        session.draft_changed.connect(self.refresh)
        session.draft_replaced.connect(self._on_replaced)
        self._on_replaced()

    def focus(self, path: str) -> None:
        """Put the cursor into the input of a field, unfolding what hides it."""
        field, _mark, form = path.partition("#")
        box = self._inputs.get(path) or self._inputs.get(field)
        if box is None:
            return
        self._sections[_section_of(field)].expand()
        if form and field in self._forms:
            self._forms[field].expand()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(box, LineInput | NumberInput):
            box.selectAll()
        # What was just unfolded has its place only after the next layout.
        QTimer.singleShot(0, box, lambda: self.ensureWidgetVisible(box, 0, 60))

    def refresh(self) -> None:
        """Show the values of the session's draft."""
        draft = self._session.draft
        for path, box in self._inputs.items():
            box.set_value(fields.get(draft, path))
        self._show_suggestions()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._session.end_typing()
            self.field_entered.emit(watched.objectName().partition("#")[0])
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_replaced(self) -> None:
        if self._template != self._session.draft.template:
            self._template = self._session.draft.template
            self._build(self._template)
        self.refresh()

    def _build(self, template: Template) -> None:
        self._inputs, self._forms, self._sections = {}, {}, {}
        content = QWidget()
        layout = QVBoxLayout(content)
        for number in range(template.parties):
            self._sections[f"parties.{number}"] = self._party(template, number)
        self._sections["signing"] = self._signing(template)
        self._sections["term"] = self._term(template)
        for section in self._sections.values():
            layout.addWidget(section)
        layout.addStretch()
        self.setWidget(content)
        self._retranslate()

    def _party(self, template: Template, number: int) -> Section:
        section = Section(expanded=number == 0)
        for spec in template.fields:
            if spec.path.startswith(PARTY):
                field = spec.path.removeprefix(PARTY)
                path = f"parties.{number}.{field}"
                if spec.per_language:
                    section.body.addWidget(self._localized(template, field, path, spec.kind))
                else:
                    box = ChoiceInput(sexes)
                    section.body.addWidget(SingleRow(field, path, box, self._register))
        return section

    def _localized(self, template: Template, field: str, path: str, kind: Kind) -> LocalizedRow:
        asked: dict[str, list[str]] = {}
        for tag in template.languages:
            asked |= forms_asked(template, tag)
        row = LocalizedRow(
            field,
            path,
            template.languages,
            asked,
            long=kind in LONG,
            register=self._register,
        )
        self._forms |= row.forms
        return row

    def _signing(self, template: Template) -> Section:
        section = Section(expanded=True)
        body = section.body
        if template.field("place"):
            body.addWidget(self._localized(template, "place", "place", Kind.PLACE))
        if template.field("date"):
            date = QHBoxLayout()
            date.addWidget(self._number("date.day"))
            month = SingleRow("date.month", "date.month", ChoiceInput(months), self._register)
            date.addWidget(month, stretch=1)
            date.addWidget(self._number("date.year"))
            body.addLayout(date)
        if template.field("copies"):
            body.addWidget(self._number("copies"))
        if template.field("languages"):
            box = LanguagesInput(template.languages)
            body.addWidget(SingleRow("languages", "languages", box, self._register))
        return section

    def _term(self, template: Template) -> Section:
        section = Section(expanded=True)
        for path in ("duration_years", "notice_months"):
            if template.field(path):
                section.body.addWidget(self._number(path))
        return section

    def _number(self, path: str) -> SingleRow:
        low, high = fields.RANGES[path]
        return SingleRow(path, path, NumberInput(low, high), self._register)

    def _register(self, path: str, box: Input) -> None:
        box.setObjectName(path)
        box.edited.connect(partial(self._session.change, path))
        box.installEventFilter(self._guard)
        box.installEventFilter(self)
        self._inputs[path] = box

    def _show_suggestions(self) -> None:
        """Under each value, the forms that the texts use now."""
        used = {
            (run.path, run.form): run
            for document in self._session.documents.values()
            for block in document.blocks
            for paragraph in paragraphs(block)
            for run in paragraph.runs
        }
        for path, row in self._forms.items():
            row.setVisible(bool(fields.lemma(self._session.draft, path)))
            for form in row.forms:
                run = used.get((path, form), Run(""))
                row.show_suggestion(form, run.text, run.gap is Gap.UNSURE)

    def _retranslate(self) -> None:
        for name, section in self._sections.items():
            if name.startswith("parties."):
                section.set_title(party_label(int(name.split(".")[1])))
        self._sections["signing"].set_title(_("Signing"))
        self._sections["term"].set_title(_("Term"))


def _section_of(path: str) -> str:
    parts = path.split(".")
    if parts[0] == "parties":
        return f"parties.{parts[1]}"
    return "term" if parts[0] in ("duration_years", "notice_months") else "signing"
