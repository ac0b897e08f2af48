"""Divides what stands before the first article into title and preamble."""

import re
from collections.abc import Sequence

from mou_desktop.intake.headings import names_a_document
from mou_desktop.intake.passages import Passage
from mou_desktop.intake.versions import Version

# Words with which a preamble introduces the parties, and hardly a title.
_INTRODUCES = re.compile(
    r"\bв лице\b|\bдалее\b|\bименуем|\bруководствуясь|\bдоговорились"
    r"|\batın?dan\b|\badından\b|təmsil olunan|\bbundan sonra|razılığa gəl"
    r"|\bатынан\b|\bбұдан әрі|\bкелісті|\bбасшылыққа ала"
    r"|\brepresented by|\bhereinafter|\bhave agreed|\bagreed as follows|\bdesiring\b",
    re.IGNORECASE,
)
_LONG = 320
_TITLE_LINES = 14


def divide_front(version: Version) -> None:
    """Move the lines of `front` to where they belong."""
    front, version.front = version.front, []
    start = _start_of_preamble(front) if version.articles else _without_articles(front)
    version.title += front[:start]
    version.preamble += front[start:]


def _start_of_preamble(front: Sequence[Passage]) -> int:
    for number, line in enumerate(front):
        if _INTRODUCES.search(line.text) or len(line.text) > _LONG:
            return number
    if front and front[-1].text.endswith(":") and not names_a_document(front[-1].text):
        return len(front) - 1
    return min(len(front), _TITLE_LINES)


def _without_articles(front: Sequence[Passage]) -> int:
    """In a text without headings: the lines up to the first sentence."""
    found = _start_of_preamble(front)
    for number, line in enumerate(front[:found]):
        if line.text.endswith((".", ";")) and len(line.text.split()) > 8:
            return number
    return found
