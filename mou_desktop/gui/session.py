"""The only state that changes: the present draft, where it is stored, and what can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from mou_desktop.check.completeness import facts, to_complete
from mou_desktop.errors import FieldError, MouError
from mou_desktop.gui.wording import N_, _, full_label, place_label
from mou_desktop.model import fields, final
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import VERSION, Finding
from mou_desktop.render import forms
from mou_desktop.render.changed import alternats_changed, render_changed, unshared
from mou_desktop.render.readings import Readings
from mou_desktop.store import drafts
from mou_desktop.store.origin import Access, Origin

if TYPE_CHECKING:
    from mou_desktop.store.recovery import State

RECOVERED = "recovered"
ARTICLES = "articles"
VERSIONS = "versions"
REPLACED = "replaced"
LAYOUT = "layout"
MENDED = "mended"
ACCEPTED = "accepted"
TAKEN = "taken"
DECLINED = "declined"
AMENDMENTS = "amendments"
_STEPS = {
    RECOVERED: N_("recovered changes"),
    ARTICLES: N_("change of the articles"),
    VERSIONS: N_("change of the versions"),
    LAYOUT: N_("change of the page setup"),
    REPLACED: N_("replacing of words"),
    MENDED: N_("mending of slips"),
    ACCEPTED: N_("acceptance of a finding"),
    TAKEN: N_("acceptance of changes"),
    DECLINED: N_("rejection of changes"),
    AMENDMENTS: N_("change of the amendments"),
}


class Session(QObject):
    """Holds one draft with its documents and findings. The documents are those of the originals of
    the party `first`; what is different in those of the others stands in `alternats`.

    Signals:
        draft_changed: a value changed, or was undone, or the versions of another party are shown;
            documents and findings are up to date.
        draft_replaced: another draft took the place of the present one.
        history_changed: there is something else to undo or redo.
        file_changed: the draft was saved, became unsaved, or has another file.
    """

    draft_changed = Signal()
    draft_replaced = Signal()
    history_changed = Signal()
    file_changed = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(_teller(self, "file_changed"))
        self.undo_stack.indexChanged.connect(_teller(self, "history_changed"))
        self._origin = Origin()
        self.saved_at: datetime | None = None
        self._run_of_typing = 0
        self._intact = True
        self.draft = draft
        self.documents: dict[str, Document] = {}
        self.alternats: dict[str, tuple[Document, ...]] = {}
        self._first = 0
        self._readings = Readings(facts)
        self._show(draft)

    @property
    def modified(self) -> bool:
        """Whether there is something that no file holds yet."""
        return not self.undo_stack.isClean()

    @property
    def file(self) -> Path | None:
        """The file that the draft belongs to; nothing when it was never saved."""
        return self._origin.file

    @property
    def read_only(self) -> bool:
        """Whether changes are refused, because somebody else has the draft open."""
        return self._origin.read_only

    @property
    def editable(self) -> bool:
        """Whether the draft can be changed: it is neither read-only nor final."""
        return not self.read_only and self.draft.final is None

    @property
    def altered(self) -> bool:
        """Whether a final draft is not what was marked as final."""
        return not self._intact

    @property
    def state(self) -> "State":
        """The draft with its file, as a recovery file keeps it."""
        from mou_desktop.store.recovery import State  # (the window opens sooner without)

        return State(self.draft, self._origin.file, self._origin.digest)

    @property
    def first(self) -> int:
        """The party in whose originals the versions stand as they are shown."""
        return self._first if self.draft.values.alternat else 0

    def show_originals_of(self, party: int) -> None:
        """Show the versions as in the originals of a party; nothing in the draft changes."""
        if party != self._first:
            self._first = party
            self._redraw(self.draft)

    def start(self, draft: Draft, *, unsaved: bool = False) -> None:
        """Work on another draft; what was there before is gone, with its undo history. An unsaved
        one is not given up unasked.
        """
        self._start(draft, Origin())
        if unsaved:
            self.undo_stack.resetClean()

    def open(self, file: Path, access: Access = Access.ALONE) -> None:
        """Work on the draft in a file. On `DraftError` or `StorageError` nothing has changed; it
        is a `LockedError` when somebody has the draft open.
        """
        self._start(*self._origin.open(file, access))

    def recover(self, state: "State") -> None:
        """Work on a draft that was not saved, as a change of its file. Raises `LockedError`."""
        origin = self._origin.claim(state.belongs_to, state.digest)
        saved = _saved(state)
        if saved and (saved.final or state.draft.final):
            saved = None  # (no undoing leads there)
        self._start(saved or state.draft, origin)
        if saved:
            self._push(RECOVERED, state.draft)
        if not self.modified:
            self.undo_stack.resetClean()

    def changed_on_disk(self, file: Path) -> bytes | None:
        """What the draft's own file holds, if somebody has changed it since it was opened or
        saved here. Raises `MouError`.
        """
        return self._origin.changed(file)

    def save(self, file: Path) -> None:
        """Write the draft to a file, which is the draft's from then on. Raises `StorageError`."""
        self._settle(self._origin.save(self.draft, file))
        self.saved_at = datetime.now().astimezone()
        self.end_typing()
        self.undo_stack.setClean()
        self.file_changed.emit()

    def close(self) -> None:
        """Let others open the draft's file."""
        self._settle(self._origin._replace(lock=None))

    def change(self, path: str, text: str) -> None:
        """Put a value into a field, as one step that can be undone. Typing on in the same field
        belongs to the same step until `end_typing`. Raises `FieldError`.
        """
        self._step(path, fields.change(self.draft, path, text))

    def apply(self, path: str, changed: Draft) -> None:
        """Go on with a changed draft, as one step; `path` says what was changed: a version's place
        («version.ru.validity»), `articles`, `versions`, `layout`, `amendments` or `replaced`.
        Typing on in one place is one step, too.
        """
        self._step(path, changed)

    def conclude(self, concluded: Draft) -> None:
        """Go on with the draft as it was marked as final, reopened or signed. Undoing does not
        lead back behind that. Raises `FieldError`.
        """
        self._require_access()
        with QSignalBlocker(self.undo_stack):  # (at no moment does the draft count as saved)
            self.undo_stack.clear()
            self.undo_stack.resetClean()
        self._redraw(concluded)
        self._intact = final.is_intact(self.draft)
        self.history_changed.emit()
        self.file_changed.emit()

    def turn(self, draft: Draft) -> None:
        """Go on with what became of the draft, in the same file: the protocol of an edited copy, or
        the edited copy of a protocol. Undoing does not lead back behind that. Raises `FieldError`.
        """
        self._require_access()
        final.require_open(self.draft)
        self._first = 0
        self._show(draft)
        with QSignalBlocker(self.undo_stack):  # (at no moment does the draft count as saved)
            self.undo_stack.clear()
            self.undo_stack.resetClean()
        self.draft_replaced.emit()
        self.history_changed.emit()
        self.file_changed.emit()

    def reset(self, path: str) -> None:
        """Let the grammar say a form («parties.0.name.ru#genitive») anew, as one step."""
        self.end_typing()
        self._step(path, forms.forget(self.draft, path))

    def undo_name(self) -> str:
        """The step that can be undone, in the screen's language; empty when there is none."""
        return self._step_name(self.undo_stack.undoText())

    def redo_name(self) -> str:
        """The step that can be done again, likewise."""
        return self._step_name(self.undo_stack.redoText())

    def end_typing(self) -> None:
        """What is typed next is a step of its own."""
        self._run_of_typing += 1

    def _step_name(self, path: str) -> str:
        if not path:
            return ""
        if path in _STEPS:
            return _(_STEPS[path])
        place = path.startswith(VERSION)
        label = place_label(self.draft, path) if place else full_label(path)
        return _("change of “{field}”").format(field=label)

    def _step(self, path: str, changed: Draft) -> None:
        self._require_access()
        final.require_open(self.draft)
        self._push(path, changed)

    def _require_access(self) -> None:
        if self.read_only:
            raise FieldError("the draft is open for reading only; save it under another name first")

    def _push(self, path: str, changed: Draft) -> None:
        if changed != self.draft:
            run = (path, self._run_of_typing)
            self.undo_stack.push(_Step(self.draft, changed, run, self._redraw))

    def _start(self, draft: Draft, origin: Origin) -> None:
        self._settle(origin)
        self.saved_at = None
        self._first = 0
        self._show(draft)
        self._intact = final.is_intact(draft)
        self.undo_stack.clear()
        self.draft_replaced.emit()
        self.file_changed.emit()

    def _settle(self, origin: Origin) -> None:
        self._origin.leave(origin)
        self._origin = origin

    def _redraw(self, draft: Draft) -> None:
        self._show(draft)
        self.draft_changed.emit()

    def _show(self, draft: Draft) -> None:
        before, before_elsewhere = self.documents, self.alternats
        self.documents = render_changed(draft, self.draft, before, self._first)
        self.alternats = alternats_changed(draft, self.documents, before, before_elsewhere)
        others = list(chain.from_iterable(self.alternats.values()))
        # What the grammar of this program would add to a final draft is not added.
        if not draft.final:
            then = chain(before.values(), *before_elsewhere.values())
            draft = forms.keep(draft, unshared([*self.documents.values(), *others], then))
        self.draft = draft
        self.findings: list[Finding] = to_complete(draft, self.documents, others, self._readings)


def _teller(session: Session, signal: str) -> Callable[..., None]:
    """Emits a signal of the session while that exists: an undo stack that is destroyed speaks up
    once more, and a method of a session that is gone already would crash the program.
    """
    alive = ref(session)

    def tell(*_state: object) -> None:
        present = alive()
        if present is not None and isValid(present):
            getattr(present, signal).emit()

    return tell


def _saved(state: "State") -> Draft | None:
    """What the file of an unsaved draft holds, if the two can stand in one history."""
    try:
        saved = drafts.load(state.belongs_to) if state.belongs_to else None
    except MouError:
        return None
    return saved if saved and saved.template == state.draft.template else None


class _Step(QUndoCommand):
    """One change of the draft, from `before` to `after`; its text is the path of the field."""

    def __init__(
        self, before: Draft, after: Draft, run: tuple[str, int], show: Callable[[Draft], None]
    ) -> None:
        super().__init__(run[0])
        self._before = before
        self.after = after
        self.run = run
        self._show = show

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.run != self.run:
            return False
        self.after = other.after
        self.setObsolete(replace(self.after, computed=self._before.computed) == self._before)
        return True

    def redo(self) -> None:
        self._show(self.after)

    def undo(self) -> None:
        self._show(self._before)
