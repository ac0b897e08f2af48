"""What an agreement says, apart from all else that its draft holds; and back."""

from dataclasses import fields, replace

from mou_desktop.model.draft import Content, Draft
from mou_desktop.model.template import Template

_PARTS = tuple(each.name for each in fields(Content))


def content(draft: Draft) -> Content:
    """What the draft says now."""
    return Content(**{name: getattr(draft, name) for name in _PARTS})


def agreement(template: Template, content: Content) -> Draft:
    """An open draft that says so."""
    return Draft(template, **{name: getattr(content, name) for name in _PARTS})


def saying(draft: Draft, content: Content) -> Draft:
    """The same draft, saying something else."""
    return replace(draft, **{name: getattr(content, name) for name in _PARTS})
