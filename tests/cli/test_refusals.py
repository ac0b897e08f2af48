"""Whatever goes wrong is one line on stderr, and never a traceback."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from mou_desktop import __version__
from mou_desktop.__main__ import main as start
from mou_desktop.cli.main import main
from mou_desktop.terminal import COMMANDS, REFUSED

Output = pytest.CaptureFixture[str]


def one_line(capsys: Output) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mou-desktop: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    return err.removeprefix("mou-desktop: ").rstrip("\n")


@pytest.mark.parametrize(
    ("argv", "says", "see"),
    [
        ([], "the following arguments are required: COMMAND", "mou-desktop -h"),
        (["publish"], "argument COMMAND: invalid choice: 'publish'", "mou-desktop -h"),
        (["--verbose"], "", "mou-desktop -h"),
        (["new"], "the following arguments are required: OUT.mou", "mou-desktop new -h"),
        (["set", "a.mou"], "the following arguments are required: PATH=V", "mou-desktop set -h"),
        (["show", "a.mou"], "the following arguments are required: --lang", "mou-desktop show -h"),
        (["show", "a.mou", "--lang", "ru"], "", "mou-desktop show -h"),
        (
            ["export", "a.mou"],
            "the following arguments are required: --to",
            "mou-desktop export -h",
        ),
        (
            ["export", "a.mou", "--to", ".", "--format", "odt"],
            "argument --format: invalid choice: 'odt' (choose from ",
            "mou-desktop export -h",
        ),
        (["export", "a.mou", "--to", ".", "x\ny\x1b[31m"], "", "mou-desktop -h"),
    ],
)
def test_a_wrong_call_says_where_help_is(
    capsys: Output, argv: list[str], says: str, see: str
) -> None:
    assert main(argv) == 2
    line = one_line(capsys)
    assert line.startswith(says)
    assert line.endswith(f"; see: {see}")
    assert line.isprintable()


def test_help_fits_on_a_screen_and_names_every_command(capsys: Output) -> None:
    assert main(["-h"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert len(out.splitlines()) <= 24
    assert all(f"    {command}" in out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys: Output, command: str) -> None:
    assert main([command, "-h"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: mou-desktop {command} [-h]")


def test_only_formats_that_work_are_offered(capsys: Output) -> None:
    assert main(["export", "-h"]) == 0
    assert "--format {docx,pdf,txt}" in capsys.readouterr().out


def test_the_version(capsys: Output) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"MOU Desktop {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (MemoryError(), 2, "there is not enough memory; close other programs and try again"),
        (ModuleNotFoundError("no lxml"), 2, "a library is missing (no lxml); install the progra"),
        (RecursionError("too\ndeep"), 2, "unexpected fault, please report it: RecursionError: to"),
        (ZeroDivisionError(), 2, "unexpected fault, please report it: ZeroDivisionError: "),
    ],
)
def test_a_fault_of_the_program_is_one_line(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, says: str
) -> None:
    def fail(file: Path) -> NoReturn:
        raise error

    monkeypatch.setattr("mou_desktop.store.drafts.load", fail)
    assert main(["show", "a.mou", "--language", "ru"]) == code
    assert one_line(capsys).startswith(says.strip())


def test_ctrl_c_is_quiet(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(file: Path) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("mou_desktop.store.drafts.load", interrupted)
    assert main(["show", "a.mou", "--language", "ru"]) == 130
    assert capsys.readouterr() == ("", "")


class TestStart:
    """The entry point: a command, or the window."""

    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
        """What the window is opened with, in place of opening it."""
        seen: list[Path | None] = []

        def open_window(file: Path | None) -> int:
            seen.append(file)
            return 0

        monkeypatch.setattr("mou_desktop.__main__._open_window", open_window)
        return seen

    def test_without_arguments_the_window_opens(self, opened: list[Path | None]) -> None:
        assert start([]) == 0
        assert opened == [None]

    def test_with_a_file_the_window_opens_it(self, opened: list[Path | None]) -> None:
        assert start(["memo.mou"]) == 0
        assert opened == [Path("memo.mou")]

    def test_the_arguments_of_the_process_count(
        self, opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.argv", ["mou-desktop", "memo.mou"])
        assert start() == 0
        assert opened == [Path("memo.mou")]

    @pytest.mark.parametrize("argv", [["new"], ["-x"], ["a.mou", "b.mou"], ["exprot", "a.mou"]])
    def test_all_else_is_for_the_command_line(
        self, opened: list[Path | None], capsys: Output, argv: list[str]
    ) -> None:
        assert start(argv) == 2
        assert "; see: mou-desktop " in one_line(capsys)
        assert opened == []

    @pytest.mark.parametrize("argv", [["--version"], ["-h"], ["show", "-h"]])
    def test_help_needs_no_window(
        self, opened: list[Path | None], capsys: Output, argv: list[str]
    ) -> None:
        assert start(argv) == 0
        assert opened == []

    def test_without_a_display_it_names_the_way_without_one(
        self, capsys: Output, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.setenv(name, "")
        assert start([]) == 2
        line = one_line(capsys)
        assert line == "there is no display to open a window on; see: mou-desktop export -h"

    def test_without_qt_it_names_what_is_missing(
        self, capsys: Output, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        monkeypatch.setitem(sys.modules, "mou_desktop.gui.app", None)
        assert start(["memo.mou"]) == 2
        line = one_line(capsys)
        assert line.startswith("the window cannot be opened, a library is missing (")
        assert line.endswith("see: mou-desktop export -h")

    def test_a_window_that_fails_is_one_line(
        self, capsys: Output, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(file: Path | None) -> int:
            raise ValueError("no fonts")

        monkeypatch.setattr("mou_desktop.__main__._open_window", fail)
        assert start([]) == REFUSED
        assert one_line(capsys) == "unexpected fault, please report it: ValueError: no fonts"
