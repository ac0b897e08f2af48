"""The small buttons beside an input that say yes to a text, or take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton

from mou_desktop.gui.wording import N_, _

CONFIRM = N_("This is right as it is")
TAKE = N_("Take this spelling")
RESET = N_("Back to the computed form")


class Mark(QToolButton):
    """A button of one sign, seen only while it can do something; `says` is its description."""

    def __init__(self, sign: str, says: str, do: Callable[[], None]) -> None:
        super().__init__()
        self._says = says
        self.setText(sign)
        self.setAutoRaise(True)
        self.setVisible(False)
        self.clicked.connect(lambda: do())
        self._retranslate()

    def say(self, says: str) -> None:
        """Describe another purpose."""
        if says != self._says:
            self._says = says
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setToolTip(_(self._says))
        self.setAccessibleName(_(self._says))
