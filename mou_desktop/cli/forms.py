"""The command that answers rows of questions about forms."""

import argparse
import sys
from collections.abc import Iterator

from mou_desktop.cli.output import write
from mou_desktop.languages.rows import answer
from mou_desktop.terminal import DONE, WARNED, complain

_COLUMNS = 4
_BATCH = 1000


def forms(options: argparse.Namespace) -> int:
    """Answer the rows on stdin, one for one and in their order.

    A row that asks nothing known comes back with its text as it stood, unsure.
    """
    done: list[str] = []
    faults: list[str] = []
    for number, row in enumerate(_rows(), start=1):
        text, sure, fault = _answered(row)
        if fault:
            faults.append(f"row {number}: {fault}")
        done.append(f"{row}\t{text}\t{'sure' if sure else 'unsure'}\n")
        if len(done) == _BATCH or sys.stdout.isatty():
            write("".join(done))
            done.clear()
    write("".join(done))
    if faults:
        more = f" (and {len(faults) - 1} more rows)" if len(faults) > 1 else ""
        complain(f"{faults[0]}{more}")
    return WARNED if faults else DONE


def _rows() -> Iterator[str]:
    if sys.stdin is None:
        return
    for line in sys.stdin.buffer:
        row = line.decode("utf-8", "replace").rstrip("\r\n")
        if row:
            yield row


def _answered(row: str) -> tuple[str, bool, str]:
    """The form, whether it is sure, and what is wrong with the row."""
    columns = row.removeprefix("\N{BYTE ORDER MARK}").split("\t")
    if len(columns) < _COLUMNS:
        return "", False, "there should be four columns: language, kind, text and form"
    tag, kind, text, form = columns[:_COLUMNS]
    try:
        found = answer(tag, kind, text, form)
    except KeyError as error:
        return text, False, f"“{error.args[0]}” is no language, kind or form that is known here"
    except ValueError:
        return text, False, f"“{text}” is no number up to 999999 and no date like 2026-05-31"
    return found.text, found.sure, ""
