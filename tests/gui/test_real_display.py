"""The program itself, on a real (virtual) screen."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for Linux"),
]


def start(*arguments: str, home: Path) -> subprocess.Popen[str]:
    xvfb = shutil.which("xvfb-run")
    assert xvfb is not None, "xvfb is missing; scripts/setup.sh test installs it"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
    environment |= {"XDG_CONFIG_HOME": str(home / "config")}
    return subprocess.Popen(
        [xvfb, "-a", sys.executable, "-m", "mou_desktop", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def stays_open(window: subprocess.Popen[str], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and window.poll() is None:
        time.sleep(0.1)
    return window.poll() is None


def close(window: subprocess.Popen[str]) -> str:
    os.killpg(window.pid, signal.SIGTERM)
    return window.communicate(timeout=20)[1]


def test_the_window_opens_and_stays(tmp_path: Path) -> None:
    window = start(home=tmp_path)
    try:
        assert stays_open(window, 5), window.communicate()[1]
    finally:
        complaints = close(window)
    assert "Traceback" not in complaints


def test_without_a_display_there_is_one_line(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    answer = subprocess.run(
        [sys.executable, "-m", "mou_desktop"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode == 2
    assert len(answer.stderr.splitlines()) == 1
    assert "display" in answer.stderr
