"""The memorandum's protocols and corrections as a timeline, and the text that comes of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.amend import chain
from mou_desktop.amend.chain import Chain
from mou_desktop.amend.compare import compare_versions
from mou_desktop.errors import MouError
from mou_desktop.gui.dialogs.redline import RedlineDialog
from mou_desktop.gui.dialogs.work import Work
from mou_desktop.gui.files import Files
from mou_desktop.gui.in_force.choice import TextChoice
from mou_desktop.gui.in_force.timeline import Timeline
from mou_desktop.gui.in_force.wording import AGREEMENT, entries, listed
from mou_desktop.gui.redlining import save_redline
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model.draft import Draft
from mou_desktop.render import notes
from mou_desktop.render.assemble import render_all
from mou_desktop.store import beside, drafts


class ProtocolsDialog(QDialog):
    """For the agreement of the session. The parts have names like `in_force.timeline`,
    `in_force.add`, `in_force.told` and `in_force.open`.
    """

    def __init__(
        self,
        session: Session,
        files: Files,
        settings: Settings,
        amend: Callable[[Chain], None],
        parent: QWidget,
    ) -> None:
        """`amend` begins a protocol, to the text as the signed ones of a chain have amended it."""
        super().__init__(parent)
        self._session, self._files, self._settings, self._amend = session, files, settings, amend
        self._named: dict[str, Draft] = {}
        self._chain = chain.of(session.draft, ())
        self._text: Draft | None = None
        self.setWindowTitle(_("Protocols and text in force"))
        self._timeline = Timeline()
        self._timeline.setAccessibleName(_("Memorandum, protocols and corrections"))
        self._choice = TextChoice(date.today)
        self._told = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._unsure = QLabel(_("A lawyer has still to confirm the words of its notes."))
        self._unsure.setWordWrap(True)
        self._parts = {
            "add": QPushButton(_("&Add…")),
            "remove": QPushButton(_("&Remove from the list")),
            "go": QPushButton(_("&Go to this document")),
            "open": QPushButton(_("&Open this text")),
            "compare": QPushButton(_("&Show its changes")),
            "redline": QPushButton(_("Sa&ve its changes for Word…")),
            "amend": QPushButton(_("Ne&w amendment protocol…")),
        }
        self._lay_out()
        self._connect()
        self.resize(720, 560)
        self._show_chain()
        self._look(session.file)

    def _look(self, file: Path | None) -> None:
        """Look for protocols beside the memorandum; a folder in the network may take its time."""
        if file is None:
            return
        self._work = Work(lambda _progress: beside.instruments(file))
        self._work.finished.connect(self._on_found)
        self._work.start()

    def _lay_out(self) -> None:
        self._timeline.setObjectName("in_force.timeline")
        self._told.setObjectName("in_force.told")
        self._unsure.setObjectName("in_force.unsure")
        for name, button in self._parts.items():
            button.setObjectName(f"in_force.{name}")
            button.setAutoDefault(False)
        beside_list = QVBoxLayout()
        for name in ("add", "remove", "go"):
            beside_list.addWidget(self._parts[name])
        beside_list.addStretch()
        beside_list.addWidget(self._parts["amend"])
        above = QHBoxLayout()
        above.addWidget(self._timeline, stretch=1)
        above.addLayout(beside_list)
        actions = QHBoxLayout()
        for name in ("open", "compare", "redline"):
            actions.addWidget(self._parts[name])
        actions.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(above, stretch=1)
        layout.addWidget(self._choice)
        layout.addWidget(self._told)
        layout.addWidget(self._unsure)
        layout.addLayout(actions)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        for name, run in (
            ("add", self._on_add),
            ("remove", self._on_remove),
            ("go", self._on_go),
            ("open", self._on_open),
            ("compare", self._on_compare),
            ("redline", self._on_redline),
            ("amend", self._on_amend),
        ):
            self._parts[name].clicked.connect(run)
        self._timeline.itemSelectionChanged.connect(self._show_choices)
        self._timeline.itemActivated.connect(self._on_go)
        self._choice.changed.connect(self._show_text)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._timeline)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    def _on_found(self, outcome: object) -> None:
        """Propose what lies beside the memorandum and concerns it."""
        if isinstance(outcome, tuple):
            found = [(str(each.file), each.draft) for each in outcome]
            for name, draft in chain.related(self._session.draft, found):
                self._named.setdefault(name, draft)
        self._show_chain()

    def _show_chain(self) -> None:
        self._chain = chain.of(self._session.draft, self._named.items())
        self._timeline.show_entries([*entries(self._chain, self._session.file, date.today())])
        self._show_text()

    def _show_text(self) -> None:
        """Work out the text that is wanted, and say what has made it."""
        self._text = None
        try:
            self._text = self._choice.text(self._chain)
        except MouError as error:
            self._told.setText(error_text(error))
        else:
            known = len(self._chain.agreement.sources)
            names = listed(self._text.sources[known:])
            self._told.setText(
                _("This text is the memorandum with: {names}").format(names=names)
                if names
                else _("This text is that of the memorandum itself.")
            )
        self._show_choices()

    def _show_choices(self) -> None:
        text = self._text
        changed = text is not None and text.sources != self._chain.agreement.sources
        tags = text.values.languages if text is not None else ()
        self._unsure.setVisible(any(text and notes.to_confirm(text, tag) for tag in tags))
        for name in ("open", "compare", "redline"):
            self._parts[name].setEnabled(changed)
        for name in ("remove", "go"):
            self._parts[name].setEnabled(self._timeline.chosen != AGREEMENT)

    def _on_add(self) -> None:
        file = self._session.file
        folder = file.parent if file else self._settings.last_folder
        for each in self._files.prompts.protocol_files(folder):
            try:
                self._named[str(each)] = drafts.load(each)
            except MouError as error:
                self._files.prompts.error(error_text(error))
        self._show_chain()

    def _on_remove(self) -> None:
        if self._named.pop(self._timeline.chosen, None) is not None:
            self._show_chain()

    def _on_go(self) -> None:
        """Open the protocol or correction in the window."""
        chosen = self._timeline.chosen
        if chosen != AGREEMENT:
            self.accept()
            self._files.open(Path(chosen))

    def _on_open(self) -> None:
        if self._text is not None and self._files.may_leave():
            self.accept()
            self._session.start(self._text, unsaved=True)

    def _on_compare(self) -> None:
        assert self._text is not None
        versions = compare_versions(render_all(self._session.draft), render_all(self._text))
        RedlineDialog(_("Changes of the text in force"), versions, self).exec()

    def _on_redline(self) -> None:
        assert self._text is not None
        draft, file = self._session.draft, self._session.file
        own = file or self._settings.last_folder / draft.template.id
        before, after = render_all(draft), render_all(self._text)
        save_redline(before, after, draft.layout, own, self._files.prompts, self._settings)

    def _on_amend(self) -> None:
        self.accept()
        self._amend(self._chain)
