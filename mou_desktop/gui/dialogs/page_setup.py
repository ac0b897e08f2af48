"""How the pages of the Word files look: font, margins, and what stands around the text."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import FieldError
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import LAYOUT, Session
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model.layout import FONT, MARGINS, SIZES, Layout, Numbers, checked
from mou_desktop.qtdoc.fonts import is_installed, missing_letters

LETTERS_SHOWN = 20


class PageSetupDialog(QDialog):
    """Changes the draft's layout in one step; an input's `objectName` is like `layout.size`."""

    def __init__(self, session: Session, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._prompts = session, prompts
        self.setWindowTitle(_("Page setup"))
        self._font = QFontComboBox()
        self._font.setFontFilters(QFontComboBox.FontFilter.ScalableFonts)
        self._font.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._size = _number(SIZES, _("pt"))
        self._margins = {side: _number(MARGINS, _("mm")) for side in _sides()}
        self._numbers = QComboBox()
        self._numbers.addItem(_("At the foot of each page"), Numbers.FOOT)
        self._numbers.addItem(_("At the head, from the second page on"), Numbers.HEAD)
        self._choices = {
            "initials": QCheckBox(_("A line for &initials at the foot of each page")),
            "seals": QCheckBox(_("The place of the &seals, below the signatures")),
            "title_page": QCheckBox(_("The &title on a page of its own")),
        }
        self._hint = QLabel(wordWrap=True)
        self._buttons = QDialogButtonBox()
        buttons = QDialogButtonBox.StandardButton
        self._ok = self._buttons.addButton(buttons.Ok)
        self._buttons.addButton(buttons.Cancel)
        reset = self._buttons.addButton(_("Reset"), QDialogButtonBox.ButtonRole.ResetRole)
        self._name_inputs({"ok": self._ok, "reset": reset})
        self._lay_out()
        self._show(session.draft.layout)
        self._font.editTextChanged.connect(self._look_at_font)
        self._buttons.accepted.connect(self._apply)
        self._buttons.rejected.connect(self.reject)
        reset.clicked.connect(lambda: self._show(Layout()))
        self._look_at_font()

    def _name_inputs(self, buttons: dict[str, QWidget]) -> None:
        named: dict[str, QWidget] = {
            "font": self._font,
            "size": self._size,
            "numbers": self._numbers,
            "hint": self._hint,
            **self._margins,
            **self._choices,
            **buttons,
        }
        for name, widget in named.items():
            widget.setObjectName(f"layout.{name}")

    def _lay_out(self) -> None:
        margins = QGridLayout()
        for number, (side, label) in enumerate(_sides().items()):
            name = QLabel(label)
            name.setBuddy(self._margins[side])
            self._margins[side].setAccessibleName(f"{_('Margins')}, {label}")
            margins.addWidget(name, 0, number)
            margins.addWidget(self._margins[side], 1, number)
        margins.setColumnStretch(len(self._margins), 1)
        form = QFormLayout()
        form.addRow(_("Font"), self._font)
        form.addRow(_("Size of the text"), self._size)
        form.addRow(_("Margins"), margins)
        form.addRow(_("Page numbers"), self._numbers)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for box in self._choices.values():
            layout.addWidget(box)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(460)

    def _show(self, layout: Layout) -> None:
        self._font.setEditText(layout.font)
        self._size.setValue(layout.size)
        for side, box in self._margins.items():
            box.setValue(getattr(layout, side))
        self._numbers.setCurrentIndex(self._numbers.findData(layout.numbers))
        for name, choice in self._choices.items():
            choice.setChecked(getattr(layout, name))

    def _layout(self) -> Layout:
        margins = {side: box.value() for side, box in self._margins.items()}
        choices = {name: choice.isChecked() for name, choice in self._choices.items()}
        return Layout(
            font=self._font.currentText().strip(),
            size=self._size.value(),
            left=margins["left"],
            right=margins["right"],
            top=margins["top"],
            bottom=margins["bottom"],
            initials=choices["initials"],
            seals=choices["seals"],
            title_page=choices["title_page"],
            numbers=Numbers(self._numbers.currentData()),
        )

    def _look_at_font(self) -> None:
        """Refuse a font that lacks letters of the agreement."""
        font = self._font.currentText().strip()
        hint, refused = "", not font
        if font and not is_installed(font):
            told = _("“{font}” is not on this computer: whether it has all letters is not known.")
            hint = "" if font == FONT else told.format(font=font)
        elif font:
            missing = missing_letters(font, self._session.documents.values())
            if missing:
                refused = True
                shown = " ".join(missing[:LETTERS_SHOWN])
                more = " …" if len(missing) > LETTERS_SHOWN else ""
                told = _("“{font}” lacks letters that are needed here: {letters}")
                hint = told.format(font=font, letters=shown + more)
        self._hint.setText(hint)
        self._ok.setEnabled(not refused)

    def _apply(self) -> None:
        draft = self._session.draft
        self._session.end_typing()
        try:
            self._session.apply(LAYOUT, replace(draft, layout=checked(self._layout())))
        except FieldError as error:
            self._prompts.error(error_text(error))
        else:
            self.accept()


def _sides() -> dict[str, str]:
    return {"left": _("Left"), "right": _("Right"), "top": _("Top"), "bottom": _("Bottom")}


def _number(limits: tuple[int, int], unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(*limits)
    box.setSuffix(f" {unit}")
    return box
