"""Names of every kind in the form wanted."""

from mou_desktop.languages.base import Form, Kind, Sex
from mou_desktop.languages.en.address import addressed
from mou_desktop.languages.en.articles import definite
from mou_desktop.languages.en.possessive import possessive
from mou_desktop.languages.initials import initials


def inflected(kind: Kind, lemma: str, form: str, sex: Sex | None) -> Form:
    """A case, or another form of `English.forms`."""
    match form:
        case "possessive":
            return possessive(kind, lemma)
        case "definite":
            return definite(lemma)
        case "initials":
            return initials(lemma)
        case "addressed":
            return addressed(lemma, sex)
    return Form(lemma, True)
