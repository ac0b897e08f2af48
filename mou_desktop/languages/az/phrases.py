"""Takes the name of an organisation, position or place, or a noun; gives it in a case.

The last word alone takes the suffix. After a closing quotation mark it follows without a hyphen
and leaves the quoted name as it is: «“Kəpəz”in».
"""

import re

from mou_desktop.languages.az import abbreviations, nouns, suffixes
from mou_desktop.languages.az.letters import CLOSE_VOWELS, is_native_spelling, reading, vowels
from mou_desktop.languages.az.names import sounds_as_written
from mou_desktop.languages.az.possession import Possession, possession
from mou_desktop.languages.base import Form, Kind

_QUOTED = re.compile(r"(?:“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\")$")
_BRACKETED = re.compile(r"(\s*(?:\([^()]*\)|\[[^\[\]]*\]))$")
# A single word after a comma, as in «Milli Kitabxana, Bakı».
_ADDRESS = re.compile(r",\s*\S+$")
# Of names that stay in English and are read as English: «Bank of Baku».
_ENGLISH = frozenset({"of", "and", "the", "for"})
_TOWN_BEFORE = re.compile(r"^ş\.\s*")
_TOWN_AFTER = re.compile(r"\s+(?:ş\.?|şəh\.|şəhəri|Şəhəri|şəhər)$")


def decline(text: str, case: str, kind: Kind) -> Form:
    """`text` is legible, without space around it."""
    bracketed = _BRACKETED.search(text)
    if bracketed and bracketed.start():
        bare = decline(text[: bracketed.start()], case, kind)
        return Form(bare.text + bracketed[0], False)
    quoted = _QUOTED.search(text)
    if quoted:
        inner = next(part for part in quoted.groups() if part is not None)
        return _decline_quoted(text, inner, case, kind)
    last = text.split()[-1]
    if abbreviations.is_abbreviation(last) or abbreviations.ends_in_capitals(last):
        return abbreviations.decline(text, case)
    if last[-1].isdigit():
        return abbreviations.decline_number(text, case)
    if not last[-1].isalpha() or last.isupper() or not vowels(reading(last)):
        return Form(text, False)
    return _decline_last_word(text, case, kind)


def bare_place(text: str) -> str:
    """«Bakı şəhəri», «Bakı ş.» → «Bakı»: templates add the word for a town themselves."""
    bare = _TOWN_AFTER.sub("", _TOWN_BEFORE.sub("", text.strip()))
    return bare if bare and bare != text.strip() else text


def _decline_last_word(text: str, case: str, kind: Kind) -> Form:
    """A possessive that is in doubt leaves the genitive and the accusative certain."""
    last = text.split()[-1]
    # A town written with a hyphen (Nyu-Dehli) is one word.
    words = reading(text).split() if kind is Kind.PLACE else _words(text)
    found = _possession(words, kind)
    same_either_way = case in ("genitive", "accusative") and words[-1][-1] in CLOSE_VOWELS
    if found.carried:
        form = Form(last + suffixes.pronominal(words[-1], case), is_native_spelling(last))
    else:
        form = nouns.decline(last, case)
    sure = form.sure and (found.sure or same_either_way)
    if kind in (Kind.PLACE, Kind.ORGANIZATION):
        sure = sure and sounds_as_written(last) and not _ADDRESS.search(text)
    if kind is Kind.PLACE:
        sure = sure and form.text.startswith(last)
    return Form(text[: -len(last)] + form.text, sure)


def _possession(words: list[str], kind: Kind) -> Possession:
    if kind is Kind.POSSESSIVE:
        carried = words[-1][-1] in CLOSE_VOWELS
        return Possession(carried, carried)
    if kind is Kind.ORGANIZATION and _ENGLISH.intersection(words):
        return Possession(False, False)
    return possession(words, kind)


def _words(text: str) -> list[str]:
    """The readings; «Muzey-Qoruğu» are two words."""
    return [word for word in re.split(r"[\s-]+", reading(text)) if word]


def _decline_quoted(text: str, inner: str, case: str, kind: Kind) -> Form:
    words = _words(inner)
    last = inner.split()[-1] if words else ""
    if not last[-1:].isalpha() or not vowels(words[-1]):
        return Form(text, False)
    found = _possession(words, kind)
    if found.carried:
        suffix, is_usual = suffixes.pronominal(words[-1], case), True
    else:
        suffix = suffixes.plain(words[-1], case)
        is_usual = nouns.decline(words[-1], case) == Form(words[-1] + suffix, True)
    sure = found.sure and is_usual and is_native_spelling(last) and not last.isupper()
    return Form(text + suffix, sure)
