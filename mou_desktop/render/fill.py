"""Fills the slots of one paragraph with the values of a draft."""

import re
from dataclasses import dataclass
from functools import cache

from mou_desktop.languages import registry
from mou_desktop.languages.base import COUNTED, NAMES, TEXT_BLANK, Form, Kind, Sex
from mou_desktop.model import fields
from mou_desktop.model.document import Gap, Paragraph, Run
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import ARTICLE, Literal, Slot, parse
from mou_desktop.render import numbering
from mou_desktop.render.typography import bind
from mou_desktop.render.usage import INTRODUCED

PARTY_NAME = re.compile(r"(parties\.\d+)\.name")
CONJUNCTION = "conjunction"


@dataclass(frozen=True)
class Filler:
    """Fills paragraphs of one language version of `draft`; `tag` names the language."""

    draft: Draft
    tag: str

    def paragraph(self, text: str, *, strong_names: bool = False) -> Paragraph:
        """The paragraph with its slots filled; `strong_names` sets the parties' short names in
        bold. An optional passage stands only when all its slots have a value.
        """
        fixed = _fixed(text)
        if fixed is not None:
            return fixed
        runs: list[Run] = []
        for piece in parse(text):
            if isinstance(piece, Literal | Slot):
                runs += self._runs(piece, strong_names)
            else:
                passage = [run for inner in piece.pieces for run in self._runs(inner, False)]
                if not any(run.gap is Gap.MISSING for run in passage):
                    runs += passage
        return Paragraph(tuple(runs))

    def _runs(self, piece: Literal | Slot, strong_names: bool) -> list[Run]:
        if isinstance(piece, Literal):
            return [Run(bind(piece.text))]
        run = self._run(piece)
        party = PARTY_NAME.fullmatch(piece.path)
        if strong_names and party and piece.form != CONJUNCTION:
            return self._strengthened(run, party[1])
        return [run]

    def _run(self, slot: Slot) -> Run:
        if slot.path.startswith(ARTICLE):
            number = numbering.number(self.draft.template, slot.path)
            return Run(registry.language(self.tag).article(number, slot.form), slot.path, slot.form)
        spec = self.draft.template.field(slot.path)
        assert spec is not None, slot
        if spec.kind in NAMES:
            return self._name(spec.kind, self._path(slot.path), slot.form)
        return self._value(spec.kind, slot)

    def _path(self, path: str) -> str:
        """The field that fills a slot: a party is introduced by its name unless told otherwise."""
        if path.endswith(INTRODUCED) and not fields.lemma(self.draft, f"{path}.{self.tag}"):
            path = path.removesuffix(INTRODUCED) + ".name"
        return f"{path}.{self.tag}"

    def _name(self, kind: Kind, path: str, form: str) -> Run:
        lemma = fields.lemma(self.draft, path)
        if not lemma:
            blank = registry.language(self.tag).blank(kind, form)
            return Run(blank, path, form, gap=Gap.MISSING)
        shown = self._form(kind, path, form, lemma)
        gap = None if shown.sure else Gap.UNSURE
        if fields.is_stale(self.draft, path):
            gap = Gap.STALE
        return Run(bind(shown.text), path, form, gap=gap)

    def _form(self, kind: Kind, path: str, form: str, lemma: str) -> Form:
        by_hand = fields.get(self.draft, f"{path}#{form}").split()
        if by_hand:
            return Form(" ".join(by_hand), sure=True)
        return registry.language(self.tag).inflect(kind, lemma, form, self._sex(path))

    def _sex(self, path: str) -> Sex | None:
        if not path.startswith("parties."):
            return None
        return self.draft.values.parties[int(path.split(".")[1])].signatory.sex

    def _value(self, kind: Kind, slot: Slot) -> Run:
        language = registry.language(self.tag)
        values = self.draft.values
        if kind is Kind.DATE:
            date = values.date
            text = language.date(slot.form, date.year, date.month, date.day)
        elif kind is Kind.LANGUAGES:
            text = language.enumerate_languages(values.languages, slot.form)
        else:
            assert kind in COUNTED, slot
            number = fields.get(self.draft, slot.path)
            if not number:
                return Run(TEXT_BLANK, slot.path, slot.form, gap=Gap.MISSING)
            text = language.counted(kind, int(number), slot.form)
        return Run(text, slot.path, slot.form)

    def _strengthened(self, run: Run, party: str) -> list[Run]:
        """The run of a party's name, split so that its short name is bold."""
        if self.draft.template.field(f"{party}.short_name") is None:
            return [run]
        short = self._name(Kind.ORGANIZATION, f"{party}.short_name.{self.tag}", run.form).text
        before, found, after = run.text.partition(short)
        if run.gap is Gap.MISSING or not found:
            return [run]
        return [
            Run(text, run.path, run.form, strong=text is found, gap=run.gap)
            for text in (before, found, after)
            if text
        ]


@cache
def _fixed(text: str) -> Paragraph | None:
    """The paragraph that the text makes in every draft; nothing when it has slots."""
    runs = []
    for piece in parse(text):
        if not isinstance(piece, Literal):
            return None
        runs.append(Run(bind(piece.text)))
    return Paragraph(tuple(runs))
