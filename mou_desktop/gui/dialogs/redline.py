"""Two states of an agreement as a redline on the screen, a tab for each language that differs."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from mou_desktop.gui.dialogs.differences import DifferencesView
from mou_desktop.gui.offers import Versions
from mou_desktop.gui.wording import _


class RedlineDialog(QDialog):
    """Shows changes; `title` says of what."""

    def __init__(self, title: str, versions: Versions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.view = DifferencesView()
        self.view.show_versions(versions)
        hint = QLabel(
            _("Struck-out text was taken away, underlined text was added."), wordWrap=True
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.view, stretch=1)
        layout.addWidget(buttons)
        self.resize(820, 620)
