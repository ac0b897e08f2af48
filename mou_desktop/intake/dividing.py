"""Takes what was read of files; gives their versions, divided into title, preamble, articles and
signatures.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mou_desktop.errors import IntakeError
from mou_desktop.intake import names
from mou_desktop.intake.closing import Closing
from mou_desktop.intake.front import divide_front
from mou_desktop.intake.marked import Marked, Signer, Text, one_line, paragraphs, title_lines
from mou_desktop.intake.passages import Passage, passages
from mou_desktop.intake.remarks import remark
from mou_desktop.intake.signing_order import Signed
from mou_desktop.intake.source import Source
from mou_desktop.intake.versions import Part, Version, divide, tongues
from mou_desktop.languages import registry
from mou_desktop.store.templates import PARTIES_LIMIT

# The share of a file's letters that are in one language, when the file holds one version.
_MAINLY = 0.6


class Divided(NamedTuple):
    """A version of which it is known where each part begins."""

    version: Version
    preamble: list[Marked]
    signed: list[Signed]

    def text(self, parts: Mapping[str, Part]) -> Text:
        """Its paragraphs; `parts` are its articles by the keys that they are to have."""
        version = self.version
        signers = [_signer(each) for each in self.signed]
        text = Text(version.language, title_lines(version.title), self.preamble, signers=signers)
        for article, part in parts.items():
            if part.passages:
                text.articles[article] = paragraphs(part.passages)
        return text


def divided(sources: Sequence[Source], *, as_is: bool = False) -> list[Divided]:
    """The versions of all files, in the order in which they begin. Raises `IntakeError`."""
    return [_divided(version) for version in _versions(sources, as_is=as_is)]


def _versions(sources: Sequence[Source], *, as_is: bool) -> Iterator[Version]:
    known: dict[str, Version] = {}
    texts = [list(passages(source.paragraphs, as_is=as_is)) for source in sources]
    alone = _one_each(texts)
    for source, lines in zip(sources, texts, strict=True):
        for version in divide(lines, source.name, alone.get(id(lines), "")):
            other = known.setdefault(version.language, version)
            if other is not version:
                raise IntakeError(
                    "{file} and {other} both hold the version in {language}; import one of them",
                    file=other.file,
                    other=source.name,
                    language=registry.language(version.language).endonym,
                )
            yield version
    if not known:
        raise IntakeError("{file} holds no text", file=", ".join(each.name for each in sources))


def _one_each(texts: Sequence[list[Passage]]) -> dict[int, str]:
    """The language of each file, by the identity of its lines, when each holds a version of its
    own: then what it has in another language, which is that of another file, is a passage in it.
    """
    found: dict[int, str] = {}
    if len(texts) < 2:
        return found
    for lines in texts:
        letters: Counter[str] = Counter()
        for tag, line in zip(tongues(lines), lines, strict=True):
            letters[tag] += len(line.text)
        ((tag, most),) = letters.most_common(1) or [("", 0)]
        if most > _MAINLY * letters.total():
            found[id(lines)] = tag
    return found if len(set(found.values())) == len(texts) else {}


def _divided(version: Version) -> Divided:
    divide_front(version)
    preamble = paragraphs(version.preamble)
    parties = names.parties_named(version.language, [each.text for each in preamble])
    closing = Closing(version, parties)
    closing.divide()
    signed = closing.signed()
    for each in signed[PARTIES_LIMIT:]:
        for line in each.lines:
            said = remark(
                "there are too many parties; “{text}” was left out",
                text=line.text,
                lost=line.text,
                language=version.language,
                place="signature",
            )
            version.remarks.append(said)
    return Divided(version, preamble, signed[:PARTIES_LIMIT])


def _signer(signed: Signed) -> Signer:
    party, position = one_line(signed.party), one_line(signed.position)
    signer = Signer(party, position, one_line(signed.name), one_line(signed.seal))
    signer.details = [Marked(line.source) for line in signed.details]
    if signed.second_position or signed.second_name:
        signer.second = [one_line(signed.second_position), one_line(signed.second_name)]
    return signer
