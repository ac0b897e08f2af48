"""Every question that must be answered before going on, behind one replaceable object.

Qt's dialogs are named through their module: PySide makes a class when it is first asked for.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mou_desktop.gui.answers import Answer
from mou_desktop.gui.wording import _, moment_text
from mou_desktop.store.drafts import SUFFIX

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.gui.offers import Offer, Versions
    from mou_desktop.store.locks import Owner


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

    def foreign_files(self, folder: Path) -> list[Path]:
        """The files to import."""
        from mou_desktop.intake.reading import SUFFIXES  # (seldom needed)

        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = [_("Word, OpenDocument and text files") + f" ({kinds})", _("All Files (*)")]
        names, _chosen = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, _("Import files"), str(folder), ";;".join(filters)
        )
        return [Path(name) for name in names]

    def returned_files(self, folder: Path) -> list[Path]:
        """The files that came back edited, to compare with the draft."""
        from mou_desktop.intake.reading import SUFFIXES  # (seldom needed)

        every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = [
            _("Word files (*.docx)"),
            _("Word, OpenDocument and text files") + f" ({every})",
            _("All Files (*)"),
        ]
        names, _chosen = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, _("Compare with returned file"), str(folder), ";;".join(filters)
        )
        return [Path(name) for name in names]

    def dropped_files(self, names: list[str]) -> Answer:
        """What to do with foreign files that were dragged into the window."""
        box = self._box(_("What should be done with these files?"))
        box.setInformativeText("\n".join(names))
        role = QtWidgets.QMessageBox.ButtonRole
        compare = box.addButton(_("Compare with this draft"), role.AcceptRole)
        new = box.addButton(_("Import as a new draft"), role.ActionRole)
        box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(compare)
        box.exec()
        answers = {compare: Answer.COMPARE, new: Answer.IMPORT}
        return next(
            (answer for each, answer in answers.items() if each is box.clickedButton()),
            Answer.CANCEL,
        )

    def save_file(self, proposed: Path) -> Path | None:
        """The file to save to; it has the suffix of drafts."""
        name, _chosen = QtWidgets.QFileDialog.getSaveFileName(
            self._window, _("Save the draft as"), str(proposed), self._filter()
        )
        if not name:
            return None
        file = Path(name)
        return file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)

    def redline_file(self, proposed: Path) -> Path | None:
        """The Word file to write changes to; Qt asks before one is replaced."""
        return self._word_file(_("Save the changes as"), proposed)

    def report_file(self, proposed: Path) -> Path | None:
        """The Word file to write findings to, likewise."""
        return self._word_file(_("Save the report as"), proposed)

    def _word_file(self, title: str, proposed: Path) -> Path | None:
        name, _chosen = QtWidgets.QFileDialog.getSaveFileName(
            self._window, title, str(proposed), _("Word files (*.docx)")
        )
        if not name:
            return None
        file = Path(name)
        return file if file.suffix == ".docx" else file.with_name(file.name + ".docx")

    def protocol_files(self, folder: Path) -> list[Path]:
        """The protocols and corrections of the memorandum."""
        names, _chosen = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, _("Add protocols and corrections"), str(folder), self._filter()
        )
        return [Path(name) for name in names]

    def folder(self, start: Path) -> Path | None:
        """The folder to export to."""
        name = QtWidgets.QFileDialog.getExistingDirectory(
            self._window, _("Folder for the files"), str(start)
        )
        return Path(name) if name else None

    def signing_set(self, start: Path) -> Path | None:
        """The folder with a signing set."""
        name = QtWidgets.QFileDialog.getExistingDirectory(
            self._window, _("Folder with a signing set"), str(start)
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

    def delete_template(self, name: str) -> bool:
        """Whether an own template is to be deleted."""
        box = self._box(_("Delete the template “{name}”?").format(name=name))
        box.setInformativeText(_("Drafts that were made of it stay as they are."))
        role = QtWidgets.QMessageBox.ButtonRole.DestructiveRole
        delete = box.addButton(_("Delete template"), role)
        keep = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is delete

    def version_name(self, proposed: str) -> str | None:
        """What to call the version that is to be kept; nothing when it is not."""
        name, given = QtWidgets.QInputDialog.getText(
            self._window,
            _("Keep this version"),
            _("Name of the version, for example “sent to the counterpart”:"),
            QtWidgets.QLineEdit.EchoMode.Normal,
            proposed,
        )
        return name if given else None

    def mark_final(self, name: str, remarks: str) -> bool:
        """Whether the draft is to be final; `remarks` are what could still be looked at."""
        box = self._box(_("Mark “{name}” as final?").format(name=name))
        hint = _("Nothing can be changed then until the draft is reopened.")
        box.setInformativeText(f"{hint}\n\n{remarks}" if remarks else hint)
        mark = box.addButton(_("Mark as final"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(mark)
        box.exec()
        return box.clickedButton() is mark

    def reason(self, title: str, question: str) -> str | None:
        """Why something is done, which may stay unsaid; nothing when it is not to be done."""
        text, given = QtWidgets.QInputDialog.getText(self._window, title, question)
        return text if given else None

    def scans(self) -> list[Path]:
        """The scans to attach."""
        names, _chosen = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, _("Attach scans"), "", "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"
        )
        return [Path(name) for name in names]

    def copy_of(self, name: str) -> Path | None:
        """The file to save a scan to."""
        chosen, _filter = QtWidgets.QFileDialog.getSaveFileName(
            self._window, _("Save a copy"), name
        )
        return Path(chosen) if chosen else None

    def locked(self, name: str, owner: "Owner") -> Answer:
        """What to do with a draft that somebody has open."""
        since = moment_text(owner.since)
        if owner.is_here:
            told = _("You have “{name}” open in another window, since {time}.")
        elif owner.user:
            told = _("{user} has had “{name}” open since {time} ({host}).")
        else:
            told = _("Somebody has had “{name}” open since {time}.")
        box = self._box(
            told.format(name=name, user=owner.user, host=owner.process.host, time=since)
        )
        hint = _("You can read the draft now and save it under another name.")
        role = QtWidgets.QMessageBox.ButtonRole
        read = box.addButton(_("Open read-only"), role.AcceptRole)
        anyway = None
        if owner.seems_gone:
            anyway = box.addButton(_("Open anyway"), role.DestructiveRole)
            hint += "\n" + _("That is long ago: if nobody works on it any more, open it anyway.")
        box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.setInformativeText(hint)
        box.setDefaultButton(read)
        box.exec()
        if box.clickedButton() is read:
            return Answer.READ_ONLY
        return Answer.ANYWAY if anyway and box.clickedButton() is anyway else Answer.CANCEL

    def changed_on_disk(self, name: str, versions: "Versions | None") -> Answer:
        """What to do with a file that was changed since it was opened. `versions` lead from the
        file to the draft; there are none when the file is no draft any more.
        """
        from mou_desktop.gui.dialogs.differences import ChangedOnDiskDialog  # (seldom needed)

        dialog = ChangedOnDiskDialog(name, versions, self._window)
        dialog.exec()
        return dialog.answer

    def recovery(self, offers: Sequence["Offer"], problems: Sequence[str]) -> tuple[Answer, int]:
        """What to do with drafts that were left behind, and with which of them."""
        from mou_desktop.gui.dialogs.recovery import RecoveryDialog  # (the same)

        dialog = RecoveryDialog(offers, problems, self._window)
        dialog.exec()
        return dialog.answer, dialog.chosen

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
