"""Compares two documents, or two paragraphs, word by word.

Blocks belong together by their place, paragraphs of a block by the words that they share. What is
kept and deleted gives exactly the text before, what is kept and inserted the text after.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from mou_desktop.model.change import BlockChange, Fate, ParagraphChange, Piece
from mou_desktop.model.document import Block, Document, SignatureBlock, paragraphs, place

# Words in brackets or quotation marks are one: «6 (six)» becomes «7 (seven)», not «7 (seven)».
_TOKEN = re.compile(
    r"[(\[«“„]\w+(?:[-’'ʼ]\w+)*[)\]»”“]|\w+(?:[-’'ʼ]\w+)*|\s+|[^\w\s]",
)
# As few letters as a kept stretch may have between two changes without being worth a break.
ISLAND = 3
# The share of words that two paragraphs have in common when one was made of the other.
ALIKE = 0.35


def compare(before: Document, after: Document) -> tuple[BlockChange, ...]:
    """Every block of both documents, in the order of `after`; a deleted one stands behind the
    block that it followed.
    """
    old = {place(block): block for block in before.blocks}
    new = {place(block): block for block in after.blocks}
    moved = _moved(list(old), list(new))
    return tuple(
        _block_change(old.get(name), new.get(name), moved=name in moved)
        for name in _merged_order(list(old), list(new))
    )


def compare_versions(
    before: Mapping[str, Document], after: Mapping[str, Document]
) -> dict[str, tuple[BlockChange, ...]]:
    """What distinguishes each language version; one that is missing counts as empty."""
    return {
        tag: compare(before.get(tag, Document(tag, ())), after.get(tag, Document(tag, ())))
        for tag in dict.fromkeys((*after, *before))
    }


def differing(changes: Sequence[BlockChange]) -> list[BlockChange]:
    """The changes without what was merely kept."""
    return [each for each in changes if each.fate is not Fate.KEPT or each.moved]


def without_deleted(changes: Sequence[BlockChange]) -> tuple[BlockChange, ...]:
    """The same changes, to be read as the text after with its new words marked."""
    return tuple(
        change._replace(paragraphs=tuple(map(_without_deleted, change.paragraphs)))
        for change in changes
        if change.fate is not Fate.DELETED
    )


def compare_texts(before: str, after: str) -> tuple[Piece, ...]:
    """One paragraph as pieces that were kept, deleted and inserted."""
    if before == after:
        return (Piece(after, Fate.KEPT),) if after else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    stretches = [
        (kind == "equal", "".join(old[start:end]), "".join(new[first:last]))
        for kind, start, end, first, last in matcher.get_opcodes()
    ]
    return tuple(_pieces(_without_islands(stretches)))


def _without_deleted(change: ParagraphChange) -> ParagraphChange:
    pieces = tuple(piece for piece in change.pieces if piece.fate is not Fate.DELETED)
    return change._replace(pieces=pieces)


_Stretch = tuple[bool, str, str]


def _without_islands(stretches: list[_Stretch]) -> list[_Stretch]:
    """Changes that only a small word or a space keeps apart, made one."""
    merged: list[_Stretch] = []
    for number, (kept, old, new) in enumerate(stretches):
        inside = 0 < number < len(stretches) - 1
        if kept and inside and sum(map(str.isalnum, old)) <= ISLAND:
            kept = False
        if merged and not kept and not merged[-1][0]:
            _kept, old_before, new_before = merged.pop()
            old, new = old_before + old, new_before + new
        merged.append((kept, old, new))
    return merged


def _pieces(stretches: list[_Stretch]) -> Iterator[Piece]:
    for kept, old, new in stretches:
        if kept:
            yield Piece(old, Fate.KEPT)
            continue
        if old:
            yield Piece(old, Fate.DELETED)
        if new:
            yield Piece(new, Fate.INSERTED)


def _block_change(old: Block | None, new: Block | None, *, moved: bool) -> BlockChange:
    before = [each.text for each in paragraphs(old)] if old else []
    after = [each.text for each in paragraphs(new)] if new else []
    if old is None or new is None:
        fate = Fate.INSERTED if old is None else Fate.DELETED
        changes = tuple(_whole(text, fate) for text in before or after)
        return BlockChange(fate, old, new, changes)
    pairs = _pairs(before, after, in_fixed_places=isinstance(new, SignatureBlock))
    changes = tuple(_paragraph_change(*pair) for pair in pairs)
    same = all(each.fate is Fate.KEPT for each in changes)
    return BlockChange(Fate.KEPT if same else Fate.CHANGED, old, new, changes, moved)


def _paragraph_change(before: str | None, after: str | None) -> ParagraphChange:
    if before is None or after is None:
        fate = Fate.INSERTED if before is None else Fate.DELETED
        return _whole(before or after or "", fate)
    fate = Fate.KEPT if before == after else Fate.CHANGED
    return ParagraphChange(fate, compare_texts(before, after))


def _whole(text: str, fate: Fate) -> ParagraphChange:
    return ParagraphChange(fate, (Piece(text, fate),) if text else ())


_Pair = tuple[str | None, str | None]


def _pairs(before: list[str], after: list[str], *, in_fixed_places: bool) -> Iterator[_Pair]:
    """The paragraphs that belong together, in reading order."""
    if in_fixed_places and len(before) == len(after):
        yield from zip(before, after, strict=True)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(before[start:end], after[first:last], strict=True)
        else:
            yield from _paired_by_words(before[start:end], after[first:last])


def _paired_by_words(before: list[str], after: list[str]) -> Iterator[_Pair]:
    """Of all pairings that keep the order, the one whose pairs share the most."""
    shared = [[_likeness(old, new) for new in after] for old in before]
    best = [[0.0] * (len(after) + 1) for _row in range(len(before) + 1)]
    for row in range(len(before) - 1, -1, -1):
        for column in range(len(after) - 1, -1, -1):
            alone = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(alone, best[row + 1][column + 1] + shared[row][column])
    row = column = 0
    while row < len(before) and column < len(after):
        together = best[row + 1][column + 1] + shared[row][column]
        if shared[row][column] and best[row][column] == together:
            yield before[row], after[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield before[row], None
            row += 1
        else:
            yield None, after[column]
            column += 1
    yield from ((text, None) for text in before[row:])
    yield from ((None, text) for text in after[column:])


def _likeness(old: str, new: str) -> float:
    """How much of two paragraphs is the same words; nothing when it is too little."""
    ours, theirs = Counter(old.split()), Counter(new.split())
    total = ours.total() + theirs.total()
    share = 2 * (ours & theirs).total() / total if total else 0.0
    return share if share >= ALIKE else 0.0


def _merged_order(old: list[str], new: list[str]) -> list[str]:
    order = list(new)
    for number, name in enumerate(old):
        if name not in new:
            order.insert(order.index(old[number - 1]) + 1 if number else 0, name)
    return order


def _moved(old: list[str], new: list[str]) -> set[str]:
    """What both have, less the longest part of it that stands in the same order."""
    common_old = [name for name in old if name in new]
    common_new = [name for name in new if name in old]
    matcher = SequenceMatcher(None, common_old, common_new, autojunk=False)
    stayed = (common_new[m.b : m.b + m.size] for m in matcher.get_matching_blocks())
    return set(common_new).difference(*stayed)
