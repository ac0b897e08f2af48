"""Publishes the JSON Schema of draft files as docs/draft.schema.json."""

import json
from pathlib import Path

from mou_desktop.store import drafts

FILE = Path(__file__).parents[1] / "docs" / "draft.schema.json"


def content() -> bytes:
    """What the published file should hold."""
    return json.dumps(drafts.schema(), ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


if __name__ == "__main__":
    FILE.write_bytes(content())
