"""Names and words of every kind in the form wanted."""

import unicodedata

from mou_desktop.languages.az import names, phrases
from mou_desktop.languages.az.abbreviations import is_abbreviation
from mou_desktop.languages.az.phrases import bare_place
from mou_desktop.languages.base import Form, Kind
from mou_desktop.languages.initials import initials
from mou_desktop.languages.legible import is_legible, is_legible_person

_PERSONAL = frozenset({Kind.PERSON, Kind.SURNAME})
# Kinds that may be an abbreviation and nothing else.
_ABBREVIATED = frozenset({Kind.ORGANIZATION, Kind.NOUN, Kind.PLACE})


def inflected(kind: Kind, lemma: str, form: str) -> Form:
    """A case, or `initials`. A place loses a typed «şəhəri», which templates add themselves."""
    if form == "initials":
        return initials(lemma)
    name = bare_place(lemma) if kind is Kind.PLACE else lemma
    return Form(name, True) if form == "nominative" else _declined(kind, name, form)


def _declined(kind: Kind, lemma: str, case: str) -> Form:
    """What no rule may speak about stays exactly as it was typed."""
    name = unicodedata.normalize("NFC", lemma.rstrip())
    form = _of_person(name, case) if kind in _PERSONAL else _of_phrase(name, case, kind)
    return Form(lemma, False) if form is None or form.text == name else form


def _of_person(name: str, case: str) -> Form | None:
    return names.decline(name, case) if is_legible_person(name) else None


def _of_phrase(name: str, case: str, kind: Kind) -> Form | None:
    """What is not legible stays as it is, unless it is one of the short abbreviations."""
    is_named_briefly = kind in _ABBREVIATED and is_abbreviation(name)
    clear = is_legible(name) or is_named_briefly
    return phrases.decline(name, case, kind) if clear else None
