"""Which elements of WordprocessingML lie in one another: rows, cells, text boxes, alternatives."""

from collections.abc import Iterator

from mou_desktop.intake.docx_names import Element, child, name, val

Blocks = tuple[str, ...]


def rows(table: Element, blocks: Blocks) -> Iterator[tuple[Blocks, Element]]:
    """The rows of a table, those in content controls as well, whose tags join `blocks`."""
    return _parts(table, "tr", blocks)


def cells(row: Element, blocks: Blocks) -> Iterator[tuple[Blocks, Element]]:
    """The cells of a row, likewise."""
    return _parts(row, "tc", blocks)


def choice(element: Element) -> Element | None:
    """The first of several ways to say the same."""
    return next((each for each in element if name(each.tag) == "mc:Choice"), None)


def text_boxes(element: Element) -> list[Element]:
    """The contents of text boxes that hang on a run, each once."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        kind = name(each.tag)
        if kind == "txbxContent":
            found.append(each)
        elif kind == "mc:AlternateContent":
            first = choice(each)
            waiting += [first] if first is not None else list(each)
        else:
            waiting += reversed(each)
    return found


def _parts(parent: Element, wanted: str, blocks: Blocks) -> Iterator[tuple[Blocks, Element]]:
    for element in parent:
        kind = name(element.tag)
        if kind == wanted:
            yield blocks, element
        elif kind == "sdt":
            tag = val(child(element, "sdtPr", "tag"))
            content = child(element, "sdtContent")
            if content is not None:
                yield from _parts(content, wanted, (*blocks, tag) if tag else blocks)
        elif kind in ("customXml", "ins", "moveTo"):
            yield from _parts(element, wanted, blocks)
