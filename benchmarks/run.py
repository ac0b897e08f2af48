"""Measures the program in one run and prints a table: `python benchmarks/run.py [--quick]`.

Times of different runs or machines do not compare; the ratios within one run do.
"""

import argparse
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import amending
import batch
import checks
import export
import keystroke
import long_draft
import signing
import startup
from measure import Environment, Row, child_environment


@dataclass(frozen=True)
class Repetitions:
    """How often each thing is done."""

    exports: int
    keys: int
    starts: int
    drafts: int
    checks: int


FULL = Repetitions(exports=40, keys=200, starts=15, drafts=200, checks=100)
QUICK = Repetitions(exports=2, keys=10, starts=1, drafts=4, checks=4)


def main() -> None:
    """Print each row as soon as it is known."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--quick", action="store_true", help="few repetitions: does it run at all?")
    repetitions = QUICK if parser.parse_args().quick else FULL
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print("Medians; keystrokes as median / 95th percentile / maximum.\n")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(repetitions, child_environment(Path(folder))):
            print(f"{row.what:50} {row.figures:>24}  {row.target}".rstrip(), flush=True)


def rows(repetitions: Repetitions, environment: Environment) -> Iterator[Row]:
    """All measurements, one after another."""
    yield from export.rows(repetitions.exports)
    yield from keystroke.rows(repetitions.keys, environment)
    yield from long_draft.rows(repetitions.keys, environment)
    yield from amending.rows(repetitions.keys)
    yield from startup.rows(repetitions.starts, environment)
    yield from checks.rows(repetitions.checks)
    yield from batch.rows(repetitions.drafts, environment)
    yield from signing.rows(repetitions.exports, repetitions.drafts, environment)


if __name__ == "__main__":
    main()
