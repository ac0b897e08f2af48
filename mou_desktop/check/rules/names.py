"""Names within one version.

`organization-differs`: the title or the preamble names a party otherwise than the signatures.
`name-differs`: a name, or what stands in quotation marks, is spelled in two ways.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from mou_desktop.check import vocabulary
from mou_desktop.check.index import PREAMBLE, TITLE, Index, Line
from mou_desktop.check.marks import Mark, found
from mou_desktop.check.persons import introduced, organizations, signing
from mou_desktop.check.scripts import plain
from mou_desktop.check.spelling import distance, same_word
from mou_desktop.check.words import Word, words
from mou_desktop.languages import registry
from mou_desktop.model.finding import Code, Finding, Level

_SHORTEST_NAME = 5
_FEWEST_WORDS = 3
_FEWEST_VERSIONS = 2
_STEM = 5
_QUOTED = re.compile(r"[«„“‘\"]([^«»„“”‘’\"]{3,60})[»“”’\"]")
_ALIKE = 0.55
_COVERED = 0.6
_JOINTS = re.compile(r"\s*[-–—]\s*|\s+")


class Token(NamedTuple):
    """A word of a name, or a mark between its words."""

    text: str
    key: str
    line: Line
    start: int
    end: int


def rule(index: Index) -> Iterator[Finding]:
    """All of them, version by version."""
    for tag in index.tags:
        yield from _organizations(index, tag)
        yield from _words(index, tag)
        yield from _quoted(index, tag)
    yield from _introduced_otherwise(index)


def _organizations(index: Index, tag: str) -> Iterator[Finding]:
    title, preamble = index.at(tag, TITLE), index.at(tag, PREAMBLE)
    for party in organizations(index, tag):
        yield from _organization(tag, party, title, preamble)


def _introduced_otherwise(index: Index) -> Iterator[Finding]:
    """A party that one preamble alone names otherwise than the title: it is not introduced in words
    of its own then, but misnamed.
    """
    named = {tag: organizations(index, tag) for tag in index.tags}
    for number in range(min(map(len, named.values()), default=0)):
        apart = {}
        for tag, parties in named.items():
            preamble = tuple(index.at(tag, PREAMBLE))
            differing = _from_preamble(tag, parties[number], preamble)
            if differing and not _settled(tag, parties[number], preamble):
                apart[tag] = differing
        if len(apart) == 1 and len(named) > _FEWEST_VERSIONS:
            ((tag, differing),) = apart.items()
            title = [token for line in index.at(tag, TITLE) for token in _tokens(line)]
            for signed, other in differing:
                yield _difference(tag, other, signed, title)


@lru_cache(256)
def _from_preamble(
    tag: str, line: Line, preamble: tuple[Line, ...]
) -> tuple[tuple[Sequence[Token], Sequence[Token]], ...]:
    party, text = _tokens(line), [token for each in preamble for token in _tokens(each)]
    return tuple(_differences(tag, party, text)) if len(party) >= _FEWEST_WORDS else ()


def _settled(tag: str, line: Line, preamble: tuple[Line, ...]) -> bool:
    """Whether the differences are told already."""
    party, text = _tokens(line), [token for each in preamble for token in _tokens(each)]
    return any(_against_preamble(tag, party, text, []))


@lru_cache(256)
def _organization(
    tag: str, line: Line, title: tuple[Line, ...], preamble: tuple[Line, ...]
) -> tuple[Finding, ...]:
    party = _tokens(line)
    in_title = [token for each in title for token in _tokens(each)]
    in_preamble = [token for each in preamble for token in _tokens(each)]
    if len(party) < _FEWEST_WORDS:
        return ()
    return (
        *_against_title(tag, party, in_title, in_preamble),
        *_against_preamble(tag, party, in_preamble, in_title),
    )


def _tokens(line: Line) -> list[Token]:
    """Words, and the commas and hyphens between them."""
    lower = registry.language(line.tag).lower
    text = plain(line.tag, line.text)
    found_ones = []
    for match in re.finditer(r"[^\W_]+(?:['’ʼ][^\W_]+)*|,|(?<=\w)\s*[-–—]\s*(?=\w)", text):
        shown = match[0]
        key = shown.strip() if not shown[0].isalnum() else lower(shown).replace("ё", "е")
        key = "-" if key in "–—" else key
        found_ones.append(Token(shown, key, line, *match.span()))
    return found_ones


def _against_title(
    tag: str, party: Sequence[Token], title: Sequence[Token], preamble: Sequence[Token]
) -> Iterator[Finding]:
    """The title has the whole name, in some case; each difference counts."""
    for signed, named in _differences(tag, party, title):
        yield _difference(tag, signed, named, preamble)


def _against_preamble(
    tag: str, party: Sequence[Token], preamble: Sequence[Token], title: Sequence[Token]
) -> Iterator[Finding]:
    """The preamble may introduce a party in words of its own: only what is spelled almost alike is
    a difference, and a proper name that is wanting.
    """
    for signed, named in _differences(tag, party, preamble):
        near = len(signed) == len(named) and all(map(_is_near, [tag] * len(signed), signed, named))
        if near:
            yield _difference(tag, signed, named, title)
        else:
            for token in signed:
                if _is_wanting(tag, token, preamble):
                    yield _difference(tag, [token], named[:1], title)


def _is_wanting(tag: str, token: Token, text: Sequence[Token]) -> bool:
    """Whether a name with a capital letter stands nowhere in a text, in any case."""
    return token.text[0].isupper() and not _stands(tag, [token], text)


def _stands(tag: str, tokens: Sequence[Token], text: Sequence[Token]) -> bool:
    """Whether all these words stand in a text, in any case; marks beside their word."""
    keys = [other.key for other in text]
    return bool(tokens) and all(
        any(same_word(tag, token.key, key) for key in keys) for token in tokens
    )


def _differences(
    tag: str, party: Sequence[Token], text: Sequence[Token]
) -> list[tuple[Sequence[Token], Sequence[Token]]]:
    """What is otherwise between the first and the last word that the two share, each time as the
    party has it and as the text has it, with the word behind where one has nothing; no differences
    when they share too little to be the same name.
    """
    window = _window(tag, party, text)
    if not window:
        return []
    keys = tuple(_stem(tag, token.key) for token in party)
    other_keys = tuple(_stem(tag, token.key) for token in window)
    codes = SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes()
    changed: list[tuple[Sequence[Token], Sequence[Token]]] = []
    for kind, i1, i2, j1, j2 in codes:
        ones, others = party[i1:i2], window[j1:j2]
        if kind == "equal":
            pairs = zip(ones, others, strict=True)
            changed += [([a], [b]) for a, b in pairs if not same_word(tag, a.key, b.key)]
        elif kind == "replace":
            changed.append((ones, others))
        elif kind == "delete" and not _repeats(keys, i1, i2):
            changed.append((party[i1 : i2 + 1], window[j1 : j1 + 1]))
        elif kind == "insert" and 0 < i1 < len(party) and not _repeats(other_keys, j1, j2):
            changed.append((party[i1 : i1 + 1], window[j1 : j2 + 1]))
    return [(ones, others) for ones, others in changed if ones and others]


def _repeats(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether words stand twice in a row, which is not the business of this rule."""
    size, words_there = end - start, keys[start:end]
    return words_there in (keys[max(0, start - size) : start], keys[end : end + size])


def _window(tag: str, party: Sequence[Token], text: Sequence[Token]) -> Sequence[Token]:
    """The stretch of a longer text that names the party."""
    keys = tuple(_stem(tag, token.key) for token in party)
    all_keys = tuple(_stem(tag, token.key) for token in text)
    if not keys or not all_keys:
        return ()
    wanted = Counter(keys)
    inside: Counter[str] = Counter()
    best = shared = common = 0
    for place, key in enumerate(all_keys):
        inside[key] += 1
        common += inside[key] <= wanted[key]
        if place >= len(keys):
            gone = all_keys[place - len(keys)]
            common -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if common > shared:
            best, shared = max(0, place - len(keys) + 1), common
    if shared < _COVERED * len(keys):
        return ()
    matcher = SequenceMatcher(None, keys, all_keys[best : best + len(keys) + 6], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    last = blocks[-1]
    end = best + last.b + last.size + (len(keys) - last.a - last.size)
    first = max(0, best + blocks[0].b - blocks[0].a)
    return text[first:end]


@lru_cache(8192)
def _stem(tag: str, key: str) -> str:
    return key if len(key) <= _STEM else key[: max(_STEM, len(key) - 4)][:_STEM]


def _is_near(tag: str, one: Token, other: Token) -> bool:
    if same_word(tag, one.key, other.key):
        return False
    marks = not one.key[0].isalnum() and not other.key[0].isalnum()
    return marks or _nearly(tag, one.key, other.key)


def _difference(
    tag: str, signed: Sequence[Token], named: Sequence[Token], third: Sequence[Token]
) -> Finding:
    """The place to mend is the one that a third place does not agree with, or the signature."""
    long, short = (signed, named) if len(signed) >= len(named) else (named, signed)
    blamed, other = (short, long) if _agrees(tag, long, third) else (long, short)
    if len(long) == len(short) and _agrees(tag, named, third) == _agrees(tag, signed, third):
        blamed, other = signed, named
    params = (("name", _written(blamed)), ("other", _written(other)))
    mark = Mark(
        Code.ORGANIZATION_DIFFERS, Level.WARNING, blamed[0].start, blamed[-1].end, None, params
    )
    spot = other[0].line.spot(other[0].start, other[-1].end) if other else None
    return found(blamed[0].line, mark, *([spot] if spot else []))


def _agrees(tag: str, tokens: Sequence[Token], text: Sequence[Token]) -> bool:
    """Whether these words stand in a text side by side."""
    if not tokens:
        return False
    size = len(tokens)
    return any(
        all(
            same_word(tag, a.key, b.key)
            for a, b in zip(tokens, text[start : start + size], strict=False)
        )
        for start in range(len(text) - size + 1)
    )


def _written(tokens: Sequence[Token]) -> str:
    return tokens[0].line.text[tokens[0].start : tokens[-1].end].strip() if tokens else ""


def _words(index: Index, tag: str) -> Iterator[Finding]:
    """Names that differ in a letter or two. A listed word is no name."""
    places: dict[str, list[tuple[Line, Word]]] = {}
    signed = {
        word.small
        for person in (*introduced(index, tag), *signing(index, tag))
        for word in person.name.words
    }
    for line in index.version(tag):
        for word in words(tag, line.text):
            long = len(word.text) >= _SHORTEST_NAME and word.text[0].isupper()
            if (
                long
                and not word.text.isupper()
                and word.text.isalpha()
                and word.small not in signed
            ):
                places.setdefault(word.small, []).append((line, word))
    names = [name for name in places if not _is_ordinary(tag, name)]
    for name in names:
        for other in places:
            fewer = (len(places[name]), name) < (len(places[other]), other)
            if other != name and fewer and _nearly(tag, name, other):
                line, word = places[name][0]
                partner, twin = places[other][0]
                params = (("name", word.text), ("other", twin.text))
                mark = Mark(Code.NAME_DIFFERS, Level.WARNING, word.start, word.end, None, params)
                yield found(line, mark, partner.spot(twin.start, twin.end))


def _is_ordinary(tag: str, name: str) -> bool:
    return vocabulary.is_known(tag, name) or bool(vocabulary.meant(tag, name))


@lru_cache(8192)
def _nearly(tag: str, one: str, other: str) -> bool:
    """Whether two words are spelled almost alike without being cases of one."""
    if same_word(tag, one, other) or min(len(one), len(other)) < _SHORTEST_NAME:
        return False
    if abs(len(one) - len(other)) > 2 or one.startswith(other[:-1]) or other.startswith(one[:-1]):
        return False
    return distance(one, other) <= (1 if max(len(one), len(other)) < 8 else 2)


def _quoted(index: Index, tag: str) -> Iterator[Finding]:
    """Names in quotation marks that are much alike, but not the same."""
    places: dict[str, list[tuple[Line, int, int]]] = {}
    for line in index.version(tag):
        for match in _QUOTED.finditer(line.text):
            if match[1][0].isupper() and "_" not in match[1]:
                places.setdefault(match[1].strip(), []).append((line, *match.span(1)))
    names = sorted(places, key=lambda name: (len(places[name]), name))
    for number, name in enumerate(names):
        for other in names[number + 1 :]:
            if _is_other_spelling(tag, name, other):
                line, start, end = places[name][0]
                partner, first, last = places[other][0]
                params = (("name", name), ("other", other))
                mark = Mark(Code.NAME_DIFFERS, Level.WARNING, start, end, None, params)
                yield found(line, mark, partner.spot(first, last))


def _is_other_spelling(tag: str, name: str, other: str) -> bool:
    ones, others = _JOINTS.split(name), _JOINTS.split(other)
    if len(ones) != len(others):
        return False
    same = [same_word(tag, *pair) for pair in zip(ones, others, strict=True)]
    if all(same):
        return name != other and _joints(name) != _joints(other)
    lower = registry.language(tag).lower
    ratio = SequenceMatcher(None, lower(name), lower(other)).ratio()
    return len(ones) > 1 and ratio >= _ALIKE


def _joints(name: str) -> list[str]:
    return [" " if joint.isspace() else joint for joint in _JOINTS.findall(name)]
