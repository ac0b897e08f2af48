"""A template made of a draft: its present wording, without what was filled in."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count

from mou_desktop.errors import FieldError
from mou_desktop.languages import registry
from mou_desktop.languages.base import MARKS
from mou_desktop.model import texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import clean
from mou_desktop.model.numbering import numbers
from mou_desktop.model.slots import ARTICLE, slots
from mou_desktop.model.template import Template, VersionText

NAME_LIMIT = 200
_NUMBER = re.compile(r" \(\d+\)$")


def template_of(draft: Draft, template_id: str, names: Mapping[str, str]) -> Template:
    """A template in the languages of the agreement, with its articles in their order; `names` has
    a name for each language. Raises `FieldError` when something has still to be written.
    """
    if draft.protocol is not None:
        raise FieldError("what amends an agreement cannot be a template; save the agreement as one")
    require_complete(draft)
    tags = draft.values.languages
    return Template(
        id=template_id,
        version=1,
        names={tag: _name(names.get(tag, ""), tag) for tag in tags},
        fields=draft.template.fields,
        parties=draft.template.parties,
        articles=draft.articles,
        texts={tag: _version(draft, tag) for tag in tags},
    )


def require_complete(draft: Draft) -> None:
    """Raises `FieldError` where a version lacks a text, or a field that the others have."""
    tags = draft.values.languages
    for place in texts.places(draft):
        for tag in tags:
            if not any(text.strip() for text in texts.paragraphs(draft, tag, place)):
                raise FieldError(
                    "{place} ({language}) has no text yet; write it first",
                    place=_heading(draft, tag, place),
                    language=registry.language(tag).endonym,
                )
    used = {tag: dict(_used(draft, tag)) for tag in tags}
    for tag in tags:
        for other in tags:
            for path, place in used[other].items():
                if path not in used[tag]:
                    raise _field_missing(draft, path, tag, other, place)


def free_names(draft: Draft, taken: Mapping[str, set[str]]) -> dict[str, str]:
    """A name for each language of the agreement: that of the draft's template, with a number where
    it is taken by another template.
    """
    given = draft.template.names
    basic = {tag: _NUMBER.sub("", given.get(tag, "")) for tag in draft.values.languages}
    numbered = ({tag: f"{name} ({number})" for tag, name in basic.items()} for number in count(2))
    candidates = chain([basic], numbered)
    return next(
        names
        for names in candidates
        if not any(name in taken.get(tag, ()) for tag, name in names.items())
    )


def _version(draft: Draft, tag: str) -> VersionText:
    title = _filled(draft, tag, texts.TITLE)
    old = draft.template.texts[tag]
    return VersionText(
        title=title,
        heading=old.heading if old.heading in title else title[0],
        preamble=_filled(draft, tag, texts.PREAMBLE),
        articles={article: _filled(draft, tag, article) for article in draft.articles},
        signature=old.signature,
    )


def _filled(draft: Draft, tag: str, place: str) -> tuple[str, ...]:
    """The paragraphs that say something."""
    return tuple(text for text in texts.paragraphs(draft, tag, place) if text.strip())


def _name(name: str, tag: str) -> str:
    name = " ".join(clean(name).split())
    language = registry.language(tag).endonym
    if not name:
        raise FieldError("write the name of the template in {language}, too", language=language)
    if len(name) > NAME_LIMIT:
        raise FieldError(
            "the name of the template is too long ({language}); the limit is {limit} characters",
            language=language,
            limit=NAME_LIMIT,
        )
    return name


def _used(draft: Draft, tag: str) -> Iterator[tuple[str, str]]:
    """The fields and articles that a version names, each with a place where it does."""
    marks = {spec.path for spec in draft.template.fields if spec.kind in MARKS}
    for place in texts.places(draft):
        for text in texts.paragraphs(draft, tag, place):
            yield from ((slot.path, place) for slot in slots(text) if slot.path not in marks)
    for signer in draft.template.texts[tag].signature:
        for text in signer.lines:
            yield from ((slot.path, "") for slot in slots(text))


def _field_missing(draft: Draft, path: str, tag: str, other: str, place: str) -> FieldError:
    if path.startswith(ARTICLE):
        path = _heading(draft, tag, path.removeprefix(ARTICLE))
    return FieldError(
        "{field} is named in {place} ({other}) but nowhere in {language}; put it in there first",
        field=path,
        place=_heading(draft, other, place),
        other=registry.language(other).endonym,
        language=registry.language(tag).endonym,
    )


def _heading(draft: Draft, tag: str, place: str) -> str:
    """What a version calls a place: its number, or its kind of document."""
    if place in draft.articles:
        return registry.language(tag).article(numbers(draft)[place], "heading")
    return draft.template.texts[tag].heading
