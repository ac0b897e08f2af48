"""The digest of a draft's content, by which a final draft is recognised."""

from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from mou_desktop.model.draft import Draft

APART = frozenset({"versions", "final", "signature", "history", "accepted", "declined"})
"""What a draft holds beside its content."""


def content_digest(draft: Draft) -> str:
    """The same for the same content, also when a later version of the program gives drafts more
    fields: what has its default value does not count.
    """
    import hashlib  # (the window opens sooner without)
    import json

    content = {
        each.name: _plain(getattr(draft, each.name))
        for each in fields(draft)
        if each.name not in APART and getattr(draft, each.name) != _default(each)
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        each = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(part) for field, part in each if part != _default(field)}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _default(field: "Field[Any]") -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
