"""Word files, also those with macros, which are not looked at: `w:document` to paragraphs."""

import posixpath
from collections.abc import Iterator
from itertools import chain

from mou_desktop.errors import IntakeError
from mou_desktop.intake import docx_slips, xml
from mou_desktop.intake.amendment_notes import notes_left_out
from mou_desktop.intake.docx_names import Element, name, val
from mou_desktop.intake.docx_styles import Numbering, Styles
from mou_desktop.intake.docx_text import Body, Remarked
from mou_desktop.intake.package import Package
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.source import Gauge, Source, SourceParagraph
from mou_desktop.languages import registry

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_TYPE = "/officeDocument"
_USUAL_MAIN = "word/document.xml"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_HARMLESS = ("/hyperlink",)
# The program itself writes the name of each version above its pages.
_NAMES = frozenset(registry.language(tag).endonym for tag in registry.tags())


def is_word(package: Package) -> bool:
    """Whether a package holds a text document of Word."""
    main = _main_part(package)
    return main in package and "xl/" not in main and "ppt/" not in main


def read(package: Package, file: str) -> Source:
    """The document. Raises `IntakeError`."""
    main = _main_part(package)
    related = _related(package, main)
    content = package.read(main)
    root = xml.parse(docx_slips.mended(content), file) if content else None
    if root is None or name(root.tag) != "document":
        raise IntakeError("{file} is no text document; import Word files or text", file=file)
    gauge = Gauge(file)
    styles = Styles(package.tree(_one(related, "/styles")))
    numbering = Numbering(package.tree(_one(related, "/numbering")))
    comments = _comments(package.tree(_one(related, "/comments")), styles, gauge)
    body = Body(styles, numbering, comments, gauge)
    paragraphs = tuple(chain.from_iterable(body.paragraphs(part) for part in root))
    remarks = [*_aside(package, related, styles, gauge), *_dangers(package, main)]
    if body.hidden:
        remarks.append(remark("{file}: hidden text was read like other text", file=file))
    if body.contents:
        remarks.append(remark("{file}: the table of contents was left out", file=file))
    if body.notes:
        remarks.append(notes_left_out(file, body.notes))
    return Source(file, paragraphs, tuple(remarks))


def _main_part(package: Package) -> str:
    found = _one(_related(package, ""), _MAIN_TYPE)
    return found if found in package else _USUAL_MAIN


def _relationships(package: Package, part: str) -> Iterator[Element]:
    folder, base = posixpath.split(part)
    root = package.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
    for element in root if root is not None else ():
        if element.tag == f"{{{_RELATIONSHIPS}}}Relationship":
            yield element


def _related(package: Package, part: str) -> list[tuple[str, str]]:
    """Kind and name of the parts to which a part refers."""
    folder = posixpath.dirname(part)
    return [
        (
            each.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
        )
        for each in _relationships(package, part)
        if each.get("TargetMode") != "External"
    ]


def _one(related: list[tuple[str, str]], kind: str) -> str:
    return next((part for found, part in related if found.endswith(kind)), "")


def _comments(root: Element | None, styles: Styles, gauge: Gauge) -> dict[str, Remarked]:
    found = {}
    for element in root if root is not None else ():
        if name(element.tag) == "comment":
            text = _plain(element, styles, gauge)
            author, time = val(element, "author"), val(element, "date")
            found[val(element, "id")] = Remarked(text, author, time)
    return found


def _aside(
    package: Package, related: list[tuple[str, str]], styles: Styles, gauge: Gauge
) -> Iterator[Remark]:
    """What stands beside the text: notes, and what heads and ends each page."""
    for kind, part in related:
        if kind.endswith(("/footnotes", "/endnotes")):
            root = package.tree(part)
            for note in root if root is not None else ():
                text = _plain(note, styles, gauge)
                if text and val(note, "type") not in _SEPARATORS:
                    yield remark("a footnote was left out: “{text}”", text=text, lost=text)
        elif kind.endswith(("/header", "/footer")):
            root = package.tree(part)
            text = _plain(root, styles, gauge) if root is not None else ""
            if any(map(str.isalpha, text)) and text not in _NAMES:
                yield remark(
                    "what stands above or below every page was left out: “{text}”",
                    text=text,
                    lost=text,
                )


def _plain(element: Element, styles: Styles, gauge: Gauge) -> str:
    body = Body(styles, Numbering(None), {}, gauge)
    lines = (_shown(each) for each in body.paragraphs(element))
    return " ".join(" ".join(lines).split())


def _shown(paragraph: SourceParagraph) -> str:
    return paragraph.text


def _dangers(package: Package, main: str) -> Iterator[Remark]:
    """What an officer should know about a file from outside; none of it was followed or run."""
    if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
        yield remark("the file holds macros; they were not looked at")
    external = [
        each.get("Target", "")
        for each in _relationships(package, main)
        if each.get("TargetMode") == "External" and not each.get("Type", "").endswith(_HARMLESS)
    ]
    if external:
        yield remark(
            "the file refers to something elsewhere ({target}); it was not fetched",
            target=external[0][:200],
        )
