"""Puts the articles of all versions into rows, by their numbers, and gives every row an id."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

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


def rows(versions: Sequence[Version], template: Template) -> tuple[list[str], list[Remark]]:
    """The ids of all articles in their order, and what is to be said about them; every part has
    its id then. The articles of the template keep the ids that they have there.
    """
    by_number = _numbers(versions)
    _name(versions, by_number, template)
    order: dict[str, tuple[int, int]] = {}
    for place, version in enumerate(versions):
        for part in version.articles:
            order.setdefault(part.id, (part.number, place))
    ids = sorted(order, key=lambda each: order[each])
    return _without_gaps(ids, order, versions)


def _numbers(versions: Sequence[Version]) -> dict[int, str]:
    """The ids that the files themselves tell, by number."""
    known: dict[int, str] = {}
    for version in versions:
        for part in version.articles:
            if part.id and (not _ID.fullmatch(part.id) or part.id in _RESERVED):
                part.id = ""
            if part.id:
                known.setdefault(part.number, part.id)
    return known


def _name(versions: Sequence[Version], known: dict[int, str], template: Template) -> None:
    """Give an id to every part that has none."""
    taken = {part.id for version in versions for part in version.articles} | set(known.values())
    nameless = sorted({part.number for each in versions for part in each.articles if not part.id})
    likeness = _like_template(versions, template) if not known else {}
    for number in nameless:
        if number not in known:
            proposed = likeness.get(number, "")
            if not proposed or proposed in taken:
                names = (
                    f"article-{number}",
                    *(f"article-{number}-{each}" for each in range(2, 400)),
                )
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


def _like_template(versions: Sequence[Version], template: Template) -> dict[int, str]:
    """Which article of the template each number is, when the text was made of that template."""
    votes: dict[int, Counter[str]] = {}
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
    found: dict[int, str] = {}
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
    ids: list[str], order: Mapping[str, tuple[int, int]], versions: Sequence[Version]
) -> tuple[list[str], list[Remark]]:
    """Rows for numbers that no version has, so that the others keep their printed numbers."""
    found: list[str] = []
    remarks: list[Remark] = []
    for name in ids:
        number = order[name][0]
        missing = range(len(found) + 1, number)
        if len(missing) <= _GAP:
            for lost in missing:
                found.append(
                    next(n for n in (f"article-{lost}", f"missing-{lost}") if n not in ids)
                )
                said = remark("article {number} is missing in every version", number=lost)
                remarks.append(said)
        found.append(name)
    for name in found[ARTICLES_LIMIT:]:
        remarks.append(remark("there are too many articles; “{name}” was left out", name=name))
    return found[:ARTICLES_LIMIT], remarks


def missing(ids: Sequence[str], version: Version) -> list[str]:
    """The rows in which a version has nothing."""
    filled = {part.id for part in version.articles if part.passages}
    return [each for each in ids if each not in filled]


def part_of(version: Version, article: str) -> Part | None:
    """A version's article with this id."""
    return next((part for part in version.articles if part.id == article), None)
