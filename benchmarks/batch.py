"""Many drafts to Word files in four languages: whether time grows with their number, and whether
more cores help, and what docxtpl takes for the like.

A time is that of rendering and of making the files' bytes. Putting them on the disk is left out:
every file waits for the disk to confirm it, which says more of the disk than of the program.
docxtpl is given the words in their forms, and fills them in; it does so for some of the drafts.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from export import template_of
from measure import Environment, Row, judged, run_child

from mou_desktop.export.docx import to_docx
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change, get
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

STRAIGHT = 1.25
CHUNKS_PER_CORE = 4
SAMPLE = 10
"""Of so many drafts one is filled in by docxtpl, too."""


def rows(drafts: int, environment: Environment) -> Iterator[Row]:
    """`drafts` and twice as many on one core, then those on all cores."""
    found = run_child("batch.py", drafts, environment=environment)
    few, many, cores, at_once = (found[key] for key in ("few", "many", "cores", "at_once"))
    theirs = found["theirs"]
    each, each_of_many = few / drafts, many / (2 * drafts)
    growth = each_of_many / each
    straight = judged(f"at most {STRAIGHT}", growth <= STRAIGHT)
    yield Row(f"{drafts} drafts in 4 languages, one core", f"{each:.2f} ms a draft")
    yield Row(f"{2 * drafts} drafts in 4 languages, one core", f"{each_of_many:.2f} ms a draft")
    yield Row("  time a draft, twice as many : as many", f"{growth:.2f}", straight)
    yield Row(f"{2 * drafts} drafts, {cores} cores", f"{at_once / (2 * drafts):.2f} ms a draft")
    yield Row("  drafts a second, all cores : one core", f"{many / at_once:.2f} of {cores}")
    yield Row("the same filled in by docxtpl, one core", f"{theirs:.2f} ms a draft")
    yield Row("  docxtpl : ours, one core", f"{theirs / each_of_many:.1f}")
    yield Row("  docxtpl, one core : ours, all cores", f"{theirs * 2 * drafts / at_once:.1f}")


def main(drafts: int) -> None:
    """Measure, and print the times in milliseconds as JSON."""
    batch = [_draft(number) for number in range(2 * drafts)]
    _files(batch[0])
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    few, many = _on_one_core(batch[:drafts]), _on_one_core(batch)
    at_once, theirs = _on_all_cores(batch, cores), _by_docxtpl(batch[::SAMPLE])
    found = {"few": few, "many": many, "cores": cores, "at_once": at_once, "theirs": theirs}
    print(json.dumps(found))


def _draft(number: int) -> Draft:
    """The example with names and numbers of its own, so that nothing is known from the last."""
    draft = change(examples.load("memorandum"), "copies", str(number % 99 + 1))
    for tag in draft.template.languages:
        path = f"parties.0.name.{tag}"
        draft = change(draft, path, f"{get(draft, path)} № {number}")
    return draft


def _files(draft: Draft) -> int:
    """The size of the four files."""
    return sum(len(to_docx(document)) for document in render_all(draft).values())


def _on_one_core(drafts: list[Draft]) -> float:
    start = time.perf_counter()
    for draft in drafts:
        _files(draft)
    return (time.perf_counter() - start) * 1000


def _on_all_cores(drafts: list[Draft], cores: int) -> float:
    """Without the time in which the processes are started."""
    chunk = max(1, len(drafts) // (cores * CHUNKS_PER_CORE))
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_files, drafts[: 2 * cores]))
        start = time.perf_counter()
        list(pool.map(_files, drafts, chunksize=chunk))
        return (time.perf_counter() - start) * 1000


def _by_docxtpl(drafts: list[Draft]) -> float:
    """The time of one draft. Making templates and values of it is left out."""
    filled = [[template_of(each) for each in render_all(draft).values()] for draft in drafts]
    start = time.perf_counter()
    for templates in filled:
        for template in templates:
            template.fill()
    return (time.perf_counter() - start) * 1000 / len(drafts)


if __name__ == "__main__":
    main(int(sys.argv[1]))
