"""A version that came back, beside the draft's own: fields, wording, signatures, comments."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mou_desktop.intake import returned_articles
from mou_desktop.intake.dividing import Divided
from mou_desktop.intake.marked import Marked, bare, spaced
from mou_desktop.intake.pairing import pairs
from mou_desktop.intake.returned_articles import NEW
from mou_desktop.intake.returned_changes import SIGNATURE, Change, Noted, What
from mou_desktop.intake.returned_fields import Occurrence
from mou_desktop.intake.rewording import difference, reworded, same
from mou_desktop.intake.source import Revision
from mou_desktop.model import texts
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    SignatureBlock,
    Title,
    place,
)
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import literal
from mou_desktop.render.assemble import render


class ReturnedVersion:
    """A returned version, beside the draft's own."""

    def __init__(self, draft: Draft, tag: str, divided: Divided) -> None:
        self.tag = tag
        document = render(draft, tag)
        known = {
            block.id: " ".join(each.text for each in block.paragraphs)
            for block in document.blocks
            if isinstance(block, Article)
        }
        self.known = known
        self.parts = returned_articles.matched(divided.version, known)
        self.order = returned_articles.order(divided.version, self.parts)
        self.deleted = [each for each in known if each not in self.parts and known[each].strip()]
        self.text = divided.text(self.parts)

    def occurrences(self, draft: Draft) -> Iterator[Occurrence]:
        """Every field that the draft shows, with what the file has there."""
        for where, before, now in self._pairs(render(draft, self.tag)):
            if before is None or now is None:
                continue
            old = spaced(before.text)
            for each in difference(before, now).fields:
                shown = old[each.start : each.end]
                yield Occurrence(self.tag, where, each.path, each.form, shown, each.now)

    def wordings(self, draft: Draft) -> Iterator[Change]:
        """The places whose wording is another one, once the fields are those of the file."""
        for block in render(draft, self.tag).blocks:
            where = place(block)
            if isinstance(block, SignatureBlock) or where in self.deleted:
                continue
            before = _paragraphs(block)
            wording = texts.paragraphs(draft, self.tag, where)
            new = self._reworded(draft, block, dict(zip(map(id, before), wording, strict=True)))
            if new != tuple(text for text in wording if text.strip()):
                old_text = "\n".join(spaced(each.text) for each in before)
                new_text = "\n".join(each.text for each in self._read(where))
                wordings = {self.tag: new or ("",)}
                yield Change(
                    What.WORDING, (self.tag,), where, old_text, new_text, wordings=wordings
                )

    def signatures(self, draft: Draft) -> Iterator[Change]:
        """What stands in the signatures besides the fields."""
        block = render(draft, self.tag).blocks[-1]
        assert isinstance(block, SignatureBlock)
        ours = [spaced(line.text) for each in block.signers for line in each.lines if line.text]
        theirs = [line.text for each in self.text.signers for line in each.lines if line.text]
        before, after = _besides(ours, theirs), _besides(theirs, ours)
        if before or after:
            yield Change(What.SIGNATURE, (self.tag,), SIGNATURE, before, after)

    def revisions(self) -> dict[str, list[Revision]]:
        """The tracked changes, by place."""
        return {
            where: [each for paragraph in read for each in paragraph.source.revisions]
            for where, read in self._places()
        }

    def comments(self) -> Iterator[Noted]:
        for where, read in self._places():
            for paragraph in read:
                for each in paragraph.source.comments:
                    words = paragraph.text[each.start : each.end]
                    yield Noted(self.tag, self._behind(where), words, each)

    def _behind(self, where: str) -> str:
        """The place of the draft where a place of the file is, or behind which it is new."""
        known = "preamble"
        for each in self.order if where.startswith(NEW) else ():
            if each == where:
                return known
            known = known if each.startswith(NEW) else each
        return where

    def _reworded(self, draft: Draft, block: Block, wording: Mapping[int, str]) -> tuple[str, ...]:
        in_title = isinstance(block, Title)
        before = [each for each in _paragraphs(block) if each.text.strip()]
        found: list[str] = []
        for old, now in pairs(before, self._read(place(block))):
            if now is None:
                continue
            if old is None:
                found.append(literal(now.text))
            elif same(old, now):
                found.append(wording[id(old)])
            else:
                found.append(reworded(draft, self.tag, old, now, in_title=in_title))
        return tuple(found)

    def _pairs(self, document: Document) -> Iterator[tuple[str, Paragraph | None, Marked | None]]:
        for block in document.blocks:
            where = place(block)
            if isinstance(block, SignatureBlock):
                for signer, read in zip(block.signers, self.text.signers, strict=False):
                    for before, now in zip(signer.lines, read.lines, strict=False):
                        yield where, before, now
            elif where not in self.deleted:
                filled = [each for each in _paragraphs(block) if each.text.strip()]
                yield from ((where, *pair) for pair in pairs(filled, self._read(where)))

    def _places(self) -> Iterator[tuple[str, list[Marked]]]:
        yield from self.text.places
        yield SIGNATURE, [line for each in self.text.signers for line in each.lines]

    def _read(self, where: str) -> list[Marked]:
        found = dict(self.text.places).get(where, [])
        return [each for each in found if each.text]


def _besides(lines: Sequence[str], others: Sequence[str]) -> str:
    """The lines that the others do not have, or not as often."""
    rest = Counter(map(bare, others))
    found = []
    for line in lines:
        if rest[bare(line)]:
            rest[bare(line)] -= 1
        else:
            found.append(line)
    return "\n".join(found)


def _paragraphs(block: Block) -> tuple[Paragraph, ...]:
    match block:
        case Title(lines=lines):
            return lines
        case Preamble(paragraphs=found) | Article(paragraphs=found):
            return found
    return ()
