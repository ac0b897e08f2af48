"""The rows of the start page: what they say of recent drafts and of templates."""

from pathlib import Path

from PySide6.QtCore import QDate, QLocale

from mou_desktop.gui.own_templates import own_template_name, own_template_problem, template_name
from mou_desktop.gui.start.rows import Row
from mou_desktop.gui.wording import _, error_text, moment_text, screen_language
from mou_desktop.model.draft import Localized, Party, SigningDate, Values
from mou_desktop.store import examples, templates
from mou_desktop.store.glances import Glance
from mou_desktop.store.own_templates import OwnTemplate

SEPARATOR = "  ·  "


class Example(str):
    """The id of a template whose filled-in example is meant."""


def draft_row(file: Path, glance: Glance | None) -> Row:
    """A recent draft; there is no glance before its file has answered."""
    folder = str(file.parent)
    if glance is None:
        return Row(file, file.stem, (_("reading…"), folder), str(file))
    if glance.is_gone:
        return Row(
            file,
            file.stem,
            (_("The file is not there any more; click to remove it from this list."), folder),
            str(file),
            True,
        )
    if glance.error is not None:
        problem = error_text(glance.error)
        return Row(file, file.stem, (problem, folder), f"{file}\n{problem}", True)
    assert glance.values is not None
    assert glance.saved_at is not None
    parties = _parties(glance.values)
    dates = _("signing: {date}").format(date=_date(glance.values.date))
    saved = _("last saved: {time}").format(time=moment_text(glance.saved_at))
    details = (parties, SEPARATOR.join([dates, saved, folder]))
    return Row(file, file.stem, details, "\n".join([str(file), parties]))


def template_rows(own: list[OwnTemplate]) -> list[Row]:
    """The built-in templates and their examples, then the officer's own templates."""
    rows = []
    for folder in templates.builtin_folders():
        template = templates.builtin(folder.name)
        name = template_name(template)
        rows.append(Row(template, name, (_("new draft, nothing filled in"),), name))
        if examples.is_there(template.id):
            example = _("filled-in example")
            rows.append(Row(Example(template.id), name, (example,), name))
    return rows + [_own_row(each) for each in own]


def _own_row(own: OwnTemplate) -> Row:
    name, problem = own_template_name(own), own_template_problem(own)
    detail = problem or _("own template")
    return Row(own, name, (detail,), problem or name, dimmed=own.template is None)


def _parties(values: Values) -> str:
    names = [name for party in values.parties if (name := _party(party))]
    return " — ".join(names) or _("no parties yet")


def _party(party: Party) -> str:
    """The short name in the screen's language; for want of it, the full one, or another one."""
    tag = screen_language()
    return (
        party.short_name.get(tag)
        or party.name.get(tag)
        or _any(party.short_name)
        or _any(party.name)
    )


def _any(texts: Localized) -> str:
    return next((text for text in texts.values() if text), "")


def _date(date: SigningDate) -> str:
    """As much as is known of a date, in the screen's language."""
    locale = QLocale(screen_language())
    if date.year and date.month and date.day:
        day = QDate(date.year, date.month, date.day)
        return locale.toString(day, "d MMMM yyyy") if day.isValid() else _("no date yet")
    if date.month:
        month = locale.standaloneMonthName(date.month)
        return f"{month} {date.year}" if date.year else month
    return str(date.year) if date.year else _("no date yet")
