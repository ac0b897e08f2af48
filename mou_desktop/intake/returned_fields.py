"""Tells which fields have another value in a returned file, apart from changes of the wording.

A field has, when it changed in the same way wherever the version shows it; a change in one of its
places alone is one of the wording there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mou_desktop.intake import values
from mou_desktop.intake.lemmas import INITIALS, NOMINATIVE, is_short_of, lemmas, matches
from mou_desktop.intake.marked import bare
from mou_desktop.languages.base import NAMES, Kind, Sex
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft

_SEXES = (Sex.MALE, Sex.FEMALE, None)


class Occurrence(NamedTuple):
    """A field in a version: what the draft shows there, and what the file has, if it can be told.

    `path` is as the field is changed: of a name with its language.
    """

    tag: str
    place: str
    path: str
    form: str
    before: str
    now: str | None

    @property
    def is_changed(self) -> bool:
        return self.now is not None and bare(self.now) != bare(self.before)


class FieldChange(NamedTuple):
    """Another value of a field, as the files in `languages` have it; `values` put it in."""

    path: str
    place: str
    languages: tuple[str, ...]
    before: str
    after: str
    values: tuple[tuple[str, str], ...]


def changes(draft: Draft, occurrences: Sequence[Occurrence]) -> list[FieldChange]:
    """The fields that have other values, in the order in which they stand in the text."""
    found: list[FieldChange] = []
    by_path: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        by_path.setdefault(each.path, []).append(each)
    for path, group in by_path.items():
        kind = _kind(draft, path)
        if kind is None or not any(each.is_changed for each in group):
            continue
        if kind in NAMES:
            found += _name(draft, kind, path, group)
        else:
            found += _value(kind, path, group)
    return found


def _kind(draft: Draft, path: str) -> Kind | None:
    spec = draft.template.field(path) or draft.template.field(path.rpartition(".")[0])
    return spec.kind if spec else None


def _value(kind: Kind, path: str, group: Sequence[Occurrence]) -> Iterator[FieldChange]:
    """Numbers, dates and the like: each value with the versions that have it."""
    told: dict[tuple[tuple[str, str], ...], list[Occurrence]] = {}
    for tag in dict.fromkeys(each.tag for each in group):
        here = [each for each in group if each.tag == tag]
        read = {_read(kind, each) for each in here}
        if len(read) == 1 and all(each.is_changed for each in here):
            (value,) = read
            if value:
                told.setdefault(value, []).extend(here)
    for value, where in told.items():
        first = where[0]
        tags = tuple(dict.fromkeys(each.tag for each in where))
        yield FieldChange(path, first.place, tags, first.before, first.now or "", value)


def _read(kind: Kind, each: Occurrence) -> tuple[tuple[str, str], ...]:
    base = each.path.removesuffix(f".{each.tag}") if kind is Kind.TEXT else each.path
    found = values.read(each.tag, base, kind, each.form, each.now or "")
    return tuple(sorted(found.items()))


def _name(
    draft: Draft, kind: Kind, path: str, group: Sequence[Occurrence]
) -> Iterator[FieldChange]:
    first = next(each for each in group if each.is_changed)
    lemma = _new_lemma(draft, kind, path, group)
    if lemma:
        sex = fields.sex(draft, path)
        forms = _own_forms(kind, lemma, sex, path, group)
        before = fields.lemma(draft, path)
        yield FieldChange(
            path, first.place, (first.tag,), before, lemma, ((path, lemma), *forms.items())
        )
        return
    for form in dict.fromkeys(each.form for each in group if each.is_changed):
        here = [each for each in group if each.form == form]
        if form != NOMINATIVE and len({each.now for each in here}) == 1:
            text = here[0].now or ""
            form_path = f"{path}#{form}"
            yield FieldChange(
                form_path, here[0].place, (first.tag,), here[0].before, text, ((form_path, text),)
            )


def _new_lemma(draft: Draft, kind: Kind, path: str, group: Sequence[Occurrence]) -> str:
    """The new basic form; empty when only another form of the same name was changed."""
    tag = group[0].tag
    basic = [each for each in group if each.form == NOMINATIVE]
    changed = [each.now for each in basic if each.is_changed and each.now]
    if changed:
        same = len(set(changed)) == 1 and len(changed) == len(basic)
        return changed[0] if same else ""
    if basic:
        return ""
    sex = fields.sex(draft, path)
    short = next((each.now for each in group if each.form == INITIALS and each.now), "")
    for each in group:
        if not each.is_changed or each.form == INITIALS:
            continue
        for found in lemmas(tag, kind, each.now or "", (each.form,), (sex, *_SEXES)):
            if found.sure and (not short or _suits(tag, kind, found.text, short)):
                return found.text
    return ""


def _suits(tag: str, kind: Kind, name: str, short: str) -> bool:
    return is_short_of(short, name) or matches(tag, kind, name, INITIALS, None, short)[0]


def _own_forms(
    kind: Kind, lemma: str, sex: Sex | None, path: str, group: Sequence[Occurrence]
) -> Mapping[str, str]:
    """The forms that the file writes in another way than the grammar would."""
    found: dict[str, str] = {}
    for each in group:
        if each.form != NOMINATIVE and each.is_changed and each.now:
            same, _sure = matches(each.tag, kind, lemma, each.form, sex, each.now)
            if not same:
                found.setdefault(f"{path}#{each.form}", each.now)
    return found
