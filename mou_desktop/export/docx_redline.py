"""Two states of a version as one text with tracked changes (ECMA-376-1 §17.13.5).

Whoever accepts them all has the text after, whoever rejects them all the text before. There are no
content controls in it: word processors leave empty ones behind when their content goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from mou_desktop.amend.compare import compare_texts
from mou_desktop.export.docx_body import (
    ABREAST,
    add_row,
    add_table,
    signature_rows,
)
from mou_desktop.export.docx_markup import Element, add, add_paragraph, add_run, name
from mou_desktop.export.docx_styles import text_width
from mou_desktop.languages import registry
from mou_desktop.model.change import BlockChange, Fate, ParagraphChange, Piece
from mou_desktop.model.document import (
    NOTHING,
    Article,
    Block,
    Document,
    Paragraph,
    Run,
    SignatureBlock,
    Title,
    paragraphs,
    place,
)
from mou_desktop.model.layout import Layout


@dataclass(frozen=True)
class Revision:
    """Who made the changes, and when (with the time zone)."""

    author: str
    time: datetime


class Marked(NamedTuple):
    """A paragraph in its states; one is missing when it was inserted or deleted."""

    style: str
    before: Paragraph | None
    after: Paragraph | None


_Cells = Sequence[tuple[Paragraph | None, Paragraph | None]]


class Redline(NamedTuple):
    """What distinguishes two states of a version."""

    before: Document
    after: Document
    changes: Sequence[BlockChange]


def fill_redline(
    body: Element, redline: Redline, layout: Layout, by: Revision, ids: Iterator[int]
) -> Element:
    """Adds a version with its changes to a `w:body`, and gives the paragraph that ends it. `ids`
    are the numbers of the tracked changes.
    """
    before, after, changes = redline
    writer = _Writer(after.language, layout, by, ids)
    texts: list[Marked] = []
    for change in _in_order(before, after, changes):
        if isinstance(change.block, SignatureBlock):
            writer.texts(body, texts)
            writer.signatures(body, change)
            texts = []
        else:
            texts += _marked(change)
    writer.texts(body, texts)
    return add_paragraph(body, "DocumentEnd")


def _in_order(
    before: Document, after: Document, changes: Sequence[BlockChange]
) -> Iterator[BlockChange]:
    """The changes as both texts have them in their order: a block that was moved is deleted where
    it stood and inserted where it stands.
    """
    found = {change.place: change for change in changes}
    stayed = {each.place for each in changes if each.before and each.after and not each.moved}
    old, new = ([place(block) for block in document.blocks] for document in (before, after))
    for anchor in [*(each for each in new if each in stayed), ""]:
        gone, old = _until(anchor, old)
        come, new = _until(anchor, new)
        yield from (_alone(found[each].before, Fate.DELETED) for each in gone)
        yield from (_alone(found[each].after, Fate.INSERTED) for each in come)
        if anchor:
            yield found[anchor]


def _until(anchor: str, names: list[str]) -> tuple[list[str], list[str]]:
    """The names before this one, and those behind it."""
    end = names.index(anchor) if anchor else len(names)
    return names[:end], names[end + 1 :]


def _alone(block: Block | None, fate: Fate) -> BlockChange:
    assert block is not None
    whole = tuple(ParagraphChange(fate, (Piece(each.text, fate),)) for each in paragraphs(block))
    gone = fate is Fate.DELETED
    return BlockChange(fate, block if gone else None, None if gone else block, whole)


def _marked(change: BlockChange) -> Iterator[Marked]:
    """The paragraphs of a block, an article's number first."""
    if isinstance(change.block, Article):
        old, new = (_heading(block) for block in (change.before, change.after))
        yield Marked("Heading2", old, new)
    old_lines, new_lines = (
        list(paragraphs(block)) if block else [] for block in (change.before, change.after)
    )
    befores, afters = iter(old_lines), iter(new_lines)
    for number, each in enumerate(change.paragraphs):
        old = next(befores) if each.fate is not Fate.INSERTED else None
        new = next(afters) if each.fate is not Fate.DELETED else None
        yield Marked(_style(change.block, number, old or new), old, new)


def _heading(block: Block | None) -> Paragraph | None:
    return Paragraph((Run(block.heading),)) if isinstance(block, Article) else None


def _style(block: Block, number: int, paragraph: Paragraph | None) -> str:
    if isinstance(block, Title):
        return "Title" if paragraph is block.lines[block.heading] else "Subtitle"
    return "BodyText"


class _Writer:
    def __init__(self, language: str, layout: Layout, by: Revision, ids: Iterator[int]) -> None:
        self._word_tag = registry.language(language).word_tag
        self._layout = layout
        self._by = by
        self._ids = ids

    def texts(self, parent: Element, texts: Sequence[Marked]) -> None:
        """Write what stands before a table. A paragraph's mark goes or comes with it; but behind
        the last one stands the table, with which a paragraph cannot merge: from there back to one
        that stays, each takes the fate of the one behind it.
        """
        fates = [_fate(each) for each in texts]
        tail = len(fates)
        while tail and fates[tail - 1] is not Fate.KEPT:
            tail -= 1
        marks = fates
        if 0 < tail < len(fates):
            marks = [*fates[: tail - 1], *fates[tail:], Fate.KEPT]
        for each, mark in zip(texts, marks, strict=True):
            self._paragraph(parent, each, mark)

    def signatures(self, parent: Element, change: BlockChange) -> None:
        """A table with changed cells; where it has other rows than before, both tables."""
        old, new = (
            list(_rows(block)) if isinstance(block, SignatureBlock) else []
            for block in (change.before, change.after)
        )
        if [(style, len(texts)) for style, texts in old] == [
            (style, len(texts)) for style, texts in new
        ]:
            self._table(
                parent,
                [
                    (style, Fate.KEPT, list(zip(befores, afters, strict=True)))
                    for (style, befores), (_style, afters) in zip(old, new, strict=True)
                ],
            )
            return
        gone = [(style, Fate.DELETED, [(each, None) for each in row]) for style, row in old]
        come = [(style, Fate.INSERTED, [(None, each) for each in row]) for style, row in new]
        self._table(parent, [*gone, *come])

    def _table(self, parent: Element, rows: Sequence[tuple[str, Fate, _Cells]]) -> None:
        width = text_width(self._layout)
        columns = [width // ABREAST] * ABREAST
        table = add_table(parent, "SignatureBlock", width, columns)
        for style, fate, cells in rows:
            elements = add_row(table, columns, whole=True)
            if fate is not Fate.KEPT:
                self._change(table[-1][0], fate)
            both = [*cells, *[(NOTHING, NOTHING)] * ABREAST]
            for element, (old, new) in zip(elements, both, strict=False):
                self._paragraph(element, Marked(style, old, new), fate)

    def _paragraph(self, parent: Element, each: Marked, mark: Fate) -> None:
        element = add_paragraph(parent, each.style)
        if mark is not Fate.KEPT:
            self._change(add(element[0], "rPr"), mark)
        old, new = each.before or NOTHING, each.after or NOTHING
        gone = come = 0
        for piece in compare_texts(old.text, new.text):
            length = len(piece.text)
            runs = (
                _cut(old, gone, length) if piece.fate is Fate.DELETED else _cut(new, come, length)
            )
            gone += 0 if piece.fate is Fate.INSERTED else length
            come += 0 if piece.fate is Fate.DELETED else length
            holder = element if piece.fate is Fate.KEPT else self._change(element, piece.fate)
            for run in runs:
                add_run(holder, run.text, self._word_tag, strong=run.strong)
            if piece.fate is Fate.DELETED:
                for text in holder.iter(name("t")):
                    text.tag = name("delText")

    def _change(self, parent: Element, fate: Fate) -> Element:
        """What says that something was deleted or inserted."""
        change = add(parent, "del" if fate is Fate.DELETED else "ins")
        change.set(name("id"), str(next(self._ids)))
        change.set(name("author"), self._by.author)
        change.set(name("date"), self._by.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        return change


def _fate(each: Marked) -> Fate:
    if each.before is None:
        return Fate.INSERTED
    return Fate.DELETED if each.after is None else Fate.KEPT


def _rows(block: SignatureBlock) -> Iterator[tuple[str, list[Paragraph]]]:
    starts = range(0, len(block.signers), ABREAST)
    yield from signature_rows([block.signers[at : at + ABREAST] for at in starts], whole=True)


def _cut(paragraph: Paragraph, start: int, length: int) -> Iterator[Run]:
    """The runs of a stretch of a paragraph."""
    position = 0
    for run in paragraph.runs:
        first, last = max(start - position, 0), min(start + length - position, len(run.text))
        if first < last:
            yield run._replace(text=run.text[first:last])
        position += len(run.text)
