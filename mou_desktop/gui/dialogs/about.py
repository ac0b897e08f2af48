"""What the program is, its version, and which LibreOffice makes its PDF files."""

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, qVersion
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMessageBox, QWidget

from mou_desktop import __version__
from mou_desktop.errors import MouError
from mou_desktop.export import libreoffice
from mou_desktop.gui.wording import _

ICON_SIZE = 64


class _Search(QObject):
    """Asks LibreOffice for its version on another thread, because it takes its time.

    Signals:
        ended(str, str): its version and where it is; both are empty when there is none.
    """

    ended = Signal(str, str)

    def start(self) -> None:
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def _run(self) -> None:
        program = libreoffice.find()
        version = ""
        if program is not None:
            try:
                version = libreoffice.version(program)
            except MouError:
                program = None
        self.ended.emit(version or "LibreOffice", str(program or ""))


class AboutBox(QMessageBox):
    """The about box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("MOU Desktop"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        icon = parent.window().windowIcon()
        self.setIconPixmap(icon.pixmap(ICON_SIZE) if not icon.isNull() else QPixmap())
        self.addButton(QMessageBox.StandardButton.Ok)
        self._show_office(_("LibreOffice: looking for it…"))
        self._search = _Search()
        self._search.ended.connect(self._on_ended)
        self._search.start()

    def _on_ended(self, version: str, file: str) -> None:
        found = _("PDF files are made by {version}: {file}").format(version=version, file=file)
        missing = _("LibreOffice is not here: PDF files are made by Qt.")
        self._show_office(found if file else missing)

    def _show_office(self, office: str) -> None:
        text = _("MOU Desktop {version}").format(version=__version__)
        about = _("Memoranda in four languages, every version with equal force.")
        self.setText(f"{text}\n\n{about}\n\nQt {qVersion()}\n{office}")
