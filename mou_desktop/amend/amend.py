"""Takes an agreement and its edited copy; gives the amendments that make the one of the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from mou_desktop.amend.places import Lines, Place, amendments_of, texts
from mou_desktop.amend.reading import as_read, lines
from mou_desktop.amend.throughout import Text, Texts, names_throughout
from mou_desktop.errors import AmendmentError
from mou_desktop.model.amendment import (
    AS_USUAL,
    SIGNATURE,
    WORDS,
    Amendment,
    Choices,
    Technique,
    Wording,
)
from mou_desktop.model.document import Document, place
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers, sorting_key
from mou_desktop.model.texts import PREAMBLE, TITLE, paragraphs
from mou_desktop.render.assemble import render

REMEMBERED = 512


def onto(base: Draft, edited: Draft, *, renumber: bool = False) -> Draft:
    """The edited copy with the template of the base and the numbers that its articles will have.
    Raises `AmendmentError` when it is no copy of it.
    """
    _require_kin(base, edited)
    places = (TITLE, PREAMBLE, *edited.articles)
    edits: dict[str, dict[str, tuple[str, ...]]] = {}
    on_base = replace(edited, template=base.template, edits={}, numbers={}, layout=base.layout)
    for tag in base.template.languages:
        wordings = {name: paragraphs(edited, tag, name) for name in places}
        own = {
            name: wording
            for name, wording in wordings.items()
            if wording != paragraphs(on_base, tag, name)
        }
        if own:
            edits[tag] = own
    settled = replace(on_base, edits=edits)
    if renumber:
        return settled
    kept = replace(settled, numbers={**base.numbers, **numbers(base)})
    return settled if numbers(kept) == numbers(settled) else kept


def amend(
    base: Draft,
    edited: Draft,
    choices: Choices = AS_USUAL,
    documents: Mapping[str, Document] | None = None,
) -> tuple[Amendment, ...]:
    """The amendments in the order in which they are applied; `edited` went through `onto`, and
    `documents` are the versions of the base, where they are at hand.
    """
    tags = base.values.languages
    old = {tag: _paragraphs((documents or {}).get(tag) or render(base, tag)) for tag in tags}
    new = {tag: _paragraphs(render(edited, tag)) for tag in tags}
    sides = _Sides(numbers(base), numbers(edited), old, new, choices)
    if base.values.parties == edited.values.parties and base.values.place == edited.values.place:
        return tuple(sides.amendments())
    apart = [path for path, chosen in choices.techniques.items() if chosen is Technique.REPLACE]
    names, text = names_throughout(base, edited, old, new, apart)
    others = list(replace(sides, old=text).amendments())
    if all(_is_clear(each, old) for each in others):
        return (*names, *others)
    return tuple(sides.amendments())


def _is_clear(amendment: Amendment, text: Texts) -> bool:
    """Whether the words that an amendment quotes stand once in a text that has no other."""
    if amendment.technique not in WORDS:
        return True
    part = (
        slice(amendment.paragraph - 1, amendment.paragraph) if amendment.paragraph else slice(None)
    )
    return all(
        "\n".join(texts(text[tag][amendment.place][part])).count(wording.was[0]) == 1
        for tag, wording in amendment.wordings.items()
    )


def missing(amendment: Amendment, draft: Draft) -> tuple[str, ...]:
    """The languages in which nothing corresponds to an amendment."""
    return tuple(tag for tag in draft.values.languages if tag not in amendment.wordings)


def _require_kin(base: Draft, edited: Draft) -> None:
    ours, theirs = base.template, edited.template
    signatures = [
        {tag: text.signature for tag, text in each.texts.items()} for each in (ours, theirs)
    ]
    same = (ours.id, ours.parties, ours.fields) == (theirs.id, theirs.parties, theirs.fields)
    if not same or signatures[0] != signatures[1]:
        raise AmendmentError("the edited agreement was not made of the signed one; start from that")
    if set(base.values.languages) != set(edited.values.languages):
        raise AmendmentError(
            "a protocol cannot change the languages of the agreement; set them as they were"
        )


def _paragraphs(document: Document) -> Text:
    """The paragraphs that say something, place by place."""
    found = {}
    for block in document.blocks:
        kept = tuple(each for each in lines(block) if as_read(each.text))
        if kept:
            found[place(block)] = kept
    return found


@lru_cache(REMEMBERED)
def _of_place(
    name: str,
    number: str,
    tags: tuple[str, ...],
    old: tuple[Lines, ...],
    new: tuple[Lines, ...],
    chosen: Technique | None,
) -> tuple[Amendment, ...]:
    """The amendments of a place. While somebody edits an agreement, most places stay as they are
    from one key to the next, and its protocol asks for them again.
    """
    before, after = (dict(zip(tags, side, strict=True)) for side in (old, new))
    return tuple(amendments_of(Place(name, number, before, after), chosen))


@dataclass(frozen=True, slots=True)
class _Sides:
    """An agreement before and after: the numbers of the articles, and the text by language."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    old: Texts
    new: Texts
    choices: Choices

    def amendments(self) -> Iterator[Amendment]:
        """Place by place; when articles are renumbered, new ones come behind that."""
        yield from self._changed(TITLE)
        yield from self._changed(PREAMBLE)
        names = dict.fromkeys((*self.before, *self.after))
        articles = [each for name in names for each in self._article(name)]
        articles.sort(key=lambda each: sorting_key(each.number))
        renumbered = self._renumbered()
        late = [each for each in articles if renumbered and each.technique is Technique.NEW_ARTICLE]
        yield from (each for each in articles if each not in late)
        yield from renumbered
        yield from late
        yield from self._changed(SIGNATURE)

    def _article(self, name: str) -> Iterator[Amendment]:
        """What becomes of one article; in a language where it has no text, it is not there."""
        old, new = self.old, self.new
        gone = [tag for tag in old if name in old[tag] and name not in new[tag]]
        come = [tag for tag in old if name not in old[tag] and name in new[tag]]
        if gone:
            wordings = {tag: Wording(texts(old[tag][name])) for tag in gone}
            number = self.before[name]
            yield Amendment(Technique.EXCLUDE_ARTICLE, name, number, wordings=wordings)
        yield from self._changed(name)
        if come:
            wordings = {tag: Wording((), texts(new[tag][name])) for tag in come}
            number, behind = self.after[name], self._number_before(name)
            yield Amendment(Technique.NEW_ARTICLE, name, number, after=behind, wordings=wordings)

    def _number_before(self, name: str) -> str:
        order = list(self.after)
        at = order.index(name)
        return self.after[order[at - 1]] if at else ""

    def _changed(self, name: str) -> tuple[Amendment, ...]:
        """What becomes of a place where it is there before and after."""
        old, new = self.old, self.new
        there = [tag for tag in old if name in old[tag] and name in new[tag]]
        tags = [tag for tag in there if texts(old[tag][name]) != texts(new[tag][name])]
        if not tags:
            return ()
        return _of_place(
            name,
            self.before.get(name, ""),
            tuple(tags),
            tuple(old[tag][name] for tag in tags),
            tuple(new[tag][name] for tag in tags),
            self.choices.techniques.get(name),
        )

    def _renumbered(self) -> list[Amendment]:
        """One amendment for all articles that get another number."""
        before, after = self.before, self.after
        moved = [name for name in before if name in after and before[name] != after[name]]
        moved.sort(key=lambda name: sorting_key(before[name]))
        wordings = {}
        for tag in self.old:
            here = [name for name in moved if name in self.old[tag] and name in self.new[tag]]
            if here:
                old, new = (tuple(side[name] for name in here) for side in (before, after))
                wordings[tag] = Wording(old, new)
        return [Amendment(Technique.RENUMBER, wordings=wordings)] if wordings else []
