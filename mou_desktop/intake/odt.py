"""OpenDocument text (ISO/IEC 26300): `content.xml` to paragraphs."""

from collections.abc import Iterator

from mou_desktop.errors import IntakeError
from mou_desktop.intake.amendment_notes import is_note, notes_left_out
from mou_desktop.intake.line import Line
from mou_desktop.intake.odt_names import Element, all_text, child, get, name, spaces, texts
from mou_desktop.intake.package import Package
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.source import Cell, Comment, Gauge, Source, SourceParagraph
from mou_desktop.model.change import Fate

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_THROUGH = ("text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base")
_CONTAINERS: tuple[str, ...] = (
    "text:section",
    "text:list",
    "text:list-item",
    "text:list-header",
    "draw:text-box",
)
_CONTAINERS += ("table:table-header-rows", "table:table-row-group", "draw:frame", "draw:g")


def is_open_document(package: Package) -> bool:
    """Whether a package holds a text in OpenDocument."""
    kind = package.read("mimetype").strip()
    return CONTENT in package and (not kind or b"opendocument.text" in kind)


def read(package: Package, file: str) -> Source:
    """The document. Raises `IntakeError`."""
    if b"encryption-data" in package.read(_MANIFEST):
        raise IntakeError(
            "{file} is encrypted; open it with its password and save it without one", file=file
        )
    root = package.tree(CONTENT)
    body = child(root, "office:body", "office:text") if root is not None else None
    if body is None:
        raise IntakeError("{file} is no text document; import Word files or text", file=file)
    assert root is not None
    changes = child(body, "text:tracked-changes")
    reader = _Body(Gauge(file), changes, _bold(root), _of_notes(root))
    paragraphs = tuple(reader.paragraphs(body))
    remarks = list(reader.remarks)
    if reader.amendment_notes:
        remarks.append(notes_left_out(file, reader.amendment_notes))
    if any(part.startswith(("Basic/", "Scripts/")) for part in package.parts):
        remarks.append(remark("the file holds macros; they were not looked at"))
    return Source(file, paragraphs, tuple(remarks))


class _Body:
    """Reads the paragraphs below an element."""

    def __init__(
        self,
        gauge: Gauge,
        changes: Element | None,
        bold: frozenset[str],
        note_styles: frozenset[str],
    ) -> None:
        self._gauge = gauge
        self._note_styles = note_styles
        self.amendment_notes: list[str] = []
        self._bold = bold
        self._tables = 0
        self._changes = dict(_changes(changes))
        self._open: dict[str, tuple[Line, int, int]] = {}
        self._notes: dict[str, tuple[Comment, Line, int]] = {}
        self.remarks: list[Remark] = []

    def paragraphs(self, parent: Element, cell: Cell | None = None) -> Iterator[SourceParagraph]:
        for element in parent:
            kind = name(element.tag)
            if kind in ("text:p", "text:h"):
                yield from self._paragraph(element, cell)
            elif kind == "table:table":
                yield from self._table(element)
            elif kind in _CONTAINERS:
                yield from self.paragraphs(element, cell)
            elif kind.startswith("text:change"):
                self._change(kind, element, Line())

    def _table(self, table: Element) -> Iterator[SourceParagraph]:
        self._tables += 1
        number = self._tables
        for row, line in enumerate(_rows(table)):
            column = 0
            for cell in line:
                if name(cell.tag) in ("table:table-cell", "table:covered-table-cell"):
                    yield from self.paragraphs(cell, Cell(number, row, column))
                    repeated = get(cell, "table:number-columns-repeated")
                    known = repeated.isdecimal() and len(repeated) < 3
                    column += int(repeated) if known else 1

    def _paragraph(self, element: Element, cell: Cell | None) -> Iterator[SourceParagraph]:
        line = Line()
        boxes: list[Element] = []
        self._inline(element, line, boxes)
        self._gauge.add(line.length)
        level = get(element, "text:outline-level")
        is_heading = name(element.tag) == "text:h" and level.isdecimal() and len(level) < 3
        style = get(element, "text:style-name")
        if style in self._note_styles or is_note(style):
            self.amendment_notes.append(line.read().text)
            return
        yield line.read(style=style, level=int(level) if is_heading else 0, cell=cell)
        for box in boxes:
            yield from self.paragraphs(box, cell)

    def _inline(
        self, parent: Element, line: Line, boxes: list[Element], *, strong: bool = False
    ) -> None:
        line.add(spaces(parent.text), strong=strong)
        for element in parent:
            kind = name(element.tag)
            if kind in _THROUGH:
                bold = strong or get(element, "text:style-name") in self._bold
                self._inline(element, line, boxes, strong=bold)
            elif kind == "loext:content-control":
                start, tag = line.length, get(element, "loext:tag")
                self._inline(element, line, boxes, strong=strong)
                if tag:
                    line.control(tag, start)
            elif kind in ("text:s", "text:tab"):
                line.add(" ")
            elif kind == "text:line-break":
                line.add("\n")
            elif kind == "text:note":
                self._left_out(element)
            elif kind == "office:annotation":
                self._annotation(element, line)
            elif kind == "office:annotation-end":
                self._annotation_end(get(element, "office:name"), line)
            elif kind.startswith("text:change"):
                self._change(kind, element, line)
            elif kind.startswith("draw:"):
                boxes.append(element)
            elif kind.startswith("text:") and kind != "text:soft-page-break":
                line.add(spaces(all_text(element)))
            line.add(spaces(element.tail), strong=strong)

    def _change(self, kind: str, element: Element, line: Line) -> None:
        number = get(element, "text:change-id")
        found = self._changes.get(number)
        if kind == "text:change-start":
            self._open[number] = (line, line.length, line.mark)
        elif found is None:
            return
        elif kind == "text:change":
            line.revise(Fate.DELETED, line.length, found.text, found.author, found.time)
        elif kind == "text:change-end" and found.fate is Fate.INSERTED:
            began, start, mark = self._open.pop(number, (line, 0, 0))
            if began is not line:
                start, mark = 0, 0
            text = line.text_since(mark)
            line.revise(Fate.INSERTED, start, text, found.author, found.time)

    def _annotation(self, element: Element, line: Line) -> None:
        text = " ".join(
            all_text(each, " ") for each in element if name(each.tag).startswith("text:")
        )
        author = "".join(texts(element, "dc:creator"))
        time = "".join(texts(element, "dc:date"))
        comment = Comment(line.length, line.length, " ".join(text.split()), author, time)
        label = get(element, "office:name")
        if label:
            self._notes[label] = (comment, line, line.length)
        line.comment(comment)

    def _annotation_end(self, label: str, line: Line) -> None:
        comment, began, start = self._notes.pop(label, (None, None, 0))
        if comment is not None and began is line:
            line.widen(comment, start, line.length)

    def _left_out(self, note: Element) -> None:
        body = child(note, "text:note-body")
        text = " ".join(all_text(body, " ").split()) if body is not None else ""
        if text:
            said = remark("a footnote was left out: “{text}”", text=text, lost=text)
            self.remarks.append(said)


class _Change:
    """A tracked change as the head of the file tells it."""

    def __init__(self, fate: Fate, text: str, author: str, time: str) -> None:
        self.fate, self.text, self.author, self.time = fate, text, author, time


def _changes(tracked: Element | None) -> Iterator[tuple[str, _Change]]:
    for region in tracked if tracked is not None else ():
        for element in region:
            kind = name(element.tag)
            if kind not in ("text:insertion", "text:deletion"):
                continue
            info = child(element, "office:change-info")
            author = "".join(texts(info, "dc:creator")) if info is not None else ""
            time = "".join(texts(info, "dc:date")) if info is not None else ""
            fate = Fate.INSERTED if kind == "text:insertion" else Fate.DELETED
            shown = (each for each in element if name(each.tag) in ("text:p", "text:h"))
            text = "\n".join(all_text(each) for each in shown)
            yield (
                get(region, "text:id") or get(region, "xml:id"),
                _Change(fate, text, author, time),
            )


def _bold(root: Element) -> frozenset[str]:
    """The styles of characters that are bold."""
    automatic = child(root, "office:automatic-styles")
    found = {"Strong", "Strong_20_Emphasis"}
    for style in automatic if automatic is not None else ():
        properties = child(style, "style:text-properties")
        if properties is not None and get(properties, "fo:font-weight") == "bold":
            found.add(get(style, "style:name"))
    return frozenset(found)


def _of_notes(root: Element) -> frozenset[str]:
    """The styles that were made of those of notes."""
    automatic = child(root, "office:automatic-styles")
    return frozenset(
        get(style, "style:name")
        for style in (automatic if automatic is not None else ())
        if is_note(get(style, "style:parent-style-name"))
    )


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        kind = name(element.tag)
        if kind == "table:table-row":
            yield element
        elif kind in _CONTAINERS or kind == "table:table-rows":
            yield from _rows(element)
