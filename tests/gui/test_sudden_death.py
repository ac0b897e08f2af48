"""The window itself, killed while somebody types."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mou_desktop.model import fields
from mou_desktop.store import drafts, examples, locks, recovery

ROOT = Path(__file__).parents[2]
PROMISE = 2.0
WINDOWS = 3
FIELD = "parties.0.name.en"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL"),
]


class Window:
    """A window in a process of its own, with somebody at the keyboard."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        drafts.save(examples.load("memorandum"), folder / "memo.mou")
        self._log = (folder / "keys").open("w+b")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        program = Path(__file__).with_name("typist.py")
        self._process = subprocess.Popen(
            [sys.executable, program, folder],
            env=environment,
            stdout=self._log,
            stderr=subprocess.DEVNULL,
        )

    def keys(self) -> list[tuple[int, float]]:
        lines = (self._folder / "keys").read_text("ascii").split("\n")[:-1]
        return [(int(number), float(moment)) for number, moment in map(str.split, lines)]

    def wait_for_the_first_key(self) -> None:
        end = time.monotonic() + 60
        while not self.keys():
            assert self._process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)

    def kill(self) -> float:
        """The seconds of typing that are gone."""
        moment = time.monotonic()
        self._process.kill()
        self._process.wait()
        self._log.close()
        assert self._process.returncode < 0
        file = self._folder / "memo.mou"
        assert drafts.load(file) is not None
        assert locks.take(file) is not None
        (left,) = recovery.left_behind(self._folder / "state" / "recovery")
        recovered = recovery.load(left)
        assert recovered.state.belongs_to == file
        there = fields.get(recovered.state.draft, FIELD).count("x")
        gone = [typed for number, typed in self.keys() if number > there]
        assert there > 0
        return moment - gone[0] if gone else 0.0


def test_a_window_that_is_killed_loses_two_seconds_at_most(tmp_path: Path) -> None:
    windows = [Window(tmp_path / str(number)) for number in range(WINDOWS)]
    chance = random.Random(4)
    lost = []
    for window in windows:
        window.wait_for_the_first_key()
        time.sleep(chance.uniform(2.0, 3.5))
        lost.append(window.kill())
    print("lost:", ", ".join(f"{seconds:.2f} s" for seconds in lost))
    assert max(lost) <= PROMISE
