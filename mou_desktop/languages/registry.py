"""The languages that a version can be written in, by BCP 47 tag."""

from functools import cache

from mou_desktop.languages.az import Azerbaijani
from mou_desktop.languages.base import Language
from mou_desktop.languages.en import English
from mou_desktop.languages.kk import Kazakh
from mou_desktop.languages.ru import Russian


@cache
def _languages() -> dict[str, Language]:
    return {language.tag: language for language in (Azerbaijani(), Kazakh(), Russian(), English())}


def tags() -> tuple[str, ...]:
    """The tags of all languages, in the order in which the program shows them."""
    return tuple(_languages())


def language(tag: str) -> Language:
    """The language with this tag; `KeyError` when the program does not know it."""
    return _languages()[tag]
