"""Articles, paragraphs and sentences that a version lacks, or has in another order.

`article-missing`, `article-number`: the numbers do not run from one on. `article-order`: an
article says what another one says in the other versions. `paragraph-missing`, `sentence-missing`,
`text-short`: a version says much less than the others.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from statistics import median

from mou_desktop.check.index import PREAMBLE, SIGNATURE, Index
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import EXCERPT
from mou_desktop.check.quantities import quantities
from mou_desktop.check.rules.obligations import meanings
from mou_desktop.check.words import sentences
from mou_desktop.model.document import Article
from mou_desktop.model.finding import Code, Finding, Level, Spot

_MUCH_SHORTER = 0.62
_SHORTER = 0.8
_CLEARLY = 1.2
_WELL = 1.3
_ENOUGH_TEXT = 60


def rule(index: Index) -> Iterator[Finding]:
    """All of them."""
    for tag in index.tags:
        yield from _numbers(index, tag)
    if len(index.tags) < 2:
        return
    yield from _missing(index)
    yield from _moved(index)
    totals = {tag: sum(len(index.text(tag, each)) for each in index.articles) for tag in index.tags}
    for where in index.places:
        if where == PREAMBLE or where in index.articles:
            yield from _shorter(index, totals, where)
    yield from _signatures(index)


def _numbers(index: Index, tag: str) -> Iterator[Finding]:
    """The numbers of a version's articles, where it has numbers at all."""
    articles = [block for block in index.blocks[tag].values() if isinstance(block, Article)]
    numbered = [article for article in articles if article.number > 0]
    for expected, article in enumerate(numbered, start=1):
        if article.number != expected:
            params = (("expected", str(expected)), ("found", str(article.number)))
            yield Finding(
                Code.ARTICLE_NUMBER,
                Level.ERROR,
                (tag,),
                article.id,
                f"version.{tag}.{article.id}",
                article.heading,
                (Spot(tag, article.id, -1, 0, len(article.heading)),),
                params,
            )
            return


def _missing(index: Index) -> Iterator[Finding]:
    for where in index.places:
        lacking = tuple(tag for tag in index.tags if where not in index.blocks[tag])
        if lacking:
            has = next(tag for tag in index.tags if tag not in lacking)
            block = index.blocks[has][where]
            shown = block.heading if isinstance(block, Article) else where
            spots = tuple(line.whole for tag in index.tags for line in index.at(tag, where)[:1])
            params = (("lacking", ", ".join(lacking)),)
            path = f"version.{lacking[0]}.{where}"
            yield Finding(
                Code.ARTICLE_MISSING, Level.ERROR, lacking, where, path, shown, spots, params
            )


def _moved(index: Index) -> Iterator[Finding]:
    """Articles of a version that fit each other's place much better than their own."""
    about = {
        where: {tag: _features(index, tag, where) for tag in index.having(where)}
        for where in index.articles
    }
    for tag in index.tags:
        misfits = {
            where: own
            for where, versions in about.items()
            if tag in versions and (own := _fit(versions[tag], versions, tag)) < _WELL
        }
        seen: set[str] = set()
        for where in misfits:
            other = _better(about, misfits, tag, where, seen)
            if other:
                seen |= {where, other}
                for here, there in ((where, other), (other, where)):
                    yield _order(index, tag, here, there)


def _better(
    about: Mapping[str, Mapping[str, frozenset[str]]],
    misfits: Mapping[str, float],
    tag: str,
    where: str,
    seen: set[str],
) -> str:
    """The place with which a version has exchanged this one; empty where it has not. Only those
    that do not fit their own place well come into question.
    """
    best, gain = "", _CLEARLY
    for other in misfits:
        if other == where or {where, other} & seen:
            continue
        here, there = about[where][tag], about[other][tag]
        own = misfits[where] + misfits[other]
        crossed = _fit(here, about[other], tag) + _fit(there, about[where], tag)
        if crossed - own > gain:
            best, gain = other, crossed - own
    return best


def _fit(features: frozenset[str], versions: Mapping[str, frozenset[str]], tag: str) -> float:
    """How well an article fits what the other versions say in a place; 2 is best."""
    others = [own for other, own in versions.items() if other != tag]
    if not others:
        return 0.0
    shared = (_likeness(features, other) for other in others)
    return 2.0 * median(shared)


@lru_cache(8192)
def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.5


def _features(index: Index, tag: str, where: str) -> frozenset[str]:
    found: set[str] = set()
    for line in index.at(tag, where):
        found.update(meanings(tag, line.text))
        found.update(f"{each.value} {each.unit}" for each in quantities(tag, line.text))
    return frozenset(found)


def _order(index: Index, tag: str, here: str, there: str) -> Finding:
    lines = index.at(tag, here)
    params = (("other", index.printed(there)),)
    return Finding(
        Code.ARTICLE_ORDER,
        Level.ERROR,
        (tag,),
        here,
        f"version.{tag}.{here}",
        _beginning(lines[0].text),
        tuple(line.whole for line in lines),
        params,
    )


def _shorter(index: Index, totals: Mapping[str, int], where: str) -> Iterator[Finding]:
    """One finding for each version that says less: the most precise that can be said."""
    tags = index.having(where)
    if len(tags) < 2:
        return
    paragraphs = {
        tag: sum(bool(line.text.strip()) for line in index.at(tag, where)) for tag in tags
    }
    counts = {
        tag: sum(len(sentences(tag, line.text)) for line in index.at(tag, where)) for tag in tags
    }
    ratios = {tag: _ratio(index, totals, tag, where) for tag in tags}
    by_paragraphs, by_sentences = vote(paragraphs), vote(counts)
    for tag in tags:
        if by_paragraphs and tag in by_paragraphs.odd:
            if by_paragraphs.decided or tag == by_paragraphs.odd[0]:
                odd = (tag,) if by_paragraphs.decided else by_paragraphs.odd
                yield _count(index, where, odd, Code.PARAGRAPH_MISSING, paragraphs, Level.WARNING)
        elif by_sentences and by_sentences.decided and tag in by_sentences.odd:
            expected = int(str(by_sentences.expected))
            short = counts[tag] < expected and ratios[tag] < _SHORTER
            long = counts[tag] > expected and ratios[tag] > 1 / _SHORTER
            level = Level.WARNING if short or long else Level.NOTE
            yield _count(index, where, (tag,), Code.SENTENCE_MISSING, counts, level)
        elif ratios[tag] < _MUCH_SHORTER:
            yield _count(index, where, (tag,), Code.TEXT_SHORT, {}, Level.WARNING)


def _signatures(index: Index) -> Iterator[Finding]:
    """Lines of the signatures that some versions lack."""
    counts = {
        tag: sum(bool(line.text.strip()) for line in index.at(tag, SIGNATURE))
        for tag in index.having(SIGNATURE)
    }
    result = vote(counts)
    if result is not None:
        for tag in result.odd if result.decided else result.odd[:1]:
            odd = (tag,) if result.decided else result.odd
            yield _count(index, SIGNATURE, odd, Code.PARAGRAPH_MISSING, counts, Level.WARNING)


def _count(
    index: Index,
    where: str,
    tags: tuple[str, ...],
    code: Code,
    counts: Mapping[str, int],
    level: Level,
) -> Finding:
    params = tuple((tag, str(count)) for tag, count in counts.items())
    lines = [line for tag in tags for line in index.at(tag, where)]
    others = [line for tag in index.tags if tag not in tags for line in index.at(tag, where)]
    text = _beginning(lines[0].text) if lines else ""
    path = f"version.{tags[0]}.{where}"
    spots = tuple(line.whole for line in (*lines, *others))
    return Finding(code, level, tags, where, path, text, spots, params)


def _ratio(index: Index, totals: Mapping[str, int], tag: str, where: str) -> float:
    """How long a place is in a version, against what its other places and the other versions let
    expect; 1.0 is as expected.
    """
    ratios = []
    for other in index.tags:
        here, there = len(index.text(tag, where)), len(index.text(other, where))
        if other == tag or there < _ENOUGH_TEXT:
            continue
        in_articles = where in index.articles
        own = totals[tag] - here * in_articles
        theirs = totals[other] - there * in_articles
        if own and theirs:
            ratios.append(here / there * theirs / own)
    return median(ratios) if ratios else 1.0


def _beginning(text: str) -> str:
    return f"{text[:EXCERPT].rstrip()}…" if len(text) > EXCERPT else text
