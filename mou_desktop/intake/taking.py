"""Takes changes of returned files into a draft. A version that changes marks the others for review,
but for those that change along with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mou_desktop.intake.returned_changes import Change, What
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft

# What is there when it is needed: an article that is deleted is named by no wording any more.
_ARTICLES = (What.ORDER, What.ADDED, What.DELETED)


def take(draft: Draft, changes: Sequence[Change], earlier: Sequence[Change] = ()) -> Draft:
    """The draft with these changes. `earlier` are those of the same files that were taken in
    before: their versions changed along with these, where they still read so. Raises `FieldError`
    when one cannot be made.
    """
    for change in _of(changes, What.FIELD):
        draft = take_part(draft, change)
        standing = (each for each in earlier if _stands(draft, each))
        draft = _with_names_to_follow(draft, change, (*changes, *standing))
    for where in dict.fromkeys(each.place for each in _of(changes, What.WORDING)):
        together: dict[str, tuple[str, ...]] = {}
        for change in _wordings(changes, where):
            together |= change.wordings
        draft = texts.rewrite_together(draft, where, together)
        for tag in _changed_before(draft, where, earlier):
            draft = texts.confirm(draft, tag, where)
    for what in _ARTICLES:
        for change in reversed(_of(changes, what)):  # (so that those behind one article stay so)
            draft = take_part(draft, change)
    return draft


def take_part(draft: Draft, change: Change) -> Draft:
    """The draft with a change of fields or articles, and nothing marked for that."""
    match change.what:
        case What.FIELD:
            for path, value in change.values:
                draft = fields.change(draft, path, value)
        case What.ADDED:
            at = draft.articles.index(change.place) + 1 if change.place in draft.articles else 0
            draft = texts.insert_article(draft, at)
            draft = texts.rewrite_together(draft, draft.articles[at], change.wordings)
        case What.DELETED:
            draft = texts.delete_article(draft, change.place)
        case What.ORDER:
            rest = [each for each in draft.articles if each not in change.order]
            draft = replace(draft, articles=(*change.order, *rest))
    return draft


def _with_names_to_follow(draft: Draft, change: Change, along: Sequence[Change]) -> Draft:
    """The other versions marked, whose own name for the same thing has not changed."""
    name, _dot, tag = change.path.rpartition(".")
    if change.what is not What.FIELD or tag not in draft.template.languages:
        return draft
    if change.place not in texts.places(draft):
        return draft
    followed = {each.path.rpartition(".")[2] for each in along if _is_of(each, name)}
    others = (each for each in draft.values.languages if each not in followed)
    draft = texts.mark(draft, change.place, others)
    return texts.confirm(draft, tag, change.place)


def _of(changes: Sequence[Change], what: What) -> list[Change]:
    return [each for each in changes if each.what is what]


def _is_of(change: Change, name: str) -> bool:
    return change.what is What.FIELD and change.path.rpartition(".")[0] == name


def _stands(draft: Draft, change: Change) -> bool:
    """Whether the draft still has the values of a change."""
    return all(fields.get(draft, path) == value for path, value in change.values)


def _wordings(changes: Sequence[Change], where: str) -> Iterator[Change]:
    return (each for each in _of(changes, What.WORDING) if each.place == where)


def _changed_before(draft: Draft, where: str, earlier: Sequence[Change]) -> Iterator[str]:
    for change in _wordings(earlier, where):
        for tag, wording in change.wordings.items():
            if texts.paragraphs(draft, tag, where) == wording:
                yield tag
