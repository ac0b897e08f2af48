"""The bar above the versions of a draft that is final: since when, and what can be done now."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mou_desktop.gui.concluding import Concluding
from mou_desktop.gui.session import Session
from mou_desktop.gui.tinted_bar import TintedBar
from mou_desktop.gui.wording import _, day_text, moment_text
from mou_desktop.qtdoc.blocks import Tints


class StandingBar(TintedBar):
    """Seen while the session's draft is final; its text is named `standing`.

    Signals:
        amend_wanted: the agreement is to be amended.
    """

    amend_wanted = Signal()

    def __init__(self, parent: QWidget, session: Session, concluding: Concluding) -> None:
        super().__init__(parent, session)
        self._text = QLabel(wordWrap=True)
        self._text.setObjectName("standing")
        self._reopen, self._record, self._amend = QPushButton(), QPushButton(), QPushButton()
        self._amend.setObjectName("standing.amend")
        self._reopen.clicked.connect(concluding.reopen)
        self._record.clicked.connect(concluding.record_signature)
        self._amend.clicked.connect(self.amend_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(self._amend)
        layout.addWidget(self._record)
        layout.addWidget(self._reopen)
        self.follow()

    def refresh(self) -> None:
        """Say how it stands with the draft."""
        draft = self._session.draft
        self.setVisible(draft.final is not None)
        if draft.final is None:
            return
        signed = draft.signature is not None
        self._text.setText(standing_text(self._session))
        self._amend.setText(_("Amend…"))
        self._amend.setVisible(draft.protocol is None)
        self._reopen.setText(_("Reopen…"))
        self._reopen.setVisible(not signed)
        self._record.setText(_("Record of the signature…") if signed else _("Record signature…"))
        super().refresh()

    def colour(self, among: Tints) -> QColor:
        return among.open if self._session.altered else among.field


def standing_text(session: Session) -> str:
    """How it stands with a draft that is final, in a sentence or two."""
    draft = session.draft
    assert draft.final is not None
    since = moment_text(datetime.fromisoformat(draft.final.time))
    if session.altered:
        return _(
            "This draft was marked as final on {time}, but its content is not the same any more: "
            "the file was changed by other means. Reopen it, look through it and mark it again."
        ).format(time=since)
    if draft.signature is not None:
        day = day_text(date.fromisoformat(draft.signature.date))
        text = _("Signed on {day} in {place}. Nothing in the draft can be changed.")
        return text.format(day=day, place=draft.signature.place)
    text = _("Final since {time}. Nothing can be changed until the draft is reopened.")
    return text.format(time=since)
