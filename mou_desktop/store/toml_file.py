"""Reads a TOML file of a template; whatever is wrong with it is said with its name."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from mou_desktop.errors import TemplateError

SIZE_LIMIT = 4 * 1024 * 1024
T = TypeVar("T")


class TomlFile:
    """A TOML file whose keys are taken out one by one, so that none is overlooked."""

    def __init__(self, path: Path) -> None:
        self._name = f"{path.parent.name}/{path.name}"
        try:
            if path.stat().st_size > SIZE_LIMIT:
                raise self.error(
                    "{file}: the file is too large ({name} bytes)", name=path.stat().st_size
                )
            self._rest: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise self.error("{file}: cannot be read: {name}", name=error) from error

    def error(self, message: str, **params: object) -> TemplateError:
        return TemplateError(message, file=self._name, **params)

    def take(self, key: str, kind: type[T]) -> T:
        value = self._rest.pop(key, None)
        if not isinstance(value, kind):
            raise self.error(
                "{file}: {name} is missing or is not a {kind}", name=key, kind=kind.__name__
            )
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        return self.checked_strings(key, self.take(key, list))

    def optional_strings(self, key: str) -> tuple[str, ...]:
        """None where the file does not have the key."""
        return self.checked_strings(key, self._rest.pop(key, []))

    def checked_strings(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.error("{file}: {name} is not a list of texts", name=key)
        return tuple(value)

    def texts(self, key: str) -> dict[str, str]:
        value = self.take(key, dict)
        if not all(isinstance(text, str) for text in value.values()):
            raise self.error("{file}: {name} is not a table of texts", name=key)
        return value

    def finish(self) -> None:
        for key in self._rest:
            raise self.error("{file}: unknown key {name}", name=key)
