"""Offers the drafts that a window has left behind unsaved, with what would be lost."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.gui.answers import Answer
from mou_desktop.gui.dialogs.differences import DifferencesView
from mou_desktop.gui.offers import Offer
from mou_desktop.gui.wording import _, moment_text


class RecoveryDialog(QDialog):
    """A list of offers, and the differences of the chosen one; `answer` and `chosen` say what the
    officer wants. A button's `objectName` is like `recovery.recover`.
    """

    def __init__(self, offers: Sequence[Offer], problems: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.answer = Answer.CANCEL
        self._offers = offers
        self.setWindowTitle(_("Recover unsaved changes"))
        self._list = QListWidget()
        self._list.setObjectName("recovery.list")
        self._list.setAccessibleName(self.windowTitle())
        self._list.setSpacing(2)
        for offer in offers:
            QListWidgetItem(_description(offer), self._list)
        self._note = QLabel(wordWrap=True)
        self._view = DifferencesView()
        self._lay_out(problems)
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)
        self.resize(780, 600)

    @property
    def chosen(self) -> int:
        """The number of the chosen offer."""
        return self._list.currentRow()

    def _lay_out(self, problems: Sequence[str]) -> None:
        told = QLabel(_("The program ended before these changes were saved:"), wordWrap=True)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self._note)
        lower.addWidget(self._view, stretch=1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(below)
        splitter.setStretchFactor(1, 1)
        lines = 3 * min(len(self._offers), 2)
        height = lines * self.fontMetrics().lineSpacing() + 24
        splitter.setSizes([height, 600 - height])
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(splitter, stretch=1)
        for problem in problems:
            layout.addWidget(QLabel(problem, wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        recover = buttons.addButton(_("Recover"), role.AcceptRole)
        discard = buttons.addButton(_("Discard changes"), role.DestructiveRole)
        later = buttons.addButton(_("Decide later"), role.RejectRole)
        later.setToolTip(_("They are offered again at the next start."))
        for button, answer in (
            (recover, Answer.RECOVER),
            (discard, Answer.DISCARD),
            (later, Answer.CANCEL),
        ):
            button.setObjectName(f"recovery.{answer.name.lower()}")
            button.setAutoDefault(button is recover)
            button.clicked.connect(partial(self._give, answer))
        recover.setDefault(True)
        return buttons

    def _show(self, row: int) -> None:
        if row >= 0:
            self._note.setText(self._offers[row].note)
            self._view.show_versions(self._offers[row].versions)

    def _give(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def _description(offer: Offer) -> str:
    """Name and time, then the parties."""
    time = moment_text(offer.recovered.written_at)
    return "\n".join([f"{offer.name}  ·  {time}", *offer.parties])
