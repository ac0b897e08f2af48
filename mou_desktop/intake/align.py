"""Puts the articles of all versions into rows, by their numbers, and gives every row an id."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from mou_desktop.intake.headings import Number, printed
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.versions import Part, Version
from mou_desktop.model.slots import Literal, Optional, parse
from mou_desktop.model.template import Template
from mou_desktop.model.texts import ARTICLES_LIMIT

_ID = re.compile(r"[a-z][a-z0-9-]{0,40}")
_RESERVED = ("title", "preamble", "signature")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.5
# The share of a text's articles that are those of the template when it was made of it.
_MOSTLY, _AT_LEAST = 0.6, 4
# As many missing numbers in a row are taken for articles that are missing.
_GAP = 3


class Rows(NamedTuple):
    """The ids of all articles in their order, the numbers that they keep if they are not counted
    through, and what is to be said about them.
    """

    articles: list[str]
    numbers: dict[str, str]
    remarks: list[Remark]


def rows(versions: Sequence[Version], template: Template) -> Rows:
    """The articles of all versions. Every part has its id then; the articles of the template keep
    the ids that they have there.
    """
    by_number = _numbers(versions)
    _name(versions, by_number, template)
    order: dict[str, tuple[Number, int]] = {}
    for place, version in enumerate(versions):
        for part in version.articles:
            order.setdefault(part.id, (part.number, place))
    ids = sorted(order, key=lambda each: order[each])
    kept = _kept(ids, versions)
    ids, remarks = (ids, []) if kept else _without_gaps(ids, order)
    remarks += (
        remark("there are too many articles; “{name}” was left out", name=name)
        for name in ids[ARTICLES_LIMIT:]
    )
    ids = ids[:ARTICLES_LIMIT]
    return Rows(ids, {name: kept[name] for name in ids if name in kept}, remarks)


def _kept(ids: Sequence[str], versions: Sequence[Version]) -> dict[str, str]:
    """The printed numbers, when they are those of a text that was amended: «9-1» behind 9, or none
    where an article was taken out of a tagged one.
    """
    headed = {part.id: part for each in versions for part in each.articles if part.printed}
    found = {name: part.printed for name, part in headed.items()}
    amended = any(len(part.printed) > 1 or part.printed > part.number for part in headed.values())
    if not amended or set(found) != set(ids):
        return {}
    rises = all(found[first] < found[second] for first, second in pairwise(ids))
    return {name: printed(found[name]) for name in ids} if rises else {}


def _numbers(versions: Sequence[Version]) -> dict[Number, str]:
    """The ids that the files themselves tell, by number."""
    known: dict[Number, str] = {}
    for version in versions:
        for part in version.articles:
            if part.id and (not _ID.fullmatch(part.id) or part.id in _RESERVED):
                part.id = ""
            if part.id:
                known.setdefault(part.number, part.id)
    return known


def _name(versions: Sequence[Version], known: dict[Number, str], template: Template) -> None:
    """Give an id to every part that has none."""
    taken = {part.id for version in versions for part in version.articles} | set(known.values())
    nameless = sorted({part.number for each in versions for part in each.articles if not part.id})
    likeness = _like_template(versions, template) if not known else {}
    for number in nameless:
        if number not in known:
            proposed = likeness.get(number, "")
            if not proposed or proposed in taken:
                plain = f"article-{printed(number)}"
                names = (plain, *(f"{plain}-{each}" for each in range(2, 400)))
                proposed = next(name for name in names if name not in taken)
            known[number] = proposed
            taken.add(proposed)
    for version in versions:
        own = {part.id for part in version.articles if part.id}
        for part in version.articles:
            if not part.id:
                part.id = known[part.number]
                if part.id in own:  # (the file has that one under another number)
                    part.id = next(
                        name for each in count(1) if (name := f"new-{each}") not in taken
                    )
                    taken.add(part.id)
                own.add(part.id)


def _like_template(versions: Sequence[Version], template: Template) -> dict[Number, str]:
    """Which article of the template each number is, when the text was made of that template."""
    votes: dict[Number, Counter[str]] = {}
    for version in versions:
        texts = template.texts.get(version.language)
        if texts is None:
            continue
        words = {name: _literals(lines) for name, lines in texts.articles.items()}
        for part in version.articles:
            own = _words(" ".join(line.text for line in part.passages))
            for name, others in words.items():
                if max(_share(own, each) for each in others) >= _ALIKE:
                    votes.setdefault(part.number, Counter())[name] += 1
    found: dict[Number, str] = {}
    for number in sorted(votes):
        name = votes[number].most_common(1)[0][0]
        if name not in found.values():
            found[number] = name
    numbers = {part.number for version in versions for part in version.articles}
    order = [template.articles.index(name) for name in found.values()]
    is_made_of_it = len(found) >= max(_AT_LEAST, _MOSTLY * len(numbers)) and order == sorted(order)
    return found if is_made_of_it else {}


def _literals(lines: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """The words of a template's article, without its passages and with them."""
    pieces = [piece for line in lines for piece in parse(line)]
    plain = [piece for piece in pieces if isinstance(piece, Literal)]
    passages = [piece.pieces for piece in pieces if isinstance(piece, Optional)]
    inner = [piece for passage in passages for piece in passage if isinstance(piece, Literal)]
    outer = _words(" ".join(piece.text for piece in plain))
    return outer, outer + _words(" ".join(piece.text for piece in inner))


def _words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))


def _share(ours: Counter[str], theirs: Counter[str]) -> float:
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def _without_gaps(
    ids: list[str], order: Mapping[str, tuple[Number, int]]
) -> tuple[list[str], list[Remark]]:
    """Rows for numbers that no version has, so that the others keep their printed numbers."""
    found: list[str] = []
    remarks: list[Remark] = []
    for name in ids:
        number = order[name][0][0]
        missing = range(len(found) + 1, number)
        if len(missing) <= _GAP:
            for lost in missing:
                found.append(
                    next(n for n in (f"article-{lost}", f"missing-{lost}") if n not in ids)
                )
                said = remark("article {number} is missing in every version", number=lost)
                remarks.append(said)
        found.append(name)
    return found, remarks


def missing(ids: Sequence[str], version: Version) -> list[str]:
    """The rows in which a version has nothing."""
    filled = {part.id for part in version.articles if part.passages}
    return [each for each in ids if each not in filled]


def part_of(version: Version, article: str) -> Part | None:
    """A version's article with this id."""
    return next((part for part in version.articles if part.id == article), None)
