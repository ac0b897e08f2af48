"""Where the files lie that come with the program, and the officer's own templates.

An installed wheel carries `resources/` and `translations/` inside the package; in a checkout
or an editable install they stand beside it.
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resources() -> Path:
    """The folder with templates, examples, styles and icons."""
    return _shipped("resources")


def translations() -> Path:
    """The folder with the gettext catalogs of the screen languages."""
    return _shipped("translations")


def own_templates() -> Path:
    """The folder with the officer's own templates."""
    from platformdirs import user_data_path  # (the window opens sooner without)

    return user_data_path("mou-desktop", appauthor=False) / "templates"
