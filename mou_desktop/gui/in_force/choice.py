"""Which text of an agreement is wanted: that of a day, or with everything that was signed."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from mou_desktop.amend.chain import Chain
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.gui.wording import DAY_FORMAT, _, day_text, screen_language
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import RANGES


class When(StrEnum):
    """`everything`: as if all that is listed and fits were in force."""

    TODAY = "today"
    DAY = "day"
    SIGNED = "signed"
    EVERYTHING = "everything"


class TextChoice(QWidget):
    """A choice, and beside it the day. The parts are named `in_force.when` and `in_force.day`.

    Signals:
        changed: another text is wanted.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        now = today()
        self._when, self._day = QComboBox(), QDateEdit()
        self._when.setObjectName("in_force.when")
        self._day.setObjectName("in_force.day")
        for when, text in (
            (When.TODAY, _("Today, {day}").format(day=day_text(now))),
            (When.DAY, _("Another day")),
            (When.SIGNED, _("With everything that is signed")),
            (When.EVERYTHING, _("With everything that fits, signed or not")),
        ):
            self._when.addItem(text, when)
        self._day.setCalendarPopup(True)
        self._day.setLocale(QLocale(screen_language()))
        self._day.setDisplayFormat(DAY_FORMAT)
        first, last = RANGES["date.year"]
        self._day.setDateRange(QDate(first, 1, 1), QDate(last, 12, 31))
        self._day.setDate(QDate(now.year, now.month, now.day))
        self._day.setEnabled(False)
        self._day.setAccessibleName(_("Day"))
        label = QLabel(_("&Text in force:"))
        label.setBuddy(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self._when, stretch=1)
        row.addWidget(self._day)
        self._when.currentIndexChanged.connect(self._on_choice)
        self._day.dateChanged.connect(self.changed)

    def text(self, chain: Chain) -> Draft:
        """The text that is wanted. Raises `AmendmentError`."""
        when = When(self._when.currentData())
        if when is When.EVERYTHING:
            return consolidate(chain.agreement, [link.draft for link in chain.links])
        day = None
        if when is When.TODAY:
            day = self._today()
        elif when is When.DAY:
            chosen = self._day.date()
            day = date(chosen.year(), chosen.month(), chosen.day())
        return consolidate(chain.agreement, chain.signed, signed=True, on=day)

    def _on_choice(self) -> None:
        self._day.setEnabled(self._when.currentData() == When.DAY)
        self.changed.emit()
