"""What the form offers beside what was typed: grammatical forms in their sentences, spellings."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from operator import is_

from mou_desktop.gui.form.forms import FormsRow
from mou_desktop.gui.form.rows import LocalizedRow
from mou_desktop.model import fields
from mou_desktop.model.document import Block, Document, paragraphs
from mou_desktop.model.draft import Draft, Party, Values
from mou_desktop.render import spellings
from mou_desktop.render.forms import Sentences
from mou_desktop.render.readings import Readings
from mou_desktop.render.usage import InSentence, sentences


class Suggestions:
    """Keeps the sentences of the blocks that have not changed."""

    def __init__(self) -> None:
        self.rows: list[LocalizedRow] = []
        self.forms: dict[str, FormsRow] = {}
        self._documents: dict[str, list[Document]] = {}
        self._sentences: dict[str, Sentences] = {}
        self._readings: dict[str, Readings[Sentences]] = {}

    def clear(self) -> None:
        """Have no rows any more."""
        self.rows, self.forms = [], {}
        self._forget()

    def add(self, row: LocalizedRow) -> None:
        """Offer something in this row, too."""
        self.rows.append(row)
        self.forms |= row.forms
        self._forget()

    def show(
        self, draft: Draft, before: Draft | None, versions: Mapping[str, list[Document]]
    ) -> None:
        """Under each value, the forms that the texts use now; in an empty name, a spelling.
        `versions` has each version with what reads differently in other originals. Where the rows
        show the draft `before`, only those are looked at that a change can touch.
        """
        reworded: set[str] = set()
        for tag in [*versions, *(tag for tag in self._documents if tag not in versions)]:
            reworded |= self._reread(tag, versions.get(tag, []))
        for path, forms in self.forms.items():
            if path in reworded or before is None or not _says_alike(path, draft, before):
                forms.show_forms(draft, self._sentences.get(path.rpartition(".")[2], {}))
        for row in self.rows:
            if before is not None and _of_same_party(row.paths[0], draft, before):
                continue
            doubtful = [path for path in row.paths if fields.is_stale(draft, path)]
            row.show_hints(doubtful, spellings.offers(draft, row.paths))

    def _reread(self, tag: str, documents: list[Document]) -> set[str]:
        """Note the sentences of a version; the fields of which any is another one than before."""
        before = self._sentences.get(tag, {})
        if _are_same(documents, self._documents.get(tag, [])):
            return set()
        readings = self._readings.setdefault(tag, Readings(self._read))
        blocks = chain.from_iterable(document.blocks for document in documents)
        found: dict[tuple[str, str], InSentence] = {}
        for own in reversed(readings.of(blocks)):  # (what stands first is shown)
            found |= own
        self._documents[tag], self._sentences[tag] = documents, found
        either = {**before, **found}
        return {key[0] for key in either if before.get(key) != found.get(key)}

    def _read(self, block: Block) -> Sentences:
        """The sentences of the fields whose forms are offered."""
        runs = (run for paragraph in paragraphs(block) for run in paragraph.runs)
        return sentences([block]) if any(run.path in self.forms for run in runs) else {}

    def _forget(self) -> None:
        """What was read holds for other rows."""
        self._documents, self._sentences, self._readings = {}, {}, {}


def _are_same(some: list[Document], others: list[Document]) -> bool:
    """Whether these are the very same documents."""
    return len(some) == len(others) and all(map(is_, some, others))


def is_shared(path: str, draft: Draft, before: Draft) -> bool:
    """Whether two drafts share what is entered in a field; values never change in place."""
    if draft.forms is not before.forms or draft.template is not before.template:
        return False
    now, then = _owner(path, draft), _owner(path, before)
    if now is None or then is None:
        return now is then
    part = _place(path)[1]
    return now is then or getattr(now, part) is getattr(then, part)


def _of_same_party(path: str, draft: Draft, before: Draft) -> bool:
    """Whether two drafts share all that is entered for the party to which a field belongs."""
    same = draft.forms is before.forms and draft.template is before.template
    return same and _owner(path, draft) is _owner(path, before)


def _owner(path: str, draft: Draft) -> Party | Values | None:
    """The party to which a field belongs, or what is of no party."""
    number = _place(path)[0]
    if number is None:
        return draft.values
    parties = draft.values.parties
    return parties[number] if number < len(parties) else None


@lru_cache(1024)
def _place(path: str) -> tuple[int | None, str]:
    """The number of the party to which a field belongs, and the part of it in which it stands."""
    parts = path.partition("#")[0].split(".")
    return (int(parts[1]), parts[2]) if parts[0] == "parties" else (None, parts[0])


def _says_alike(path: str, draft: Draft, before: Draft) -> bool:
    """Whether two drafts have the same forms of a field."""
    same = draft.computed is before.computed or (
        draft.computed.get(path) == before.computed.get(path)
    )
    return same and is_shared(path, draft, before)
