"""Types, saves and autosaves until it is killed, again and again: `typist.py FOLDER SEED`.

Each life is a forked process, so that two hundred of them are cheap. Prints as JSON, for each, what
was found afterwards.
"""

import json
import os
import random
import signal
import struct
import sys
import time
from pathlib import Path
from typing import Any

from mou_desktop.errors import MouError
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft
from mou_desktop.store import drafts, examples, locks, recovery
from mou_desktop.store.keeper import Keeper
from mou_desktop.store.recovery import State

KEYSTROKE = struct.Struct("!Id")
TOWN = "Town "
# How many lives there are, how many at a time, how long they last, the delay of the autosave and
# the pause between two keys, in seconds: many that are short, and some at the pace of an officer.
HASTY = (180, 4, (0.005, 0.2), 0.02, 0.001)
STEADY = (24, 24, (1.5, 6.0), 1.0, 0.02)


class Life:
    """One process that works on a draft of its own until it is killed."""

    def __init__(self, folder: Path, seed: float, delay: float, pause: float) -> None:
        self._folder = folder
        self._file, self._state = folder / "memo.mou", folder / "state"
        folder.mkdir()
        drafts.save(numbered(0), self._file)
        self._keys, writer = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            try:
                self._work(random.Random(seed), writer, delay, pause)
            finally:
                os._exit(1)
        os.close(writer)

    def _work(self, chance: random.Random, log: int, delay: float, pause: float) -> None:
        locks.take(self._file)
        keeper = Keeper(lambda error: os._exit(2))
        kept_in = recovery.fresh(self._state)
        number, due = 0, 0.0
        while True:
            number += 1
            draft = numbered(number)
            now = time.monotonic()
            os.write(log, KEYSTROKE.pack(number, now))
            due = due or now + delay
            if now >= due:
                keeper.keep(kept_in, State(draft, self._file))
                due = 0.0
            if chance.random() < 0.02:
                drafts.save(draft, self._file)
                keeper.forget(kept_in)
                due = 0.0
            time.sleep(chance.random() * 2 * pause)

    def end(self) -> dict[str, Any]:
        """Kill it, and say what there is and what is gone."""
        killed_at = time.monotonic()
        os.kill(self._pid, signal.SIGKILL)
        _pid, status = os.waitpid(self._pid, 0)
        with os.fdopen(self._keys, "rb") as stream:
            keys = list(KEYSTROKE.iter_unpack(stream.read()))
        faults = [] if os.WTERMSIG(status) == signal.SIGKILL else [f"ended by itself: {status}"]
        found = []
        try:
            found.append(number_of(drafts.load(self._file)))
            files = recovery.left_behind(self._state)
            found += [number_of(recovery.load(file).state.draft) for file in files]
            if list(self._state.glob(f"*{recovery.SUFFIX}")) != files:
                faults.append("a recovery file is not offered")
            if locks.take(self._file) is None:
                faults.append("the lock cannot be taken over")
        except MouError as error:
            faults.append(str(error))
        gone = [moment for number, moment in keys if number > max(found, default=0)]
        lost = killed_at - gone[0] if gone else 0.0
        return {"faults": faults, "keys": len(keys), "recovered": len(found) > 1, "lost": lost}


def numbered(number: int) -> Draft:
    """The example with a number in it that tells which keystroke it was."""
    return fields.change(_EXAMPLE, "place.en", f"{TOWN}{number}")


def number_of(draft: Draft) -> int:
    return int(draft.values.place["en"].removeprefix(TOWN))


def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    drafts.dumps(_EXAMPLE)  # (loads what every life needs)
    ends = []
    for kind, (lives, abreast, (shortest, longest), delay, pause) in enumerate((HASTY, STEADY)):
        for first in range(0, lives, abreast):
            started = time.monotonic()
            group = []
            for number in range(first, min(first + abreast, lives)):
                life = Life(folder / f"{kind}-{number}", chance.random(), delay, pause)
                group.append((started + chance.uniform(shortest, longest), life))
            for moment, life in sorted(group, key=lambda each: each[0]):
                time.sleep(max(0.0, moment - time.monotonic()))
                ends.append(life.end())
    print(json.dumps(ends))


_EXAMPLE = examples.load("memorandum")

if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
