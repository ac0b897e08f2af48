"""Names and words of every kind in the form wanted."""

from mou_desktop.languages.base import Form, Kind
from mou_desktop.languages.initials import initials
from mou_desktop.languages.kk.abbreviations import is_abbreviation
from mou_desktop.languages.kk.conjunction import conjunction
from mou_desktop.languages.kk.names import name_form
from mou_desktop.languages.kk.phrases import bare_place, phrase_form
from mou_desktop.languages.kk.positions import possessive_position
from mou_desktop.languages.legible import is_legible, is_legible_person


def inflected(kind: Kind, lemma: str, form: str) -> Form:
    """A case, or another form of `Kazakh.forms`; only the last word of a name is declined."""
    if form == "initials":
        return initials(lemma)
    if form == "conjunction":
        found = conjunction(lemma)
        return Form(found.text, found.sure and is_legible(lemma))
    name = bare_place(lemma) if kind is Kind.PLACE else lemma
    if form == "nominative":
        return Form(name, True)
    if kind in (Kind.PERSON, Kind.SURNAME):
        return name_form(name, form) if is_legible_person(name) else Form(name, False)
    is_named_briefly = kind in (Kind.ORGANIZATION, Kind.NOUN, Kind.PLACE) and is_abbreviation(name)
    if not (is_legible(name) or is_named_briefly):
        return Form(name, False)
    if form == "possessive":
        return possessive_position(name)
    return phrase_form(kind, name, form)
