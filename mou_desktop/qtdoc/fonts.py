"""Which letters a font of this computer lacks."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from mou_desktop.model.document import Article, Document, paragraphs

LETTERS = {
    "az": "AÂBCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ",
    "kk": "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
"""The alphabets of the versions; small letters follow from them."""
_SMALL = {"I": "ıi", "İ": "i"}


def is_installed(family: str) -> bool:
    """Whether this computer has the font."""
    return QFontDatabase.hasFamily(family)


def missing_letters(family: str, documents: Iterable[Document]) -> str:
    """What these versions need and an installed font lacks: the letters of their alphabets, and
    everything that stands in them now.
    """
    needed: dict[str, None] = {}
    for document in documents:
        for letter in LETTERS.get(document.language, ""):
            needed |= dict.fromkeys(letter + _SMALL.get(letter, letter.lower()))
        needed |= dict.fromkeys(_text(document))
    font = QRawFont.fromFont(QFont(family))
    return "".join(
        letter
        for letter in needed
        if not letter.isspace() and not font.supportsCharacter(ord(letter))
    )


def _text(document: Document) -> str:
    return "".join(
        [paragraph.text for block in document.blocks for paragraph in paragraphs(block)]
        + [block.heading for block in document.blocks if isinstance(block, Article)]
    )
