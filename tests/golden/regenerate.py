"""Writes the expected texts anew; look at what changed in them before committing it.

From the checkout: `.venv/bin/python tests/golden/regenerate.py`
"""

from pathlib import Path

from mou_desktop.export.text import to_text
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples

if __name__ == "__main__":
    for tag, document in render_all(examples.load("memorandum")).items():
        file = Path(__file__).with_name(f"memorandum-{tag}.txt")
        file.write_text(to_text(document), "utf-8", newline="\n")
