"""The pages of the versions side by side, page against page, under one scroll bar."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from mou_desktop.gui.columns.cell import tints
from mou_desktop.gui.columns.header import Header
from mou_desktop.gui.wording import _
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.blocks import Tints
from mou_desktop.qtdoc.paging.pages import Pages
from mou_desktop.qtdoc.paging.styles import HEIGHT, MM, WIDTH

GAP = 12
STEP = 40
FULL_SIZE = 96 / 1440
SMALLEST = 120


class PagesView(QAbstractScrollArea):
    """Shows pages; what they say is changed elsewhere.

    Signals:
        field_chosen(str): the path of a field that was clicked.
    """

    field_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, Pages] = {}
        self._languages: list[str] = []
        self._zoom = 1.0
        self._active = ""
        self._tints: Tints = tints(QPalette(Qt.GlobalColor.white))
        self.header = Header(self)
        self.setViewportMargins(0, self.header.height(), 0, 0)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Midlight)
        self.horizontalScrollBar().valueChanged.connect(self._place_header)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(STEP)
        self._retranslate()

    @property
    def languages(self) -> list[str]:
        """The versions that are shown, from left to right."""
        return self._languages

    def pages(self, language: str) -> Pages:
        """The pages of a version that is shown."""
        return self._pages[language]

    def show_documents(
        self, documents: dict[str, Document], languages: list[str], layout: Layout
    ) -> None:
        """Draw the versions in these languages, in this order."""
        self._languages = list(languages)
        present = self._pages
        self._pages = {
            tag: present[tag]
            if tag in present
            and (present[tag].document, present[tag].layout) == (documents[tag], layout)
            else Pages(documents[tag], layout, self._tints)
            for tag in languages
        }
        self._fit()

    def zoom(self, factor: float) -> None:
        """Show pages larger than they fit (more than 1) or smaller."""
        if factor != self._zoom:
            middle = self._middle()
            self._zoom = factor
            self._fit()
            bar = self.verticalScrollBar()
            bar.setValue(round(middle * self._height()) - self.viewport().height() // 2)

    def set_active(self, path: str) -> None:
        """Frame a field wherever it stands, and bring the first place into view."""
        self._active = path
        shown = QRect(QPoint(0, 0), self.viewport().size())
        found = list(self._frames()) if path else []
        if found and not any(shown.contains(each) for each in found):
            middle = found[0].center()
            self.verticalScrollBar().setValue(
                self.verticalScrollBar().value() + middle.y() - shown.center().y()
            )
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        for tag, number, box in self._sheets():
            if box.intersects(event.rect()):
                painter.save()
                painter.fillRect(box, Qt.GlobalColor.white)
                painter.setClipRect(box)
                painter.translate(box.topLeft())
                painter.scale(scale, scale)
                self._pages[tag].paint(painter, number)
                painter.restore()
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        for frame in self._frames():
            painter.drawRect(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over_field = bool(self.path_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over_field else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        path = self.path_at(event.position().toPoint())
        if path and event.button() is Qt.MouseButton.LeftButton:
            self.field_chosen.emit(path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def path_at(self, spot: QPoint) -> str:
        """The field at a spot of the viewport; empty where there is none."""
        for tag, number, box in self._sheets():
            if box.contains(spot):
                on_page = QPointF(spot - box.topLeft()) / self._scale()
                return self._pages[tag].path_at(number, on_page)
        return ""

    def _retranslate(self) -> None:
        self.setAccessibleName(_("The pages of the versions"))

    def _sheets(self) -> Iterator[tuple[str, int, QRect]]:
        """Version, page and place in the viewport of every page."""
        width, height = self._page_width(), self._page_height()
        top = GAP - self.verticalScrollBar().value()
        for tag, left in zip(self._languages, self._lefts(), strict=True):
            for number in range(len(self._pages[tag])):
                yield tag, number, QRect(left, top + number * (height + GAP), width, height)

    def _frames(self) -> Iterator[QRect]:
        """Where the active field stands in the viewport."""
        if not self._active:
            return
        scale = self._scale()
        corners = {(tag, number): box.topLeft() for tag, number, box in self._sheets()}
        for tag, pages in self._pages.items():
            for number, box in pages.boxes(self._active):
                corner = corners[tag, number]
                scaled = QRectF(box.topLeft() * scale, box.size() * scale)
                yield scaled.translated(QPointF(corner)).toAlignedRect()

    def _lefts(self) -> list[int]:
        """Where the columns begin in the viewport; what fits stands in the middle."""
        step = self._page_width() + GAP
        spare = max(self.viewport().width() - len(self._languages) * step - GAP, 0) // 2
        start = GAP + spare - self.horizontalScrollBar().value()
        return [start + number * step for number in range(len(self._languages))]

    def _page_width(self) -> int:
        count = max(len(self._languages), 1)
        fitting = (self.viewport().width() - GAP * (count + 1)) // count
        full = round(WIDTH * MM * FULL_SIZE)
        return round(max(min(fitting, full), SMALLEST) * self._zoom)

    def _page_height(self) -> int:
        return round(self._page_width() * HEIGHT / WIDTH)

    def _scale(self) -> float:
        """Pixels for a twip."""
        return self._page_width() / (WIDTH * MM)

    def _height(self) -> int:
        count = max((len(pages) for pages in self._pages.values()), default=0)
        return GAP + count * (self._page_height() + GAP)

    def _middle(self) -> float:
        """What stands in the middle of the view, as a share of the whole height."""
        here = self.verticalScrollBar().value() + self.viewport().height() / 2
        return here / max(self._height(), 1)

    def _fit(self) -> None:
        view = self.viewport().size()
        width = GAP + len(self._languages) * (self._page_width() + GAP)
        for bar, whole, shown in (
            (self.verticalScrollBar(), self._height(), view.height()),
            (self.horizontalScrollBar(), width, view.width()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(whole - shown, 0))
        self._place_header()
        self.viewport().update()

    def _place_header(self) -> None:
        self.header.setGeometry(0, 0, self.viewport().width(), self.header.height())
        self.header.place(self._languages, self._lefts(), self._page_width())
