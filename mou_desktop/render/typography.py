"""No-break spaces where a line must not break (typesetting practice of all four languages)."""

import re
from functools import lru_cache

from mou_desktop.languages.base import NBSP

_BINDINGS = (
    re.compile(r"(№) (?=\d)"),
    re.compile(r"(?<!\w)((?:Mr|Ms|Mrs|Dr|No)\.) (?=[^\W_])"),
    re.compile(r"(?<!\w)([^\W\d_]\.) (?=[^\W\d_][\w.'’-])"),
)


@lru_cache(8192)
def bind(text: str) -> str:
    """`text` with the spaces inside «№ 1», «Mr. X» and initials («В. Алиев») made no-break."""
    for binding in _BINDINGS:
        text = binding.sub(rf"\1{NBSP}", text)
    return text
