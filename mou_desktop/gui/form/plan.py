"""Under the number of copies: who gets which originals, and what number would fit better."""

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mou_desktop.gui.form.host import Host
from mou_desktop.gui.wording import _, field_label, ngettext, party_label
from mou_desktop.languages import registry
from mou_desktop.model.finding import Code
from mou_desktop.model.originals import Original, Plan, Remark

MENDS = 3


class PlanRow(QWidget):
    """The plan of the originals in words; a button for each number of copies that would fit."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._parties, self._plan = 0, Plan((), ())
        self._label = QLabel()
        self._label.setObjectName("plan")
        self._label.setWordWrap(True)
        self._mends: list[QToolButton] = []
        self._offers = QWidget()
        buttons = QHBoxLayout(self._offers)
        buttons.setContentsMargins(0, 0, 0, 0)
        for number in range(MENDS):
            button = QToolButton()
            button.setObjectName(f"plan.mend.{number}")
            button.clicked.connect(partial(self._mend, number))
            self._mends.append(button)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._offers)
        self._retranslate()

    def show_plan(self, parties: int, plan: Plan) -> None:
        """Say which originals each of so many parties gets."""
        if (parties, plan) != (self._parties, self._plan):
            self._parties, self._plan = parties, plan
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _mend(self, number: int) -> None:
        self._host.choose("copies", str(self._numbers()[number]))

    def _numbers(self) -> list[int]:
        return sorted({mend for remark in self._plan.remarks for mend in remark.mends})[:MENDS]

    def _retranslate(self) -> None:
        shares = [_share(party, self._plan.of(party)) for party in range(self._parties)]
        self._label.setText("\n".join([*shares, *map(_reason, self._plan.remarks)]))
        self._label.setVisible(bool(self._plan.originals))
        numbers = self._numbers()
        self._offers.setVisible(bool(numbers))
        for number, button in enumerate(self._mends if numbers else ()):
            button.setVisible(number < len(numbers))
            if number < len(numbers):
                button.setText(_("Make it {count}").format(count=numbers[number]))
                button.setAccessibleName(f"{field_label('copies')}: {numbers[number]}")


def _share(party: int, share: tuple[Original, ...]) -> str:
    """«Party 1: 2 originals – Azərbaycanca, Русский»."""
    count, names = len(share), [registry.language(each.languages[0]).endonym for each in share]
    if not share:
        text = _("{party}: no original")
    elif len(share[0].languages) > 1:
        text = ngettext(
            "{party}: {count} original in all languages, first {languages}",
            "{party}: {count} originals in all languages, first {languages}",
            count,
        )
        names = names[:1]
    else:
        text = ngettext(
            "{party}: {count} original – {languages}",
            "{party}: {count} originals – {languages}",
            count,
        )
    return text.format(party=party_label(party), count=count, languages=_counted(names))


def _counted(names: list[str]) -> str:
    """«Azərbaycanca (2), Русский»."""
    found = {name: names.count(name) for name in names}
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in found.items())


def _reason(remark: Remark) -> str:
    """Why the number does not fit."""
    if remark.code is Code.COPIES_UNEVEN:
        text = ngettext(
            "{count} original cannot be shared out evenly.",
            "{count} originals cannot be shared out evenly.",
            remark.copies,
        )
    elif remark.code is Code.COPIES_TOO_FEW:
        text = _("There is no original in: {languages}.")
    else:
        text = _("Every party gets the same number, but not one in every language.")
    names = ", ".join(registry.language(tag).endonym for tag in remark.languages)
    return text.format(count=remark.copies, languages=names)
