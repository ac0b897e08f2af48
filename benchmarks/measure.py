"""What all benchmarks share: statistics, a row of the table, the environment of child processes."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCREEN = {"name": "bench", "x": 0, "y": 0, "width": 1920, "height": 1080}
Environment = Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, the figures, and what they were to be."""

    what: str
    figures: str
    target: str = ""


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(times: Sequence[float]) -> float:
    """The time that half of the repetitions do not exceed."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 repetitions do not exceed."""
    return sorted(times)[-(-95 * len(times) // 100) - 1]


def spread(times: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    return f"{median(times):.1f} / {p95(times):.1f} / {max(times):.1f} ms"


def judged(target: str, reached: bool) -> str:
    """A target, and whether this run reached it."""
    return f"{target}: {'reached' if reached else 'missed'}"


def child_environment(folder: Path) -> Environment:
    """For measured processes: modules compiled beforehand, as those of an installed program are,
    nobody's settings, and a usual screen that is drawn in memory. `folder` holds all that.
    """
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    inherited = {key: value for key, value in os.environ.items() if key not in _MISLEADING}
    return {
        **inherited,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_LOGGING_RULES": "default.warning=false",
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "XDG_CONFIG_HOME": str(folder / "settings"),
    }


_MISLEADING = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY")


def run_child(script: str, *arguments: object, environment: Environment) -> Any:
    """Run a script of this folder in a process of its own; the result is the JSON it prints."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)
