"""What the screen says of amendments."""

from mou_desktop.gui.wording import N_, _
from mou_desktop.model.amendment import SIGNATURE, Amendment, Instrument, Technique
from mou_desktop.model.texts import PREAMBLE, TITLE

_TECHNIQUES = {
    Technique.REPLACE: N_("words replaced"),
    Technique.INSERT: N_("words inserted"),
    Technique.EXCLUDE: N_("words deleted"),
    Technique.THROUGHOUT: N_("name replaced throughout"),
    Technique.RESTATE_PARAGRAPH: N_("paragraph restated"),
    Technique.ADD_PARAGRAPH: N_("paragraph added"),
    Technique.EXCLUDE_PARAGRAPH: N_("paragraph deleted"),
    Technique.RESTATE: N_("restated"),
    Technique.NEW_ARTICLE: N_("new article"),
    Technique.EXCLUDE_ARTICLE: N_("article deleted"),
    Technique.RENUMBER: N_("articles renumbered"),
}
_WAYS = {
    None: N_("as the program proposes"),
    Technique.RESTATE: N_("restate the whole"),
    Technique.RESTATE_PARAGRAPH: N_("restate the paragraph"),
    Technique.REPLACE: N_("in each place by itself"),
}
_INSTRUMENTS = {
    Instrument.PROTOCOL: N_("Amendment protocol"),
    Instrument.CORRECTION: N_("Correction of errors"),
}


def technique_name(technique: Technique) -> str:
    """«words replaced»."""
    return _(_TECHNIQUES[technique])


def way_name(way: Technique | None) -> str:
    """How a change can be made instead; nothing stands for the program's own choice."""
    return _(_WAYS[way])


def instrument_name(instrument: Instrument) -> str:
    """«Amendment protocol»."""
    return _(_INSTRUMENTS[instrument])


def place_text(amendment: Amendment) -> str:
    """Where something is amended: «Article 9, paragraph 2»."""
    names = {TITLE: _("Title"), PREAMBLE: _("Preamble"), SIGNATURE: _("Signatures")}
    if amendment.number:
        name = _("Article {number}").format(number=amendment.number)
    else:
        name = names.get(amendment.place, _("The whole text"))
    if amendment.paragraph:
        told = _("{place}, paragraph {number}")
        return told.format(place=name, number=amendment.paragraph)
    return name
