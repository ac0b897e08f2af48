"""What the program remembers between two starts: screen language, recent files, the window."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from mou_desktop import paths
from mou_desktop.languages import registry
from mou_desktop.terminal import PROGRAM

RECENT_LIMIT = 10


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class Settings:
    """Typed access to the stored settings; a damaged value counts as absent."""

    def __init__(
        self, store: QSettings, state: Path | None = None, own_templates: Path | None = None
    ) -> None:
        """`state` is the folder for what is no setting, `own_templates` the one for the officer's
        templates; usually the user's own for this program.
        """
        self._store = store
        self._state = state
        self._own_templates = own_templates

    @property
    def screen_language(self) -> str:
        """The officer's choice; before there is one, the system's language if we speak it."""
        chosen = self._text("screen_language") or QLocale.system().name().split("_")[0]
        return chosen if chosen in registry.tags() else "en"

    @screen_language.setter
    def screen_language(self, tag: str) -> None:
        self._store.setValue("screen_language", tag)

    @property
    def recent_files(self) -> list[Path]:
        """The drafts opened or saved last, the latest first."""
        return [Path(name) for name in self._text("recent_files").split("\n") if name]

    def remember_file(self, file: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = [other for other in self.recent_files if other != file]
        self._store_recent([file, *others][:RECENT_LIMIT])

    def forget_file(self, file: Path) -> None:
        """Take a file out of the recent ones, because it cannot be opened any more."""
        self._store_recent([other for other in self.recent_files if other != file])

    def _store_recent(self, files: list[Path]) -> None:
        self._store.setValue("recent_files", "\n".join(map(str, files)))

    @property
    def last_folder(self) -> Path:
        """Where the officer last opened, saved or exported."""
        folder = Path(self._text("last_folder") or _documents())
        return folder if folder.is_dir() else Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("last_folder", str(folder))

    @property
    def recovery_folder(self) -> Path:
        """Where unsaved changes are kept."""
        if self._state is None:
            from platformdirs import user_state_path  # (the window opens sooner without)

            self._state = user_state_path(PROGRAM, appauthor=False)
        return self._state / "recovery"

    @property
    def own_templates(self) -> Path:
        """Where the officer's own templates are."""
        if self._own_templates is None:
            self._own_templates = paths.own_templates()
        return self._own_templates

    @property
    def starts_with_page(self) -> bool:
        """Whether the window starts with the start page, once there are recent drafts."""
        return self._text("start_page") != "no"

    @starts_with_page.setter
    def starts_with_page(self, shown: bool) -> None:
        self._store.setValue("start_page", "yes" if shown else "no")

    @property
    def hidden_languages(self) -> list[str]:
        """The versions that the officer chose not to see."""
        return self._tags("hidden_languages")

    @hidden_languages.setter
    def hidden_languages(self, tags: list[str]) -> None:
        self._store.setValue("hidden_languages", ",".join(tags))

    @property
    def language_order(self) -> list[str]:
        """The versions from left to right, where the officer chose another order."""
        return self._tags("language_order")

    @language_order.setter
    def language_order(self, tags: list[str]) -> None:
        self._store.setValue("language_order", ",".join(tags))

    @property
    def language_alone(self) -> str:
        """The only version on the screen; empty when there may be others."""
        return self._text("language_alone")

    @language_alone.setter
    def language_alone(self, tag: str) -> None:
        self._store.setValue("language_alone", tag)

    @property
    def as_pages(self) -> bool:
        """Whether the versions are shown as they print."""
        return self._text("as_pages") == "yes"

    @as_pages.setter
    def as_pages(self, on: bool) -> None:
        self._store.setValue("as_pages", "yes" if on else "no")

    @property
    def shows_checks(self) -> bool:
        """Whether the findings of the checks are listed."""
        return self._text("shows_checks") == "yes"

    @shows_checks.setter
    def shows_checks(self, on: bool) -> None:
        self._store.setValue("shows_checks", "yes" if on else "no")

    @property
    def text_size(self) -> float:
        """Of the versions, in points; nothing (0) when the officer chose none."""
        try:
            return float(self._text("text_size"))
        except ValueError:
            return 0.0

    @text_size.setter
    def text_size(self, points: float) -> None:
        self._store.setValue("text_size", str(points))

    def layout(self, name: str) -> QByteArray:
        """A stored geometry or state of the window; empty when there is none."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def store_layout(self, name: str, value: QByteArray) -> None:
        """Keep a geometry or state of the window."""
        self._store.setValue(f"layout/{name}", value)

    def _tags(self, key: str) -> list[str]:
        return [tag for tag in self._text(key).split(",") if tag in registry.tags()]

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
