"""What the form offers beside what was typed: grammatical forms in their sentences, spellings."""

from collections.abc import Mapping
from operator import is_

from mou_desktop.gui.form.forms import FormsRow
from mou_desktop.gui.form.rows import LocalizedRow
from mou_desktop.model import fields
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.render import spellings
from mou_desktop.render.forms import Sentences
from mou_desktop.render.usage import InSentence, sentences, uses


class Suggestions:
    """Keeps the sentences of the versions that have not changed."""

    def __init__(self) -> None:
        self.rows: list[LocalizedRow] = []
        self.forms: dict[str, FormsRow] = {}
        self._sentences: dict[str, tuple[list[Document], Sentences]] = {}

    def clear(self) -> None:
        """Have no rows any more."""
        self.rows, self.forms = [], {}

    def add(self, row: LocalizedRow) -> None:
        """Offer something in this row, too."""
        self.rows.append(row)
        self.forms |= row.forms

    def show(self, draft: Draft, versions: Mapping[str, list[Document]]) -> None:
        """Under each value, the forms that the texts use now; in an empty name, a spelling.
        `versions` has each version with what reads differently in other originals.
        """
        for tag, documents in versions.items():
            known = self._sentences.get(tag)
            if known is None or not _same(known[0], documents):
                self._sentences[tag] = documents, _in_any(documents)
        for path, forms in self.forms.items():
            tag = path.rpartition(".")[2]
            forms.show_forms(draft, self._sentences[tag][1] if tag in versions else {})
        for row in self.rows:
            for path in row.paths:
                row.show_doubt(path, fields.is_stale(draft, path))
            row.show_offers(spellings.offers(draft, row.paths))


def _same(before: list[Document], documents: list[Document]) -> bool:
    return len(before) == len(documents) and all(map(is_, before, documents))


def _in_any(documents: list[Document]) -> Sentences:
    """The forms in the sentences of the first document that has them."""
    found: dict[tuple[str, str], InSentence] = {}
    for document in documents:
        if not uses(document) <= found.keys():
            found = sentences(document) | found
    return found
