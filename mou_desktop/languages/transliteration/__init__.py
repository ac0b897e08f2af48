"""Takes a personal or place name in one language; proposes its spelling in another.

A proposal follows a published table of letters or an official practice, which the module of the
target language names; a name that has a spelling of its own (`established`) keeps it. People
decide themselves how their names are written, so a proposal is for the officer to accept.
"""

import re
import unicodedata

from mou_desktop.languages.legible import is_legible
from mou_desktop.languages.transliteration import (
    established,
    into_azerbaijani,
    into_english,
    into_kazakh,
    into_russian,
)
from mou_desktop.languages.transliteration.letters import lower
from mou_desktop.languages.transliteration.spelling import Speller

_SPELLERS: dict[str, dict[str, Speller]] = {
    "az": into_azerbaijani.FROM,
    "kk": into_kazakh.FROM,
    "ru": into_russian.FROM,
    "en": into_english.FROM,
}
# «г. Баку», “Bakı şəhəri”: the bare name is proposed. Small letters, so that no initial is lost.
_TOWN = re.compile(r"^(?:г\.|гор\.|город(?=\s)|қ\.|ş\.)\s*(?=\w)|\s+(?:şəhəri|қаласы)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def propose(name: str, source: str, target: str) -> str:
    """What `name`, written in the language `source`, would be in `target` (tags both).

    Words, hyphens and marks stay in their places, capitals too. Empty when nothing sensible can
    be proposed: the name is illegible or has letters that its language does not use. A name of
    capitals alone is legible here, it stays in capitals. Raises `KeyError` for an unknown tag.
    """
    if source == target:
        return name if _SPELLERS[target] else ""
    speller = _SPELLERS[target][source]
    text = _TOWN.sub("", unicodedata.normalize("NFC", name))
    if not is_legible(lower(text, source)):
        return ""
    place = established.place(text, source, target)
    if place is not None:
        return place
    parts: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        spelt = speller.spell(word[0])
        if spelt is None:
            return ""
        parts += [text[end : word.start()], spelt]
        end = word.end()
    return "".join([*parts, text[end:]])
