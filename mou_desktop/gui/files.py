"""New, open, save: what happens to the draft's file, with the questions on the way."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mou_desktop.errors import MouError
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, instrument_number
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.template import Template
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples, templates
from mou_desktop.store.drafts import SUFFIX
from mou_desktop.store.origin import Access

_ACCESS = {Answer.READ_ONLY: Access.READ_ONLY, Answer.ANYWAY: Access.ANYWAY}


def draft_name(file: Path | None) -> str:
    """What a draft is called on the screen, by its file."""
    return file.stem if file else _("Untitled memorandum")


def untitled(draft: Draft) -> str:
    """What a draft is called that has no file yet."""
    if draft.amending is not None:
        return instrument_number(draft.amending.instrument, draft.amending.number)
    if draft.protocol is not None:
        return instrument_number(draft.protocol.instrument, draft.values.number)
    return _("Text in force") if draft.sources else draft_name(None)


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
        file = self._session.file
        return draft_name(file) if file else untitled(self._session.draft)

    def new(self, template_id: str) -> None:
        """An empty draft of a built-in template."""
        self.new_of(templates.builtin(template_id))

    def new_of(self, template: Template) -> None:
        """An empty draft of a template."""
        if self.may_leave():
            self._session.start(blank_draft(template))

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
            opened = self._open(file)
        except MouError as error:
            self.forget(file)
            self.prompts.error(error_text(error))
        else:
            if opened:
                self._remember(file)
                self._tell_if_altered()

    def save(self) -> bool:
        """Save to the draft's own file; says whether that was done."""
        if self._session.file is None or self._session.read_only:
            return self.save_as()
        return self._save_to(self._session.file)

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

    def _open(self, file: Path) -> bool:
        """Open a draft, after asking when somebody has it open; says whether that was done."""
        from mou_desktop.store.locks import LockedError  # (the window opens sooner without)

        try:
            self._session.open(file)
        except LockedError as error:
            access = _ACCESS.get(self.prompts.locked(file.stem, error.owner))
            if access is None:
                return False
            self._session.open(file, access)
        return True

    def _tell_if_altered(self) -> None:
        if self._session.altered:
            from mou_desktop.gui.standing_bar import standing_text  # (seldom needed)

            self.prompts.error(standing_text(self._session))

    def _save_to(self, file: Path) -> bool:
        try:
            content = self._session.changed_on_disk(file)
            if content is not None:
                answer = self._about_changes(file, content)
                if answer is not Answer.OVERWRITE:
                    return answer is Answer.SAVE_AS and self.save_as()
            self._session.save(file)
        except MouError as error:
            self.prompts.error(error_text(error))
            return False
        self._remember(file)
        return True

    def _about_changes(self, file: Path, content: bytes) -> Answer:
        """Ask before what somebody else wrote is overwritten; the same draft is no loss."""
        try:
            theirs = drafts.loads(content, file.name)
        except MouError:
            return self.prompts.changed_on_disk(file.stem, None)
        if theirs == self._session.draft:
            return Answer.OVERWRITE
        from mou_desktop.amend.compare import compare_versions  # (seldom needed)

        versions = compare_versions(render_all(theirs), render_all(self._session.draft))
        return self.prompts.changed_on_disk(file.stem, versions)

    def forget(self, file: Path) -> None:
        """Take a file out of the recent ones; the file itself stays."""
        self._settings.forget_file(file)
        self.recent_changed.emit()

    def _remember(self, file: Path) -> None:
        self._settings.last_folder = file.parent
        self._settings.remember_file(file)
        self.recent_changed.emit()
