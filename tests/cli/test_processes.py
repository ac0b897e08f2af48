"""The program as a process of its own: encodings, pipes, signals, what it loads."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from mou_desktop.store import drafts, examples

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft filled in with the example."""
    file = tmp_path_factory.mktemp("drafts") / "memo.mou"
    drafts.save(examples.load("memorandum"), file)
    return file


def run(*argv: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *map(str, argv)],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def loaded(*argv: object) -> set[str]:
    """The libraries that a command loads."""
    program = "import sys; from mou_desktop.__main__ import main; main(sys.argv[1:]); print(); "
    done = run("-c", program + "print(*sys.modules)", *argv)
    assert done.returncode == 0, done.stderr
    modules = {name.partition(".")[0] for name in done.stdout.decode().splitlines()[-1].split()}
    return modules & {"PySide6", "pydantic", "docx", "lxml"}


def test_the_program_starts_as_a_module(file: Path) -> None:
    done = run("-m", "mou_desktop", "show", file, "--language", "kk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("МЕМОРАНДУМ\n")


def test_no_command_loads_what_it_does_not_need(file: Path, tmp_path: Path) -> None:
    assert loaded("-h") == set()
    assert loaded("show", file, "--language", "en") == {"pydantic"}
    assert loaded("export", file, "--to", tmp_path, "--format", "txt") == {"pydantic"}
    assert "PySide6" not in loaded("export", file, "--to", tmp_path, "--format", "docx")


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "utf-16"])
def test_the_text_is_utf_8_whatever_the_terminal(file: Path, encoding: str) -> None:
    done = run("-m", "mou_desktop", "show", file, "--language", "az", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Mədəniyyət" in done.stdout.decode("utf-8")


def test_a_terminal_that_cannot_show_a_message_gets_it_escaped() -> None:
    done = run("-m", "mou_desktop", "set", "нет.mou", "copies=1", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert done.stderr.startswith(b"mou-desktop: \\u043d\\u0435\\u0442.mou: there is no such file")


def run_into(stdout: IO[bytes], *argv: object) -> tuple[int, bytes]:
    """The exit code and what stands on stderr when stdout is not to be captured."""
    command = [sys.executable, "-m", "mou_desktop", *map(str, argv)]
    done = subprocess.run(
        command,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    return done.returncode, done.stderr


@POSIX
@pytest.mark.parametrize("length", ["long", "short"])
def test_a_reader_that_goes_away_is_no_error(file: Path, tmp_path: Path, length: str) -> None:
    long, short = ("show", file, "--language", "ru"), ("export", file, "--to", tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        assert run_into(pipe, *(long if length == "long" else short)) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_finds_no_room_is_one_line(file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = run_into(full, "show", file, "--language", "ru")
    assert ended == (2, b"mou-desktop: cannot write the output: No space left on device\n")


@POSIX
def test_a_file_name_that_is_not_text_is_no_trouble(file: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/m\xffmo.mou")
    Path(odd).write_bytes(file.read_bytes())
    done = run("-m", "mou_desktop", "export", odd, "--to", tmp_path, "--format", "txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "mmo-ru.txt").is_file()
    missing = run("-m", "mou_desktop", "show", odd + "x", "--language", "ru")
    assert missing.returncode == 2
    assert missing.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_refused_in_one_line() -> None:
    done = run("-m", "mou_desktop", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert done.stderr == (
        b"mou-desktop: there is no display to open a window on; see: mou-desktop export -h\n"
    )
