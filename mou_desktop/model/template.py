"""A template: the text of an agreement in several languages, with slots for its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mou_desktop.languages.base import Kind


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the agreement.

    `path` has `*` for the number of a party («parties.*.name»). A field per language is written
    with the language's tag behind its path. A required one without a value makes a blank line
    that must be completed before signing.
    """

    path: str
    kind: Kind
    per_language: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class SignerText:
    """What stands in the signature block for one party. `details` are lines under its name, each of
    which stands only when one of its fields is given; so do the lines of a second signatory.
    """

    party: str
    position: str
    name: str
    seal: str
    details: tuple[str, ...] = ()
    second_position: str = ""
    second_name: str = ""

    @property
    def second(self) -> tuple[str, ...]:
        """The lines of the second signatory."""
        return tuple(text for text in (self.second_position, self.second_name) if text)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line, from top to bottom."""
        return (self.party, *self.details, self.position, self.name, *self.second, self.seal)


@dataclass(frozen=True, slots=True)
class VersionText:
    """The text of one language version; each string is a paragraph in the notation of `slots`.

    `heading` is the line of the title that names the kind of document («МЕМОРАНДУМ»).
    `to_confirm` names the places whose words a native lawyer has still to look at.
    """

    title: tuple[str, ...]
    heading: str
    preamble: tuple[str, ...]
    articles: dict[str, tuple[str, ...]]
    signature: tuple[SignerText, ...]
    to_confirm: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Every paragraph with the place where it stands: `title`, an article's id…"""
        yield from (("title", text) for text in self.title)
        yield from (("preamble", text) for text in self.preamble)
        for article, texts in self.articles.items():
            yield from ((article, text) for text in texts)
        for signer in self.signature:
            for text in signer.lines:
                yield "signature", text


@dataclass(frozen=True, slots=True)
class Template:
    """`articles` are the language-independent ids, in the order in which they are numbered."""

    id: str
    version: int
    names: dict[str, str]
    fields: tuple[FieldSpec, ...]
    parties: int
    articles: tuple[str, ...]
    texts: dict[str, VersionText]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def field(self, path: str) -> FieldSpec | None:
        """The field that a slot's path stands for, if there is one."""
        wanted = _of_any_party(path, self.parties)
        for spec in self.fields:  # (asked for very often: much quicker than a generator)
            if spec.path == wanted:
                return spec
        return None


@lru_cache(1024)
def _of_any_party(path: str, parties: int) -> str | None:
    """«parties.*.name» for «parties.1.name»; nothing when there is no such party."""
    parts = path.split(".")
    if len(parts) > 1 and parts[0] == "parties":
        if parts[1] not in map(str, range(parties)):
            return None
        parts[1] = "*"
    return ".".join(parts)
