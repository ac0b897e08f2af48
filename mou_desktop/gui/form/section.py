"""A part of the form that can be folded away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading with a triangle, and what belongs under it."""

    def __init__(self, *, expanded: bool) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setAutoRaise(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self._button.font()
        font.setBold(True)
        self._button.setFont(font)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(8, 0, 4, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._button)
        layout.addWidget(self._content)
        self._button.clicked.connect(self._toggle)
        self._show(expanded)

    def set_title(self, title: str) -> None:
        self._button.setText(title)

    def expand(self) -> None:
        self._show(True)

    def _toggle(self) -> None:
        self._show(self._content.isHidden())

    def _show(self, expanded: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if expanded else Qt.ArrowType.RightArrow)
        self._content.setVisible(expanded)
