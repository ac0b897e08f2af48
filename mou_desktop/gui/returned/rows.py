"""What was changed in returned files, in the order in which it is listed."""

from collections.abc import Sequence

from mou_desktop.gui.findings.wording import place_name
from mou_desktop.gui.returned.wording import Row
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _
from mou_desktop.intake import returned
from mou_desktop.intake.returned import Returned
from mou_desktop.intake.returned_changes import Change, Comparison, Noted, What
from mou_desktop.model.document import paragraphs, place
from mou_desktop.model.finding import Spot

Group = tuple[str, Sequence[Row]]


def groups(session: Session, back: Returned, comparison: Comparison) -> list[Group]:
    """The rows under the names of their places, in the order of the document; what is to be said
    of the files themselves comes first.
    """
    remarks = [*back.remarks, *returned.foreign(session.draft, back, comparison)]
    found: list[Group] = [(_("To look at"), remarks)] if remarks else []
    by_place: dict[str, list[Row]] = {}
    changes_and_comments: tuple[Change | Noted, ...] = (*comparison.changes, *comparison.comments)
    for row in changes_and_comments:
        by_place.setdefault(place_of(row), []).append(row)
    documents = session.documents
    order = [place(block) for each in documents.values() for block in each.blocks]
    for where in dict.fromkeys(("", *order, *by_place)):
        if where in by_place:
            found.append((place_name(documents, where) or _("Articles"), by_place[where]))
    return found


def place_of(row: Change | Noted) -> str:
    """Where a row is listed: an article that comes before all others, below the preamble."""
    if isinstance(row, Change) and row.what is What.ADDED and not row.place:
        return "preamble"
    return row.place


def beside(session: Session, noted: Noted) -> list[Spot]:
    """The words beside which somebody has put a comment, if they still stand there."""
    document = session.documents.get(noted.language)
    for block in document.blocks if document is not None else ():
        if place(block) == noted.place and noted.words:
            for number, paragraph in enumerate(paragraphs(block)):
                at = _plain(paragraph.text).find(_plain(noted.words))
                if at >= 0:
                    return [Spot(noted.language, noted.place, number, at, at + len(noted.words))]
    return []


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")
