"""What the program is, and its version."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from mou_desktop import __version__
from mou_desktop.gui.wording import _


def show_about(parent: QWidget) -> None:
    """The about box."""
    text = _("MOU Desktop {version}").format(version=__version__)
    about = _("Memoranda in four languages, every version with equal force.")
    QMessageBox.about(parent, _("MOU Desktop"), f"{text}\n\n{about}\n\nQt {qVersion()}")
