"""What the checks find in the signed memorandum, as a page of `docs/`.

Run as `python -m tests.check.worked_example`, it writes the page anew.
"""

from pathlib import Path

from mou_desktop.check.run import check
from mou_desktop.cli.findings import message
from mou_desktop.languages import registry
from mou_desktop.model.finding import Finding, Level
from tests.check import seed

PAGE = Path(__file__).parents[2] / "docs" / "signed-memorandum.md"
_HEAD = """# The signed memorandum, checked

What the checks find in the memorandum as the parties signed it in 2026, before its clerical errors
were corrected (`resources/templates/memorandum/CORRECTIONS.md`). Each finding is true. Notes are
differences that only the parties can judge.
"""
_PLACES = {"title": "Title", "preamble": "Preamble", "signature": "Signatures"}


def page() -> str:
    """The whole page."""
    found = check(seed.documents())
    parts = [_HEAD]
    for place in dict.fromkeys(finding.place for finding in found):
        parts.append(f"## {_PLACES.get(place, f'Article {place}')}\n")
        parts.append("| Level | Version | What stands there | What is wrong |")
        parts.append("|---|---|---|---|")
        parts += [_row(finding) for finding in found if finding.place == place]
        parts.append("")
    counts = {level: sum(each.level is level for each in found) for level in Level}
    told = ", ".join(f"{count} {level}s" for level, count in counts.items())
    return "\n".join([*parts, f"In all: {told}."]) + "\n"


def _row(finding: Finding) -> str:
    languages = ", ".join(registry.language(tag).endonym for tag in finding.languages)
    cells = (finding.level, languages, finding.excerpt, message(finding))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
