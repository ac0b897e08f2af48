"""Names of every kind in the form wanted."""

from mou_desktop.languages.base import Form, Kind, Sex
from mou_desktop.languages.initials import initials
from mou_desktop.languages.ru import persons, phrases, places


def inflected(kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
    """A case, or `initials`."""
    if form == "initials":
        return initials(lemma)
    if form == "nominative" and kind is not Kind.PLACE:
        return Form(lemma, True)
    if kind is Kind.PERSON:
        return persons.decline(lemma, form, sex)
    if kind is Kind.SURNAME:
        return persons.decline_surname(lemma, form, sex)
    if kind is Kind.PLACE:
        return places.decline(lemma, form)
    return phrases.decline(lemma, form, animate=kind is Kind.POSITION)
