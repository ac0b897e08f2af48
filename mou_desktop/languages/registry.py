"""The languages that a version can be written in, by BCP 47 tag."""

from functools import cache

from mou_desktop.languages.az.language import Azerbaijani
from mou_desktop.languages.base import Language
from mou_desktop.languages.en.language import English
from mou_desktop.languages.kk.language import Kazakh
from mou_desktop.languages.ru.language import Russian


@cache
def _languages() -> dict[str, Language]:
    return {language.tag: language for language in (Azerbaijani(), Kazakh(), Russian(), English())}


def tags() -> tuple[str, ...]:
    """The tags of all languages, in the order in which the program shows them."""
    return tuple(_languages())


def warm_up() -> None:
    """Load the dictionaries of all languages, so that the first name is declined at once."""
    for each in _languages().values():
        each.warm_up()


def language(tag: str) -> Language:
    """The language with this tag; `KeyError` when the program does not know it."""
    return _languages()[tag]
