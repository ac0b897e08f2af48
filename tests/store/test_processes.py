"""Whether the process that wrote something still runs."""

import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from mou_desktop.store import process
from mou_desktop.store.process import Process

NOW = datetime.now().astimezone()
LONG_AGO = NOW - timedelta(days=2)


def ended() -> Process:
    """A process of this computer that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return Process(process.here().host, child.pid, "1")


def test_this_process_runs() -> None:
    assert process.here().pid == os.getpid()
    assert not process.is_gone(process.here())
    assert not process.seems_gone(process.here(), LONG_AGO)


def test_a_process_that_has_ended_is_gone() -> None:
    assert process.is_gone(ended())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_another_process_that_got_the_same_number_is_another_process() -> None:
    assert process.is_gone(process.here()._replace(started="1"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_killed_process_that_nobody_has_waited_for_is_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    running = Process(process.here().host, child.pid)
    assert not process.is_gone(running)
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert process.is_gone(running)
    child.wait()


def test_of_another_computers_process_only_time_tells() -> None:
    elsewhere = ended()._replace(host="another computer")
    assert not process.is_gone(elsewhere)
    assert not process.seems_gone(elsewhere, NOW)
    assert process.seems_gone(elsewhere, LONG_AGO)


def test_without_proc_the_number_alone_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = ended()
    monkeypatch.setattr("pathlib.Path.exists", lambda path: False)
    assert process.here().started == ""
    assert not process.is_gone(process.here())
    assert process.is_gone(gone)
