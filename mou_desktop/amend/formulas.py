"""The formulas of amendments in one language, as `resources/amendments/<tag>.toml` has them.

Who changes a formula there is told by file and formula what is wrong with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mou_desktop.languages import registry
from mou_desktop.languages.base import Kind
from mou_desktop.model.amendment import SIGNATURE, Technique
from mou_desktop.model.slots import NotationError, Slot, slots
from mou_desktop.model.texts import PREAMBLE, TITLE
from mou_desktop.paths import resources
from mou_desktop.store.toml_file import TomlFile

TABLES = ("formulas", "words", "places", "numbers", "scope", "correction", "citation")
RENUMBER_ONE = "renumber-one"
ITEM, FORMULA, LANGUAGE = "item", "formula", "language"
ASKED = "asked"
FORMULAS = (*Technique, RENUMBER_ONE)
QUOTED = ("was", "becomes")
NOUNS = ("one", "many", "digit", "digits")
PLACES = (TITLE, PREAMBLE, SIGNATURE)
BEHIND = "behind"
SIDES = ("before", BEHIND)
SCOPES = ("both", "changes", "additions")
_LISTS = ("old", "new")
_NUMBERS = ("each", "and", "last")
_SAMPLE = 2


@dataclass(frozen=True)
class Formulas:
    """Everything by its name: the formulas, the nouns of quoted words and the places that have no
    number by form; `corrected` puts a formula into the version that is corrected, `around_title`
    are words between a title and the names of the parties, which stand behind them or before them;
    a line that begins with a word of `about` is no name. `to_confirm` names what a native lawyer
    has still to look at.
    """

    tag: str
    formulas: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    places: Mapping[str, Mapping[str, str]]
    paragraph: str
    numbers: Mapping[str, str]
    scopes: Mapping[str, Mapping[str, str]]
    corrected: str
    around_title: tuple[str, ...]
    parties_behind: bool
    about: tuple[str, ...]
    to_confirm: frozenset[str]


@cache
def formulas(tag: str) -> Formulas:
    """The formulas of a language. Raises `TemplateError` when they are not usable."""
    file = _File(tag)
    found = Formulas(
        tag,
        formulas={name: file.texts("formulas", name).get("text", "") for name in FORMULAS},
        words={name: file.texts("words", name) for name in NOUNS},
        places={name: file.texts("places", name) for name in PLACES},
        paragraph=file.texts("places", "paragraph").get("text", ""),
        numbers=file.tables["numbers"],
        scopes={name: file.texts("scope", name) for name in ("title", "items")},
        corrected=file.texts("correction", ITEM).get("text", ""),
        around_title=file.strings("citation", "leave_out"),
        parties_behind=file.one_of("citation", "parties", SIDES) == BEHIND,
        about=file.strings("citation", "about"),
        to_confirm=file.to_confirm,
    )
    _check(found, file)
    return found


class _File:
    """A file of formulas: tables of tables of texts."""

    def __init__(self, tag: str) -> None:
        self._file = TomlFile(resources() / "amendments" / f"{tag}.toml")
        self.error = self._file.error
        self.tables: dict[str, dict[str, Any]] = {
            name: self._file.take(name, dict) for name in TABLES
        }
        self._file.take("notes", dict)  # (of the consolidated text, see render/notes.py)
        self._file.finish()

    def texts(self, table: str, name: str) -> dict[str, str]:
        """The texts of a table in a table, without its mark `confirm`."""
        found = self.tables[table].get(name)
        own = found if isinstance(found, dict) else {}
        own = {key: text for key, text in own.items() if key != "confirm"}
        if not own or not all(isinstance(text, str) and text for text in own.values()):
            raise self.error("{file}: {name} is not a table of texts", name=f"{table}.{name}")
        return own

    def strings(self, table: str, name: str) -> tuple[str, ...]:
        return self._file.checked_strings(f"{table}.{name}", self.tables[table].get(name))

    def one_of(self, table: str, name: str, known: tuple[str, ...]) -> str:
        found = self.tables[table].get(name)
        if found not in known:
            raise self.error("{file}: {name} is missing", name=f"{table}.{name}")
        return str(found)

    @property
    def to_confirm(self) -> frozenset[str]:
        """«formulas.renumber», and whatever else is marked."""
        return frozenset(
            f"{table}.{name}"
            for table, inner in self.tables.items()
            for name, found in inner.items()
            if isinstance(found, dict) and found.get("confirm") is True
        )


def _check(found: Formulas, file: _File) -> None:
    """Every place in braces must be one that can be filled, in the form asked for."""
    for name, text in (*found.formulas.items(), ("paragraph", found.paragraph)):
        for slot in _slots(text, file, name):
            if not _is_known(found, slot):
                raise file.error(
                    "{file}, {name}: nothing is known for “{{{text}}}”",
                    name=name,
                    text=f"{slot.path}:{slot.form}" if slot.form else slot.path,
                )
    _check_corrected(found, file)
    for noun in found.words.values():
        for text in noun.values():
            if text.count("{quoted}") != 1:
                raise file.error("{file}, {name}: {{quoted}} must stand once", name=text)
    for table, names in (
        (found.numbers, _NUMBERS),
        *((each, SCOPES) for each in found.scopes.values()),
    ):
        for name in names:
            if not isinstance(table.get(name), str):
                raise file.error("{file}: {name} is missing", name=name)


def _check_corrected(found: Formulas, file: _File) -> None:
    paths = {slot.path: slot.form for slot in _slots(found.corrected, file, ITEM)}
    form = paths.get(LANGUAGE, "")
    known = registry.language(found.tag).forms(Kind.LANGUAGE)
    if set(paths) != {FORMULA, LANGUAGE} or form not in known:
        raise file.error(
            "{file}, {name}: it needs {{formula}} and {{language}} in a form", name=ITEM
        )


def _slots(text: str, file: _File, name: str) -> Iterator[Slot]:
    if not text:
        raise file.error("{file}: {name} is missing", name=name)
    try:
        yield from slots(text)
    except NotationError as error:
        raise file.error("{file}, {name}: cannot read “{text}”", name=name, text=error) from None


def _is_known(found: Formulas, slot: Slot) -> bool:
    language = registry.language(found.tag)
    if slot.path in QUOTED:
        return all(slot.form in noun for noun in found.words.values())
    if slot.path in _LISTS:
        return not slot.form
    if slot.path == "paragraph":
        try:
            language.paragraph(_SAMPLE, slot.form.replace(ASKED, "nominative"))
        except KeyError:
            return False
        return True
    if slot.path not in ("place", "article", "after"):
        return False
    known = slot.form in language.forms(Kind.ARTICLE)
    used_of_others = slot.path == "place" and all(
        slot.form in each for each in found.places.values()
    )
    return known and (slot.path != "place" or used_of_others)
