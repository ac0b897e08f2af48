"""Recognises the headings of articles in each language, and the line that names a document.

Texts that were scanned have letters of the wrong alphabet and letters for digits: «Cтатья l».
"""

import re
import unicodedata
from typing import NamedTuple

Number = tuple[int, ...]


class Heading(NamedTuple):
    """The number of an article (of «9-1» both), the languages that write it like that, and what
    stands behind it on the same line (the title of the article).
    """

    number: Number
    languages: tuple[str, ...]
    rest: str = ""


# Letters that scanned texts take for others: each is looked for with those that it is taken for.
_ALIKE = {
    "а": "аa", "е": "еe", "о": "о0o", "с": "сc", "р": "рp", "т": "тt", "у": "уy", "к": "кk",
    "м": "мm", "н": "нh", "в": "вb", "х": "хx", "б": "б6", "п": "пn", "я": "я", "ь": "ьb",
    "a": "aа", "e": "eе", "o": "oо0", "c": "cс", "p": "pр", "t": "tт", "m": "mм", "i": "iіı1l",
    "l": "l1i", "d": "d", "ə": "əәeе", "r": "rг",
}  # fmt: skip
_DIGIT = r"[0-9OОоoІIlі|]"
# What was put in behind article 9 is «9-1», «9.1» or «9¹».
_NUMBER = (
    rf"(?P<number>{_DIGIT}{{1,3}}|[IVXІХ]{{1,5}})"
    r"(?P<below>(?:[-–.][1-9]\d?){0,4}|[¹²³⁴⁵⁶⁷⁸⁹])(?!\d)"
)
_END = r"(?:\s*[.:)]?\s*$|\s*[.:)]\s+(?P<rest>\S.*)$|\s+[–—-]\s+(?P<dashed>\S.*)$)"
# A heading that is spaced out is no longer.
_LONGEST = 60


def _word(word: str) -> str:
    return "".join(f"[{_ALIKE.get(letter, letter)}]" for letter in word)


_FORMS = (
    (("az",), rf"{_word('maddə')}\s*(?:№\s*)?{_NUMBER}{_END}"),
    (("az",), rf"{_NUMBER}\s*-?\s*c[iıuü]\s+{_word('maddə')}{_END}"),
    (("kk",), rf"{_NUMBER}\s*[-–—.]?\s*{_word('бап')}{_END}"),
    (("kk",), rf"{_word('бап')}\s*{_NUMBER}{_END}"),
    (("ru",), rf"(?:{_word('статья')}|{_word('ст')}\.)\s*(?:№\s*)?{_NUMBER}{_END}"),
    (("en",), rf"(?:{_word('article')}|art\.)\s*(?:no\.?\s*)?{_NUMBER}{_END}"),
)
_PATTERNS = [(tags, re.compile(form, re.IGNORECASE)) for tags, form in _FORMS]
_DIGITS = str.maketrans("OОоoІIlі|", "000011111")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NUMBERED = re.compile(r"(?P<number>[1-9]\d?)\s*[.)]\s+(?P<rest>\S.*)$", re.DOTALL)

# fmt: off
_DOCUMENTS = frozenset({
    "меморандум", "соглашение", "договор", "протокол",
    "келісім", "келісімшарт", "шарт", "хаттама",
    "memorandum", "agreement", "protocol",
    "saziş", "müqavilə", "protokol", "anlaşma",
})
# fmt: on
_SPACED = re.compile(r"(?:[^\W\d_]\s+){3,}[^\W\d_]")


def heading_of(text: str) -> Heading | None:
    """The heading of an article, if a line is one."""
    line = " ".join(text.split())
    line = _closed_up(line[:_LONGEST]) + line[_LONGEST:]
    for tags, pattern in _PATTERNS:
        found = pattern.match(line)
        if found:
            number = _number(found["number"])
            below = re.findall(r"\d+", unicodedata.normalize("NFKC", found["below"]))
            if number:
                rest = found["rest"] or found["dashed"] or ""
                return Heading((number, *map(int, below)), tags, rest.strip())
    return None


def numbered(text: str) -> tuple[int, str] | None:
    """The number of a section that has nothing but a number («3. Payment») and its rest."""
    found = _NUMBERED.match(text.strip())
    return (int(found["number"]), found["rest"].strip()) if found else None


def printed(number: Number) -> str:
    """A number as it is written: «9-1»."""
    return "-".join(map(str, number))


def names_a_document(text: str) -> bool:
    """Whether a line names the kind of document and nothing else («М Е М О Р А Н Д У М»)."""
    return closed_up(text).casefold().strip(" .:") in _DOCUMENTS


def closed_up(text: str) -> str:
    """A line without the spaces between the letters of a spaced-out word."""
    return _closed_up(" ".join(text.split()))


def _closed_up(line: str) -> str:
    return _SPACED.sub(lambda found: "".join(found[0].split()), line)


def _number(written: str) -> int:
    digits = written.translate(_DIGITS)
    roman = written.lower().translate(str.maketrans("іх", "ix"))
    if digits.isdecimal() and (any(map(str.isdecimal, written)) or written in ("l", "|")):
        return int(digits)
    if not set(roman) <= set(_ROMAN):
        return int(digits) if digits.isdecimal() else 0
    values = [_ROMAN[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
