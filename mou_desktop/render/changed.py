"""Renders a draft anew after a change: only those blocks that show something of what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import lru_cache
from itertools import repeat, zip_longest
from operator import is_
from typing import Any

from mou_desktop.model import texts
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Preamble,
    SignatureBlock,
    Title,
    place,
)
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import slots
from mou_desktop.render.assemble import Version, alternats, render

Documents = Mapping[str, Document]
_Forms = Mapping[str, object]
# What decides, too, whether and how a value is shown: how many originals and languages there are,
# and in which of these a line is given.
_ALSO = {"originals": ("copies", "languages"), "parties": ("languages",)}


def render_changed(
    draft: Draft, before: Draft, documents: Documents, first: int = 0
) -> dict[str, Document]:
    """The same as `render_all`, where `documents` are those of the draft `before` a change: a
    version, or a block of it, is taken over when nothing that it shows was touched.
    """
    first = first if draft.values.alternat else 0
    frame = ("template", "articles", "numbers", "protocol", "sources")
    alike = draft.layout.seals == before.layout.seals and all(
        getattr(draft, part) is getattr(before, part) for part in frame
    )
    return {
        tag: _changed(draft, before, documents[tag])
        if alike and tag in documents and documents[tag].first == first
        else render(draft, tag, first)
        for tag in draft.values.languages
    }


def alternats_changed(
    draft: Draft,
    documents: Documents,
    before: Documents,
    others: Mapping[str, tuple[Document, ...]],
) -> dict[str, tuple[Document, ...]]:
    """The `alternats` of each version, where `others` are those of the documents `before`."""
    parties = range(len(draft.values.parties) if draft.values.alternat else 0)
    found = {}
    for tag, document in documents.items():
        known = others.get(tag, ())
        if [each.first for each in known] != [each for each in parties if each != document.first]:
            found[tag] = tuple(alternats(draft, [document]))
        elif document is before.get(tag):
            found[tag] = known
        else:
            found[tag] = tuple(_apart(draft, document, before[tag], each) for each in known)
    return found


def unshared(documents: Iterable[Document], before: Iterable[Document]) -> list[Document]:
    """The documents with those of their blocks alone that were not taken over from others."""
    known = {id(block) for document in before for block in document.blocks}
    return [
        document._replace(blocks=tuple(each for each in document.blocks if id(each) not in known))
        for document in documents
    ]


def _changed(draft: Draft, before: Draft, document: Document) -> Document:
    """One version, of whose frame nothing has changed."""
    tag = document.language
    touched = _touched(draft, before, tag)
    stale = _reworded(draft, before, tag)
    if touched:
        shown = _values_shown(draft, tag, document)
        stale |= {where for where, values in shown if not touched.isdisjoint(values)}
    if not stale:
        return document
    version = Version(draft, tag, document.first)
    blocks = (
        _anew(version, block) if place(block) in stale else block for block in document.blocks
    )
    return document._replace(blocks=tuple(blocks))


def _reworded(draft: Draft, before: Draft, tag: str) -> set[str]:
    """The places of a version with another wording than before."""
    now, then = draft.edits.get(tag, {}), before.edits.get(tag, {})
    if now is then:
        return set()
    return {where for where in {*now, *then} if now.get(where) != then.get(where)}


def _anew(version: Version, block: Block) -> Block:
    match block:
        case Title():
            return version.title()
        case Preamble():
            return version.preamble()
        case Article(id=article, number=number):
            return version.article(number, article)
        case _:
            return version.signatures()


def _apart(draft: Draft, document: Document, before: Document, other: Document) -> Document:
    """What reads differently in the originals of another party."""
    pairs = zip_longest(document.blocks, before.blocks)
    differing = [(block, then) for block, then in pairs if block is not then]
    version = Version(draft, document.language, other.first)
    looked_at = [block for block, _then in differing if block is not None]
    anew = version.apart_from(document, looked_at).blocks
    gone = {place(block) for pair in differing for block in pair if block is not None}
    blocks = [*anew, *(block for block in other.blocks if place(block) not in gone)]
    return other._replace(blocks=tuple(sorted(blocks, key=_rank)))


def _rank(block: Block) -> int:
    """Where a block stands among the others."""
    match block:
        case Title():
            return -1
        case Article(number=number):
            return number
        case _:
            return 0


_Shown = list[tuple[str, frozenset[str]]]
# By language: the values in each place of the version that was asked for last, and its wording.
_last_shown: dict[str, tuple[tuple[object, ...], _Shown]] = {}


def _values_shown(draft: Draft, tag: str, document: Document) -> _Shown:
    """The values in each place of a version. They are the same as long as its wording is, which is
    kept beside them, so that no other one takes its number.
    """
    wording = (draft.template.texts[tag], draft.edits.get(tag), draft.articles)
    known = _last_shown.get(tag)
    if known is None or not all(map(is_, known[0], wording)):
        places = [(place(block), _wording(draft, tag, block)) for block in document.blocks]
        known = wording, [(where, _shown(text)) for where, text in places]
        _last_shown[tag] = known
    return known[1]


def _wording(draft: Draft, tag: str, block: Block) -> tuple[str, ...]:
    """What a block is filled from."""
    if isinstance(block, SignatureBlock):
        return tuple(line for own in draft.template.texts[tag].signature for line in own.lines)
    return texts.paragraphs(draft, tag, place(block))


@lru_cache(8192)
def _shown(wording: tuple[str, ...]) -> frozenset[str]:
    """The values that stand in a wording, or decide whether lines of it do."""
    own = {slot.path.partition(".")[0] for text in wording for slot in slots(text)}
    return frozenset(own.union(*(_ALSO.get(value, ()) for value in own)))


def _touched(draft: Draft, before: Draft, tag: str) -> frozenset[str]:
    """The values that a version reads otherwise than before, or whose forms it does."""
    now, then = draft.values, before.values
    names = (each.name for each in dataclass_fields(now))
    changed = {
        name for name in names if not _reads_alike(getattr(now, name), getattr(then, name), tag)
    }
    if [party.language for party in now.parties] != [party.language for party in then.parties]:
        changed.add("languages")  # (a party's originals name its own language first)
    changed |= _of_other_forms(draft.forms, before.forms, tag)
    changed |= _of_other_forms(draft.computed, before.computed, tag)
    return frozenset(changed)


def _reads_alike(one: Any, other: Any, tag: str) -> bool:
    """Whether two states of a value are the same for a version: of what is entered in each language
    its own text, and whether there is any, since lines stand in all versions or in none.
    """
    if one is other:
        return True
    if isinstance(one, dict):
        return one.get(tag) == other.get(tag) and any(one.values()) == any(other.values())
    if isinstance(one, tuple):
        same_length = len(one) == len(other)
        return same_length and all(map(_reads_alike, one, other, repeat(tag)))
    if is_dataclass(one):
        names = (each.name for each in dataclass_fields(one))
        return all(_reads_alike(getattr(one, name), getattr(other, name), tag) for name in names)
    return bool(one == other)


def _of_other_forms(now: _Forms, then: _Forms, tag: str) -> set[str]:
    """The values with other forms in a version than before."""
    if now is then:
        return set()
    paths = (path for path in (*now, *then) if path.endswith(f".{tag}"))
    return {path.partition(".")[0] for path in paths if now.get(path) != then.get(path)}
