"""Which versions are exported, and how they share files."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from mou_desktop.export.batch import Arrangement
from mou_desktop.gui.wording import _
from mou_desktop.languages import registry


class Arranging(QStackedWidget):
    """Check boxes for the versions, or the two that stand side by side; `arrangement` is the input
    above them that chooses between the two.

    Signals:
        changed: the officer chose something else.
    """

    changed = Signal()

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        self._versions = {tag: QCheckBox(registry.language(tag).endonym) for tag in tags}
        self._pair = [QComboBox(), QComboBox()]
        self.arrangement = QComboBox()
        self.arrangement.addItem(_("One file for each version"), Arrangement.SEPARATE)
        if len(tags) > 1:
            self.arrangement.addItem(_("All versions in one file"), Arrangement.COMBINED)
            self.arrangement.addItem(_("Two versions side by side"), Arrangement.BILINGUAL)
        self._name_inputs()
        self._lay_out()
        self._fill_pair()
        self.arrangement.currentIndexChanged.connect(self._on_arrangement)
        for box in self._versions.values():
            box.setChecked(True)
            box.toggled.connect(self.changed)
        for number, side in enumerate(self._pair):
            side.currentIndexChanged.connect(lambda _index, side=number: self._on_side(side))

    @property
    def chosen(self) -> Arrangement:
        return Arrangement(self.arrangement.currentData())

    @property
    def languages(self) -> list[str]:
        """The tags of the versions to export, in their order."""
        if self.chosen is Arrangement.BILINGUAL:
            return [side.currentData() for side in self._pair]
        return [tag for tag, box in self._versions.items() if box.isChecked()]

    def _name_inputs(self) -> None:
        left, right = self._pair
        named = {
            "arrangement": self.arrangement,
            "left": left,
            "right": right,
            **self._versions,
        }
        for name, widget in named.items():
            widget.setObjectName(f"export.{name}")

    def _lay_out(self) -> None:
        choices = QWidget()
        boxes = QHBoxLayout(choices)
        boxes.setContentsMargins(0, 0, 0, 0)
        for box in self._versions.values():
            boxes.addWidget(box)
        boxes.addStretch()
        sides = QWidget()
        pair = QHBoxLayout(sides)
        pair.setContentsMargins(0, 0, 0, 0)
        for side, label in zip(self._pair, (_("Left"), _("Right")), strict=True):
            form = QFormLayout()
            form.addRow(label, side)
            pair.addLayout(form)
        pair.addStretch()
        self.addWidget(choices)
        self.addWidget(sides)

    def _fill_pair(self) -> None:
        for number, side in enumerate(self._pair):
            for tag in self._versions:
                side.addItem(registry.language(tag).endonym, tag)
            side.setCurrentIndex(min(number, side.count() - 1))

    def _on_arrangement(self) -> None:
        self.setCurrentIndex(int(self.chosen is Arrangement.BILINGUAL))
        self.changed.emit()

    def _on_side(self, side: int) -> None:
        """Two sides never have the same version: the other one gives way."""
        here, other = self._pair[side], self._pair[1 - side]
        if here.currentIndex() == other.currentIndex():
            other.setCurrentIndex((here.currentIndex() + 1) % here.count())
        else:
            self.changed.emit()
