"""Quotation marks inside quotation marks: «the „inner“ words» of each language."""

from typing import NamedTuple

_PAIRS = {
    "ru": ("«»", "„“"),
    "kk": ("«»", "„“"),
    "az": ("“”", "‘’"),
    "en": ("“”", "‘’"),
}
_BRACKETS = ("()", "[]", "{}")


class _Mark(NamedTuple):
    position: int
    pair: int


def quoted(text: str, tag: str) -> str:
    """The text in quotation marks; those in it take turns with the inner ones."""
    return f"{opening(tag)}{turned(text, tag)}{closing(tag)}"


def opening(tag: str) -> str:
    return _PAIRS[tag][0][0]


def closing(tag: str) -> str:
    return _PAIRS[tag][0][1]


def turned(text: str, tag: str) -> str:
    """The text with outer marks for inner ones and inner for outer; turning it again gives the same
    text. Marks without a fellow of their kind stay, and so do apostrophes.
    """
    letters = list(text)
    for first, second in _matched(text, tag):
        if first.pair != second.pair:
            return text
        pair = _PAIRS[tag][1 - first.pair]
        letters[first.position], letters[second.position] = pair[0], pair[1]
    return "".join(letters)


def is_balanced(text: str, tag: str) -> bool:
    """Whether every mark and bracket in the text has its fellow there."""
    matched = list(_matched(text, tag))
    in_pairs = 2 * len(matched) == len(_marks(text, tag))
    same = all(first.pair == second.pair for first, second in matched)
    return (
        in_pairs and same and all(text.count(pair[0]) == text.count(pair[1]) for pair in _BRACKETS)
    )


def _matched(text: str, tag: str) -> list[tuple[_Mark, _Mark]]:
    """The opening marks with the next closing ones at their level, of whatever kind: so that the
    same are found after they have been turned.
    """
    found, waiting = [], []
    for mark, opens in _marks(text, tag):
        if opens:
            waiting.append(mark)
        elif waiting:
            found.append((waiting.pop(), mark))
    return found


def _marks(text: str, tag: str) -> list[tuple[_Mark, bool]]:
    """Every quotation mark, and whether it opens; one between two letters is an apostrophe."""
    found = []
    for position, letter in enumerate(text):
        for number, pair in enumerate(_PAIRS[tag]):
            inside = text[position - 1 : position].isalnum() and text[position + 1 :][:1].isalnum()
            if letter in pair and not inside:
                found.append((_Mark(position, number), letter == pair[0]))
    return found
