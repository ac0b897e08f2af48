"""The menus and the tool bar: what can be done, with its key."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from mou_desktop.gui.agreement import Agreement
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.dialogs.opening import Dialogs
from mou_desktop.gui.files import Files
from mou_desktop.gui.own_templates import own_template_name, own_template_problem, template_name
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import N_, _, form_label, party_label, screen_language
from mou_desktop.languages import registry
from mou_desktop.store import templates

if TYPE_CHECKING:
    from mou_desktop.gui.amending.amending import Amending
    from mou_desktop.gui.concluding import Concluding
    from mou_desktop.gui.printing import Printing
    from mou_desktop.store.own_templates import OwnTemplate

Key = QKeySequence.StandardKey


class Commands(Protocol):
    """What the menus set off; the main window does it."""

    files: Files
    session: Session
    agreement: Agreement
    desk: Desk
    dialogs: Dialogs

    @property
    def concluding(self) -> "Concluding": ...

    @property
    def printing(self) -> "Printing": ...

    @property
    def amending(self) -> "Amending": ...

    def amend(self) -> None: ...
    def show_text_in_force(self) -> None: ...
    def find_words(self, *, replacing: bool) -> None: ...
    def find_next(self, step: int) -> None: ...
    def import_files(self) -> None: ...
    def compare_returned(self) -> None: ...
    def show_start_page(self) -> None: ...
    def go_to_open_text(self) -> None: ...
    def show_only_open(self, on: bool) -> None: ...
    def show_checks(self, on: bool) -> None: ...
    def use_screen_language(self, tag: str) -> None: ...
    def own_templates(self) -> list["OwnTemplate"]: ...
    def recent_files(self) -> list[Path]: ...
    def panels(self) -> list[tuple[QAction, str]]: ...


class Menus(QObject):
    """Builds menus and tool bar once; `retranslate` gives them their words."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._on_draft = True
        self._texts: list[tuple[Callable[[str], object], str]] = []
        self.languages: dict[str, QAction] = {}
        self._tools = QToolBar(window)
        self._tools.setObjectName("tools")
        self._texts.append((self._tools.setWindowTitle, N_("Tools")))
        window.addToolBar(self._tools)
        self._file_menu()
        self._edit_menu()
        self._agreement_menu()
        self._view_menu()
        self._help_menu()

    def retranslate(self) -> None:
        """Put all words into the screen's language."""
        for set_text, message in self._texts:
            set_text(_(message))
        for action, text in self._commands.panels():
            action.setText(text)
        self._fill_new()
        self._fill_recent()
        self._show_history()

    def show_arrangement(self, of_agreement: tuple[str, ...]) -> None:
        """Tick the versions that are shown and the way they are, and offer only those of the
        agreement.
        """
        desk = self._commands.desk
        for tag, action in self.languages.items():
            action.setVisible(tag in of_agreement)
            with QSignalBlocker(action):
                action.setChecked(tag in desk.languages)
            action.setEnabled(desk.languages != [tag] or bool(desk.alone))
        for action, on in ((self._alone, bool(desk.alone)), (self._as_pages, desk.as_pages)):
            with QSignalBlocker(action):
                action.setChecked(on)
        values = self._commands.session.draft.values
        self._originals.menuAction().setVisible(values.alternat and len(values.parties) > 1)
        self._offer_texts()

    def offer_draft(self, on_screen: bool) -> None:
        """Offer what is done with the draft only while that is on the screen."""
        self._on_draft = on_screen
        for action in self._for_draft:
            action.setEnabled(on_screen)
        self._offer_texts()
        self._show_history()
        self.show_standing()

    def show_standing(self) -> None:
        """Offer what can be done with a draft, or with a final one."""
        draft = self._commands.session.draft
        is_final, is_signed = draft.final is not None, draft.signature is not None
        self._mark_final.setEnabled(self._on_draft and not is_final)
        self._reopen.setEnabled(self._on_draft and is_final and not is_signed)
        self._record.setEnabled(self._on_draft and is_final)
        editing, amends = draft.amending is not None, draft.protocol is not None
        self._amend.setEnabled(self._on_draft and not editing and not amends)
        self._write.setEnabled(self._on_draft and editing)
        self._change.setEnabled(self._on_draft and amends and not is_final)
        self._mark_final.setEnabled(self._mark_final.isEnabled() and not editing)

    def _offer_texts(self) -> None:
        """Offer what is done where the caret is only while the texts can be typed into."""
        for action in self._for_texts:
            action.setEnabled(self._on_draft and not self._commands.desk.as_pages)

    def offer_panel(self, action: QAction) -> None:
        """Have a part of the window in the View menu that is not always there."""
        self._view.insertAction(self.checks, action)

    def show_everything(self) -> None:
        """Bring back what was left out of the columns."""
        self._only_open.setChecked(False)

    def _file_menu(self) -> None:
        files, menu = self._commands.files, self._menu(N_("&File"))
        dialogs = self._commands.dialogs
        self._new = self._submenu(menu, N_("&New"))
        self._new.aboutToShow.connect(self._fill_own)
        self._tools.addAction(self._new.menuAction())
        button = self._tools.widgetForAction(self._new.menuAction())
        assert isinstance(button, QToolButton)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add(menu, N_("&Open…"), Key.Open, lambda: files.open(), tool=True)
        self._recent = self._submenu(menu, N_("Open &recent"))
        files.recent_changed.connect(self._fill_recent)
        self._add(menu, N_("&Import…"), QKeySequence("Ctrl+I"), self._commands.import_files)
        back = QKeySequence("Ctrl+Shift+I")
        returned = N_("&Compare with returned file…")
        returned_files = self._add(menu, returned, back, self._commands.compare_returned)
        self._add(menu, N_("Start &page"), QKeySequence("Alt+Home"), self._commands.show_start_page)
        menu.addSeparator()
        save_as = QKeySequence("Ctrl+Shift+S")
        self._for_draft = [
            returned_files,
            self._add(menu, N_("&Save"), Key.Save, files.save, tool=True),
            self._add(menu, N_("Save &as…"), save_as, files.save_as),
            self._add(menu, N_("Save as &template…"), None, dialogs.save_as_template),
        ]
        menu.addSeparator()
        page_setup = self._add(menu, N_("Page set&up…"), None, self._commands.dialogs.page_setup)
        export = QKeySequence("Ctrl+E")
        self._export = self._add(menu, N_("&Export…"), export, self._commands.dialogs.export)
        self._for_draft += [page_setup, self._export]
        window = self._commands  # (what prints is built when it is first used)
        self._for_draft += [
            self._add(menu, N_("Print…"), Key.Print, lambda: window.printing.ask()),
            self._add(menu, N_("Print preview…"), None, lambda: window.printing.preview()),
        ]
        menu.addSeparator()
        signing_set = self._add(menu, N_("Signin&g set…"), None, window.dialogs.make_signing_set)
        self._for_draft.append(signing_set)
        self._add(menu, N_("&Verify a signing set…"), None, window.dialogs.verify_signing_set)
        menu.addSeparator()
        quit_key = QKeySequence("Ctrl+Q")
        quit_ = self._add(menu, N_("&Quit"), quit_key, self._window.close)
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        self._tools.addSeparator()

    def _edit_menu(self) -> None:
        stack, menu = self._commands.session.undo_stack, self._menu(N_("&Edit"))
        self._undo = self._add(menu, N_("&Undo"), Key.Undo, stack.undo, tool=True)
        self._redo = self._add(menu, N_("&Redo"), Key.Redo, stack.redo, tool=True)
        self._redo.setShortcuts([*QKeySequence.keyBindings(Key.Redo), QKeySequence("Ctrl+Y")])
        self._commands.session.history_changed.connect(self._show_history)
        self._show_history()
        menu.addSeparator()
        window = self._commands
        replace = QKeySequence("Ctrl+H")
        self._add(menu, N_("&Find…"), Key.Find, lambda: window.find_words(replacing=False))
        self._add(menu, N_("R&eplace…"), replace, lambda: window.find_words(replacing=True))
        self._add(menu, N_("Find &next"), Key.FindNext, lambda: window.find_next(1))
        self._add(menu, N_("Find &previous"), Key.FindPrevious, lambda: window.find_next(-1))

    def _agreement_menu(self) -> None:
        agreement, menu = self._commands.agreement, self._menu(N_("&Agreement"))
        self._fields = self._submenu(menu, N_("Insert &field"))
        self._fields.aboutToShow.connect(self._fill_fields)
        below = QKeySequence("Ctrl+Shift+Return")
        up, down = QKeySequence("Alt+Shift+Up"), QKeySequence("Alt+Shift+Down")
        confirm = QKeySequence("F9")
        menu.addSeparator()
        self._for_texts = [
            self._fields.menuAction(),
            self._add(menu, N_("&Confirm this text"), confirm, agreement.confirm),
            self._add(menu, N_("New article &above"), None, lambda: agreement.insert_article(0)),
            self._add(menu, N_("New article &below"), below, lambda: agreement.insert_article(1)),
            self._add(menu, N_("Move article &up"), up, lambda: agreement.move_article(-1)),
            self._add(menu, N_("Move article &down"), down, lambda: agreement.move_article(1)),
            self._add(menu, N_("De&lete article"), None, agreement.delete_article),
        ]
        menu.insertSeparator(self._for_texts[2])
        menu.addSeparator()
        next_open = QKeySequence("F8")
        self._add(menu, N_("Ne&xt open text"), next_open, self._commands.go_to_open_text)
        menu.addSeparator()
        keep, compare = QKeySequence("Ctrl+Shift+K"), QKeySequence("Ctrl+Shift+D")
        self._add(menu, N_("&Keep this version…"), keep, agreement.keep_version)
        self._add(menu, N_("Compare &versions…"), compare, self._commands.dialogs.show_versions)
        menu.addSeparator()
        window = self._commands  # (its commands are built when they are first used)
        self._mark_final = self._add(
            menu, N_("Mark as fi&nal…"), None, lambda: window.concluding.mark_final()
        )
        self._reopen = self._add(menu, N_("&Reopen…"), None, lambda: window.concluding.reopen())
        self._record = self._add(
            menu, N_("Record &signature…"), None, lambda: window.concluding.record_signature()
        )
        self._add(menu, N_("&History…"), None, lambda: window.concluding.show_history())
        menu.addSeparator()
        self._for_draft += menu.actions()
        self._amend_menu(self._submenu(menu, N_("A&mend")))
        self._commands.desk.columns.offer(self._for_texts)

    def _amend_menu(self, menu: QMenu) -> None:
        window = self._commands
        self._amend = self._add(menu, N_("Ne&w amendment protocol…"), None, window.amend)
        self._write = self._add(
            menu, N_("W&rite the protocol or correction"), None, lambda: window.amending.write()
        )
        self._change = self._add(
            menu, N_("Change the a&mendments"), None, lambda: window.amending.change()
        )
        menu.addSeparator()
        in_force = N_("&Protocols and text in force…")
        self._for_draft.append(self._add(menu, in_force, None, window.show_text_in_force))

    def _fill_fields(self) -> None:
        """The fields that fit the language of the text with the caret."""
        self._fields.clear()
        agreement = self._commands.agreement
        for label, path, forms in agreement.fields():
            submenu = self._fields.addMenu(label)
            for form in forms:
                insert = partial(agreement.insert_field, path, form)
                submenu.addAction(form_label(form)).triggered.connect(insert)

    def _view_menu(self) -> None:
        desk = self._commands.desk
        menu = self._view = self._menu(N_("&View"))
        versions = self._submenu(menu, N_("&Versions shown"))
        self._tools.addSeparator()
        for number, tag in enumerate(registry.tags(), start=1):
            action = QAction(registry.language(tag).endonym, self._window, checkable=True)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.setIconText(tag)
            action.toggled.connect(partial(desk.show_language, tag))
            versions.addAction(action)
            self._tools.addAction(action)
            self.languages[tag] = action
        left, right = QKeySequence("Alt+Shift+Left"), QKeySequence("Alt+Shift+Right")
        alone = partial(self._on_version, desk.show_alone)
        self._alone = self._switch(menu, N_("One version &alone"), "Ctrl+5", lambda _on: alone())
        self._add(menu, N_("Move version to the le&ft"), left, lambda: self._step(-1))
        self._add(menu, N_("Move version to the &right"), right, lambda: self._step(1))
        menu.addSeparator()
        pages = N_("As it will &print")
        self._as_pages = self._switch(menu, pages, "Ctrl+Shift+P", desk.show_pages)
        self._originals = self._submenu(menu, N_("As in the or&iginals of"))
        self._originals.aboutToShow.connect(self._fill_originals)
        only = N_("&Only what is to review")
        self._only_open = self._switch(menu, only, "Ctrl+F8", self._commands.show_only_open)
        for action, _text in self._commands.panels():
            menu.addAction(action)
        self.checks = self._switch(menu, N_("Findings"), "F7", self._commands.show_checks)
        self._for_draft.append(self.checks)
        menu.addSeparator()
        zoom = desk.zoom
        larger = self._add(menu, N_("Larger &text"), Key.ZoomIn, lambda: zoom(1))
        larger.setShortcuts([*QKeySequence.keyBindings(Key.ZoomIn), QKeySequence("Ctrl+=")])
        self._add(menu, N_("&Smaller text"), Key.ZoomOut, lambda: zoom(-1))
        self._add(menu, N_("Usual text si&ze"), QKeySequence("Ctrl+0"), lambda: zoom(0))
        menu.addSeparator()
        screen = self._submenu(menu, N_("&Language of the screen"))
        group = QActionGroup(self._window)
        for tag in registry.tags():
            action = QAction(registry.language(tag).endonym, group, checkable=True)
            action.setChecked(tag == screen_language())
            action.triggered.connect(partial(self._commands.use_screen_language, tag))
            screen.addAction(action)
        self._tools.addSeparator()
        self._tools.addAction(self.checks)
        self._tools.addAction(self._export)

    def _fill_originals(self) -> None:
        """The parties, each of which is named first in its own originals."""
        self._originals.clear()
        session = self._commands.session
        group = QActionGroup(self._originals)
        for party in range(len(session.draft.values.parties)):
            action = QAction(party_label(party), group, checkable=True)
            action.setChecked(party == session.first)
            action.triggered.connect(partial(session.show_originals_of, party))
            self._originals.addAction(action)

    def _on_version(self, run: Callable[[str], object]) -> None:
        """Do something with the version that has the caret; else with the first one."""
        desk, language = self._commands.desk, self._commands.agreement.language
        run(language if language in desk.languages else desk.languages[0])

    def _step(self, step: int) -> None:
        desk = self._commands.desk
        self._on_version(lambda tag: desk.step_language(tag, step))

    def _help_menu(self) -> None:
        menu = self._menu(N_("&Help"))
        self._add(menu, N_("&Guide"), QKeySequence("F1"), self._commands.dialogs.guide)
        about = self._add(menu, N_("&About MOU Desktop"), None, self._commands.dialogs.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _fill_new(self) -> None:
        self._new.clear()
        files = self._commands.files
        for number, folder in enumerate(templates.builtin_folders()):
            template = templates.builtin(folder.name)
            name = template_name(template)
            action = self._new.addAction(name)
            action.triggered.connect(partial(files.new, template.id))
            if number == 0:
                action.setShortcut(Key.New)
            example = self._new.addAction(_("{name}, filled-in example").format(name=name))
            example.triggered.connect(partial(files.new_example, template.id))
        self._own = [self._new.addSeparator()]

    def _fill_own(self) -> None:
        """The officer's own templates below the others; of a broken one, what is wrong with it."""
        for action in self._own[1:]:
            self._new.removeAction(action)
            action.deleteLater()
        del self._own[1:]
        for own in self._commands.own_templates():
            action = self._new.addAction(own_template_name(own).replace("&", "&&"))
            if own.template is None:
                action.setEnabled(False)
                action.setToolTip(own_template_problem(own))
            else:
                action.triggered.connect(partial(self._commands.files.new_of, own.template))
            self._own.append(action)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for file in self._commands.recent_files():
            action = self._recent.addAction(file.name)
            action.setToolTip(str(file))
            action.triggered.connect(partial(self._open_recent, file))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _open_recent(self, file: Path) -> None:
        self._commands.files.open(file)

    def _show_history(self) -> None:
        """What can be undone and redone, the steps named in the tool tips."""
        session = self._commands.session
        for action, step in ((self._undo, session.undo_name()), (self._redo, session.redo_name())):
            action.setEnabled(bool(step) and self._on_draft)
            name = action.text().replace("&", "")
            action.setToolTip(f"{name}: {step}" if step else name)

    def _menu(self, message: str) -> QMenu:
        menu = self._window.menuBar().addMenu(message)
        self._texts.append((menu.setTitle, message))
        return menu

    def _submenu(self, menu: QMenu, message: str) -> QMenu:
        submenu = menu.addMenu(message)
        submenu.setToolTipsVisible(True)
        self._texts.append((submenu.setTitle, message))
        return submenu

    def _switch(
        self, menu: QMenu, message: str, key: str, turn: Callable[[bool], object]
    ) -> QAction:
        """An entry that is on or off."""
        action = QAction(self._window, checkable=True)
        action.setShortcut(QKeySequence(key))
        action.toggled.connect(turn)
        menu.addAction(action)
        self._texts.append((action.setText, message))
        return action

    def _add(
        self,
        menu: QMenu,
        message: str,
        key: Key | QKeySequence | None,
        run: Callable[[], object],
        *,
        tool: bool = False,
    ) -> QAction:
        action = QAction(message, self._window)
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(lambda: run())
        menu.addAction(action)
        if tool:
            self._tools.addAction(action)
        self._texts.append((action.setText, message))
        return action
