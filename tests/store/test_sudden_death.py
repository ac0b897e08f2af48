"""Killed at any moment, the program loses no draft, and at most two seconds of typing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISE = 2.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]


def test_nothing_is_lost_in_two_hundred_deaths(tmp_path: Path) -> None:
    program = Path(__file__).with_name("typist.py")
    ended = subprocess.run(
        [sys.executable, program, tmp_path, "4"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ended.returncode == 0, ended.stderr
    deaths = json.loads(ended.stdout)
    print(f"{len(deaths)} deaths, {sum(each['keys'] for each in deaths)} keys,", end=" ")
    print(f"at most {max(each['lost'] for each in deaths):.2f} s lost")
    assert [fault for each in deaths for fault in each["faults"]] == []
    assert len(deaths) >= 200
    assert sum(each["recovered"] for each in deaths) >= 50
    assert max(each["lost"] for each in deaths) <= PROMISE
