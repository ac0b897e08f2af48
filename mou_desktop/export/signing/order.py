"""What a signing set is to be made of, and the originals that come of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from mou_desktop.errors import MouError
from mou_desktop.export.signing.items import Item, Translated, items
from mou_desktop.model import final
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.finding import Finding, Level

Texts = tuple[Document, ...]


class Drawn(NamedTuple):
    """An original as a PDF file, where one could be made, and the last page of each of its texts,
    counted through the file from 1, where it is known.
    """

    pdf: bytes | None
    ends: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PdfMaker:
    """What lays out PDF files where there is no LibreOffice; `name` stands in the manifest."""

    name: str
    draw: Callable[[Texts], Drawn]


@dataclass(frozen=True, slots=True)
class Order:
    """`source` is the name of the draft's file, `findings` what is still to complete in it and
    `checked` what else is wrong, put into words by `describe`, `accepted` what was accepted of that
    with a reason; `language` is the tag of the language that `translated` speaks.
    """

    draft: Draft
    source: str
    time: datetime
    findings: Sequence[Finding]
    describe: Callable[[Finding], str]
    translated: Translated = str
    language: str = "en"
    pdf_maker: PdfMaker | None = None
    checked: Sequence[Finding] = ()
    accepted: Sequence[Finding] = ()

    @property
    def is_unfinished(self) -> bool:
        """Whether something keeps the draft from being signed."""
        return any(finding.level is Level.ERROR for finding in self.findings)

    def items(self) -> list[Item]:
        """The originals. Raises `MouError` when their number is open, or the draft is not what was
        marked as final.
        """
        if not final.is_intact(self.draft):
            raise MouError(
                "the draft was changed since it was marked as final; reopen it and mark it again"
            )
        return items(self.draft, self.translated, is_draft=self.is_unfinished)
