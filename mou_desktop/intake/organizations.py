"""Recognises the names of the parties in title, preamble and signatures."""

from collections.abc import Iterator

from mou_desktop.intake.introductions import Span
from mou_desktop.intake.lemmas import NOMINATIVE, form_of, lemmas
from mou_desktop.intake.marked import Marked
from mou_desktop.intake.numbers import stretches
from mou_desktop.intake.parties import ELSEWHERE, SIGNATURE, Choice, Names, Party, best, signed
from mou_desktop.intake.passages import whole
from mou_desktop.languages import registry
from mou_desktop.languages.base import Kind

CONJUNCTION = "conjunction"
# The forms in which title and preamble can have a name, the likeliest first.
_IN_TITLE = {
    "az": (NOMINATIVE, "genitive"),
    "kk": (NOMINATIVE, "genitive"),
    "ru": ("instrumental", NOMINATIVE, "genitive"),
    "en": ("definite", NOMINATIVE),
}
_INTRODUCED = {
    "az": (NOMINATIVE, "genitive"),
    "kk": ("genitive", NOMINATIVE),
    "ru": (NOMINATIVE,),
    "en": ("definite", NOMINATIVE),
}


def recognise(party: Party, names: Names) -> None:
    """Mark the party's name; its values go to `names`."""
    line = party.signer.party if party.signer else None
    below = signed(line, party.tag)
    introduced = party.introduction.party if party.introduction else None
    chosen = best(
        Choice(lemma, _weight(party, lemma, below, introduced))
        for lemma in _candidates(party.tag, below, introduced)
    )
    if chosen is None:
        return
    names.values[party.path("name")] = chosen.lemma
    if below and below.text == chosen.lemma:
        party.mark(line, below, "name", NOMINATIVE)
    _mark_in_title(party, chosen.lemma, names)
    if introduced:
        _mark_introduction(party, chosen.lemma, introduced, names)


def _candidates(tag: str, below: Span | None, introduced: Span | None) -> list[str]:
    found = [below.text] if below else []
    if introduced:
        possible = lemmas(tag, Kind.ORGANIZATION, introduced.text, _INTRODUCED[tag])
        found += [each.text for each in possible if each.sure]
    return list(dict.fromkeys(found))


def _weight(party: Party, lemma: str, below: Span | None, introduced: Span | None) -> int:
    title = " ".join(line.text for line in party.text.title)
    in_title, _shown = _in_title(party.tag, lemma, title)
    in_preamble = introduced and _introduced(party.tag, lemma, introduced)
    is_below = below is not None and below.text == lemma
    return SIGNATURE * is_below + ELSEWHERE * (bool(in_title) + bool(in_preamble))


def _introduced(tag: str, lemma: str, span: Span) -> str:
    return form_of(tag, Kind.ORGANIZATION, lemma, span.text, _INTRODUCED[tag])


def _mark_introduction(party: Party, lemma: str, span: Span, names: Names) -> None:
    """The preamble introduces the party by its name, or in words of its own."""
    form = _introduced(party.tag, lemma, span)
    if not form:
        found = lemmas(party.tag, Kind.ORGANIZATION, span.text, _INTRODUCED[party.tag])
        own = next((each for each in found if each.sure), None)
        if own is None:
            return
        names.values[party.path("introduced_as")] = own.text
        form = own.form
    party.mark(party.paragraph, span, "introduced_as", form)


def _in_title(tag: str, lemma: str, title: str) -> tuple[str, str]:
    """The form of a name that a title has, and how it reads; empty when it has none."""
    for form in _IN_TITLE[tag]:
        found = registry.language(tag).inflect(Kind.ORGANIZATION, lemma, form, None)
        if found.sure and any(stretches(title, found.text)):
            return form, found.text
    return "", ""


def _mark_in_title(party: Party, lemma: str, names: Names) -> None:
    """A name that goes over several lines makes one of them."""
    title = party.text.title
    form, shown = _in_title(party.tag, lemma, " ".join(line.text for line in title))
    if not form:
        return
    for first, last in _windows(len(title)):
        text = " ".join(line.text for line in title[first:last])
        where = next(stretches(text, shown), None)
        if where is None:
            continue
        if last > first + 1:
            if any(line.marks for line in title[first:last]):
                return
            source = whole(*(line.source for line in title[first:last]))
            title[first:last] = [Marked(source, paragraph=title[first].paragraph)]
        span = Span(*where, shown)
        _short_name(party, lemma, title[first], span, names)
        party.mark(title[first], span, "name", form)
        _mark_conjunction(party, lemma, first, span.end)
        return


def _short_name(party: Party, lemma: str, line: Marked, span: Span, names: Names) -> None:
    """The one bold part of a name, where the rest is not."""
    bold = [each for each in line.source.strong if span.start <= each[0] and each[1] <= span.end]
    if len(bold) != 1 or bold[0] == (span.start, span.end):
        return
    text = line.text[bold[0][0] : bold[0][1]].strip()
    part = part_of_name(party.tag, lemma, text, "instrumental" if party.tag == "ru" else NOMINATIVE)
    if part:
        names.values[party.path("short_name")] = part


def part_of_name(tag: str, name: str, bold: str, form: str) -> str:
    """The words of a name of which `bold` is a form."""
    if bold in name and form == NOMINATIVE:
        return bold
    words, count = name.split(" "), len(bold.split(" "))
    for start in range(len(words) - count + 1):
        part = " ".join(words[start : start + count])
        for each in dict.fromkeys((part, part.strip(',«»„“”‘’"'))):
            if form_of(tag, Kind.ORGANIZATION, each, bold, (form,)):
                return each
    return ""


def _mark_conjunction(party: Party, lemma: str, number: int, end: int) -> None:
    """The Kazakh «and» behind the name, on its line or the next."""
    language = registry.language(party.tag)
    if CONJUNCTION not in language.forms(Kind.ORGANIZATION):
        return
    found = language.inflect(Kind.ORGANIZATION, lemma, CONJUNCTION, None)
    following = party.text.title[number : number + 2]
    for line, start in zip(following, (end, 0), strict=False):
        where = next(stretches(line.text[start:], found.text), None)
        if found.sure and where and not line.text[start : start + where[0]].strip():
            span = Span(start + where[0], start + where[1], found.text)
            party.mark(line, span, "name", CONJUNCTION)
            return


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Every stretch of so many lines, the shortest first."""
    for length in range(1, count + 1):
        yield from ((first, first + length) for first in range(count - length + 1))
