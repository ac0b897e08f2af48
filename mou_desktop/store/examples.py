"""The filled-in examples that come with the program, one per built-in template."""

import tomllib
from pathlib import Path

from mou_desktop.errors import DraftError
from mou_desktop.languages.base import Form
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.paths import resources
from mou_desktop.store import templates


def is_there(template_id: str) -> bool:
    """Whether a built-in template has an example."""
    return _file(template_id).is_file()


def load(template_id: str) -> Draft:
    """The example of a template. Raises `DraftError` when the template has none."""
    if not is_there(template_id):
        raise DraftError("the template “{id}” has no example", id=template_id)
    example = tomllib.loads(_file(template_id).read_text("utf-8"))
    draft = blank_draft(templates.builtin(example["template"]))
    for path, text in example["fields"].items():
        draft = fields.change(draft, path, text)
    for path, text in example["computed"].items():
        field, _mark, form = path.partition("#")
        key = fields.computed_key(draft, field)
        draft = fields.keep_computed(draft, field, key, form, Form(text, sure=True))
    return draft


def _file(template_id: str) -> Path:
    return resources() / "examples" / f"{template_id}.toml"
