"""Which process wrote something, and whether it still runs: by host, number and start."""

import os
import sys
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

# After so long, what cannot be looked at (a process on another computer) counts as gone.
PATIENCE = timedelta(days=1)
_STATE, _START = 0, 19  # (where they stand in /proc/<pid>/stat, behind the name)


class Process(NamedTuple):
    """`started` tells it from a later process with the same number; empty where none can say."""

    host: str
    pid: int
    started: str = ""


def here() -> Process:
    """This process."""
    return Process(_host(), os.getpid(), _start(os.getpid()) or "")


def is_gone(process: Process) -> bool:
    """Whether a process has certainly ended; of another computer's, nothing is certain."""
    if process.host != _host():
        return False
    started = _start(process.pid)
    return started is None or bool(process.started and started and started != process.started)


def seems_gone(process: Process, since: datetime) -> bool:
    """Whether a process has ended, or gave its last sign so long ago that it is likely."""
    if is_gone(process):
        return True
    certain = process.host == _host() and process.started
    return not certain and datetime.now().astimezone() - since > PATIENCE


@cache
def _host() -> str:
    import platform

    return platform.node()


def _start(pid: int) -> str | None:
    """When a process of this computer started, as far as the system tells; nothing when there is
    no such process.
    """
    if Path("/proc/self/stat").exists():
        try:
            status = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        except OSError:
            return None
        facts = status.rpartition(")")[2].split()
        return None if facts[_STATE] in "ZX" else facts[_START]
    return "" if _answers(pid) else None


def _answers(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        query, still_active = 0x1000, 259
        handle = ctypes.windll.kernel32.OpenProcess(query, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return code.value == still_active
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
