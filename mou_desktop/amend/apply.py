"""Applies amendments to a text, as they are worded: so it is known that they say what they should.

Words that are to be replaced must stand there exactly once.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mou_desktop.amend.reading import Passage, Reading
from mou_desktop.errors import AmendmentError
from mou_desktop.languages import registry
from mou_desktop.model.amendment import WORDS, Amendment, Technique, Wording
from mou_desktop.model.numbering import sorting_key

# What stands right behind a word, without a space.
CLOSING = frozenset(",.;:!?…)]}»”’")
_EXCERPT = 80


def applied(text: Reading, amendments: Iterable[Amendment], tag: str) -> Reading:
    """The text in the language `tag` after the amendments. Raises `AmendmentError` when they do not
    fit it.
    """
    work = _Work(dict(text), tag)
    for amendment in amendments:
        wording = amendment.wordings.get(tag)
        if wording is not None:
            work.do(amendment, wording)
    return ordered(work.text)


def ordered(text: Reading) -> Reading:
    """The places in their order: articles by their numbers."""
    articles = [name for name, passage in text.items() if passage.number]
    articles.sort(key=lambda name: sorting_key(text[name].number))
    before = [name for name in ("title", "preamble") if name in text]
    behind = [name for name in text if not text[name].number and name not in before]
    return {name: text[name] for name in (*before, *articles, *behind)}


def reworded(text: str, technique: Technique, wording: Wording) -> str | None:
    """The text with other words; nothing when those meant do not stand there exactly once."""
    words = wording.was[0]
    if text.count(words) != 1:
        return None
    before, _words, behind = text.partition(words)
    match technique:
        case Technique.REPLACE:
            return before + wording.becomes[0] + behind
        case Technique.INSERT:
            new = wording.becomes[0]
            return before + words + ("" if new[0] in CLOSING else " ") + new + behind
    if before.endswith(" ") and (not behind or behind[0] in {" ", "\n", *CLOSING}):
        return before[:-1] + behind
    return before + (behind.removeprefix(" ") if not before else behind)


def replaced_throughout(text: str, forms: Mapping[str, str]) -> str:
    """The text with every form of a name replaced, the longest that fits at a place first."""
    if not forms:
        return text
    longest = sorted(forms, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest)), lambda found: forms[found[0]], text)


@dataclass(frozen=True)
class _Work:
    """A text that is being amended."""

    text: Reading
    tag: str

    def do(self, amendment: Amendment, wording: Wording) -> None:
        match amendment.technique:
            case Technique.NEW_ARTICLE:
                self._add_article(amendment, wording)
            case Technique.RENUMBER:
                self._renumber(wording)
            case Technique.THROUGHOUT:
                self._replace_throughout(wording)
            case _:
                self._change(amendment, wording)

    def _change(self, amendment: Amendment, wording: Wording) -> None:
        """What is done to a place that is there."""
        place, technique = amendment.place, amendment.technique
        if place not in self.text:
            raise self.error("{place} ({language}) is not there", amendment)
        passage = self.text[place]
        if technique is Technique.EXCLUDE_ARTICLE:
            self._require(passage.paragraphs, wording.was, amendment)
            del self.text[place]
            return
        if technique in WORDS:
            paragraphs = self._with_other_words(passage, amendment, wording)
        elif technique is Technique.RESTATE:
            self._require(passage.paragraphs, wording.was, amendment)
            paragraphs = wording.becomes
        else:
            paragraphs = self._with_other_paragraph(passage, amendment, wording)
        self.text[place] = Passage(passage.number, paragraphs)

    def _with_other_words(
        self, passage: Passage, amendment: Amendment, wording: Wording
    ) -> tuple[str, ...]:
        number = amendment.paragraph
        if number > len(passage.paragraphs):
            raise self.error("{place} ({language}) has no paragraph {number}", amendment)
        scope = passage.paragraphs[number - 1] if number else passage.text
        new = reworded(scope, amendment.technique, wording)
        if new is None:
            words = wording.was[0]
            if words in scope:
                raise self.error(
                    "{place} ({language}): the words “{words}” stand there more than once",
                    amendment,
                    words,
                )
            raise self.error(
                "{place} ({language}): the words “{words}” are not there", amendment, words
            )
        if not number:
            return tuple(new.split("\n"))
        return (*passage.paragraphs[: number - 1], new, *passage.paragraphs[number:])

    def _with_other_paragraph(
        self, passage: Passage, amendment: Amendment, wording: Wording
    ) -> tuple[str, ...]:
        at = amendment.paragraph - 1
        end = at if amendment.technique is Technique.ADD_PARAGRAPH else at + 1
        if not 0 <= at <= end <= len(passage.paragraphs):
            raise self.error("{place} ({language}) has no paragraph {number}", amendment)
        self._require(passage.paragraphs[at:end], wording.was, amendment)
        return (*passage.paragraphs[:at], *wording.becomes, *passage.paragraphs[end:])

    def _add_article(self, amendment: Amendment, wording: Wording) -> None:
        taken = {passage.number for passage in self.text.values()}
        if amendment.place in self.text or amendment.number in taken:
            raise self.error("{place} ({language}) is there already", amendment)
        self.text[amendment.place] = Passage(amendment.number, wording.becomes)

    def _renumber(self, wording: Wording) -> None:
        new = dict(zip(wording.was, wording.becomes, strict=True))
        there = {passage.number for passage in self.text.values()}
        after = [new.get(number, number) for number in there if number]
        if not new.keys() <= there or len(set(after)) < len(after):
            raise AmendmentError(
                "{language}: the articles cannot be renumbered as the protocol says",
                language=registry.language(self.tag).endonym,
            )
        for place, passage in self.text.items():
            number = new.get(passage.number, passage.number)
            self.text[place] = Passage(number, passage.paragraphs)

    def _replace_throughout(self, wording: Wording) -> None:
        forms = dict(wording.forms)
        whole = "\n".join(passage.text for passage in self.text.values())
        for form in forms:
            if form not in whole:
                raise AmendmentError(
                    "the words “{words}” ({language}) are not there",
                    words=_excerpt(form),
                    language=registry.language(self.tag).endonym,
                )
        for place, passage in self.text.items():
            paragraphs = tuple(replaced_throughout(each, forms) for each in passage.paragraphs)
            self.text[place] = Passage(passage.number, paragraphs)

    def _require(
        self, there: tuple[str, ...], expected: tuple[str, ...], amendment: Amendment
    ) -> None:
        if there != expected:
            raise self.error(
                "{place} ({language}) reads otherwise than the protocol takes it to", amendment
            )

    def error(self, message: str, amendment: Amendment, words: str = "") -> AmendmentError:
        language = registry.language(self.tag)
        place = amendment.place
        if amendment.number:
            place = language.article(amendment.number, "heading")
        return AmendmentError(
            message,
            place=place,
            language=language.endonym,
            words=_excerpt(words),
            number=amendment.paragraph,
        )


def _excerpt(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
