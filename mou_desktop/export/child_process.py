"""Runs another program for a bounded time, and ends it with everything that it has started."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

INTERVAL = 0.05
"""Seconds between two looks at a program that runs."""
if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0
_MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "LD_LIBRARY_PATH")


def run(
    command: Sequence[str],
    folder: Path,
    output: Path,
    *,
    environment: Mapping[str, str],
    watch: Callable[[], None],
) -> None:
    """Run a program in `folder`; what it says goes into `output`. Raises `OSError` when it cannot
    be started.

    `watch` is called again and again meanwhile; whatever it raises ends the program.
    """
    with output.open("wb") as said:
        process = _start(command, folder, said.fileno(), environment)
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(INTERVAL)
                    return
                watch()
        finally:
            _end(process)


def surroundings(**more: str) -> dict[str, str]:
    """This process's environment without what is meant for it alone."""
    inherited = {key: value for key, value in os.environ.items() if key not in _MISLEADING}
    original = os.environ.get("LD_LIBRARY_PATH_ORIG")  # (from a packed program)
    return inherited | ({"LD_LIBRARY_PATH": original} if original else {}) | more


def _start(
    command: Sequence[str], folder: Path, output: int, environment: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    """In a group of processes of its own, without a window."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=sys.platform != "win32",
        creationflags=_NO_WINDOW,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Also what a program leaves behind that has ended itself."""
    if sys.platform == "win32":
        if process.poll() is None:
            kill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(kill, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
