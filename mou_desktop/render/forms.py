"""The form of a name that a text shows: the officer's own, the kept one, or the grammar's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES, Form, Kind, Sex
from mou_desktop.model import fields
from mou_desktop.model.document import Document, Title, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.render.usage import (
    BASIC,
    PARTY_NAME,
    SHORT_NAME,
    InSentence,
    short_name_form,
)

Sentences = Mapping[tuple[str, str], InSentence]


def by_hand(draft: Draft, path: str, form: str) -> str:
    """What the officer typed or confirmed for a form of the field's present lemma."""
    if path not in draft.forms:
        return ""
    return " ".join(fields.get(draft, f"{path}#{form}").split())


def computed(draft: Draft, path: str, kind: Kind, form: str) -> Form:
    """What the draft keeps for a form of the field's present lemma; else what the grammar says."""
    lemma = fields.lemma(draft, path)
    if form == BASIC and kind is not Kind.PLACE:  # (a town loses a typed «г.»)
        return Form(lemma, True)
    by_key = draft.computed.get(path)
    kept = by_key and by_key.get(fields.computed_key(draft, path, lemma), {}).get(form)
    if kept:
        return kept
    tag = path.rpartition(".")[2]
    return _inflected(tag, kind, lemma, form, fields.sex(draft, path))


def keep(draft: Draft, documents: Iterable[Document]) -> Draft:
    """The draft with the computed forms that its documents show, and no others."""
    computed_forms = {
        path: {key: by_key[key]}
        for path, by_key in draft.computed.items()
        if (key := fields.computed_key(draft, path)) in by_key
    }
    for path, kind, form in _shown(draft, documents):
        key = fields.computed_key(draft, path)
        by_form = computed_forms.get(path, {}).get(key, {})
        if form not in by_form:
            found = computed(draft, path, kind, form)
            computed_forms[path] = {key: {**by_form, form: found}}
    return draft if computed_forms == draft.computed else replace(draft, computed=computed_forms)


def forget(draft: Draft, form_path: str) -> Draft:
    """The draft without its own wording of a form («parties.0.name.ru#genitive»), so that the
    grammar is asked again.
    """
    path, _mark, form = form_path.partition("#")
    by_key = {
        key: {name: kept for name, kept in by_form.items() if name != form}
        for key, by_form in draft.computed.get(path, {}).items()
    }
    without = replace(draft, computed={**draft.computed, path: by_key})
    return fields.change(without, form_path, "")


def shown(draft: Draft, sentences: Sentences, path: str, form: str) -> InSentence | None:
    """A form with the words around it in a version; nothing where the version does without it.

    The form of a short name, which only tells what is bold, is shown where it is not found, too.
    """
    found = sentences.get((path, form))
    if found or SHORT_NAME not in path or not fields.lemma(draft, path):
        return found
    text = by_hand(draft, path, form) or computed(draft, path, Kind.ORGANIZATION, form).text
    return InSentence("", text, "", None)


def _shown(draft: Draft, documents: Iterable[Document]) -> Iterator[tuple[str, Kind, str]]:
    """Path, kind and form of every name that is shown in another form than its basic one."""
    for path, form in dict.fromkeys(_uses(documents)):
        if form in ("", BASIC):
            continue
        spec = draft.template.field(path.rpartition(".")[0])
        if spec is not None and spec.kind in NAMES and fields.lemma(draft, path):
            yield path, spec.kind, form


def _uses(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Path and form of every filled field; a title has the short names in it, too."""
    for document in documents:
        for block in document.blocks:
            for paragraph in paragraphs(block):
                for run in paragraph.runs:
                    yield run.path, run.form
                    party = PARTY_NAME.fullmatch(run.path)
                    if party and isinstance(block, Title):
                        yield f"{party[1]}.short_name.{party[2]}", short_name_form(run.form)


@lru_cache(maxsize=1024)
def _inflected(tag: str, kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
    return registry.language(tag).inflect(kind, lemma, form, sex)
