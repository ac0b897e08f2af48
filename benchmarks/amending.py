"""From the change of a field of the edited agreement to the four previews of its protocol."""

import time
from collections.abc import Iterator

from measure import Row, judged, p95, spread

from mou_desktop.amend.protocol import protocol
from mou_desktop.model import fields
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

TARGET = 50


def rows(repetitions: int) -> Iterator[Row]:
    """The term changes, besides what was changed before."""
    base = examples.load("memorandum")
    documents = render_all(base)
    edited = fields.change(fields.change(base, "notice_months", "2"), "copies", "8")
    protocol(base, edited, documents=documents)
    times = []
    for number in range(repetitions):
        start = time.perf_counter()
        changed = fields.change(edited, "duration_years", str(6 + number % 9))
        render_all(protocol(base, changed, documents=documents))
        times.append((time.perf_counter() - start) * 1000)
    verdict = judged(f"p95 at most {TARGET} ms", p95(times) <= TARGET)
    yield Row("field of the amended text → 4 previews of the protocol", spread(times), verdict)
