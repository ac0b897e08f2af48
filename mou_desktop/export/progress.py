"""How long work tells how far it is, and is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], bool]
"""Told how many steps of how many are done; says whether to go on."""


class Stopped(Exception):  # noqa: N818 (nothing went wrong)
    """The officer does not want the rest."""
