"""One change of a returned file, as accepting it would change the texts; who made it and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from mou_desktop.gui.dialogs.differences import NAMES, inks
from mou_desktop.gui.wording import _
from mou_desktop.model.change import BlockChange
from mou_desktop.qtdoc import blocks, redline


class Detail(QWidget):
    """The texts, and below them what is to be said."""

    def __init__(self) -> None:
        super().__init__()
        self._page = QTextBrowser()
        self._page.setObjectName("returned.detail")
        self._by = QLabel(wordWrap=True)
        self._by.setObjectName("returned.by")
        self._told = QLabel(wordWrap=True)
        self._told.setObjectName("returned.told")
        for label in (self._by, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._by)
        layout.addWidget(self._told)

    @property
    def document(self) -> QTextDocument:
        return self._page.document()

    def show_changes(self, changes: Sequence[BlockChange]) -> None:
        """The redline of these."""
        self._set_up()
        names = {place: _(message) for place, message in NAMES.items()}
        redline.write(self.document, changes, names, inks(self.palette()))

    def show_text(self, text: str) -> None:
        """Words without marks, such as a comment."""
        self._set_up()
        self.document.clear()
        QTextCursor(self.document).insertText(text, QTextCharFormat())

    def tell(self, by: str, told: str) -> None:
        """Who did it, and what else is to be known."""
        for label, text in ((self._by, by), (self._told, told)):
            label.setText(text)
            label.setVisible(bool(text))

    def _set_up(self) -> None:
        self._page.setAccessibleName(_("What the change does"))
        self.document.setDefaultFont(blocks.font(self.font().pointSizeF() + 1))
        self.document.setDocumentMargin(8)
