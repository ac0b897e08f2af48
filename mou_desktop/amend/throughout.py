"""Takes a text in every language; finds the names that change throughout it.

Such a change is worded once, for all cases: only where the grammar says of every form that stands
in the text which one takes its place, and nothing else in the text would be touched.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from mou_desktop.amend.apply import replaced_throughout
from mou_desktop.amend.reading import as_read
from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES, Case, Kind, Sex
from mou_desktop.model import fields
from mou_desktop.model.amendment import Amendment, Technique, Wording
from mou_desktop.model.document import Paragraph, Run
from mou_desktop.model.draft import Draft

# In fewer places than these a change is said where it is made.
FEWEST_PLACES = 3

Text = dict[str, tuple[Paragraph, ...]]
Texts = dict[str, Text]
"""The paragraphs by language and place."""


def names_throughout(
    base: Draft, edited: Draft, old: Texts, new: Texts, apart: Collection[str] = ()
) -> tuple[list[Amendment], Texts]:
    """The amendments, and the text of the base after them. The fields `apart` are left out."""
    texts = dict(old)
    amendments = []
    for path, kind in _name_fields(base):
        tags = [tag for tag in texts if _lemmas(base, edited, f"{path}.{tag}")]
        changes = {
            tag: _change(base, edited, f"{path}.{tag}", kind, texts[tag], new[tag]) for tag in tags
        }
        found = {tag: change for tag, change in changes.items() if change is not None}
        if path in apart or not found or len(found) < len(tags):
            continue
        texts |= {tag: text for tag, (_wording, text) in found.items()}
        wordings = {tag: wording for tag, (wording, _text) in found.items()}
        amendments.append(Amendment(Technique.THROUGHOUT, path=path, wordings=wordings))
    return amendments, texts


def _lemmas(base: Draft, edited: Draft, path: str) -> tuple[str, str] | None:
    """What a name was and what it becomes, if that is not the same."""
    was, becomes = fields.lemma(base, path), fields.lemma(edited, path)
    return (was, becomes) if was != becomes else None


def _name_fields(draft: Draft) -> Iterator[tuple[str, Kind]]:
    seen = set()
    for path in fields.paths(draft):
        field = path.rpartition(".")[0]
        spec = draft.template.field(field)
        if spec is not None and spec.per_language and spec.kind in NAMES and field not in seen:
            seen.add(field)
            yield field, spec.kind


def _change(
    base: Draft, edited: Draft, path: str, kind: Kind, old: Text, new: Text
) -> tuple[Wording, Text] | None:
    """The change of one name in one language, with the text after it; nothing where it is said
    better in each place.
    """
    was, becomes = fields.lemma(base, path), fields.lemma(edited, path)
    if not was or not becomes:
        return None
    tag = path.rpartition(".")[2]
    before = _cases(tag, kind, was, fields.sex(base, path))
    after = _cases(tag, kind, becomes, fields.sex(edited, path))
    change = _Change(path, {}, _shown(new, path))
    for case, form in before.items():
        change.forms.setdefault(form, after[case])
    text = {place: change.after(paragraphs) for place, paragraphs in old.items()}
    if any(paragraphs is None for paragraphs in text.values()):
        return None
    whole = {place: paragraphs for place, paragraphs in text.items() if paragraphs is not None}
    if sum(run.path == path for run in _runs(old)) < FEWEST_PLACES:
        return None
    there = [as_read(line.text) for paragraphs in old.values() for line in paragraphs]
    used = tuple(
        (form, new_form)
        for form, new_form in change.forms.items()
        if any(form in line for line in there)
    )
    return Wording((was,), (becomes,), used), whole


@dataclass(frozen=True)
class _Change:
    """What a name becomes in each case; `shown` is how the new one reads in each form."""

    path: str
    forms: dict[str, str]
    shown: Mapping[str, str]

    def after(self, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...] | None:
        """The paragraphs with the new name; nothing when that touches anything but the name, or
        leaves it.
        """
        changed = []
        for paragraph in paragraphs:
            runs = _by_field(paragraph)
            new = [self._run(run) if run.path == self.path else run for run in runs]
            whole = [run for run in new if run is not None]
            text, expected = (as_read("".join(run.text for run in side)) for side in (runs, whole))
            if len(whole) < len(runs) or replaced_throughout(text, self.forms) != expected:
                return None
            changed.append(Paragraph(tuple(whole)))
        return tuple(changed)

    def _run(self, run: Run) -> Run | None:
        before = as_read(run.text)
        after = replaced_throughout(before, self.forms)
        as_shown = after == self.shown.get(run.form, after)
        return run._replace(text=after) if after != before and as_shown else None


def _runs(text: Text) -> Iterator[Run]:
    for paragraphs in text.values():
        for paragraph in paragraphs:
            yield from _by_field(paragraph)


def _shown(text: Text, path: str) -> dict[str, str]:
    """How each form of the field reads."""
    return {run.form: as_read(run.text) for run in _runs(text) if run.path == path}


def _by_field(paragraph: Paragraph) -> list[Run]:
    """The runs, those of one field together (the short name in it may be bold)."""
    merged = []
    for (path, form, source, _id), runs in groupby(paragraph.runs, key=_piece):
        merged.append(Run("".join(run.text for run in runs), path, form, source=source))
    return merged


def _piece(run: Run) -> tuple[str, str, str, int]:
    return run.path, run.form, run.source, id(run.source)


@lru_cache(maxsize=64)
def _cases(tag: str, kind: Kind, lemma: str, sex: Sex | None) -> dict[str, str]:
    """The name in every case that its language has."""
    language = registry.language(tag)
    cases = [form for form in language.forms(kind) if form in set(Case)]
    return {case: as_read(language.inflect(kind, lemma, case, sex).text) for case in cases}
