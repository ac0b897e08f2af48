"""Compares the draft with files that came back edited, and takes in what the officer accepts."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from mou_desktop.errors import FieldError, MouError
from mou_desktop.export.progress import Progress, Stopped
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.dialogs.work import Work, failure_text
from mou_desktop.gui.lighting import light_up, show_spots
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.returned import rows, wording
from mou_desktop.gui.returned.dock import ReturnedDock
from mou_desktop.gui.returned.effect import Effect
from mou_desktop.gui.returned.wording import Row
from mou_desktop.gui.session import DECLINED, TAKEN, Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text
from mou_desktop.intake import reading, returned
from mou_desktop.intake.returned import Returned
from mou_desktop.intake.returned_changes import Change, Comparison, Noted
from mou_desktop.intake.source import Source
from mou_desktop.intake.taking import take
from mou_desktop.model import declined
from mou_desktop.model.document import place
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Spot

WIDTH = 400
PAUSE = 250


class Returning(QObject):
    """Shows the differences beside the versions, as long as the draft and the files differ."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        desk: Desk,
        settings: Settings,
        prompts: Callable[[], Prompts],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._desk = window, session, desk
        self._settings, self._prompts = settings, prompts
        self._work: Work | None = None
        self._back: Returned | None = None
        self._comparison = Comparison((), ())
        self._taken: list[Change] = []
        self._at_work_elsewhere = False
        self.dock = ReturnedDock(window, self._text_of)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self._was_restored = window.restoreDockWidget(self.dock)
        self.dock.hide()
        self.view = self.dock.view
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._follow)
        self.view.chosen.connect(self._show)
        self.view.entered.connect(self._go_to)
        self.view.accept_wanted.connect(self.accept)
        self.view.reject_wanted.connect(self.reject)
        self.view.reconsider_wanted.connect(self.reconsider)
        self.dock.cancelled.connect(self._on_cancelled)
        self.dock.translated.connect(self._follow)
        self.dock.visibilityChanged.connect(self._on_visible)
        session.draft_changed.connect(self._on_draft_changed)
        session.draft_replaced.connect(self._forget)
        session.file_changed.connect(self._on_draft_changed)

    def ask(self) -> None:
        """Compare with files that the officer chooses."""
        self.read(self._prompts().returned_files(self._settings.last_folder))

    def read(self, files: Sequence[Path]) -> None:
        """Compare with these files, once they have been read."""
        if not files or self._work is not None:
            return
        self._settings.last_folder = files[0].parent
        self._forget()
        self._work = Work(lambda progress: _read(files, progress))
        self._work.advanced.connect(self.dock.show_progress)
        self._work.finished.connect(self._on_read)
        self.dock.wait_for(files)
        self._open()
        self._work.start()

    def show(self, back: Returned) -> None:
        """List what distinguishes the draft from files that were read. Raises `MouError` when they
        cannot be compared with it.
        """
        returned.compare(self._session.draft, back)
        self._back = back
        self._open()
        self.dock.show_result()
        self.refresh()
        self.view.tree.setFocus()

    def set_aside(self, *, aside: bool) -> None:
        """Make room for the start page, or come back from there."""
        if self._back is not None:
            self.dock.setVisible(not aside)

    def accept(self, changes: Sequence[Change]) -> None:
        """Take these into the draft, as one step; what cannot be taken is told."""
        wanted = [each for each in changes if each.can_be_taken]
        draft, problems = self._session.draft, dict[str, None]()
        try:
            draft, done = take(draft, wanted, self._taken), wanted
        except FieldError:
            done = []
            for each in wanted:
                try:
                    draft = take(draft, [each], [*self._taken, *done])
                except FieldError as error:
                    problems[error_text(error)] = None
                else:
                    done.append(each)
        if self._apply(TAKEN, lambda _draft: draft):
            self._taken += done
        if problems:
            told = "\n".join(problems)
            self._prompts().error(told)

    def reject(self, changes: Sequence[Change]) -> None:
        """Leave these out, as one step."""
        keys = [each.key for each in changes]
        self._apply(DECLINED, lambda draft: declined.decline(draft, keys))

    def reconsider(self, changes: Sequence[Change]) -> None:
        """List these again as to be decided."""
        keys = [each.key for each in changes]
        self._apply(DECLINED, lambda draft: declined.reconsider(draft, keys))

    def refresh(self) -> None:
        """List what distinguishes the files from the draft as it is now."""
        self._pause.stop()
        if self._back is None:
            return
        problem = ""
        try:
            self._comparison = returned.compare(self._session.draft, self._back)
        except MouError as error:
            self._comparison, problem = Comparison((), ()), error_text(error)
        self.view.show_rows(
            rows.groups(self._session, self._back, self._comparison),
            frozenset(self._session.draft.declined),
            editable=self._session.editable,
            standing=problem or self._standing(),
        )

    def _follow(self) -> None:
        """`refresh` without moving what the officer looks at."""
        self._at_work_elsewhere = True
        self.refresh()
        self._at_work_elsewhere = False

    def _apply(self, step: str, change: Callable[[Draft], Draft]) -> bool:
        session = self._session
        try:
            session.end_typing()
            session.apply(step, change(session.draft))
            session.end_typing()
        except FieldError as error:
            self._prompts().error(error_text(error))
            return False
        self.refresh()
        return True

    def _standing(self) -> str:
        """Why nothing can be taken in."""
        if self._session.draft.final is not None:
            return _("The draft is final: nothing can be taken in until it is reopened.")
        if self._session.read_only:
            return _("The draft is open for reading only: nothing can be taken in.")
        return ""

    def _text_of(self, row: Row) -> str:
        return wording.line(self._session.draft, row)

    def _show(self, row: Row | None) -> None:
        """Show what a row is about beside its place in the texts."""
        detail, draft = self.dock.detail, self._session.draft
        if row is None:
            detail.show_text("")
            detail.tell("", "")
            self._light([])
            return
        told = wording.consequence(draft, row)
        spots: Sequence[Spot] = ()
        if isinstance(row, Change) and row.can_be_taken:
            effect = Effect(self._session, row)
            spots, told = effect.spots, effect.problem or told
            if effect.changes:
                detail.show_changes(effect.changes)
            else:
                detail.show_text(f"{row.before} → {row.after}")
        elif isinstance(row, Change):
            detail.show_text(f"{row.before}\n→\n{row.after}")
        elif isinstance(row, Noted):
            detail.show_text(f"“{row.words}”\n\n{row.comment.text}")
            spots = rows.beside(self._session, row)
        else:
            detail.show_text(self._text_of(row))
        detail.tell(wording.authors(row), told)
        self._light(spots)

    def _light(self, spots: Sequence[Spot]) -> None:
        if not self.dock.isVisible():
            return
        if self._at_work_elsewhere or not spots:
            light_up(self._desk, self._session, spots)
        else:
            tags = dict.fromkeys(spot.language for spot in spots)
            show_spots(self._desk, self._session, list(tags), spots)

    def _go_to(self, row: Row | None) -> None:
        """Put the caret where a change is."""
        if isinstance(row, Change | Noted):
            tag = row.languages[0] if isinstance(row, Change) else row.language
            where = rows.place_of(row)
            if where in {place(block) for block in self._session.documents[tag].blocks}:
                self._desk.edit(tag, where)

    def _open(self) -> None:
        self.dock.show()
        self.dock.raise_()
        if not self._was_restored:
            self._was_restored = True
            QTimer.singleShot(0, self, self._widen)

    def _widen(self) -> None:
        self._window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)

    def _on_read(self, outcome: object) -> None:
        self._work = None
        problem = "" if isinstance(outcome, Returned) else failure_text(outcome)
        if isinstance(outcome, Returned):
            try:
                self.show(outcome)
            except MouError as error:
                problem = error_text(error)
        if self._back is None:
            self.dock.hide()
        if problem:
            self._prompts().error(problem)

    def _on_cancelled(self) -> None:
        if self._work is not None:
            self._work.finished.disconnect(self._on_read)
            self._work.cancel()
            self._work = None
            self.dock.hide()

    def _on_draft_changed(self) -> None:
        if self._back is not None and self.dock.isVisible():
            self._pause.start()

    def _on_visible(self, visible: bool) -> None:
        if not visible:
            self._desk.columns.light_up({}, None)
        elif self._back is not None:
            self._pause.start()

    def _forget(self) -> None:
        """Another draft was opened, or other files."""
        self._on_cancelled()
        self._back, self._comparison = None, Comparison((), ())
        self._taken.clear()
        self.dock.hide()


def _read(files: Sequence[Path], progress: Progress) -> Returned:
    """What the files hold. Raises `MouError`, and `Stopped` between two of them."""
    sources: list[Source] = []
    for number, file in enumerate(files):
        if not progress(number, len(files)):
            raise Stopped
        sources.append(reading.read_file(file))
    return returned.read_sources(sources)
