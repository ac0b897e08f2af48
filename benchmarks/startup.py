"""From the start of the process to the first picture with all four versions in it.

Compared with an empty QMainWindow, which shows what Python and Qt need by themselves. The two are
started in turns, after one start of each that compiles the modules and fills the disk cache.
"""

import time
from collections.abc import Iterator

from measure import Environment, Row, judged, median, run_child

TARGET = 1.5


def rows(repetitions: int, environment: Environment) -> Iterator[Row]:
    empty, ours, whole = [], [], []
    for repetition in range(repetitions + 1):
        (painted,) = _moments("empty", environment)
        first, complete = _moments("ours", environment)
        if repetition > 0:
            empty.append(painted)
            ours.append(first)
            whole.append(complete)
    ratio = median(ours) / median(empty)
    yield Row("start to first picture, empty QMainWindow", f"{median(empty):.0f} ms")
    yield Row("start to first picture, ours with the example", f"{median(ours):.0f} ms")
    yield Row("  ours : empty", f"{ratio:.2f}", judged(f"at most {TARGET}", ratio <= TARGET))
    yield Row("  until the rows below the fold are there too", f"{median(whole):.0f} ms")


def _moments(window: str, environment: Environment) -> list[float]:
    """How long after its start the process reached each moment that it reports."""
    start = time.monotonic_ns()
    moments = run_child("first_paint.py", window, environment=environment)
    return [(moment - start) / 1e6 for moment in moments]
