"""The published JSON Schema of draft files."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from mou_desktop.store import drafts, examples

ROOT = Path(__file__).parents[2]
SCHEMA = drafts.schema()
EXAMPLE = json.loads(drafts.dumps(examples.load("memorandum")))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def faults(data: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Where `data` departs from the part of JSON Schema that ours uses."""
    if "$ref" in schema:
        return faults(data, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], place)
    if "anyOf" in schema:
        return min((faults(data, choice, place) for choice in schema["anyOf"]), key=len)
    if "const" in schema:
        return [] if data == schema["const"] else [place]
    if schema["type"] == "null":
        return [] if data is None else [place]
    if not isinstance(data, TYPES[schema["type"]]) or data not in schema.get("enum", [data]):
        return [place]
    if isinstance(data, list):
        return [
            fault
            for number, item in enumerate(data)
            for fault in faults(item, schema["items"], f"{place}/{number}")
        ]
    if isinstance(data, dict):
        found = [f"{place}/{key}" for key in schema.get("required", ()) if key not in data]
        rest = schema.get("additionalProperties", True)
        for key, value in data.items():
            inner = schema.get("properties", {}).get(key, rest)
            if inner is False:
                found.append(f"{place}/{key}")
            elif inner is not True:
                found += faults(value, inner, f"{place}/{key}")
        return found
    return []


def test_the_published_schema_is_up_to_date() -> None:
    """Otherwise run: python scripts/draft_schema.py"""
    script = runpy.run_path(str(ROOT / "scripts" / "draft_schema.py"))
    published = ROOT / "docs" / "draft.schema.json"
    assert script["FILE"] == published
    assert published.read_bytes() == script["content"]()


def test_it_says_what_it_describes() -> None:
    assert SCHEMA["title"] == "MOU Desktop draft"
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_example_fits_it() -> None:
    assert faults(EXAMPLE, SCHEMA) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "x"}, "/format"),
        ({"schema": 4}, "/schema"),
        ({"comment": ""}, "/comment"),
        ({"values": {**EXAMPLE["values"], "copies": "4"}}, "/values/copies"),
        ({"values": {**EXAMPLE["values"], "fax": "4"}}, "/values/fax"),
        ({"values": {"parties": []}}, "/values/languages"),
        ({"edits": {"ru": {"events": [1]}}}, "/edits/ru/events/0"),
    ],
)
def test_it_refuses_what_the_program_refuses(change: dict[str, Any], place: str) -> None:
    assert faults({**EXAMPLE, **change}, SCHEMA) == [place]


def test_it_asks_for_the_envelope() -> None:
    assert faults({}, SCHEMA) == [
        "/format",
        "/schema",
        "/kind",
        "/template",
        "/values",
        "/articles",
    ]
