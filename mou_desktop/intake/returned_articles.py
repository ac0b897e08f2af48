"""Which article of a draft each article of a returned file is, also where the file has no tags."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from mou_desktop.intake.versions import Part, Version

NEW = "+"
_WORD = re.compile(r"\w+")
# The share of words that two articles have in common when one was made of the other; in the same
# place between the same neighbours less will do.
_ALIKE, _IN_PLACE = 0.5, 0.2


def matched(version: Version, known: Mapping[str, str]) -> dict[str, Part]:
    """The articles of a version by the ids of the draft, whose texts are `known` in their order;
    new ones have ids that begin with «+».
    """
    found: dict[str, Part] = {}
    rest: list[Part] = []
    for part in version.articles:
        if part.id in known and part.id not in found:
            found[part.id] = part
        else:
            rest.append(part)
    free = [each for each in known if each not in found]
    words = {each: _words(known[each]) for each in free}
    found |= _by_words(rest, words)
    taken = {id(part) for part in found.values()}
    found |= _in_place(version.articles, taken, list(known), found, words)
    taken = {id(part) for part in found.values()}
    new = [part for part in version.articles if id(part) not in taken]
    return found | {f"{NEW}{number}": part for number, part in enumerate(new, start=1)}


def order(version: Version, found: Mapping[str, Part]) -> list[str]:
    """The ids in the order in which the version has them."""
    places = {id(part): number for number, part in enumerate(version.articles)}
    return sorted(found, key=lambda each: places[id(found[each])])


def _by_words(parts: Sequence[Part], words: Mapping[str, Counter[str]]) -> dict[str, Part]:
    """The pairs that have most words in common, the best first."""
    shares = [
        (_share(_text_words(part), words[each]), -number, each, part)
        for number, part in enumerate(parts)
        for each in words
    ]
    found: dict[str, Part] = {}
    taken: set[int] = set()
    for share, _number, each, part in sorted(shares, key=lambda row: row[:3], reverse=True):
        if share >= _ALIKE and each not in found and id(part) not in taken:
            found[each] = part
            taken.add(id(part))
    return found


def _in_place(
    parts: Sequence[Part],
    taken: set[int],
    known: Sequence[str],
    found: Mapping[str, Part],
    words: Mapping[str, Counter[str]],
) -> dict[str, Part]:
    """What was changed a lot, but stands behind the same article as before."""
    ids = {id(part): each for each, part in found.items()}
    placed: dict[str, Part] = {}
    before = -1
    for part in parts:
        if id(part) in taken:
            before = known.index(ids[id(part)])
            continue
        following = known[before + 1] if before + 1 < len(known) else ""
        free = following and following not in found and following not in placed
        if free and _share(_text_words(part), words[following]) >= _IN_PLACE:
            placed[following] = part
            before += 1
    return placed


def _text_words(part: Part) -> Counter[str]:
    return _words(" ".join(line.text for line in part.passages))


def _words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))


def _share(ours: Counter[str], theirs: Counter[str]) -> float:
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0
