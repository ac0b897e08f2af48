"""What is written across the pages of a text that is not final: «ПРОЕКТ 3, 5 мая 2026 года»."""

from datetime import date
from typing import NamedTuple

from mou_desktop.languages import registry
from mou_desktop.model.draft import Draft


class Watermark(NamedTuple):
    """The number of the draft, and the day on which its file was made."""

    number: int
    date: date

    def text(self, tag: str) -> str:
        """In the words of a language."""
        language = registry.language(tag)
        day = language.date("long", self.date.year, self.date.month, self.date.day)
        return f"{language.draft_word} {self.number}, {day}"


def watermark_of(draft: Draft, day: date) -> Watermark | None:
    """That of the draft as it is now: it comes after the versions that were kept. A final one has
    none.
    """
    return Watermark(len(draft.versions) + 1, day) if draft.final is None else None
