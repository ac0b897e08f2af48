"""Takes an amendment; gives its formula in words, in one language."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mou_desktop.amend.formulas import (
    ASKED,
    FORMULA,
    ITEM,
    RENUMBER_ONE,
    Formulas,
    formulas,
)
from mou_desktop.amend.quotation import closing, opening, quoted, turned
from mou_desktop.languages import registry
from mou_desktop.languages.base import Language
from mou_desktop.model.amendment import Amendment, Instrument, Technique, Wording
from mou_desktop.model.slots import Literal, Optional, Slot, parse

_WITH_TEXT = frozenset(
    {
        Technique.RESTATE,
        Technique.RESTATE_PARAGRAPH,
        Technique.ADD_PARAGRAPH,
        Technique.NEW_ARTICLE,
    }
)


class Formula(NamedTuple):
    """An amendment in words. `quoted` are the paragraphs that follow, in quotation marks;
    `to_confirm` names what in it a lawyer has still to look at.
    """

    text: str
    quoted: tuple[str, ...]
    to_confirm: frozenset[str]


def worded(amendment: Amendment, tag: str, version: str = "") -> Formula | None:
    """The formula in the language `tag`; nothing where it changes nothing. It speaks of the version
    in that language, or of another, whose words it quotes as they stand there.
    """
    version = version or tag
    wording = amendment.wordings.get(version)
    if wording is None:
        return None
    writer = _Writer(formulas(tag), amendment, wording, version)
    name: str = amendment.technique
    if amendment.technique is Technique.RENUMBER and len(wording.was) == 1:
        name = RENUMBER_ONE
    text = writer.fill(writer.formulas.formulas[name])
    return Formula(text, tuple(writer.quoted_text()), writer.to_confirm(name))


def corrected(amendment: Amendment, tag: str, version: str) -> Formula | None:
    """The same of a correction, with the version that it corrects."""
    formula = worded(amendment, tag, version)
    if formula is None:
        return None
    words = []
    for piece in parse(formulas(tag).corrected):
        if isinstance(piece, Literal):
            words.append(piece.text)
        elif isinstance(piece, Slot) and piece.path == FORMULA:
            words.append(formula.text)
        elif isinstance(piece, Slot):
            words.append(registry.language(tag).name_language(version, piece.form))
    own = frozenset({f"correction.{ITEM}"}) & formulas(tag).to_confirm
    return formula._replace(text="".join(words), to_confirm=formula.to_confirm | own)


def formulas_of(
    instrument: Instrument, amendment: Amendment, tag: str, versions: Iterable[str]
) -> tuple[Formula, ...]:
    """How an instrument words an amendment in the language `tag`: a protocol speaks of that version
    alone, a correction of each of `versions` that it corrects.
    """
    if instrument is Instrument.CORRECTION:
        found = [corrected(amendment, tag, version) for version in versions]
    else:
        found = [worded(amendment, tag)]
    return tuple(formula for formula in found if formula is not None)


def items(amendments: Iterable[Amendment], tag: str) -> tuple[str, ...]:
    """The formulas as paragraphs of a protocol, numbered, with the texts that they bring."""
    return _numbered([formula for each in amendments if (formula := worded(each, tag))])


def correction_items(
    amendments: Sequence[Amendment], tag: str, versions: Iterable[str]
) -> tuple[str, ...]:
    """The same of an instrument that corrects: each of its versions says what is corrected in
    every one, version by version.
    """
    found = [corrected(each, tag, version) for version in versions for each in amendments]
    return _numbered([formula for formula in found if formula is not None])


def _numbered(found: Sequence[Formula]) -> tuple[str, ...]:
    paragraphs = []
    for number, formula in enumerate(found, start=1):
        item = [f"{number}) {formula.text}", *formula.quoted]
        item[-1] += "." if number == len(found) else ";"
        paragraphs += item
    return tuple(paragraphs)


class _Writer:
    """Fills the formulas of one amendment, with words of the version `version`."""

    def __init__(
        self, formulas: Formulas, amendment: Amendment, wording: Wording, version: str
    ) -> None:
        self.formulas = formulas
        self._amendment = amendment
        self._wording = wording
        self._version = version
        self._language: Language = registry.language(formulas.tag)
        self._used: set[str] = set()

    def fill(self, text: str) -> str:
        """A formula; an optional passage needs an article before the new one."""
        words = []
        for piece in parse(text):
            if not isinstance(piece, Optional):
                words.append(self._piece(piece))
            elif self._amendment.after:
                words += map(self._piece, piece.pieces)
        return "".join(words)

    def quoted_text(self) -> Iterator[str]:
        """What is restated or added, with the heading of an article."""
        amendment, tag = self._amendment, self._version
        if amendment.technique not in _WITH_TEXT:
            return
        lines = [turned(text, tag) for text in self._wording.becomes]
        whole = amendment.technique in (Technique.RESTATE, Technique.NEW_ARTICLE)
        if whole and amendment.number:
            lines.insert(0, registry.language(tag).article(amendment.number, "heading"))
        for number, line in enumerate(lines):
            before = opening(tag) if number == 0 else ""
            behind = closing(tag) if number == len(lines) - 1 else ""
            yield f"{before}{line}{behind}"

    def to_confirm(self, name: str) -> frozenset[str]:
        return frozenset({f"formulas.{name}", *self._used}) & self.formulas.to_confirm

    def _piece(self, piece: Literal | Slot) -> str:
        if isinstance(piece, Literal):
            return piece.text
        form = piece.form
        amendment, language = self._amendment, self._language
        match piece.path:
            case "place":
                return self._place(form)
            case "article":
                return language.article(amendment.number, form)
            case "after":
                return language.article(amendment.after, form)
            case "paragraph":
                return language.paragraph(amendment.paragraph, form)
            case "was":
                return self._words(self._wording.was[0], form)
            case "becomes":
                return self._words(self._wording.becomes[0], form)
            case "old":
                return self._list(self._wording.was)
        return self._list(self._wording.becomes)

    def _place(self, form: str) -> str:
        """The place; of a paragraph that is named, «абзац второй статьи 9»."""
        amendment = self._amendment
        if not amendment.paragraph or amendment.technique is Technique.ADD_PARAGRAPH:
            return self._whole(form)
        return "".join(
            piece.text if isinstance(piece, Literal) else self._part(piece, form)
            for piece in parse(self.formulas.paragraph)
            if not isinstance(piece, Optional)
        )

    def _part(self, slot: Slot, asked: str) -> str:
        """One half of the phrase for a paragraph, which is asked for in a form."""
        form = slot.form.replace(ASKED, asked)
        if slot.path == "place":
            return self._whole(form)
        return self._language.paragraph(self._amendment.paragraph, form)

    def _whole(self, form: str) -> str:
        name = self._amendment.place
        if self._amendment.number:
            return self._language.article(self._amendment.number, form)
        self._used.add(f"places.{name}")
        return self.formulas.places[name][form]

    def _words(self, words: str, form: str) -> str:
        noun = "one" if len(words.split()) == 1 else "many"
        if words.isdecimal():
            noun = "digit" if len(words) == 1 else "digits"
        self._used.add(f"words.{noun}")
        text = self.formulas.words[noun][form]
        return text.replace("{quoted}", quoted(words, self._version))

    def _list(self, numbers: Sequence[str]) -> str:
        """«10, 11 and 12»."""
        ways = self.formulas.numbers
        others = [self._number(number, ways["each"]) for number in numbers[:-1]]
        last = self._number(numbers[-1], ways["last"])
        return f"{', '.join(others)}{ways['and']}{last}" if others else last

    def _number(self, number: str, way: str) -> str:
        before, hyphen, last = number.rpartition("-")
        ordinal = f"{before}{hyphen}{self._language.ordinal(int(last))}"
        return way.replace("{number:ordinal}", ordinal).replace("{number}", number)
