"""The manifest of a signing set as a Word file: a list to be ticked off, on sheets laid across."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from lxml import etree

from mou_desktop.export.docx import MAIN, PROPERTIES, core_properties
from mou_desktop.export.docx_body import add_row, add_table
from mou_desktop.export.docx_markup import Element, add, add_paragraph, add_run, name, serialised
from mou_desktop.export.docx_package import pack
from mou_desktop.export.docx_styles import base
from mou_desktop.export.signing.items import Translated, language_name
from mou_desktop.export.signing.manifest import Manifest, OriginalEntry
from mou_desktop.languages import registry
from mou_desktop.model.layout import Layout

LAYOUT = Layout(size=10)
# Twentieths of a point: A4 crosswise, its margins, and what they leave.
LENGTH, HEIGHT, MARGIN = "16838", "11906", "850"
WIDTH = 15138
ORIGINALS = [520, 900, 1900, 1400, 900, 5118, 4400]
FILES = [520, 5600, 1200, 7818]
BOX = "\N{BALLOT BOX}"
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def to_docx(manifest: Manifest, language: str, translated: Translated) -> bytes:
    """The bytes of the file, in the words of a language."""
    word_tag = registry.language(language).word_tag
    parts = dict(base(word_tag, LAYOUT))
    root = etree.fromstring(parts[MAIN])
    body = root[0]
    section = body[0]
    body.remove(section)
    title = translated("Manifest of the signing set")
    _Sheet(body, manifest, translated).write(title)
    _lay_crosswise(section)
    body.append(section)
    parts[MAIN] = serialised(root)
    parts[PROPERTIES] = core_properties(
        parts[PROPERTIES], title=title, subject=manifest.draft.agreement, language=word_tag
    )
    return pack(parts)


class _Sheet:
    """Writes into the body of the file."""

    def __init__(self, body: Element, manifest: Manifest, translated: Translated) -> None:
        self._body, self._manifest, self._translated = body, manifest, translated

    def write(self, title: str) -> None:
        manifest, translated = self._manifest, self._translated
        self._paragraph(self._body, title, "Title")
        for line in self._facts():
            self._paragraph(self._body, line)
        self._heading(translated("Originals"))
        self._table(ORIGINALS, self._original_heads(), map(self._original, manifest.originals))
        self._heading(translated("Filled in by hand"))
        for line in self._by_hand():
            self._paragraph(self._body, f"{BOX} {line}")
        self._heading(translated("Results of the checks"))
        for finding in manifest.findings:
            self._paragraph(self._body, f"{BOX} {finding.text}")
        if not manifest.findings:
            self._paragraph(self._body, translated("Nothing is left to complete."))
        self._heading(translated("Files"))
        heads = ["", translated("File"), translated("Bytes"), "SHA-256"]
        rows = ([BOX, each.name, f"{each.size}", each.sha256] for each in manifest.files)
        self._table(FILES, heads, rows)
        self._paragraph(self._body, "")

    def _facts(self) -> list[str]:
        translated, manifest, draft = self._translated, self._manifest, self._manifest.draft
        if draft.final is not None:
            standing = translated("final since {time}").format(time=_time(draft.final))
        else:
            standing = translated("draft {number}, not final").format(number=draft.number)
        made = translated("Made: {time}, MOU Desktop {version}")
        pdf = translated("PDF files: {program}")
        program = manifest.pdf_by or translated("none")
        return [
            draft.agreement,
            translated("Draft: {file}, {standing}").format(file=draft.file, standing=standing),
            translated("Checksum of its content (SHA-256): {digest}").format(digest=draft.sha256),
            made.format(time=_time(manifest.made), version=manifest.program),
            pdf.format(program=program),
            *(f"{party.label}: {party.name}" for party in manifest.parties),
        ]

    def _original_heads(self) -> list[str]:
        translated = self._translated
        return [
            "",
            translated("No."),
            translated("Language"),
            translated("Kept by"),
            translated("Pages"),
            translated("Who signs where"),
            translated("Files"),
        ]

    def _original(self, original: OriginalEntry) -> list[str]:
        count = len(self._manifest.originals)
        languages = [language_name(tag, self._translated) for tag in original.languages]
        return [
            BOX,
            f"{original.number} / {count}",
            "\n".join(languages),
            self._label(original.party),
            str(original.pages) if original.pages else "–",
            "\n".join(self._signatures(original)),
            "\n".join(original.files),
        ]

    def _signatures(self, original: OriginalEntry) -> list[str]:
        """Those under the first text; under the others they are the same."""
        translated = self._translated
        sides = {"left": translated("left"), "right": translated("right")}
        lines = []
        for place in original.signatures:
            if place.language == original.languages[0]:
                who = ", ".join(filter(None, (place.name, place.position)))
                side = sides.get(place.side, place.side)
                lines.append(f"{side}: {who} ({self._label(place.party)})")
        if len(original.languages) > 1:
            text = translated("under each of the {count} texts")
            lines.append(text.format(count=len(original.languages)))
        elif original.pages is not None:
            lines.append(translated("on page {page}").format(page=original.pages))
        return lines

    def _label(self, party: int) -> str:
        return self._manifest.parties[party].label

    def _by_hand(self) -> list[str]:
        translated = self._translated
        known = {
            "signatures": translated("signatures, under every text"),
            "seals": translated("seals, beside the signatures"),
            "initials": translated("initials, at the foot of every page"),
            "date.day": translated("date: the day"),
            "date.month": translated("date: the month"),
            "date.year": translated("date: the year"),
        }
        return [known.get(path, path) for path in self._manifest.by_hand]

    def _heading(self, text: str) -> None:
        self._paragraph(self._body, text, "Heading2")

    def _table(
        self, columns: list[int], heads: Sequence[str], rows: Iterable[Sequence[str]]
    ) -> None:
        """A table with lines, whose head stands on every page."""
        table = add_table(self._body, "TableNormal", WIDTH, columns)
        layout = table[0].find(name("tblLayout"))
        assert layout is not None
        borders = etree.Element(name("tblBorders"))
        for edge in _BORDERS:
            line = add(borders, edge, "single")
            line.set(name("sz"), "4")
            line.set(name("space"), "0")
            line.set(name("color"), "auto")
        layout.addprevious(borders)
        self._row(table, columns, heads, is_head=True)
        for row in rows:
            self._row(table, columns, row)

    def _row(
        self, table: Element, columns: list[int], texts: Sequence[str], *, is_head: bool = False
    ) -> None:
        cells = add_row(table, columns, whole=True)
        if is_head:
            add(table[-1][0], "tblHeader")
        for cell, text in zip(cells, texts, strict=True):
            for line in text.split("\n"):
                self._paragraph(cell, line, strong=is_head)

    def _paragraph(
        self, parent: Element, text: str, style: str = "Normal", *, strong: bool = False
    ) -> None:
        add_run(add_paragraph(parent, style), text, strong=strong)


def _time(written: str) -> str:
    """A time of the manifest for a reader, with the difference to universal time."""
    return f"{datetime.fromisoformat(written):%Y-%m-%d %H:%M (UTC%z)}"


def _lay_crosswise(section: Element) -> None:
    size, margins = section[0], section[1]
    for key, value in (("w", LENGTH), ("h", HEIGHT), ("orient", "landscape")):
        size.set(name(key), value)
    for side in ("top", "right", "bottom", "left"):
        margins.set(name(side), MARGIN)
