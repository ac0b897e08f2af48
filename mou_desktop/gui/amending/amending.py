"""The commands that amend an agreement: begin, choose how, take back, write, change once more."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from mou_desktop.amend import edited_copy, taking_back
from mou_desktop.amend.amend import missing
from mou_desktop.amend.chain import Chain
from mou_desktop.amend.wording import formulas_of
from mou_desktop.errors import MouError
from mou_desktop.gui.amending.bar import AmendingBar
from mou_desktop.gui.amending.list import AmendmentsList
from mou_desktop.gui.amending.watch import Watch
from mou_desktop.gui.concluding import Concluding
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.files import Files
from mou_desktop.gui.session import AMENDMENTS, Session
from mou_desktop.gui.wording import _, error_text
from mou_desktop.languages import registry
from mou_desktop.model import texts
from mou_desktop.model.amendment import Amendment, Instrument, Technique
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import VERSION
from mou_desktop.qtdoc.amendment import Column

HEIGHT = 260


class Amending(QObject):
    """Shows the amendments in a part of the window of their own while an edited copy is open, and
    the protocol of them as the pages that will print.
    """

    def __init__(
        self,
        window: QMainWindow,
        beside: QDockWidget,
        session: Session,
        desk: Desk,
        files: Files,
        concluding: Callable[[], Concluding],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._desk, self._files = window, session, desk, files
        self._concluding = concluding
        self.watch = Watch(session)
        self.list = AmendmentsList()
        self.bar = AmendingBar(desk, session, self.watch)
        desk.add_bar(self.bar)
        self.dock = QDockWidget(window)
        self.dock.setObjectName("amendments_dock")
        self.dock.setWidget(self.list)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        window.splitDockWidget(beside, self.dock, Qt.Orientation.Vertical)
        if not window.restoreDockWidget(self.dock):
            window.resizeDocks([self.dock], [HEIGHT], Qt.Orientation.Vertical)
        self._connect()
        self.retranslate()
        self._on_replaced()

    def begin(self, protocols: Chain | None = None) -> None:
        """Amend the agreement on the screen, as its signed protocols have amended it: its edited
        copy takes its place. One that is not final yet is marked as final first.
        """
        signed = protocols.signed if protocols is not None else ()
        if self._session.draft.final is None and self._session.draft.amending is None:
            self._concluding().mark_final()
            if self._session.draft.final is None:
                return
        try:
            copy = edited_copy.begin(self._session.draft, signed)
        except MouError as error:
            self._files.prompts.error(error_text(error))
            return
        if self._files.may_leave():
            self._session.start(copy, unsaved=True)

    def write(self) -> None:
        """Make the edited copy the protocol or correction that is written of it."""
        copy = self._session.draft
        self.watch.finish()
        try:
            made = self.watch.written()
            self._session.turn(made)
        except MouError as error:
            self._files.prompts.error(error_text(error))
            return
        anew = edited_copy.worded_anew(copy, made)
        if anew:
            names = ", ".join(registry.language(tag).endonym for tag in anew)
            told = _(
                "You had worded the amendments by hand ({languages}). They are others now and"
                " are worded anew; look at them."
            )
            self._files.prompts.error(told.format(languages=names))

    def change(self) -> None:
        """Go back from a protocol to the edited copy of which it was written."""
        try:
            self._session.turn(edited_copy.reopened(self._session.draft))
        except MouError as error:
            self._files.prompts.error(error_text(error))

    def retranslate(self) -> None:
        self.dock.setWindowTitle(_("Amendments"))

    def _connect(self) -> None:
        self.watch.changed.connect(self._on_amendments)
        self.list.chosen.connect(self._show_detail)
        self.list.show_wanted.connect(self._show_place)
        self.list.place_wanted.connect(self._write_at)
        self.list.way_chosen.connect(self._choose_way)
        self.list.take_back_wanted.connect(self._take_back)
        self.list.instrument_chosen.connect(self._write_as)
        self.list.renumber_chosen.connect(self._renumber)
        self.bar.write_wanted.connect(self.write)
        self.bar.change_wanted.connect(self.change)
        self.bar.pages_wanted.connect(self._desk.show_pages)
        self.bar.correction_wanted.connect(lambda: self._write_as(Instrument.CORRECTION))
        self._desk.arranged.connect(self._on_arranged)
        self._desk.columns.entered.connect(lambda _tag, place: self.list.choose_place(place))
        self._session.draft_replaced.connect(self._on_replaced)
        self._session.file_changed.connect(self._show_choices)

    def _on_replaced(self) -> None:
        """Another draft is on the screen."""
        on = self._session.draft.amending is not None
        self.dock.setVisible(on)
        self.dock.toggleViewAction().setVisible(on)
        self._desk.print_instead(self._printed if on else None)
        if on:
            self.watch.finish()

    def _on_amendments(self) -> None:
        draft, watch = self._session.draft, self.watch
        problem = error_text(watch.problem) if watch.problem is not None else ""
        lacking = [", ".join(self._lacking(each)) for each in watch.amendments]
        self._show_choices()
        self.list.show_amendments(watch.amendments, lacking, problem)
        if self._desk.as_pages and draft.amending is not None:
            self._desk.refresh()

    def _lacking(self, amendment: Amendment) -> tuple[str, ...]:
        """The versions in which something is still to be written; a correction needs none."""
        amending = self._session.draft.amending
        if amending is None or amending.instrument is Instrument.CORRECTION:
            return ()
        return missing(amendment, self._session.draft)

    def _show_choices(self) -> None:
        amending = self._session.draft.amending
        if amending is not None:
            renumber, editable = amending.choices.renumber, self._session.editable
            self.list.show_choices(amending.instrument, renumber=renumber, editable=editable)

    def _show_detail(self, amendment: Amendment | None) -> None:
        draft, editable = self._session.draft, self._session.editable
        if amendment is None or draft.amending is None:
            self.list.show_detail((), (), None, there=False, editable=False)
            return
        columns = [self._column(amendment, tag) for tag in self._desk.languages]
        self.list.show_detail(
            columns,
            edited_copy.ways(draft, amendment),
            edited_copy.chosen(draft, amendment),
            there=amendment.place in texts.places(draft),
            editable=editable,
        )

    def _column(self, amendment: Amendment, tag: str) -> Column:
        draft, language = self._session.draft, registry.language(tag)
        assert draft.amending is not None
        words = amendment.wordings.get(tag)
        formulas = formulas_of(draft.amending.instrument, amendment, tag, draft.values.languages)
        unsure = any(formula.to_confirm for formula in formulas)
        lacks = tag in self._lacking(amendment)
        pairs = words.forms if words is not None else ()
        was, becomes = (words.was, words.becomes) if words is not None else ((), ())
        if amendment.technique is Technique.INSERT:
            was = ()
        return Column(
            language.endonym,
            [before for before, _after in pairs] or was,
            [after for _before, after in pairs] or becomes,
            [line for formula in formulas for line in (formula.text, *formula.quoted)],
            _("A lawyer has still to confirm this wording.") if unsure else "",
            _("To write: nothing corresponds here yet") if lacks else "",
            f"{VERSION}{tag}.{amendment.place}",
        )

    def _show_place(self, amendment: Amendment) -> None:
        if amendment.place in texts.places(self._session.draft):
            tags = [tag for tag in self._desk.languages if tag in amendment.wordings]
            tag = next(iter(tags or amendment.wordings))
            self._desk.edit(tag, amendment.place)

    def _write_at(self, path: str) -> None:
        """Put the caret where something is to be written; an article may have to come back."""
        _version, tag, place = path.split(".", 2)
        if place in texts.places(self._session.draft):
            self._desk.edit(tag, place)

    def _choose_way(self, amendment: Amendment, way: Technique | None) -> None:
        self._change(lambda draft: edited_copy.choose_way(draft, amendment, way))

    def _take_back(self, amendment: Amendment) -> None:
        self.watch.finish()
        if amendment in self.watch.amendments:
            base = self.watch.base_documents()
            self._change(lambda draft: taking_back.without(draft, amendment, base))

    def _write_as(self, instrument: Instrument) -> None:
        self._change(lambda draft: edited_copy.as_instrument(draft, instrument))

    def _renumber(self, on: bool) -> None:
        def chosen(draft: Draft) -> Draft:
            assert draft.amending is not None
            return edited_copy.choose(draft, replace(draft.amending.choices, renumber=on))

        self._change(chosen)

    def _change(self, change: Callable[[Draft], Draft]) -> None:
        session = self._session
        session.end_typing()
        try:
            session.apply(AMENDMENTS, change(session.draft))
        except MouError as error:
            self._files.prompts.error(error_text(error))
        session.end_typing()
        self.watch.finish()
        self._show_choices()

    def _printed(self) -> Draft:
        """What will print: the protocol, as soon as there is one to write."""
        try:
            return self.watch.written()
        except MouError:
            return self._session.draft

    def _on_arranged(self) -> None:
        self.bar.show_pages(self._desk.as_pages)
        self._show_detail(self.list.current())
