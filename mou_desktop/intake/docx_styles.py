"""The styles and automatic numbers of a Word file, as far as they say what a paragraph is."""

from collections import defaultdict
from typing import NamedTuple

from mou_desktop.intake.docx_names import Element, child, name, val

_LEVELS = 9
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x",
    9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip
_CHAIN_LIMIT = 16
_ALPHABETS = {
    "lower": ("a", 26),
    "upper": ("A", 26),
    "russianLower": ("а", 32),
    "russianUpper": ("А", 32),
}


class Style(NamedTuple):
    """What a style says of its paragraphs; `level` is that of a heading."""

    name: str = ""
    based_on: str = ""
    level: int = 0
    numbering: str = ""
    depth: int = 0


class Styles:
    """The styles by their ids, with what they take from those they are based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        for element in root if root is not None else ():
            if name(element.tag) == "style":
                self._styles[val(element, "styleId")] = _style(element)

    def of(self, style_id: str) -> Style:
        """A style; one without properties when there is none of this id."""
        style = self._styles.get(style_id, Style(style_id))
        found = style
        for _ in range(_CHAIN_LIMIT):
            if not found.based_on:
                break
            found = self._styles.get(found.based_on, Style())
            style = style._replace(
                level=style.level or found.level,
                numbering=style.numbering or found.numbering,
            )
        return style


class Numbering:
    """Counts the automatic numbers of lists («1.», «Article 2»)."""

    def __init__(self, root: Element | None) -> None:
        self._formats: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for element in root if root is not None else ():
            if name(element.tag) == "abstractNum":
                levels = [each for each in element if name(each.tag) == "lvl"]
                self._formats[val(element, "abstractNumId")] = dict(map(_level, levels))
            elif name(element.tag) == "num":
                self._lists[val(element, "numId")] = val(child(element, "abstractNumId"))

    def label(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of a list; empty where it has none."""
        abstract = self._lists.get(list_id, "")
        levels = self._formats.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        text = level.text
        for number in range(_LEVELS):
            if f"%{number + 1}" in text:
                shown = levels.get(number, level)
                count = counts.setdefault(number, shown.start)
                text = text.replace(f"%{number + 1}", _written(count, shown.format))
        return "" if level.format in ("none", "bullet") else text.strip()


class _Level(NamedTuple):
    start: int
    format: str
    text: str


def _style(element: Element) -> Style:
    paragraph = child(element, "pPr")
    shown = val(child(element, "name"))
    outline = val(child(paragraph, "outlineLvl"))
    words = shown.lower().split()
    level = 0
    if words[:1] == ["heading"] and words[-1].isdecimal():
        level = min(int(words[-1][:2]), _LEVELS)
    elif outline.isdecimal() and int(outline[:2]) < _LEVELS:
        level = int(outline) + 1
    numbering = child(paragraph, "numPr")
    depth = val(child(numbering, "ilvl"))
    return Style(
        shown,
        val(child(element, "basedOn")),
        level,
        val(child(numbering, "numId")),
        int(depth) if depth.isdecimal() and len(depth) == 1 else 0,
    )


def _level(element: Element) -> tuple[int, _Level]:
    depth, start = val(element, "ilvl"), val(child(element, "start"))
    return (
        int(depth) if depth.isdecimal() and len(depth) == 1 else 0,
        _Level(
            int(start) if start.isdecimal() and len(start) < 6 else 1,
            val(child(element, "numFmt")) or "decimal",
            val(child(element, "lvlText")),
        ),
    )


def _written(count: int, format: str) -> str:
    if format in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = ""
        for value, sign in _ROMAN.items():
            roman += sign * (count // value)
            count %= value
        return roman.upper() if format == "upperRoman" else roman
    first, letters = _ALPHABETS.get(format.removesuffix("Letter"), ("", 1))
    if first:
        return chr(ord(first) + (count - 1) % letters)
    if format == "decimalZero":
        return f"{count:02}"
    return str(count)
