"""What the form offers beside what was typed: grammatical forms in their sentences, spellings."""

from collections.abc import Mapping
from itertools import chain

from mou_desktop.gui.form.forms import FormsRow
from mou_desktop.gui.form.rows import LocalizedRow
from mou_desktop.model import fields
from mou_desktop.model.document import Block, Document
from mou_desktop.model.draft import Draft
from mou_desktop.render import spellings
from mou_desktop.render.forms import Sentences
from mou_desktop.render.usage import InSentence, sentences


class Suggestions:
    """Keeps the sentences of the blocks that have not changed."""

    def __init__(self) -> None:
        self.rows: list[LocalizedRow] = []
        self.forms: dict[str, FormsRow] = {}
        self._sentences: dict[str, Sentences] = {}
        self._read: dict[str, dict[int, tuple[Block, Sentences]]] = {}

    def clear(self) -> None:
        """Have no rows any more."""
        self.rows, self.forms = [], {}

    def add(self, row: LocalizedRow) -> None:
        """Offer something in this row, too."""
        self.rows.append(row)
        self.forms |= row.forms

    def show(
        self, draft: Draft, before: Draft | None, versions: Mapping[str, list[Document]]
    ) -> None:
        """Under each value, the forms that the texts use now; in an empty name, a spelling.
        `versions` has each version with what reads differently in other originals. Where the rows
        show the draft `before`, only those are looked at that a change can touch.
        """
        reworded = self._sentences.keys() - versions.keys()
        for tag in reworded:
            del self._sentences[tag], self._read[tag]
        reworded |= {tag for tag, documents in versions.items() if self._reread(tag, documents)}
        for path, forms in self.forms.items():
            tag = path.rpartition(".")[2]
            if tag in reworded or before is None or not _says_alike(path, draft, before):
                forms.show_forms(draft, self._sentences[tag] if tag in versions else {})
        for row in self.rows:
            if before is not None and all(is_shared(path, draft, before) for path in row.paths):
                continue
            for path in row.paths:
                row.show_doubt(path, fields.is_stale(draft, path))
            row.show_offers(spellings.offers(draft, row.paths))

    def _reread(self, tag: str, documents: list[Document]) -> bool:
        """Note the sentences of a version; says whether any of them is another one than before."""
        known, before = self._read.get(tag, {}), self._sentences.get(tag)
        blocks = chain.from_iterable(document.blocks for document in documents)
        read = {id(each): known.get(id(each)) or (each, sentences([each])) for each in blocks}
        found: dict[tuple[str, str], InSentence] = {}
        for _block, own in reversed(read.values()):  # (what stands first is shown)
            found |= own
        self._read[tag], self._sentences[tag] = read, found
        return found != before


def is_shared(path: str, draft: Draft, before: Draft) -> bool:
    """Whether two drafts share what is entered in a field; values never change in place."""
    if draft.forms is not before.forms or draft.template is not before.template:
        return False
    if not path.startswith("parties."):
        return draft.values is before.values
    number = int(path.split(".")[1])
    then = before.values.parties[number : number + 1]
    return bool(then) and draft.values.parties[number] is then[0]


def _says_alike(path: str, draft: Draft, before: Draft) -> bool:
    """Whether two drafts have the same forms of a field."""
    same = draft.computed is before.computed or (
        draft.computed.get(path) == before.computed.get(path)
    )
    return same and is_shared(path, draft, before)
