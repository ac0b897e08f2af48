"""What the screen says of the changes in a returned file."""

from datetime import datetime

from mou_desktop.amend.compare import compare_texts
from mou_desktop.gui.wording import _, full_label, moment_text, ngettext, remark_text
from mou_desktop.intake.remarks import Remark
from mou_desktop.intake.returned_changes import Change, Noted, What
from mou_desktop.languages import registry
from mou_desktop.model.change import Fate
from mou_desktop.model.draft import Draft

WORDS_SHOWN = 60

Row = Change | Noted | Remark


def line(draft: Draft, row: Row) -> str:
    """A row in one line, without its place."""
    if isinstance(row, Remark):
        return remark_text(draft, row)
    if isinstance(row, Noted):
        text = _short(row.comment.text)
        author = row.comment.author
        return f"{author}: {text}" if author else text
    words, are_new = _first_words(row)
    match row.what:
        case What.FIELD:
            return f"{_field(row)}: {row.after or '–'}"
        case What.WORDING:
            text = _("Wording: {words}") if are_new else _("Wording deleted: {words}")
            return text.format(words=words)
        case What.ADDED:
            return _("New article behind it: {words}").format(words=words)
        case What.DELETED:
            return _("Article deleted")
        case What.ORDER:
            return _("Articles in another order")
        case What.SIGNATURE:
            return _("In the signatures: {words}").format(words=words)


def languages(row: Row) -> str:
    """The versions that say so."""
    if isinstance(row, Change):
        return ", ".join(row.languages)
    return row.language


def authors(row: Row) -> str:
    """Who did it and when, as far as the file tells; a line for each."""
    if isinstance(row, Noted):
        found = [(row.comment.author, row.comment.time)]
    elif isinstance(row, Change):
        found = list(dict.fromkeys((each.author, each.time) for each in row.revisions))
    else:
        found = []
    return "\n".join(", ".join(part for part in (who, _time(when)) if part) for who, when in found)


def consequence(draft: Draft, row: Row) -> str:
    """What the officer should know before a change is accepted."""
    if not isinstance(row, Change):
        return ""
    others = [tag for tag in draft.values.languages if tag not in row.languages]
    named = ", ".join(registry.language(tag).endonym for tag in others)
    match row.what:
        case What.SIGNATURE:
            return _("The signatures follow the form: change them there.")
        case What.DELETED if others:
            return _("Not deleted in: {languages}. Accepting deletes it in all versions.").format(
                languages=named
            )
        case What.WORDING | What.ADDED if others:
            return _("Once accepted, these versions are to be reviewed: {languages}.").format(
                languages=named
            )
    return ""


def summary(changes: int, comments: int) -> str:
    """How much there is to decide, and to read."""
    parts = []
    if changes:
        told = ngettext("{count} difference", "{count} differences", changes)
        parts.append(told.format(count=changes))
    if comments:
        told = ngettext("{count} comment", "{count} comments", comments)
        parts.append(told.format(count=comments))
    return " · ".join(parts) or _("Nothing is left to decide.")


def _field(change: Change) -> str:
    """The field, whose language stands beside it already."""
    path, mark, form = change.path.partition("#")
    for tag in change.languages:
        path = path.removesuffix(f".{tag}")
    return full_label(path + mark + form)


def _first_words(change: Change) -> tuple[str, bool]:
    """The first words that came, else the first that went; and whether they came."""
    pieces = compare_texts(change.before, change.after)
    for fate in (Fate.INSERTED, Fate.DELETED):
        found = (each.text for each in pieces if each.fate is fate and each.text.strip())
        words = next(found, "")
        if words:
            return _short(words), fate is Fate.INSERTED
    return "", True


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WORDS_SHOWN else f"{text[:WORDS_SHOWN].rstrip()}…"


def _time(text: str) -> str:
    """A moment as the file has it, in the screen's language; as it stands if it is none."""
    try:
        return moment_text(datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError):
        return text
