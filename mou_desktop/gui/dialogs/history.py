"""What happened to a draft on its way to the signature, the latest first."""

from datetime import datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from mou_desktop.gui.wording import _, moment_text
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import Event, Happening

DIGITS_SHOWN = 12


class HistoryDialog(QDialog):
    """A list of events and of the versions that were kept; it is named `history.events`."""

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History of the draft"))
        events = [(datetime.fromisoformat(each.time), event_text(each)) for each in draft.history]
        for version in draft.versions:
            kept = _("kept as “{name}”").format(name=version.name)
            events.append((datetime.fromisoformat(version.time), kept))
        self._list = QListWidget()
        self._list.setObjectName("history.events")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setWordWrap(True)
        for time, text in sorted(events, key=lambda event: event[0].timestamp(), reverse=True):
            self._list.addItem(f"{moment_text(time)} · {text}")
        nothing = QLabel(_("Nothing has happened yet: no version was kept or marked as final."))
        nothing.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list if events else nothing, stretch=1)
        layout.addWidget(buttons)
        self.resize(560, 320)


def event_text(event: Event) -> str:
    """An event in words, with the reason that was given."""
    match event.what:
        case Happening.FINAL:
            text = _("marked as final, checksum {digest}")
        case Happening.REOPENED:
            text = _("reopened")
        case Happening.SIGNED:
            text = _("signature recorded")
        case Happening.WITHDRAWN:
            text = _("record of the signature withdrawn")
    text = text.format(digest=f"{event.digest[:DIGITS_SHOWN]}…")
    return f"{text}: {event.note}" if event.note else text
