"""Renders a draft anew after a change: only those blocks that show something of what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import lru_cache
from itertools import repeat
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
    as_worded = draft.edits.get(tag) is before.edits.get(tag)
    if as_worded and not touched:
        return document
    version = Version(draft, tag, document.first)
    blocks = (
        block
        if (as_worded or _wording(draft, tag, block) == _wording(before, tag, block))
        and touched.isdisjoint(_shown(_wording(draft, tag, block)))
        else _anew(version, block)
        for block in document.blocks
    )
    return document._replace(blocks=tuple(blocks))


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
    same = {
        place(block)
        for block, then in zip(document.blocks, before.blocks, strict=False)
        if block is then
    }
    version = Version(draft, document.language, other.first)
    anew = {place(block): block for block in version.apart_from(document, same).blocks}
    known = {place(block): block for block in other.blocks}
    blocks = (
        (known if where in same else anew).get(where) for where in map(place, document.blocks)
    )
    return other._replace(blocks=tuple(block for block in blocks if block is not None))


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
