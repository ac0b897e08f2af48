"""Takes an edited copy and one of its amendments; gives the copy without that change.

Fields go back to what they were; of words, only the stretch that changed. What cannot be told apart
goes back with its place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from mou_desktop.amend.apply import applied
from mou_desktop.amend.edited_copy import amendments, base_of, choose
from mou_desktop.amend.reading import lines, reading
from mou_desktop.errors import AmendmentError, FieldError
from mou_desktop.model import fields, texts
from mou_desktop.model.amendment import SIGNATURE, Amendment, Technique
from mou_desktop.model.document import Document, place
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.render.assemble import render

_TOKEN = re.compile(r"\n|\{[^{}]*\}|\w+|\s|[^\w\s]")
_SIGNATORY, _SEX = "signatory.name", "signatory.sex"


def without(
    copy: Draft, amendment: Amendment, documents: Mapping[str, Document] | None = None
) -> Draft:
    """The copy without the change, and with all others as far as they can do without it;
    `documents` are the versions of the base. Raises `FieldError` when an article must stay because
    another one refers to it.
    """
    base = base_of(copy)
    found = amendments(copy, documents)
    path = amendment.path
    others = [each for each in found if each != amendment and not (path and each.path == path)]
    least: tuple[int, Draft] | None = None
    for candidate in _candidates(copy, base, amendment, others):
        left = amendments(candidate, documents)
        if amendment in left:
            continue
        if all(each in left for each in others):
            return candidate
        lost = sum(each not in left for each in others)
        if least is None or lost < least[0]:
            least = lost, candidate
    if least is None:
        raise AmendmentError("this change cannot be taken back alone; undo it, or change the text")
    return least[1]


def _candidates(
    copy: Draft, base: Draft, amendment: Amendment, others: Sequence[Amendment]
) -> Iterator[Draft]:
    """The copy without the change, first with as little besides as can be."""
    where, tags = amendment.place, tuple(amendment.wordings)
    match amendment.technique:
        case Technique.RENUMBER:
            assert copy.amending is not None
            yield choose(copy, replace(copy.amending.choices, renumber=False))
            yield _in_order(copy, base)
            return
        case Technique.NEW_ARTICLE if where not in base.articles:
            yield texts.delete_article(copy, where)
            return
        case Technique.EXCLUDE_ARTICLE if where not in copy.articles:
            yield _with_place(_put_back(copy, base, where), base, where, tags)
            return
    if amendment.path:
        yield _with_field(copy, base, amendment.path, tags)
    if where and where != SIGNATURE:
        words = _with_words(copy, base, amendment, others)
        if words is not None:
            yield words
        yield _with_place(copy, base, where, tags)
    if where:
        restored = copy if where == SIGNATURE else _with_place(copy, base, where, tags)
        for path in _fields_in(copy, base, where, tags):
            restored = _with_field(restored, base, path, tags)
        yield restored


def _with_field(copy: Draft, base: Draft, path: str, tags: Sequence[str]) -> Draft:
    """The field as it was; of one that each language has, the versions in these."""
    paths = [each for each in fields.paths(base) if _belongs(each, path, base, tags)]
    if path.endswith(_SIGNATORY):
        paths.append(path.removesuffix(_SIGNATORY) + _SEX)
    for each in paths:
        copy = fields.change(copy, each, fields.get(base, each))
    return copy


def _belongs(path: str, field: str, base: Draft, tags: Sequence[str]) -> bool:
    outer, _dot, last = path.rpartition(".")
    if path == field or (outer == field and last not in base.values.languages):
        return True
    return outer == field and last in tags


def _with_place(copy: Draft, base: Draft, where: str, tags: Sequence[str]) -> Draft:
    """The wording of a place as it was, in these languages."""
    wordings = {tag: texts.paragraphs(base, tag, where) for tag in tags}
    return _reworded(copy, base, where, wordings)


def _reworded(
    copy: Draft, base: Draft, where: str, wordings: Mapping[str, tuple[str, ...]]
) -> Draft:
    """Other words in a place. Nobody has to follow those; where all is as it was, nobody has to
    follow anything.
    """
    changed = texts.rewrite_together(copy, where, wordings)
    review = {name: tags for name, tags in copy.review.items() if name != where}
    as_it_was = all(
        texts.paragraphs(changed, tag, where) == texts.paragraphs(base, tag, where)
        for tag in base.values.languages
    )
    if where in copy.review and not as_it_was:
        review[where] = copy.review[where]
    return replace(changed, review=review)


def _put_back(copy: Draft, base: Draft, article: str) -> Draft:
    """The copy with an excluded article before the one that followed it."""
    after = base.articles[base.articles.index(article) + 1 :]
    following = (number for number, name in enumerate(copy.articles) if name in after)
    at = next(following, len(copy.articles))
    return replace(copy, articles=(*copy.articles[:at], article, *copy.articles[at:]))


def _in_order(copy: Draft, base: Draft) -> Draft:
    """The articles of the base in their order again; new ones stay where they are."""
    kept = iter([name for name in base.articles if name in copy.articles])
    known = set(base.articles)
    articles = tuple(next(kept) if name in known else name for name in copy.articles)
    return replace(copy, articles=articles)


def _fields_in(copy: Draft, base: Draft, where: str, tags: Sequence[str]) -> Iterator[str]:
    """The fields that stand in a place, before or now."""
    seen = set()
    for draft in (base, copy):
        for tag in tags:
            for block in render(draft, tag).blocks:
                if place(block) == where:
                    runs = (run for line in lines(block) for run in line.runs)
                    seen |= {run.path.removesuffix(f".{tag}") for run in runs}
    yield from sorted(filter(None, seen))


def _with_words(
    copy: Draft, base: Draft, amendment: Amendment, others: Sequence[Amendment]
) -> Draft | None:
    """The copy with one stretch of words as it was in each language; nothing where it cannot be
    told which.
    """
    where = amendment.place
    wordings = {}
    for tag in amendment.wordings:
        wanted = _wanted(base, others, tag, where)
        found = (
            each
            for each in _with_one_hunk_less(
                texts.paragraphs(base, tag, where), texts.paragraphs(copy, tag, where)
            )
            if wanted and _reads(copy, tag, where, each) == wanted
        )
        wording = next(found, None)
        if wording is None:
            return None
        wordings[tag] = wording
    return _reworded(copy, base, where, wordings)


def _wanted(
    base: Draft, others: Sequence[Amendment], tag: str, where: str
) -> tuple[str, ...] | None:
    """How the place reads when the other changes are made."""
    try:
        text = applied(reading(render(base, tag), numbers(base)), others, tag)
    except AmendmentError:
        return None
    return text[where].paragraphs if where in text else None


def _reads(copy: Draft, tag: str, where: str, wording: tuple[str, ...]) -> tuple[str, ...] | None:
    try:
        changed = texts.rewrite(copy, tag, where, wording)
    except FieldError:
        return None
    passage = reading(render(changed, tag), numbers(changed)).get(where)
    return passage.paragraphs if passage is not None else None


def _with_one_hunk_less(
    before: tuple[str, ...], after: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """The wording after, each time with another of its changes undone."""
    old, new = (_TOKEN.findall("\n".join(side)) for side in (before, after))
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            yield tuple("".join([*new[:first], *old[start:end], *new[last:]]).split("\n"))
