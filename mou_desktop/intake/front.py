"""Divides what stands before the first article into title and preamble."""

import re
from collections.abc import Sequence

from mou_desktop.intake.headings import names_a_document
from mou_desktop.intake.passages import Passage
from mou_desktop.intake.remarks import remark
from mou_desktop.intake.versions import Part, Version

# Words with which a preamble introduces the parties, and hardly a title.
_INTRODUCES = re.compile(
    r"\bв лице\b|\bдалее\b|\bименуем|\bруководствуясь|\bдоговорились"
    r"|\batın?dan\b|\badından\b|təmsil olunan|\bbundan sonra|razılığa gəl"
    r"|\bатынан\b|\bбұдан әрі|\bкелісті|\bбасшылыққа ала"
    r"|\brepresented by|\bhereinafter|\bhave agreed|\bagreed as follows|\bdesiring\b",
    re.IGNORECASE,
)
_LONG = 320
_TITLE_LINES, _PREAMBLE_LINES = 14, 6
_SENTENCE = 8


def divide_front(version: Version) -> None:
    """Move the lines of `front` to where they belong."""
    front, version.front = version.front, []
    start = _start_of_preamble(front) if version.articles else _start_of_text(front)
    version.title += front[:start]
    if version.articles:
        version.preamble += front[start:]
        return
    end = start + _length_of_preamble(front[start:])
    version.preamble += front[start:end]
    version.articles.append(Part((1,), passages=front[end:]))
    version.remarks.append(
        remark("no articles were found; the text is article 1", language=version.language)
    )


def _start_of_preamble(front: Sequence[Passage]) -> int:
    for number, line in enumerate(front):
        if _INTRODUCES.search(line.text) or len(line.text) > _LONG:
            return number
    if front and front[-1].text.endswith(":") and not names_a_document(front[-1].text):
        return len(front) - 1
    return min(len(front), _TITLE_LINES)


def _start_of_text(front: Sequence[Passage]) -> int:
    """Where the first sentence begins, in a text without headings."""
    found = _start_of_preamble(front)
    for number, line in enumerate(front[:found]):
        if line.text.endswith((".", ";")) and len(line.text.split()) > _SENTENCE:
            return number
    return found


def _length_of_preamble(lines: Sequence[Passage]) -> int:
    """How many lines introduce a text without headings: up to «agreed as follows:»."""
    for number, line in enumerate(lines[:_PREAMBLE_LINES]):
        if line.text.endswith(":") and number + 1 < len(lines):
            return number + 1
    return 1 if len(lines) > 1 and _INTRODUCES.search(lines[0].text) else 0
