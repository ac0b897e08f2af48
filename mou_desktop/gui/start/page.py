"""The start page: recent drafts on the left, what a new draft can be made of on the right."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from mou_desktop.gui.start.entries import Example, draft_row, template_rows
from mou_desktop.gui.start.rows import Rows
from mou_desktop.gui.wording import _
from mou_desktop.model.template import Template
from mou_desktop.store.glances import Glance
from mou_desktop.store.own_templates import OwnTemplate


class StartPage(QWidget):
    """Shows what it is told and tells what was chosen. The parts have names like `start.recent`,
    `start.templates` and `start.back`.

    Signals:
        file_chosen(Path), template_chosen(Template), example_chosen(str): to start from.
        removal_wanted(Path): take a file out of the recent ones.
        deletion_wanted(OwnTemplate): delete a template.
        open_wanted: another file is to be chosen.
        import_wanted: a draft is to be made of foreign files.
        back_wanted: the draft is wanted again.
    """

    file_chosen = Signal(object)
    template_chosen = Signal(object)
    example_chosen = Signal(str)
    removal_wanted = Signal(object)
    deletion_wanted = Signal(object)
    open_wanted = Signal()
    import_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._files: list[Path] = []
        self._glances: dict[Path, Glance] = {}
        self._own: list[OwnTemplate] = []
        self._draft = ""
        self.recent, self.templates = Rows(3), Rows(2)
        self.at_start = QCheckBox()
        self._open, self._import, self._back = QPushButton(), QPushButton(), QPushButton()
        self._recent_title, self._templates_title = QLabel(), QLabel()
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()

    def show_state(self, files: list[Path], own: list[OwnTemplate], draft: str) -> None:
        """Show the recent files, the own templates, and the name of the draft to go back to, if
        there is one.
        """
        self._glances = {file: found for file, found in self._glances.items() if file in files}
        self._files, self._own, self._draft = files, own, draft
        self._retranslate()

    def show_glance(self, glance: Glance) -> None:
        """Say more about a recent file."""
        if glance.file in self._files:
            self._glances[glance.file] = glance
            self.recent.replace(draft_row(glance.file, glance))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.recent if self._files else self.templates).setFocus()

    def _lay_out(self) -> None:
        for part, name in (
            (self.recent, "recent"),
            (self.templates, "templates"),
            (self.at_start, "at_start"),
            (self._open, "open"),
            (self._import, "import"),
            (self._back, "back"),
            (self.menu, "menu"),
        ):
            part.setObjectName(f"start.{name}")
        for title in (self._recent_title, self._templates_title):
            font = title.font()
            font.setPointSizeF(font.pointSizeF() * 1.4)
            title.setFont(font)
        left = QWidget()
        self._left = QStackedLayout(left)
        self._left.addWidget(self.recent)
        self._left.addWidget(self._empty)
        below = QHBoxLayout()
        below.addWidget(self._open)
        below.addSpacing(8)
        below.addWidget(self._import)
        below.addSpacing(8)
        below.addWidget(self._back)
        below.addStretch(1)
        below.addWidget(self.at_start)
        grid = QGridLayout(self)
        grid.setContentsMargins(32, 24, 32, 20)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self._recent_title, 0, 0)
        grid.addWidget(self._templates_title, 0, 1)
        grid.addWidget(left, 1, 0)
        grid.addWidget(self.templates, 1, 1)
        grid.addLayout(below, 2, 0, 1, 2)

    def _connect(self) -> None:
        for rows, other in ((self.recent, self.templates), (self.templates, self.recent)):
            rows.chosen.connect(partial(self._on_chosen, rows))
            rows.menu_wanted.connect(self._show_menu)
            rows.sideways.connect(partial(self._go_to, other))
        self.recent.removal_wanted.connect(self.removal_wanted)
        self.templates.removal_wanted.connect(self._on_delete)
        self._open.clicked.connect(lambda: self.open_wanted.emit())
        self._import.clicked.connect(lambda: self.import_wanted.emit())
        self._back.clicked.connect(lambda: self.back_wanted.emit())

    def _go_to(self, rows: Rows) -> None:
        if rows.count():
            rows.setFocus()

    def _on_chosen(self, rows: Rows, chosen: object) -> None:
        if isinstance(chosen, Path):
            if (glance := self._glances.get(chosen)) and glance.is_gone:
                self._show_menu(chosen, rows.place_of(chosen))
            else:
                self.file_chosen.emit(chosen)
        elif isinstance(chosen, Example):
            self.example_chosen.emit(str(chosen))
        elif isinstance(chosen, OwnTemplate):
            if chosen.template is None:
                self._show_menu(chosen, rows.place_of(chosen))
            else:
                self.template_chosen.emit(chosen.template)
        elif isinstance(chosen, Template):
            self.template_chosen.emit(chosen)

    def _on_delete(self, chosen: object) -> None:
        if isinstance(chosen, OwnTemplate):
            self.deletion_wanted.emit(chosen)

    def _show_menu(self, chosen: object, place: QPoint) -> None:
        """What can be done with a row, beside choosing it."""
        self.menu.clear()
        if isinstance(chosen, Path):
            remove = self.menu.addAction(_("&Remove from this list"))
            remove.triggered.connect(partial(self.removal_wanted.emit, chosen))
        elif isinstance(chosen, OwnTemplate):
            delete = self.menu.addAction(_("&Delete this template…"))
            delete.triggered.connect(partial(self.deletion_wanted.emit, chosen))
        if not self.menu.isEmpty():
            self.menu.popup(place)

    def _retranslate(self) -> None:
        self._recent_title.setText(_("Recent drafts"))
        self._templates_title.setText(_("Start a new draft"))
        self.recent.setAccessibleName(_("Recent drafts"))
        self.templates.setAccessibleName(_("Start a new draft"))
        hint = _("Drafts that you open or save are listed here.")
        self._empty.setText(hint + "\n" + _("Drag a draft into the window to open it."))
        self._open.setText(_("&Open another draft…"))
        self._import.setText(_("&Import…"))
        self._import.setToolTip(_("Word, OpenDocument and text files"))
        self._back.setText(_("&Back to “{name}”").format(name=self._draft.replace("&", "&&")))
        self._back.setVisible(bool(self._draft))
        self._back.setToolTip(QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText))
        self.at_start.setText(_("&Show this page when the program starts"))
        self.recent.show_rows([draft_row(file, self._glances.get(file)) for file in self._files])
        self.templates.show_rows(template_rows(self._own))
        self._left.setCurrentIndex(0 if self._files else 1)
