"""Every question that must be answered before going on, behind one replaceable object.

Qt's dialogs are named through their module: PySide makes a class when it is first asked for.
"""

from enum import Enum, auto
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mou_desktop.gui.wording import _
from mou_desktop.store.drafts import SUFFIX


class Answer(Enum):
    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Prompts:
    """Asks the officer through modal dialogs over `window`."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def error(self, text: str) -> None:
        """Tell what went wrong and what to do."""
        box = self._box(text)
        box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
        box.exec()

    def unsaved(self, name: str) -> Answer:
        """What to do with changes that are in no file."""
        box = self._box(_("Save the changes to “{name}”?").format(name=name))
        box.setInformativeText(_("They are lost otherwise."))
        buttons = QtWidgets.QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}
        return answers.get(buttons(box.exec()), Answer.CANCEL)

    def open_file(self, folder: Path) -> Path | None:
        """The draft to open."""
        name, _chosen = QtWidgets.QFileDialog.getOpenFileName(
            self._window, _("Open a draft"), str(folder), self._filter()
        )
        return Path(name) if name else None

    def save_file(self, proposed: Path) -> Path | None:
        """The file to save to; it has the suffix of drafts."""
        name, _chosen = QtWidgets.QFileDialog.getSaveFileName(
            self._window, _("Save the draft as"), str(proposed), self._filter()
        )
        if not name:
            return None
        file = Path(name)
        return file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)

    def folder(self, start: Path) -> Path | None:
        """The folder to export to."""
        name = QtWidgets.QFileDialog.getExistingDirectory(
            self._window, _("Folder for the files"), str(start)
        )
        return Path(name) if name else None

    def overwrite(self, names: list[str]) -> bool:
        """Whether files that exist already may be replaced."""
        box = self._box(_("These files exist already. Replace them?"))
        box.setInformativeText("\n".join(names))
        replace = box.addButton(_("Replace"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(replace)
        box.exec()
        return box.clickedButton() is replace

    def _box(self, text: str) -> "QtWidgets.QMessageBox":
        """A question in plain text: a file's name is not markup."""
        box = QtWidgets.QMessageBox(self._window)
        box.setWindowTitle(_("MOU Desktop"))
        box.setIcon(QtWidgets.QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box

    def _filter(self) -> str:
        return _("Drafts") + f" (*{SUFFIX})"
