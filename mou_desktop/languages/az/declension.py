"""Names and words of every kind in the form wanted."""

import unicodedata

from mou_desktop.languages.az import names, phrases
from mou_desktop.languages.az.abbreviations import is_abbreviation
from mou_desktop.languages.az.phrases import bare_place
from mou_desktop.languages.base import Form, Kind
from mou_desktop.languages.initials import initials
from mou_desktop.languages.legible import is_legible


def inflected(kind: Kind, lemma: str, form: str) -> Form:
    """A case, or `initials`. A place loses a typed «şəhəri», which templates add themselves."""
    if form == "initials":
        return initials(lemma)
    name = bare_place(lemma) if kind is Kind.PLACE else lemma
    return Form(name, True) if form == "nominative" else _declined(kind, name, form)


def _declined(kind: Kind, lemma: str, case: str) -> Form:
    """What is not legible stays as it is, unless it is one of the short abbreviations."""
    name = unicodedata.normalize("NFC", lemma.rstrip())
    is_named_briefly = kind in (Kind.ORGANIZATION, Kind.NOUN, Kind.PLACE) and is_abbreviation(name)
    if not (is_legible(name) or is_named_briefly):
        return Form(lemma, False)
    if kind in (Kind.PERSON, Kind.SURNAME):
        return names.decline(name, case)
    return phrases.decline(name, case, kind)
