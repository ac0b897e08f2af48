"""Which articles of a draft are new, gone or in another order in returned files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mou_desktop.intake.marked import bare
from mou_desktop.intake.returned_articles import NEW
from mou_desktop.intake.returned_changes import Change, What
from mou_desktop.intake.returned_versions import ReturnedVersion
from mou_desktop.intake.source import Revision
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import literal

_BEGINNING = 40

Notes = Mapping[str, Mapping[str, list[Revision]]]


@dataclass
class _Added:
    """A new article, in the versions that have it."""

    wordings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    revisions: list[Revision] = field(default_factory=list)


def rearrangements(
    draft: Draft, versions: Sequence[ReturnedVersion], notes: Notes, gone: Sequence[Revision]
) -> Iterator[Change]:
    """Each change with all versions that say so; `notes` are the tracked changes of each version,
    by place, `gone` those that deleted something, wherever what is left of it stands.
    """
    yield from _added(versions, notes)
    deleted: dict[str, list[str]] = {}
    orders: dict[tuple[str, ...], list[str]] = {}
    for version in versions:
        for each in version.deleted:
            deleted.setdefault(each, []).append(version.tag)
        kept = [each for each in version.order if not each.startswith(NEW)]
        if kept != [each for each in draft.articles if each in kept]:
            places = iter(kept)
            order = tuple(next(places) if each in kept else each for each in draft.articles)
            orders.setdefault(order, []).append(version.tag)
    for each, tags in deleted.items():
        texts = [version.known[each] for version in versions if version.tag in tags]
        by = tuple(one for one in gone if any(_deletes(one, text) for text in texts))
        yield Change(What.DELETED, tuple(tags), each, revisions=by)
    for order, tags in orders.items():
        yield Change(What.ORDER, tuple(tags), "", order=order)


def _deletes(revision: Revision, text: str) -> bool:
    """Whether a text begins within what was deleted."""
    return bare(text)[:_BEGINNING] in bare(revision.text)


def _added(versions: Sequence[ReturnedVersion], notes: Notes) -> Iterator[Change]:
    found: dict[tuple[str, int], _Added] = {}
    for version in versions:
        behind, count = "", 0
        for each in version.order:
            if not each.startswith(NEW):
                behind, count = each, 0
                continue
            count += 1
            lines = version.text.articles.get(each, [])
            wording = tuple(literal(line.text) for line in lines if line.text)
            added = found.setdefault((behind, count), _Added())
            added.wordings[version.tag] = wording or ("",)
            added.revisions += notes[version.tag].get(each, ())
    for (behind, _count), added in found.items():
        text = "\n".join("\n".join(wording) for wording in added.wordings.values())
        yield Change(
            What.ADDED,
            tuple(added.wordings),
            behind,
            after=text,
            wordings=added.wordings,
            revisions=tuple(added.revisions),
        )
