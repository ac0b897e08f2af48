"""Prints the versions on the screen, from left to right, and shows beforehand what will come."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from mou_desktop.errors import MouError
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.paging.pages import Pages
from mou_desktop.qtdoc.paging.printing import print_pages, set_up


class Printing(QObject):
    """Takes the versions and their layout from `on_screen` when it is asked to print."""

    def __init__(
        self,
        window: QWidget,
        on_screen: Callable[[], tuple[list[Document], Layout]],
        prompts: Callable[[], Prompts],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._on_screen = on_screen
        self._prompts = prompts

    def ask(self) -> None:
        """Print, after asking where and which pages."""
        versions = self._versions()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._set_up(printer)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        dialog.setMinMax(1, sum(map(len, versions)))
        if dialog.exec():
            self.paint(printer, versions)

    def preview(self) -> QPrintPreviewDialog:
        """Open the preview, from which can be printed, too."""
        versions = self._versions()
        # A printer of our own would have to live as long as the dialog, which does not own it.
        dialog = QPrintPreviewDialog(self._window)
        self._set_up(dialog.printer())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Print preview"))
        dialog.setMinimumSize(640, 480)
        dialog.resize(self._window.size())
        dialog.paintRequested.connect(lambda printer: self.paint(printer, versions))
        dialog.open()
        return dialog

    def paint(self, printer: QPrinter, versions: list[Pages]) -> None:
        """Send the pages that the officer wants to the printer."""
        first, last = printer.fromPage(), printer.toPage()
        chosen = range(first - 1, last) if first else None
        try:
            print_pages(printer, versions, chosen)
        except MouError as error:
            self._prompts().error(error_text(error))

    def _versions(self) -> list[Pages]:
        documents, layout = self._on_screen()
        return [Pages(document, layout) for document in documents]

    def _set_up(self, printer: QPrinter) -> None:
        printer.setFullPage(True)
        set_up(printer)
        printer.setDocName(self._on_screen()[0][0].name)
