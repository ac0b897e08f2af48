"""What may be chosen for the fields that have few values: each value with its label."""

from collections.abc import Callable

from PySide6.QtCore import QLocale

from mou_desktop.gui.wording import _, screen_language
from mou_desktop.languages import registry
from mou_desktop.languages.base import Sex
from mou_desktop.model.draft import Originals
from mou_desktop.model.typed import NO, YES

OPEN = "–"
Choices = Callable[[], list[tuple[str, str]]]


def sexes() -> list[tuple[str, str]]:
    """How English addresses the signatory."""
    return [
        ("", OPEN),
        (Sex.MALE.value, _("Mr. (man)")),
        (Sex.FEMALE.value, _("Ms. (woman)")),
    ]


def months() -> list[tuple[str, str]]:
    """The months by name; open for the pen."""
    locale = QLocale(screen_language())
    names = [locale.standaloneMonthName(month) for month in range(1, 13)]
    return [("", OPEN), *((str(number), name) for number, name in enumerate(names, start=1))]


def originals() -> list[tuple[str, str]]:
    """What the number of copies counts."""
    return [
        (Originals.SEPARATE.value, _("one language")),
        (Originals.COMBINED.value, _("all languages")),
    ]


def yes_or_no() -> list[tuple[str, str]]:
    """What is done, or not."""
    return [(YES, _("yes")), (NO, _("no"))]


def own_language(tags: tuple[str, ...]) -> list[tuple[str, str]]:
    """A party's own language, if it has one of these."""
    return [("", OPEN), *((tag, registry.language(tag).endonym) for tag in tags)]


def prevailing(tags: tuple[str, ...]) -> list[tuple[str, str]]:
    """The text that prevails."""
    return [("", _("none, all are equal")), *own_language(tags)[1:]]
