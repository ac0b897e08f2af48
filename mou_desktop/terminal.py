"""How the program ends when it was started from a terminal: an exit code, and one line that says
why. Light, because the window starts here too.
"""

import sys
from collections.abc import Callable
from contextlib import suppress

from mou_desktop.errors import MouError
from mou_desktop.model.fields import clean

PROGRAM = "mou-desktop"
COMMANDS = (
    "new",
    "set",
    "show",
    "export",
    "sign-set",
    "verify",
    "compare",
    "returned",
    "amend",
    "consolidate",
    "check",
    "import",
    "forms",
)
DONE, WARNED, REFUSED, INTERRUPTED = 0, 1, 2, 130
_LINE_LIMIT = 600


def guarded(work: Callable[[], int]) -> int:
    """The exit code of `work`; whatever it raises becomes one line on stderr."""
    try:
        return work()
    except KeyboardInterrupt:
        return INTERRUPTED
    except MouError as error:
        return refuse(str(error))
    except MemoryError:
        return refuse("there is not enough memory; close other programs and try again")
    except ImportError as error:
        return refuse(f"a library is missing ({error}); install the program again")
    except Exception as error:
        return refuse(f"unexpected fault, please report it: {type(error).__name__}: {error}")


def refuse(message: str) -> int:
    """Say in one line why nothing was done."""
    complain(message)
    return REFUSED


def complain(message: str) -> None:
    """One line on stderr."""
    line = " ".join(clean(message).split())
    if len(line) > _LINE_LIMIT:
        line = f"{line[:_LINE_LIMIT]}…"
    with suppress(OSError):
        print(f"{PROGRAM}: {line}", file=sys.stderr, flush=True)
