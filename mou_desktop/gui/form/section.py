"""A part of the form that can be folded away."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading with a triangle, and what belongs under it in `body`.

    Signals:
        unfolding: what belongs under the heading is about to be seen.
    """

    unfolding = Signal()

    def __init__(self, *, expanded: bool, strong: bool = True) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setAutoRaise(True)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(8, 0, 4, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._button)
        layout.addWidget(self._content)
        self._button.clicked.connect(self._toggle)
        self.set_strong(strong)
        self._show(expanded)

    def set_title(self, title: str) -> None:
        """What the heading says."""
        self._button.setText(title)

    def set_strong(self, strong: bool) -> None:
        """Whether the heading is bold."""
        font = self._button.font()
        font.setBold(strong)
        self._button.setFont(font)

    def widgets(self) -> Iterator[QWidget]:
        """The heading and all that is under it, from top to bottom."""
        yield self._button
        for number in range(self.body.count()):
            item = self.body.itemAt(number)
            widget = item.widget() if item else None
            if isinstance(widget, Section):
                yield from widget.widgets()
            elif widget is not None:
                yield from widget.findChildren(QWidget)

    def expand(self) -> None:
        """Unfold."""
        self._show(True)

    def _toggle(self) -> None:
        self._show(self._content.isHidden())

    def _show(self, expanded: bool) -> None:
        if expanded:
            self.unfolding.emit()
        self._button.setArrowType(Qt.ArrowType.DownArrow if expanded else Qt.ArrowType.RightArrow)
        self._content.setVisible(expanded)
