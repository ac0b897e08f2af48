"""Lights up stretches of the versions in their columns, and brings the first into view."""

from collections.abc import Collection, Sequence

from mou_desktop.gui.columns.lights import Stretch
from mou_desktop.gui.desk import Desk
from mou_desktop.gui.session import Session
from mou_desktop.model.document import Document, Paragraph, paragraphs, place
from mou_desktop.model.finding import VERSION, Spot
from mou_desktop.render.splice import shown, shown_place


def show_spots(
    desk: Desk, session: Session, languages: Collection[str], spots: Sequence[Spot]
) -> None:
    """Light up these and nothing else; the versions in `languages` are shown for that."""
    desk.show_pages(False)
    for tag in languages:
        if tag not in desk.languages and tag in session.documents:
            desk.show_language(tag, True)
    light_up(desk, session, spots)
    if spots:
        first, columns = spots[0], desk.columns
        cell = columns.cell_of(first.language, first.place)
        if cell is not None:
            columns.show_stretch(cell, _stretch(session.documents, first))


def light_up(desk: Desk, session: Session, spots: Sequence[Spot]) -> None:
    """The same, without bringing anything into view."""
    documents = session.documents
    hits: dict[str, list[Stretch]] = {}
    for spot in spots:
        hits.setdefault(_key(spot), []).append(_stretch(documents, spot))
    current = (_key(spots[0]), _stretch(documents, spots[0])) if spots else None
    desk.columns.light_up(hits, current)


def _key(spot: Spot) -> str:
    return f"{VERSION}{spot.language}.{spot.place}"


def _stretch(documents: dict[str, Document], spot: Spot) -> Stretch:
    """A spot as the cells count: in shown characters."""
    line = _line(documents, spot)
    if line is None or spot.paragraph < 0:
        return Stretch(spot.paragraph, spot.start, spot.end)
    last = len(shown([line]))
    end = shown_place(line, spot.end - 1) + 1 if spot.end > spot.start else spot.start
    return Stretch(spot.paragraph, shown_place(line, spot.start), min(end, last))


def _line(documents: dict[str, Document], spot: Spot) -> Paragraph | None:
    for block in documents[spot.language].blocks:
        if place(block) == spot.place:
            lines = list(paragraphs(block))
            return lines[spot.paragraph] if 0 <= spot.paragraph < len(lines) else None
    return None
