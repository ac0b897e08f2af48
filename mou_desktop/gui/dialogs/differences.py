"""Shows what distinguishes two states of a draft: a tab for each language that differs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.amend.compare import differing
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.offers import Versions
from mou_desktop.gui.wording import N_, _, screen_language
from mou_desktop.languages import registry
from mou_desktop.model.change import BlockChange
from mou_desktop.qtdoc import blocks, redline

NAMES = {
    "title": N_("Title"),
    "preamble": N_("Preamble"),
    "signature": N_("Signatures"),
    "moved": N_("(moved)"),
}


class DifferencesView(QStackedWidget):
    """The redlines of all versions; a sentence when no text differs."""

    def __init__(self) -> None:
        super().__init__()
        self._same = QLabel(wordWrap=True)
        self._same.setMargin(12)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("differences")
        self._tabs.setDocumentMode(True)
        self.addWidget(self._same)
        self.addWidget(self._tabs)

    def show_versions(self, versions: Versions) -> None:
        """Show these changes instead of the last ones."""
        self._same.setText(_("The texts are the same; only choices in the form differ."))
        while self._tabs.count():
            if page := self._tabs.widget(0):
                page.deleteLater()
            self._tabs.removeTab(0)
        for tag, changes in versions.items():
            shown = differing(changes)
            if shown:
                name = registry.language(tag).endonym
                number = self._tabs.addTab(self._page(shown, name), f"{name} ({len(shown)})")
                if tag == screen_language():
                    self._tabs.setCurrentIndex(number)
        self.setCurrentWidget(self._tabs if self._tabs.count() else self._same)

    def _page(self, changes: Sequence[BlockChange], name: str) -> QTextBrowser:
        page = QTextBrowser()
        page.setAccessibleName(name)
        page.setFrameShape(QTextBrowser.Shape.NoFrame)
        page.document().setDefaultFont(blocks.font(self.font().pointSizeF() + 1))
        page.document().setDocumentMargin(10)
        names = {place: _(message) for place, message in NAMES.items()}
        redline.write(page.document(), changes, names, inks(self.palette()))
        return page


class ChangedOnDiskDialog(QDialog):
    """Asks what to do with a file that somebody has changed since it was opened; a button's
    `objectName` is like `changed.overwrite`.
    """

    def __init__(self, name: str, versions: Versions | None, parent: QWidget) -> None:
        """`versions` leads from the file to the draft; nothing when the file is no draft now."""
        super().__init__(parent)
        self.answer = Answer.CANCEL
        self.setWindowTitle(_("The file has changed"))
        told = QLabel(
            _("“{name}” was changed by somebody else after you opened it.").format(name=name)
        )
        bold = told.font()
        bold.setBold(True)
        told.setFont(bold)
        told.setWordWrap(True)
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self._explanation(versions))
        if versions is not None:
            view = DifferencesView()
            view.show_versions(versions)
            layout.addWidget(view, stretch=1)
            self.resize(760, 520)
        layout.addWidget(self._buttons())

    def _explanation(self, versions: Versions | None) -> QLabel:
        if versions is None:
            text = _(
                "The file cannot be read as a draft now. Its last content is kept as a backup."
            )
        else:
            text = _(
                "If you overwrite the file, the struck-out text goes and the underlined text comes."
            )
        return QLabel(text, wordWrap=True)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        overwrite = buttons.addButton(_("Overwrite"), role.DestructiveRole)
        save_as = buttons.addButton(_("Save as…"), role.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        for button, answer in (
            (save_as, Answer.SAVE_AS),
            (overwrite, Answer.OVERWRITE),
            (cancel, Answer.CANCEL),
        ):
            button.setObjectName(f"changed.{answer.name.lower()}")
            button.setAutoDefault(button is save_as)
            button.clicked.connect(partial(self._give, answer))
        save_as.setDefault(True)
        return buttons

    def _give(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def inks(palette: QPalette) -> redline.Inks:
    """Colours that can be read on a light and on a dark window."""
    dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
    aside = palette.color(QPalette.ColorRole.PlaceholderText)
    if dark:
        return redline.Inks(QColor(120, 200, 130), QColor(255, 140, 130), aside)
    return redline.Inks(QColor(0, 100, 30), QColor(175, 20, 20), aside)
