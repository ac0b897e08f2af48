"""The bar below the versions: what is looked for, what it gives way to, and how many there are."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from mou_desktop.gui.form.inputs import UndoGuard
from mou_desktop.gui.wording import N_, _
from mou_desktop.languages import registry
from mou_desktop.render.search import Query

NARROW = 80
WIDE_LETTERS = 40


class _Line(QLineEdit):
    """A line of text; Enter and Shift+Enter are told apart."""

    enter = Signal()
    shift_enter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.shift_enter.emit()
        else:
            self.enter.emit()


class SearchBar(QFrame):
    """Says what the officer wants; knows nothing of the draft.

    Signals:
        query_changed: something else is looked for, or elsewhere.
        next_wanted, previous_wanted: the officer goes on to another hit.
        replace_wanted, replace_all_wanted: the hit, or all of them, shall give way.
        close_wanted: the officer is done.
    """

    query_changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search_bar")
        self._texts: list[tuple[Callable[[str], object], str]] = []
        self._tags: list[str] = []
        self._find, find_label = self._line("find", N_("Find:"))
        self._with, with_label = self._line("replacement", N_("Replace with:"))
        up = self._arrow(Qt.ArrowType.UpArrow, N_("Previous"), self.previous_wanted.emit)
        down = self._arrow(Qt.ArrowType.DownArrow, N_("Next"), self.next_wanted.emit)
        self._count = QLabel()
        self._count.setObjectName("hits")
        close = self._arrow(Qt.ArrowType.NoArrow, N_("Close the search"), self.close_wanted.emit)
        close.setText("×")
        self._replace = self._button("replace", N_("Replace"), self.replace_wanted.emit)
        everything = self.replace_all_wanted.emit
        self._all = self._button("replace_all", N_("Replace all"), everything)
        self._case = self._check("match_case", N_("Match case"))
        self._words = self._check("whole_words", N_("Whole words"))
        self._language = QComboBox()
        self._language.setObjectName("language")
        self._language.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._language.setMinimumWidth(NARROW)
        self._language.setMaximumWidth(WIDE_LETTERS * self.fontMetrics().averageCharWidth())
        self._language.currentIndexChanged.connect(lambda: self.query_changed.emit())
        self._texts.append((self._language.setAccessibleName, N_("Look in")))
        self._message = QLabel()
        self._message.setObjectName("message")
        self._message.setWordWrap(True)
        self._message.hide()
        self._replacing = (with_label, self._with, self._replace, self._all)
        self._find.textChanged.connect(lambda: self.query_changed.emit())
        self._find.enter.connect(self.next_wanted)
        self._find.shift_enter.connect(self.previous_wanted)
        self._with.enter.connect(self.replace_wanted)
        self._with.shift_enter.connect(self.previous_wanted)

        options = QHBoxLayout()
        for box in (self._case, self._words):
            options.addWidget(box)
        options.addWidget(self._language, 1)
        options.addStretch(0)
        steps = QHBoxLayout()
        for widget in (up, down, self._count):
            steps.addWidget(widget)
        steps.addStretch(1)
        steps.addWidget(close)
        buttons = QHBoxLayout()
        buttons.addWidget(self._replace)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(find_label, 0, 0)
        grid.addWidget(self._find, 0, 1)
        grid.addLayout(steps, 0, 2)
        grid.addWidget(with_label, 1, 0)
        grid.addWidget(self._with, 1, 1)
        grid.addLayout(buttons, 1, 2)
        grid.addLayout(options, 2, 1, 1, 2)
        grid.addWidget(self._message, 3, 0, 1, 3)
        self._retranslate()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self._find.text(), self._case.isChecked(), self._words.isChecked())

    @property
    def replacement(self) -> str:
        return self._with.text()

    @property
    def languages(self) -> list[str]:
        """Where it is looked for: in all versions offered, or in one."""
        chosen = self._language.currentData()
        return [chosen] if chosen else list(self._tags)

    def open(self, text: str, *, replacing: bool) -> None:
        """Come up, with the words to look for if there are any."""
        for widget in self._replacing:
            widget.setVisible(replacing)
        self.show()
        if text:
            with QSignalBlocker(self._find):
                self._find.setText(text)
        self._find.selectAll()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer_languages(self, tags: list[str]) -> None:
        """Let the officer choose among these versions; the choice stays if it can."""
        self._tags = tags
        chosen = self._language.currentData()
        with QSignalBlocker(self._language):
            self._language.clear()
            self._language.addItem(_("In all versions shown"), "")
            for tag in tags:
                self._language.addItem(registry.language(tag).endonym, tag)
            self._language.setCurrentIndex(max(self._language.findData(chosen), 0))

    def show_count(self, number: int, count: int) -> None:
        """Say which of how many hits is the present one; the first is 1."""
        self._count.setText(_("{number} of {count}").format(number=number, count=count))
        if not count:
            self._count.setText(_("Not found") if self._find.text() else "")
        self._find.setAccessibleDescription(self._count.text())
        self._replace.setEnabled(count > 0)
        self._all.setEnabled(count > 0)

    def say(self, message: str) -> None:
        """Tell the officer what came of it; nothing when the message is empty."""
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for set_text, message in self._texts:
            set_text(_(message))
        self.setAccessibleName(_("Find and replace"))
        self.offer_languages(self._tags)
        self.query_changed.emit()

    def _line(self, name: str, message: str) -> tuple[_Line, QLabel]:
        line, label = _Line(), QLabel()
        line.setObjectName(name)
        line.setMinimumWidth(NARROW)
        line.installEventFilter(UndoGuard(line))
        label.setBuddy(line)
        self._texts += [(label.setText, message), (line.setAccessibleName, message)]
        return line, label

    def _arrow(self, arrow: Qt.ArrowType, message: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: do())
        self._texts += [(button.setToolTip, message), (button.setAccessibleName, message)]
        return button

    def _button(self, name: str, message: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        self._texts.append((button.setText, message))
        return button

    def _check(self, name: str, message: str) -> QCheckBox:
        box = QCheckBox()
        box.setObjectName(name)
        box.toggled.connect(lambda: self.query_changed.emit())
        self._texts.append((box.setText, message))
        return box
