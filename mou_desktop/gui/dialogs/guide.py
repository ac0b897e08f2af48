"""The illustrated guide, in the screen's language."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from mou_desktop.gui.wording import _, screen_language
from mou_desktop.paths import resources

SIZE = QSize(1040, 780)
MARGIN = 16
ABOVE_HEADING, BELOW = 22, 8
PICTURE = "\ufffc"


class GuideWindow(QDialog):
    """A window beside the main one, so that the guide can be read while working."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = GuideText()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(buttons)
        self._show_text()
        self._text.setFocus()
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.9))

    def bring_up(self) -> None:
        """Show the window, or go back to it."""
        self.show()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_text()

    def _show_text(self) -> None:
        self.setWindowTitle(_("Guide"))
        self._text.setAccessibleName(_("Guide"))
        self._text.show_guide(screen_language())


class GuideText(QTextBrowser):
    """Shows the guide; pictures are never wider than the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide.text")
        self.setOpenLinks(False)
        self.setSearchPaths([str(resources() / "guide")])
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_guide(self, language: str) -> None:
        """Read the guide in a language from its beginning."""
        file = resources() / "guide" / f"{language}.md"
        self.setMarkdown(file.read_text(encoding="utf-8"))
        self.document().setDocumentMargin(MARGIN)
        self._space_out()
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def _space_out(self) -> None:
        block = self.document().begin().next()
        while block.isValid():
            spaced, following = block.blockFormat(), block.next()
            if spaced.headingLevel():
                spaced.setTopMargin(ABOVE_HEADING)
                spaced.setBottomMargin(BELOW)
            elif block.textList() is not None and following.textList() is None:
                spaced.setBottomMargin(ABOVE_HEADING if _is_heading(following) else BELOW)
            QTextCursor(block).setBlockFormat(spaced)
            block = following

    def _fit_pictures(self) -> None:
        """Give each picture its own width or that of the text, scaled here: Qt would leave out
        pixels.
        """
        room = max(1, self.viewport().width() - 2 * MARGIN)
        ratio = self.devicePixelRatioF()
        cursor = QTextCursor(self.document())
        for position, letter in enumerate(self.document().toRawText()):
            if letter != PICTURE:
                continue
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            picture = cursor.charFormat().toImageFormat()
            image = QImage(str(resources() / "guide" / picture.name()))
            picture.setWidth(min(image.width(), room))
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaledToWidth(round(picture.width() * ratio), smooth)
            scaled.setDevicePixelRatio(ratio)
            kind = QTextDocument.ResourceType.ImageResource
            self.document().addResource(kind.value, QUrl(picture.name()), scaled)
            cursor.setCharFormat(picture)


def _is_heading(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0
