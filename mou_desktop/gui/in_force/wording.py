"""How the entries of the timeline are worded, in the screen's language."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from mou_desktop.amend.chain import Chain, Link, Standing
from mou_desktop.gui.in_force.timeline import Entry, Mark
from mou_desktop.gui.wording import _, day_text, error_text, instrument_number
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft, Source

AGREEMENT = ""


def entries(chain: Chain, file: Path | None, today: date) -> Iterator[Entry]:
    """The agreement, what its text has in it already, what builds on it (what is signed before
    what is not), and what does not fit.
    """
    lines = (_signed(chain.agreement), *((file.name,) if file else ()))
    yield Entry(AGREEMENT, Mark.START, _("The memorandum"), lines, str(file or ""))
    for source in chain.agreement.sources:
        yield Entry(AGREEMENT, Mark.IN_FORCE, _name(source), (_("already in this text"),))
    done = {id(draft) for draft in chain.signed}
    links = sorted(chain.links, key=lambda link: id(link.draft) not in done)
    for link in (*links, *chain.misfits):
        yield _entry(link, today)


def listed(sources: Iterable[Source]) -> str:
    """«Protocol No. 1, Correction No. 1»."""
    return ", ".join(map(_name, sources))


def _entry(link: Link, today: date) -> Entry:
    lines = [_standing(link, today), Path(link.name).name]
    if link.reason is not None:
        reason = error_text(link.reason)
        lines.insert(1, f"{reason[:1].upper()}{reason[1:]}")
    mark = Mark.IN_FORCE
    if link.standing is Standing.MISFIT:
        mark = Mark.MISFIT
    elif link.standing is not Standing.IN_FORCE or (link.day and link.day > today):
        mark = Mark.OPEN
    title = _("Another document")
    if link.draft.protocol is not None:
        title = instrument_number(link.instrument, link.draft.values.number)
    return Entry(link.name, mark, title, tuple(lines), link.name)


def _standing(link: Link, today: date) -> str:
    day = day_text(link.day) if link.day else "–"
    match link.standing:
        case Standing.MISFIT:
            return _("does not fit")
        case Standing.DRAFT:
            return _("still a draft")
        case Standing.FINAL:
            return _("final, not signed yet")
        case Standing.SIGNED:
            return _("signed on {day}").format(day=day)
    if link.instrument is Instrument.CORRECTION:
        return _("signed on {day}, corrects the text from the beginning").format(day=day)
    if link.day and link.day > today:
        return _("signed, in force from {day}").format(day=day)
    return _("in force since {day}").format(day=day)


def _signed(agreement: Draft) -> str:
    if agreement.signature is None:
        return _("final, no signature is recorded")
    return _("signed on {day}").format(day=day_text(date.fromisoformat(agreement.signature.date)))


def _name(source: Source) -> str:
    return instrument_number(source.instrument, source.number or None)
