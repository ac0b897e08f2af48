"""Compares kept versions, the template and the present draft, and goes back to a version."""

from datetime import datetime

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.amend import edited_copy
from mou_desktop.amend.compare import compare_versions
from mou_desktop.gui.dialogs.differences import DifferencesView
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.redlining import save_redline
from mou_desktop.gui.session import VERSIONS, Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, moment_text
from mou_desktop.model import versions
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all

TEMPLATE, NOW, BASE = -1, -2, -3


class VersionsDialog(QDialog):
    """Two states of the session's draft and what distinguishes them. The parts have names like
    `versions.before`, `versions.after` and `versions.restore`.
    """

    def __init__(
        self, session: Session, settings: Settings, prompts: Prompts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._prompts = session, settings, prompts
        self.setWindowTitle(_("Versions"))
        self._before, self._after = QComboBox(), QComboBox()
        self._view = DifferencesView()
        self._restore = QPushButton(_("&Go back to this version"))
        self._delete = QPushButton(_("&Delete this version"))
        self._redline = QPushButton(_("&Save for Word…"))
        self._redline.setToolTip(_("One file with tracked changes, all versions in it"))
        self._lay_out()
        self._fill()
        for box in (self._before, self._after):
            box.currentIndexChanged.connect(self._compare)
        self._restore.clicked.connect(self._on_restore)
        self._delete.clicked.connect(self._on_delete)
        self._redline.clicked.connect(self._on_redline)
        self.resize(820, 620)

    def _lay_out(self) -> None:
        for part, name in (
            (self._before, "before"),
            (self._after, "after"),
            (self._restore, "restore"),
            (self._delete, "delete"),
            (self._redline, "redline"),
        ):
            part.setObjectName(f"versions.{name}")
        choice = QFormLayout()
        choice.addRow(_("&From:"), self._before)
        choice.addRow(_("&To:"), self._after)
        hint = QLabel(_("Struck-out text was taken away, underlined text was added."))
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in (self._restore, self._delete, self._redline):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addLayout(choice)
        layout.addWidget(hint)
        layout.addWidget(self._view, stretch=1)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        """Offer every state, the latest first; from the last version to the present draft."""
        kept = self._session.draft.versions
        for box in (self._before, self._after):
            box.blockSignals(True)
            box.clear()
            box.addItem(_("The present draft"), NOW)
            if self._session.draft.amending is not None:
                box.addItem(_("The agreement before the changes"), BASE)
            for number in reversed(range(len(kept))):
                time = moment_text(datetime.fromisoformat(kept[number].time))
                box.addItem(f"{kept[number].name} · {time}", number)
            box.addItem(_("The template"), TEMPLATE)
            box.blockSignals(False)
        self._before.setCurrentIndex(1)
        self._after.setCurrentIndex(0)
        self._compare()

    def _compare(self) -> None:
        before, after = self._state(self._before), self._state(self._after)
        self._view.show_versions(compare_versions(render_all(before), render_all(after)))
        is_version = self._before.currentData() >= 0
        self._restore.setEnabled(is_version and self._session.editable)
        self._delete.setEnabled(is_version and self._session.editable)

    def _state(self, box: QComboBox) -> Draft:
        draft, number = self._session.draft, box.currentData()
        if number == NOW:
            return draft
        if number == BASE:
            return edited_copy.base_of(draft)
        if number == TEMPLATE:
            return versions.original(draft)
        return versions.state(draft, draft.versions[number])

    def _on_restore(self) -> None:
        self._apply(self._state(self._before))
        self.accept()

    def _on_delete(self) -> None:
        self._apply(versions.delete(self._session.draft, self._before.currentData()))
        self._fill()

    def _on_redline(self) -> None:
        before, after = (render_all(self._state(box)) for box in (self._before, self._after))
        session = self._session
        own = session.file or self._settings.last_folder / session.draft.template.id
        layout, prompts = session.draft.layout, self._prompts
        save_redline(before, after, layout, own, prompts, self._settings)

    def _apply(self, draft: Draft) -> None:
        self._session.end_typing()
        self._session.apply(VERSIONS, draft)
