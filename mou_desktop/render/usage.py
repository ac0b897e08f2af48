"""Which grammatical forms of the fields a text asks for."""

import re

from mou_desktop.languages.base import NAMES
from mou_desktop.model.slots import slots
from mou_desktop.model.template import Template

BASIC = "nominative"
CONJUNCTION = "conjunction"
DEFINITE = "definite"
INTRODUCED = ".introduced_as"
PARTY_NAME = re.compile(r"(parties\.\d+)\.name\.(.+)")


def forms_asked(template: Template, tag: str) -> dict[str, list[str]]:
    """The forms other than the basic one, by field path with language, in order of appearance.

    A party without an introduction of its own is introduced by its name, and the short name is
    made bold in whatever form the title has: so their forms are counted for these fields too.
    """
    asked: dict[str, list[str]] = {}

    def note(path: str, form: str) -> None:
        forms = asked.setdefault(f"{path}.{tag}", [])
        if form not in forms:
            forms.append(form)

    for place, paragraph in template.texts[tag].paragraphs():
        for slot in slots(paragraph):
            spec = template.field(slot.path)
            if spec is None or spec.kind not in NAMES or slot.form == BASIC:
                continue
            note(slot.path, slot.form)
            if slot.path.endswith(INTRODUCED):
                note(slot.path.removesuffix(INTRODUCED) + ".name", slot.form)
            elif place == "title" and slot.path.endswith(".name"):
                form = short_name_form(slot.form)
                if form not in ("", BASIC):
                    note(slot.path.removesuffix(".name") + ".short_name", form)
    return asked


def short_name_form(form: str) -> str:
    """The form in which a party's short name stands in its name; empty where it does not."""
    if form == CONJUNCTION:
        return ""
    return BASIC if form == DEFINITE else form
