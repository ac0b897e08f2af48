"""Drafts that a killed window has left unsaved: finds them, offers them, opens them."""

from pathlib import Path

from PySide6.QtCore import QObject

from mou_desktop.amend.compare import compare_versions, without_deleted
from mou_desktop.errors import MouError
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.autosave import Autosave
from mou_desktop.gui.files import Files, draft_name
from mou_desktop.gui.offers import Offer
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text, screen_language
from mou_desktop.model.draft import Draft, Party, blank_draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, recovery
from mou_desktop.store.locks import LockedError
from mou_desktop.store.recovery import Recovered


class Recovering(QObject):
    """Asks about each draft that was left behind."""

    def __init__(
        self, session: Session, files: Files, autosave: Autosave, settings: Settings
    ) -> None:
        super().__init__(session)
        self._session, self._files, self._autosave = session, files, autosave
        self._settings = settings

    def offer(self) -> None:
        """Ask until there is nothing left, one draft is recovered, or the officer has enough."""
        offers, problems = self._find()
        if problems and not offers:
            told = "\n".join(problems)
            self._files.prompts.error(told)
        while offers:
            answer, number = self._files.prompts.recovery(offers, problems)
            if answer is Answer.CANCEL:
                return
            chosen = offers.pop(number)
            if not self._is_free(chosen.recovered.file):
                continue
            if answer is Answer.DISCARD:
                self._discard(chosen.recovered.file)
            elif self._recover(chosen.recovered):
                return

    def _find(self) -> tuple[list[Offer], list[str]]:
        """The drafts, and what is wrong with the files that hold none."""
        offers: list[Offer] = []
        problems: list[str] = []
        for file in recovery.left_behind(self._settings.recovery_folder):
            try:
                recovered = recovery.load(file)
                saved, note = _saved(recovered)
                if saved == recovered.state.draft:
                    recovery.remove(file)
                else:
                    offers.append(_offer(recovered, saved, note))
            except MouError as error:
                if file.exists():
                    problems.append(error_text(error))
        return offers, problems

    def _is_free(self, file: Path) -> bool:
        """Whether no other window has taken the draft in the meantime."""
        free = recovery.is_left_behind(file)
        if not free:
            self._files.prompts.error(_("Another window has taken care of this draft already."))
        return free

    def _discard(self, file: Path) -> None:
        try:
            recovery.remove(file)
        except MouError as error:
            self._files.prompts.error(error_text(error))

    def _recover(self, recovered: Recovered) -> bool:
        if not self._files.may_leave():
            return False
        try:
            self._session.recover(recovered.state)
        except LockedError as error:
            self._files.prompts.error(error_text(error))
            self._session.recover(recovery.State(recovered.state.draft))
        self._autosave.adopt(recovered.file)
        return True


def _saved(recovered: Recovered) -> tuple[Draft | None, str]:
    """What the file of a recovered draft holds, and what to say about it."""
    file = recovered.state.belongs_to
    if file is None:
        return None, _("It was never saved. This was filled in:")
    try:
        content = drafts.read(file)
        saved = drafts.loads(content, file.name)
    except MouError as error:
        return None, f"{error_text(error)}\n" + _("This was filled in:")
    if drafts.digest(content) != recovered.state.digest:
        told = _("{file} has been saved since then. What recovering would change in it:")
    else:
        told = _("What recovering changes in {file}:")
    return saved, told.format(file=file)


def _offer(recovered: Recovered, saved: Draft | None, note: str) -> Offer:
    draft, file = recovered.state.draft, recovered.state.belongs_to
    before = saved or blank_draft(draft.template)
    versions = compare_versions(render_all(before), render_all(draft))
    if saved is None:
        versions = {tag: without_deleted(changes) for tag, changes in versions.items()}
    return Offer(
        recovered,
        name=draft_name(file),
        parties=tuple(name for party in draft.values.parties if (name := _party(party))),
        note=note,
        versions=versions,
    )


def _party(party: Party) -> str:
    """What a party is called, in the screen's language if it has a name in it."""
    names = party.short_name or party.name
    return names.get(screen_language()) or next(iter(names.values()), "")
