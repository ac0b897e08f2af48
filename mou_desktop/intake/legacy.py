"""Azerbaijani in the encoding of old fonts, whose letters lie where Cyrillic ones are.

Without the font such a text reads as odd Cyrillic («Азярбайъан»). There were two layouts, which
differ in c and j; the commoner of the two letters is c.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from mou_desktop.intake.remarks import remark
from mou_desktop.intake.source import Source, SourceParagraph

WARNING = remark(
    "the Azerbaijani text is in the encoding of old fonts and reads as Cyrillic; "
    "let it be converted"
)
_CYRILLIC = "йцукенгшщзхфывапролдэячсмитьбю"
_LATIN = "yüukenqşhzxfıvaproldgəçsmitğbö"
_WORD = re.compile(r"[^\W\d_]+")
# Words and beginnings that are common in such texts and in no Cyrillic language.
_KNOWN = re.compile(
    r"\b(?:вя|иля|цчцн|щяр|щям|бир-бири|олан|тяряф|маддя|азярбай|республикасынын|щаггында|едир"
    r"|етмяк|иъра|мцддят|гцввя|мцгавиля|гаршылыглы|ямякдашлыг|дювлят|нцсхя|ясас|мядяниййят)",
    re.IGNORECASE,
)
# Endings and pairs of letters that Russian does not have.
_ODD = re.compile(r"[яюэ][ъь]|[бвгдлмнпрстхшщзкф]ц[бвгдлмнпрстхшщзк]|[аоуыя]ь[аоуыяъ]|ъ[аоуыиюц]")
_ENOUGH, _SHARE = 3, 0.04
_FEW_WORDS = 12


def is_legacy(source: Source) -> bool:
    """Whether a document has a text in this encoding."""
    letters = " ".join(each.text for each in source.paragraphs if _is_odd(each.text))
    return len(_KNOWN.findall(letters)) >= _ENOUGH


def converted(source: Source) -> Source:
    """The document with those paragraphs in Unicode; what lies between two of them goes along."""
    odd = [_is_odd(each.text) for each in source.paragraphs]
    if not any(odd):
        return source
    first, last = odd.index(True), len(odd) - 1 - odd[::-1].index(True)
    letters = _letters(
        " ".join(each.text for each, is_odd in zip(source.paragraphs, odd, strict=True) if is_odd)
    )
    paragraphs = [
        _converted(each, letters) if first <= number <= last and not _is_other(each.text) else each
        for number, each in enumerate(source.paragraphs)
    ]
    return source._replace(paragraphs=tuple(paragraphs))


def _is_odd(text: str) -> bool:
    words = len(_WORD.findall(text))
    found = len(_KNOWN.findall(text)) + len(_ODD.findall(text))
    return found > 0 and found >= _SHARE * words


def _is_other(text: str) -> bool:
    """Whether a paragraph within is in another language nevertheless."""
    from mou_desktop.intake.tongues import language_of

    words = len(_WORD.findall(text))
    return words >= _FEW_WORDS and not _is_odd(text) and language_of(text) != ""


def _letters(text: str) -> Mapping[int, str]:
    lower = text.lower()
    c, j = ("ъ", "ж") if lower.count("ъ") >= lower.count("ж") else ("ж", "ъ")
    small = dict(zip(f"{_CYRILLIC}{c}{j}", f"{_LATIN}cj", strict=True))
    capital = {letter.upper(): _capital(latin) for letter, latin in small.items()}
    return str.maketrans({**small, **capital})


def _capital(letter: str) -> str:
    return {"i": "İ", "ı": "I"}.get(letter, letter.upper())


def _converted(paragraph: SourceParagraph, letters: Mapping[int, str]) -> SourceParagraph:
    def convert(text: str) -> str:
        return text.translate(letters)

    return replace(
        paragraph,
        text=convert(paragraph.text),
        label=convert(paragraph.label),
        revisions=tuple(each._replace(text=convert(each.text)) for each in paragraph.revisions),
    )
