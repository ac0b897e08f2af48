"""The versions on the screen: which, in which order, how large, and as columns or as pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mou_desktop.gui.columns.header import Header
from mou_desktop.gui.columns.panel import POINTS, Columns
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.layout import Layout
from mou_desktop.render.assemble import render_all

if TYPE_CHECKING:
    from mou_desktop.gui.pages.view import PagesView

ZOOM = 1.15


class Desk(QWidget):
    """What the officer chose is remembered by the settings, and holds for every draft.

    Signals:
        field_chosen(str): the path of a field that was clicked in a version.
        arranged: other versions are shown than before, or in another way.
    """

    field_chosen = Signal(str)
    arranged = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._pages: PagesView | None = None
        self._printed: Callable[[], Draft] | None = None
        self.columns = Columns()
        self.columns.field_chosen.connect(self.field_chosen)
        self._listen(self.columns.header)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.columns)
        if settings.text_size:
            self.columns.zoom(settings.text_size)
        self.refresh()

    @property
    def languages(self) -> list[str]:
        """The versions on the screen, from left to right."""
        if self.alone:
            return [self.alone]
        hidden = self._settings.hidden_languages
        return [tag for tag in self._in_order() if tag not in hidden] or self._in_order()

    @property
    def alone(self) -> str:
        """The one version that the officer wants to see; empty when it is more."""
        tag = self._settings.language_alone
        return tag if tag in self._session.draft.values.languages else ""

    @property
    def as_pages(self) -> bool:
        """Whether the versions are shown as they print."""
        return self._pages is not None and self._pages.isVisibleTo(self)

    def refresh(self) -> None:
        """Show what the draft says."""
        review = self._session.draft.review
        self.columns.show_documents(self._session.documents, self.languages, review)
        if self._pages is not None and self.as_pages:
            documents, layout = self._to_print()
            self._pages.show_documents(documents, self.languages, layout)

    def on_screen(self) -> tuple[list[Document], Layout]:
        """The versions from left to right, as they print, with the layout of their pages."""
        documents, layout = self._session.documents, self._session.draft.layout
        if self.as_pages:
            documents, layout = self._to_print()
        return [documents[tag] for tag in self.languages], layout

    def print_instead(self, printed: Callable[[], Draft] | None) -> None:
        """Have the pages show what this gives, in place of the session's draft."""
        self._printed = printed
        self.refresh()

    def show_language(self, tag: str, shown: bool) -> None:
        """Show or hide a version; the last one stays."""
        on_screen = {*self.languages, tag} if shown else {*self.languages} - {tag}
        of_others = {*self._settings.hidden_languages} - {*self._in_order()}
        hidden = of_others | {*self._in_order()} - on_screen
        self._settings.hidden_languages = sorted(hidden)
        self._settings.language_alone = ""
        self._rearrange()

    def show_alone(self, tag: str) -> None:
        """Show one version alone; without one, or when it is alone already, the others again."""
        self._settings.language_alone = "" if tag == self.alone else tag
        self._rearrange()

    def move_language(self, tag: str, position: int) -> None:
        """Put a version in this place among those on the screen."""
        shown = [each for each in self.languages if each != tag]
        shown.insert(max(0, min(position, len(shown))), tag)
        others = [each for each in self._in_order() if each not in shown]
        self._settings.language_order = [*shown, *others]
        self._rearrange()

    def step_language(self, tag: str, step: int) -> None:
        """Move a version to the right (1) or to the left (-1)."""
        if tag in self.languages:
            self.move_language(tag, max(0, self.languages.index(tag) + step))

    def zoom(self, step: int) -> None:
        """Larger text (1), smaller (-1), or as at first (0)."""
        self.columns.zoom(self.columns.points * ZOOM**step if step else POINTS)
        self._settings.text_size = self.columns.points
        if self._pages is not None:
            self._pages.zoom(self.columns.points / POINTS)

    def show_pages(self, on: bool) -> None:
        """Show the versions as they print, or as columns."""
        if on == self.as_pages:
            return
        self._settings.as_pages = on
        if on and self._pages is None:
            self._pages = self._new_pages()
        assert self._pages is not None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.columns.setVisible(not on)
        self._pages.setVisible(on)
        if had_focus:
            (self._pages if on else self.columns).setFocus()
        self.refresh()
        self.arranged.emit()

    def set_active(self, path: str) -> None:
        """Light up a field wherever it stands, and bring the first place into view."""
        if self._pages is not None and self.as_pages:
            self._pages.set_active(path)
        else:
            self.columns.set_active(path)

    def edit(self, language: str, where: str) -> None:
        """Put the caret into a version's place; the version is shown for that."""
        self.show_pages(False)
        if self.alone and language != self.alone:
            self.show_alone("")
        if language not in self.languages:
            self.show_language(language, True)
        self.columns.edit(language, where)

    def add_bar(self, bar: QWidget) -> None:
        """Have a bar above the versions, however they are shown."""
        self._layout.insertWidget(0, bar)

    def _to_print(self) -> tuple[dict[str, Document], Layout]:
        """What the pages show."""
        draft = self._session.draft
        printed = draft if self._printed is None else self._printed()
        if printed is draft:
            return self._session.documents, draft.layout
        return render_all(printed), printed.layout

    def _in_order(self) -> list[str]:
        """The versions of the agreement, in the officer's order."""
        chosen, order = self._session.draft.values.languages, self._settings.language_order
        return [*(tag for tag in order if tag in chosen), *(t for t in chosen if t not in order)]

    def _rearrange(self) -> None:
        self.refresh()
        self.arranged.emit()

    def _new_pages(self) -> "PagesView":
        from mou_desktop.gui.pages.view import PagesView  # (the window opens sooner without)

        pages = PagesView(self)
        pages.zoom(self.columns.points / POINTS)
        pages.field_chosen.connect(self.field_chosen)
        self._listen(pages.header)
        self._layout.addWidget(pages)
        return pages

    def _listen(self, header: Header) -> None:
        header.moved.connect(self.move_language)
        header.alone_wanted.connect(self.show_alone)
        header.hidden.connect(lambda tag: self.show_language(tag, False))
