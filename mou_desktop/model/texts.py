"""The wording of a draft: reading it, changing it, and what has to follow in the other versions.

A place is `title`, `preamble` or the id of an article; its paragraphs are in the notation of
`slots`. A change of one version marks the same place of the others for review.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mou_desktop.errors import FieldError
from mou_desktop.languages import registry
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.numbering import numbers
from mou_desktop.model.slots import ARTICLE, NotationError, slots

TITLE, PREAMBLE = "title", "preamble"
PARAGRAPH_LIMIT = 20_000
ARTICLES_LIMIT = 400
_NEW = "new-"


def places(draft: Draft) -> tuple[str, ...]:
    """Every place whose wording can be changed, in the order of the document."""
    return (TITLE, PREAMBLE, *draft.articles)


def paragraphs(draft: Draft, tag: str, place: str) -> tuple[str, ...]:
    """The wording of a place in one version; empty where nothing has been written yet."""
    edited = draft.edits.get(tag, {}).get(place)
    return _original(draft, tag, place) if edited is None else edited


def rewrite(draft: Draft, tag: str, place: str, wording: tuple[str, ...]) -> Draft:
    """The draft with another wording of a place in one version.

    Raises `FieldError` when there is no such place, or a paragraph cannot be read.
    """
    return rewrite_together(draft, place, {tag: wording})


def rewrite_together(draft: Draft, place: str, wordings: Mapping[str, tuple[str, ...]]) -> Draft:
    """`rewrite` in several versions at once: those that change need not follow each other."""
    _require(draft, place)
    changed, followed = draft, set()
    for tag, wording in wordings.items():
        wording = tuple(_checked(text) for text in wording)
        if wording != paragraphs(draft, tag, place):
            changed = _put(changed, tag, place, wording)
            followed.add(tag)
    if not followed:
        return draft
    if not any(place in edits for edits in changed.edits.values()) and not is_new(draft, place):
        return _mark(changed, place, ())
    others = (other for other in draft.template.languages if other not in followed)
    return _mark(changed, place, tuple(others))


def split(draft: Draft, tag: str, place: str, wording: tuple[str, ...], number: int) -> Draft:
    """`rewrite` where paragraph `number` of the old wording has become two: the other versions get
    an empty paragraph behind theirs, so that all stay abreast.
    """
    changed = rewrite(draft, tag, place, wording)
    for other in draft.template.languages:
        text = paragraphs(draft, other, place)
        if other != tag and len(text) > number:
            changed = _put(changed, other, place, (*text[: number + 1], "", *text[number + 1 :]))
    return changed


def confirm(draft: Draft, tag: str, place: str) -> Draft:
    """The draft with the officer's word that a version of a place says what the others say."""
    return _mark(draft, place, tuple(each for each in draft.review.get(place, ()) if each != tag))


def mark(draft: Draft, place: str, tags: Iterable[str]) -> Draft:
    """The draft with versions that have still to follow in a place, besides those that had."""
    marked = dict.fromkeys((*draft.review.get(place, ()), *tags))
    return _mark(draft, place, tuple(marked))


def insert_article(draft: Draft, position: int) -> Draft:
    """The draft with a new article before the one at `position`, empty in every language."""
    if len(draft.articles) >= ARTICLES_LIMIT:
        raise FieldError("there are {limit} articles already", limit=ARTICLES_LIMIT)
    taken = {*draft.articles, *draft.template.articles, *draft.review, *draft.numbers}
    taken.update(place for edits in draft.edits.values() for place in edits)
    numbers = range(1, len(taken) + 2)
    name = next(f"{_NEW}{number}" for number in numbers if f"{_NEW}{number}" not in taken)
    articles = (*draft.articles[:position], name, *draft.articles[position:])
    return _mark(replace(draft, articles=articles), name, draft.template.languages)


def delete_article(draft: Draft, article: str) -> Draft:
    """The draft without an article. Raises `FieldError` when another one refers to it."""
    _require(draft, article)
    for tag, place in _references(draft, article):
        raise FieldError(
            "{article} is referred to elsewhere ({place}); change that first",
            article=_heading(draft, tag, article),
            place=_heading(draft, tag, place),
        )
    if len(draft.articles) == 1:
        raise FieldError("the last article cannot be deleted")
    edits = {
        tag: {place: text for place, text in by_place.items() if place != article}
        for tag, by_place in draft.edits.items()
    }
    articles = tuple(each for each in draft.articles if each != article)
    return _mark(replace(draft, articles=articles, edits=_without_empty(edits)), article, ())


def move_article(draft: Draft, article: str, step: int) -> Draft:
    """The draft with an article `step` places further down, or up where that is negative."""
    _require(draft, article)
    rest = [each for each in draft.articles if each != article]
    position = draft.articles.index(article) + step
    rest.insert(max(0, min(position, len(rest))), article)
    return replace(draft, articles=tuple(rest))


def is_new(draft: Draft, place: str) -> bool:
    """Whether the template knows nothing of this article."""
    return place not in (TITLE, PREAMBLE, *draft.template.articles)


def _original(draft: Draft, tag: str, place: str) -> tuple[str, ...]:
    text = draft.template.texts[tag]
    if place == TITLE:
        return text.title
    return text.preamble if place == PREAMBLE else text.articles.get(place, ())


def _put(draft: Draft, tag: str, place: str, wording: tuple[str, ...]) -> Draft:
    own = {each: text for each, text in draft.edits.get(tag, {}).items() if each != place}
    if wording != _original(draft, tag, place):
        own[place] = wording
    return replace(draft, edits=_without_empty({**draft.edits, tag: own}))


def _without_empty(
    edits: dict[str, dict[str, tuple[str, ...]]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    return {tag: by_place for tag, by_place in edits.items() if by_place}


def _mark(draft: Draft, place: str, tags: tuple[str, ...]) -> Draft:
    review = {each: marked for each, marked in draft.review.items() if each != place}
    if tags:
        review[place] = tags
    return draft if review == draft.review else replace(draft, review=review)


def _references(draft: Draft, article: str) -> Iterator[tuple[str, str]]:
    """The versions and places that name an article, itself apart."""
    for tag in draft.template.languages:
        for place in places(draft):
            if place != article:
                for text in paragraphs(draft, tag, place):
                    if any(slot.path == ARTICLE + article for slot in slots(text)):
                        yield tag, place


def _heading(draft: Draft, tag: str, place: str) -> str:
    if place not in draft.articles:
        return place
    return registry.language(tag).article(numbers(draft)[place], "heading")


def _require(draft: Draft, place: str) -> None:
    if place not in places(draft):
        raise FieldError("no article {article} in this agreement", article=place)


def _checked(text: str) -> str:
    text = clean(text)
    if len(text) > PARAGRAPH_LIMIT:
        raise FieldError(
            "a paragraph has {length} characters, the limit is {limit}; divide it",
            length=len(text),
            limit=PARAGRAPH_LIMIT,
        )
    try:
        list(slots(text))
    except NotationError as error:
        raise FieldError("cannot read “{text}”", text=error) from None
    return text
