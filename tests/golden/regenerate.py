"""Writes the expected texts anew; look at what changed in them before committing it.

From the checkout: `.venv/bin/python tests/golden/regenerate.py`
"""

import sys
from pathlib import Path

from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.export.text import to_text
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.golden.real_case import amended, mended, signed


def write(name: str, draft: Draft) -> None:
    for tag, document in render_all(draft).items():
        file = Path(__file__).with_name(f"{name}-{tag}.txt")
        file.write_text(to_text(document), "utf-8", newline="\n")


if __name__ == "__main__":
    write("memorandum", examples.load("memorandum"))
    write("protocol", protocol(signed(), amended(signed())))
    write("correction", correction(signed(), mended(signed())))
