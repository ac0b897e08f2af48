"""The main window: wires session, form, columns and findings together."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QSplitter, QWidget

from mou_desktop.gui.agreement import Agreement
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.autosave import Autosave
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.dialogs.opening import Dialogs
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.findings.panel import FindingsPanel
from mou_desktop.gui.form.panel import FormPanel
from mou_desktop.gui.later_parts import LaterParts
from mou_desktop.gui.menus import Menus
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.start.start import Start
from mou_desktop.gui.status import Status
from mou_desktop.gui.wording import Translators, _
from mou_desktop.model.finding import AMENDING, VERSION

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.store.own_templates import OwnTemplate

USUAL_SIZE = 1360, 860
FORM_WIDTH = 360
MESSAGE_TIME = 5000


class MainWindow(LaterParts):
    """One draft: the form on the left, its versions on the right, what is open below.

    Signals:
        first_painted: all that can be seen at first is on the screen.
    """

    first_painted = Signal()

    def __init__(self, session: Session, settings: Settings, translators: Translators) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._translators = translators
        self._has_picture = False
        self._had_dock = True
        self._has_standing = False
        self._of_draft: tuple[tuple[str, ...], bool, int] | None = None
        self.files = Files(session, settings, Prompts(self))
        self.autosave = Autosave(session, settings)
        self.form = FormPanel(session)
        self.desk = Desk(session, settings)
        self.columns = self.desk.columns
        self.findings = FindingsPanel(session)
        self.checking = Checking(session)
        self.agreement = Agreement(session, self.columns, lambda: self.files.prompts)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.form)
        self._splitter.addWidget(self.desk)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([FORM_WIDTH, 4 * FORM_WIDTH])
        self.setCentralWidget(self._splitter)
        self.start = Start(self, session, self.files, settings)
        self.status = Status(self, session, self.files, self.checking, self.start)
        self.dialogs = Dialogs(self, session, settings, self.files, self.checking)
        self._dock = QDockWidget()
        self._dock.setObjectName("findings_dock")
        self._dock.setWidget(self.findings)
        self._dock.setTitleBarWidget(QWidget())
        self._dock.setAllowedAreas(
            Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea
        )
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
        self.menus = Menus(self, self)
        self._connect()
        self._show_versions()
        self._show_standing()
        self._retranslate()
        self._restore_layout()

    def show_checks(self, on: bool) -> None:
        """Show what the checks find, or put it away."""
        if on:
            self.checks.open()
        elif self.has_built("checks"):
            self.checks.dock.hide()

    def find_words(self, *, replacing: bool) -> None:
        """Look for words in the versions."""
        self.desk.show_pages(False)
        self.search.open(replacing=replacing)

    def find_next(self, step: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        self.desk.show_pages(False)
        self.search.step(step)

    def show_only_open(self, on: bool) -> None:
        """Leave out of the columns what is not to be written or reviewed."""
        if on:
            self.desk.show_pages(False)
        self._review.show_only_open(on)

    def go_to_open_text(self) -> None:
        """Put the caret into the next text that is to be written or reviewed."""
        path = self.agreement.next_open()
        if path:
            self._go_to(path)
            self._review.refresh()
        else:
            self.statusBar().showMessage(_("Nothing is left to review."), MESSAGE_TIME)

    def use_screen_language(self, tag: str) -> None:
        """Show the window in another language, at once."""
        self._settings.screen_language = tag
        self._translators.use(tag)

    def amend(self) -> None:
        """Begin a protocol that amends the agreement on the screen."""
        self.in_force.amend()

    def show_text_in_force(self) -> None:
        """Show the memorandum's protocols and corrections, and the text that comes of them."""
        self.in_force.show()

    def import_files(self) -> None:
        """Make a draft of files that the officer chooses."""
        self.importing.ask()

    def compare_returned(self) -> None:
        """Compare the draft with files that came back edited."""
        self.returning.ask()

    def show_start_page(self) -> None:
        """Show recent drafts and templates in place of the draft."""
        self.start.show()

    def own_templates(self) -> list["OwnTemplate"]:
        """The officer's own templates, broken ones included."""
        from mou_desktop.store import own_templates  # (the same)

        return own_templates.listed(self._settings.own_templates)

    def recent_files(self) -> list[Path]:
        return self._settings.recent_files

    def panels(self) -> list[tuple[QAction, str]]:
        """The actions that show and hide the parts of the window, with their names."""
        return [(self._dock.toggleViewAction(), _("To complete"))]

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self.autosave.finish()
        self.session.close()
        self.start.leave()
        self._settings.store_layout("geometry", self.saveGeometry())
        self._settings.store_layout("state", self.saveState())
        self._settings.store_layout("splitter", self._splitter.saveState())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_picture:
            self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the window for the first time, and only then build what lies below the fold."""
        if event.type() is not QEvent.Type.Expose or self._has_picture:
            return super().eventFilter(watched, event)
        self._has_picture = True
        watched.removeEventFilter(self)
        # The form's inputs know their height only after the first layout: let it settle.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.sendEvent(watched, event)
        self.first_painted.emit()
        self._take_drops()
        self._complete()
        self.desk.show_pages(self._settings.as_pages)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take_drops(self) -> None:
        from mou_desktop.gui.dropping import Dropping  # (the window opens sooner without)

        Dropping(self, self.files.open, self._on_foreign_files)

    def _on_foreign_files(self, files: list[Path]) -> None:
        """Foreign files were dragged into the window: over a draft they may be that one, edited."""
        answer = Answer.IMPORT
        if not self.start.shown:
            answer = self.files.prompts.dropped_files([file.name for file in files])
        if answer is Answer.COMPARE:
            self.returning.read(files)
        elif answer is Answer.IMPORT:
            self.importing.read(files)

    def _complete(self) -> None:
        if self.start.shown:
            self.start.look()
            return
        self.form.complete()
        self.columns.complete()
        self._chain_focus()
        self._show_checks_again(on=True)

    def _offer_recovery(self) -> None:
        from mou_desktop.store import recovery  # (the window opens sooner without)

        if not recovery.left_behind(self._settings.recovery_folder):
            return
        from mou_desktop.gui.recovering import Recovering  # (seldom needed)

        Recovering(self.session, self.files, self.autosave, self._settings).offer()

    def _chain_focus(self) -> None:
        """Tab goes down the form, then through the versions. Qt would go through the widgets as
        they were built.
        """
        for before, after in pairwise([*self.form.stops(), *self.columns.stops()]):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        session = self.session
        session.draft_changed.connect(self._show_versions)
        session.draft_replaced.connect(self._show_versions)
        session.file_changed.connect(self.status.show)
        session.file_changed.connect(self.form.show_access)
        session.file_changed.connect(self._show_standing)
        self.autosave.failed.connect(self.status.show_unsecured)
        self.start.changed.connect(self._on_start_page)
        self.start.import_wanted.connect(self.import_files)
        queued = Qt.ConnectionType.QueuedConnection
        self.first_painted.connect(self._offer_recovery, queued)
        self.checking.changed.connect(self.status.show)
        self.desk.field_chosen.connect(self.form.focus)
        self.desk.arranged.connect(self._show_arrangement)
        self.findings.finding_chosen.connect(self._go_to)
        self.form.field_entered.connect(self.desk.set_active)
        self.form.grown.connect(self._chain_focus)

    def _go_to(self, path: str) -> None:
        """Put the cursor where a finding can be mended: in the form, or in a version's text."""
        if path == AMENDING:
            self.amending.dock.show()
            self.amending.list.tree.setFocus()
        elif path.startswith(VERSION):
            _version, language, place = path.split(".", 2)
            self.desk.edit(language, place)
        else:
            self.form.focus(path)

    def _on_start_page(self) -> None:
        """Make room for the start page, or show again what is around the draft."""
        shown = self.start.shown
        if shown:
            self._had_dock = self._dock.isVisibleTo(self)
        self._dock.setVisible(self._had_dock and not shown)
        self._dock.toggleViewAction().setEnabled(not shown)
        self._show_checks_again(on=not shown)
        if self.has_built("returning"):
            self.returning.set_aside(aside=shown)
        self.menus.offer_draft(not shown)
        self.status.show()
        if not shown and self._has_picture:
            self._complete()

    def _show_checks_again(self, *, on: bool) -> None:
        """The list of findings as the officer left it; none beside the start page."""
        if on and self._settings.shows_checks and self._has_picture:
            self.menus.checks.setChecked(True)
        elif not on and self.has_built("checks"):
            with QSignalBlocker(self.checks.dock):
                self.checks.dock.hide()

    def _show_versions(self) -> None:
        self.desk.refresh()
        values = self.session.draft.values
        of_draft = (values.languages, values.alternat, len(values.parties))
        if of_draft != self._of_draft:
            self._of_draft = of_draft
            self._show_arrangement()
        self.status.show()

    def _show_arrangement(self) -> None:
        self.menus.show_arrangement(self.session.draft.values.languages)

    def _show_standing(self) -> None:
        """Say above the versions that the draft is final, or amends, and offer what can be done."""
        draft = self.session.draft
        self.menus.show_standing()
        if not self.has_built("amending") and (draft.amending or draft.protocol):
            _built = self.amending
        if self.session.draft.final is not None and not self._has_standing:
            from mou_desktop.gui.standing_bar import StandingBar  # (seldom needed)

            self._has_standing = True
            bar = StandingBar(self.desk, self.session, self.concluding)
            bar.amend_wanted.connect(self.amend)
            self.desk.add_bar(bar)

    def _retranslate(self) -> None:
        self._dock.setWindowTitle(_("To complete"))
        self.menus.retranslate()
        if self.has_built("checks"):
            self.checks.retranslate()
        if self.has_built("amending"):
            self.amending.retranslate()
        self.status.show()

    def _restore_layout(self) -> None:
        self.resize(QSize(*USUAL_SIZE).boundedTo(self.screen().availableSize()))
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("state", self.restoreState),
            ("splitter", self._splitter.restoreState),
        ):
            stored: QByteArray = self._settings.layout(name)
            if not stored.isEmpty():
                restore(stored)
