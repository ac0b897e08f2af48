"""The bar above the versions of an edited copy, or of the protocol that was written of one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from mou_desktop.amend.protocol import with_errors
from mou_desktop.gui.amending.watch import Watch
from mou_desktop.gui.session import Session
from mou_desktop.gui.tinted_bar import TintedBar
from mou_desktop.gui.wording import _, error_text, instrument_number, ngettext
from mou_desktop.languages import registry
from mou_desktop.model.amendment import Instrument


class AmendingBar(TintedBar):
    """Says what the changes become, and offers the next step. Its parts have names like
    `amending.told` and `amending.write`.

    Signals:
        write_wanted: the protocol or correction is to be written.
        pages_wanted(bool): it is to be shown as it will print, or not any more.
        correction_wanted: the changes are to be written as a correction.
        change_wanted: the amendments of a protocol are to be changed.
    """

    write_wanted = Signal()
    pages_wanted = Signal(bool)
    correction_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, parent: QWidget, session: Session, watch: Watch) -> None:
        super().__init__(parent, session)
        self._watch = watch
        self._told, self._hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._pages, self._write = QPushButton(), QPushButton()
        self._correct, self._change = QPushButton(), QPushButton()
        self._pages.setCheckable(True)
        for part, name in (
            (self._told, "told"),
            (self._hint, "hint"),
            (self._pages, "pages"),
            (self._write, "write"),
            (self._correct, "correct"),
            (self._change, "change"),
        ):
            part.setObjectName(f"amending.{name}")
        self._pages.clicked.connect(self.pages_wanted)
        self._write.clicked.connect(self.write_wanted)
        self._correct.clicked.connect(self.correction_wanted)
        self._change.clicked.connect(self.change_wanted)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._told, 0, 0)
        layout.addWidget(self._pages, 0, 1)
        layout.addWidget(self._write, 0, 2)
        layout.addWidget(self._change, 0, 2)
        layout.addWidget(self._hint, 1, 0)
        layout.addWidget(self._correct, 1, 1, 1, 2)
        watch.changed.connect(self.refresh)
        self.follow()

    def show_pages(self, shown: bool) -> None:
        """Whether the pages are on the screen."""
        self._pages.setChecked(shown)

    def refresh(self) -> None:
        """Say how it stands."""
        draft = self._session.draft
        written = draft.protocol is not None and draft.final is None
        self.setVisible(draft.amending is not None or written)
        if self.isHidden():
            return
        editing = draft.amending is not None
        self._told.setText(self._copy_text() if editing else self._written_text())
        self._pages.setVisible(editing)
        self._write.setVisible(editing)
        self._write.setEnabled(bool(self._watch.amendments) and self._session.editable)
        self._change.setVisible(not editing)
        self._change.setEnabled(self._session.editable)
        hint = self._hint_text() if editing else ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._correct.setVisible(bool(hint))
        self._retranslate()
        super().refresh()

    def _copy_text(self) -> str:
        amending = self._session.draft.amending
        assert amending is not None
        name = instrument_number(amending.instrument, amending.number)
        if self._watch.problem is not None:
            return f"{name}: {error_text(self._watch.problem)}"
        count = len(self._watch.amendments)
        if not count:
            told = _(
                "{name}: change the agreement here, where it stands. Each change becomes an"
                " amendment; what was signed stays as it is."
            )
            return told.format(name=name)
        told = ngettext(
            "{name}: {count} amendment to the agreement",
            "{name}: {count} amendments to the agreement",
            count,
        )
        return told.format(name=name, count=count)

    def _written_text(self) -> str:
        draft = self._session.draft
        assert draft.protocol is not None
        name = instrument_number(draft.protocol.instrument, draft.values.number)
        count = len(draft.protocol.amendments)
        told = ngettext(
            "{name} with {count} amendment. To change it, go back to the edited agreement.",
            "{name} with {count} amendments. To change them, go back to the edited agreement.",
            count,
        )
        return told.format(name=name, count=count)

    def _hint_text(self) -> str:
        """That the changes look like errors, when they do."""
        draft = self._session.draft
        amending = draft.amending
        if amending is None or amending.instrument is Instrument.CORRECTION:
            return ""
        wrong = with_errors(self._watch.amendments, draft.values.languages)
        if not wrong:
            return ""
        names = ", ".join(registry.language(tag).endonym for tag in wrong)
        return _(
            "Only some versions were changed ({languages}). Errors that were found after signature"
            " are corrected, not amended: their text counts from the beginning then."
        ).format(languages=names)

    def _retranslate(self) -> None:
        amending = self._session.draft.amending
        corrects = amending is not None and amending.instrument is Instrument.CORRECTION
        self._pages.setText(_("Preview the correction") if corrects else _("Preview the protocol"))
        self._write.setText(_("Write the correction") if corrects else _("Write the protocol"))
        self._correct.setText(_("Correct them instead"))
        self._change.setText(_("Change the amendments"))
