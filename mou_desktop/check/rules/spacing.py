"""Spaces, punctuation and the beginnings and ends of sentences.

`space-before-mark`, `space-missing`, `spaces-doubled`, `hyphen-spaced` («Tarix - Mədəniyyət»),
`dash-for-hyphen` («Tarix–Mədəniyyət»),
`letters-spaced` («М Е М О»), `mark-doubled` («,,»), `capital-missing`: a sentence begins with a
small letter, `full-stop-missing`: the other versions end the paragraph with one, or with another
mark.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from mou_desktop.check.index import PREAMBLE, Index, Line
from mou_desktop.check.majority import vote
from mou_desktop.check.marks import Mark, found, in_paragraphs
from mou_desktop.check.words import sentences, words
from mou_desktop.model.finding import Code, Finding, Level

# Where «“» opens a quotation; elsewhere it closes one.
_OPENS_ABOVE = ("az", "en")
_BEFORE = re.compile(r"(?<=[^\s])[^\S\n]+(?=[,;:!?)\]}»”]|\.(?!\.|\d|[^\W\d_]))")
_OPENED = re.compile(r"(?<=[(\[{«„“])[^\S\n]+(?=\S)")
_AFTER = re.compile(r"(?<=[^\W\d_][,;])(?=[^\W\d_])|(?<=[^\W\d_]{2}[.:!?])(?=[^\W\d_]{2})")
_BRACKET = re.compile(r"(?<=[^\W_])(?=[(«„“])|(?<=[)»])(?=[^\W\d_]{4})")
_DASH = re.compile(r"(?<=[^\W\d_])(?:[–—]|--+)(?=[^\W\d_])")
_DOUBLE = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])(?:\s+-\s*|-\s+)(?=[^\W\d_])")
_SPACED_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,}(?!\S)")
_DOUBLED = re.compile(
    r",(?=\s*\()|([,;:])\s*[,;:]+|[,;:]\s*\.(?!\.)|(?<!\.)\.\s*[,;:]|(?<!\.)\.\s*\.(?!\.)|\.{4,}|[!?]\s*[,;.]"
)
_ENDS = frozenset(".;:!?…,")
_A_FEW, _A_SENTENCE = 3, 9


@lru_cache(4096)
def read(tag: str, text: str) -> tuple[Mark, ...]:
    """The marks of one paragraph."""
    return tuple(sorted((*_spaces(tag, text), *_marks(tag, text)), key=lambda mark: mark.start))


_in_paragraphs = in_paragraphs(read)


def rule(index: Index) -> Iterator[Finding]:
    """All of them."""
    yield from _in_paragraphs(index)
    for line in index.lines:
        if line.in_article:
            yield from _small_beginnings(line)
    for where in (*index.articles, PREAMBLE):
        yield from _missing_stops(index, where)


def _spaces(tag: str, text: str) -> Iterator[Mark]:
    for match in _BEFORE.finditer(text):
        if not _is_blank(tag, text, match.start()):
            yield Mark(
                Code.SPACE_BEFORE_MARK,
                Level.WARNING,
                match.start(),
                match.end() + 1,
                text[match.end()],
            )
    for match in _OPENED.finditer(text):
        closes = text[match.start() - 1] == "“" and tag not in _OPENS_ABOVE
        if not closes and not re.match(r"[^\S\n]+[»“”_]", text[match.start() :]):
            start = match.start() - 1
            yield Mark(Code.SPACE_BEFORE_MARK, Level.WARNING, start, match.end(), text[start])
    for pattern in (_AFTER, _BRACKET):
        for match in pattern.finditer(text):
            place = match.start()
            closes = text[place] == "“" and tag not in _OPENS_ABOVE
            if not closes and _lacks_space(text, place):
                around = text[place - 1 : place + 1]
                fix = f"{around[0]} {around[1]}"
                yield Mark(Code.SPACE_MISSING, Level.WARNING, place - 1, place + 1, fix)
    for match in _DOUBLE.finditer(text):
        yield Mark(Code.SPACES_DOUBLED, Level.WARNING, *match.span(), " ")
    for match in _HYPHEN.finditer(text):
        yield _hyphen(text, match)
    for match in _DASH.finditer(text):
        yield _dash(text, match)
    for match in _SPACED_LETTERS.finditer(text):
        yield Mark(Code.LETTERS_SPACED, Level.WARNING, *match.span(), match[0].replace(" ", ""))


def _dash(text: str, match: re.Match[str]) -> Mark:
    """Between two names a dash may be meant: «Bakı–Tbilisi»."""
    word = re.search(r"[^\W\d_]+$", text[: match.start()])
    names = word is not None and word[0][0].isupper() and text[match.end()].isupper()
    single = len(match[0]) == 1
    level = Level.NOTE if names and single else Level.WARNING
    return Mark(Code.DASH_FOR_HYPHEN, level, *match.span(), "-")


def _hyphen(text: str, match: re.Match[str]) -> Mark:
    """«историко- культурный» loses its space; « - » between capitals is a compound name, between
    other words a dash.
    """
    both = match[0][0].isspace() and match[0][-1].isspace()
    before = re.search(r"[^\W\d_]+$", text[: match.start()])
    after = text[match.end()]
    compound = not both or (before is not None and before[0][0].isupper() == after.isupper())
    fix = "-" if compound else " – "
    level = Level.WARNING
    return Mark(Code.HYPHEN_SPACED, level, match.start(), match.end(), fix)


def _marks(tag: str, text: str) -> Iterator[Mark]:
    for match in _DOUBLED.finditer(text):
        twice = match[0].count(".") > 1
        stop = match[0].startswith(".") and _closes_abbreviation(tag, text, match.start())
        if twice or not stop:
            before_bracket = text[match.end() :].lstrip().startswith("(")
            fix = "" if before_bracket else match[0][0]
            yield Mark(Code.MARK_DOUBLED, Level.WARNING, *match.span(), fix)


def _closes_abbreviation(tag: str, text: str, stop: int) -> bool:
    return bool(re.search(r"\b[^\W\d_]{1,4}$", text[:stop]))


def _lacks_space(text: str, place: int) -> bool:
    """Not inside an address, an abbreviation («т.б.», «v.i.e.») or a word with brackets."""
    token = re.search(r"\S*$", text[:place])
    rest = re.match(r"\S*", text[place:])
    whole = (token[0] if token else "") + (rest[0] if rest else "")
    if re.search(r"@|://|www\.", whole):
        return False
    ending = text[place - 1].isalpha() and re.match(r"\([^\W\d_]{1,3}\)", text[place:])
    return not ending


def _is_blank(tag: str, text: str, place: int) -> bool:
    """Whether the space stands in a blank for the pen («    »)."""
    before = text[place - 1 : place]
    if before == "“" and tag not in _OPENS_ABOVE:
        return False
    return before in ("«", "“", "„", '"', "(", "[", "_")


def _small_beginnings(line: Line) -> Iterator[Finding]:
    for match in re.finditer(r"(?<=[.!?])[»”“\")]*\s+(?=([^\W\d_]))", line.text):
        first = match.end()
        starts = {sentence.start for sentence in sentences(line.tag, line.text)}
        stop = match.start() - 1
        if line.text[first].islower() and first not in starts and _ends_clearly(line, stop):
            yield found(line, _capital(line, first))
    every = words(line.tag, line.text)
    if line.number == 0 and every and every[0].text[0].islower() and every[0].start == 0:
        yield found(line, _capital(line, 0))


def _capital(line: Line, place: int) -> Mark:
    letter = line.text[place]
    capital = "İ" if (line.tag, letter) == ("az", "i") else letter.upper()
    return Mark(Code.CAPITAL_MISSING, Level.WARNING, place, place + 1, capital)


def _ends_clearly(line: Line, stop: int) -> bool:
    """Whether the full stop closes a sentence: a long word stands before it, no abbreviation."""
    last = re.search(r"[^\W\d_]+$", line.text[:stop])
    return last is not None and len(last[0]) > 4


def _missing_stops(index: Index, where: str) -> Iterator[Finding]:
    lasts: dict[tuple[int, int], dict[str, Line]] = {}
    for tag in index.tags:
        written = [line for line in index.at(tag, where) if line.text.strip()]
        for number, line in enumerate(written):
            lasts.setdefault((number, len(written)), {})[tag] = line
    for lines in lasts.values():
        result = vote({tag: _end_mark(line.text) for tag, line in lines.items()})
        expected = str(result.expected) if result is not None and result.decided else ""
        for tag, line in lines.items():
            several = len(words(tag, line.text))
            if expected and result is not None and tag in result.odd and several > _A_FEW:
                yield found(line, _ended(line, expected))
            elif len(lines) == 1 and not _end_mark(line.text) and several > _A_SENTENCE:
                yield found(line, _ended(line, "."))


def _ended(line: Line, mark: str) -> Mark:
    """The last letter and what stands behind it, with the right mark."""
    text = line.text.rstrip()
    end = len(text) - len(_end_mark(text))
    start = max(0, end - 1)
    return Mark(
        Code.FULL_STOP_MISSING,
        Level.WARNING,
        start,
        len(text),
        text[start:end] + mark,
        (("mark", mark),),
    )


def _end_mark(text: str) -> str:
    """The mark at the end of a paragraph, within quotation marks as well."""
    last = text.rstrip().rstrip('»”“’"')[-1:]
    return last if last in _ENDS else ""
