"""New, open, save: what happens to the draft's file, with the questions on the way."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mou_desktop.errors import MouError
from mou_desktop.gui.prompts import Answer, Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model.draft import blank_draft
from mou_desktop.store import examples, templates
from mou_desktop.store.drafts import SUFFIX


class Files(QObject):
    """The commands of the File menu that change or store the session's draft.

    Signals:
        recent_changed: the list of recent files is another one.
    """

    recent_changed = Signal()

    def __init__(self, session: Session, settings: Settings, prompts: Prompts) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self.prompts = prompts

    @property
    def name(self) -> str:
        """What the draft is called on the screen."""
        return self._session.file.stem if self._session.file else _("Untitled memorandum")

    def new(self, template_id: str) -> None:
        """An empty draft of a template."""
        if self.may_leave():
            self._session.start(blank_draft(templates.builtin(template_id)))

    def new_example(self, template_id: str) -> None:
        """The filled-in example of a template."""
        if self.may_leave():
            self._session.start(examples.load(template_id))

    def open(self, file: Path | None = None) -> None:
        """A draft from a file, asked for when none is given."""
        if not self.may_leave():
            return
        file = file or self.prompts.open_file(self._settings.last_folder)
        if file is None:
            return
        try:
            self._session.open(file)
        except MouError as error:
            self._settings.forget_file(file)
            self.recent_changed.emit()
            self.prompts.error(error_text(error))
        else:
            self._remember(file)

    def save(self) -> bool:
        """Save to the draft's own file; says whether that was done."""
        return self._save_to(self._session.file) if self._session.file else self.save_as()

    def save_as(self) -> bool:
        """Save to a file that the officer chooses; says whether that was done."""
        proposed = self._session.file or self._settings.last_folder / (self.name + SUFFIX)
        file = self.prompts.save_file(proposed)
        return file is not None and self._save_to(file)

    def may_leave(self) -> bool:
        """Whether the present draft may be given up: it is saved, or the officer says so."""
        if not self._session.modified:
            return True
        answer = self.prompts.unsaved(self.name)
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def _save_to(self, file: Path) -> bool:
        try:
            self._session.save(file)
        except MouError as error:
            self.prompts.error(error_text(error))
            return False
        self._remember(file)
        return True

    def _remember(self, file: Path) -> None:
        self._settings.last_folder = file.parent
        self._settings.remember_file(file)
        self.recent_changed.emit()
