"""Recognises parties, signatories, positions and the place of signing in texts without tags.

A name is a field where the grammar vouches that it comes from the basic form. What stands in the
signatures cannot be typed over in a draft, so it decides about the basic form.
"""

import re
from collections.abc import Iterable, Sequence

from mou_desktop.intake import organizations, signatories
from mou_desktop.intake.introductions import Span, introductions
from mou_desktop.intake.lemmas import NOMINATIVE, lemmas
from mou_desktop.intake.marked import Text
from mou_desktop.intake.parties import Names, Party
from mou_desktop.intake.signature_lines import detail_of
from mou_desktop.intake.signing_order import PARTIES
from mou_desktop.languages.base import Kind
from mou_desktop.model.slots import Slot

# The details that each version tells in its own words.
_LOCALIZED = ("address", "bank")
_PLACES = {
    "az": (re.compile(r"(?<!\w)([A-ZƏÖÜÇŞĞİ][\w-]+) şəhərində\b"), (NOMINATIVE,)),
    "kk": (re.compile(r"(?<!\w)([А-ЯӘҒҚҢӨҰҮҺІ][\w-]+) қаласында\b"), (NOMINATIVE,)),
    "ru": (
        re.compile(r"\bв (?:городе|г\.) ?([А-ЯЁ][\w-]+(?:-[А-ЯЁ][\w-]+)?)"),
        ("prepositional", NOMINATIVE),
    ),
    "en": (
        re.compile(r"\b(?:[Dd]one (?:at|in)|signed (?:at|in)|in the city of) ([A-Z][\w-]+)"),
        (NOMINATIVE,),
    ),
}


def parties_named(tag: str, preamble: Iterable[str]) -> list[str]:
    """The parties' names as a preamble has them."""
    return [each.party.text for line in preamble for each in introductions(tag, line)]


def recognise(texts: Sequence[Text]) -> Names:
    """Mark the names in these versions. English comes first, for it tells who is «Mr.»."""
    names = Names()
    for text in sorted(texts, key=lambda text: text.language != "en"):
        for party in _parties(text):
            organizations.recognise(party, names)
            signatories.recognise(party, names)
            _details(party, names)
        _place(text, names)
    return names


def _parties(text: Text) -> list[Party]:
    introduced = [
        (paragraph, each)
        for paragraph in text.preamble
        for each in introductions(text.language, paragraph.text)
    ]
    found = [Party(text, number) for number in range(max(PARTIES, len(text.signers)))]
    for party, (paragraph, introduction) in zip(found, introduced, strict=False):
        party.introduction, party.paragraph = introduction, paragraph
    for party, signer in zip(found, text.signers, strict=False):
        party.signer = signer
    return found


def _details(party: Party, names: Names) -> None:
    """Address, bank and the like, each as its first line tells it."""
    for line in party.signer.details if party.signer else ():
        found = detail_of(line.text)
        if found is None:
            continue
        field, start = found
        path = party.path(field) if field in _LOCALIZED else f"parties.{party.number}.{field}"
        value = line.text[start:]
        if names.values.setdefault(path, value) == value and path not in names.told[party.tag]:
            names.told[party.tag].add(path)
            party.mark(line, Span(start, len(line.text), value), field, NOMINATIVE)


def _place(text: Text, names: Names) -> None:
    pattern, forms = _PLACES[text.language]
    for paragraph in text.closing:
        found = pattern.search(paragraph.text)
        if found is None:
            continue
        for lemma in lemmas(text.language, Kind.PLACE, found[1], forms):
            if lemma.sure:
                names.values[f"place.{text.language}"] = lemma.text
                paragraph.mark(found.start(1), found.end(1), Slot("place", lemma.form))
                return
