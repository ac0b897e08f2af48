"""Finds out in which encoding a plain text is: Unicode, or one of the old Windows code pages."""

import codecs
import re

from mou_desktop.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC, _KAZAKH, _TURKISH = "cp1251", "kz1048", "cp1254"
_LOOKED_AT = 200_000
# The share of letters beyond ASCII that stand in words of their own, from which it is Cyrillic.
_MOSTLY = 0.5
_HIGH_WORD = re.compile(rb"[\x80-\xff]{3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Where the Kazakh code page has letters and the Russian one signs that texts seldom have.
_OF_KAZAKH = frozenset(b"\x8d\x8e\x90\x9d\x9e\xa1\xa2\xa3\xaa\xaf\xb2\xb3\xba\xbc\xbd\xbe\xbf")
_KAZAKH_SHARE = 0.01


def decode(content: bytes, name: str) -> str:
    """The text. Raises `IntakeError` when it is none."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding, "strict" if encoding.startswith("utf") else "replace")
    except UnicodeDecodeError as error:
        raise _no_text(name) from error
    controls = len(_CONTROL.findall(text[:_LOOKED_AT]))
    if controls > 2 + len(text[:_LOOKED_AT]) // 1000:
        raise _no_text(name)
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:_LOOKED_AT]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if (
        len(sample) > 3
        and max(even, odd) > len(sample) // 16
        and min(even, odd) * 8 < max(even, odd)
    ):
        return "utf-16-be" if even > odd else "utf-16-le"
    if _is_utf16(sample):
        return "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _code_page(sample)
    return "utf-8"


def _is_utf16(sample: bytes) -> bool:
    """Cyrillic in UTF-16 without a mark: every second byte is 4, spaces have a zero there."""
    high = sample[1::2]
    return len(high) > 8 and high.count(4) + high.count(0) > 0.9 * len(high) and 0 in high


def _code_page(sample: bytes) -> str:
    """Cyrillic words are written in the upper half of the table alone, Turkish ones only partly."""
    words = _HIGH_WORD.findall(sample)
    high = sum(map(_is_high, sample))
    if sum(map(len, words)) < _MOSTLY * high:
        return _TURKISH
    kazakh = sum(byte in _OF_KAZAKH for byte in sample)
    return _KAZAKH if kazakh > _KAZAKH_SHARE * max(high, 1) else _CYRILLIC


def _is_high(byte: int) -> bool:
    return byte > 0xBF or byte in _OF_KAZAKH


def _no_text(name: str) -> IntakeError:
    return IntakeError("{file} is no text document; import Word files or text", file=name)
