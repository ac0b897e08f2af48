"""Which grammatical forms of the fields a text asks for."""

from mou_desktop.languages.base import NAMES
from mou_desktop.model.slots import slots
from mou_desktop.model.template import Template

BASIC = "nominative"
INTRODUCED = ".introduced_as"


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
            elif place == "title" and slot.path.endswith(".name") and slot.form != "conjunction":
                note(slot.path.removesuffix(".name") + ".short_name", slot.form)
    return asked
