"""Fills the slots of one paragraph with the values of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

from mou_desktop.languages import registry
from mou_desktop.languages.base import (
    CHOICES,
    COUNTED,
    MARKS,
    NAMES,
    TEXT_BLANK,
    Kind,
    Language,
)
from mou_desktop.model import fields, numbering, originals
from mou_desktop.model.document import Gap, Paragraph, Run
from mou_desktop.model.draft import Draft, SigningDate
from mou_desktop.model.slots import ARTICLE, Literal, Piece, Slot, notation, parse
from mou_desktop.model.template import FieldSpec
from mou_desktop.render import alternat, forms
from mou_desktop.render.typography import bind
from mou_desktop.render.usage import INTRODUCED, PARTY_NAME, short_name_form


@dataclass(frozen=True)
class Filler:
    """Fills paragraphs of one language version of `draft`; `tag` names the language. `first` is the
    party in whose originals the text stands: its own language is named before the others.
    """

    draft: Draft
    tag: str
    first: int = 0

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The printed numbers of the articles."""
        return numbering.numbers(self.draft)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the agreement, in the order in which this version names them."""
        values = self.draft.values
        return originals.own_first(values, self.first) if self.first else values.languages

    def paragraph(
        self, text: str, *, in_title: bool = False, order: Sequence[int] = ()
    ) -> Paragraph:
        """The paragraph with its slots filled; a line of the title has the parties' short names in
        bold, and opens no sentence. An optional passage stands only when all its slots have a
        value. The parties stand in `order`, if one is given.
        """
        fixed = _fixed(text)
        if fixed is not None:
            return fixed
        runs: list[Run] = []
        for piece, source in _pieces(text):
            if isinstance(piece, Literal):
                runs.append(Run(bind(piece.text)))
            else:
                piece = alternat.interchanged(piece, order) if order else piece
                runs += (_from(source, run) for run in self._runs(piece, runs, in_title))
        return Paragraph(tuple(runs))

    def _runs(self, piece: Piece, before: list[Run], in_title: bool) -> list[Run]:
        """The runs of a piece behind those of `before`."""
        if isinstance(piece, Literal):
            return [Run(bind(piece.text))]
        if isinstance(piece, Slot):
            run = self._run(piece, opens_sentence=not in_title and _ends_sentence(before))
            return self._strengthened(run) if in_title else [run]
        passage: list[Run] = []
        is_whole = True
        for inner in piece.pieces:
            for run in self._runs(inner, [*before, *passage], in_title):
                if run.gap is Gap.MISSING:
                    if self._is_choice(run):
                        return [Run("", run.path)]
                    is_whole = False
                passage.append(run)
        return passage if is_whole else [Run("")]

    def _is_choice(self, run: Run) -> bool:
        """Whether nothing is missed where this has no value."""
        if fields.SECOND in run.path:
            return True
        spec = self.draft.template.field(run.path)
        return spec is not None and spec.kind in CHOICES

    def _run(self, slot: Slot, *, opens_sentence: bool) -> Run:
        if slot.path.startswith(ARTICLE):
            number = self.numbers[slot.path.removeprefix(ARTICLE)]
            return Run(registry.language(self.tag).article(number, slot.form), slot.path, slot.form)
        spec = self.draft.template.field(slot.path)
        assert spec is not None, slot
        if spec.kind in MARKS:
            stands = slot.form in originals.marks(self.draft.values)
            return Run("", slot.path, slot.form, gap=None if stands else Gap.MISSING)
        if spec.kind in (Kind.TEXT, Kind.CODE):
            return self._as_typed(spec, slot)
        if spec.kind in NAMES:
            path = self._path(slot.path)
            return self._name(spec.kind, path, slot.form, opens_sentence=opens_sentence)
        return self._value(spec.kind, slot)

    def _as_typed(self, spec: FieldSpec, slot: Slot) -> Run:
        path = f"{slot.path}.{self.tag}" if spec.per_language else slot.path
        text = fields.lemma(self.draft, path)
        gap = None if text else Gap.MISSING
        return Run(bind(text) or TEXT_BLANK, path, slot.form, gap=gap)

    def _path(self, path: str) -> str:
        """The field that fills a slot: a party is introduced by its name unless told otherwise."""
        if path.endswith(INTRODUCED) and not fields.lemma(self.draft, f"{path}.{self.tag}"):
            path = path.removesuffix(INTRODUCED) + ".name"
        return f"{path}.{self.tag}"

    def _name(self, kind: Kind, path: str, form: str, *, opens_sentence: bool) -> Run:
        language = registry.language(self.tag)
        if not fields.lemma(self.draft, path):
            blank = language.blank(kind, form)
            text = language.placed(kind, form, blank, opens_sentence=opens_sentence)
            return Run(text, path, form, gap=Gap.MISSING)
        stale = Gap.STALE if fields.is_stale(self.draft, path) else None
        text = forms.by_hand(self.draft, path, form)
        if text and not (self.first and kind is Kind.ORGANIZATION):
            return Run(bind(text), path, form, gap=stale)
        found = forms.computed(self.draft, path, kind, form)
        if text:
            text = self._moved(kind, form, text, found.text, opens_sentence=opens_sentence)
            return Run(bind(text), path, form, gap=stale)
        text = language.placed(kind, form, found.text, opens_sentence=opens_sentence)
        return Run(bind(text), path, form, gap=stale or (None if found.sure else Gap.UNSURE))

    def _moved(
        self, kind: Kind, form: str, own: str, computed: str, *, opens_sentence: bool
    ) -> str:
        """The officer's own form in another place than it was written for: one that was merely
        confirmed is written as that place wants it.
        """
        placed = registry.language(self.tag).placed
        if own == placed(kind, form, computed, opens_sentence=True):
            own = computed
        return placed(kind, form, own, opens_sentence=opens_sentence)

    def _value(self, kind: Kind, slot: Slot) -> Run:
        language = registry.language(self.tag)
        values = self.draft.values
        if kind is Kind.DATE:
            date: SigningDate = attrgetter(slot.path)(values)
            text = language.date(slot.form, date.year, date.month, date.day)
        elif kind is Kind.LANGUAGES:
            text = language.enumerate_languages(self.languages, slot.form)
        elif kind is Kind.LANGUAGE:
            tag = fields.get(self.draft, slot.path)
            if not tag:
                return Run(TEXT_BLANK, slot.path, slot.form, gap=Gap.MISSING)
            text = language.name_language(tag, slot.form)
        else:
            number = fields.get(self.draft, slot.path)
            if not number:
                return Run(TEXT_BLANK, slot.path, slot.form, gap=Gap.MISSING)
            text = _counted(language, kind, number, slot.form)
        return Run(text, slot.path, slot.form)

    def _strengthened(self, run: Run) -> list[Run]:
        """The run; that of a party's name, split so that its short name is bold."""
        party, form = PARTY_NAME.fullmatch(run.path), short_name_form(run.form)
        if not party or not form or run.gap is Gap.MISSING:
            return [run]
        if self.draft.template.field(f"{party[1]}.short_name") is None:
            return [run]
        path = f"{party[1]}.short_name.{self.tag}"
        short = self._name(Kind.ORGANIZATION, path, form, opens_sentence=False)
        before, found, after = run.text.partition(short.text)
        if short.gap is Gap.MISSING or not found:
            return [run]
        return [
            Run(text, run.path, run.form, strong=text is found, gap=run.gap)
            for text in (before, found, after)
            if text
        ]


def _counted(language: Language, kind: Kind, number: str, form: str) -> str:
    """A number as it stands in the text: with a noun, in a reference, or alone."""
    if kind is Kind.NUMBER:
        return number
    if kind is Kind.ARTICLE:
        return language.article(number, form)
    assert kind in COUNTED, kind
    return language.counted(kind, int(number), form)


def _from(source: str, run: Run) -> Run:
    return Run(run.text, run.path, run.form, run.strong, run.gap, source)


def _ends_sentence(before: list[Run]) -> bool:
    """Whether the text after these runs opens a sentence."""
    for run in reversed(before):
        if text := run.text.rstrip():
            return text.endswith((".", "!", "?"))
    return True


@lru_cache(4096)
def _pieces(text: str) -> tuple[tuple[Piece, str], ...]:
    """The pieces of a paragraph, each with its own notation: the same string whenever it is filled,
    but another one for each piece.
    """
    return tuple((piece, notation(piece)) for piece in parse(text))


@lru_cache(4096)
def _fixed(text: str) -> Paragraph | None:
    """The paragraph that the text makes in every draft; nothing when it has slots."""
    runs = []
    for piece in parse(text):
        if not isinstance(piece, Literal):
            return None
        runs.append(Run(bind(piece.text)))
    return Paragraph(tuple(runs))
