"""Shows the start page in place of the draft, and does what is chosen there.

What only the page needs is made or loaded when that is first shown.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from mou_desktop.errors import MouError
from mou_desktop.gui.files import Files
from mou_desktop.gui.own_templates import own_template_name
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import error_text

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.gui.start.page import StartPage
    from mou_desktop.store.glances import Glance, Glances
    from mou_desktop.store.own_templates import OwnTemplate


class Start(QObject):
    """Looks into recent files once the page is on the screen.

    Signals:
        changed: the start page has come or gone.
        import_wanted: a draft is to be made of foreign files.
    """

    changed = Signal()
    import_wanted = Signal()
    _told = Signal(object)

    def __init__(
        self, window: QMainWindow, session: Session, files: Files, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._files = window, session, files
        self._settings = settings
        self._has_draft = True
        self._page: StartPage | None = None
        self._stack: QtWidgets.QStackedWidget | None = None
        self._glances: Glances | None = None
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        session.draft_replaced.connect(self.leave)
        files.recent_changed.connect(self._refresh)

    @property
    def shown(self) -> bool:
        """Whether the page is there in place of the draft."""
        return self._stack is not None and self._stack.currentWidget() is self._page

    def show_first(self) -> None:
        """Show the page when the program starts: there is no draft to go back to."""
        self._has_draft = False
        self.show()

    def show(self) -> None:
        """Show the page."""
        page = self._page = self._page or self._build()
        stack = self._stack = self._stack or self._make_room(page)
        self._describe(page)
        stack.setCurrentWidget(page)
        self.changed.emit()

    def leave(self) -> None:
        """Show the draft again."""
        self._has_draft = True
        if self._stack is not None and self.shown:
            self._stack.setCurrentIndex(0)
            self.changed.emit()

    def look(self) -> None:
        """Begin to look into the recent files, now that the page is on the screen."""
        if not self.shown:
            return
        from mou_desktop.store.glances import Glances

        self._glances = self._glances or Glances(self._tell)
        self._glances.look(self._settings.recent_files)

    def _build(self) -> "StartPage":
        from mou_desktop.gui.start.page import StartPage

        page = StartPage()
        page.at_start.setChecked(self._settings.starts_with_page)
        page.at_start.toggled.connect(self._on_at_start)
        page.file_chosen.connect(self._on_file)
        page.template_chosen.connect(self._files.new_of)
        page.example_chosen.connect(self._files.new_example)
        page.removal_wanted.connect(self._files.forget)
        page.deletion_wanted.connect(self._on_delete)
        page.open_wanted.connect(lambda: self._files.open())
        page.import_wanted.connect(self.import_wanted)
        page.back_wanted.connect(self.leave)
        return page

    def _make_room(self, page: "StartPage") -> "QtWidgets.QStackedWidget":
        """Put the page behind what the window shows."""
        stack = QtWidgets.QStackedWidget()
        draft = self._window.takeCentralWidget()
        assert draft is not None
        stack.addWidget(draft)
        stack.addWidget(page)
        self._window.setCentralWidget(stack)
        stack.show()  # (a layout would do so later)
        return stack

    def _refresh(self) -> None:
        if self._page is not None and self.shown:
            self._describe(self._page)

    def _describe(self, page: "StartPage") -> None:
        from mou_desktop.store import own_templates

        own = own_templates.listed(self._settings.own_templates)
        draft = self._files.name if self._has_draft else ""
        page.show_state(self._settings.recent_files, own, draft)
        if self._window.isVisible():
            QTimer.singleShot(0, self, self.look)

    def _on_at_start(self, shown: bool) -> None:
        self._settings.starts_with_page = shown

    def _on_file(self, file: Path) -> None:
        if file == self._session.file:
            self.leave()
        else:
            self._files.open(file)

    def _on_delete(self, own: "OwnTemplate") -> None:
        from mou_desktop.store import own_templates

        if not self._files.prompts.delete_template(own_template_name(own)):
            return
        try:
            own_templates.delete(own.folder)
        except MouError as error:
            self._files.prompts.error(error_text(error))
        self._refresh()

    def _on_told(self, glance: "Glance") -> None:
        if self._page is not None:
            self._page.show_glance(glance)

    def _tell(self, glance: "Glance") -> None:
        with suppress(RuntimeError):  # (the window may be gone already)
            self._told.emit(glance)
