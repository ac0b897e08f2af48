"""Who signs, and in what capacity.

`signatory-differs`: the signature names another person than the preamble, or its initials do not
stand for the name. `position-differs`: it says another capacity, or the versions do.
`name-transliteration`: the versions' spellings of a name are not one name in different letters.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from mou_desktop.check.index import Index, signature_lines
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.persons import Person, Phrase, introduced, roles, signing
from mou_desktop.check.spelling import same_name, same_sound, same_word, sound
from mou_desktop.check.words import Word
from mou_desktop.model.document import SignerPart
from mou_desktop.model.finding import Code, Finding, Level, Spot

_FILLERS = frozenset({"its", "the", "mr", "ms"})


def rule(index: Index) -> Iterator[Finding]:
    """All of them."""
    preambles = {tag: introduced(index, tag) for tag in index.tags}
    signatures = {tag: signing(index, tag) for tag in index.tags}
    odd: list[Finding] = []
    for people in _by_number(preambles):
        odd += _spellings({tag: person.name for tag, person in people.items()})
        odd += _capacities({tag: person.position for tag, person in people.items()})
    for people in _by_number(signatures):
        alone = {tag: each.name for tag, each in people.items() if not preambles[tag]}
        odd += _spellings(alone)
        odd += _capacities({tag: person.position for tag, person in people.items()})
    yield from odd
    blamed = {finding.spots[0] for finding in odd}
    for tag in index.tags:
        yield from _seals(index, tag)
        if len(preambles[tag]) == len(signatures[tag]):
            for before, behind in zip(preambles[tag], signatures[tag], strict=True):
                yield from _names(before.name, behind.name, blamed)
                yield from _positions(before.position, behind.position, blamed)


def _seals(index: Index, tag: str) -> Iterator[Finding]:
    """The places for the seals are marked alike for all parties."""
    lines = (own.get(SignerPart.SEAL) for own in signature_lines(index, tag))
    seals = [line for line in lines if line is not None and line.text.strip()]
    for line in seals[1:]:
        if line.text != seals[0].text:
            params = (("name", line.text), ("other", seals[0].text))
            mark = Mark(Code.NAME_DIFFERS, Level.WARNING, 0, len(line.text), None, params)
            yield found(line, mark, seals[0].whole)


def _by_number(people: Mapping[str, Sequence[Person]]) -> Iterator[dict[str, Person]]:
    """The first signatory of each version, then the second."""
    for number in range(max(map(len, people.values()), default=0)):
        yield {tag: own[number] for tag, own in people.items() if len(own) > number}


def _apart(code: Code, level: Level, signed: Phrase, named: Phrase, blamed: set[Spot]) -> Finding:
    """What the signature and the preamble say differently; the one to mend is the one that the
    other versions do not agree with, or else the signature.
    """
    first, second = (named, signed) if _spot(named) in blamed else (signed, named)
    params = (("signature", signed.text), ("preamble", named.text))
    mark = Mark(code, level, first.start, first.end, None, params)
    return found(first.line, mark, _spot(second))


def _spot(phrase: Phrase) -> Spot:
    return phrase.line.spot(phrase.start, phrase.end)


def _names(preamble: Phrase, signature: Phrase, blamed: set[Spot]) -> Iterator[Finding]:
    if preamble.words and signature.words:
        tag = preamble.line.tag
        if not _is_same_person(tag, signature.words, preamble.words):
            yield _apart(Code.SIGNATORY_DIFFERS, Level.ERROR, signature, preamble, blamed)


def _is_same_person(tag: str, signed: Sequence[Word], named: Sequence[Word]) -> bool:
    """Whether each full word of the signature is one of the name's, and each initial begins one."""
    rest = list(named)
    for word in signed:
        if not word.text.endswith("."):
            partner = next((each for each in rest if same_name(tag, word.text, each.text)), None)
            if partner is None:
                return False
            rest.remove(partner)
    initials = [word.text for word in signed if word.text.endswith(".")]
    for initial in initials:
        while rest and rest[0].text.endswith(".") and rest[0].text != initial:
            rest.pop(0)
        if not rest or rest.pop(0).text[0] != initial[0]:
            return False
    return True


def _positions(preamble: Phrase, signature: Phrase, blamed: set[Spot]) -> Iterator[Finding]:
    if not preamble.words or not signature.words:
        return
    tag = preamble.line.tag
    strange = [
        word
        for word in signature.words
        if not any(same_word(tag, word.text, other.text) for other in preamble.words)
    ]
    lost = [
        word
        for word in preamble.words
        if word.small not in _FILLERS
        and not any(same_word(tag, word.text, other.text) for other in signature.words)
    ]
    if strange and _abbreviates(strange, lost):
        return
    alike = roles(tag, preamble.text) == roles(tag, signature.text)
    if strange or lost or not alike:
        level = Level.WARNING if alike and not (strange and lost) else Level.ERROR
        yield _apart(Code.POSITION_DIFFERS, level, signature, preamble, blamed)


def _abbreviates(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """«И. о.» for «исполняющий обязанности»."""
    letters = [letter for word in short for letter in word.small.split(".") if letter]
    return all(len(letter) == 1 for letter in letters) and letters == [
        word.small[0] for word in long
    ]


def _spellings(names: Mapping[str, Phrase]) -> Iterator[Finding]:
    """One finding for each version whose name is not the others' by sound."""
    full = {tag: name for tag, name in names.items() if _is_full(name)}
    clashes = {
        pair for pair in combinations(full, 2) if not _sounds_alike(full[pair[0]], full[pair[1]])
    }
    if not clashes:
        return
    counts = {tag: sum(tag in pair for pair in clashes) for tag in full}
    odd = [tag for tag in full if 2 * counts[tag] > len(full) - 1]
    if len(odd) in (0, len(full)) and len(full) > 2:
        odd = [tag for tag in full if counts[tag] == max(counts.values())]
    for tag in odd if len(full) > 2 else odd[:1]:
        name = full[tag]
        others = [other for each, other in full.items() if each != tag]
        params = (("name", name.text), ("others", " / ".join(each.text for each in others)))
        mark = Mark(Code.NAME_TRANSLITERATION, Level.WARNING, name.start, name.end, None, params)
        finding = found(name.line, mark, *map(_spot, others))
        yield finding if len(full) > 2 else finding._replace(languages=tuple(full))


def _is_full(name: Phrase) -> bool:
    return len(name.words) > 1 and not any(word.text.endswith(".") for word in name.words)


def _sounds_alike(one: Phrase, other: Phrase) -> bool:
    ones, others = one.words, other.words
    tag, other_tag = one.line.tag, other.line.tag
    ends = same_sound(tag, ones[0].text, other_tag, others[0].text) and same_sound(
        tag, ones[-1].text, other_tag, others[-1].text
    )
    crossed = same_sound(tag, ones[0].text, other_tag, others[-1].text) and same_sound(
        tag, ones[-1].text, other_tag, others[0].text
    )
    if not ends and not crossed:
        return False
    if len(ones) != 3 or len(others) != 3:
        return True
    return _same_father(tag, ones[1].text, other_tag, others[1].text)


def _same_father(tag: str, one: str, other_tag: str, other: str) -> bool:
    """Patronymics have endings of their own in each language."""
    heard, also = sound(tag, one), sound(other_tag, other)
    shared = min(len(heard), len(also)) - 1
    return heard[:shared] == also[:shared] or same_sound(tag, one, other_tag, other)


def _capacities(positions: Mapping[str, Phrase]) -> Iterator[Finding]:
    known = {tag: roles(tag, phrase.text) for tag, phrase in positions.items() if phrase.words}
    known = {tag: own for tag, own in known.items() if own}
    result = vote(known)
    if result is None:
        return
    for tag in result.odd if result.decided else result.odd[:1]:
        phrase = positions[tag]
        others = [each for other, each in positions.items() if other != tag and other in known]
        params = (("signature", phrase.text), ("preamble", " / ".join(e.text for e in others)))
        mark = Mark(Code.POSITION_DIFFERS, Level.ERROR, phrase.start, phrase.end, None, params)
        finding = found(phrase.line, mark, *map(_spot, others))
        yield finding if result.decided else finding._replace(languages=result.odd)
