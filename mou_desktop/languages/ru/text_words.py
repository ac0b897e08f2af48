"""Takes a Russian name or title; gives its words, and which of them stand in quotation marks."""

import re
from dataclasses import dataclass

_WORD = r"\w+(?:[-‑'’]\w+)*"
_CLOSES = {"«": "»", "„": "“”", "“": "”", "(": ")", "[": "]", '"': '"'}


@dataclass(frozen=True, slots=True)
class Word:
    """`before` is the text between the word and the one before it. A `frozen` word stands in
    quotation marks or brackets; a `dotted` one is shortened, «зам.», «и. о.».
    """

    text: str
    start: int
    before: str
    frozen: bool
    dotted: bool

    @property
    def gap(self) -> str:
        """The sign before the word, without spaces and closing quotation marks."""
        return self.before.strip(' \N{NO-BREAK SPACE}»”“")')

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_abbreviation(self) -> bool:
        """«АО», «КазНУ»: two capitals at the end of a short word."""
        return len(self.text) < 9 and self.text[-2:].isupper() and self.text[-2:].isalpha()


def words(text: str) -> list[Word]:
    found: list[Word] = []
    frozen = _frozen(text)
    end = 0
    for match in re.finditer(_WORD, text):
        start = match.start()
        dotted = text[match.end() : match.end() + 1] == "." and match.end() < len(text) - 1
        found.append(Word(match[0], start, text[end:start], frozen[start], dotted))
        end = match.end() + dotted
    return found


def replaced(text: str, changes: dict[Word, str]) -> str:
    """`text` with other words in the places of some."""
    for word in sorted(changes, key=lambda word: word.start, reverse=True):
        text = text[: word.start] + changes[word] + text[word.start + len(word.text) :]
    return text


def _frozen(text: str) -> list[bool]:
    """For each letter, whether a quotation mark or bracket is open there."""
    open_marks: list[str] = []
    frozen = []
    for letter in text:
        if open_marks and letter in _CLOSES[open_marks[-1]]:
            open_marks.pop()
        elif letter in _CLOSES:
            open_marks.append(letter)
        frozen.append(bool(open_marks))
    return frozen
