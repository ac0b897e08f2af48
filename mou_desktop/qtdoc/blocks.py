"""One block of a document as rich text, each run marked with the field it was filled from."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from mou_desktop.model.document import (
    Article,
    Block,
    Gap,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Signer,
    Title,
    notes,
)
from mou_desktop.render.splice import by_piece, on_screen

PATH = QTextFormat.Property.UserProperty.value + 1
SERIF = ("Times New Roman", "Liberation Serif", "DejaVu Serif")
HEADING_SCALE, NOTE_SCALE = 1.2, 0.9
SIGNERS_ABREAST = 2
_SPACE = 0.5
_ROUNDING = 0.01


class Tints(NamedTuple):
    """Background colours: of a filled field, and of one that is still open."""

    field: QColor
    open: QColor


def font(points: float) -> QFont:
    """The serif that stands for the Word files' Times New Roman."""
    serif = QFont(list(SERIF))
    serif.setPointSizeF(points)
    return serif


def write(target: QTextDocument, block: Block, tints: Tints) -> None:
    """Replace the content of `target` by `block`."""
    _Writer(target, tints).write(block)


def exchange(target: QTextDocument, before: Block, block: Block, tints: Tints) -> bool:
    """Make `target`, which shows the block `before`, show another one by replacing the words that
    differ, so that carets stay where they are; says whether no more than that was needed, and does
    nothing if it was.
    """
    if not _differ_in_words(before, block):
        return False
    _Writer(target, tints).exchange(before, block)
    return True


def lines(block: Block) -> Sequence[Paragraph]:
    """The paragraphs of a block in the order in which `write` puts them down, signer by signer."""
    match block:
        case SignatureBlock(signers=signers):
            return tuple(line for signer in signers for line in signer.lines)
        case Title(lines=own):
            return own
        case _:
            return block.paragraphs or (Paragraph(()),)


def first_line(document: QTextDocument, block: Block) -> int:
    """The number of the document's line that shows the first of a block's paragraphs."""
    if isinstance(block, Article):
        return 1
    line = document.begin()
    if isinstance(block, SignatureBlock):
        while line.isValid() and QTextCursor(line).currentTable() is None:
            line = line.next()
    return line.blockNumber()


def heights(document: QTextDocument) -> list[float]:
    """What each line of a document needs at its width, in pixels, without the space below it."""
    document.size()  # (which lays it out)
    found = []
    line = document.begin()
    while line.isValid():
        found.append(line.layout().boundingRect().height())
        line = line.next()
    return found


def stretch(document: QTextDocument, wanted: Sequence[float]) -> None:
    """Put as much space below each line as it lacks of the wanted height, in pixels. Below the last
    one, and where nothing is wanted, is the usual space.
    """
    own = heights(document)
    usual = document.defaultFont().pointSizeF() * _SPACE
    lacking = [max(want - have, 0) for want, have in zip(wanted, own, strict=False)]
    line, cursor = document.begin(), QTextCursor(document)
    for number in range(len(own)):
        more = lacking[number] if number < min(len(lacking), len(own) - 1) else 0
        layout = line.blockFormat()
        if abs(layout.bottomMargin() - usual - more) > _ROUNDING:
            layout.setBottomMargin(usual + more)
            cursor.setPosition(line.position())
            cursor.setBlockFormat(layout)
        line = line.next()


def path_of(run: Run, piece: Sequence[Run]) -> str:
    """The field that a run belongs to; words of a passage belong to the one that stands in it."""
    if not run.source:
        return ""
    return run.path or next((each.path for each in piece if each.path), "")


class _Writer:
    def __init__(self, target: QTextDocument, tints: Tints) -> None:
        self._target = target
        self._cursor = QTextCursor(target)
        self._tints = tints
        self._line = target.defaultFont().pointSizeF()
        self._first = True

    def write(self, block: Block) -> None:
        self._target.clear()
        self._cursor.beginEditBlock()
        if isinstance(block, SignatureBlock):
            self._signatures(block)
        elif isinstance(block, Title):
            self._title(block)
        else:
            if isinstance(block, Article):
                self._start(Qt.AlignmentFlag.AlignHCenter)
                self._cursor.insertText(block.heading, self._strong())
            for paragraph in lines(block):
                self._paragraph(paragraph, Qt.AlignmentFlag.AlignLeft)
            self._notes(block, Qt.AlignmentFlag.AlignLeft)
        self._cursor.endEditBlock()

    def exchange(self, before: Block, block: Block) -> None:
        """Replace the words that differ."""
        first = first_line(self._target, block)
        self._cursor.beginEditBlock()
        for number, (then, now) in enumerate(zip(lines(before), lines(block), strict=True)):
            if then != now:
                strong = isinstance(block, Title) and number == block.heading
                start = self._target.findBlockByNumber(first + number).position()
                self._exchange_in(start, then, now, heading=strong)
        self._cursor.endEditBlock()

    def _exchange_in(
        self, start: int, before: Paragraph, paragraph: Paragraph, *, heading: bool
    ) -> None:
        olds = iter(before.runs)
        for runs in by_piece(paragraph):
            for run in runs:
                old, new = on_screen(next(olds)), on_screen(run)
                if old != new:
                    self._cursor.setPosition(start)
                    end = start + _units(old)
                    self._cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    self._cursor.insertText(new, self._style(run, runs, heading=heading))
                start += _units(new)

    def _title(self, title: Title) -> None:
        for number, line in enumerate(title.lines):
            strong = number == title.heading
            self._paragraph(line, Qt.AlignmentFlag.AlignHCenter, heading=strong)
        self._notes(title, Qt.AlignmentFlag.AlignHCenter)

    def _notes(self, block: Block, alignment: Qt.AlignmentFlag) -> None:
        """What stands below a text and is no part of it."""
        style = QTextCharFormat()
        style.setFontItalic(True)
        style.setFontPointSize(self._line * NOTE_SCALE)
        for note in notes(block):
            self._start(alignment)
            self._cursor.insertText(note.text, style)

    def _signatures(self, block: SignatureBlock) -> None:
        abreast = min(SIGNERS_ABREAST, len(block.signers))
        bands = -(-len(block.signers) // abreast)
        table = self._cursor.insertTable(bands, abreast, _borderless(abreast))
        for number, signer in enumerate(block.signers):
            cell = table.cellAt(number // abreast, number % abreast)
            self._cursor = cell.firstCursorPosition()
            self._first = True
            self._signer(signer)

    def _signer(self, signer: Signer) -> None:
        for line in signer.lines:
            self._paragraph(line, Qt.AlignmentFlag.AlignLeft)

    def _paragraph(
        self, paragraph: Paragraph, alignment: Qt.AlignmentFlag, *, heading: bool = False
    ) -> None:
        self._start(alignment)
        for runs in by_piece(paragraph):
            for run in runs:
                self._cursor.insertText(on_screen(run), self._style(run, runs, heading=heading))

    def _style(self, run: Run, piece: Sequence[Run], *, heading: bool) -> QTextCharFormat:
        """The look of a run of one piece."""
        style = self._strong(HEADING_SCALE) if heading else QTextCharFormat()
        if run.strong:
            style.setFontWeight(QFont.Weight.Bold)
        if run.source:
            style.setProperty(PATH, path_of(run, piece))
            style.setBackground(QBrush(self._tint(run.gap)))
        if run.gap is Gap.UNSURE:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return style

    def _tint(self, gap: Gap | None) -> QColor:
        return self._tints.field if gap is None else self._tints.open

    def _strong(self, scale: float = 1.0) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setFontPointSize(self._line * scale)
        return style

    def _start(self, alignment: Qt.AlignmentFlag) -> None:
        layout = QTextBlockFormat()
        layout.setAlignment(alignment)
        layout.setBottomMargin(self._line * _SPACE)
        if self._first:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(QTextCharFormat())
        else:
            self._cursor.insertBlock(layout, QTextCharFormat())
        self._first = False


def _differ_in_words(one: Block, other: Block) -> bool:
    """Whether two blocks look alike but for the words of some runs."""
    if _frame(one) != _frame(other):
        return False
    return all(
        then is now
        or (len(then.runs) == len(now.runs) and all(map(_look_alike, then.runs, now.runs)))
        for then, now in zip(lines(one), lines(other), strict=True)
    )


def _frame(block: Block) -> tuple[object, ...]:
    """What there is around the runs."""
    match block:
        case SignatureBlock(signers=signers):
            return (SignatureBlock, *(len(signer.lines) for signer in signers))
        case Title(lines=own, heading=heading):
            return Title, len(own), heading, block.notes
        case Article(heading=heading):
            return Article, len(lines(block)), heading, block.notes
        case _:
            return Preamble, len(lines(block)), block.notes


def _look_alike(one: Run, other: Run) -> bool:
    """(A run without words has no place in the text where others could stand.)"""
    if one.text != other.text and not (on_screen(one) and on_screen(other)):
        return False
    then, now = ((run.source, run.path, run.strong, run.gap) for run in (one, other))
    return then == now


def _units(text: str) -> int:
    """How long Qt thinks a text is."""
    return len(text.encode("utf-16-le")) // 2


def _borderless(columns: int) -> QTextTableFormat:
    layout = QTextTableFormat()
    layout.setBorder(0)
    layout.setCellPadding(2)
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    layout.setColumnWidthConstraints([share] * columns)
    return layout
