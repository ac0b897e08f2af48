"""Where the program starts: a command, or the window with a draft in it."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mou_desktop.terminal import COMMANDS, guarded, refuse

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; the result is the exit code."""
    given = sys.argv[1:] if argv is None else argv
    if len(given) > 1 or (given and (given[0] in COMMANDS or given[0].startswith("-"))):
        from mou_desktop.cli.main import main as run_command  # (the window opens sooner without)

        return run_command(given)
    file = Path(given[0]) if given else None
    return guarded(lambda: _open_window(file))


def _open_window(file: Path | None) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        return refuse("there is no display to open a window on; see: mou-desktop export -h")
    gc.disable()  # (until the window is there: nothing is garbage yet, and looking takes 13 ms)
    try:
        from mou_desktop.gui.app import run  # (commands do without Qt)
    except ImportError as error:
        return refuse(
            f"the window cannot be opened, a library is missing ({error}): install the program "
            "again with its dependencies, or see: mou-desktop export -h"
        )
    return run(file)


if __name__ == "__main__":
    sys.exit(main())
