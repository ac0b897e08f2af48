"""A bar above the versions that says how it stands with the draft, in a tint of the columns."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QWidget

from mou_desktop.gui.columns.cell import tints
from mou_desktop.gui.session import Session
from mou_desktop.qtdoc.blocks import Tints


class TintedBar(QFrame):
    """Is refreshed whenever the session has something else to say, or the screen another language;
    a subclass calls `follow` once it is built.
    """

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.setAutoFillBackground(True)

    def follow(self) -> None:
        """Say how it stands from now on."""
        session = self._session
        for signal in (session.draft_changed, session.draft_replaced, session.file_changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands: a subclass puts it into words, this gives them their tint."""
        self.tint()

    def colour(self, among: Tints) -> QColor:
        """The tint of the bar as it stands."""
        return among.field

    def tint(self) -> None:
        """Have the background that belongs to what is said."""
        palette, colour = self.palette(), self.colour(tints(self.window().palette()))
        if palette.color(self.backgroundRole()) != colour:
            palette.setColor(self.backgroundRole(), colour)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self.tint()
