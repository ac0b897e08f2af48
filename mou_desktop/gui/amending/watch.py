"""Follows an edited copy: the amendments that its changes make, and the protocol of them."""

from PySide6.QtCore import QObject, QTimer, Signal

from mou_desktop.amend import edited_copy
from mou_desktop.errors import MouError
from mou_desktop.gui.session import Session
from mou_desktop.model.amendment import Amendment
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Content, Draft
from mou_desktop.render.assemble import render_all

PAUSE = 120


class Watch(QObject):
    """What is known of the session's draft, as long as that is an edited copy.

    Signals:
        changed: the amendments are those of the draft as it is now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._found: tuple[Amendment, ...] = ()
        self._problem: MouError | None = None
        self._base: tuple[Content, dict[str, Document]] | None = None
        self._seen: Draft | None = None
        self._written: tuple[Draft, Draft] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)
        session.draft_changed.connect(self._on_changed)
        session.draft_replaced.connect(self._on_changed)

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The amendments as of the last pause; `finish` brings them up to date."""
        return self._found

    @property
    def problem(self) -> MouError | None:
        """Why no protocol can be written of the changes."""
        return self._problem

    def finish(self) -> None:
        """Have the amendments of the draft as it is now, at once."""
        self._pause.stop()
        draft = self._session.draft
        if draft.amending is None or draft is self._seen:
            return
        self._seen, self._problem, self._found = draft, None, ()
        try:
            self._found = edited_copy.amendments(draft, self.base_documents())
        except MouError as error:
            self._problem = error
        self.changed.emit()

    def base_documents(self) -> dict[str, Document]:
        """The versions of the agreement without the changes."""
        draft = self._session.draft
        assert draft.amending is not None
        before = draft.amending.before
        if self._base is None or self._base[0] is not before:
            self._base = before, render_all(edited_copy.base_of(draft))
        return self._base[1]

    def written(self) -> Draft:
        """The protocol or correction of the changes. Raises `MouError`."""
        draft = self._session.draft
        if self._written is None or self._written[0] is not draft:
            self._written = draft, edited_copy.written(draft, self.base_documents())
        return self._written[1]

    def _on_changed(self) -> None:
        if self._session.draft.amending is not None:
            self._pause.start()
