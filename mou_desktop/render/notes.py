"""Takes the protocols and corrections of an agreement; gives the notes about them in one language.

Their words stand in `resources/amendments/<tag>.toml`. They are no part of the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from mou_desktop.languages import registry
from mou_desktop.languages.base import Kind
from mou_desktop.model.amendment import Deed, Instrument
from mou_desktop.model.draft import Draft, Source
from mou_desktop.model.numbering import numbers, sorting_key
from mou_desktop.model.slots import Literal, NotationError, Optional, Slot, parse, slots
from mou_desktop.model.texts import PREAMBLE, TITLE
from mou_desktop.paths import resources
from mou_desktop.store.toml_file import TomlFile

CORRECTED = "corrected"
PHRASES = (*Deed, CORRECTED)
LIST, CONFIRM = "list", "confirm"
SOURCES, ARTICLE, NUMBER, DATE = "sources", "article", "number", "date"

Notes = dict[str, tuple[str, ...]]
_Event = tuple[str, Source]


class _Words(NamedTuple):
    """What is said of each deed (`text`), and what each instrument is called, by grammatical form;
    `to_confirm` names what a native lawyer has still to look at.
    """

    texts: Mapping[str, Mapping[str, str]]
    to_confirm: tuple[str, ...]


def notes(draft: Draft, tag: str) -> Notes:
    """The notes below title, preamble and articles, by place: what has amended, corrected or
    inserted them, and, behind the article before it, what has excluded one whose number stays free.
    The signatures have none; what has changed them stands below the title with all the others.
    """
    events = _events(draft.sources, tag)
    writer = _Writer(tag)
    found: dict[str, list[str]] = defaultdict(list)
    everything = [
        (CORRECTED if each.instrument is Instrument.CORRECTION else Deed.AMENDED, each)
        for each in draft.sources
        if any(each is source for by_place in events.values() for _deed, source in by_place)
    ]
    if everything:
        found[TITLE].append(writer.note(everything))
    for place in (PREAMBLE, *draft.articles):
        if events.get(place):
            found[place].append(writer.note(events[place]))
    for place, number in _excluded(draft, events):
        note = writer.note([events[place][-1]], article=number)
        found[_before(draft, number)].append(note)
    return {place: tuple(lines) for place, lines in found.items()}


def to_confirm(draft: Draft, tag: str) -> tuple[str, ...]:
    """What of the words in which a draft's notes are written a lawyer has still to confirm."""
    if not draft.sources:
        return ()
    found = [deed for by_place in _events(draft.sources, tag).values() for deed, _ in by_place]
    used = {*found, *(source.instrument for source in draft.sources)}
    if {*Deed} & used:  # (below the title, whatever was done)
        used.add(Deed.AMENDED)
    return tuple(f"notes.{name}" for name in _words(tag).to_confirm if name in used)


def _events(sources: Iterable[Source], tag: str) -> dict[str, list[_Event]]:
    """What was done to each place of a version, in order, since it was put in."""
    found: dict[str, list[_Event]] = defaultdict(list)
    for source in sources:
        for place in source.places:
            if tag not in source.languages.get(place, (tag,)):
                continue
            deed: str = source.done.get(place, Deed.AMENDED)
            if deed == Deed.INSERTED:
                found[place].clear()
            elif deed == Deed.AMENDED and source.instrument is Instrument.CORRECTION:
                deed = CORRECTED
            found[place].append((deed, source))
    return found


def _excluded(draft: Draft, events: Mapping[str, Sequence[_Event]]) -> Iterator[tuple[str, str]]:
    """Articles that are gone and whose number was not given to another, with that."""
    kept = [place for place in draft.numbers if place not in draft.articles]
    for place in sorted(kept, key=lambda place: sorting_key(draft.numbers[place])):
        if events.get(place) and events[place][-1][0] == Deed.EXCLUDED:
            yield place, draft.numbers[place]


def _before(draft: Draft, number: str) -> str:
    """The article behind which one with this number stood, or the preamble."""
    key = sorting_key(number)
    before = [place for place, own in numbers(draft).items() if sorting_key(own) < key]
    return before[-1] if before else PREAMBLE


class _Writer:
    """Words notes in one language."""

    def __init__(self, tag: str) -> None:
        self._language = registry.language(tag)
        self._words = _words(tag).texts

    def note(self, events: Sequence[_Event], article: str = "") -> str:
        """A note about what was done; `article` is the number of one that was excluded."""
        by_deed: dict[str, list[Source]] = defaultdict(list)
        for deed, source in events:
            by_deed[deed].append(source)
        parts = [
            self._phrase(deed, by_deed[deed], article)
            for deed in (Deed.EXCLUDED, Deed.INSERTED, Deed.AMENDED, CORRECTED)
            if by_deed[deed]
        ]
        return f"({'; '.join(parts)})"

    def _phrase(self, deed: str, sources: Sequence[Source], article: str) -> str:
        words = []
        for piece in parse(self._words[deed]["text"]):
            if isinstance(piece, Literal):
                words.append(piece.text)
            elif isinstance(piece, Slot) and piece.path == ARTICLE:
                words.append(self._language.article(article, piece.form))
            elif isinstance(piece, Slot):
                words.append(self._listed([self._source(each, piece.form) for each in sources]))
        return "".join(words)

    def _listed(self, names: Sequence[str]) -> str:
        *others, last = names
        return f"{', '.join(others)}{self._words[LIST]['and']}{last}" if others else last

    def _source(self, source: Source, form: str) -> str:
        """A protocol or correction by its number and date, as far as these are known."""
        words = []
        for piece in parse(self._words[source.instrument][form]):
            pieces = piece.pieces if isinstance(piece, Optional) else (piece,)
            texts = [self._piece(each, source) for each in pieces]
            if all(texts):
                words += texts
        return "".join(words)

    def _piece(self, piece: Literal | Slot, source: Source) -> str:
        if isinstance(piece, Literal):
            return piece.text
        if piece.path == NUMBER:
            return str(source.number) if source.number else ""
        if not source.date:
            return ""
        day = date.fromisoformat(source.date)
        return self._language.date(piece.form, day.year, day.month, day.day)


@cache
def _words(tag: str) -> _Words:
    """Raises `TemplateError` when they are not usable."""
    file = TomlFile(resources() / "amendments" / f"{tag}.toml")
    tables = file.take("notes", dict)
    texts: dict[str, dict[str, str]] = {}
    for name in (*PHRASES, *Instrument, LIST):
        table = tables.get(name)
        own = {key: text for key, text in table.items() if key != CONFIRM} if table else {}
        if not own or not all(isinstance(text, str) and text for text in own.values()):
            raise file.error("{file}: {name} is not a table of texts", name=f"notes.{name}")
        texts[name] = own
    found = _Words(texts, tuple(name for name in texts if tables[name].get(CONFIRM) is True))
    _check(found, tag, file)
    return found


def _check(words: _Words, tag: str, file: TomlFile) -> None:
    """Every place in braces must be one that can be filled, in the form asked for."""
    language = registry.language(tag)
    in_both = set.intersection(*(set(words.texts[name]) for name in Instrument))
    articles, days = language.forms(Kind.ARTICLE), language.forms(Kind.DATE)
    known = {(SOURCES, form) for form in in_both}
    for name in PHRASES:
        of_articles = {(ARTICLE, form) for form in articles} if name == Deed.EXCLUDED else set()
        _require_known(
            words.texts[name].get("text", ""), known | of_articles, f"notes.{name}", file
        )
    for name in Instrument:
        for text in words.texts[name].values():
            _require_known(text, {(NUMBER, ""), *((DATE, form) for form in days)}, name, file)
    if "and" not in words.texts[LIST]:
        raise file.error("{file}: {name} is missing", name=f"notes.{LIST}.and")


def _require_known(text: str, known: set[tuple[str, str]], name: str, file: TomlFile) -> None:
    try:
        found = list(slots(text))
    except NotationError as error:
        raise file.error("{file}, {name}: cannot read “{text}”", name=name, text=error) from None
    for path, form in found:
        if (path, form) not in known:
            raise file.error(
                "{file}, {name}: nothing is known for “{{{text}}}”",
                name=name,
                text=f"{path}:{form}" if form else path,
            )
    if not found:
        raise file.error("{file}: {name} is missing", name=name)
