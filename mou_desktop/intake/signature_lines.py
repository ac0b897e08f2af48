"""What a line of the signatures is: a party's name, a position, a person, a place for the seal."""

import re
from collections.abc import Sequence
from enum import Enum, auto

WORD = re.compile(r"[^\W\d_]+")
RULE = re.compile(r"_{3,}|\.{6,}|…{3,}")
POSITION = re.compile(
    r"директор|руководител|председател|ректор\b|президент|\bминистр(?![лі])|заведующ|начальник"
    r"|исполняющ|\bи\.\s*о\.|заместител|секретарь|\bглав[аы]\b|управляющ"
    r"|төраға|басшысы?\b|бастығы?\b|атқарушы|орынбасар|меңгеруші"
    r"|\bdirektor|\bsədri?\b|\brəhbər|\brektor|\bprezident|\bnaziri?\b|\bmüdiri?\b|icra edən"
    r"|\bmüavini?\b|\bbaşçısı?\b"
    r"|\bdirector|\bhead\b|\bchair|\brector|\bpresident|\bminister\b|\bacting\b|\bsecretary\b"
    r"|\bchief\b|\bmanager\b|\bdeputy\b",
    re.IGNORECASE,
)
LINE_WORDS = 12
_SEAL = re.compile(r"\W*(?:(?:[МM]\.\s?[ПОOУYP]\.?|L\.\s?S\.?|мп|мо)\W*)+$", re.IGNORECASE)
_INITIAL = r"[^\W\d_]\."
_NAME = re.compile(
    rf"(?:{_INITIAL}\s*(?:-?{_INITIAL}\s*)*)?[^\W\d_][\w’'ʼ-]+(?:\s+[^\W\d_][\w’'ʼ.-]*){{0,3}}"
    rf"(?:\s+{_INITIAL})*$"
)
_NAME_WORDS = 6
# Of the words of a line, as many stand in the parties' names when it is one.
_PARTY, _WHOLE = 0.6, 0.8


# The beginnings of lines about a party, by the field that they tell.
_DETAILS = {
    "address": "адрес|юридический адрес|мекен-?жай|заңды мекен|ünvan|hüquqi ünvan|address",
    "registration": "рег|бин|инн|огрн|бсн|жсн|тіркеу|vöen|qeydiyyat|registration|bin|tin|tax",
    "bank": "банк|иик|р/с|расч[её]тный|bank|iban|h/h|account",
    "phone": "тел|phone|tel",
    "email": "эл|e-?mail|e-?poçt|e-?пошта",
}
_DETAIL = re.compile(
    "|".join(rf"(?P<{field}>(?:{starts})[^:]{{0,40}}:)" for field, starts in _DETAILS.items()),
    re.IGNORECASE,
)


def detail_of(text: str) -> tuple[str, int] | None:
    """The field that a line like «Телефон: …» tells, and where its value begins."""
    found = _DETAIL.match(text)
    if found is None or found.lastgroup is None:
        return None
    start = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    return (found.lastgroup, start) if start < len(text) else None


class What(Enum):
    """What a line of the signatures is; a `PIECE` has only words of a party's name, a `DETAIL` is a
    line like «Адрес: …».
    """

    PARTY = auto()
    PIECE = auto()
    POSITION = auto()
    NAME = auto()
    SEAL = auto()
    DETAIL = auto()
    OTHER = auto()


class Lines:
    """Knows what a line is, by the words of `parties`, the names in the preamble, and of `titles`,
    the lines in which they are named as well.
    """

    def __init__(self, parties: Sequence[str], titles: Sequence[str]) -> None:
        self._parties = [_stems(name) for name in parties]
        self._words = frozenset().union(*self._parties, *map(_stems, titles))

    def what(self, text: str) -> What:
        """What a line is, taken for itself."""
        if _SEAL.match(text):
            return What.SEAL
        if detail_of(text) is not None:
            return What.DETAIL
        every, found = WORD.findall(text), _stems(text)
        known = len(found & self._words)
        if len(found) > 3 and known >= _PARTY * len(found):
            return What.PARTY
        if any(_PARTY * len(found | party) <= len(found & party) for party in self._parties):
            return What.PARTY
        if found and known == len(found):
            return What.PIECE
        if POSITION.search(text) and len(every) <= LINE_WORDS:
            return What.POSITION
        name = RULE.sub(" ", text).strip(" /")
        is_capitalised = all(word[0].isupper() for word in WORD.findall(name))
        if not name or (_NAME.match(name) and is_capitalised and len(name.split()) > 1):
            return What.NAME
        return What.NAME if name != text and len(every) < _NAME_WORDS else What.OTHER

    def party_of(self, text: str, said: str, current: int) -> int:
        """Which of the parties a piece of a name belongs to, when `said` has been read of the name
        of the party `current`: a name that is nearly whole does not say its words once more.
        """
        found = _stems(text)
        shares = [len(found & party) for party in self._parties]
        best = max(shares, default=0)
        if best and shares.count(best) == 1:
            return shares.index(best)
        own = self._parties[current] if current < len(self._parties) else frozenset()
        read = _stems(said)
        is_whole = bool(own) and len(read & own) >= _WHOLE * len(own)
        return current + 1 if is_whole and found <= read else current


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in WORD.findall(text) if len(word) > 3)


def _stem(word: str) -> str:
    """A word without what declension changes, near enough."""
    lower = word.replace("İ", "i").lower()
    return lower[: max(4, min(6, len(lower) * 2 // 3))]
