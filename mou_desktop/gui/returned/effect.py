"""What accepting a change would do to the texts, and where that is in them."""

from collections.abc import Sequence

from mou_desktop.amend.compare import compare, differing
from mou_desktop.amend.spots import spots
from mou_desktop.errors import MouError
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import error_text
from mou_desktop.intake.returned_changes import Change, What
from mou_desktop.intake.taking import take
from mou_desktop.model.change import BlockChange, Fate
from mou_desktop.model.document import Article, Document
from mou_desktop.model.finding import Spot
from mou_desktop.render.changed import render_changed


class Effect:
    """Of one change, in the versions that say so. `problem` tells why it cannot be accepted."""

    def __init__(self, session: Session, change: Change) -> None:
        self.changes: list[BlockChange] = []
        self.spots: list[Spot] = []
        self.problem = ""
        try:
            taken = take(session.draft, [change])
        except MouError as error:
            self.problem = error_text(error)
            return
        after = render_changed(taken, session.draft, session.documents, session.first)
        for tag in change.languages:
            if tag in after:
                self._add(tag, change, session.documents[tag], after[tag])

    def _add(self, tag: str, change: Change, before: Document, after: Document) -> None:
        found = [each for each in differing(compare(before, after)) if _is_meant(each, change)]
        self.changes += found
        self.spots += [spot for each in found for spot in spots(tag, each)]
        if change.what is What.ADDED:
            self.spots += _headings(tag, before, change.place)


def _is_meant(found: BlockChange, change: Change) -> bool:
    """Whether a difference is the change itself, not what follows from it elsewhere."""
    match change.what:
        case What.ADDED:
            return found.fate is Fate.INSERTED
        case What.DELETED:
            return found.fate is Fate.DELETED
        case What.ORDER:
            return found.moved
    return True


def _headings(tag: str, document: Document, article: str) -> Sequence[Spot]:
    return [
        Spot(tag, article, -1, 0, len(block.heading))
        for block in document.blocks
        if isinstance(block, Article) and block.id == article
    ]
