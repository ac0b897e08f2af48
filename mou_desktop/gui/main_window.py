"""The main window: wires session, form, columns and findings together."""

from functools import cached_property
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
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSplitter, QWidget

from mou_desktop.errors import MouError
from mou_desktop.gui.agreement import Agreement
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.autosave import Autosave
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.findings.panel import FindingsPanel
from mou_desktop.gui.form.panel import FormPanel
from mou_desktop.gui.menus import Menus
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.start.start import Start
from mou_desktop.gui.wording import Translators, _, error_text, ngettext, party_label
from mou_desktop.model.finding import AMENDING, VERSION, Code

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.gui.amending.amending import Amending
    from mou_desktop.gui.concluding import Concluding
    from mou_desktop.gui.dialogs.guide import GuideWindow
    from mou_desktop.gui.findings.checks import Checks
    from mou_desktop.gui.importing import Importing
    from mou_desktop.gui.in_force.text_in_force import TextInForce
    from mou_desktop.gui.printing import Printing
    from mou_desktop.gui.returned.returning import Returning
    from mou_desktop.gui.review import Review
    from mou_desktop.gui.search.search import Search
    from mou_desktop.store.own_templates import OwnTemplate

USUAL_SIZE = 1360, 860
FORM_WIDTH = 360
MESSAGE_TIME = 5000
# What the texts with an amber bar are counted by.
MARKED = (Code.WORDING_MISSING, Code.WORDING_REVIEW)


class MainWindow(QMainWindow):
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
        self._has_standing = self._has_amending = False
        self._of_draft: tuple[tuple[str, ...], bool, int] | None = None
        self._unsecured: MouError | None = None
        self._guide: GuideWindow | None = None
        self.files = Files(session, settings, Prompts(self))
        self.autosave = Autosave(session, settings)
        self.form = FormPanel(session)
        self.desk = Desk(session, settings)
        self.columns = self.desk.columns
        self.findings = FindingsPanel(session)
        self.checking = Checking(session)
        self._has_checks = False
        self._has_returned = False
        self.agreement = Agreement(session, self.columns, lambda: self.files.prompts)
        self._status = QLabel()
        self.statusBar().addWidget(self._status, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.form)
        self._splitter.addWidget(self.desk)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([FORM_WIDTH, 4 * FORM_WIDTH])
        self.setCentralWidget(self._splitter)
        self.start = Start(self, session, self.files, settings)
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

    @cached_property
    def search(self) -> "Search":
        """Finds and replaces in the versions."""
        from mou_desktop.gui.search.search import Search  # (the window opens sooner without)

        return Search(self.session, self.columns, lambda: self.files.prompts)

    @cached_property
    def checks(self) -> "Checks":
        """Lists what the checks find."""
        from mou_desktop.gui.findings.checks import Checks  # (the same)

        self._has_checks = True
        checks = Checks(
            self,
            self._dock,
            self.session,
            self.desk,
            self.checking,
            self._settings,
            lambda: self.files.prompts,
        )
        checks.dock.visibilityChanged.connect(self._on_checks_visible)
        return checks

    @cached_property
    def printing(self) -> "Printing":
        """Prints the versions on the screen."""
        from mou_desktop.gui.printing import Printing  # (the same)

        return Printing(self, self.desk.on_screen, lambda: self.files.prompts)

    @cached_property
    def concluding(self) -> "Concluding":
        """Leads the draft to its signature."""
        from mou_desktop.gui.concluding import Concluding  # (the same)

        return Concluding(self, self.session, self.checking, self.files)

    @cached_property
    def amending(self) -> "Amending":
        """Makes protocols and corrections of changes."""
        from mou_desktop.gui.amending.amending import Amending  # (the same)

        amending = Amending(
            self, self._dock, self.session, self.desk, self.files, lambda: self.concluding
        )
        self._has_amending = True
        self.menus.offer_panel(amending.dock.toggleViewAction())
        return amending

    @cached_property
    def in_force(self) -> "TextInForce":
        """Shows what amends the memorandum, and the text in force."""
        from mou_desktop.gui.in_force.text_in_force import TextInForce  # (the same)

        return TextInForce(
            self,
            self.session,
            self.files,
            self._settings,
            lambda protocols: self.amending.begin(protocols),
        )

    @cached_property
    def importing(self) -> "Importing":
        """Makes drafts of foreign files."""
        from mou_desktop.gui.importing import Importing  # (the same)

        return Importing(self, self.session, self.files, self._settings)

    @cached_property
    def returning(self) -> "Returning":
        """Takes changes of returned files in."""
        from mou_desktop.gui.returned.returning import Returning  # (the same)

        self._has_returned = True
        return Returning(self, self.session, self.desk, self._settings, lambda: self.files.prompts)

    @cached_property
    def _review(self) -> "Review":
        from mou_desktop.gui.review import Review  # (the same)

        review = Review(self.session, self.columns)
        review.everything_wanted.connect(self.menus.show_everything)
        return review

    def show_checks(self, on: bool) -> None:
        """Show what the checks find, or put it away."""
        if on:
            self.checks.open()
        elif self._has_checks:
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

    def export(self) -> None:
        """Write the Word files, after asking which and where to."""
        from mou_desktop.gui.dialogs.export import ExportDialog  # (the window opens sooner without)

        ExportDialog(self.session, self._settings, self.files.prompts, self).exec()

    def make_signing_set(self) -> None:
        """Write every original with a manifest, after asking where to."""
        from mou_desktop.gui.dialogs.signing_set import SigningSetDialog  # (the same)

        self.checking.finish()
        found, prompts = self.checking.findings, self.files.prompts
        SigningSetDialog(self.session, found, self._settings, prompts, self).exec()

    def verify_signing_set(self) -> None:
        """Compare a signing set with its manifest, after asking for its folder."""
        from mou_desktop.gui.dialogs.verdict import VerdictDialog  # (the same)

        folder = self.files.prompts.signing_set(self._settings.last_folder)
        if folder is not None:
            VerdictDialog(folder, self).exec()

    def save_as_template(self) -> None:
        """Make an own template of the draft, if there is nothing left to write in it."""
        from mou_desktop.gui.dialogs.template import TemplateDialog  # (the same)
        from mou_desktop.model.own_template import require_complete

        try:
            require_complete(self.session.draft)
        except MouError as error:
            self.files.prompts.error(error_text(error))
        else:
            TemplateDialog(self.session, self._settings, self.files.prompts, self).exec()

    def page_setup(self) -> None:
        """Say how the pages of the Word files look."""
        from mou_desktop.gui.dialogs.page_setup import PageSetupDialog  # (the same)

        PageSetupDialog(self.session, self.files.prompts, self).exec()

    def show_start_page(self) -> None:
        """Show recent drafts and templates in place of the draft."""
        self.start.show()

    def own_templates(self) -> list["OwnTemplate"]:
        """The officer's own templates, broken ones included."""
        from mou_desktop.store import own_templates  # (the same)

        return own_templates.listed(self._settings.own_templates)

    def show_versions(self) -> None:
        """Compare kept versions with one another and with the present draft."""
        from mou_desktop.gui.dialogs.versions import VersionsDialog  # (the same)

        VersionsDialog(self.session, self._settings, self.files.prompts, self).exec()

    def guide(self) -> None:
        """Show how the program is used, beside the window."""
        from mou_desktop.gui.dialogs.guide import GuideWindow  # (the same)

        if self._guide is None:
            self._guide = GuideWindow(self)
        self._guide.bring_up()

    def about(self) -> None:
        """Say what the program is."""
        from mou_desktop.gui.dialogs.about import AboutBox  # (the same)

        AboutBox(self).exec()

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
        session.file_changed.connect(self._show_status)
        session.file_changed.connect(self.form.show_access)
        session.file_changed.connect(self._show_standing)
        self.autosave.failed.connect(self._on_unsecured)
        self.start.changed.connect(self._on_start_page)
        self.start.import_wanted.connect(self.import_files)
        queued = Qt.ConnectionType.QueuedConnection
        self.first_painted.connect(self._offer_recovery, queued)
        self.checking.changed.connect(self._show_status)
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
        if self._has_returned:
            self.returning.set_aside(aside=shown)
        self.menus.offer_draft(not shown)
        self._show_status()
        if not shown and self._has_picture:
            self._complete()

    def _show_checks_again(self, *, on: bool) -> None:
        """The list of findings as the officer left it; none beside the start page."""
        if on and self._settings.shows_checks and self._has_picture:
            self.menus.checks.setChecked(True)
        elif not on and self._has_checks:
            with QSignalBlocker(self.checks.dock):
                self.checks.dock.hide()

    def _on_checks_visible(self, visible: bool) -> None:
        if not self.start.shown and not self.isMinimized():
            on = not self.checks.dock.isHidden()
            self._settings.shows_checks = on
            with QSignalBlocker(self.menus.checks):
                self.menus.checks.setChecked(on)

    def _show_versions(self) -> None:
        self.desk.refresh()
        values = self.session.draft.values
        of_draft = (values.languages, values.alternat, len(values.parties))
        if of_draft != self._of_draft:
            self._of_draft = of_draft
            self._show_arrangement()
        self._show_status()

    def _show_arrangement(self) -> None:
        self.menus.show_arrangement(self.session.draft.values.languages)

    def _show_status(self) -> None:
        names = [f"{self.files.name}[*]", _("MOU Desktop")]
        if self.session.draft.final is not None:
            names.insert(1, _("final"))
        if self.session.read_only:
            names.insert(1, _("read-only"))
        if self.start.shown:
            names = [_("Start page") + "[*]", _("MOU Desktop")]
        self.setWindowTitle(" — ".join(names))
        self.setWindowModified(self.session.modified)
        count = len(self.session.findings)
        parts = [self._saved_text(), *self._standing_texts()]
        if count:
            told = ngettext("{count} to complete", "{count} to complete", count)
            parts.append(told.format(count=count))
        unsure = sum(finding.code is Code.FORM_UNSURE for finding in self.session.findings)
        if unsure:
            told = ngettext("{count} form to confirm", "{count} forms to confirm", unsure)
            parts.append(told.format(count=unsure))
        marked = sum(finding.code in MARKED for finding in self.session.findings)
        if marked:
            told = ngettext("{count} text to review", "{count} texts to review", marked)
            parts.append(told.format(count=marked))
        if self.session.first:
            told = _("as in the originals of {party}")
            parts.append(told.format(party=party_label(self.session.first)))
        found = len(self.checking.open_ones)
        if found:
            parts.append(ngettext("{count} finding", "{count} findings", found).format(count=found))
        self._status.setText("" if self.start.shown else "  ·  ".join(parts))

    def _show_standing(self) -> None:
        """Say above the versions that the draft is final, or amends, and offer what can be done."""
        draft = self.session.draft
        self.menus.show_standing()
        if not self._has_amending and (draft.amending or draft.protocol):
            _built = self.amending
        if self.session.draft.final is not None and not self._has_standing:
            from mou_desktop.gui.standing_bar import StandingBar  # (seldom needed)

            self._has_standing = True
            bar = StandingBar(self.desk, self.session, self.concluding)
            bar.amend_wanted.connect(self.amend)
            self.desk.add_bar(bar)

    def _on_unsecured(self, error: MouError | None) -> None:
        self._unsecured = error
        self._show_status()

    def _saved_text(self) -> str:
        if self.session.read_only:
            return _("read-only")
        if self.session.modified:
            if self._unsecured is not None:
                problem = error_text(self._unsecured)
                return _("unsaved changes, not secured: {problem}").format(problem=problem)
            return _("unsaved changes")
        if self.session.saved_at:
            return _("saved {time}").format(time=f"{self.session.saved_at:%H:%M}")
        return _("no changes")

    def _standing_texts(self) -> list[str]:
        if self.session.altered:
            return [_("final, but changed since")]
        if self.session.draft.signature is not None:
            return [_("signed")]
        return [_("final")] if self.session.draft.final is not None else []

    def _retranslate(self) -> None:
        self._dock.setWindowTitle(_("To complete"))
        self.menus.retranslate()
        if self._has_checks:
            self.checks.retranslate()
        if self._has_amending:
            self.amending.retranslate()
        self._show_status()

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
