"""Opens a draft that is dragged into the window, and imports foreign files, wherever they are let
go.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mou_desktop.store.drafts import SUFFIX

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Looks at drags before the widgets do: a text would take a file's name for words."""

    def __init__(
        self,
        window: QWidget,
        open_file: Callable[[Path], None],
        import_files: Callable[[list[Path]], None],
    ) -> None:
        super().__init__(window)
        self._open, self._import = open_file, import_files
        window.setAcceptDrops(True)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        files = _files(event)
        is_draft = len(files) == 1 and files[0].suffix.lower() == SUFFIX
        if not is_draft and not (files and all(map(_is_foreign, files))):
            return False
        if QApplication.activeModalWidget() is not None:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:  # (a question must not keep the other program waiting)
            take = (lambda: self._open(files[0])) if is_draft else (lambda: self._import(files))
            QTimer.singleShot(0, self, take)
        return True


def _files(event: QDropEvent) -> list[Path]:
    """The files that are dragged; none when something else is among them."""
    urls = event.mimeData().urls()
    if not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


def _is_foreign(file: Path) -> bool:
    from mou_desktop.intake.reading import SUFFIXES  # (the window opens without)

    return file.suffix.lower() in SUFFIXES
