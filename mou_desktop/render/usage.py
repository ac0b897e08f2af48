"""Which grammatical forms of the fields a text asks for, and where it has them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from mou_desktop.languages.base import NAMES
from mou_desktop.model.document import Block, Gap, Run, SignatureBlock, paragraphs
from mou_desktop.model.slots import Slot, slots
from mou_desktop.model.template import Template

BASIC = "nominative"
CONJUNCTION = "conjunction"
DEFINITE = "definite"
SHORT_NAME = ".short_name."
INTRODUCED = ".introduced_as"
PARTY_NAME = re.compile(r"(parties\.\d+)\.name\.(.+)")


def forms_asked(template: Template, tag: str) -> dict[str, list[str]]:
    """The forms other than the basic one, by field path with language, in order of appearance.

    A party without an introduction of its own is introduced by its name, and the short name is
    made bold in whatever form the title has: so their forms are counted for these fields too.
    """
    asked: dict[str, list[str]] = {}

    def note(path: str, form: str) -> None:
        forms = asked.setdefault(f"{path}.{tag}", [])
        if form not in forms:
            forms.append(form)

    for place, paragraph in template.texts[tag].paragraphs():
        for slot in slots(paragraph):
            spec = template.field(slot.path)
            if spec is None or spec.kind not in NAMES or slot.form == BASIC:
                continue
            for path in _of_each_party(template, slot):
                note(path, slot.form)
            if slot.path.endswith(INTRODUCED):
                note(slot.path.removesuffix(INTRODUCED) + ".name", slot.form)
            elif place == "title" and slot.path.endswith(".name"):
                form = short_name_form(slot.form)
                if form not in ("", BASIC):
                    note(slot.path.removesuffix(".name") + ".short_name", form)
    return asked


def _of_each_party(template: Template, slot: Slot) -> list[str]:
    """The field of a slot; of a conjunction, which stands behind the party that is named first in
    its originals, that of each party.
    """
    if slot.form != CONJUNCTION:
        return [slot.path]
    _parties, _number, field = slot.path.split(".", 2)
    return [f"parties.{number}.{field}" for number in range(template.parties)]


def short_name_form(form: str) -> str:
    """The form in which a party's short name stands in its name; empty where it does not."""
    if form == CONJUNCTION:
        return ""
    return BASIC if form == DEFINITE else form


@dataclass(frozen=True, slots=True)
class InSentence:
    """A form as a version has it: `before` and `after` are the words around it, with «…» where
    the sentence goes on.
    """

    before: str
    text: str
    after: str
    gap: Gap | None


def sentences(blocks: Iterable[Block]) -> dict[tuple[str, str], InSentence]:
    """The forms of all fields, by path and form, each at the first place where it stands."""
    found: dict[tuple[str, str], InSentence] = {}
    for runs in chain.from_iterable(map(_stretches, blocks)):
        whole = "".join(run.text for run in runs)
        start = 0
        for (path, form), same in groupby(runs, key=_path_and_form):
            group = list(same)
            end = start + sum(len(run.text) for run in group)
            if path and form != BASIC and (path, form) not in found:
                before, after = _end(whole[:start]), _start(whole[end:])
                found[path, form] = InSentence(before, whole[start:end], after, group[0].gap)
            start = end
    return found


def _path_and_form(run: Run) -> tuple[str, str]:
    return run.path, run.form


def _stretches(block: Block) -> Iterator[list[Run]]:
    """What is read in one go, if there are fields in it: a block, or one line of the signatures."""
    if not any(run.path for paragraph in paragraphs(block) for run in paragraph.runs):
        return
    lines = [[*paragraph.runs, _BREAK] for paragraph in paragraphs(block)]
    if isinstance(block, SignatureBlock):
        yield from lines
    else:
        yield [run for line in lines for run in line]


_BREAK = Run(" ")
_WORDS_SHOWN = 4


def _end(text: str) -> str:
    """The last words, with «…» where others stand before them."""
    words = text.rsplit(" ", _WORDS_SHOWN + 1)
    left_out = len(words) > _WORDS_SHOWN + 1
    return ("…" if left_out else "") + " ".join(words[left_out:]).lstrip()


def _start(text: str) -> str:
    """The first words, likewise."""
    words = text.split(" ", _WORDS_SHOWN + 1)
    left_out = len(words) > _WORDS_SHOWN + 1
    return " ".join(words[: _WORDS_SHOWN + 1]).rstrip() + ("…" if left_out else "")
