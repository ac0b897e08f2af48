"""Puts the blocks of one language version together."""

from collections.abc import Iterable, Iterator, Sequence

from mou_desktop.languages import registry
from mou_desktop.model import fields, texts
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    SignatureBlock,
    Signer,
    Title,
)
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import slots
from mou_desktop.model.template import SignerText
from mou_desktop.render import alternat
from mou_desktop.render.fill import Filler
from mou_desktop.render.notes import notes


def render(draft: Draft, tag: str, first: int = 0) -> Document:
    """The version of the agreement in the language `tag`. Where the draft has the alternat, it is
    that of the originals of the party `first`, which is named first in it.
    """
    version = Version(draft, tag, first)
    blocks: list[Block] = [version.title(), version.preamble()]
    blocks += (version.article(*each) for each in enumerate(draft.articles, start=1))
    record = draft.protocol
    corrects = record is not None and record.instrument is Instrument.CORRECTION
    blocks.append(version.signatures())
    return Document(tag, tuple(blocks), version.first, record is not None, corrects)


def alternats(draft: Draft, documents: Iterable[Document]) -> Iterator[Document]:
    """What reads differently in the originals of the other parties: of each version, those blocks.
    The signatures are the same, in another order, and are left out.
    """
    parties = range(len(draft.values.parties) if draft.values.alternat else 0)
    for document in documents:
        for first in parties:
            if first != document.first:
                yield Version(draft, document.language, first).apart_from(document)


def render_all(draft: Draft) -> dict[str, Document]:
    """The versions in the languages of the agreement, in their order."""
    return {tag: render(draft, tag) for tag in draft.values.languages}


class Version:
    """The blocks of one version, as they stand in the originals of the party `first`."""

    def __init__(self, draft: Draft, tag: str, first: int) -> None:
        self.first = first if draft.values.alternat else 0
        self._draft, self._tag = draft, tag
        self._text = draft.template.texts[tag]
        self._parties = len(draft.values.parties)
        self._order = alternat.order(self._parties, self.first) if self.first else ()
        self._filler = Filler(draft, tag, self.first)
        self._notes = notes(draft, tag) if draft.sources else {}

    def title(self) -> Title:
        lines, heading = texts.paragraphs(self._draft, self._tag, texts.TITLE), self._text.heading
        return Title(
            self._filled(lines, self._order_in(lines), in_title=True),
            heading=lines.index(heading) if heading in lines else 0,
            notes=self._notes.get(texts.TITLE, ()),
        )

    def preamble(self) -> Preamble:
        wording = texts.paragraphs(self._draft, self._tag, texts.PREAMBLE)
        notes = self._notes.get(texts.PREAMBLE, ())
        return Preamble(self._filled(wording, self._order_in(wording)), notes)

    def article(self, number: int, article: str) -> Article:
        printed = self._filler.numbers[article]
        heading = registry.language(self._tag).article(printed, "heading")
        wording = texts.paragraphs(self._draft, self._tag, article)
        body = tuple(
            paragraph
            for text in wording
            for paragraph in self._filled((text,), self._order_in((text,)))
        )
        return Article(article, number, heading, body, self._notes.get(article, ()))

    def signatures(self) -> SignatureBlock:
        """The first party signs before the others."""
        signers = [self._signer(own) for own in self._text.signature]
        return SignatureBlock(tuple(signers[number] for number in self._signing_order()))

    def _signer(self, text: SignerText) -> Signer:
        fill = self._filler.paragraph
        second = text.second if self._is_wanted(*text.second) else ()
        return Signer(
            party=fill(text.party),
            position=fill(text.position),
            name=fill(text.name),
            seal=fill(text.seal) if self._draft.layout.seals else Paragraph(()),
            details=tuple(fill(line) for line in text.details if self._is_wanted(line)),
            second=tuple(fill(line) for line in second),
        )

    def _is_wanted(self, *lines: str) -> bool:
        """Whether a field of these lines is given in any version: then all have the lines."""
        paths = (slot.path for line in lines for slot in slots(line))
        return any(fields.is_given(self._draft, path) for path in paths)

    def apart_from(self, document: Document, among: Iterable[Block] | None = None) -> Document:
        """What reads differently than in the version that the originals of another party have:
        of all its blocks, or of some that are to be looked at.
        """
        other = Filler(self._draft, self._tag, document.first)
        marks = ["{parties."]
        if other.languages != self._filler.languages:
            marks.append("{languages:")
        changed = []
        for block in document.blocks if among is None else among:
            match block:
                case Title():
                    own: Block = self.title()
                case Preamble():
                    own = self.preamble()
                case Article(id=article, number=number):
                    wording = texts.paragraphs(self._draft, self._tag, article)
                    if not any(mark in text for text in wording for mark in marks):
                        continue
                    own = self.article(number, article)
                case _:
                    continue
            if own != block:
                changed.append(own)
        return Document(self._tag, tuple(changed), self.first)

    def _filled(
        self, wording: tuple[str, ...], order: Sequence[int], *, in_title: bool = False
    ) -> tuple[Paragraph, ...]:
        fill = self._filler.paragraph
        return tuple(fill(text, in_title=in_title, order=order) for text in wording)

    def _order_in(self, wording: tuple[str, ...]) -> Sequence[int]:
        """The order of the parties in these paragraphs; none where it stays."""
        free = self._order and alternat.is_interchangeable(wording, self._tag, self._parties)
        return self._order if free else ()

    def _signing_order(self) -> list[int]:
        numbers = range(len(self._text.signature))
        if not self.first:
            return list(numbers)
        owners = [
            alternat.party_of((own.party, own.position, own.name)) for own in self._text.signature
        ]
        return sorted(numbers, key=lambda number: owners[number] != self.first)
