"""Prints how many rows of tests/languages/data are right, by language, kind and form.

`right` counts rows whose form is the expected one, `sure` those that the program vouches for, and
`caught` those wrong ones that it marks unsure. Ends with an error when a wrong form was sure.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mou_desktop.languages.rows import answer

DATA = Path(__file__).parent.parent / "tests" / "languages" / "data"
EXACT = frozenset({"number", "ordinal", "counted", "date"})
VARIES = "usage varies"


class Tally:
    """How the rows of one group came out."""

    def __init__(self) -> None:
        self.rows = self.right = self.sure = self.caught = 0

    def add(self, right: bool, sure: bool) -> None:
        self.rows += 1
        self.right += right
        self.sure += sure
        self.caught += not right and not sure

    def __str__(self) -> str:
        wrong = self.rows - self.right
        caught = f"{self.caught}/{wrong}" if wrong else "–"
        right = f"{100 * self.right / self.rows:.1f} %"
        sure = f"{100 * self.sure / self.rows:.0f} %"
        return f"{self.rows:6} {right:>9} {sure:>7} {caught:>8}"


def main(files: list[Path]) -> int:
    """Report on the tables; the exit code is 1 when a form was wrong and sure."""
    tallies: defaultdict[tuple[str, str, str], Tally] = defaultdict(Tally)
    missed: list[str] = []
    for row in _rows(files or sorted(DATA.glob("*.tsv"))):
        language, kind, text, form, expected = (row[name] for name in list(row)[:5])
        found = answer(language, kind, text, form)
        right = found.text == expected
        groups = [("", "", ""), (language, "", ""), (language, kind, "")]
        if kind not in EXACT:
            groups.append((language, kind, form))
        for group in groups:
            tallies[group].add(right, found.sure)
        if found.sure and not right:
            missed.append(f"{language} {kind} {form}: {text} → {found.text}, not {expected}")
    print(f"{'':36} {'rows':>6} {'right':>9} {'sure':>7} {'caught':>8}")
    for (language, kind, form), tally in sorted(tallies.items()):
        label = (form and f"      {form}") or (kind and f"   {kind}") or language or "all"
        print(f"{label:36} {tally}")
    for line in missed:
        print(f"wrong and sure: {line}")
    return 1 if missed else 0


def _rows(files: list[Path]) -> Iterator[dict[str, str]]:
    for file in files:
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                if VARIES not in row["source"]:
                    yield row


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
