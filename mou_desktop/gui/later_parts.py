"""What the window builds when it is first needed, so that it opens sooner."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDockWidget, QMainWindow

from mou_desktop.gui.agreement import Agreement
from mou_desktop.gui.columns.panel import Columns
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.files import Files
from mou_desktop.gui.findings.checking import Checking
from mou_desktop.gui.menus import Menus
from mou_desktop.gui.session import Session
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.start.start import Start

if TYPE_CHECKING:
    from mou_desktop.gui.amending.amending import Amending
    from mou_desktop.gui.concluding import Concluding
    from mou_desktop.gui.findings.checks import Checks
    from mou_desktop.gui.importing import Importing
    from mou_desktop.gui.in_force.text_in_force import TextInForce
    from mou_desktop.gui.printing import Printing
    from mou_desktop.gui.returned.returning import Returning
    from mou_desktop.gui.review import Review
    from mou_desktop.gui.search.search import Search


class LaterParts(QMainWindow):
    """The main window is one of these: it builds what is seen at first, this the rest."""

    session: Session
    agreement: Agreement
    files: Files
    desk: Desk
    columns: Columns
    checking: Checking
    start: Start
    menus: Menus
    _settings: Settings
    _dock: QDockWidget

    def has_built(self, name: str) -> bool:
        """Whether a part has been needed already."""
        return name in vars(self)

    @cached_property
    def search(self) -> "Search":
        """Finds and replaces in the versions."""
        from mou_desktop.gui.search.search import Search  # (the window opens sooner without)

        return Search(self.session, self.columns, lambda: self.files.prompts)

    @cached_property
    def checks(self) -> "Checks":
        """Lists what the checks find."""
        from mou_desktop.gui.findings.checks import Checks  # (the same)

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

        return Returning(self, self.session, self.desk, self._settings, lambda: self.files.prompts)

    @cached_property
    def _review(self) -> "Review":
        from mou_desktop.gui.review import Review  # (the same)

        review = Review(self.session, self.columns)
        review.everything_wanted.connect(self.menus.show_everything)
        return review

    def _on_checks_visible(self, visible: bool) -> None:
        if not self.start.shown and not self.isMinimized():
            on = not self.checks.dock.isHidden()
            self._settings.shows_checks = on
            with QSignalBlocker(self.menus.checks):
                self.menus.checks.setChecked(on)
