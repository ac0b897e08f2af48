"""Where in the text before a change can be seen: what was deleted, and the words beside which
something was put in.
"""

from collections.abc import Iterator

from mou_desktop.model.change import BlockChange, Fate, ParagraphChange
from mou_desktop.model.document import Article, paragraphs, place
from mou_desktop.model.finding import Spot

HEADING = -1


def spots(tag: str, change: BlockChange) -> Iterator[Spot]:
    """The stretches of the version before, in reading order; none where the block is new."""
    block = change.before
    if block is None:
        return
    where = place(block)
    lengths = [len(each.text) for each in paragraphs(block)]
    if isinstance(block, Article) and (change.fate is Fate.DELETED or change.moved):
        yield Spot(tag, where, HEADING, 0, len(block.heading))
    number = 0
    for paragraph in change.paragraphs:
        if paragraph.fate is Fate.INSERTED:
            if number:
                yield Spot(tag, where, number - 1, 0, lengths[number - 1])
            continue
        for start, end in _stretches(paragraph):
            yield Spot(tag, where, number, start, end)
        number += 1


def _stretches(paragraph: ParagraphChange) -> Iterator[tuple[int, int]]:
    before, at, deleted = paragraph.before, 0, False
    for text, fate in paragraph.pieces:
        if fate is Fate.INSERTED:
            if not deleted:
                yield _beside(before, at)
        else:
            if fate is Fate.DELETED:
                yield at, at + len(text)
            at += len(text)
        deleted = fate is Fate.DELETED


def _beside(text: str, at: int) -> tuple[int, int]:
    """The word before a place, or the one behind it at the beginning."""
    if text[:at].strip():
        end = len(text[:at].rstrip())
        return max(text.rfind(" ", 0, end), text.rfind("\xa0", 0, end)) + 1, end
    end = text.find(" ", at + 1)
    return at, end if end > 0 else len(text)
