"""Readers of what was exported: Word files, and the PDF files that LibreOffice makes of them."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from lxml import etree

from mou_desktop.model.document import Article, Document, paragraphs

NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
MM = 25.4 / 72
PAGE_NUMBER = re.compile(r"^(\d+) / (\d+)\n?", re.MULTILINE)


class WordFile:
    """A Word file opened for reading: its parts, and what its paragraphs look like."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.word = docx.Document(BytesIO(data))

    def find(self, path: str, part: str = "word/document.xml") -> list:
        """What an XPath selects: elements, or the values of attributes."""
        return etree.fromstring(self.parts[part]).xpath(path, namespaces=NAMESPACES)

    def controls(self) -> list[tuple[str, str]]:
        """The tag and the text of every content control, in order."""
        return [
            (control.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NAMESPACES), text(control))
            for control in self.find("//w:sdt")
        ]

    def styled(self) -> list[tuple[str, str]]:
        """The style and the text of every paragraph, in order."""
        return [
            (each.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMESPACES), text(each))
            for each in self.find("//w:p")
        ]

    def keeps_with_next(self, style: str) -> bool:
        return self._format(style, "keep_with_next")

    def keeps_lines(self, style: str) -> bool:
        return self._format(style, "keep_together")

    def _format(self, style_id: str, name: str) -> bool:
        style = next(each for each in self.word.styles if each.style_id == style_id)
        while style is not None:
            setting = getattr(style.paragraph_format, name)
            if setting is not None:
                return setting
            style = style.base_style
        return False


@dataclass(frozen=True)
class Pdf:
    """What LibreOffice made of a Word file."""

    path: Path
    around: tuple[str, ...] = ()
    """Lines that stand above or below the text of every page."""

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The text of each page, in the order in which it was drawn, without its number and what
        stands around it.
        """
        return tuple(self._text(PAGE_NUMBER.sub("", page)) for page in self._raw)

    def _text(self, page: str) -> str:
        lines = page.splitlines()
        while lines and lines[0] in self.around:
            del lines[0]
        while lines and lines[-1] in self.around:
            del lines[-1]
        return "\n".join(lines)

    @property
    def page_numbers(self) -> list[list[tuple[str, str]]]:
        return [PAGE_NUMBER.findall(page) for page in self._raw]

    @property
    def letters(self) -> str:
        return letters("".join(self.pages))

    @property
    def fonts(self) -> list[tuple[str, str]]:
        """The name of every font, and whether it is embedded."""
        table = run("pdffonts", self.path).splitlines()[2:]
        return [(line.split()[0], line.split()[-5]) for line in table]

    @cached_property
    def laid_out(self) -> str:
        """All the text, what stands abreast on one line."""
        return run("pdftotext", "-layout", self.path, "-")

    @cached_property
    def words(self) -> list[tuple[str, float, float]]:
        """Every word with its left and right edge, in millimetres."""
        page = run("pdftotext", "-bbox", self.path, "-")
        found = re.findall(r'xMin="([\d.]+)".*? xMax="([\d.]+)".*?>(.*?)</word>', page)
        return [(word, float(left) * MM, float(right) * MM) for left, right, word in found]

    @cached_property
    def _raw(self) -> list[str]:
        return run("pdftotext", "-raw", self.path, "-").split("\f")[:-1]


def run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return done.stdout


def text(element: etree._Element) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=NAMESPACES))


def full_text(document: Document) -> str:
    """Everything that is to be read in a version, headings included."""
    return "\n".join(
        "\n".join([*heading, *(paragraph.text for paragraph in paragraphs(block))])
        for block in document.blocks
        for heading in [[block.heading] if isinstance(block, Article) else []]
    )


def letters(shown: str) -> str:
    """A text without what a line break adds or takes away, spaces and hyphens, and all its blanks
    alike: those of a date are as wide as the font size asks for.
    """
    return re.sub("_+", "_", re.sub(r"[\s\N{SOFT HYPHEN}\N{HYPHEN}-]", "", shown))
