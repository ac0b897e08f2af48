"""Pages on paper, or in a PDF file."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from mou_desktop.errors import StorageError
from mou_desktop.export.pdf_language import with_language
from mou_desktop.languages import registry
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.pages import Pages

RESOLUTION = 1200
TWIPS = 1440


def set_up(device: QPagedPaintDevice) -> None:
    """Have A4 sheets, to be painted from edge to edge."""
    size = QPageSize(QSizeF(styles.WIDTH, styles.HEIGHT), QPageSize.Unit.Millimeter)
    nothing = QMarginsF(0, 0, 0, 0)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, nothing))


def print_pages(device: QPagedPaintDevice, versions: Sequence[Pages], chosen: range | None) -> None:
    """Print the versions one after another, or only the sheets in `chosen`, counted from 0 through
    all of them. Raises `StorageError` when the device refuses.
    """
    sheets = [(pages, number) for pages in versions for number in range(len(pages))]
    if chosen is not None:
        sheets = [sheet for place, sheet in enumerate(sheets) if place in chosen]
    painter = QPainter()
    if not painter.begin(device):
        raise StorageError("cannot print; look whether the printer is ready")
    try:
        scale = device.logicalDpiX() / TWIPS
        for place, (pages, number) in enumerate(sheets):
            if place:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            pages.paint(painter, number)
            painter.restore()
    finally:
        painter.end()


def to_pdf(versions: Sequence[Pages]) -> bytes:
    """Versions as a PDF/A-1b file with embedded fonts, whose text can be searched; its title and
    language are those of the first.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setTitle(versions[0].document.name)
    writer.setCreator("MOU Desktop")
    writer.setResolution(RESOLUTION)
    set_up(writer)
    print_pages(writer, versions, None)
    language = registry.language(versions[0].document.language)
    return with_language(bytes(buffer.data().data()), language.word_tag)
