"""The words on the screen, in the screen's language: catalogs, field labels, findings, errors.

The screen's language has nothing to do with the languages of the versions.
"""

import gettext
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QTranslator

from mou_desktop.errors import MouError
from mou_desktop.languages import registry
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import VERSION, Code, Finding
from mou_desktop.model.numbering import numbers
from mou_desktop.paths import translations

if TYPE_CHECKING:
    from mou_desktop.intake.remarks import Remark

DOMAIN = "mou_desktop"
SOURCE = "en"
DAY_FORMAT = "d MMMM yyyy"


def N_(message: str) -> str:
    """Marks a text for translation where it stands before the language is known."""
    return message


class _Catalog:
    """The catalog in use; one screen has one language."""

    current: gettext.NullTranslations = gettext.NullTranslations()
    tag = SOURCE


def _(message: str) -> str:
    """The message in the screen's language."""
    return _Catalog.current.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The message that agrees with the number, in the screen's language."""
    return _Catalog.current.ngettext(one, many, number)


def screen_language() -> str:
    """The tag of the language on the screen."""
    return _Catalog.tag


def moment_text(moment: datetime) -> str:
    """A date and time as the screen's language writes them."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    locale = "en_GB" if screen_language() == "en" else screen_language()
    return QLocale(locale).toString(local, QLocale.FormatType.ShortFormat)


def day_text(day: date) -> str:
    """A date as the screen's language writes it, with the month in words."""
    return QLocale(screen_language()).toString(QDate(day.year, day.month, day.day), DAY_FORMAT)


class Translators:
    """Switches the screen's language: ours from the catalogs, Qt's own texts from Qt's files."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, tag: str) -> None:
        """Show everything in the language `tag`; widgets get a `LanguageChange` event."""
        folder = translations()
        _Catalog.current = gettext.translation(DOMAIN, folder, [tag], fallback=True)
        _Catalog.tag = tag
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = [_QtTexts(self._application), _OwnTexts(self._application)]
        self._installed[0].load(f"qtbase_{tag}", _qt_folder())
        for translator in self._installed:
            self._application.installTranslator(translator)


class _QtTexts(QTranslator):
    """The translation that Qt ships, where it does."""


class _OwnTexts(QTranslator):
    """Gives Qt the words of our catalog for its own buttons and menus where Qt ships none."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        if sourceText not in _qt_words():
            return None
        found = _Catalog.current.gettext(sourceText)
        return found if found != sourceText else None


@cache
def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


@cache
def _qt_words() -> frozenset[str]:
    """What Qt says in the dialogs and menus that this program opens."""
    return frozenset(
        {
            N_("OK"),
            N_("Save"),
            N_("Open"),
            N_("&Yes"),
            N_("&No"),
            N_("Cancel"),
            N_("Close"),
            N_("Discard"),
            N_("Don't Save"),
            N_("Retry"),
            N_("&Undo"),
            N_("&Redo"),
            N_("Cu&t"),
            N_("&Copy"),
            N_("&Paste"),
            N_("Delete"),
            N_("Select All"),
            N_("&Select All"),
            N_("&Step up"),
            N_("Step &down"),
            N_("&Open"),
            N_("&Save"),
            N_("&Choose"),
            N_("&Look in:"),
            N_("Look in:"),
            N_("File &name:"),
            N_("Files of &type:"),
            N_("Files of type:"),
            N_("Directories"),
            N_("Directory:"),
            N_("Back"),
            N_("Forward"),
            N_("Parent Directory"),
            N_("Create New Folder"),
            N_("&New Folder"),
            N_("Name"),
            N_("Size"),
            N_("Type"),
            N_("Date Modified"),
            N_("All Files (*)"),
            N_("Computer"),
        }
    )


def error_text(error: MouError) -> str:
    """The message of an error, in the screen's language."""
    params = {
        name: error_text(value) if isinstance(value, MouError) else value
        for name, value in error.params.items()
    }
    return _(error.message).format(**params)


_LABELS = {
    "name": N_("Official name"),
    "short_name": N_("Short name, in bold"),
    "introduced_as": N_("Introduced in the preamble as"),
    "signatory.name": N_("Signatory"),
    "signatory.position": N_("Position"),
    "signatory.sex": N_("Mr. or Ms."),
    "language": N_("Own language"),
    "second_signatory.name": N_("Second signatory"),
    "second_signatory.position": N_("Position of the second signatory"),
    "second_signatory.sex": N_("Second signatory: Mr. or Ms."),
    "address": N_("Address"),
    "registration": N_("Registration number"),
    "bank": N_("Bank details"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "place": N_("Place of signing"),
    "date": N_("Date of signing"),
    "date.year": N_("Year"),
    "date.month": N_("Month"),
    "date.day": N_("Day"),
    "number": N_("Number of the document"),
    "amended.subject": N_("What the memorandum is about"),
    "amended.date": N_("Date of the memorandum"),
    "amended.date.year": N_("Memorandum: year"),
    "amended.date.month": N_("Memorandum: month"),
    "amended.date.day": N_("Memorandum: day"),
    "amended.article": N_("Article on amendments"),
    "copies": N_("Number of copies"),
    "duration_years": N_("Valid for, years"),
    "notice_months": N_("Notice before the end, months"),
    "languages": N_("Languages of the agreement"),
    "originals": N_("Languages in each copy"),
    "prevailing": N_("Text that prevails"),
    "alternat": N_("Each party first in its own originals"),
}

_FORMS = {
    "nominative": N_("nominative"),
    "genitive": N_("genitive"),
    "dative": N_("dative"),
    "accusative": N_("accusative"),
    "instrumental": N_("instrumental"),
    "prepositional": N_("prepositional"),
    "locative": N_("locative"),
    "ablative": N_("ablative"),
    "possessive": N_("possessive"),
    "initials": N_("initials and surname"),
    "addressed": N_("with Mr. or Ms."),
    "conjunction": N_("the word “and” that follows"),
    "definite": N_("with the article"),
    "relative": N_("as an attribute"),
    "attributive": N_("as an attribute"),
    "long": N_("written out"),
    "quoted": N_("with the day in quotation marks"),
    "quoted-locative": N_("with the day in quotation marks, locative"),
}


POSSESSED = "possessed-"


def party_label(number: int) -> str:
    """«Party 1» for number 0."""
    return _("Party {number}").format(number=number + 1)


def field_label(path: str) -> str:
    """What a field is called in the form; `path` without party and language."""
    return _(_LABELS[path])


def form_label(form: str) -> str:
    """The name of a grammatical form."""
    if form.startswith(POSSESSED):
        case = form_label(form.removeprefix(POSSESSED))
        return _("{form}, after a genitive").format(form=case)
    return _(_FORMS.get(form, form))


def full_label(path: str) -> str:
    """A field named in full: party, field, language, form («Party 1 · Signatory · Русский»)."""
    field, _mark, form = path.partition("#")
    parts = field.split(".")
    words: list[str] = []
    if parts[0] == "parties":
        words.append(party_label(int(parts[1])))
        parts = parts[2:]
    tag = parts.pop() if parts[-1] in registry.tags() else ""
    words.append(field_label(".".join(parts)))
    if tag:
        words.append(registry.language(tag).endonym)
    if form:
        words.append(form_label(form))
    return " · ".join(words)


def instrument_number(instrument: Instrument, number: int | None) -> str:
    """«Protocol No. 1»."""
    named = {
        Instrument.PROTOCOL: _("Protocol No. {number}"),
        Instrument.CORRECTION: _("Correction No. {number}"),
    }
    return named[instrument].format(number="–" if number is None else number)


def place_label(draft: Draft, path: str) -> str:
    """A place of a version («version.ru.validity») named in full: «Статья 9 · Русский»."""
    _version, tag, place = path.split(".", 2)
    language = registry.language(tag)
    if place in draft.articles:
        name = language.article(numbers(draft)[place], "heading")
    else:
        name = _("Title") if place == "title" else _("Preamble")
    return f"{name} · {language.endonym}"


def remark_text(draft: Draft, said: "Remark") -> str:
    """A remark on imported files, with its place: «Русский · Статья 5: …»."""
    where = [registry.language(said.language).endonym] if said.language else []
    if said.place in draft.articles:
        number = draft.articles.index(said.place) + 1
        where.append(
            registry.language(said.language or screen_language()).article(number, "heading")
        )
    elif said.place == "signature":
        where.append(_("Signatures"))
    text = _(said.message).format(**dict(said.params))
    return f"{' · '.join(where)}: {text}" if where else text


def finding_text(finding: Finding) -> str:
    """What a finding asks of the officer."""
    match finding.code:
        case Code.PROTOCOL_UNWRITTEN:
            return _("This is the edited copy; write the protocol or correction of the changes")
        case Code.VALUE_MISSING:
            text = _("{field}: fill it in")
        case Code.FORM_UNSURE:
            text = _("{field}: confirm “{excerpt}” or type the right form")
        case Code.INTRODUCTION_STALE:
            text = _("{field}: the name has changed; confirm or change the introduction")
        case Code.SHORT_NAME_APART:
            text = _("{field}: “{excerpt}” is no part of the name, so nothing is bold")
        case Code.ONE_LANGUAGE:
            text = _("{field}: the closing clause speaks of several versions, but there is one")
        case Code.DATE_IMPOSSIBLE:
            text = _("{field}: there is no such day, {excerpt}")
        case Code.WORDING_MISSING:
            text = _("{field}: write the text")
        case Code.WORDING_REVIEW:
            text = _("{field}: another version was changed; let this one follow, or confirm it")
        case Code.COPIES_UNEVEN:
            text = _("{field}: {excerpt} cannot be shared out evenly among the parties")
        case Code.COPIES_TOO_FEW:
            text = _("{field}: there is no original in: {excerpt}")
        case Code.COPIES_APART:
            text = _("{field}: every party gets the same number, but not one in every language")
        case Code.PREVAILING_ABSENT:
            text = _("{field}: the agreement has no version in this language: {excerpt}")
        case Code.ORDER_FIXED:
            text = _(
                "{field}: as it is worded, the parties cannot change places in their originals"
            )
    if finding.path.startswith(VERSION):
        field = f"{finding.excerpt} · {registry.language(finding.languages[0]).endonym}"
    else:
        field = full_label(finding.path)
    return text.format(field=field, excerpt=finding.excerpt)
