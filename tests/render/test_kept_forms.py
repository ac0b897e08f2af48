"""What the grammar said stays with the draft, whatever a later version of the program would say."""

from dataclasses import replace

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.languages.base import Form
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import change, computed_key, confirm, keep_computed, lemma
from mou_desktop.render import forms
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import drafts, examples, templates

EXAMPLE = examples.load("memorandum")
NAME = "parties.0.name.kk"
SIGNATORY = "parties.0.signatory.name.en"


def kept(draft: Draft) -> Draft:
    return forms.keep(draft, render_all(draft).values())


def title(draft: Draft, tag: str) -> str:
    return " ".join(line.text for line in render(draft, tag).blocks[0].lines)


def older_answer(draft: Draft, path: str, form: str, text: str, *, sure: bool = True) -> Draft:
    """The draft as an older version would have saved it, with another answer of the grammar."""
    return keep_computed(draft, path, computed_key(draft, path), form, Form(text, sure))


def test_the_text_shows_the_kept_form_and_not_what_the_grammar_says_now() -> None:
    draft = older_answer(kept(EXAMPLE), NAME, "conjunction", "пен")
    assert "қорығы пен Қазақстан" in title(draft, "kk")
    assert "қорығы мен Қазақстан" in title(replace(draft, computed={}), "kk")


def test_it_is_saved_with_the_draft() -> None:
    draft = older_answer(kept(EXAMPLE), NAME, "conjunction", "пен")
    reopened = kept(drafts.loads(drafts.dumps(draft), "memo.mou"))
    assert "қорығы пен Қазақстан" in title(reopened, "kk")


def test_a_kept_doubt_stays_a_doubt() -> None:
    draft = older_answer(EXAMPLE, NAME, "conjunction", "пен", sure=False)
    gaps = {run.text: run.gap for line in render(draft, "kk").blocks[0].lines for run in line.runs}
    assert gaps["пен"] == "unsure"


def test_every_form_that_the_texts_show_is_kept_once() -> None:
    draft = kept(EXAMPLE)
    shown = {
        (run.path, run.form)
        for document in render_all(draft).values()
        for line in document.blocks[0].lines
        for run in line.runs
        if run.form not in ("", "nominative")
    }
    keepers = {(path, form) for path, by_key in draft.computed.items() for form in by_form(by_key)}
    assert shown <= keepers
    assert kept(draft) is draft


def by_form(by_key: dict[str, dict[str, Form]]) -> dict[str, Form]:
    (only,) = by_key.values()
    return only


def test_another_name_gets_forms_of_its_own_and_the_old_ones_are_dropped() -> None:
    draft = older_answer(kept(EXAMPLE), NAME, "conjunction", "мен емес")
    changed = kept(change(draft, NAME, "Ұлттық кітапхана"))
    assert changed.computed[NAME] == {"Ұлттық кітапхана": {"conjunction": Form("мен", True)}}


def test_the_sex_belongs_to_a_persons_computed_forms() -> None:
    draft = kept(EXAMPLE)
    woman = kept(change(draft, "parties.0.signatory.sex", "f"))
    assert list(draft.computed[SIGNATORY]) == ["Vusal Alyev|m"]
    assert list(woman.computed[SIGNATORY]) == ["Vusal Alyev|f"]


def test_the_officers_own_form_goes_before_the_kept_one() -> None:
    draft = older_answer(kept(EXAMPLE), NAME, "conjunction", "пен")
    draft = confirm(draft, NAME, lemma(draft, NAME), "conjunction", "және")
    assert "қорығы және Қазақстан" in title(draft, "kk")


def test_a_form_can_be_asked_of_the_grammar_anew() -> None:
    draft = older_answer(kept(EXAMPLE), NAME, "conjunction", "пен")
    draft = confirm(draft, NAME, lemma(draft, NAME), "conjunction", "және")
    anew = forms.forget(draft, f"{NAME}#conjunction")
    assert "қорығы мен Қазақстан" in title(anew, "kk")


def test_an_empty_draft_keeps_nothing() -> None:
    draft = blank_draft(templates.builtin("memorandum"))
    assert kept(draft).computed == {}


@pytest.mark.parametrize(
    ("path", "form", "says"),
    [
        ("parties.0.name.kk", "vocative", "has no form"),
        ("parties.9.name.kk", "genitive", "no field"),
    ],
)
def test_only_forms_of_fields_are_kept(path: str, form: str, says: str) -> None:
    with pytest.raises(FieldError, match=says):
        keep_computed(EXAMPLE, path, "x", form, Form("x", True))
