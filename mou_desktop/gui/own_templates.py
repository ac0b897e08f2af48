"""What templates are called on the screen, and what is wrong with a broken one."""

from typing import TYPE_CHECKING

from mou_desktop.gui.wording import error_text, screen_language
from mou_desktop.model.template import Template

if TYPE_CHECKING:  # (the window opens sooner without)
    from mou_desktop.store.own_templates import OwnTemplate


def template_name(template: Template) -> str:
    """In the screen's language, if the template has a name in it."""
    names = template.names
    return names.get(screen_language()) or next(iter(names.values()), template.id)


def own_template_name(own: "OwnTemplate") -> str:
    """The name; of a broken template, that of its folder."""
    return template_name(own.template) if own.template else own.folder.name


def own_template_problem(own: "OwnTemplate") -> str:
    """Why a template cannot be used; empty when it can."""
    return error_text(own.error) if own.error else ""
