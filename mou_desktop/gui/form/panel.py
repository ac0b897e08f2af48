"""The form: every field of the draft, in sections."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from mou_desktop.errors import FieldError
from mou_desktop.gui.form.contents import (
    DETAILS,
    SECOND,
    Contents,
    outer_section,
    section_names,
    section_of,
)
from mou_desktop.gui.form.inputs import Input, LineInput, NumberInput, UndoGuard
from mou_desktop.gui.form.plan import PlanRow
from mou_desktop.gui.form.rows import LocalizedRow
from mou_desktop.gui.form.section import Section
from mou_desktop.gui.form.suggestions import Suggestions, is_shared
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _, party_label
from mou_desktop.model import fields
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.model.originals import plan
from mou_desktop.model.template import Template

MINIMUM_WIDTH = 300
MARGIN_IN_VIEW = 90
# As many as fill a window of usual height.
FIRST_ROWS = 3
OPEN_AT_FIRST = ("protocol", "parties.0", "signing", "term")


class FormPanel(QScrollArea):
    """The inputs of the open draft; each has the path of its field as `objectName`.

    Before it is shown, it has only the rows that are seen at first; `complete` adds the others.

    Signals:
        field_entered(str): the officer went into the input of this path.
        grown: inputs were added, because they were unfolded.
    """

    field_entered = Signal(str)
    grown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._guard = UndoGuard(self)
        self._template: Template | None = None
        self._inputs: dict[str, Input] = {}
        self._suggestions = Suggestions()
        self._plan: PlanRow | None = None
        self._sections: dict[str, Section] = {}
        self._filled: Draft | None = None
        self._contents: Contents | None = None
        self._folded: set[str] = set()
        self._unbuilt: Iterator[tuple[str, QWidget]] = iter(())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        session.draft_changed.connect(self.refresh)
        session.draft_replaced.connect(self._on_replaced)
        self._on_replaced()

    def focus(self, path: str) -> None:
        """Put the cursor into the input of a field, unfolding what hides it."""
        self.complete()
        field, _mark, form = path.partition("#")
        section = section_of(field)
        for name in (outer_section(section), section):
            if name in self._sections:
                self._sections[name].expand()
        box = self._inputs.get(path) or self._inputs.get(field)
        if box is None:
            return
        if form and field in self._suggestions.forms:
            self._suggestions.forms[field].expand()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(box, LineInput | NumberInput):
            box.selectAll()
        # What was just unfolded has its place only after the next layout.
        QTimer.singleShot(0, box, partial(self._bring_into_view, box))

    def _bring_into_view(self, box: Input) -> None:
        content = self.widget()
        layout = content.layout() if content else None
        if layout is not None:
            layout.activate()
        self.ensureWidgetVisible(box, 0, MARGIN_IN_VIEW)

    def complete(self) -> None:
        """Build the rows that are not there yet, except for what is folded away."""
        self._add_rows(self._unbuilt)
        self._unfold_what_is_filled()

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, from top to bottom."""
        outer = (each for name, each in self._sections.items() if not outer_section(name))
        inside = (widget for section in outer for widget in section.widgets())
        return [widget for widget in inside if isinstance(widget, Input | QToolButton)]

    def choose(self, path: str, value: str) -> None:
        """Put a value into a field, as a step of its own."""
        self._session.end_typing()
        with suppress(FieldError):
            self._session.change(path, value)
        self._session.end_typing()

    def reset(self, path: str) -> None:
        """Let the grammar say a form anew."""
        self._session.reset(path)

    def refresh(self) -> None:
        """Show the values of the session's draft."""
        draft, before = self._session.draft, self._filled
        for path, box in self._inputs.items():
            if before is None or not is_shared(path, draft, before):
                box.set_value(fields.get(draft, path))
        self._filled = draft
        if self._plan is not None:
            self._plan.show_plan(len(draft.values.parties), plan(draft))
        session = self._session
        versions = session.documents.items()
        self._suggestions.show(
            draft, before, {tag: [shown, *session.alternats[tag]] for tag, shown in versions}
        )
        self.show_access()

    def show_access(self) -> None:
        """Let values be changed, or only be read."""
        if content := self.widget():
            content.setEnabled(self._session.editable)

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
        if self.isVisible():
            self.complete()
        else:
            self._add_rows(islice(self._unbuilt, FIRST_ROWS))

    def _build(self, template: Template) -> None:
        self._inputs, self._plan = {}, None
        self._suggestions.clear()
        self._contents = Contents(template, self)
        content = QWidget()
        layout = QVBoxLayout(content)
        self._sections = {}
        for name in section_names(template):
            outer = outer_section(name)
            section = Section(expanded=name in OPEN_AT_FIRST, strong=not outer)
            (self._sections[outer].body if outer else layout).addWidget(section)
            self._sections[name] = section
            if outer:
                section.unfolding.connect(partial(self._fill, name))
        self._folded = set(filter(outer_section, self._sections))
        layout.addStretch()
        self._unbuilt = self._contents.rows()
        self.setWidget(content)
        self._retranslate()

    def _add_rows(self, rows: Iterator[tuple[str, QWidget]]) -> None:
        inner = list(map(outer_section, self._sections))
        for section, row in rows:
            body = self._sections[section].body
            body.insertWidget(body.count() - inner.count(section), row)
            row.show()
            if isinstance(row, LocalizedRow):
                self._suggestions.add(row)
            elif isinstance(row, PlanRow):
                self._plan = row
        self._filled = None
        self.refresh()

    def _fill(self, section: str) -> None:
        """Build what few parties need when it is wanted."""
        if section in self._folded and self._contents is not None:
            self._folded.remove(section)
            self._add_rows(self._contents.inner_rows(section))
            self.grown.emit()

    def register(self, path: str, box: Input) -> None:
        """Fill this input from the field of this path, and pass its edits on."""
        box.setObjectName(path)
        box.edited.connect(partial(self._on_edited, path))
        box.installEventFilter(self._guard)
        box.installEventFilter(self)
        self._inputs[path] = box

    def _on_edited(self, path: str, text: str) -> None:
        """Pass an edit on; the input shows what came of it, also when it was refused."""
        with suppress(FieldError):
            self._session.change(path, text)
        self._inputs[path].set_value(fields.get(self._session.draft, path))

    def _retranslate(self) -> None:
        titles = {
            "protocol": _("Correction") if self._corrects() else _("Protocol"),
            "signing": _("Signing"),
            "term": _("Term"),
            SECOND: _("Second signatory"),
            DETAILS: _("Address, bank, telephone"),
        }
        for name, section in self._sections.items():
            title = titles.get(name.rpartition(".")[2])
            section.set_title(title or party_label(int(name.split(".")[1])))

    def _corrects(self) -> bool:
        record = self._session.draft.protocol
        return record is not None and record.instrument is Instrument.CORRECTION

    def _unfold_what_is_filled(self) -> None:
        """Nothing that stands in the text is folded away with what few parties need."""
        draft = self._session.draft
        for path in fields.paths(draft):
            if section_of(path) in self._folded and fields.get(draft, path):
                self._sections[section_of(path)].expand()
