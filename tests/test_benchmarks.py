"""The benchmarks run and print all that they promise; how fast is not asked here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_one_quick_run_prints_every_row() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "run.py"), "--quick"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if "ms" in line or " : " in line]
    for what in (
        "4 Word files, ours",
        "4 Word files, docxtpl",
        "docxtpl : ours",
        "key in the copies",
        "key in a party's name",
        "key in a plain QTextEdit",
        "field of the amended text → 4 previews of the protocol",
        "first picture, empty QMainWindow",
        "first picture, ours",
        "ours : empty",
        "check of the memorandum, at first",
        "check after a letter more in a clause",
        "check after a letter more in a party's name",
        "4 drafts in 4 languages, one core",
        "8 drafts in 4 languages, one core",
        "twice as many : as many",
        "all cores : one core",
        "signing set, 4 Word files and manifest",
        "signing sets of 4 drafts",
        "time a set, second half : first half",
    ):
        assert any(what in row for row in rows), what
