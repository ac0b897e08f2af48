"""Takes a correction and a text that it was not made for; gives that text corrected.

What a protocol has changed meanwhile, or has not yet, may leave nothing to correct in a place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from mou_desktop.amend.apply import applied
from mou_desktop.amend.reading import Reading, readings
from mou_desktop.errors import AmendmentError
from mou_desktop.model import fields, texts
from mou_desktop.model.amendment import SIGNATURE, Amendment, Instrument
from mou_desktop.model.contents import agreement, content
from mou_desktop.model.draft import Draft, Protocol
from mou_desktop.model.slots import literal
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all

_Of = TypeVar("_Of")
_Readings = dict[str, Reading]


def carried(
    text: Draft, record: Protocol, others: Sequence[Protocol]
) -> tuple[Draft, tuple[str, ...]] | None:
    """The text with what of the correction concerns it, and the places; nothing when none does.
    Raises `AmendmentError` where something does not fit that none of the `others` has touched.
    """
    expected, places = _corrected(text, record, set(_touched(others)))
    if not places:
        return None
    mended = _with_wording(_with_content(text, record), expected)
    mended = forms.keep(mended, render_all(mended).values())
    if readings(mended) != expected:
        raise AmendmentError(
            "it cannot be carried over to the text as amended; make it anew from that text"
        )
    return mended, places


def _touched(records: Iterable[Protocol]) -> Iterator[tuple[str, str]]:
    """The places that protocols have changed, by language."""
    for record in records:
        if record.instrument is Instrument.PROTOCOL:
            for each in record.amendments:
                yield from ((each.place, tag) for tag in each.wordings)


def _corrected(
    text: Draft, record: Protocol, touched: Collection[tuple[str, str]]
) -> tuple[_Readings, tuple[str, ...]]:
    """How the text reads after all amendments that concern it, and what these change."""
    found = readings(text)
    places: dict[str, None] = {}
    for each in record.amendments:
        for tag, wording in each.wordings.items():
            one = replace(each, wordings={tag: wording})
            try:
                found[tag] = applied(found[tag], [one], tag)
            except AmendmentError:
                if not _is_excused(one, tag, touched):
                    raise
            else:
                places[each.place] = None
    return found, tuple(places)


def _is_excused(amendment: Amendment, tag: str, touched: Collection[tuple[str, str]]) -> bool:
    """Whether a protocol may be why there is nothing to correct."""
    return any(
        other == tag and (not place or amendment.place in (place, "")) for place, other in touched
    )


def _with_content(text: Draft, record: Protocol) -> Draft:
    """The text with the values, wordings and articles that the correction changes and nothing else
    has: so fields stay fields.
    """
    before, after = (agreement(record.template, each) for each in (record.before, record.after))
    draft = replace(agreement(text.template, content(text)), layout=text.layout)
    for path in fields.paths(text):
        was, becomes = fields.get(before, path), fields.get(after, path)
        if was != becomes and fields.get(draft, path) == was:
            draft = fields.change(draft, path, becomes)
    own = {**draft.forms, **_changed(before.forms, after.forms)}
    computed = {**draft.computed, **_changed(before.computed, after.computed)}
    draft = replace(draft, forms=own, computed=computed, numbers={**draft.numbers, **after.numbers})
    draft = _with_articles(draft, before, after)
    for tag in text.values.languages:
        for place in texts.places(draft):
            if place in before.articles or place in (texts.TITLE, texts.PREAMBLE):
                was_there = texts.paragraphs(before, tag, place)
                wording = texts.paragraphs(after, tag, place) if _has(after, place) else ()
                if was_there != wording and texts.paragraphs(draft, tag, place) == was_there:
                    draft = _rewritten(draft, tag, place, wording)
            elif place in after.articles and place not in text.articles:
                draft = _rewritten(draft, tag, place, texts.paragraphs(after, tag, place))
    return draft


def _has(draft: Draft, place: str) -> bool:
    return place in texts.places(draft)


def _changed(before: Mapping[str, _Of], after: Mapping[str, _Of]) -> dict[str, _Of]:
    return {path: each for path, each in after.items() if before.get(path) != each}


def _with_articles(draft: Draft, before: Draft, after: Draft) -> Draft:
    """The articles that the correction puts in, and without those that it takes out."""
    gone = {*before.articles} - {*after.articles}
    articles = [each for each in draft.articles if each not in gone]
    for number, name in enumerate(after.articles):
        if name in before.articles:
            continue
        if name in draft.articles:
            raise AmendmentError(
                "it cannot be carried over to the text as amended; make it anew from that text"
            )
        behind = [articles.index(each) for each in after.articles[:number] if each in articles]
        articles.insert(behind[-1] + 1 if behind else 0, name)
    return replace(draft, articles=tuple(articles))


def _with_wording(draft: Draft, expected: _Readings) -> Draft:
    """The draft, its words where it still reads otherwise."""
    there = readings(draft)
    for tag, reading in expected.items():
        for place in texts.places(draft):
            was, becomes = there[tag].get(place), reading.get(place)
            if was != becomes and place != SIGNATURE:
                wording = tuple(map(literal, becomes.paragraphs)) if becomes else ()
                draft = _rewritten(draft, tag, place, wording)
    return draft


def _rewritten(draft: Draft, tag: str, place: str, wording: tuple[str, ...]) -> Draft:
    return replace(texts.rewrite(draft, tag, place, wording), review=draft.review)
