"""The example carries the forms that the grammar gives, so that the window opens without it."""

from dataclasses import replace

from mou_desktop.check.completeness import to_complete
from mou_desktop.render import forms
from mou_desktop.render.assemble import alternats, render_all
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")


def test_its_kept_forms_are_those_of_the_grammar() -> None:
    anew = replace(EXAMPLE, computed={})
    documents = list(render_all(anew).values())
    kept = forms.keep(anew, [*documents, *alternats(anew, documents)])
    assert kept.computed == EXAMPLE.computed


def test_nothing_in_it_waits_for_a_word() -> None:
    assert to_complete(EXAMPLE, render_all(EXAMPLE)) == []


def test_one_form_alone_is_the_officers() -> None:
    assert EXAMPLE.forms == {
        "parties.1.signatory.name.ru": {
            "Нурлан Мусагалиевич Дукенбаев": {"initials": "Н. Дукенбаев"}
        }
    }
